"""Of whom a sentence says that there were none: "no one was killed", "there were no casualties"."""

from __future__ import annotations

from collections.abc import Iterator

from index.language.numerals import exactly
from index.reports.counted import Counted, Phrasing, counted
from index.reports.fates import fate_after

_NEAR = 2
_AFTER = 3
_BEFORE = 6


def nobody(phrasing: Phrasing) -> Iterator[tuple[int, str, str]]:
    """Each thing that became of nobody: the place of the word that says so, what is counted, the outcome."""
    seen: set[tuple[str, str]] = set()
    for place in range(len(phrasing.words)):
        if place in phrasing.numbered or phrasing.words.is_plain(place):
            continue
        concept, outcomes = ("", ()) if _is_open(phrasing, place) else _at(phrasing, place)
        for outcome in outcomes:
            if (concept, outcome) not in seen:
                seen.add((concept, outcome))
                yield place, concept, outcome


def _is_open(phrasing: Phrasing, place: int) -> bool:
    """Whether it is only asked or unknown: "not clear whether there were any casualties"."""
    return any(phrasing.says("whether", near) for near in range(max(0, place - _BEFORE), place))


def _at(phrasing: Phrasing, place: int) -> tuple[str, tuple[str, ...]]:
    trigger = phrasing.triggers.get(place)
    if trigger and phrasing.says("none_after", trigger.last + 1):
        return "people", (trigger.of_people,)
    if phrasing.says("not", place):
        near = next((near for near in range(place + 1, place + _NEAR + 1) if near in phrasing.triggers), None)
        denied = phrasing.triggers[near] if near is not None else None
        after = range(denied.last + 1, denied.last + _AFTER + 1) if denied else range(0)
        if denied and any(phrasing.says("nobody", other) for other in after):
            return "people", (denied.of_people,)
    length = phrasing.words.length("none", place)
    if not length:
        return "", ()
    if phrasing.says("harm", place + length):
        return "people", ("killed", "wounded")
    number = exactly(0, place, place + length - 1)
    subject = counted(phrasing, number)
    fate = fate_after(phrasing, number, subject)
    if fate is None or fate.cost > _NEAR or not (subject.listed or fate.cost == 0):
        return "", ()
    return _concept(subject), (fate.outcome,)


def _concept(subject: Counted) -> str:
    return subject.concept if subject.listed else "people"
