"""Answers as messages: within Telegram's limits, cut between claims, never inside one. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime

from bot.localtime import zone_label
from bot.wording.message import Button, Message
from bot.wording.render_gist import gist_line
from bot.wording.texts import Texts
from bot.wording.typeset import (
    FSI,
    PDI,
    Block,
    Html,
    escape,
    isolate,
    link,
    messages,
    plain,
    shorten,
    stacked,
    told_apart,
    utf16,
)
from index.answers.answer import Answer, Citation, Claim, Conflict, Development, Subject, Value
from index.profiles import Publisher
from index.sites import site_of

# The most of one claim, quote or surrounding that is shown, in UTF-16 units; sentences are far shorter.
CLAIM_UNITS = 1200
# What of an answer is shown before it is opened.
GLANCE_UNITS = 500
SHORT_UNITS = 120
# What is counted of people; else a dispute is on what happened.
_OUTCOMES = frozenset(
    [
        "killed",
        "wounded",
        "missing",
        "displaced",
        "detained",
        "captured",
        "arrested",
        "evacuated",
        "rescued",
        "released",
    ]
)
_EVERYBODY = frozenset({"", "people", "bodies"})
_LABEL_UNITS = 24


@dataclasses.dataclass(frozen=True, slots=True)
class Reader:
    """Who a text is set for: their language, their zone, how a button that opens citation n is made, what admins wrote
    down about publishers, by name, and how many outlets their chat has hidden."""

    texts: Texts
    zone: str = "UTC"
    open_citation: Callable[[int], str] | None = None
    profiles: Mapping[str, Publisher] = dataclasses.field(default_factory=dict)
    hidden: int = 0


def answer_messages(answer: Answer, reader: Reader, *, tail: Sequence[tuple[Button, ...]] = ()) -> list[Message]:
    """An answer: its claims, its disagreements, its sources; or what was looked for in vain."""
    if answer.kind == "abstain" or not answer.claims:
        late = [*cut_short_line(answer.cut_short, reader), _abstention(answer, reader)]
        return [Message("\n".join(late), tuple(tail))]
    cited = {citation.n: citation for citation in answer.citations}
    blocks = [Block(_seen(*answer.stale, reader))] if answer.stale else []
    developments = development_blocks(answer.developments, cited, reader)
    disputes = conflict_blocks(answer.conflicts, cited, reader)
    # How a count changed belongs to the first claim. What sources disagree on opens with its first lines in view.
    claims = folded([claim_block(claim, cited, reader) for claim in answer.claims], reader, beside=developments)
    fits = _units(disputes) <= GLANCE_UNITS - _units(claims) - _units(developments)
    blocks += [*claims, *developments]
    blocks += disputes if fits else map(_folded, disputes)
    blocks += source_list(answer.citations, reader)
    blocks.append(Block(_footing(answer, reader)))
    return messages(blocks, part=part_of(reader), tail=tail)


def _units(blocks: Iterable[Block]) -> int:
    """How long they are on a telephone, with the blank lines between them."""
    return sum(utf16(plain(block.html)) + 2 for block in blocks)


def folded(claims: Sequence[Block], reader: Reader, *, beside: Sequence[Block] = ()) -> list[Block]:
    """The first claims as they are, as far as a glance goes `beside` what is shown too; what follows is folded."""
    shown, units = 0, _units(beside)
    for block in claims:
        units += _units([block])
        if shown and units > GLANCE_UNITS:
            break
        shown += 1
    rest = claims[shown:]
    if not rest:
        return list(claims)
    return [*claims[:shown], *(_folded(block) for block in stacked(reader.texts("answer-more"), rest))]


def shared_claim(claim: Claim, citations: Sequence[Citation], reader: Reader) -> Html:
    """One claim with its sources, to stand alone in any chat."""
    cited = {citation.n: citation for citation in citations}
    own = [cited[n] for n in claim.citations if n in cited]
    lines = [claim_block(claim, cited, dataclasses.replace(reader, open_citation=None)).html]
    lines += [_source_line([citation], reader) for citation in own[:3]]
    return Html("\n".join(lines))


def claim_block(claim: Claim, cited: dict[int, Citation], reader: Reader) -> Block:
    """A claim with its sources; above one in another language what its records say in the reader's."""
    told = said(claim.text, claim.attribution, claim.citations, cited, reader)
    gist = gist_line(claim.gist, reader.texts)
    told = told if gist is None else Html(f"<b>{gist}</b>\n{told}")
    return Block(told, citation_buttons(claim.citations, cited, reader))


