"""Several processes behind one webhook: each update once, those of one person in one chat in their order."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
import telegram

from bot.chat.lanes import Lanes
from bot.store import arrivals, schema
from bot.store.migrate import migrate
from bot.store.updates import first_seen
from index.store.database import Database
from tests.bot.worlds import Clock

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)


@pytest.fixture
def shared(database: Database) -> Database:
    migrate(database)
    return database


def update(number: int, chat: int = 5, person: int = 7) -> telegram.Update:
    sender = {"id": person, "is_bot": False, "first_name": "A"}
    message = {"message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}, "from": sender, "text": "x"}
    made = telegram.Update.de_json({"update_id": number, "message": message})
    assert made is not None
    return made


class Processes:
    """Some processes of the bot on one database, and what they took in which order."""

    def __init__(self, database: Database, count: int = 2) -> None:
        self.database, self.clock = database, Clock(NOW)
        self.begun: list[int] = []
        self.done: list[int] = []
        self.held: dict[int, asyncio.Event] = {}
        self.lanes = [self._process() for _ in range(count)]

    def _process(self) -> Lanes:
        async def in_thread(work: Any) -> Any:
            return await asyncio.to_thread(work)

        return Lanes(
            self.database, self._take, clock=self.clock, in_thread=in_thread, sleep=self._sleep, keep_every_s=0.001
        )

    async def _sleep(self, _seconds: float) -> None:
        await asyncio.sleep(0)

    async def _take(self, one: telegram.Update) -> None:
        self.begun.append(one.update_id)
        if one.update_id in self.held:
            await self.held[one.update_id].wait()
        self.database.transact(lambda connection: first_seen(connection, one.update_id, now=NOW))
        self.done.append(one.update_id)

    async def until(self, begun: list[int]) -> None:
        while self.begun != begun:
            await asyncio.sleep(0)


def test_a_later_update_waits_for_an_earlier_one_that_another_process_is_at(shared: Database) -> None:
    async def play() -> Processes:
        here = Processes(shared)
        here.held[1] = asyncio.Event()
        first = asyncio.create_task(here.lanes[0].take(update(1)))
        await here.until([1])
        second = asyncio.create_task(here.lanes[1].take(update(2)))
        other = asyncio.create_task(here.lanes[1].take(update(3, chat=6)))
        await other
        assert here.done == [3], "another chat does not wait"
        here.held[1].set()
        await asyncio.gather(first, second)
        return here

    here = asyncio.run(play())

    assert here.begun == [1, 3, 2]
    assert here.done == [3, 1, 2]


def test_an_update_that_comes_to_both_is_taken_once(shared: Database) -> None:
    async def play() -> Processes:
        here = Processes(shared)
        await asyncio.gather(*(lanes.take(update(number)) for number in (1, 2, 3) for lanes in here.lanes))
        await here.lanes[1].take(update(2))
        return here

    assert sorted(asyncio.run(play()).done) == [1, 2, 3]


def note(database: Database, number: int) -> None:
    """What a killed process leaves behind: an update that it was at."""
    until = NOW + timedelta(seconds=60)
    database.transact(lambda connection: arrivals.arrive(connection, number, "5:7", NOW, until))


def test_what_a_killed_process_was_at_is_to_be_sent_again_and_is_taken_once_after_its_lease(shared: Database) -> None:
    note(shared, 1)

    async def play() -> tuple[Processes, list[bool]]:
        here = Processes(shared)
        early = await here.lanes[0].take(update(1))
        assert here.done == [], "it is under way, as far as anybody can tell"
        here.clock.advance(seconds=61)
        return here, [early, *[await lanes.take(update(1)) for lanes in here.lanes]]

    here, settled = asyncio.run(play())

    assert settled == [False, True, True]
    assert here.done == [1]


def test_a_later_update_does_not_wait_for_a_killed_process_longer_than_its_lease(shared: Database) -> None:
    note(shared, 1)

    async def play() -> Processes:
        here = Processes(shared)
        here.clock.advance(seconds=61)
        await here.lanes[0].take(update(2))
        await here.lanes[1].take(update(1))
        return here

    assert asyncio.run(play()).done == [2, 1]


def test_what_takes_longer_than_a_lease_is_taken_by_nobody_else_while_its_process_lives(shared: Database) -> None:
    async def play() -> tuple[Processes, list[bool]]:
        here = Processes(shared)
        here.held[1] = asyncio.Event()
        first = asyncio.create_task(here.lanes[0].take(update(1)))
        await here.until([1])
        settled = []
        for _ in range(6):
            before = until_at(shared)
            here.clock.advance(seconds=10)
            while until_at(shared) == before:
                await asyncio.sleep(0.001)
            settled.append(await here.lanes[1].take(update(1)))
        here.held[1].set()
        return here, [*settled, await first]

    here, settled = asyncio.run(play())

    assert settled == [False] * 6 + [True]
    assert here.begun == [1]


def until_at(database: Database) -> datetime:
    with database.read() as connection:
        moment: datetime = connection.execute(sa.select(schema.arrival.c.until_at)).scalar_one()
        return moment


def test_who_lost_an_update_takes_it_off_nobody(shared: Database) -> None:
    note(shared, 1)
    later = NOW + timedelta(seconds=90)
    shared.transact(lambda connection: arrivals.arrive(connection, 1, "5:7", NOW + timedelta(seconds=70), later))

    lost = NOW + timedelta(seconds=60)
    assert not shared.transact(lambda connection: arrivals.keep(connection, 1, lost, later + timedelta(hours=1)))
    shared.transact(lambda connection: arrivals.leave(connection, 1, lost))

    assert until_at(shared) == later


def test_an_update_whose_handling_fails_holds_nobody_up(shared: Database) -> None:
    async def play() -> Processes:
        here = Processes(shared)

        async def fail(_one: telegram.Update) -> None:
            raise RuntimeError

        here.lanes[0]._take = fail
        with pytest.raises(RuntimeError):
            await here.lanes[0].take(update(1))
        await here.lanes[1].take(update(2))
        return here

    assert asyncio.run(play()).done == [2]


def test_leftovers_are_forgotten(shared: Database) -> None:
    note(shared, 1)

    later = NOW + timedelta(days=2)
    assert shared.transact(lambda connection: arrivals.forget_arrivals(connection, before=later)) == 1
