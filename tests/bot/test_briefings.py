"""The briefing tick: once per occurrence, whatever was missed, killed or raced."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa
from telegram.error import Forbidden

from bot.briefings import Occasion
from bot.page.permalinks import Permalinks
from bot.store import chats, pages, pauses, schema, subscriptions
from bot.wording.message import Message
from index.errors import SitrepError
from index.store.database import Database
from index.stories.story import Briefing
from tests.bot.worlds import Clock, Telegram, briefer, deliver, make, one_line, rows, sender, subscribe


def outcomes(database: Database) -> list[tuple[date, str]]:
    return [(row.local_date, row.outcome) for row in rows(database, schema.briefing)]


def test_a_due_briefing_is_made_once_and_the_next_day_is_due(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    clock.advance(hours=1)

    assert [briefer(people, clock).tick(), briefer(people, clock).tick()] == [1, 0]

    assert outcomes(people) == [(date(2024, 4, 15), "made")]
    assert [row.payload["html"] for row in rows(people, schema.delivery)] == ["briefing of 2024-04-15"]
    (row,) = rows(people, schema.subscription)
    assert row.due_at == datetime(2024, 4, 16, 7, tzinfo=UTC)
    assert row.lease_owner is None


def test_nothing_is_made_before_its_minute(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    clock.advance(minutes=59, seconds=59)

    assert briefer(people, clock).tick() == 0


def test_down_for_an_hour_gives_one_late_briefing(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    clock.advance(hours=2)

    briefer(people, clock).tick()

    assert [row.payload["html"] for row in rows(people, schema.delivery)] == ["briefing of 2024-04-15 late"]


def test_beyond_the_grace_a_briefing_is_skipped_and_the_next_one_says_so(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    clock.advance(hours=1 + 3, seconds=1)
    briefer(people, clock).tick()
    assert outcomes(people) == [(date(2024, 4, 15), "skipped")]

    clock.now = datetime(2024, 4, 16, 7, tzinfo=UTC)
    briefer(people, clock).tick()
    clock.now = datetime(2024, 4, 17, 7, tzinfo=UTC)
    briefer(people, clock).tick()

    texts = [row.payload["html"] for row in rows(people, schema.delivery)]
    assert texts == ["briefing of 2024-04-16 skipped 2024-04-15", "briefing of 2024-04-17"]


def test_three_days_down_give_one_catch_up_that_covers_them(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    clock.now = datetime(2024, 4, 15, 7, tzinfo=UTC)
    briefer(people, clock).tick()
    clock.now = datetime(2024, 4, 18, 8, tzinfo=UTC)

    briefer(people, clock).tick()

    assert outcomes(people)[1:] == [
        (date(2024, 4, 16), "skipped"),
        (date(2024, 4, 17), "skipped"),
        (date(2024, 4, 18), "made"),
    ]
    made = rows(people, schema.briefing, schema.briefing.c.outcome == "made")[-1]
    assert made.since_at == datetime(2024, 4, 15, 8, tzinfo=UTC)  # the longest window, 72 hours
    assert made.until_at == clock.now


def test_windows_of_punctual_briefings_touch(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    for day in (15, 16, 17):
        clock.now = datetime(2024, 4, day, 7, 0, 4, tzinfo=UTC)
        briefer(people, clock).tick()

    spans = [(row.since_at, row.until_at) for row in rows(people, schema.briefing)]
    assert spans[0][1] == spans[1][0]
    assert spans[1][1] == spans[2][0]


def test_a_stale_owner_writes_nothing(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    clock.advance(hours=1)
    slow_render_calls = []

    def render(briefing: Briefing, occasion: object) -> list[object]:
        slow_render_calls.append(occasion)
        return []

    slow = briefer(people, clock, owner="slow", render=render)  # type: ignore[arg-type]
    slow._database.transact(slow._lease)
    clock.advance(seconds=121)
    assert briefer(people, clock, owner="quick").tick() == 1

    (subscription,) = people.transact(lambda c: subscriptions.list_subscriptions(c, 7))
    assert make(slow, subscription) == 0
    assert slow_render_calls == []
    assert len(outcomes(people)) == 1


def test_a_clock_put_back_repeats_nothing_and_one_run_ahead_loses_nothing(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    clock.advance(hours=1)
    briefer(people, clock).tick()
    clock.advance(hours=-1)
    assert briefer(people, clock).tick() == 0

    clock.advance(days=10)
    briefer(people, clock).tick()
    clock.advance(days=-9)
    clock.advance(hours=1)
    assert briefer(people, clock).tick() == 1

    dates = [day for day, _ in outcomes(people)]
    assert len(dates) == len(set(dates))
    assert outcomes(people) == [(date(2024, 4, 15), "made"), (date(2024, 4, 16), "made")]


def test_a_corpus_that_fails_delays_the_briefing_and_not_the_others(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    clock.advance(hours=1)
    failing = briefer(people, clock)

    def fail(*_: object) -> Briefing:
        raise SitrepError("no", code="test")

    failing._brief = fail
    assert failing.tick() == 0
    assert outcomes(people) == []

    clock.advance(seconds=121)
    assert briefer(people, clock).tick() == 1


def test_changing_the_hour_loses_and_doubles_no_day(people: Database, clock: Clock) -> None:
    subscription = subscribe(people, clock, 7)

    changed = people.transact(
        lambda c: subscriptions.change_subscription(c, 7, subscription.id, minute=300, now=clock.now)
    )
    assert changed is not None
    assert changed.due == subscription.due  # 05:00 has passed today: today's stays at 07:00

    clock.advance(hours=1)
    briefer(people, clock).tick()
    (now,) = people.transact(lambda c: subscriptions.list_subscriptions(c, 7))
    assert now.due.at == datetime(2024, 4, 16, 5, tzinfo=UTC)


def test_a_changed_hour_is_not_written_over_by_a_briefing_under_way(people: Database, clock: Clock) -> None:
    subscription = subscribe(people, clock, 7)
    clock.advance(hours=1)
    working = briefer(people, clock)
    (leased,) = people.transact(working._lease)

    people.transact(lambda c: subscriptions.change_subscription(c, 7, subscription.id, minute=1200, now=clock.now))

    assert make(working, leased) == 0
    assert outcomes(people) == []


@pytest.mark.parametrize("state", ["expired", "dead", "unknown"])
def test_a_briefing_that_did_not_get_through_is_told_in_the_next(people: Database, clock: Clock, state: str) -> None:
    subscribe(people, clock, 7)
    clock.advance(hours=1)
    briefer(people, clock).tick()
    people.transact(lambda c: c.execute(sa.update(schema.delivery).values(state=state)))
    clock.advance(days=1)

    briefer(people, clock).tick()

    assert rows(people, schema.delivery)[-1].payload["html"] == "briefing of 2024-04-16 undelivered 2024-04-15"


def test_ten_thousand_subscribers_of_one_minute_share_what_was_asked_of_the_corpus(
    people: Database, clock: Clock
) -> None:
    for chat_id in range(1, 31):
        subscribe(people, clock, chat_id)
    clock.advance(hours=1)
    asked = []
    making = briefer(people, clock, batch=7)
    answer = making._brief
    making._brief = lambda *window: asked.append(window) or answer(*window)  # type: ignore[func-returns-value]

    assert making.tick() == 30
    assert len(asked) == 1


def test_a_paused_chat_gets_no_briefing_and_a_resumed_one_the_next(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    clock.advance(hours=1)
    briefer(people, clock).tick()
    telegram = Telegram(clock)
    telegram.script = [Forbidden("Forbidden: bot was blocked by the user")]
    deliver(sender(people, telegram, clock))
    assert rows(people, schema.chat)[0].paused_reason == "blocked"

    clock.advance(days=1)
    assert briefer(people, clock).tick() == 0
    people.transact(lambda c: pauses.resume_chat(c, 7, now=clock.now))
    assert briefer(people, clock).tick() == 1
    deliver(sender(people, telegram, clock))
    assert telegram.texts(7) == ["briefing of 2024-04-16 undelivered 2024-04-15"]


def test_a_briefing_made_while_its_chat_is_paused_waits_for_the_chat(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    clock.advance(hours=1)
    making = briefer(people, clock)
    (leased,) = people.transact(making._lease)
    people.transact(lambda c: pauses.pause_chat(c, 7, reason="blocked", now=clock.now))

    assert make(making, leased) == 1

    assert [row.state for row in rows(people, schema.delivery)] == ["blocked"]
    people.transact(lambda c: pauses.resume_chat(c, 7, now=clock.now))
    assert [row.state for row in rows(people, schema.delivery)] == ["pending"]


def test_a_briefing_that_has_a_page_is_made_with_its_address(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    clock.advance(hours=1)
    urls: list[str | None] = []

    def render(briefing: Briefing, occasion: Occasion) -> list[Message]:
        urls.append(occasion.page_url)
        return one_line(briefing, occasion)

    permalinks = Permalinks("https://briefs.example/", lambda: "t" * 43)
    briefer(people, clock, render=render, permalinks=permalinks).tick()

    assert urls == [f"https://briefs.example/b/{'t' * 43}"]
    (page,) = rows(people, schema.page)
    with people.read() as connection:
        found = pages.find_page(connection, page.token)
    assert found is not None
    assert found.content["stories"] == []
    people.transact(lambda connection: chats.forget_chat(connection, 7))
    assert rows(people, schema.page) == []
