"""Threads that work on what is due: who waits for something slow takes nobody's place."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

# An honest source is read in a second or two; one that takes longer waits, for a server or for a heavy document.
PATIENCE_S = 3.0
# So many times as many as work at once may be under way when all of them are slow.
MOST_SLOW = 4
# How often is looked whether something has fallen due meanwhile, or taken too long.
_LOOK_S = 0.5


def work_off(take: Callable[[int], Sequence[T]], work: Callable[[T], R], *, parallel: int) -> Iterator[R]:
    """Do `work` on all that `take` gives (at most as many as it is asked for), `parallel` at once, until there is
    nothing left; the results as they come. One that takes longer than PATIENCE_S no longer counts: another begins
    beside it."""
    began: dict[Future[R], float] = {}
    with ThreadPoolExecutor(parallel * MOST_SLOW, thread_name_prefix="poll") as pool:
        while True:
            now = time.monotonic()
            more = room(began.values(), now, parallel=parallel)
            for one in take(more) if more else ():
                began[pool.submit(work, one)] = now
            if not began:
                return
            done, _ = wait(began, timeout=_LOOK_S, return_when=FIRST_COMPLETED)
            for finished in done:
                del began[finished]
                yield finished.result()


def room(began: Collection[float], now: float, *, parallel: int) -> int:
    """How many more may begin beside those that began at these moments."""
    quick = sum(now - moment <= PATIENCE_S for moment in began)
    return max(0, min(parallel - quick, parallel * MOST_SLOW - len(began)))
