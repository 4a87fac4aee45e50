"""Killable workers: what reads documents of strangers runs in processes of its own, bounded in time and memory."""

from __future__ import annotations

import multiprocessing
import resource
import signal
import threading
from collections.abc import Callable
from concurrent.futures import TimeoutError as FutureTimeout
from types import TracebackType
from typing import Any, Protocol, TypeVar

from pebble import ProcessExpired, ProcessPool

from index.errors import SitrepError

T = TypeVar("T")

# What one document may cost. The heaviest honest ones seen, feeds of 14 MB, take two seconds.
CPU_S = 5.0
WALL_S = 20.0
MEMORY_BYTES = 512 * 1024 * 1024
_TASKS_PER_WORKER = 500


class TooHeavy(SitrepError):
    """A document cost more time or memory than any honest one does."""

    code = "too_heavy"


class Runner(Protocol):
    """Where the reading of documents happens."""

    def run(self, function: Callable[..., T], *args: Any, **kwargs: Any) -> T: ...


class Workers:
    """A few worker processes, started on first use. Safe to share between threads; close it at the end."""

    def __init__(self, count: int = 1, *, cpu_s: float = CPU_S, wall_s: float = WALL_S) -> None:
        self._count = count
        self._cpu_s = cpu_s
        self._wall_s = wall_s
        self._lock = threading.Lock()
        self._pool: ProcessPool | None = None

    def run(self, function: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """The result of a module-level function; what it raises is raised here; TooHeavy where it was killed."""
        call = (function, self._cpu_s, args, kwargs)
        future = self._started().schedule(_bounded, args=call, timeout=self._wall_s)
        try:
            result: T = future.result()
        except (FutureTimeout, ProcessExpired, MemoryError) as error:
            raise TooHeavy("That document is too heavy to read.") from error
        return result

    def close(self) -> None:
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()
            pool.join()

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _started(self) -> ProcessPool:
        with self._lock:
            if self._pool is None:
                # Not forked: the parent may hold a model, threads and open databases.
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPool(
                    max_workers=self._count, max_tasks=_TASKS_PER_WORKER, initializer=_start, context=context
                )
            return self._pool


def _start() -> None:
    """In a new worker: a ceiling on memory above what the interpreter has mapped by now."""
    # The parent decides when to stop; a Ctrl-C meant for it reaches its children as well.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    import index.ingest.pages  # noqa: F401  # so that its libraries do not count against the document

    with open("/proc/self/statm", encoding="ascii") as statm:
        mapped = int(statm.read().split()[0]) * resource.getpagesize()
    ceiling = mapped + MEMORY_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, ceiling))


def _bounded(function: Callable[..., T], cpu_s: float, args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
    # Counts this process's CPU time and then kills it: unlike a wall clock it is fair on a busy machine, and
    # unlike an exception it stops a loop inside a C library.
    signal.setitimer(signal.ITIMER_PROF, cpu_s)
    try:
        return function(*args, **kwargs)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
