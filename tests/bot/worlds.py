"""What tests of briefings and delivery are played in: a clock, a Telegram that remembers, a corpus of one
line.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import sqlalchemy as sa

from bot.briefings import Briefer, BriefingPolicy, Occasion
from bot.delivery.gallery import Gallery
from bot.delivery.policy import DeliveryPolicy
from bot.delivery.sender import Sender
from bot.page.permalinks import NO_PAGES, Permalinks
from bot.pictures.easel import Draw
from bot.shared_briefings import SharedBriefings
from bot.store import chats, schema, subscriptions
from bot.store.subscriptions import Subscription
from bot.wording.message import Message
from index.store.database import Database
from index.stories.interest import Interest
from index.stories.story import Briefing

T = TypeVar("T")
START = datetime(2024, 4, 15, 6, 0, tzinfo=UTC)


class Clock:
    """Called, it says the time; `sleep` lets the time pass at once."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **parts: float) -> datetime:
        self.now += timedelta(**parts)
        return self.now

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)
        self.now += timedelta(seconds=seconds)


class Killed(BaseException):
    """What kill -9 is to this process's code: nothing catches it."""


class Steps:
    """Counts SQL statements and commits, and what calls `step`; from the step `last` on, every step is death."""

    def __init__(self, last: int = 0) -> None:
        self.taken = 0
        self.last = last

    def step(self, *_: Any) -> None:
        self.taken += 1
        if self.last and self.taken >= self.last:
            raise Killed

    @contextlib.contextmanager
    def counted(self, engine: sa.Engine) -> Iterator[None]:
        for event in ("before_cursor_execute", "commit"):
            sa.event.listen(engine, event, self.step)
        try:
            yield
        except Killed:
            pass
        finally:
            for event in ("before_cursor_execute", "commit"):
                sa.event.remove(engine, event, self.step)


class Telegram:
    """Remembers what it accepted. A script of errors is worked off, one a message; None accepts."""

    def __init__(self, clock: Clock) -> None:
        self.accepted: list[tuple[datetime, int, str]] = []
        self.script: list[BaseException | None] = []
        self._clock = clock

    async def send(self, chat_id: int, thread_id: int | None, message: Message) -> int:
        error = self.script.pop(0) if self.script else None
        if error is not None:
            raise error
        self.accepted.append((self._clock.now, chat_id, message.html))
        return len(self.accepted)

    def texts(self, chat_id: int) -> list[str]:
        return [html for _, chat, html in self.accepted if chat == chat_id]


async def inline(work: Callable[[], T], /) -> T:
    return work()


def gallery(database: Database, clock: Clock, draw: Draw = lambda picture: b"") -> Gallery:
    return Gallery(database, draw, bot="1", in_thread=inline, clock=clock)


def sender(
    database: Database,
    telegram: Telegram,
    clock: Clock,
    *,
    owner: str = "sender",
    pictures: Gallery | None = None,
    **policy: Any,
) -> Sender:
    return Sender(
        database,
        telegram.send,
        pictures or gallery(database, clock),
        policy=DeliveryPolicy(**policy),
        owner=owner,
        in_thread=inline,
        clock=clock,
        sleep=clock.sleep,
    )


def deliver(sender: Sender) -> None:
    asyncio.run(sender.tick())


def quiet_briefing(since: datetime, until: datetime, interest: Interest) -> Briefing:
    return Briefing(since, until, interest.topics, (), (), followed=interest.followed)


def one_line(briefing: Briefing, occasion: Occasion) -> Sequence[Message]:
    late = " late" if occasion.late else ""
    missed = "".join(f" {m.reason} {m.day}" for m in occasion.missed)
    return [Message(f"briefing of {occasion.day}{late}{missed}")]


def briefer(
    database: Database,
    clock: Clock,
    *,
    owner: str = "briefer",
    render: Callable[[Briefing, Occasion], Sequence[Message]] = one_line,
    permalinks: Permalinks = NO_PAGES,
    **policy: Any,
) -> Briefer:
    return Briefer(
        database,
        quiet_briefing,
        render,
        policy=BriefingPolicy(**policy),
        owner=owner,
        clock=clock,
        permalinks=permalinks,
    )


def make(briefer: Briefer, leased: Subscription) -> int:
    """Make the briefing of a subscription that was leased before; how many were made."""
    return briefer._make([leased], SharedBriefings(briefer._database, briefer._brief, briefer._correct), lambda: False)


def subscribe(database: Database, clock: Clock, chat_id: int, *, minute: int = 420, zone: str = "UTC") -> Subscription:
    def work(connection: sa.Connection) -> Subscription:
        chats.ensure_chat(connection, chat_id, kind="private" if chat_id > 0 else "group", now=clock.now)
        return subscriptions.add_subscription(connection, chat_id, minute=minute, zone=zone, now=clock.now)

    return database.transact(work)


def rows(database: Database, table: sa.Table, *where: sa.ColumnElement[bool]) -> list[sa.Row[Any]]:
    with database.read() as connection:
        return list(connection.execute(sa.select(table).where(*where).order_by(*table.primary_key)))


def states(database: Database, chat_id: int | None = None) -> list[str]:
    where = [] if chat_id is None else [schema.delivery.c.chat_id == chat_id]
    return [row.state for row in rows(database, schema.delivery, *where)]
