"""Promise I1, exhaustively: a briefing is made and sent, and the process dies at its k-th step, for every k.

A step is an SQL statement, a commit, the moment before the bytes leave and the moment after Telegram took them.
SITREP_CASES=2 or more plays every step; a plain run plays every sixth, which is a matter of seconds.
"""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.briefings import Occasion
from bot.store import schema
from bot.wording.message import Message
from index.store.database import Database
from index.stories.story import Briefing
from tests.bot.worlds import Clock, Steps, Telegram, briefer, rows, sender, subscribe


class DyingTelegram(Telegram):
    def __init__(self, clock: Clock, steps: Steps) -> None:
        super().__init__(clock)
        self._steps = steps

    async def send(self, chat_id: int, thread_id: int | None, message: Message) -> int:
        self._steps.step()
        number = await super().send(chat_id, thread_id, message)
        self._steps.step()
        return number


def two_parts(_: Briefing, occasion: Occasion) -> Sequence[Message]:
    return [Message(f"{occasion.day} part {part}") for part in (1, 2)]


def work(database: Database, clock: Clock, telegram: Telegram, owner: str) -> None:
    """What a process does for six minutes."""
    for _ in range(6):
        briefer(database, clock, owner=owner, render=two_parts).tick()
        asyncio.run(sender(database, telegram, clock, owner=owner).tick())
        clock.advance(seconds=61)


def play(database: Database, fatal: int) -> tuple[int, Counter[str], list[sa.Row[Any]]]:
    """One life that ends at step `fatal`, and the next one that goes on; the steps of the first."""
    clock = Clock()
    with database.engine.begin() as connection:
        for table in reversed(schema.metadata.sorted_tables):
            connection.execute(sa.delete(table))
    subscribe(database, clock, 7)
    clock.advance(hours=1)
    steps = Steps(fatal)
    telegram = DyingTelegram(clock, steps)
    with steps.counted(database.engine):
        work(database, clock, telegram, "first")
    steps.last = 0
    work(database, clock, telegram, "second")
    return steps.taken, Counter(html for _, _, html in telegram.accepted), rows(database, schema.delivery)


@pytest.mark.timeout(900)
def test_whatever_step_is_the_last_nothing_is_lost_and_at_most_one_message_doubled(people: Database) -> None:
    undisturbed, copies, _ = play(people, 0)
    assert sorted(copies.values()) == [1, 1]

    stride = 6 if os.environ.get("SITREP_CASES", "1") == "1" else 1
    for fatal in range(1, undisturbed + 1, stride):
        _, copies, found = play(people, fatal)

        assert [row.state for row in found] == ["sent", "sent"], f"killed at step {fatal}"
        for row in found:
            number = copies[row.payload["html"]]
            assert 1 <= number <= 1 + row.unknown_outcomes <= 2, f"killed at step {fatal}: {number} copies"


def test_a_database_that_comes_back_in_time_costs_no_second_copy(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    clock.advance(hours=1)
    briefer(people, clock).tick()
    telegram = Telegram(clock)
    away_until = clock.now + timedelta(seconds=10)

    def refuse(_c: Any, _k: Any, statement: str, *_: Any) -> None:
        if clock.now < away_until and "message_id=" in statement and statement.startswith("UPDATE"):
            raise sa.exc.OperationalError(statement, None, Exception("server closed the connection unexpectedly"))

    sa.event.listen(people.engine, "before_cursor_execute", refuse)
    asyncio.run(sender(people, telegram, clock).tick())

    (row,) = rows(people, schema.delivery)
    assert (row.state, row.unknown_outcomes, len(telegram.accepted)) == ("sent", 0, 1)


def test_an_outcome_that_can_not_be_written_is_unknown(people: Database, clock: Clock) -> None:
    subscribe(people, clock, 7)
    clock.advance(hours=1)
    briefer(people, clock).tick()
    telegram = Telegram(clock)
    full = True

    def refuse(_c: Any, _k: Any, statement: str, *_: Any) -> None:
        if full and "message_id=" in statement and statement.startswith("UPDATE"):
            raise sa.exc.OperationalError(statement, None, Exception("database or disk is full"))

    sa.event.listen(people.engine, "before_cursor_execute", refuse)
    asyncio.run(sender(people, telegram, clock).tick())
    assert [row.state for row in rows(people, schema.delivery)] == ["sending"]

    full = False
    for _ in range(3):
        clock.advance(seconds=61)
        asyncio.run(sender(people, telegram, clock, owner="later").tick())

    (row,) = rows(people, schema.delivery)
    assert (row.state, row.unknown_outcomes, len(telegram.accepted)) == ("sent", 1, 2)
