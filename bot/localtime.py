"""Local time: the one module that knows zones, hours of the day and what daylight saving does to them.

Everywhere else a time is an aware UTC datetime, a minute of the day (0..1439) and the name of a zone.

Rules where the clocks change: a time that does not exist becomes the first moment after the gap; a time that
occurs twice is its first occurrence; a date that a zone left out (Apia, 2011-12-30) has no occurrence.
"""

from __future__ import annotations

import dataclasses
import functools
import itertools
import re
import zoneinfo
from datetime import UTC, date, datetime, time, timedelta

from index.errors import InputError
from index.places import find

# Two briefings of one subscription are never nearer than this, whatever a person changes in between.
APART = timedelta(hours=12)
# A bit for each weekday, Monday's the lowest.
ALL_DAYS = 127
# A zone can leave out a date, a change of zone or hour can use up two more, and a week passes to the same weekday.
_DATES_TO_TRY = 6 + 14

_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+\-−–])\s*(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)
_MINUTE = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)
_FOUR_DIGITS = re.compile(r"(\d{2})(\d{2})")


# Offsets that are not whole hours: a zone that keeps each of them all year.
_OFFSETS = {
    "+03:30": "Asia/Tehran",
    "+04:30": "Asia/Kabul",
    "+05:30": "Asia/Kolkata",
    "+05:45": "Asia/Kathmandu",
    "+06:30": "Asia/Yangon",
    "+08:45": "Australia/Eucla",
    "+09:30": "Australia/Darwin",
    "-09:30": "Pacific/Marquesas",
}
# How many times as large a town must be as the others of its name before it alone is meant.
_LARGER = 5


@dataclasses.dataclass(frozen=True, slots=True)
class Occurrence:
    """One due moment of a subscription: `at` in UTC, on the local date `day`, at most one for each date."""

    at: datetime
    day: date


def parse_zone(text: str) -> str:
    """The IANA name of the zone that a person means: a zone, a town in any language, or an offset like "+03:00".

    Raises InputError where nothing fits.
    """
    wanted = " ".join(text.replace("_", " ").split()).casefold()
    offset = _OFFSET.fullmatch(wanted)
    name = _zone_of_offset(offset) if offset else _zone_of_town(wanted) or zones_by_name().get(wanted)
    if name is None:
        raise InputError(
            "I do not know that time zone. Send a city such as Kyiv, a zone such as Asia/Baghdad, or +03:00.",
            code="zone_unknown",
        )
    return name


def parse_minute(text: str) -> int:
    """The minute of the day (0..1439) of a time as people write it: 7, 7:30, 07.30, 0730, 7pm, noon.

    Raises InputError where it is no time.
    """
    wanted = text.strip().casefold()
    if wanted in {"noon", "midnight"}:
        return 720 if wanted == "noon" else 0
    match = _MINUTE.fullmatch(wanted) or _FOUR_DIGITS.fullmatch(wanted)
    if match is not None:
        hour, minute = int(match[1]), int(match[2] or 0)
        half = match[3][0] if match.re is _MINUTE and match[3] else None
        if half is None and hour < 24 and minute < 60:
            return hour * 60 + minute
        if half is not None and 1 <= hour <= 12 and minute < 60:
            return (hour % 12 + (12 if half == "p" else 0)) * 60 + minute
    raise InputError("That is not a time of day. Send it as 07:30 or 7pm.", code="time_unknown")


def next_occurrence(
    minute: int, zone: str, after: datetime, *, last: Occurrence | None = None, days: int = ALL_DAYS
) -> Occurrence:
    """The first occurrence of `minute` in `zone` that is later than `after`, on one of the weekdays `days`.

    `last` is the latest occurrence used up: the next one has a later date and is at least `APART` after it,
    which can move it to later in that day.
    """
    place = zoneinfo.ZoneInfo(zone)
    earliest = after if last is None else max(after, last.at)
    day = earliest.astimezone(place).date() - timedelta(days=1)
    if last is not None:
        day = max(day, last.day + timedelta(days=1))
    for _ in range(_DATES_TO_TRY):
        at = _moment(day, minute, place)
        if last is not None:
            at = max(at, last.at + APART)
        if days >> day.weekday() & 1 and at > after and at.astimezone(place).date() == day:
            return Occurrence(at, day)
        day += timedelta(days=1)
    raise AssertionError(f"no occurrence of minute {minute} in {zone} within {_DATES_TO_TRY} days of {after}")


def quiet_until(quiet: tuple[int, int] | None, zone: str, now: datetime) -> datetime | None:
    """When the quiet time ends that `now` lies in, from one minute of the day to another; None: it lies in none."""
    if quiet is None:
        return None
    start, end = quiet
    shown = local(now, zone)
    minute = shown.hour * 60 + shown.minute
    inside = start <= minute < end if start < end else minute >= start or minute < end
    return next_occurrence(end, zone, now).at if inside and start != end else None


