"""Statements: the stretches of a report in order, each with who says it."""

from __future__ import annotations

import dataclasses
import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from index.language.reporting import Reporting, reporting
from index.language.sentences import sentences
from index.reports.actors import entry_of
from index.reports.issuers import issuer
from index.reports.lines import Line, line_of
from index.reports.mentions import Mentions
from index.reports.phrases import after, is_told
from index.reports.pieces import Piece, content_of, pieces
from index.reports.quotations import Quotation, quotations
from index.reports.records import Statement, StatementKind, Voice
from index.reports.sayings import Saying
from index.reports.voices import voice_of

_MOST_STATEMENTS = 1_500
# A sentence is its quotation's where this much of it is quoted.
_QUOTED = 0.5
_PART_REACH = 6
# A text of so many characters, with no more than one comma in as many, has lost them, as in some archives.
_LOST_COMMAS = 400


@dataclasses.dataclass(slots=True)
class _Draft:
    """A stretch of a sentence before it is known who goes on speaking in a quotation."""

    line: Line
    number: int
    piece: Piece
    voices: tuple[Voice, ...]
    own: bool


def statements_of(text: str, language: str) -> tuple[Statement, ...]:
    """What is said in a text, in order and without gaps but white space, with who says it; nothing else is read yet."""
    lexicon = reporting(language)
    quoted = quotations(text)
    mentions = Mentions()
    drafts: list[_Draft] = []
    for number, (line, following) in enumerate(_with_next(_lines(text, quoted, lexicon))):
        mentions.read(line, following)
        drafts.extend(
            _Draft(line, number, piece, _chain(line, piece, mentions), any(act.own for act in piece.acts))
            for piece in pieces(line)
        )
        if len(drafts) >= _MOST_STATEMENTS:
            break
    drafts = _with_bare_joined(text, drafts)
    _give_issuer(drafts)
    for draft in drafts:
        draft.voices = tuple(mentions.watcher(draft.line, draft.number, voice) for voice in draft.voices)
    _give_quotations(text, quoted, drafts)
    _give_parts(text, drafts)
    return tuple(_statement(draft, quoted) for draft in drafts)


def _lines(text: str, quoted: Sequence[Quotation], lexicon: Reporting) -> Iterator[Line]:
    starts = [quotation.start for quotation in quoted]
    bare = len(text) // _LOST_COMMAS > text.count(",") + text.count("،")
    for start, end in sentences(text):
        first = max(0, bisect_left(starts, start) - 1)
        last = bisect_left(starts, end)
        yield line_of(text, (start, end), quoted[first:last], lexicon, bare=bare)


def _with_next(lines: Iterator[Line]) -> Iterator[tuple[Line, Line | None]]:
    """Each sentence with the one behind it."""
    line = next(lines, None)
    while line is not None:
        following = next(lines, None)
        yield line, following
        line = following


def _chain(line: Line, piece: Piece, mentions: Mentions) -> tuple[Voice, ...]:
    """Who says it, innermost first; the last speaker where the subject is left out."""
    chain: list[Voice] = []
    for act in piece.acts:
        chain.extend(_voices(line, act, mentions, alone=not any(other.speaker for other in piece.acts)))
    unique: dict[str, Voice] = {}
    for voice in chain:
        unique.setdefault(voice.name.casefold(), voice)
    return tuple(unique.values())


def _voices(line: Line, act: Saying, mentions: Mentions, *, alone: bool) -> Iterator[Voice]:
    if act.own or act.kind == "hearsay":
        return
    if act.kind == "colon" and act.speaker is not None and not (line.is_whole or mentions.knows(line, act.speaker)):
        return
    kind = act.verb.kind if act.verb is not None else ""
    if act.speaker is not None:
        yield mentions.resolve(line, act.speaker, act.attached, denies=kind == "deny")
    elif alone and (voice := mentions.current()) is not None:
        yield voice
    accused = after(line, act.last + 1) if kind == "blame" else None
    if accused is not None:
        mentions.accuse(line, accused)
    if act.audience is not None and _is_outlet(line, act):
        yield voice_of(line, act.audience, attached=line.lexicon.to)


def _is_outlet(line: Line, act: Saying) -> bool:
    """Whether who was told is a name that may carry the report on, not "reporters" or "him"."""
    audience = act.audience
    assert audience is not None
    if act.verb is not None and act.verb.kind == "cite":
        return True
    places = range(audience.first, audience.last + 1)
    named = any(line.is_name(at) or is_told(line, at) for at in places) and not any(
        line.has(at, "titles") for at in places
    )
    acting = entry_of(line.phrase(audience), line.lexicon.language)
    return named and not acting and not line.has(audience.first, "audiences")


