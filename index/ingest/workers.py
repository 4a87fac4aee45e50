"""Killable workers: what reads documents of strangers runs in processes of its own, bounded in time and memory."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import threading
from collections.abc import Callable
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, Protocol, TypeVar

from pebble import ProcessExpired, ProcessPool

from index.errors import SitrepError
from index.ingest.confinement import confine
from index.language.remembering import forget

T = TypeVar("T")

# What one document may cost. The heaviest honest ones seen, feeds of 14 MB, take two seconds.
CPU_S = 5.0
WALL_S = 20.0
MEMORY_BYTES = 512 * 1024 * 1024
# A worker is replaced after so many documents or batches of them: whatever it was fed then ends with it. Starting one
# takes a twentieth of a second.
_TASKS_PER_WORKER = 100
# A worker begins with 65 MB and has 100 once it has read reports in every language.
_GROWN_BYTES = 150 * 1024 * 1024
# Of 146 news pages and 1,142 feeds one is larger; most of what takes seconds to read is.
LIGHT_BYTES = 400_000
_NICE = 5


class TooHeavy(SitrepError):
    """A document cost more time or memory than any honest one does."""

    code = "too_heavy"


class WorkersLost(SitrepError):
    """No worker can be started: no document is to blame."""

    code = "workers_lost"


class Runner(Protocol):
    """Where the reading of documents happens."""

    def run(self, function: Callable[..., T], *args: Any, **kwargs: Any) -> T: ...

    def close(self) -> None: ...


class Workers:
    """Worker processes, started on first use: `count` for documents as most are, and one, which yields to everything
    else, for heavy ones, behind which no other waits. Safe to share between threads; close it at the end."""

    def __init__(self, count: int = 2, *, cpu_s: float = CPU_S, wall_s: float = WALL_S) -> None:
        self._lanes = {False: _Lane(count, nice=0), True: _Lane(1, nice=_NICE)}
        self._cpu_s = cpu_s
        self._wall_s = wall_s

    def run(self, function: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """The result of a module-level function; what it raises is raised here; TooHeavy where it was killed."""
        call = (function, self._cpu_s, args, kwargs)
        heavy = any(isinstance(document, bytes) and len(document) > LIGHT_BYTES for document in args)
        future = self._lanes[heavy].pool().schedule(_bounded, args=call, timeout=self._wall_s)
        try:
            result: T = future.result()
        except (FutureTimeout, ProcessExpired, MemoryError) as error:
            raise TooHeavy("That document is too heavy to read.") from error
        except BrokenProcessPool as error:
            self._lanes[heavy].close()
            raise WorkersLost("The processes that read documents can not be started.") from error
        return result

    def close(self) -> None:
        for lane in self._lanes.values():
            lane.close()

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


class _Lane:
    """Workers that take one document after the other."""

    def __init__(self, count: int, *, nice: int) -> None:
        self._count = count
        self._nice = nice
        self._lock = threading.Lock()
        self._pool: ProcessPool | None = None

    def pool(self) -> ProcessPool:
        with self._lock:
            if self._pool is None:
                self._pool = ProcessPool(
                    max_workers=self._count,
                    max_tasks=_TASKS_PER_WORKER,
                    initializer=_start,
                    initargs=(self._nice,),
                    context=_context(),
                )
            return self._pool

    def close(self) -> None:
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()
            pool.join()


def _context() -> multiprocessing.context.BaseContext:
    """Workers are forked off a process that has only loaded what they need: one that was killed is replaced in a tenth
    of a second. Never off this one, which may hold a model, threads and open databases."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(
        ["index.ingest.feeds", "index.ingest.listings", "index.ingest.documents", "index.reports.intake"]
    )
    return context


def _start(nice: int) -> None:
    """In a new worker: its priority, and a ceiling on memory above what the interpreter has mapped by now."""
    os.nice(nice)
    # The parent decides when to stop; a Ctrl-C meant for it reaches its children as well.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    import index.ingest.documents  # noqa: F401  # so that its libraries do not count against the document

    ceiling = _pages(0) + MEMORY_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, ceiling))
    confine()


def _pages(place: int) -> int:
    """What this process has, in bytes: 0 for what it has mapped, 1 for what is in memory."""
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[place]) * resource.getpagesize()


def _bounded(function: Callable[..., T], cpu_s: float, args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
    # Counts this process's CPU time and then kills it: unlike a wall clock it is fair on a busy machine, and
    # unlike an exception it stops a loop inside a C library.
    signal.setitimer(signal.ITIMER_PROF, cpu_s)
    try:
        return function(*args, **kwargs)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        if _pages(1) > _GROWN_BYTES:
            forget()
