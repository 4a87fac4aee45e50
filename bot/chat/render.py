"""Answers, briefings and alerts as messages: within Telegram's limits, cut between claims, never inside one. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from bot.chat.message import Button, Message
from bot.chat.texts import Texts
from bot.chat.typeset import FSI, PDI, Block, Html, escape, isolate, link, messages, shorten, stacked
from bot.localtime import zone_label
from index.answers.answer import Answer, Citation, Claim, Conflict
from index.profiles import Publisher
from index.stories.story import Briefing, Change, StoryBrief

# The most of one claim, quote or surrounding that is shown, in UTF-16 units; sentences are far shorter.
_CLAIM_UNITS = 1200
_SHORT_UNITS = 120
_LABEL_UNITS = 24
_SOURCES_NAMED = 5


@dataclasses.dataclass(frozen=True, slots=True)
class Reader:
    """Who a text is set for: their language, their zone, how a button that opens citation n is made, and what admins
    wrote down about publishers, by name."""

    texts: Texts
    zone: str = "UTC"
    open_citation: Callable[[int], str] | None = None
    profiles: Mapping[str, Publisher] = dataclasses.field(default_factory=dict)


def answer_messages(answer: Answer, reader: Reader, *, tail: Sequence[tuple[Button, ...]] = ()) -> list[Message]:
    """An answer: its claims, its disagreements, its sources; or what was looked for in vain."""
    if answer.kind == "abstain" or not answer.claims:
        return [Message(_abstention(answer, reader), tuple(tail))]
    cited = {citation.n: citation for citation in answer.citations}
    blocks = [_claim(claim, cited, reader) for claim in answer.claims]
    blocks += _conflicts(answer.conflicts, cited, reader)
    blocks += source_list(answer.citations, reader)
    blocks.append(Block(_footing(answer, reader)))
    return messages(blocks, part=_part(reader), tail=tail)


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
    blocks = [Block("\n".join([heading, *notes])), *_corrections(briefing, reader)]
    for number, brief in enumerate(briefing.stories, start=1):
        blocks += _story(number, brief, cited, reader)
    blocks += _quiet(briefing, reader)
    for key, count in (("briefing-more", briefing.more), ("briefing-unchanged", briefing.unchanged)):
        if count:
            blocks.append(Block(texts(key, count=count)))
    return messages(blocks, part=_part(reader), tail=tail)


def _quiet(briefing: Briefing, reader: Reader) -> list[Block]:
    """What nothing new was reported on, and whether that is because sources could not be read."""
    texts, healthy = reader.texts, briefing.sources - len(briefing.failing_sources)
    lines = [] if briefing.stories else [texts("briefing-quiet", sources=healthy)]
    if briefing.quiet_topics:
        lines.append(texts("briefing-quiet-topics", topics=texts.listed(briefing.quiet_topics)))
    if briefing.failing_sources:
        lines.append(Html(_failing(briefing.failing_sources, reader)))
    elif briefing.quiet_topics and briefing.stories and healthy > 0:
        lines.append(texts("briefing-healthy", sources=healthy))
    return [Block("\n".join(lines))] if lines else []


def correction_message(briefing: Briefing, reader: Reader) -> Message:
    """Corrections on their own."""
    return messages(_corrections(briefing, reader), part=_part(reader))[0]


def _corrections(briefing: Briefing, reader: Reader) -> list[Block]:
    """What became of figures that the reader was told: both values, who, and when it was seen."""
    cited = {citation.n: citation for citation in briefing.citations}
    blocks = []
    for one in briefing.corrections:
        said = reader.texts(
            f"correction-{one.kind}",
            publisher=shorten(one.publisher, _SHORT_UNITS),
            before=shorten(one.before, _SHORT_UNITS),
            after=shorten(one.after, _SHORT_UNITS),
            told=shorten(one.told, _CLAIM_UNITS),
            at=reader.texts.moment(one.at, reader.zone),
        )
        blocks.append(Block(f"{said} {marks(one.citations, cited)}", citation_buttons(one.citations, cited, reader)))
    return blocks


def alert_message(briefing: Briefing, reader: Reader, *, notes: Sequence[str]) -> Message:
    """A story on its own, in one message whatever it takes: what does not fit is left out from the end.

    `notes` are lines of HTML, the first of them above the story.
    """
    cited = {citation.n: citation for citation in briefing.citations}
    blocks = [block for brief in briefing.stories for block in _story(None, brief, cited, reader)]
    closing = [Block("\n".join(notes[1:]))] if notes[1:] else []
    while True:
        made = messages([Block(notes[0]), *blocks, *closing], part=_part(reader))
        if len(made) == 1 or len(blocks) <= 1:
            return made[0]
        blocks.pop()


def shared_claim(claim: Claim, citations: Sequence[Citation], reader: Reader) -> Html:
    """One claim with its sources, to stand alone in any chat."""
    cited = {citation.n: citation for citation in citations}
    own = [cited[n] for n in claim.citations if n in cited]
    lines = [_said(claim.text, claim.attribution, claim.citations, cited, reader)]
    lines += [_source_line([citation], reader) for citation in own[:3]]
    return Html("\n".join(lines))


def _claim(claim: Claim, cited: dict[int, Citation], reader: Reader) -> Block:
    said = _said(claim.text, claim.attribution, claim.citations, cited, reader)
    return Block(said, citation_buttons(claim.citations, cited, reader))


def _said(
    text: str, attribution: Sequence[str], numbers: Sequence[int], cited: dict[int, Citation], reader: Reader
) -> Html:
    """A statement, who says so, and the marks of its citations."""
    speakers = chain(attribution, reader)
    who = f" <i>({speakers})</i>" if speakers else ""
    return Html(f"{isolated(text, reader, _CLAIM_UNITS)}{who} {marks(numbers, cited)}")


def _conflicts(conflicts: Iterable[Conflict], cited: dict[int, Citation], reader: Reader) -> list[Block]:
    blocks = []
    for conflict in conflicts:
        lines = []
        for position in conflict.positions:
            value = shorten(position.value, _SHORT_UNITS * 2)
            said = _said(value, position.attribution, position.citations, cited, reader)
            lines.append(Block(f"• {said}", citation_buttons(position.citations, cited, reader)))
        heading = reader.texts("sources-disagree", about=shorten(conflict.about, _SHORT_UNITS))
        blocks += stacked(heading, lines)
    return blocks


def _story(number: int | None, brief: StoryBrief, cited: dict[int, Citation], reader: Reader) -> list[Block]:
    """A story: what changed since the reader was last told of it comes first, then its claims."""
    texts = reader.texts
    headline = isolated(brief.story.headline, reader, _SHORT_UNITS * 2)
    known = [] if number is None else [texts(f"section-{brief.section}")]
    known.append(texts("story-origins", origins=brief.story.origins))
    if brief.opposed:
        known.append(texts("story-opposed"))
    mark = "" if number is None else f"{number}. "
    head = Html(f"<b>{mark}{headline}</b>\n<i>{', '.join(known)}</i>")
    told = [_change(change, cited, reader) for change in brief.changes]
    told += [_claim(claim, cited, reader) for claim in brief.claims]
    if not told:
        return [Block(head)]
    opening = Block(f"{head}\n\n{told[0].html}", told[0].buttons)
    return [opening, *told[1:], *_conflicts(brief.conflicts, cited, reader)]


def _change(change: Change, cited: dict[int, Citation], reader: Reader) -> Block:
    """What is different from an earlier briefing, and what that one said."""
    said = _said(change.text, change.attribution, change.citations, cited, reader)
    lines = [reader.texts(f"change-{change.kind}", said=said)]
    if change.before:
        lines.append(reader.texts("change-before", before=shorten(change.before, _SHORT_UNITS * 2)))
    return Block("\n".join(lines), citation_buttons(change.citations, cited, reader))


def source_list(citations: Sequence[Citation], reader: Reader) -> list[Block]:
    """The articles cited; a long list can run over messages."""
    numbers: dict[str, list[Citation]] = {}
    for citation in citations:
        numbers.setdefault(citation.article_id, []).append(citation)
    lines = [Block(_source_line(cited, reader)) for cited in numbers.values()]
    return stacked(reader.texts("sources-heading"), lines) if lines else []


def _source_line(cited: Sequence[Citation], reader: Reader) -> Html:
    """One article with the numbers that point to it."""
    first = cited[0]
    marks = "".join(f"[{citation.n}]" for citation in cited)
    title = isolate(link(first.url, shorten(first.title, _SHORT_UNITS)), rtl=reader.texts.rtl)
    return Html(f"{marks} {title}, {publisher_named(first.publisher, reader)}, {when(first.published_at, reader)}")


def publisher_named(name: str, reader: Reader) -> Html:
    """A publisher with what admins know of it: whether a state runs it, where it stands, where it is."""
    shown, profile = isolated(name, reader, _SHORT_UNITS), reader.profiles.get(name)
    if profile is None:
        return shown
    known = [isolated(one, reader, _SHORT_UNITS // 2) for one in (profile.leaning, profile.country) if one]
    if profile.state_run:
        known.insert(0, reader.texts("profile-state-run"))
    return Html(f"{shown} ({', '.join(known)})") if known else shown


def _heading(briefing: Briefing, reader: Reader, *, late: bool) -> str:
    texts = reader.texts
    since = texts.moment(briefing.since, reader.zone)
    until = texts.moment(briefing.until, reader.zone)
    zone = zone_label(reader.zone, briefing.until)
    lines = [texts("briefing-heading", since=since, until=until, zone=zone)]
    if briefing.topics:
        named = tuple(dict.fromkeys((*briefing.topics, *briefing.followed)))
        lines.append(texts("briefing-topics", topics=texts.listed(named)))
    if late:
        lines.append(texts("briefing-late"))
    return "\n".join(lines)


def _abstention(answer: Answer, reader: Reader) -> str:
    """What was looked for in vain and what came nearest, in the reader's language."""
    texts, known = reader.texts, answer.searched
    lines = [texts("answer-none")]
    if known is not None and known.names:
        lines.append(texts("answer-none-sought", names=texts.listed(known.names)))
    if known is not None and known.first is not None:
        first, last = texts.day(known.first), texts.day(known.last or known.first)
        key = "since" if known.last is None else "day" if first == last else "days"
        lines.append(texts(f"answer-none-{key}", first=first, last=last))
    if known is not None and known.unnamed:
        lines.append(texts("answer-none-unnamed", names=texts.listed(known.unnamed)))
    for name, day in known.seen if known is not None else ():
        lines.append(texts("answer-none-seen", name=isolated(name, reader, _SHORT_UNITS), day=texts.day(day)))
    if known is not None and known.nearest:
        who = isolated(known.publisher, reader, _SHORT_UNITS)
        written = texts("undated") if known.written is None else texts.day(known.written)
        lines.append(texts("answer-none-nearest", title=shorten(known.nearest, _SHORT_UNITS), who=who, day=written))
    return "\n".join(lines) + f"\n\n{texts('answer-none-hint')}"


