"""What /stats counts: by day, of nobody in particular, and how long answers took."""

from __future__ import annotations

from datetime import date, timedelta

from bot.store.tallies import count, deliveries_by_day, forget_tallies, tallies
from bot.usage import DAYS, WAITS_MS, Usage, usage, wait_name, within
from index.store.database import Database
from tests.bot.worlds import START

TODAY = START.date()


def test_counts_are_by_day(people: Database) -> None:
    for day, what in ((0, "answered"), (0, "answered"), (1, "abstained"), (20, "answered")):
        people.transact(lambda connection, d=day, w=what: count(connection, TODAY - timedelta(days=d), w))

    with people.read() as connection:
        found = usage(TODAY, tallies(connection, since=TODAY - timedelta(days=DAYS)), {}, ["ok", "failing", "ok"])

    assert found.answered == (*[0] * 13, 2)
    assert found.abstained == (*[0] * 12, 1, 0)
    assert found.sources == (2, 0, 1, 0, 0)
    assert found.days[0] == TODAY - timedelta(days=13)


def test_old_counts_are_dropped(people: Database) -> None:
    people.transact(lambda connection: count(connection, date(2023, 1, 1), "answered", "wait.1"))

    assert people.transact(lambda connection: forget_tallies(connection, before=TODAY)) == 2


def test_a_day_without_deliveries_counts_none(people: Database) -> None:
    with people.read() as connection:
        found = deliveries_by_day(connection, last=TODAY, days=3)

    assert found == {(TODAY - timedelta(days=back), what): 0 for back in range(3) for what in ("sent", "failed")}


def test_waits_are_told_apart_up_to_the_longest() -> None:
    assert [wait_name(ms) for ms in (0, 250, 251, 16000, 99999)] == ["wait.0", "wait.0", "wait.1", "wait.6", "wait.7"]
    assert len(WAITS_MS) + 1 == 8


def test_a_share_of_the_answers_came_within() -> None:
    waits = (0, 10, 5, 0, 0, 0, 4, 1)

    assert within(waits, 0.5) == 0.5
    assert within(waits, 0.95) == 16.0
    assert within(waits, 1.0) is None
    assert within((0,) * 8, 0.5) is None


def test_it_is_the_same_after_it_was_kept() -> None:
    found = usage(TODAY, {(TODAY, "answered"): 3}, {(TODAY, "sent"): 2}, ["quiet"])

    assert Usage.from_json(found.to_json()) == found
