"""The briefing tick: for each subscription whose moment has come, a briefing into the outbox, once per local date.

The corpus is asked outside any transaction. Then one transaction, guarded by the leases, writes some briefings,
their deliveries and the next due times, so that after a kill either all of it happened or the subscriptions are
due again.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

import sqlalchemy as sa
import structlog

from bot.localtime import Occurrence, longest_gap, next_occurrence
from bot.page.permalinks import NO_PAGES, Permalinks
from bot.shared_briefings import Brief, Content, Correct, SharedBriefings
from bot.store import briefings, chats, outbox, subscriptions
from bot.store.briefings import Missed
from bot.store.subscriptions import Subscription
from bot.wording.message import Message
from index.errors import SitrepError
from index.store.database import Database
from index.stories.story import Briefing

# A briefing may be made this often: somewhat faster than Telegram lets them leave. Of ten thousand in one minute most
# wait for that in any case; questions do not.
_EACH_S = 1 / 32
# So many are written in one transaction, or what is ready after so many seconds: a lease must not run out meanwhile.
_WRITTEN_AT_ONCE = 8
_WRITTEN_AFTER_S = 1.0
# From the briefing of a Friday to that of a Monday.
_A_WEEKEND = timedelta(days=3)


@dataclasses.dataclass(frozen=True, slots=True)
class BriefingPolicy:
    """When briefings are made and what they cover."""

    # Zone of chats that have not said theirs.
    zone: str = "UTC"
    # Hour of the day of a subscription that names none.
    time: str = "07:00"
    # A briefing missed while the bot was down is still made if it is less late than so many seconds, else
    # skipped.
    grace_s: float = 10800.0
    # A briefing later than so many seconds says so.
    late_after_s: float = 900.0
    # What the first briefing of a subscription covers, in seconds.
    first_window_s: float = 86400.0
    # The longest time that one briefing covers, in seconds.
    longest_window_s: float = 259200.0
    # A briefing that could not be delivered within so many seconds is not sent any more.
    expires_after_s: float = 43200.0
    # Seconds that a briefing may take to make; then what is ready is told.
    deadline_s: float = 60.0
    # Seconds that a process owns a subscription while it makes its briefing.
    lease_s: float = 120.0
    # Subscriptions taken at once.
    batch: int = 50


@dataclasses.dataclass(frozen=True, slots=True)
class Occasion:
    """What a briefing is set for: chat, row of the briefing, its date and due moment, and what was missed
    before.
    """

    chat_id: int
    briefing_id: int
    zone: str
    language: str | None
    day: date
    due_at: datetime
    made_at: datetime
    late: bool
    missed: tuple[Missed, ...]
    pictures: bool = True
    page_url: str | None = None
    channel: bool = False
    hidden: int = 0


Render = Callable[[Briefing, Occasion], Sequence[Message]]


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """What to do for a due subscription: occurrences that are too late, the one to make (or None), and the
    next.
    """

    skipped: tuple[Occurrence, ...]
    made: Occurrence | None
    since: datetime
    until: datetime
    late: bool
    next: Occurrence


def plan(subscription: Subscription, *, now: datetime, policy: BriefingPolicy) -> Plan:
    """Which occurrences are past, which of them is still worth a briefing, and what it covers. Pure.

    Of several missed ones only the latest is made, and only within the grace; it then covers their time as
    well.
    """
    passed = [subscription.due]
    while (after := _next(subscription, passed[-1])).at <= now:
        passed.append(after)
    *older, latest = passed
    lateness = now - latest.at
    in_time = lateness < timedelta(seconds=policy.grace_s)
    late = lateness > timedelta(seconds=policy.late_after_s)
    until = now.replace(microsecond=0) if late else latest.at
    gap = longest_gap(subscription.days)
    # A weekly briefing covers its week, from the first one on.
    first = max(timedelta(seconds=policy.first_window_s), gap if gap > _A_WEEKEND else timedelta())
    since = subscription.covered_until_at or until - first
    since = min(max(since, until - max(timedelta(seconds=policy.longest_window_s), gap)), until)
    skipped = tuple(older) if in_time else tuple(passed)
    return Plan(skipped, latest if in_time else None, since, until, late, after)


@dataclasses.dataclass(frozen=True, slots=True)
class _Ready:
    """A subscription with what is to be written for it; no `content` where no briefing is made."""

    subscription: Subscription
    todo: Plan
    content: Content | None


class Briefer:
    """Makes briefings. Any number may run: each subscription is leased."""

    def __init__(
        self,
        database: Database,
        brief: Brief,
        render: Render,
        *,
        policy: BriefingPolicy,
        owner: str,
        clock: Callable[[], datetime],
        correct: Correct = lambda contents, known: (),
        permalinks: Permalinks = NO_PAGES,
        rest: Callable[[float], object] = lambda seconds: None,
    ) -> None:
        self._database = database
        self._brief = brief
        self._rest = rest
        self._correct = correct
        self._permalinks = permalinks
        self._render = render
        self._policy = policy
        self._owner = owner
        self._clock = clock
        self._log = structlog.get_logger().bind(role="briefing")

    def tick(self, stopping: Callable[[], bool] = lambda: False) -> int:
        """Make what is due; how many. Between two subscriptions it stops where `stopping` says so."""
        self._database.transact(lambda connection: subscriptions.bring_back(connection, now=self._clock()))
        shared = SharedBriefings(self._database, self._brief, self._correct)
        made = 0
        while not stopping() and (due := self._database.transact(self._lease)):
            made += self._make(due, shared, stopping)
        if stopping():
            self.release()
        return made

    def release(self) -> None:
        """Give back what is leased."""
        self._database.transact(lambda connection: subscriptions.release_all(connection, owner=self._owner))

    def _make(self, due: Sequence[Subscription], shared: SharedBriefings, stopping: Callable[[], bool]) -> int:
        """Make briefings, and write some at once: to commit took longer than all else that is written."""
        made, began = 0, time.monotonic()
        ready: list[_Ready] = []
        for subscription in due:
            if stopping():
                break
            if any(one.subscription.chat_id == subscription.chat_id for one in ready):
                # What it is told now, its next one need not say again.
                made, ready = made + self._written(ready), []
            prepared = self._prepare(subscription, shared)
            ready += [prepared] if prepared else []
            if len(ready) == _WRITTEN_AT_ONCE or time.monotonic() - began >= _WRITTEN_AFTER_S:
                made, count, ready = made + self._written(ready), len(ready), []
                self._rest(max(0.0, began + count * _EACH_S - time.monotonic()))
                began = time.monotonic()
        return made + self._written(ready)

    def _prepare(self, subscription: Subscription, shared: SharedBriefings) -> _Ready | None:
        todo = plan(subscription, now=self._clock(), policy=self._policy)
        if todo.made is None:
            return _Ready(subscription, todo, None)
        try:
            return _Ready(subscription, todo, shared.content(subscription, todo.since, todo.until))
        except SitrepError as error:
            # It stays leased, so it is tried again when the lease runs out, until its grace is over.
            self._log.error("briefing failed", subscription=subscription.id, code=error.code)
            return None

    def _written(self, ready: Sequence[_Ready]) -> int:
        """Write what is ready, all of it or nothing; how many briefings."""
        if not ready:
            return 0
        # In the order of their chats, whose rows are locked: two processes wait for each other in no other way.
        ordered = sorted(ready, key=lambda one: (one.subscription.chat_id, one.subscription.id))
        written = self._database.transact(lambda connection: [self._write(connection, one) for one in ordered])
        for one, done in zip(ordered, written, strict=True):
            self._log.info(
                "briefing",
                subscription=one.subscription.id,
                made=one.todo.made is not None,
                skipped=len(one.todo.skipped),
                kept=done,
            )
        return sum(done and one.todo.made is not None for one, done in zip(ordered, written, strict=True))

    def _write(self, connection: sa.Connection, ready: _Ready) -> bool:
        subscription, todo, content = ready.subscription, ready.todo, ready.content
        covered = {} if content is None else {"covered_until_at": todo.until}
        if not subscriptions.advance(connection, subscription.id, owner=self._owner, due=todo.next, values=covered):
            return False
        now = self._clock()
        for occurrence in todo.skipped:
            briefings.record_skipped(connection, subscription, occurrence, now=now)
        if todo.made is None or content is None:
            return True
        missed = briefings.missed_before(connection, subscription.id, todo.made.day)
        briefing_id = briefings.record_made(connection, subscription, todo.made, content, now=now)
        if briefing_id is None:
            return True
        chat = chats.held_chat(connection, subscription.chat_id)
        occasion = Occasion(
            chat_id=subscription.chat_id,
            briefing_id=briefing_id,
            zone=subscription.zone,
            language=chat.language,
            day=todo.made.day,
            due_at=todo.made.at,
            made_at=now,
            late=todo.late,
            missed=missed,
            pictures=chat.pictures,
            hidden=content.hidden,
            channel=chat.kind == "channel",
            page_url=self._permalinks.open(connection, "briefing", briefing_id, chat_id=subscription.chat_id, now=now),
        )
        outbox.enqueue_briefing(
            connection,
            briefing_id,
            chat=chat,
            thread_id=subscription.thread_id,
            messages=self._render(content.briefing, occasion),
            now=now,
            expires_at=now + timedelta(seconds=self._policy.expires_after_s),
        )
        return True

    def _lease(self, connection: sa.Connection) -> list[Subscription]:
        return subscriptions.lease_due(
            connection,
            owner=self._owner,
            now=self._clock(),
            duration=timedelta(seconds=self._policy.lease_s),
            limit=self._policy.batch,
        )


def _next(subscription: Subscription, last: Occurrence) -> Occurrence:
    return next_occurrence(subscription.minute, subscription.zone, last.at, last=last, days=subscription.days)