def said(
    text: str, attribution: Sequence[str], numbers: Sequence[int], cited: dict[int, Citation], reader: Reader
) -> Html:
    """A statement, who says so, and the marks of its citations."""
    speakers = chain(attribution, reader)
    who = f" <i>({speakers})</i>" if speakers else ""
    return Html(f"{isolated(text, reader, CLAIM_UNITS)}{who} {marks(numbers, cited)}")


def _day_of(numbers: Sequence[int], cited: dict[int, Citation], reader: Reader) -> Html:
    """The day of the first report that gives a position: which is the newer is part of a disagreement."""
    days = [cited[n].published_at for n in numbers if n in cited]
    first = min((day for day in days if day is not None), default=None)
    return Html("") if first is None else Html(f"{reader.texts.day(first.date())}: ")


def about_what(about: str, of: Subject, texts: Texts) -> str:
    """What sources disagree on, in the reader's language where it is a toll; who is counted is the source's word."""
    if of.outcome not in _OUTCOMES:
        return about
    said = texts.plain(f"about-{of.outcome}")
    return said if of.counted in _EVERYBODY else f"{said} ({of.counted})"


def development_blocks(
    developments: Iterable[Development], cited: dict[int, Citation], reader: Reader, *, mark: str = ""
) -> list[Block]:
    """How one speaker's count changed, the latest first."""
    blocks = []
    for change in developments:
        values = [_value_of(value, cited, reader) for value in reversed(change.values)]
        line = reader.texts(
            "count-changed",
            speaker=isolated(change.speaker, reader, SHORT_UNITS),
            latest=values[0],
            earlier=Html(reader.texts.joint.join(values[1:])),
            about=about_what(change.about, change.of, reader.texts),
        )
        numbers = [number for value in change.values[::-1] for number in value.citations[:1]]
        blocks.append(Block(Html(f"{mark}{line}"), citation_buttons(numbers, cited, reader)))
    return blocks


def _value_of(value: Value, cited: dict[int, Citation], reader: Reader) -> Html:
    """A count with its day and the mark of its first citation."""
    day = f" ({reader.texts.day(value.as_of.date())})" if value.as_of else ""
    return Html(f"{isolated(value.value, reader, SHORT_UNITS)}{day} {marks(value.citations[:1], cited)}")


def conflict_blocks(
    conflicts: Iterable[Conflict], cited: dict[int, Citation], reader: Reader, *, mark: str = ""
) -> list[Block]:
    blocks = []
    for conflict in conflicts:
        lines = []
        for position in conflict.positions:
            value = shorten(position.value, SHORT_UNITS * 2)
            told = said(value, position.attribution, position.citations, cited, reader)
            day = _day_of(position.citations, cited, reader)
            lines.append(Block(f"• {day}{told}", citation_buttons(position.citations, cited, reader)))
        about = reader.texts(
            "sources-disagree", about=shorten(about_what(conflict.about, conflict.of, reader.texts), SHORT_UNITS)
        )
        blocks += stacked(Html(f"{mark}{about}"), lines)
    return blocks


def dispute_blocks(conflict: Conflict, cited: dict[int, Citation], reader: Reader) -> list[Block]:
    """What sources disagree on in one line, each side with who says so, and when; in a list where it is long."""
    sides = [
        Html(_day_of(side.citations, cited, reader) + said(value, side.attribution, side.citations, cited, reader))
        for side in conflict.positions
        if (value := shorten(side.value, 2 * SHORT_UNITS))
    ]
    about = shorten(about_what(conflict.about, conflict.of, reader.texts), SHORT_UNITS)
    numbers = [number for side in conflict.positions for number in side.citations]
    line = Html(f"{reader.texts('sources-disagree', about=about)} {reader.texts.joint.join(sides)}")
    if utf16(plain(line)) > CLAIM_UNITS:
        return conflict_blocks([conflict], cited, reader)
    return [Block(line, citation_buttons(numbers, cited, reader))]


def source_list(citations: Sequence[Citation], reader: Reader) -> list[Block]:
    """The articles cited; a long list can run over messages."""
    numbers: dict[str, list[Citation]] = {}
    for citation in citations:
        numbers.setdefault(citation.article_id, []).append(citation)
    lines = [Block(_source_line(cited, reader)) for cited in numbers.values()]
    return [_folded(block) for block in stacked(reader.texts("sources-heading"), lines)] if lines else []


def _folded(block: Block) -> Block:
    """A long list, of which a telephone shows the first lines until it is opened."""
    return Block(Html(f"<blockquote expandable>{block.html}</blockquote>"), block.buttons)


def _source_line(cited: Sequence[Citation], reader: Reader) -> Html:
    """One article with the numbers that point to it."""
    first = cited[0]
    marks = "".join(f"[{citation.n}]" for citation in cited)
    title = reader.texts.link(first.url, shorten(first.title, SHORT_UNITS))
    outlet = outlet_named(first.publisher, first.carrier, first.url, reader)
    return Html(f"{marks} {reader.texts.joint.join((title, outlet, when(first.published_at, reader)))}")


