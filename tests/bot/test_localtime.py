"""Local time: one occurrence for each local date, whatever the clocks of a zone do (catalogue 67-70, promise
I3).
"""

from __future__ import annotations

import itertools
import os
import zoneinfo
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.localtime import (
    APART,
    Occurrence,
    changed_occurrence,
    format_minute,
    format_moment,
    local,
    next_occurrence,
    parse_minute,
    parse_zone,
    quiet_until,
    zone_label,
)
from index.errors import InputError

ZONES = sorted(zoneinfo.available_timezones() - {"localtime", "Factory"})
MOMENTS = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001 (the strategy adds the zone)
    datetime(2037, 12, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
MINUTES = st.integers(0, 1439)
# SITREP_CASES=100 plays a hundred times as many cases as every test run does: 100,000 and more.
CASES = int(os.environ.get("SITREP_CASES", "1"))


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Kyiv", "Europe/Kyiv"),
        ("kiev", "Europe/Kyiv"),
        ("new york", "America/New_York"),
        ("Asia/Baghdad", "Asia/Baghdad"),
        ("asia/baghdad", "Asia/Baghdad"),
        (" Port  Sudan ", "Africa/Khartoum"),
        ("Tel Aviv", "Asia/Jerusalem"),
        ("+03:00", "Etc/GMT-3"),
        ("utc+3", "Etc/GMT-3"),
        ("-5", "Etc/GMT+5"),
        ("\N{MINUS SIGN}05:00", "Etc/GMT+5"),
        ("+05:45", "Asia/Kathmandu"),
        ("+00:00", "UTC"),
        ("UTC", "UTC"),
    ],
)
def test_zones_as_people_write_them(text: str, zone: str) -> None:
    assert parse_zone(text) == zone


@pytest.mark.parametrize("text", ["", "Erewhon", "+25:00", "+03:17", "../etc/passwd", "posixrules", "localtime"])
def test_what_is_no_zone_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_zone(text)

    assert refused.value.code == "zone_unknown"


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("7", 420), ("07:30", 450), ("7:30", 450), ("19.05", 1145), ("7pm", 1140), ("7:30 PM", 1170), ("12am", 0),
        ("12pm", 720), ("0730", 450),
        ("noon", 720), ("midnight", 0), ("7h30", 450), ("23:59", 1439), ("0", 0), ("٧:٣٠", 450),
    ],
)  # fmt: skip
def test_times_as_people_write_them(text: str, minute: int) -> None:
    assert parse_minute(text) == minute


