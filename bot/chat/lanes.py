"""Updates that reach several processes: each is taken once, and those of one person in one chat in their order.

The database decides. An update is noted when it arrives, waits until none of its lane that came before it is under way,
and is taken off when it has had its effect. What a killed process had noted counts for a minute, no longer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

import telegram

from bot.chat.polling import Take
from bot.store import arrivals
from index.store.database import Database

T = TypeVar("T")

_LEASE = timedelta(seconds=60)
_FIRST_LOOK_S, _LONGEST_LOOK_S = 0.02, 0.5


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
    ) -> None:
        self._database = database
        self._take = take
        self._clock = clock
        self._in_thread = in_thread
        self._sleep = sleep

    async def take(self, update: telegram.Update) -> None:
        """Take an update unless another process is at it, once those before it in its lane are done."""
        number, lane = update.update_id, _lane(update)
        if not await self._write(lambda connection: arrivals.arrive(connection, number, lane, self._clock(), _LEASE)):
            return
        try:
            await self._until_next(number, lane)
            await self._take(update)
        finally:
            await self._write(lambda connection: arrivals.leave(connection, number))

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
