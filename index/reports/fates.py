"""What became of those whom a number counts, from the words before and after it."""

from __future__ import annotations

import dataclasses

from index.language.numerals import Numeral
from index.reports.counted import Counted, Phrasing, Trigger, allows

_REACH = 16
_COMMA = 3
_NEAR = 2
_FAR = 6
_FARTHEST_TOLL = 10
_ENDS = frozenset(".;:!?…()[]—–؛؟")
_COMMAS = frozenset(",،")


@dataclasses.dataclass(frozen=True, slots=True)
class Fate:
    """What became of those counted, and how far it is said from their number; no trigger: by a word such as "toll"."""

    outcome: str
    cost: int
    trigger: Trigger | None = None


def nearer(before: Fate | None, after: Fate | None, subject: Counted) -> Fate | None:
    """The nearer of two fates. "Freed eleven hostages": what is done goes before what those counted are called."""
    if before is None or after is None:
        return before or after
    done_to = before.trigger is not None and before.trigger.transitive and before.cost <= 1
    if done_to and after.trigger and after.trigger.last <= subject.last:
        return before
    return after if after.cost <= before.cost else before


def fate_after(phrasing: Phrasing, number: Numeral, subject: Counted) -> Fate | None:
    """What the words after a number say became of those it counts: "20 (people were) killed"."""
    cost, passive, place = 0, False, number.last
    while place + 1 < min(len(phrasing.words), subject.last + _REACH):
        place += 1
        trigger = phrasing.triggers.get(place)
        if (place in phrasing.numbered and number.value) or (trigger and trigger.opens_clause):
            return None
        outcome = trigger.of(subject) if trigger else ""
        if trigger and outcome:
            active = place > number.last + 1 and trigger.transitive and not passive and _takes_object(phrasing, trigger)
            return None if active else Fate(outcome, cost, trigger)
        phrase = place <= subject.last and (subject.listed or number.value)
        if trigger or phrase or place in phrasing.numbered:
            continue
        if phrasing.key(place) == "(":
            place = phrasing.closing(place)
            continue
        step = _step(phrasing, place)
        if step is None and phrasing.is_conjunction(place) and _goes_on(phrasing, place):
            step = _COMMA
        if step is None or (phrasing.says("fences", place) and not (phrasing.says("who", place) and cost == 0)):
            return None
        passive = passive or phrasing.says("passive", place) != ""
        cost += step
    return None


def fate_before(phrasing: Phrasing, number: Numeral, subject: Counted) -> Fate | None:
    """What the words before a number say became of those it counts: "killed 20", "put the death toll at 58"."""
    cost, linked, crossed = 0, False, False
    for place in range(number.begin - 1, max(-1, number.begin - _REACH), -1):
        if place in phrasing.numbered:
            return None
        trigger = phrasing.ending.get(place)
        toll = phrasing.says("tolls", place) if not trigger else ""
        outcome = trigger.of(subject) if trigger else toll
        if outcome and (trigger or allows(subject.concept, toll)):
            reach = _reach(number, subject, linked=linked or bool(toll))
            passed = crossed and trigger and not trigger.transitive
            return None if passed or cost > reach else Fate(outcome, cost, trigger)
        if trigger:
            continue
        step = _step(phrasing, place)
        if step is None and phrasing.is_conjunction(place) and not crossed and not linked:
            crossed, step = True, _NEAR
        if phrasing.says("fences", place):
            step = 1 if linked else None
        if step is None:
            return None
        linked = linked or (phrasing.says("linking", place) != "" and number.begin - place <= 3)
        cost += step
    return None


def _reach(number: Numeral, subject: Counted, *, linked: bool) -> int:
    """How far before a number what became of those it counts may be said: a bare number near, a toll's far."""
    if linked:
        return _FARTHEST_TOLL
    return _FAR if subject.listed and subject.last > number.last else _NEAR


def _step(phrasing: Phrasing, place: int) -> int | None:
    """How far a word puts a number from what is said of it; None where no such thing is said across it."""
    word = phrasing.words[place]
    if word.kind == "mark":
        if word.key in _ENDS:
            return None
        return _COMMA if word.key in _COMMAS else 0
    if phrasing.is_conjunction(place):
        return None
    return 0 if phrasing.says("links", place) else 1


def _goes_on(phrasing: Phrasing, place: int) -> bool:
    """Whether "and" joins another subject, not another clause: "four children and a woman died"."""
    return not any(near in phrasing.triggers or near in phrasing.opening for near in (place + 1, place + 2))


def _takes_object(phrasing: Phrasing, trigger: Trigger) -> bool:
    """Whether a verb goes on to say whom: in "5 rockets killed two people" killed is not of the five."""
    after = trigger.last + 1
    return after in phrasing.opening or phrasing.says("takes", after) != "" or phrasing.says("concepts", after) != ""
