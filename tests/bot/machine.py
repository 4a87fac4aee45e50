"""Subscribers, briefings and deliveries as a state machine: whatever happens in whatever order, the promises hold.

Two processes take turns and die, the clock jumps, zones change their hour, Telegram refuses and falls silent.
"""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.briefings import Briefer, Occasion
from bot.delivery.pacing import Slot
from bot.delivery.sender import Sender
from bot.delivery.wire import Crossing
from bot.localtime import APART, next_occurrence
from bot.store import chats, pauses, schema, subscriptions
from bot.store.outbox import Delivery
from bot.store.subscriptions import Subscription
from bot.wording.message import Message
from index.store.database import Database
from index.stories.story import Briefing
from tests.bot.worlds import Clock, Steps, Telegram, briefer, make, rows, sender, subscribe

CHATS = st.sampled_from([1, 2, -3])
ZONES = st.sampled_from(
    ["UTC", "Europe/Kyiv", "America/New_York", "Africa/Cairo", "Australia/Lord_Howe", "Pacific/Auckland"]
)
OWNERS = st.sampled_from(["a", "b"])
# The clocks of most of these zones change in the weeks from this moment on.
LENGTHS = st.sampled_from([1.0, 5.0, 61.0, 600.0, 3600.0, 6 * 3600.0, 86400.0, 3 * 86400.0])
ENDINGS = st.sampled_from(
    [
        None,
        None,
        None,
        RetryAfter(3),
        TimedOut(),
        NetworkError("Bad Gateway"),
        BadRequest("Can't parse entities: x"),
        Forbidden("Forbidden: bot was blocked by the user"),
    ]
)


_written = itertools.count(1)


def two_parts(briefing: Briefing, occasion: Occasion) -> Sequence[Message]:
    # No two briefings read alike: SQLite gives the id of a forgotten one to the next.
    number = next(_written)
    return [Message(f"{number}.{part}") for part in (1, 2)]


