"""Briefings and alerts as messages: by section, the most important story first. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.localtime import zone_label
from bot.wording.message import Button, Message
from bot.wording.render import (
    CLAIM_UNITS,
    SHORT_UNITS,
    Reader,
    citation_buttons,
    claim_block,
    cut_short_line,
    development_blocks,
    dispute_blocks,
    hidden_line,
    isolated,
    marks,
    part_of,
    said,
    source_list,
    timed,
)
from bot.wording.render_gist import gist_line
from bot.wording.typeset import Block, Html, messages, shorten
from index.answers.answer import Citation
from index.stories.story import Briefing, Change, StoryBrief

_SOURCES_NAMED = 5


def briefing_messages(
    briefing: Briefing,
    reader: Reader,
    *,
    late: bool = False,
    notes: Sequence[str] = (),
    tail: Sequence[tuple[Button, ...]] = (),
) -> list[Message]:
    """A briefing, most important story first; a quiet time and sources that failed are told apart.

    `notes` are lines of HTML under the heading.
    """
    texts = reader.texts
    cited = {citation.n: citation for citation in briefing.citations}
    heading = _heading(briefing, reader, late=late)
    late_line = cut_short_line(briefing.cut_short, reader)
    blocks = [Block("\n".join([heading, *late_line, *notes])), *_corrections(briefing, reader)]
    section = ""
    for number, brief in enumerate(briefing.stories, start=1):
        opens = texts(f"section-{brief.section}") if brief.section != section else None
        blocks += _story(number, brief, cited, reader, opens=opens)
        section = brief.section
    blocks += _quiet(briefing, reader)
    for key, count in (("briefing-more", briefing.more), ("briefing-unchanged", briefing.unchanged)):
        if count:
            blocks.append(Block(texts(key, count=count)))
    blocks += [Block(line) for line in hidden_line(reader)]
    return messages(blocks, part=part_of(reader), tail=tail)


def reported_briefing(content: Mapping[str, Any], reader: Reader) -> list[Message]:
    """A stored briefing, as JSON, for whoever looks into a report about it: its stories, claims and sources."""
    cited = {row["n"]: Citation(**_citation_fields(row)) for row in content.get("citations", ())}
    blocks = []
    for number, story in enumerate(content.get("stories", ()), start=1):
        lines = [Html(f"<b>{number}. {isolated(story['headline'], reader, SHORT_UNITS * 2)}</b>")]
        lines += [said(c["text"], c["attribution"], c["citations"], cited, reader) for c in story.get("claims", ())]
        blocks += [Block(line) for line in lines]
    blocks += source_list(tuple(cited.values()), reader)
    return messages(blocks or [Block(reader.texts("briefing-quiet", sources=0))], part=part_of(reader))


def _citation_fields(row: Mapping[str, Any]) -> dict[str, Any]:
    published = row["published"]
    at = datetime.fromisoformat(published) if published else None
    return {**{name: value for name, value in row.items() if name != "published"}, "published_at": at}


def _quiet(briefing: Briefing, reader: Reader) -> list[Block]:
    """What nothing new was reported on, and whether that is because sources could not be read. Topics that the heading
    names are not named again where nothing was reported on any of them."""
    texts, healthy = reader.texts, briefing.sources - len(briefing.failing_sources)
    # Without sources that are polled, articles may have come otherwise: only an empty whole says that none did.
    unread = healthy <= 0 and not (briefing.topics or briefing.unchanged or briefing.more)
    quiet = texts("briefing-quiet", sources=healthy) if healthy > 0 or unread else texts("briefing-quiet-here")
    lines = [] if briefing.stories or briefing.cut_short else [quiet]
    if briefing.quiet_topics and (briefing.stories or set(briefing.quiet_topics) != set(briefing.topics)):
        lines.append(texts("briefing-quiet-topics", topics=texts.listed(briefing.quiet_topics)))
    if briefing.failing_sources:
        lines.append(Html(_failing(briefing.failing_sources, reader)))
    elif briefing.quiet_topics and briefing.stories and healthy > 0:
        lines.append(texts("briefing-healthy", sources=healthy))
    return [Block("\n".join(lines))] if lines else []


def correction_message(briefing: Briefing, reader: Reader) -> Message:
    """Corrections on their own."""
    return messages(_corrections(briefing, reader), part=part_of(reader))[0]


def _corrections(briefing: Briefing, reader: Reader) -> list[Block]:
    """What became of figures that the reader was told: both values, who, and when it was seen."""
    cited = {citation.n: citation for citation in briefing.citations}
    blocks = []
    for one in briefing.corrections:
        told = reader.texts(
            f"correction-{one.kind}",
            publisher=shorten(one.publisher, SHORT_UNITS),
            before=shorten(one.before, SHORT_UNITS),
            after=shorten(one.after, SHORT_UNITS),
            told=shorten(one.told, CLAIM_UNITS),
            at=reader.texts.moment(one.at, reader.zone),
        )
        blocks.append(Block(f"{told} {marks(one.citations, cited)}", citation_buttons(one.citations, cited, reader)))
    return blocks


def alert_message(briefing: Briefing, reader: Reader, *, notes: Sequence[str]) -> Message:
    """A story on its own, in one message whatever it takes: what does not fit is left out from the end.

    `notes` are lines of HTML, the first of them above the story.
    """
    cited = {citation.n: citation for citation in briefing.citations}
    blocks = [block for brief in briefing.stories for block in _story(None, brief, cited, reader)]
    closing = [Block("\n".join(notes[1:]))] if notes[1:] else []
    while True:
        made = messages([Block(notes[0]), *blocks, *closing], part=part_of(reader))
        if len(made) == 1 or len(blocks) <= 1:
            return made[0]
        blocks.pop()


def _story(
    number: int | None,
    brief: StoryBrief,
    cited: dict[int, Citation],
    reader: Reader,
    *,
    opens: Html | None = None,
) -> list[Block]:
    """A story: what changed since the reader was last told of it comes first, then its claims, and what is disputed.

    `opens` is the name of the section that it is the first of. One without a number stands alone.
    """
    texts = reader.texts
    headline = isolated(brief.story.headline, reader, SHORT_UNITS * 2)
    repeated = [claim for claim in brief.claims if brief.says_headline(claim)]
    numbers = [number for claim in repeated for number in claim.citations]
    known = [texts("story-outlets", outlets=brief.story.publishers)] if brief.story.publishers > 1 else []
    known.append(texts("story-origins", origins=brief.story.origins))
    if brief.opposed:
        known.append(texts("story-opposed"))
    first = brief.claims[0] if brief.claims else None
    gist = None if first is None else gist_line(first.gist, texts)
    counted = "" if number is None else f"{number}. "
    lines = [] if opens is None else [f"<b>{opens}</b>"]
    if gist is None:
        lines.append(f"<b>{counted}{headline}</b> {marks(numbers, cited)}".rstrip())
    else:
        lines += [f"<b>{counted}{gist}</b>", f"{headline} {marks(numbers, cited)}".rstrip()]
    lines.append(f"<i>{texts.joint.join(known)}</i>")
    head = Block(Html("\n".join(lines)), citation_buttons(numbers, cited, reader))
    told = [_change(change, cited, reader) for change in brief.changes]
    # What the records say of the first claim stands above the headline.
    shown = [dataclasses.replace(claim, gist=None) if claim is first else claim for claim in brief.claims]
    told += [claim_block(claim, cited, reader) for claim in shown if not brief.says_headline(claim)]
    told += development_blocks(brief.developments, cited, reader)
    told += [block for conflict in brief.conflicts for block in dispute_blocks(conflict, cited, reader)]
    if not told:
        return [head]
    return [Block(Html(f"{head.html}\n\n{told[0].html}"), (*head.buttons, *told[0].buttons)), *told[1:]]


def _change(change: Change, cited: dict[int, Citation], reader: Reader) -> Block:
    """What is different from an earlier briefing, and what that one said."""
    what = said(change.text, change.attribution, change.citations, cited, reader)
    lines = [reader.texts(f"change-{change.kind}", said=what)]
    if change.before:
        lines.append(reader.texts("change-before", before=shorten(change.before, SHORT_UNITS * 2)))
    return Block("\n".join(lines), citation_buttons(change.citations, cited, reader))


def _heading(briefing: Briefing, reader: Reader, *, late: bool) -> str:
    texts = reader.texts
    since, until = timed(briefing.since, reader), timed(briefing.until, reader)
    zone = zone_label(reader.zone, briefing.until)
    lines = [texts("briefing-heading", since=since, until=until, zone=zone)]
    if briefing.topics:
        named = tuple(dict.fromkeys((*briefing.topics, *briefing.followed)))
        lines.append(texts("briefing-topics", topics=texts.listed(named)))
    if late:
        lines.append(texts("briefing-late"))
    return "\n".join(lines)


def _failing(names: Sequence[str], reader: Reader) -> str:
    more = len(names) - _SOURCES_NAMED
    named = reader.texts.listed([shorten(name, SHORT_UNITS) for name in names[:_SOURCES_NAMED]])
    key = "briefing-failing-more" if more > 0 else "briefing-failing"
    return reader.texts(key, sources=named, **({"more": more} if more > 0 else {}))
