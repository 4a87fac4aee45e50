"""A sentence in pieces, one for each who speaks beside another; acts that pass each other on stay together."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from index.reports.lines import Line
from index.reports.sayings import Saying, sayings

# Fewer words before a speaker are no statement that somebody could have made.
_STATEMENT = 4
_OUTERMOST = 10_000


@dataclasses.dataclass(frozen=True, slots=True)
class Piece:
    """The characters `start:end` of a text and the acts of reporting in them, innermost first."""

    start: int
    end: int
    acts: tuple[Saying, ...]


def pieces(line: Line) -> list[Piece]:
    """The pieces of a sentence in order; they meet. One without acts is the outlet's own."""
    groups: list[tuple[int, list[Saying]]] = [(0, [])]
    for act in sayings(line):
        start, acts = groups[-1]
        cut = _cut(line, act, start, acts)
        if cut is not None and cut > start:
            groups.append((cut, [act]))
        elif act.verb is not None and act.verb.kind == "speak" and not act.trails and _is_nested(line, act, acts):
            continue
        else:
            acts.append(act)
    starts = [line.tokens[first].start if first else line.start for first, _ in groups]
    ends = [*starts[1:], line.end]
    return [
        Piece(start, end, tuple(sorted(acts, key=_outerness)))
        for start, end, (_, acts) in zip(starts, ends, groups, strict=True)
    ]


def _cut(line: Line, act: Saying, start: int, acts: Sequence[Saying]) -> int | None:
    """The token at which an act of reporting begins a piece of its own, None where it belongs to the piece before."""
    lead = sum(line.tokens[at].is_word for at in range(start, act.first))
    if lead < _STATEMENT or act.kind in ("cite", "hearsay") or (act.verb is not None and act.verb.kind == "speak"):
        return None
    if act.verb is not None and act.verb.gerund:
        noun = line.has(act.first - 1, "utterances") or line.has(act.first - 1, "manner")
        return act.first if not acts and not noun else None
    before = act.first - 1
    while before > start and line.is_comma(before):
        before -= 1
    if line.has(before, "complementizers") and not line.has(before, "relatives"):
        return None
    passing = line.has(before, "subordinators") or line.has(before, "relatives") or line.has(before, "utterances")
    beside = line.has(before, "conjunctions") or line.word(before) in {";", ":"}
    if passing and act.kind == "verb" and not (act.trails and not acts):
        return before
    if beside and not act.trails:
        return before
    if act.kind == "according" and acts and not act.trails:
        return act.first
    return None


def _is_nested(line: Line, act: Saying, acts: Sequence[Saying]) -> bool:
    """Whether an urging or condemning is only told of in what another says, or in a clause on the side."""
    before = act.first - 1
    return bool(acts) or line.has(before, "subordinators") or line.has(before, "relatives")


def _outerness(act: Saying) -> int:
    """How far out an act stands: what comes behind what it reports reports all of that."""
    if act.kind == "cite":
        return -act.first - 1
    if act.trails:
        return _OUTERMOST + act.last
    return _OUTERMOST - 1 - act.first


def _is_added(line: Line, piece: Piece, act: Saying) -> bool:
    """Whether an act only adds to what another before it reports: ", adding that"."""
    gerund = act.verb is not None and act.verb.gerund and line.is_comma(act.first - 1)
    return gerund and any(earlier.first < act.first and not earlier.trails for earlier in piece.acts)


def content_of(line: Line, piece: Piece) -> tuple[int, int]:
    """The characters of what is said, without the words that say who says it; of "…, she told reporters, adding that
    …" what stands first, of "she said …, adding that …" all."""
    start, end = piece.start, piece.end
    closing = min((act.first for act in piece.acts if act.trails), default=len(line))
    for act in piece.acts:
        if not act.trails and act.kind != "hearsay" and act.first < closing and not _is_added(line, piece, act):
            start = max(start, line.tokens[act.last].end)
    for act in piece.acts:
        if act.trails and line.tokens[act.first].start > start:
            end = min(end, line.tokens[act.first].start)
    inside = [at for at in range(len(line)) if start <= line.tokens[at].start < end]
    while inside and (line.has(inside[0], "complementizers") or line.word(inside[0]) in {",", ":", "،", "-", "—", "–"}):
        inside.pop(0)
    while inside and line.word(inside[-1]) in {",", ".", "،", "-", "—", "–"}:
        inside.pop()
    return (line.tokens[inside[0]].start, line.tokens[inside[-1]].end) if inside else (piece.start, piece.end)