class DoubtfulTelegram(Telegram):
    """Whether it has taken a message whose sender saw a timeout is drawn as well. A process can die beside it."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.steps = Steps()

    async def send(self, chat_id: int, thread_id: int | None, message: Message) -> int:
        self.steps.step()
        error = self.script[0] if self.script else None
        if isinstance(error, TimedOut) and len(self.accepted) % 2:
            self.accepted.append((self._clock.now, chat_id, message.html))
        number = await super().send(chat_id, thread_id, message)
        self.steps.step()
        return number


class Machine(RuleBasedStateMachine):
    """One example; its database is emptied first."""

    steps = 0
    delivered = 0

    def __init__(self, database: Database) -> None:
        super().__init__()
        self.database = database
        self.clock = Clock()
        self.telegram = DoubtfulTelegram(self.clock)
        self.briefers: dict[str, Briefer] = {}
        self.senders: dict[str, Sender] = {}
        self.slow: list[tuple[Briefer, Subscription]] = []
        self.held: list[tuple[Sender, Delivery]] = []
        # How often each message had arrived whose chat was forgotten, and which subscriptions were changed.
        self.gone: dict[str, int] = {}
        self.changed: set[int] = set()
        self.moved = 0

    @initialize()
    def empty(self) -> None:
        def work(connection: sa.Connection) -> None:
            for table in reversed(schema.metadata.sorted_tables):
                connection.execute(sa.delete(table))

        self.database.transact(work)
        for owner in ("a", "b"):
            self._start(owner)
        for chat_id in (1, 2, -3):
            subscribe(self.database, self.clock, chat_id, minute=370)

    def _start(self, owner: str) -> None:
        self.moved += 1
        name = f"{owner}{self.moved}"
        self.briefers[owner] = briefer(self.database, self.clock, owner=name, render=two_parts, batch=2)
        self.senders[owner] = sender(self.database, self.telegram, self.clock, owner=name, batch=2)

    def teardown(self) -> None:
        Machine.delivered += len(self.telegram.accepted)

    @rule(chat_id=CHATS, minute=st.integers(0, 1439), zone=ZONES)
    def subscribe(self, chat_id: int, minute: int, zone: str) -> None:
        assume(len(self._subscriptions()) < 6)
        subscribe(self.database, self.clock, chat_id, minute=minute, zone=zone)

    @rule(pick=st.integers(0, 5), minute=st.integers(0, 1439), zone=ZONES)
    def change(self, pick: int, minute: int, zone: str) -> None:
        one = self._pick(pick)
        self.changed.add(one.id)
        self.database.transact(
            lambda c: subscriptions.change_subscription(
                c, one.chat_id, one.id, minute=minute, zone=zone, now=self.clock.now
            )
        )

    @rule(pick=st.integers(0, 5))
    def unsubscribe(self, pick: int) -> None:
        one = self._pick(pick)
        assert self.database.transact(lambda c: subscriptions.remove_subscription(c, one.chat_id, one.id))

    @rule(seconds=LENGTHS)
    def wait(self, seconds: float) -> None:
        self.clock.advance(seconds=seconds)

    @rule(seconds=st.sampled_from([1.0, 600.0, 3600.0]))
    def clock_is_put_back(self, seconds: float) -> None:
        self.clock.advance(seconds=-seconds)

    @rule(owner=OWNERS)
    def make_briefings(self, owner: str) -> None:
        self.briefers[owner].tick()

    @rule(owner=OWNERS)
    def a_morning(self, owner: str) -> None:
        """The clock reaches the next due moment, and briefings are made."""
        found = self._subscriptions()
        assume(found)
        self.clock.now = max(self.clock.now, min(row.due_at for row in found))
        self.briefers[owner].tick()

    @rule(owner=OWNERS, endings=st.lists(ENDINGS, max_size=2))
    def a_whole_morning(self, owner: str, endings: list[BaseException | None]) -> None:
        self.a_morning(owner)
        self.deliver(owner, endings)

    @rule(owner=OWNERS, last=st.integers(1, 40))
    def a_briefer_dies_on_its_way(self, owner: str, last: int) -> None:
        found = self._subscriptions()
        assume(found)
        self.clock.now = max(self.clock.now, min(row.due_at for row in found))
        with Steps(last).counted(self.database.engine):
            self.briefers[owner].tick()
        self._start(owner)

    @rule(owner=OWNERS, last=st.integers(1, 40), endings=st.lists(ENDINGS, max_size=2))
    def a_sender_dies_on_its_way(self, owner: str, last: int, endings: list[BaseException | None]) -> None:
        self.telegram.script, self.telegram.steps = list(endings), Steps(last)
        with self.telegram.steps.counted(self.database.engine):
            asyncio.run(self.senders[owner].tick())
        self.telegram.script, self.telegram.steps = [], Steps()
        self._start(owner)

    @rule(owner=OWNERS, arrived=st.booleans())
    def a_sender_dies_while_sending(self, owner: str, arrived: bool) -> None:
        one = self.senders[owner]
        leased = self.database.transact(one._lease)
        assume(leased)
        if isinstance(self.database.transact(lambda c: one._begin(leased[0], c)), Slot) and arrived:
            asyncio.run(self.telegram.send(leased[0].chat_id, None, leased[0].message))
        self._start(owner)

    @rule(seconds=st.sampled_from([1.0, 61.0]))
    def a_sender_sleeps_before_it_sends(self, seconds: float) -> None:
        self.take_deliveries("a")
        assume(self.held)
        self.clock.advance(seconds=seconds)
        asyncio.run(self.senders["b"].tick())
        self.send_what_was_taken(arrived=True, dies=False)

    @rule(owner=OWNERS)
    def begin_a_slow_briefing(self, owner: str) -> None:
        one = self.briefers[owner]
        self.slow += [(one, leased) for leased in self.database.transact(one._lease)]

    @precondition(lambda self: self.slow)
    @rule()
    def end_a_slow_briefing(self) -> None:
        one, leased = self.slow.pop(0)
        make(one, leased)

    @rule(owner=OWNERS, endings=st.lists(ENDINGS, max_size=4))
    def deliver(self, owner: str, endings: list[BaseException | None]) -> None:
        self.telegram.script = list(endings)
        asyncio.run(self.senders[owner].tick())
        self.telegram.script = []

    @rule(owner=OWNERS)
    def an_hour_without_answers(self, owner: str) -> None:
        for _ in range(5):
            self.clock.advance(minutes=12)
            self.telegram.script = [TimedOut() for _ in range(6)]
            asyncio.run(self.senders[owner].tick())
        self.telegram.script = []

    @rule(owner=OWNERS, seconds=st.sampled_from([1.0, 61.0, 61.0, 130.0]))
    def deliver_a_little_later(self, owner: str, seconds: float) -> None:
        self.clock.advance(seconds=seconds)
        asyncio.run(self.senders[owner].tick())

    @rule(owner=OWNERS)
    def take_deliveries(self, owner: str) -> None:
        one = self.senders[owner]
        self.held += [(one, leased) for leased in self.database.transact(one._lease)]

    @precondition(lambda self: self.held)
    @rule(arrived=st.booleans(), dies=st.booleans())
    def send_what_was_taken(self, arrived: bool, dies: bool) -> None:
        """By a process that may have slept since it took it, and may die before it can write what became of it."""
        one, leased = self.held.pop(0)
        begun = self.database.transact(lambda c: one._begin(leased, c))
        if not isinstance(begun, Slot):
            return
        self.telegram.script = [None if arrived else TimedOut()]
        if dies and arrived:
            asyncio.run(self.telegram.send(leased.chat_id, None, leased.message))
        elif not dies:
            asyncio.run(one._deliver(leased, Crossing(self.clock.now)))
        self.telegram.script = []

    @rule(owner=OWNERS)
    def kill(self, owner: str) -> None:
        self._start(owner)

    @rule(chat_id=CHATS)
    def start(self, chat_id: int) -> None:
        self.database.transact(lambda c: pauses.resume_chat(c, chat_id, now=self.clock.now))

    @rule(chat_id=CHATS, seldom=st.sampled_from([True, False, False, False]))
    def forget(self, chat_id: int, seldom: bool) -> None:
        assume(seldom)
        copies = self._copies()
        own = rows(self.database, schema.delivery, schema.delivery.c.chat_id == chat_id)
        self.gone |= {row.payload["html"]: copies[row.payload["html"]] for row in own}
        self.database.transact(lambda c: chats.forget_chat(c, chat_id))

    @rule(owner=OWNERS)
    def a_group_moves(self, owner: str) -> None:
        self.telegram.script = [ChatMigrated(-100_3)]
        waiting = [row for row in rows(self.database, schema.delivery) if row.state == "pending"]
        assume(waiting and all(row.chat_id == -3 for row in waiting))
        asyncio.run(self.senders[owner].tick())
        self.telegram.script = []

    @rule(owner=OWNERS)
    def a_quiet_while(self, owner: str) -> None:
        """Nothing fails any more: whatever waits for something comes to its end."""
        waiting = rows(self.database, schema.delivery, self._open)
        # A clock that was put back makes them wait for longer than they were meant to.
        moments = [moment for row in waiting for moment in (row.not_before_at, row.lease_until_at) if moment]
        self.clock.now = max([self.clock.now, *moments])
        for _ in range(12):
            self.clock.advance(seconds=61)
            asyncio.run(self.senders[owner].tick())
        assert not rows(self.database, schema.delivery, self._open)

    _open = schema.delivery.c.state.in_(("pending", "sending"))

    @invariant()
    def each_message_once(self) -> None:
        Machine.steps += 1
        copies = self._copies()
        for row in rows(self.database, schema.delivery):
            number = copies[row.payload["html"]]
            doubtful = row.unknown_outcomes + (row.state == "sending")
            assert number <= 1 + min(doubtful, 2), f"{number} copies of {row}"
            assert row.unknown_outcomes <= 3
            assert number >= 1 or row.state != "sent"

    @invariant()
    def what_was_forgotten_is_not_sent(self) -> None:
        copies = self._copies()
        assert all(copies[html] == number for html, number in self.gone.items())

    @invariant()
    def parts_arrive_in_order(self) -> None:
        firsts = list(dict.fromkeys(html for _, _, html in self.telegram.accepted))
        for place, html in enumerate(firsts):
            number, part = html.split(".")
            assert part == "1" or f"{number}.1" in firsts[:place] or self._given_up(f"{number}.1")

    def _given_up(self, html: str) -> bool:
        """Whether the first part never got through, or nobody knows whether it did."""
        return html in self.gone or any(
            row.payload["html"] == html and row.state in {"unknown", "dead", "expired"}
            for row in rows(self.database, schema.delivery)
        )

    def _copies(self) -> Counter[str]:
        return Counter(html for _, _, html in self.telegram.accepted)

    @invariant()
    def no_date_is_lost(self) -> None:
        """Of subscriptions that nobody changed: each date since the first is used up, and the next is due."""
        used = Counter(row.subscription_id for row in rows(self.database, schema.briefing))
        for row in rows(self.database, schema.subscription):
            if row.id not in self.changed:
                first = next_occurrence(row.minute, row.zone, row.created_at).day
                assert row.due_date == first + timedelta(days=used[row.id]), row

    @invariant()
    def each_date_once_and_far_enough_apart(self) -> None:
        used: dict[int, list[Any]] = {}
        for row in rows(self.database, schema.briefing):
            used.setdefault(row.subscription_id, []).append(row)
        for found in used.values():
            days = [row.local_date for row in found]
            assert len(set(days)) == len(days)
            moments = sorted(row.due_at for row in found)
            assert all(b - a >= APART for a, b in itertools.pairwise(moments)), moments

    @invariant()
    def a_briefing_is_whole(self) -> None:
        parts: dict[int, list[int]] = {}
        for row in rows(self.database, schema.delivery):
            parts.setdefault(row.briefing_id, []).append(row.part)
        for row in rows(self.database, schema.briefing):
            assert sorted(parts.get(row.id, [])) == ([1, 2] if row.outcome == "made" else [])

    @invariant()
    def a_subscription_is_always_due_again(self) -> None:
        for one in self._subscriptions():
            # The date after that of the last one ends at the latest 74 hours after the last one's begins at the
            # earliest: two days, and the 26 hours between the zones at the date line.
            assert one.due_at < self.clock.now + timedelta(hours=74)

    def _subscriptions(self) -> list[sa.Row[Any]]:
        return rows(self.database, schema.subscription, schema.subscription.c.state == "active")

    def _pick(self, number: int) -> sa.Row[Any]:
        found = self._subscriptions()
        assume(found)
        return found[number % len(found)]
