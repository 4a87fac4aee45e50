"""Messages that are held back on their way: no second at Telegram's side holds more than 25."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.policy import DeliveryPolicy
from bot.delivery.wire import Wire
from tests.bot.worlds import START

POLICY = DeliveryPolicy()
SECOND = timedelta(seconds=1)
THERE_AND_BACK = timedelta(milliseconds=20)


def arrivals(delays: list[float]) -> list[datetime]:
    """When messages arrive each of which is held back so long, the sender knowing nothing but the answers."""
    wire, now, found = Wire(POLICY), START, list[datetime]()
    for delay in delays:
        now = wire.earliest(now)
        crossing = wire.leave(now)
        arrived_at = now + THERE_AND_BACK / 2 + timedelta(seconds=delay)
        found.append(arrived_at)
        wire.arrive(crossing, arrived_at + THERE_AND_BACK / 2)
    return found


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
    wire = Wire(POLICY)
    for _ in range(30):
        wire.arrive(wire.leave(START), START)

    assert wire.earliest(START - timedelta(hours=1)) == START - timedelta(hours=1)
