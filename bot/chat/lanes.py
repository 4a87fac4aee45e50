"""Updates that reach several processes: each is taken once, and those of one person in one chat in their order.

The database decides. An update is noted when it arrives, waits until none of its lane that came before it is under way,
and is taken off when it has had its effect. A process says every few seconds that it is still at it: what a killed one
had noted counts no longer than that, and whoever is sent the update then takes it.
"""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import functools
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

import sqlalchemy as sa
import structlog
import telegram

from bot.chat.polling import Take
from bot.store import arrivals
from bot.store.arrivals import Standing
from index.errors import StorageUnusable
from index.store.database import Database

T = TypeVar("T")

# A killed process's people wait so long; a process that only stands still for a moment keeps what it is at.
_LEASE = timedelta(seconds=20)
_KEEP_EVERY_S = 5.0
_FIRST_LOOK_S, _LONGEST_LOOK_S = 0.02, 0.5


@dataclasses.dataclass
class _Held:
    """An update that is ours until then."""

    number: int
    until: datetime
    over: asyncio.Event = dataclasses.field(default_factory=asyncio.Event)


class Lanes:
    """Hands updates on to `take`, in turn."""

    def __init__(
        self,
        database: Database,
        take: Take,
        *,
        clock: Callable[[], datetime],
        in_thread: Callable[[Callable[[], Any]], Awaitable[Any]],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        keep_every_s: float = _KEEP_EVERY_S,
    ) -> None:
        self._database = database
        self._take = take
        self._clock = clock
        self._in_thread = in_thread
        self._sleep = sleep
        self._keep_every_s = keep_every_s

    async def take(self, update: telegram.Update) -> bool:
        """Take an update unless another process is at it, once those before it in its lane are done. Whether it is done
        with: what is not must be sent again, since the process that is at it may die."""
        number, lane = update.update_id, _lane(update)
        now = self._clock()
        held = _Held(number, now + _LEASE)
        standing = await self._write(lambda connection: arrivals.arrive(connection, number, lane, now, held.until))
        if standing is not Standing.OURS:
            return standing is Standing.DONE
        try:
            async with self._kept(held):
                await self._until_next(number, lane)
                await self._take(update)
        finally:
            await self._write(lambda connection: arrivals.leave(connection, number, held.until))
        return True

    @contextlib.asynccontextmanager
    async def _kept(self, held: _Held) -> AsyncIterator[None]:
        """The update stays ours until the block ends."""
        task = asyncio.create_task(self._keep(held))
        try:
            yield
        finally:
            held.over.set()
            await task

    async def _keep(self, held: _Held) -> None:
        while not await self._over(held):
            until = self._clock() + _LEASE
            keep = functools.partial(arrivals.keep, update_id=held.number, held_until=held.until, until=until)
            try:
                kept = await self._write(keep)
            except (sa.exc.SQLAlchemyError, StorageUnusable) as error:
                structlog.get_logger("bot.chat").warning("update not kept", error=type(error).__name__)
                continue
            if not kept:
                return
            held.until = until

    async def _over(self, held: _Held) -> bool:
        """Whether the update is done with before it must be kept for longer."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(held.over.wait(), self._keep_every_s)
        return held.over.is_set()

    async def _until_next(self, number: int, lane: str) -> None:
        pause = _FIRST_LOOK_S
        while not await self._in_thread(lambda: self._is_next(number, lane)):
            await self._sleep(pause)
            pause = min(_LONGEST_LOOK_S, 2 * pause)

    def _is_next(self, number: int, lane: str) -> bool:
        with self._database.read() as connection:
            return arrivals.is_next(connection, number, lane, self._clock())

    async def _write(self, work: Callable[[Any], T]) -> T:
        result: T = await self._in_thread(lambda: self._database.transact(work))
        return result


def _lane(update: telegram.Update) -> str:
    chat, person = update.effective_chat, update.effective_user
    return f"{chat.id if chat else 0}:{person.id if person else 0}"
