"""What a briefing is made of: stories as they stand, and the time that it covers for whom. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Hashable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from index.reports.report import Report
from index.stories.interest import EVERYTHING, Interest, Verdict
from index.stories.leanings import Leanings
from index.stories.members import Member, StoryMembers

T = TypeVar("T")


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """A story as a briefing takes it up: which of its articles are new to the reader, and its origins.

    `reports` are its articles as they were read, by their ids; an article that was not is not quoted.
    """

    found: StoryMembers
    fresh: tuple[Member, ...]
    origins: int
    reports: Mapping[str, Report]
    # What was worked out of it for one reader serves the next.
    _worked_out: dict[Hashable, Any] = dataclasses.field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, key: Hashable, work: Callable[[], T]) -> T:
        """What `work` makes of this story, made once; it must depend on the story and the key alone."""
        if key not in self._worked_out:
            self._worked_out[key] = work()
        result: T = self._worked_out[key]
        return result


@dataclasses.dataclass(frozen=True, slots=True)
class Period:
    """What a briefing covers, for whom, and how the sources did in that time."""

    since: datetime
    until: datetime
    interest: Interest = EVERYTHING
    verdicts: tuple[Verdict, ...] = ()
    failing_sources: tuple[str, ...] = ()
    sources: int = 0
    leanings: Leanings = dataclasses.field(default_factory=dict)
