"""Which numbers of a sentence are of more than one incident: "since October", "in a month", "so far this year"."""

from __future__ import annotations

from datetime import date

from index.language.numerals import Numeral
from index.reports.counted import Phrasing

_BOUNDS = frozenset({",", ";", "،", "؛", "—", "–"})


def totals(phrasing: Phrasing) -> dict[int, date | None]:
    """The numbers that are totals, by their first word, with the day since when, None where that is not known."""
    found: dict[int, date | None] = {}
    for place in range(len(phrasing.words)):
        since = phrasing.words.length("since", place) if _is_of_time(phrasing, place) else 0
        if since or phrasing.says("totals", place):
            for number in _nearest(phrasing, place):
                found.setdefault(number.first, _since(phrasing, place) if since else None)
    return found


def _is_of_time(phrasing: Phrasing, place: int) -> bool:
    """Whether "since" is followed by a time and does not mean "because"."""
    length = phrasing.words.length("since", place)
    if not length:
        return False
    dated = any(place <= span.begin <= place + length for span in phrasing.dates)
    return dated or phrasing.says("times", place + length) != ""


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
