"""How the bot is doing, for its admins: a fortnight of questions and deliveries, the sources, how long answers take.

Pure: the numbers are read elsewhere.
"""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

DAYS = 14
# Up to so many milliseconds, the last without an end.
WAITS_MS = (250, 500, 1000, 2000, 4000, 8000, 16000)
ANSWERED, ABSTAINED = "answered", "abstained"
SENT, FAILED = "sent", "failed"
# Updates of Telegram's that could not be read.
UNREADABLE = "unreadable"
HEALTH = ("ok", "quiet", "failing", "new", "paused")


def wait_name(milliseconds: float) -> str:
    """What is counted of an answer that took so long."""
    return f"wait.{bisect.bisect_left(WAITS_MS, milliseconds)}"


@dataclasses.dataclass(frozen=True, slots=True)
class Usage:
    """Counts of the days up to `last`, oldest first; sources by health as in HEALTH; answers by how long they took,
    one more than WAITS_MS."""

    last: date
    answered: tuple[int, ...]
    abstained: tuple[int, ...]
    sent: tuple[int, ...]
    failed: tuple[int, ...]
    sources: tuple[int, ...]
    waits: tuple[int, ...]

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(self.last - timedelta(days=back) for back in reversed(range(DAYS)))

    def to_json(self) -> dict[str, Any]:
        return {**dataclasses.asdict(self), "last": self.last.isoformat()}

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Usage:
        counts = {name: tuple(value) for name, value in row.items() if name != "last"}
        return cls(date.fromisoformat(row["last"]), **counts)


def usage(
    last: date,
    tallies: Mapping[tuple[date, str], int],
    deliveries: Mapping[tuple[date, str], int],
    health: Sequence[str],
) -> Usage:
    """The fortnight up to `last` from what was counted, and the sources by their health."""
    days = [last - timedelta(days=back) for back in reversed(range(DAYS))]
    names = [f"wait.{place}" for place in range(len(WAITS_MS) + 1)]
    return Usage(
        last=last,
        answered=tuple(tallies.get((day, ANSWERED), 0) for day in days),
        abstained=tuple(tallies.get((day, ABSTAINED), 0) for day in days),
        sent=tuple(deliveries.get((day, SENT), 0) for day in days),
        failed=tuple(deliveries.get((day, FAILED), 0) for day in days),
        sources=tuple(sum(one == state for one in health) for state in HEALTH),
        waits=tuple(sum(tallies.get((day, name), 0) for day in days) for name in names),
    )


def within(waits: Sequence[int], share: float) -> float | None:
    """In how many seconds that share of the answers came, at most; None: longer than we tell apart, or no answer."""
    total, reached = sum(waits), 0
    for milliseconds, number in zip(WAITS_MS, waits, strict=False):
        reached += number
        if total and reached >= share * total:
            return milliseconds / 1000
    return None
