"""When a question asks about: reporting since a moment, or an event on some day, in the reader's zone."""

from __future__ import annotations

import dataclasses
import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from index.answers.dates import absolute, relative
from index.answers.gazetteer import names_in

_LAST = re.compile(
    r"\b(?:(?:in|over|during|for|within) the (?:last|past)\s+(?P<some>\d+|few|couple of|two|three)?"
    r"|(?:last|past)\s+(?P<count>\d+|few|couple of|two|three))\s*(?P<unit>hours?|days?|weeks?|months?)\b(?! of)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\blast (?P<unit>week|month)\b(?! of)", re.IGNORECASE)
_THIS = re.compile(r"\bthis (?P<unit>week|month)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|from)\s+$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CAPITALISED = re.compile(r"[A-Z][\w'’-]*\s+$")
_COUNTS = {"few": 3, "couple of": 2, "two": 2, "three": 3}
_HOURS = {"hour": 1, "day": 24, "week": 168, "month": 720}
_EARLY = re.compile(r"\b(?:first (?:week|weekend|days?)|early|start|beginning)\s*(?:of|in)?\s*$", re.IGNORECASE)
_LATE = re.compile(r"\b(?:last (?:week|days?)|late|end)\s*(?:of|in)?\s*$", re.IGNORECASE)
_MIDDLE = re.compile(r"\b(?:mid|middle of)[\s-]*$", re.IGNORECASE)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 12)}


@dataclasses.dataclass(frozen=True, slots=True)
class Timing:
    """`since`: only reports from then on are wanted. `first` and `last`: the days of the event that is meant."""

    since: datetime | None = None
    first: date | None = None
    last: date | None = None
    # Where a date was written, for those who read the rest of the question.
    spans: tuple[tuple[int, int], ...] = ()
    # No year is stated: `first` and `last` are in the last one that had these days, which may not be the one meant.
    assumed: bool = False


def timing(text: str, now: datetime, zone: str = "UTC") -> Timing:
    """The times in a question, relative ones seen from `now` in the reader's zone."""
    here = now.astimezone(ZoneInfo(zone))
    last = _LAST.search(text)
    if last:
        count = (last["count"] or last["some"] or "1").lower()
        number = int(count) if count.isdigit() else _COUNTS.get(count, 1)
        hours = _HOURS[last["unit"].lower().rstrip("s")] * min(number, 9999)
        return Timing(since=now - timedelta(hours=hours), spans=(last.span(),))
    stated = absolute(text, here.date())
    if stated:
        spans = tuple((span.start, span.end) for span in stated)
        if _SINCE.search(text[: stated[0].start]) or text[stated[0].start :].lower().startswith("since"):
            return Timing(since=_midnight(stated[0].first, zone), spans=spans)
        narrowed = [_narrowed(text, span.start, span.first, span.last) for span in stated]
        first, end = min(pair[0] for pair in narrowed), max(pair[1] for pair in narrowed)
        assumed = not any(_YEAR.search(text, start, end) for start, end in spans)
        return Timing(first=first, last=end, spans=spans, assumed=assumed)
    for span in relative(text, here.date()):
        if _in_a_name(text, span.start):
            continue
        if _SINCE.search(text[: span.start]):
            return Timing(since=_midnight(span.first, zone), spans=((span.start, span.end),))
        return Timing(first=span.first, last=span.last, spans=((span.start, span.end),))
    this = _THIS.search(text)
    if this:
        opens = here.date() - timedelta(days=6 if this["unit"].lower() == "week" else 30)
        return Timing(first=opens, last=here.date(), spans=(this.span(),))
    before = _BEFORE.search(text)
    if before:
        first, end = _before_this(before["unit"].lower(), here.date())
        return Timing(first=first, last=end, spans=(before.span(),))
    return Timing()


def _in_a_name(text: str, start: int) -> bool:
    """Whether a day belongs to a name, as in "Black Friday" or "Business Today", and is none that is asked about.

    After a place or a party it is a day: "in Gaza Friday".
    """
    before = _CAPITALISED.search(text, 0, start)
    return before is not None and text[start].isupper() and before.start() > 0 and not names_in(before.group())


def _before_this(unit: str, today: date) -> tuple[date, date]:
    """The week or the month before the one that `today` is in."""
    opens = today.replace(day=1) if unit == "month" else today - timedelta(days=today.weekday())
    last = opens - timedelta(days=1)
    return (last.replace(day=1) if unit == "month" else last - timedelta(days=6)), last


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone))


def _narrowed(text: str, start: int, first: date, last: date) -> tuple[date, date]:
    """Part of a month or a year: "mid-April", "first weekend of July 2015", "summer 2013"."""
    before, written = text[:start], text[start:]
    if (last - first).days > 300:
        for season, (opens, closes) in _SEASONS.items():
            if re.search(rf"\b{season}\s*(?:of\s*)?$", before, re.IGNORECASE) or written.lower().startswith(season):
                ends = date(first.year + closes // 12, closes % 12 + 1, 1) - timedelta(days=1)
                return date(first.year, opens, 1), ends
        return first, last
    if not 27 <= (last - first).days <= 31:
        return first, last
    if _EARLY.search(before) or written.lower().startswith("early"):
        return first, first.replace(day=10)
    if _LATE.search(before) or written.lower().startswith("late"):
        return first.replace(day=20), last
    if _MIDDLE.search(before) or written.lower().startswith("mid"):
        return first.replace(day=9), first.replace(day=21)
    return first, last