def _with_bare_joined(text: str, drafts: Sequence[_Draft]) -> list[_Draft]:
    """The stretches, those that only name a speaker ("He said:", "Novak said.") joined to what he says."""
    result: list[_Draft] = []
    leading: _Draft | None = None
    for draft in drafts:
        start, _ = content_of(draft.line, draft.piece)
        bare = bool(draft.voices) and start == draft.piece.start and draft.piece.acts[0].first <= 1
        if leading is not None:
            opened = draft.piece if draft.voices else dataclasses.replace(draft.piece, start=leading.piece.start)
            if draft.voices:
                result.append(leading)
            draft = dataclasses.replace(draft, piece=opened, voices=draft.voices or leading.voices)
            leading = None
        if bare and text[draft.piece.start : draft.piece.end].rstrip().endswith(":"):
            leading = draft
        elif bare and result and not result[-1].voices and result[-1].line.ends_quoted:
            piece = dataclasses.replace(result[-1].piece, end=draft.piece.end)
            result[-1] = dataclasses.replace(result[-1], piece=piece, voices=draft.voices)
        else:
            result.append(draft)
    return [*result, leading] if leading is not None else result


def _give_quotations(text: str, quoted: Sequence[Quotation], drafts: list[_Draft]) -> None:
    """A quotation over several sentences is of whoever the words around it name; else of who spoke before."""
    for quotation in _joined(quoted):
        first = bisect_left(drafts, quotation.start, key=lambda draft: draft.line.end)
        inside = []
        for draft in drafts[first:]:
            if draft.line.start >= quotation.end:
                break
            inside.append(draft)
        owner = next((draft for draft in inside if draft.voices or draft.own), None)
        before = drafts[first - 1] if first > 0 else None
        if owner is None and before is not None and _leads_on(text, before, quotation):
            owner = before
        for draft in inside:
            if owner is not None and not draft.voices and not draft.own and _share(draft, quotation) >= _QUOTED:
                draft.voices, draft.own = owner.voices, owner.own


def _give_parts(text: str, drafts: Sequence[_Draft]) -> None:
    """What counts among the dead that somebody told of in the sentence before is his, where nobody else is named."""
    for before, draft in itertools.pairwise(drafts):
        silent = not draft.voices and not draft.own and not draft.piece.acts
        beside = "\n" not in text[before.piece.end : draft.piece.start]
        if silent and beside and before.voices and draft.line.counts_on(_PART_REACH):
            draft.voices = before.voices


def _give_issuer(drafts: Sequence[_Draft]) -> None:
    """In a communique whoever issues it says all that nobody else is named for, as "we" too."""
    span = issuer(drafts[0].line) if len(drafts) > 1 else None
    if span is None:
        return
    voice = voice_of(drafts[0].line, span)
    for draft in drafts[1:]:
        if not draft.voices and not any(act.kind == "hearsay" for act in draft.piece.acts):
            draft.voices, draft.own = (voice,), False


def _leads_on(text: str, before: _Draft, quotation: Quotation) -> bool:
    """Whether who spoke in the sentence before goes on in a quotation that names nobody."""
    return bool(before.voices) and text.count("\n", before.line.end, quotation.start) <= 2


def _joined(quoted: Sequence[Quotation]) -> list[Quotation]:
    """The quotations, those that go on in the next paragraph as one."""
    result: list[Quotation] = []
    for quotation in quoted:
        if result and result[-1].continued:
            result[-1] = Quotation(result[-1].start, quotation.end, quotation.continued)
        else:
            result.append(quotation)
    return result


def _share(draft: _Draft, quotation: Quotation) -> float:
    start, end = draft.piece.start, draft.piece.end
    return max(0, min(end, quotation.end) - max(start, quotation.start)) / max(1, end - start)


def _statement(draft: _Draft, quoted: Sequence[Quotation]) -> Statement:
    piece, line = draft.piece, draft.line
    content = content_of(line, piece)
    return Statement(
        start=piece.start,
        end=piece.end,
        sentence=draft.number,
        kind=_kind(draft, content, quoted),
        voices=draft.voices,
        content=content,
    )


def _kind(draft: _Draft, content: tuple[int, int], quoted: Sequence[Quotation]) -> StatementKind:
    if draft.own:
        return "own"
    hearsay = any(act.kind == "hearsay" for act in draft.piece.acts)
    if not draft.voices:
        return "reported" if hearsay else "own"
    start, end = content
    overlapping = quoted[bisect_left(quoted, start, key=lambda span: span.end) : bisect_left(quoted, end, key=_start)]
    inside = sum(min(end, span.end) - max(start, span.start) for span in overlapping)
    return "quotation" if end > start and inside / (end - start) >= _QUOTED else "reported"


def _start(quotation: Quotation) -> int:
    return quotation.start
