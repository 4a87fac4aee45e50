"""Messages that are held back on their way: no second at Telegram's side holds more than 25."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.policy import DeliveryPolicy
from bot.delivery.wire import Wire
from tests.bot.worlds import START

POLICY = DeliveryPolicy()
SECOND = timedelta(seconds=1)
THERE_AND_BACK = timedelta(milliseconds=20)


class Way:
    """A way to Telegram on which messages are held back, in a time of its own."""

    def __init__(self) -> None:
        self.wire, self.now = Wire(POLICY), START

    def clock(self) -> datetime:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += timedelta(seconds=max(0.0, seconds))

    async def send(self, delay: float) -> datetime:
        """When a message arrives that is held back so long, the sender knowing nothing but the answers."""
        crossing = await self.wire.depart(self.clock, self.sleep)
        arrived_at = crossing.left_at + THERE_AND_BACK / 2 + timedelta(seconds=delay)
        self.wire.arrive(crossing, arrived_at + THERE_AND_BACK / 2)
        return arrived_at


def arrivals(delays: list[float]) -> list[datetime]:
    async def send_all() -> list[datetime]:
        way = Way()
        return [await way.send(delay) for delay in delays]

    return asyncio.run(send_all())


def most_in_a_second(moments: list[datetime]) -> int:
    return max(sum(start <= at < start + SECOND for at in moments) for start in moments)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([0.0, 0.0, 0.0, 0.0, 0.01, 0.05, 0.2, 0.6]), min_size=60, max_size=120))
def test_no_second_holds_more_than_25_however_messages_are_held_back(delays: list[float]) -> None:
    assert most_in_a_second(arrivals([0.0, *delays])) <= 25


def test_where_nothing_is_held_back_the_pace_is_the_policys() -> None:
    found = arrivals([0.0] * 501)

    assert found[-1] - found[0] <= 500 * timedelta(seconds=1 / POLICY.per_second)
    assert most_in_a_second(found) == 25


def test_a_clock_put_back_holds_nobody_up() -> None:
    async def put_back() -> timedelta:
        way = Way()
        for _ in range(30):
            await way.send(0.0)
        way.now -= timedelta(hours=1)
        crossing = await way.wire.depart(way.clock, way.sleep)
        return crossing.left_at - START

    assert asyncio.run(put_back()) < timedelta(0)


def test_who_comes_together_leaves_one_after_the_other() -> None:
    """Replies and deliveries that have their slots may come to the door at one moment."""

    async def together() -> list[datetime]:
        way = Way()
        return sorted(await asyncio.gather(*(way.send(0.0) for _ in range(60))))

    assert most_in_a_second(asyncio.run(together())) <= 25
