"""How long one question or briefing may take, and which article took most of it. Pure: its clocks are arguments."""

from __future__ import annotations

import contextlib
import math
from collections import defaultdict
from collections.abc import Callable, Iterator

# An article that took so much of the time by itself is to blame for it; a slow machine or model is no article's fault.
_TO_BLAME = 0.5


class Allowance:
    """The time that one question or briefing has from the first look at it. Whoever works on it asks between two
    articles whether it is used up, and then leaves out what is not ready. Used by one thread.

    `clock` is the time that a reader waits; `cpu` what this thread has worked, by which articles are blamed. Both in
    seconds.
    """

    def __init__(self, seconds: float, *, clock: Callable[[], float], cpu: Callable[[], float]) -> None:
        self._seconds = seconds
        self._clock = clock
        self._cpu = cpu
        self._began: float | None = None
        self._worked: defaultdict[str, float] = defaultdict(float)
        # Whether something was left out.
        self.cut_short = False

    def used_up(self) -> bool:
        """Whether what is not ready is to be left out."""
        if self._began is None:
            self._began = self._clock()
        over = self._clock() - self._began >= self._seconds
        self.cut_short = self.cut_short or over
        return over

    @contextlib.contextmanager
    def on(self, article_id: str) -> Iterator[None]:
        """Work on one article."""
        began = self._cpu()
        try:
            yield
        finally:
            self._worked[article_id] += self._cpu() - began

    def to_blame(self) -> tuple[str, float] | None:
        """The article that cost the time, and how many seconds; None where time was enough, or where no single one
        did."""
        slowest = max(self._worked.items(), key=lambda item: item[1], default=None)
        if not self.cut_short or slowest is None or slowest[1] < _TO_BLAME * self._seconds:
            return None
        return slowest


def unlimited() -> Allowance:
    """For whoever waits as long as it takes."""
    return Allowance(math.inf, clock=lambda: 0.0, cpu=lambda: 0.0)
