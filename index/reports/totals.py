"""Which numbers of a sentence are of more than one incident: "since October", "in a month", "the war has killed"."""

from __future__ import annotations

from datetime import date, timedelta

from index.language.numerals import Numeral
from index.reports.counted import Phrasing

_BOUNDS = frozenset({",", ";", "،", "؛", "—", "–"})
_ENDS = frozenset({".", ":", ";", "؛", "—", "–"})
# Dates so far apart bound more than one incident.
_WEEKS = timedelta(days=14)
# So many words may stand between a war and what it did, or after "since" before it.
_NEAR = 5
# A number and what makes it vague stand between "in" and "days".
_BEFORE = 3


def totals(phrasing: Phrasing) -> dict[int, date | None]:
    """The numbers that are totals, by their first word, with the day since when, None where that is not known."""
    found: dict[int, date | None] = {}
    for place in range(len(phrasing.words)):
        since = phrasing.words.length("since", place) if _is_of_time(phrasing, place) else 0
        if since or phrasing.says("totals", place):
            for number in _nearest(phrasing, place):
                found.setdefault(number.first, _since(phrasing, place) if since else None)
        elif _is_stretch(phrasing, place):
            for number in _nearest(phrasing, place):
                found.setdefault(number.first, _since(phrasing, place))
        elif _is_span(phrasing, place):
            for number in _nearest(phrasing, place):
                if not number.first <= place - 1 <= number.last:
                    found.setdefault(number.first, None)
        elif _is_of_war(phrasing, place):
            for number in _beside(phrasing, place):
                found.setdefault(number.first, None)
    return found


def _is_stretch(phrasing: Phrasing, place: int) -> bool:
    """Whether "between" stands before two dates weeks apart: "between October and the end of March"."""
    if not phrasing.says("between", place):
        return False
    days = [span for span in phrasing.dates if place < span.begin <= place + 2 * _NEAR]
    if len(days) < 2 or not days[0].first or not days[1].last:
        return False
    return abs(days[1].last - days[0].first) >= _WEEKS


def _is_span(phrasing: Phrasing, place: int) -> bool:
    """Whether days or weeks are named in which something went on: "in four days", "two weeks of shelling". "The second
    attack in two days" is one attack."""
    before = range(max(0, place - 2 * _BEFORE), place)
    if not phrasing.says("stretches", place) or any(phrasing.says("ordinals", near) for near in before):
        return False
    during = any(phrasing.says("during", near) for near in range(max(0, place - _BEFORE), place))
    return during or bool(phrasing.says("of", place + 1))


def _is_of_war(phrasing: Phrasing, place: int) -> bool:
    """Whether a war is named that took lives, or in which they were lost: "the war has killed", "killed in the
    six-year conflict". "Prisoners of war" and "a war monitor" are none."""
    if not phrasing.says("wars", place) or phrasing.says("of", place - 1):
        return False
    return _takes(phrasing, place) or _is_time_of(phrasing, place)


def _takes(phrasing: Phrasing, place: int) -> bool:
    before = phrasing.triggers.get(place - 1) or phrasing.ending.get(place - 1)
    if phrasing.says("leaves", place - 1) or (before is not None and before.transitive):
        return True
    for near in range(place + 1, min(place + 1 + _NEAR, len(phrasing.words))):
        if near in phrasing.triggers or phrasing.says("leaves", near):
            return True
        if not (
            phrasing.says("bridges", near) or phrasing.words[near].capital or phrasing.key(near) in _BOUNDS - _ENDS
        ):
            return False
    return False


def _is_time_of(phrasing: Phrasing, place: int) -> bool:
    """Whether "in" or "during" stands before a war and nothing that it would only describe comes after it."""
    after = phrasing.key(place + 1)
    ends = place + 1 >= len(phrasing.words) or after in _ENDS | _BOUNDS or phrasing.says("stops", place + 1) != ""
    opens = range(max(0, place - _NEAR), place)
    return ends and any(phrasing.says("during", near) for near in opens)


def _beside(phrasing: Phrasing, place: int) -> list[Numeral]:
    """The numbers after a war up to the end of what is said of it; where there is none, the nearest before it."""
    closes = min((mark for mark in range(place, len(phrasing.words)) if phrasing.key(mark) in _ENDS), default=None)
    after = [number for number in phrasing.numbers if number.first > place and (not closes or number.first < closes)]
    return after or [number for number in phrasing.numbers if number.first < place][-1:]


def _is_of_time(phrasing: Phrasing, place: int) -> bool:
    """Whether "since" is followed by a time and does not mean "because"."""
    length = phrasing.words.length("since", place)
    if not length:
        return False
    dated = any(place <= span.begin <= place + length for span in phrasing.dates)
    war = any(phrasing.says("wars", near) for near in range(place + length, place + length + _NEAR))
    return dated or war or phrasing.says("times", place + length) != ""


def _since(phrasing: Phrasing, place: int) -> date | None:
    return next((span.first for span in phrasing.dates if span.begin > place), None)


def _nearest(phrasing: Phrasing, place: int) -> list[Numeral]:
    """The numbers that a period speaks of: those of its part of the sentence, else the nearest other."""
    bounds = [mark for mark in range(len(phrasing.words)) if phrasing.key(mark) in _BOUNDS]
    opens = max((mark for mark in bounds if mark < place), default=-1)
    closes = min((mark for mark in bounds if mark > place), default=len(phrasing.words))
    own = [number for number in phrasing.numbers if opens < number.first < closes]
    before = [number for number in phrasing.numbers if number.first < opens]
    return own or before[-1:] or [number for number in phrasing.numbers if number.first > closes][:1]
