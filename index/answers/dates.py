"""Dates as texts write them: absolute ones, and relative ones resolved from the day a text was written."""

from __future__ import annotations

import calendar
import dataclasses
import functools
import re
from datetime import date, timedelta

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}

_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MONTH = rf"(?P<month>{_NAMES})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_TO = r"(?:\s*(?:-|–|to|and)\s*(?P<last>[0-3]?\d)(?:st|nd|rd|th)?)?"
_ABSOLUTE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>(?:19|20)\d\d)-(?P<number>[01]\d)-(?P<day>[0-3]\d)\b",
        rf"\b{_DAY}{_TO}\s+(?:of\s+)?{_MONTH}(?:\s*,?\s+{_YEAR})?\b",
        rf"\b{_MONTH}\s+{_DAY}{_TO}\b(?!\d|:)(?:\s*,?\s+{_YEAR})?",
        rf"\b{_MONTH}\s*,?\s+(?:of\s+)?{_YEAR}\b",
    )
)
_YEAR_ALONE = re.compile(rf"\b(?:in|of|since|during|summer|spring|autumn|winter|early|late)\s+{_YEAR}\b", re.IGNORECASE)
_MONTH_ALONE = re.compile(
    r"\b(?:in|since|during|last|until|early|late|mid|of|on)[\s-]+"
    rf"(?P<month>{'|'.join(name.lower() for name in calendar.month_name if name)})\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?P<lead>last|next|this|on|early|late|by|since|until|from)?\s*"
    r"(?P<word>monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|tomorrow)s?\b(?:['’]s)?",
    re.IGNORECASE,
)
# After one of these a date is that of what is told, not of the telling.
_BEFORE_AN_EVENT = frozenset({"on", "in", "since", "by", "after", "until", "before", "from", "the", "of"})

# Sentences whose dates are remembered: each is asked for its own by several rules, and by the next question again.
_REMEMBERED = 8000


@dataclasses.dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included, written at `start:end` of a text."""

    first: date
    last: date
    start: int
    end: int

    @property
    def is_day(self) -> bool:
        return self.first == self.last


@functools.lru_cache(maxsize=_REMEMBERED)
def absolute(text: str, near: date | None = None) -> tuple[Span, ...]:
    """The dates that `text` states, in order of place. One without a year takes the last one not after `near`."""
    found: list[Span] = []
    for pattern in (*_ABSOLUTE, _MONTH_ALONE, _YEAR_ALONE):
        for match in pattern.finditer(text):
            span = _span(match, near)
            if span and not any(span.start < other.end and other.start < span.end for other in found):
                found.append(span)
    return tuple(sorted(found, key=lambda span: span.start))


def relative(text: str, written: date) -> list[Span]:
    """The weekdays and words such as yesterday in `text`, as days, seen from the day it was written."""
    found = []
    for match in _RELATIVE.finditer(text):
        word, lead = match["word"].lower(), (match["lead"] or "").lower()
        day = _resolved(word, lead, written)
        found.append(Span(day, day, match.start("word"), match.end()))
    return found


def dateline(text: str) -> date | None:
    """The day that an article states at its very beginning, as in "Wed 05 Apr 2017 Syria attack…"."""
    for span in absolute(text[:90]):
        lead, stated = text[: span.start].split(), text[span.start : span.end]
        named = bool(lead) and lead[-1].lower() in _BEFORE_AN_EVENT
        if span.is_day and not named and re.search(r"\b(?:19|20)\d\d\b", stated):
            return span.first
    return None


def spelled(day: date) -> str:
    """A day as people here read it: 21 April 2024."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _resolved(word: str, lead: str, written: date) -> date:
    steps = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
    if word in steps:
        return written + timedelta(days=steps[word])
    back = (written.weekday() - _WEEKDAYS[word]) % 7
    if lead == "next":
        return written + timedelta(days=(7 - back) or 7)
    if lead == "last" and back == 0:
        back = 7
    return written - timedelta(days=back)


def _span(match: re.Match[str], near: date | None) -> Span | None:
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    month = int(parts["number"]) if parts.get("number") else _MONTHS.get((parts.get("month") or "").lower())
    day = int(parts["day"]) if parts.get("day") else None
    if month is None:
        return None if year is None else Span(date(year, 1, 1), date(year, 12, 31), *match.span())
    if year is None:
        if near is None:
            return None
        year = near.year if (month, day or 1) <= (near.month, near.day) else near.year - 1
    last = int(parts["last"]) if parts.get("last") else day
    end_of_month = calendar.monthrange(year, month)[1]
    try:
        return Span(date(year, month, day or 1), date(year, month, last or end_of_month), *match.span())
    except ValueError:
        return None
