"""Who sends too much at once is told so once, and not read until the minute is over."""

from __future__ import annotations

import dataclasses
import enum
from datetime import datetime, timedelta

_MINUTE = timedelta(minutes=1)
# Beyond this many people the counts of those who are quiet are dropped.
_MOST_PEOPLE = 10_000


class Judgement(enum.Enum):
    READ = enum.auto()
    TELL = enum.auto()
    DROP = enum.auto()


@dataclasses.dataclass
class _Count:
    since: datetime
    messages: int = 0


class Flood:
    """Counts a person's updates in a minute. It protects this process only, so memory is the place for it."""

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._counts: dict[int, _Count] = {}

    def judge(self, user_id: int, now: datetime) -> Judgement:
        """What to do with one more update of this person; TELL once a minute."""
        count = self._counts.get(user_id)
        if count is None or now - count.since >= _MINUTE:
            self._tidy(now)
            count = self._counts[user_id] = _Count(now)
        count.messages += 1
        if count.messages <= self._per_minute:
            return Judgement.READ
        return Judgement.TELL if count.messages == self._per_minute + 1 else Judgement.DROP

    def _tidy(self, now: datetime) -> None:
        if len(self._counts) >= _MOST_PEOPLE:
            self._counts = {who: c for who, c in self._counts.items() if now - c.since < _MINUTE}
