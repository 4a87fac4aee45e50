"""What this process has on its way to Telegram.

A message leaves at its slot, but a busy machine can hold it back on its way; then it arrives beside later ones. It
arrives between its leaving and Telegram's answer: what an answer took longer than the quickest is taken for delay.
"""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.delivery.policy import DeliveryPolicy

# A message that has no answer by then is taken to have arrived.
_PATIENCE_S = 2.0
# A time so far ahead is a clock's that was put back.
_FARTHEST = timedelta(seconds=5)
# So many answers tell how quick one can be.
_REMEMBERED = 200
# What an undelayed message keeps to the one that opened its second, of the distance that the pace gives them.
_AT_LEAST = 0.98


@dataclasses.dataclass(slots=True)
class Crossing:
    """One message on its way."""

    left_at: datetime
    answered_at: datetime | None = None
    answered: asyncio.Event = dataclasses.field(default_factory=asyncio.Event)


class Wire:
    """The messages of the last second, replies and deliveries alike."""

    def __init__(self, policy: DeliveryPolicy) -> None:
        self._policy = policy
        self._crossings: deque[Crossing] = deque(maxlen=policy.in_a_second)
        self._took: deque[timedelta] = deque(maxlen=_REMEMBERED)
        self._gate = asyncio.Lock()

    async def depart(self, clock: Callable[[], datetime], sleep: Callable[[float], Awaitable[None]]) -> Crossing:
        """Let a message leave as soon as it may: one after the other, in the order in which they come here."""
        async with self._gate:
            await self._first_has_arrived()
            now = clock()
            await sleep((self.earliest(now) - now).total_seconds())
            crossing = Crossing(clock())
            self._crossings.append(crossing)
            return crossing

    async def _first_has_arrived(self) -> None:
        """Wait until it is known when the message arrived that opened this second."""
        if self._is_full and self._crossings[0].answered_at is None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._crossings[0].answered.wait(), _PATIENCE_S)

    def earliest(self, now: datetime) -> datetime:
        """When the next message may leave, for all that this process knows."""
        if not self._crossings:
            return now
        free = self._crossings[-1].left_at + self._policy.nearest
        if self._is_full:
            first = self._crossings[0]
            arrived_at = (first.answered_at or now) - min(self._took, default=timedelta(0))
            free = max(free, first.left_at + self._policy.second, arrived_at + _AT_LEAST * self._policy.second)
        return free if now < free <= now + _FARTHEST else now

    def arrive(self, crossing: Crossing, now: datetime) -> None:
        """Telegram answered, or the connection failed."""
        crossing.answered_at = now
        crossing.answered.set()
        self._took.append(max(timedelta(0), now - crossing.left_at))

    @property
    def _is_full(self) -> bool:
        return len(self._crossings) == self._crossings.maxlen