@pytest.mark.parametrize("text", ["", "25", "7:60", "13pm", "0pm", "seven", "-1", "24:00", "7:5"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        parse_minute(text)


@given(MINUTES)
def test_every_minute_is_read_back(minute: int) -> None:
    assert parse_minute(format_minute(minute)) == minute


@pytest.mark.parametrize(
    ("zone", "day", "wall", "shown"),
    [
        ("America/New_York", date(2027, 3, 14), "02:30", "2027-03-14 03:00:00-04:00"),
        ("America/New_York", date(2027, 11, 7), "01:30", "2027-11-07 01:30:00-04:00"),
        ("Africa/Cairo", date(2027, 4, 30), "00:00", "2027-04-30 01:00:00+03:00"),
        ("Asia/Beirut", date(2027, 3, 28), "00:15", "2027-03-28 01:00:00+03:00"),
        ("Australia/Lord_Howe", date(2027, 10, 3), "02:15", "2027-10-03 02:30:00+11:00"),
        ("Europe/Kyiv", date(2027, 10, 31), "03:30", "2027-10-31 03:30:00+03:00"),
        ("Pacific/Apia", date(2011, 12, 31), "00:00", "2011-12-31 00:00:00+14:00"),
    ],
)
def test_gaps_and_overlaps(zone: str, day: date, wall: str, shown: str) -> None:
    place = zoneinfo.ZoneInfo(zone)
    after = datetime.combine(day, datetime.min.time(), place).astimezone(UTC) - timedelta(hours=3)

    found = next_occurrence(parse_minute(wall), zone, after)

    assert str(local(found.at, zone)) == shown


def test_a_date_that_a_zone_left_out_has_no_occurrence() -> None:
    last = next_occurrence(420, "Pacific/Apia", datetime(2011, 12, 29, 0, tzinfo=UTC))
    following = next_occurrence(420, "Pacific/Apia", last.at, last=last)

    assert (last.day, following.day) == (date(2011, 12, 29), date(2011, 12, 31))


def dates_between(first: date, last: date, zone: str) -> list[date]:
    """The dates that exist in a zone: midday of one that was left out is on another."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    place = zoneinfo.ZoneInfo(zone)
    noon = time(12)
    moments = [(day, datetime.combine(day, noon, place).astimezone(UTC).astimezone(place)) for day in days]
    return [day for day, moment in moments if moment.date() == day]


@pytest.mark.timeout(3600)
@settings(max_examples=400 * CASES, deadline=None)
@given(st.sampled_from(ZONES), MINUTES, MOMENTS)
@example("Pacific/Apia", 420, datetime(2011, 12, 28, tzinfo=UTC))
def test_one_occurrence_for_each_local_date(zone: str, minute: int, start: datetime) -> None:
    found = [next_occurrence(minute, zone, start)]
    for _ in range(5):
        found.append(next_occurrence(minute, zone, found[-1].at, last=found[-1]))

    assert [occurrence.day for occurrence in found] == dates_between(found[0].day, found[-1].day, zone)
    assert all(local(occurrence.at, zone).date() == occurrence.day for occurrence in found)
    assert all(later.at - earlier.at >= APART for earlier, later in itertools.pairwise(found))


@pytest.mark.timeout(3600)
@settings(max_examples=300 * CASES, deadline=None)
@given(
    MOMENTS,
    st.lists(st.tuples(st.sampled_from(ZONES), MINUTES, st.integers(10, 60 * 60)), min_size=2, max_size=8),
)
def test_changing_zone_and_hour_never_doubles_a_date_and_keeps_briefings_apart(
    start: datetime, changes: list[tuple[str, int, int]]
) -> None:
    zone, minute, _ = changes[0]
    now, due, used = start, next_occurrence(minute, zone, start), list[Occurrence]()
    for new_zone, new_minute, pause in changes[1:]:
        now += timedelta(minutes=pause)
        while due.at <= now:
            used.append(due)
            due = next_occurrence(minute, zone, due.at, last=due)
        zone, minute = new_zone, new_minute
        due = changed_occurrence(minute, zone, pending=due, last=used[-1] if used else None, now=now)
        assert due.at > now
    used.append(due)

    days = [occurrence.day for occurrence in used]
    assert len(set(days)) == len(days)
    assert all(b.at - a.at >= APART for a, b in itertools.pairwise(used))


@pytest.mark.timeout(3600)
@settings(max_examples=300 * CASES, deadline=None)
@given(st.sampled_from(ZONES), MINUTES, MINUTES, MOMENTS, st.integers(0, 3000))
def test_changing_the_hour_loses_no_date(zone: str, before: int, after: int, start: datetime, pause: int) -> None:
    pending = next_occurrence(before, zone, start)
    last, now = None, start + timedelta(minutes=pause)
    while pending.at <= now:
        last, pending = pending, next_occurrence(before, zone, pending.at, last=pending)

    changed = changed_occurrence(after, zone, pending=pending, last=last, now=now)
    following = next_occurrence(after, zone, changed.at, last=changed)

    assert changed.day <= pending.day
    assert following.day in dates_between(changed.day, changed.day + timedelta(days=2), zone)[:2]


def test_moments_for_people() -> None:
    at = datetime(2024, 4, 15, 4, 30, tzinfo=UTC)

    assert format_moment(at, "Asia/Baghdad") == "Mon 15 Apr 2024, 07:30"
    assert zone_label("Asia/Baghdad", at) == "Asia/Baghdad (UTC+03:00)"
    assert zone_label("Etc/GMT+5", at) == "UTC-05:00"


@pytest.mark.parametrize(
    ("quiet", "hour", "ends"),
    [
        ((23 * 60, 7 * 60), 22, None),
        ((23 * 60, 7 * 60), 23, datetime(2024, 4, 16, 7, tzinfo=UTC)),
        ((23 * 60, 7 * 60), 3, datetime(2024, 4, 15, 7, tzinfo=UTC)),
        ((23 * 60, 7 * 60), 7, None),
        ((13 * 60, 15 * 60), 14, datetime(2024, 4, 15, 15, tzinfo=UTC)),
        ((0, 0), 0, None),
        (None, 3, None),
    ],
)
def test_quiet_hours_end_at_their_end(quiet: tuple[int, int] | None, hour: int, ends: datetime | None) -> None:
    assert quiet_until(quiet, "UTC", datetime(2024, 4, 15, hour, tzinfo=UTC)) == ends


def test_quiet_hours_are_those_of_the_chats_zone() -> None:
    night_in_baghdad = datetime(2024, 4, 15, 21, tzinfo=UTC)

    assert quiet_until((23 * 60, 7 * 60), "Asia/Baghdad", night_in_baghdad) == datetime(2024, 4, 16, 4, tzinfo=UTC)
