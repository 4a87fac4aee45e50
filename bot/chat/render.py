"""Answers, briefings and passages as messages: within Telegram's limits, cut between claims, never inside one. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from bot.chat.message import Button, Message
from bot.chat.texts import Texts
from bot.chat.typeset import Block, Html, escape, isolate, link, messages, shorten
from index.answers.answer import Answer, Citation, Claim, Conflict
from index.articles import PassageView
from index.stories.story import Briefing, StoryBrief

# The most of one claim, quote or surrounding that is shown, in UTF-16 units; sentences are far shorter.
_CLAIM_UNITS = 1200
_SHORT_UNITS = 120
_PASSAGE_UNITS = 2000
_AROUND_UNITS = 600
_LABEL_UNITS = 24
_SOURCES_NAMED = 5


@dataclasses.dataclass(frozen=True, slots=True)
class Reader:
    """Who a text is set for: their language, their zone, and how a button that opens citation n is made."""

    texts: Texts
    zone: str = "UTC"
    open_citation: Callable[[int], str] | None = None


def answer_messages(answer: Answer, reader: Reader, *, tail: Sequence[tuple[Button, ...]] = ()) -> list[Message]:
    """An answer: its claims, its disagreements, its sources; or what was looked for in vain."""
    if answer.kind == "abstain" or not answer.claims:
        return [Message(_abstention(answer, reader), tuple(tail))]
    cited = {citation.n: citation for citation in answer.citations}
    blocks = [_claim(claim, cited, reader) for claim in answer.claims]
    blocks += _conflicts(answer.conflicts, cited, reader)
    blocks += _source_list(answer.citations, reader)
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
    blocks = [Block("\n".join([heading, *notes]))]
    for number, brief in enumerate(briefing.stories, start=1):
        blocks += _story(number, brief, cited, reader)
    if not briefing.stories:
        blocks.append(Block(texts("briefing-quiet", sources=briefing.sources)))
    elif briefing.quiet_topics:
        blocks.append(Block(texts("briefing-quiet-topics", topics=_listed(briefing.quiet_topics, reader))))
    if briefing.failing_sources:
        blocks.append(Block(_failing(briefing.failing_sources, reader)))
    return messages(blocks, part=_part(reader), tail=tail)


def passage_message(view: PassageView, citation: Citation | None, reader: Reader) -> Message:
    """The exact passage behind a citation, in its surroundings, the cited words in bold."""
    texts, passage = reader.texts, view.passage
    lines = [Html(f"<b>{link(passage.url, shorten(passage.title, _SHORT_UNITS * 2))}</b>")]
    lines.append(Html(f"{_publisher(passage.publisher, reader)}, {_when(passage.published_at, reader)}"))
    body = Html("")
    if view.before.strip():
        body = Html(f"{escape(_last_units(view.before, _AROUND_UNITS))}\n")
    body = Html(f"{body}{_marked(passage.text, passage.start, citation)}")
    if view.after.strip():
        body = Html(f"{body}\n{escape(shorten(view.after, _AROUND_UNITS))}")
    lines.append(Html(f"<blockquote>{body}</blockquote>"))
    if view.revision < view.latest_revision:
        lines.append(texts("passage-revised"))
    return Message("\n\n".join(lines[:1]) + "\n" + "\n\n".join(lines[1:]))


def _claim(claim: Claim, cited: dict[int, Citation], reader: Reader) -> Block:
    texts = reader.texts
    text = Html(isolate(escape(shorten(claim.text, _CLAIM_UNITS)), rtl=texts.rtl))
    chain = _chain(claim.attribution, reader)
    marks = _marks(claim.citations, cited)
    said = Html(f" <i>({chain})</i>") if chain else Html("")
    return Block(f"{text}{said} {marks}", _buttons(claim.citations, cited, reader))


def _conflicts(conflicts: Iterable[Conflict], cited: dict[int, Citation], reader: Reader) -> list[Block]:
    blocks = []
    for conflict in conflicts:
        lines = [reader.texts("sources-disagree", about=shorten(conflict.about, _SHORT_UNITS))]
        numbers: list[int] = []
        for position in conflict.positions:
            value = Html(isolate(escape(shorten(position.value, _SHORT_UNITS * 2)), rtl=reader.texts.rtl))
            said = _chain(position.attribution, reader)
            lines.append(Html(f"• {value}{f' <i>({said})</i>' if said else ''} {_marks(position.citations, cited)}"))
            numbers += position.citations
        blocks.append(Block("\n".join(lines), _buttons(numbers, cited, reader)))
    return blocks


def _story(number: int, brief: StoryBrief, cited: dict[int, Citation], reader: Reader) -> list[Block]:
    headline = isolate(escape(shorten(brief.story.headline, _SHORT_UNITS * 2)), rtl=reader.texts.rtl)
    origins = reader.texts("story-origins", origins=brief.story.origins)
    claims = [_claim(claim, cited, reader) for claim in brief.claims]
    first = Html(f"<b>{number}. {headline}</b>\n<i>{origins}</i>")
    if not claims:
        return [Block(first)]
    opening = Block(f"{first}\n\n{claims[0].html}", claims[0].buttons)
    return [opening, *claims[1:], *_conflicts(brief.conflicts, cited, reader)]


def _source_list(citations: Sequence[Citation], reader: Reader) -> list[Block]:
    """Where the citations lead, a few lines to a block so that a long list can run over messages."""
    lines = [
        Html(
            f"[{c.n}] {link(c.url, shorten(c.title, _SHORT_UNITS))}, "
            f"{_publisher(c.publisher, reader)}, {_when(c.published_at, reader)}"
        )
        for c in citations
    ]
    if not lines:
        return []
    blocks = [Block("\n".join([reader.texts("sources-heading"), *lines[:5]]))]
    return blocks + [Block("\n".join(lines[i : i + 5])) for i in range(5, len(lines), 5)]


def _heading(briefing: Briefing, reader: Reader, *, late: bool) -> str:
    texts = reader.texts
    since = texts.moment(briefing.since, reader.zone)
    until = texts.moment(briefing.until, reader.zone)
    lines = [texts("briefing-heading", since=since, until=until)]
    if briefing.topics:
        lines.append(texts("briefing-topics", topics=_listed(briefing.topics, reader)))
    if late:
        lines.append(texts("briefing-late"))
    return "\n".join(lines)


def _abstention(answer: Answer, reader: Reader) -> str:
    text = escape(shorten(answer.text, _CLAIM_UNITS)) if answer.text else reader.texts("answer-none")
    return f"{text}\n\n{reader.texts('answer-none-hint')}"


def _footing(answer: Answer, reader: Reader) -> str:
    as_of = reader.texts.moment(answer.as_of, reader.zone)
    return reader.texts("answer-footing", origins=answer.origins, at=as_of)


def _failing(names: Sequence[str], reader: Reader) -> str:
    more = len(names) - _SOURCES_NAMED
    listed = _listed([shorten(name, _SHORT_UNITS) for name in names[:_SOURCES_NAMED]], reader)
    key = "briefing-failing-more" if more > 0 else "briefing-failing"
    return reader.texts(key, sources=listed, **({"more": more} if more > 0 else {}))


def _chain(attribution: Sequence[str], reader: Reader) -> Html:
    """Who first said it to the outlet that carries it: `two officials → Reuters → Al Mayadeen`."""
    arrow = " ← " if reader.texts.rtl else " → "
    shown = [isolate(escape(shorten(who, _SHORT_UNITS)), rtl=reader.texts.rtl) for who in attribution]
    return Html(arrow.join(shown))


def _marks(numbers: Iterable[int], cited: dict[int, Citation]) -> Html:
    return Html("".join(link(cited[n].url, f"[{n}]") for n in numbers if n in cited))


def _buttons(numbers: Iterable[int], cited: dict[int, Citation], reader: Reader) -> tuple[Button, ...]:
    if reader.open_citation is None:
        return ()
    return tuple(
        Button(f"[{n}] {shorten(cited[n].publisher, _LABEL_UNITS)}", data=reader.open_citation(n))
        for n in dict.fromkeys(numbers)
        if n in cited
    )


def _marked(text: str, start: int, citation: Citation | None) -> Html:
    """The passage, the cited characters in bold; only the neighbourhood of the citation where it is very long."""
    if citation is None or not start <= citation.start < citation.end <= start + len(text):
        return escape(shorten(text, _PASSAGE_UNITS))
    head, tail = citation.start - start, citation.end - start
    room = max(0, _PASSAGE_UNITS - (tail - head)) // 2
    quote = escape(shorten(text[head:tail], _PASSAGE_UNITS))
    before, after = escape(_last_units(text[:head], room)), escape(_first_units(text[tail:], room))
    return Html(f"{before}<b>{quote}</b>{after}")


def _first_units(text: str, units: int) -> str:
    return text if len(text) * 2 <= units else text[: units // 2] + ("…" if len(text) > units // 2 else "")


def _last_units(text: str, units: int) -> str:
    return text if len(text) * 2 <= units else ("…" if len(text) > units // 2 else "") + text[-(units // 2) :]


def _publisher(name: str, reader: Reader) -> Html:
    return Html(isolate(escape(shorten(name, _SHORT_UNITS)), rtl=reader.texts.rtl))


def _when(at: datetime | None, reader: Reader) -> str:
    return reader.texts("undated") if at is None else reader.texts.moment(at, reader.zone)


def _listed(items: Sequence[str], reader: Reader) -> Html:
    joint = "، " if reader.texts.language == "ar" else ", "
    return Html(joint.join(isolate(escape(item), rtl=reader.texts.rtl) for item in items))


def _part(reader: Reader) -> Callable[[int, int], str]:
    return lambda number, total: reader.texts("part", number=number, total=total)