def longest_gap(days: int) -> timedelta:
    """The most that lies between two briefings on these weekdays."""
    chosen = [day for day in range(14) if days >> day % 7 & 1]
    return timedelta(days=max(later - day for day, later in itertools.pairwise(chosen)))


def changed_occurrence(
    minute: int,
    zone: str,
    *,
    pending: Occurrence,
    last: Occurrence | None,
    now: datetime,
    days: int = ALL_DAYS,
) -> Occurrence:
    """The next occurrence after a person changed hour or zone, where `pending` was the next one before.

    The pending one is kept where the new hour has already passed on its date: no day is lost.
    """
    changed = next_occurrence(minute, zone, now, last=last, days=days)
    return pending if pending.at <= now or changed.day > pending.day else changed


def local(at: datetime, zone: str) -> datetime:
    """`at` as the clocks of `zone` show it."""
    return at.astimezone(zoneinfo.ZoneInfo(zone))


def format_minute(minute: int) -> str:
    """A minute of the day as 07:30."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def format_moment(at: datetime, zone: str) -> str:
    """A moment for people, in their zone: "Mon 15 Apr 2024, 07:30"."""
    shown = local(at, zone)
    return f"{format_day(shown.date())}, {shown:%H:%M}"


def format_day(day: date) -> str:
    """A date for people: "Mon 15 Apr 2024", in English whatever the machine's locale."""
    names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return f"{names[day.weekday()]} {day.day} {months[day.month - 1]} {day.year}"


def zone_label(zone: str, at: datetime) -> str:
    """A zone for people, with its offset at that moment: "Asia/Baghdad (UTC+03:00)"."""
    offset = local(at, zone).utcoffset() or timedelta()
    sign, minutes = ("-" if offset < timedelta() else "+"), abs(offset) // timedelta(minutes=1)
    shown = f"UTC{sign}{minutes // 60:02d}:{minutes % 60:02d}"
    if zone == "UTC":
        return "UTC"
    return shown if zone.startswith("Etc/") else f"{zone} ({shown})"


def _moment(day: date, minute: int, place: zoneinfo.ZoneInfo) -> datetime:
    wall = datetime.combine(day, time(minute // 60, minute % 60), place)
    first = wall.astimezone(UTC)
    if first.astimezone(place).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return first
    return _end_of_gap(wall.replace(fold=1).astimezone(UTC), first, place)


def _end_of_gap(before: datetime, after: datetime, place: zoneinfo.ZoneInfo) -> datetime:
    # The clocks change once between the two readings of a wall time that does not exist; find that second.
    offset = after.astimezone(place).utcoffset()
    low, high = int(before.timestamp()), int(after.timestamp())
    while high - low > 1:
        middle = (low + high) // 2
        if datetime.fromtimestamp(middle, place).utcoffset() == offset:
            high = middle
        else:
            low = middle
    return datetime.fromtimestamp(high, UTC)


def _zone_of_town(name: str) -> str | None:
    """The zone of the town that is called so; None where several are and none is much the largest."""
    candidates = find(name)
    if not candidates or candidates[0].place.kind != "town":
        return None
    town, usual = candidates[0].place, candidates[0].usual
    others = [other.place for other in candidates[1:] if other.usual >= usual and other.place.zone != town.zone]
    is_clear = all(town.population > _LARGER * other.population or town.prominent > other.prominent for other in others)
    return town.zone if is_clear else None


def _zone_of_offset(match: re.Match[str]) -> str | None:
    hours, minutes = int(match[2]), int(match[3] or 0)
    sign = "+" if match[1] == "+" else "-"
    if minutes:
        return _OFFSETS.get(f"{sign}{hours:02d}:{minutes:02d}")
    if hours == 0:
        return "UTC"
    # The names in Etc/ have the opposite sign: Etc/GMT-3 is three hours ahead of Greenwich.
    name = f"Etc/GMT{'-' if sign == '+' else '+'}{hours}"
    return name if name in zoneinfo.available_timezones() else None


@functools.cache
def zones_by_name() -> dict[str, str]:
    """Every IANA name, and the city that is its last part where only one zone has it; case and "_" aside."""
    names = {n for n in zoneinfo.available_timezones() if not n.startswith(("posix", "right", "SystemV"))}
    names -= {"localtime", "Factory"}
    found = {name.replace("_", " ").casefold(): name for name in sorted(names)}
    cities: dict[str, list[str]] = {}
    for name in sorted(names):
        area, _, city = name.rpartition("/")
        if area and not area.startswith("Etc"):
            cities.setdefault(city.replace("_", " ").casefold(), []).append(name)
    return {**{city: owners[0] for city, owners in cities.items() if len(owners) == 1}, **found}