def outlet_named(publisher: str, carrier: str | None, url: str, reader: Reader) -> Html:
    """Who answers for an article; where a source carries what is not its own site's, that this one does."""
    if carrier is None:
        return publisher_named(publisher, reader)
    name = isolated(carrier, reader, SHORT_UNITS)
    if carrier == publisher:
        return reader.texts("carried-link", name=name, site=isolated(site_of(url), reader, SHORT_UNITS))
    return Html(reader.texts.joint.join((publisher_named(publisher, reader), reader.texts("carried-by", name=name))))


def publisher_named(name: str, reader: Reader) -> Html:
    """A publisher with what admins know of it: whether a state runs it, where it stands, where it is."""
    shown, profile = isolated(name, reader, SHORT_UNITS), reader.profiles.get(name)
    if profile is None:
        return shown
    known = [isolated(one, reader, SHORT_UNITS // 2) for one in (profile.leaning, profile.country) if one]
    if profile.state_run:
        known.insert(0, reader.texts("profile-state-run"))
    return Html(f"{shown} ({reader.texts.joint.join(known)})") if known else shown


def _abstention(answer: Answer, reader: Reader) -> str:
    """What was looked for in vain and what came nearest, in the reader's language."""
    texts, known = reader.texts, answer.searched
    if known is not None and known.points_back:
        return texts("answer-none-before")
    lines = [texts("answer-none")]
    if known is not None and set(known.names) - set(known.unnamed):
        lines.append(texts("answer-none-sought", names=texts.listed(known.names)))
    if known is not None and known.first is not None:
        first, last = texts.day(known.first), texts.day(known.last or known.first)
        key = "since" if known.last is None else "day" if first == last else "days"
        lines.append(texts(f"answer-none-{key}", first=first, last=last))
    if known is not None and known.unnamed:
        lines.append(texts("answer-none-unnamed", names=texts.listed(known.unnamed)))
    for name, day in known.seen if known is not None else ():
        lines.append(_seen(name, day, reader))
    if known is not None and known.nearest:
        who = isolated(known.publisher, reader, SHORT_UNITS)
        written = texts("undated") if known.written is None else texts.day(known.written)
        lines.append(texts("answer-none-nearest", title=shorten(known.nearest, SHORT_UNITS), who=who, day=written))
    return "\n".join([*lines, *hidden_line(reader)]) + f"\n\n{texts('answer-none-hint')}"


def _seen(name: str, day: date, reader: Reader) -> Html:
    """How fresh the reporting on a place is."""
    return reader.texts("answer-none-seen", name=isolated(name, reader, SHORT_UNITS), day=reader.texts.day(day))


def _footing(answer: Answer, reader: Reader) -> str:
    as_of = timed(answer.as_of, reader)
    zone = zone_label(reader.zone, answer.as_of)
    said = reader.texts("answer-footing", origins=answer.origins, at=as_of, zone=zone)
    return "\n".join([*cut_short_line(answer.cut_short, reader), said, *hidden_line(reader)])


def cut_short_line(cut_short: bool, reader: Reader) -> list[Html]:
    """That time ran out, where it did."""
    return [reader.texts("cut-short")] if cut_short else []


def hidden_line(reader: Reader) -> list[Html]:
    """That outlets are hidden from this chat, where some are."""
    return [reader.texts("hidden-outlets", count=reader.hidden)] if reader.hidden else []


def chain(attribution: Sequence[str], reader: Reader) -> Html:
    """Who first said it to the outlet that carries it: `two officials → Reuters → Al Mayadeen`."""
    arrow = " ← " if reader.texts.rtl else " → "
    shown = [isolated(who, reader, SHORT_UNITS) for who in attribution]
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
    return Html(isolate(escape(told_apart(shorten(text, units))), rtl=reader.texts.rtl))


def when(at: datetime | None, reader: Reader) -> Html:
    """The time of publication. A date of another direction than the names around it would come out of order."""
    shown = reader.texts("undated") if at is None else timed(at, reader)
    return Html(f"{FSI}{shown}{PDI}" if reader.texts.rtl else shown)


def timed(at: datetime, reader: Reader) -> Html:
    """A moment that a telephone can show by its own clock and put into its calendar; our words where it can not."""
    shown = escape(reader.texts.moment(at, reader.zone))
    return Html(f'<tg-time unix="{int(at.timestamp())}" format="dt">{shown}</tg-time>')


def part_of(reader: Reader) -> Callable[[int, int], str]:
    return lambda number, total: reader.texts("part", number=number, total=total)