def _footing(answer: Answer, reader: Reader) -> str:
    as_of = reader.texts.moment(answer.as_of, reader.zone)
    zone = zone_label(reader.zone, answer.as_of)
    return reader.texts("answer-footing", origins=answer.origins, at=as_of, zone=zone)


def _failing(names: Sequence[str], reader: Reader) -> str:
    more = len(names) - _SOURCES_NAMED
    listed = reader.texts.listed([shorten(name, _SHORT_UNITS) for name in names[:_SOURCES_NAMED]])
    key = "briefing-failing-more" if more > 0 else "briefing-failing"
    return reader.texts(key, sources=listed, **({"more": more} if more > 0 else {}))


def chain(attribution: Sequence[str], reader: Reader) -> Html:
    """Who first said it to the outlet that carries it: `two officials → Reuters → Al Mayadeen`."""
    arrow = " ← " if reader.texts.rtl else " → "
    shown = [isolated(who, reader, _SHORT_UNITS) for who in attribution]
    return Html(arrow.join(shown))


def marks(numbers: Iterable[int], cited: dict[int, Citation]) -> Html:
    """Citation numbers as links to the articles."""
    return Html("".join(link(cited[n].url, f"[{n}]") for n in numbers if n in cited))


def citation_buttons(numbers: Iterable[int], cited: dict[int, Citation], reader: Reader) -> tuple[Button, ...]:
    """A button for each citation, which opens its passage."""
    if reader.open_citation is None:
        return ()
    return tuple(
        Button(f"[{n}] {shorten(cited[n].publisher, _LABEL_UNITS)}", data=reader.open_citation(n))
        for n in dict.fromkeys(numbers)
        if n in cited
    )


def isolated(text: str, reader: Reader, units: int) -> Html:
    """Text of a source within a sentence of ours: escaped, bounded, its direction kept to itself."""
    return Html(isolate(escape(shorten(text, units)), rtl=reader.texts.rtl))


def when(at: datetime | None, reader: Reader) -> str:
    """The time of publication. A date of another direction than the names around it would come out of order."""
    shown = reader.texts("undated") if at is None else reader.texts.moment(at, reader.zone)
    return f"{FSI}{shown}{PDI}" if reader.texts.rtl else shown


def _part(reader: Reader) -> Callable[[int, int], str]:
    return lambda number, total: reader.texts("part", number=number, total=total)
