"""Ticks: APScheduler fires them, the database decides what there is to do.

The one place beside the chat adapter where synchronous work leaves the event loop.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TypeVar

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

T = TypeVar("T")

_CLOCK_CHECK_S = 5.0
_CLOCK_STEP_S = 2.0
_SWITCH_S = 0.0005


async def in_thread(work: Callable[[], T], /) -> T:
    """Run blocking work beside the event loop."""
    return await asyncio.to_thread(work)


class Ticks:
    """Fires each work at its interval, never twice at once. One that raises is logged and fired again."""

    def __init__(self) -> None:
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._log = structlog.get_logger()
        self._stopping = False
        self._running: set[asyncio.Task[None]] = set()
        self._watch: asyncio.Task[None] | None = None

    @property
    def stopping(self) -> bool:
        """Whether work in a thread should come to an end."""
        return self._stopping

    def every(self, seconds: float, name: str, work: Callable[[], Awaitable[object]]) -> None:
        """Fire asynchronous work every so often, the first time at once."""

        async def fire() -> None:
            task = asyncio.create_task(self._guarded(name, work))
            self._running.add(task)
            task.add_done_callback(self._running.discard)
            # The scheduler cancels what it fired when it stops; the work itself is given its time.
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.shield(task)

        self._scheduler.add_job(
            fire,
            "interval",
            seconds=seconds,
            id=name,
            max_instances=1,
            coalesce=True,
            # A late tick is as good as a punctual one: it looks at the database.
            misfire_grace_time=None,
            next_run_time=datetime.now(UTC),
        )

    def every_in_thread(self, seconds: float, name: str, work: Callable[[], object]) -> None:
        """Fire blocking work every so often, in a thread."""

        async def run() -> None:
            await in_thread(work)

        self.every(seconds, name, run)

    def start(self) -> None:
        # A thread that computes gives the interpreter up this often: Telegram's pace is kept beside it.
        sys.setswitchinterval(_SWITCH_S)
        self._scheduler.start()
        self._watch = asyncio.create_task(self._watch_clock())

    async def stop(self, *, within_s: float = 8.0) -> None:
        """Fire nothing more, and wait that long for what is running."""
        self._stopping = True
        if self._watch is not None:
            self._watch.cancel()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        if self._running:
            _, late = await asyncio.wait(set(self._running), timeout=within_s)
            if late:
                self._log.warning("ticks did not stop in time", late=len(late))

    async def _guarded(self, name: str, work: Callable[[], Awaitable[object]]) -> None:
        try:
            await work()
        except Exception as error:
            # The top of a tick: whatever it is, the next tick looks at the database again.
            code = getattr(error, "code", None)
            self._log.error("tick failed", tick=name, error=type(error).__name__, code=code)

    async def _watch_clock(self) -> None:
        # APScheduler goes by the wall clock: when that is put back an hour, it fires nothing for an hour.
        ahead = time.time() - time.monotonic()
        while True:
            await asyncio.sleep(_CLOCK_CHECK_S)
            now_ahead = time.time() - time.monotonic()
            if now_ahead < ahead - _CLOCK_STEP_S:
                self._log.warning("the clock was put back", seconds=round(ahead - now_ahead))
                for job in self._scheduler.get_jobs():
                    job.modify(next_run_time=datetime.now(UTC))
            ahead = now_ahead
