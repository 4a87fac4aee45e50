"""The pace: rules as pure functions, and the rows that all senders share."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery import pacing
from bot.delivery.pacing import EVERYONE, Lane, Slot, Wait
from bot.delivery.policy import DeliveryPolicy
from index.store.database import Database
from tests.bot.worlds import START, Clock

POLICY = DeliveryPolicy()
SECOND = timedelta(seconds=1)


def reserve(database: Database, chat_id: int, now: datetime, horizon: timedelta = SECOND) -> Slot | Wait:
    return database.transact(lambda c: pacing.reserve(c, chat_id, policy=POLICY, now=now, horizon=horizon))


def most_in(moments: list[datetime], window: timedelta) -> int:
    return max(sum(start <= at < start + window for at in moments) for start in moments)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([1, 2, 3, -1, -2]), st.floats(0, 0.4)), min_size=80, max_size=400))
def test_no_window_holds_more_than_is_allowed(asks: list[tuple[int, float]]) -> None:
    now, lanes, slots = START, {EVERYONE: Lane()}, []
    for chat_id, pause in asks:
        now += timedelta(seconds=pause)
        chat = lanes.get(chat_id, Lane())  # type: ignore[call-overload]
        found = pacing.choose(lanes[EVERYONE], chat, POLICY, chat_id=chat_id, now=now, horizon=SECOND)
        if isinstance(found, Wait):
            continue
        group = pacing.is_group(chat_id)
        lanes[EVERYONE] = pacing.after_any(lanes[EVERYONE], found.at, POLICY)
        own = timedelta(seconds=POLICY.chat_spacing_s)
        lanes[chat_id] = pacing.after_send(chat, found.at, spacing=own, group=group)  # type: ignore[index]
        slots.append((found.at, chat_id))

    assert most_in([at for at, _ in slots], SECOND) <= 25
    for chat_id in {chat for _, chat in slots}:
        own_slots = [at for at, chat in slots if chat == chat_id]
        assert most_in(own_slots, SECOND) == 1
        assert chat_id > 0 or most_in(own_slots, timedelta(seconds=60)) <= 20


def test_what_is_late_does_not_delay_all_that_comes_after_it() -> None:
    lane, now = Lane(), START
    for number in range(500):
        # Every other one leaves six milliseconds late, as where another thread is busy.
        now = max(now, pacing.free_for_all(lane, POLICY)) + timedelta(milliseconds=6 * (number % 2))
        lane = pacing.after_any(lane, now, POLICY)

    assert now - START < 500 * timedelta(seconds=1 / POLICY.per_second) + timedelta(seconds=0.3)


def test_processes_share_one_pace(people: Database, clock: Clock) -> None:
    taken = [reserve(people, chat_id, clock.now) for chat_id in range(1, 30)]

    moments = [slot.at for slot in taken if isinstance(slot, Slot)]
    assert moments == sorted(moments)
    assert most_in(moments, SECOND) <= 25


def test_a_chat_that_must_wait_leaves_the_lane_to_others(people: Database, clock: Clock) -> None:
    reserve(people, 1, clock.now)

    again = reserve(people, 1, clock.now)
    other = reserve(people, 2, clock.now)

    assert isinstance(again, Wait)
    assert again.scope == "chat:1"
    assert isinstance(other, Slot)
    assert other.at < again.until


def halt(people: Database, clock: Clock, chat_id: int, seconds: float) -> None:
    """A message to this chat left and was refused with a wait."""
    taken = reserve(people, chat_id, clock.now)
    assert isinstance(taken, Slot)
    wait = timedelta(seconds=seconds)
    people.transact(lambda c: pacing.halt(c, chat_id, now=clock.now, wait=wait, policy=POLICY))


def test_one_persons_wait_is_nobody_elses(people: Database, clock: Clock) -> None:
    for chat_id in (1, 2):
        halt(people, clock, chat_id, 90)
        clock.advance(seconds=0.1)
    clock.advance(seconds=2)

    assert isinstance(reserve(people, 1, clock.now), Wait)
    assert isinstance(reserve(people, 3, clock.now), Slot)


def test_three_people_who_must_wait_long_after_each_other_are_three_people(people: Database, clock: Clock) -> None:
    for chat_id in (1, 2, 3):
        halt(people, clock, chat_id, 90)
        clock.advance(seconds=10)

    assert isinstance(reserve(people, 4, clock.now), Slot)


def test_a_wait_that_is_asked_for_on_several_at_once_holds_everyone_to_the_second(
    people: Database, clock: Clock
) -> None:
    for chat_id in (1, 3):
        reserve(people, chat_id, clock.now)
        clock.advance(seconds=0.1)
        until = {pacing.scope_of(chat_id): clock.now + timedelta(seconds=35)}
        people.transact(lambda c, u=until: pacing.hold(c, u))
    until = people.transact(lambda c: pacing.halt(c, 5, now=clock.now, wait=timedelta(seconds=35), policy=POLICY))
    assert set(until) == {"chat:5", EVERYONE}

    early = reserve(people, 2, clock.now + timedelta(seconds=33.9))
    assert isinstance(early, Wait)
    assert early.until == clock.now + timedelta(seconds=35)
    assert reserve(people, 2, clock.now + timedelta(seconds=35)) == Slot(clock.now + timedelta(seconds=35))


def test_a_shorter_halt_does_not_end_a_longer_one(people: Database, clock: Clock) -> None:
    for seconds in (100, 1):
        until = pacing.halts(-5, now=clock.now, wait=timedelta(seconds=seconds), policy=POLICY, others=0)
        people.transact(lambda c, u=until: pacing.hold(c, u))

    assert reserve(people, -5, clock.now + timedelta(seconds=50)) == Wait(clock.now + timedelta(seconds=100), "chat:-5")


def test_a_group_that_floods_silences_only_itself(people: Database, clock: Clock) -> None:
    until = pacing.halts(-5, now=clock.now, wait=timedelta(days=1), policy=POLICY, others=9)
    people.transact(lambda c: pacing.hold(c, until))

    assert isinstance(reserve(people, 9, clock.now), Slot)
    assert isinstance(reserve(people, -5, clock.now), Wait)


def test_an_absurd_wait_of_one_person_does_not_silence_everyone_for_a_day(people: Database, clock: Clock) -> None:
    until = pacing.halts(5, now=clock.now, wait=timedelta(seconds=100_000), policy=POLICY, others=9)
    people.transact(lambda c: pacing.hold(c, until))
    clock.advance(seconds=61)

    assert isinstance(reserve(people, 9, clock.now), Slot)
    assert isinstance(reserve(people, 5, clock.now), Wait)


@pytest.mark.parametrize("hours", [1, 24])
def test_a_clock_put_back_silences_nobody(people: Database, clock: Clock, hours: int) -> None:
    reserve(people, 1, clock.now)
    clock.advance(hours=-hours)

    assert reserve(people, 1, clock.now) == Slot(clock.now)


def test_lanes_of_quiet_chats_are_forgotten(people: Database, clock: Clock) -> None:
    reserve(people, 1, clock.now)

    assert people.transact(lambda c: pacing.forget_lanes(c, before=clock.now + timedelta(hours=1))) == 1


def test_waits_of_a_second_for_several_chats_stop_everyone(people: Database, clock: Clock) -> None:
    def refused(chat: int) -> dict[str, datetime]:
        assert isinstance(reserve(people, chat, clock.now), Slot)
        return people.transact(lambda c: pacing.halt(c, chat, now=clock.now, wait=SECOND, policy=POLICY))

    assert EVERYONE not in refused(7) | refused(8)
    assert refused(9)[EVERYONE] == clock.now + SECOND
