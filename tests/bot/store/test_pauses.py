"""Pauses keep to what they are about, end by themselves, and are tried again at growing intervals."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from bot.store import chats, outbox, pauses, schema
from bot.store.pauses import wait_before
from bot.wording.message import Message
from index.store.database import Database
from tests.bot.worlds import Clock, Telegram, deliver, rows, sender

GROUP = -100_77


def queue(people: Database, clock: Clock, thread_id: int | None, word: str) -> None:
    def work(connection: sa.Connection) -> None:
        chats.ensure_chat(connection, GROUP, kind="group", now=clock.now)
        outbox.enqueue_alert(
            connection,
            GROUP,
            Message(word),
            thread_id=thread_id,
            key=f"{word}-{clock.now}",
            now=clock.now,
            expires_at=clock.now + timedelta(days=90),
        )

    people.transact(work)


def test_a_closed_topic_keeps_nobody_else_of_its_group_waiting(people: Database, clock: Clock) -> None:
    telegram = Telegram(clock)
    for thread_id, word in ((5, "closed"), (6, "open"), (None, "general")):
        queue(people, clock, thread_id, word)
    people.transact(lambda c: pauses.pause_topic(c, GROUP, 5, reason="topic_closed", now=clock.now))

    for _ in range(2):
        deliver(sender(people, telegram, clock))
        clock.advance(seconds=5)

    assert telegram.texts(GROUP) == ["open", "general"]
    with people.read() as connection:
        (pause,) = pauses.pauses_of(connection, GROUP)
    assert (pause.thread_id, pause.reason, pause.retry_at) == (5, "topic_closed", pause.since_at + timedelta(hours=1))


def test_what_waited_for_a_topic_leaves_when_it_is_tried_again(people: Database, clock: Clock) -> None:
    telegram = Telegram(clock)
    people.transact(lambda c: chats.ensure_chat(c, GROUP, kind="group", now=clock.now))
    people.transact(lambda c: pauses.pause_topic(c, GROUP, 5, reason="topic_closed", now=clock.now))
    queue(people, clock, 5, "waits")
    deliver(sender(people, telegram, clock))
    assert telegram.texts(GROUP) == []

    clock.advance(hours=1, seconds=1)
    deliver(sender(people, telegram, clock))

    assert telegram.texts(GROUP) == ["waits"]
    assert rows(people, schema.topic_pause) == []


def test_tries_grow_rare_and_one_that_gets_through_ends_them(people: Database, clock: Clock) -> None:
    people.transact(lambda c: chats.ensure_chat(c, 7, kind="private", now=clock.now))
    waits = []
    for _ in range(7):
        people.transact(lambda c: pauses.pause_chat(c, 7, reason="no_rights", now=clock.now))
        (pause,) = people.transact(lambda c: pauses.pauses_of(c, 7))
        assert pause.retry_at is not None
        waits.append(pause.retry_at - clock.now)
        clock.now = pause.retry_at
        assert people.transact(lambda c: pauses.try_again(c, now=clock.now)) == 1
        # It is on trial: an operator still sees it.
        assert people.transact(pauses.paused_chats) == {"no_rights": 1}

    assert waits == sorted(waits)
    assert waits[0] == timedelta(hours=1)
    assert waits[-1] == waits[-2] == timedelta(days=7)

    people.transact(lambda c: pauses.reached(c, 7, None, now=clock.now))
    assert people.transact(pauses.paused_chats) == {}
    assert not people.transact(lambda c: pauses.is_troubled(c, 7))


def test_a_banned_chat_is_never_tried_again(people: Database, clock: Clock) -> None:
    people.transact(lambda c: chats.ensure_chat(c, 7, kind="private", now=clock.now))
    people.transact(lambda c: pauses.pause_chat(c, 7, reason="banned", now=clock.now))
    clock.advance(days=400)

    assert people.transact(lambda c: pauses.try_again(c, now=clock.now)) == 0


def test_who_closed_the_door_themselves_is_asked_less_often() -> None:
    assert wait_before(1, "blocked") > wait_before(1, "no_rights")
    assert wait_before(99, "blocked") == timedelta(days=30)
