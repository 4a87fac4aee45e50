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
from index.stories.newsworthy import tells_news

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

    @property
    def tellers(self) -> tuple[Member, ...]:
        """Its articles that tell news, as far as they were read; all of them where none does."""
        return self.once("tellers", lambda: self._telling_news(self.found.members))

    @property
    def news(self) -> tuple[Member, ...]:
        """Those of its new articles that tell news; all of them where none does."""
        return self.once("new tellers", lambda: self._telling_news(self.fresh))

    def _telling_news(self, members: tuple[Member, ...]) -> tuple[Member, ...]:
        read = {member.article_id: self.reports.get(member.article_id) for member in members}
        news = (member for member in members if (report := read[member.article_id]) is None or tells_news(report))
        return tuple(news) or members

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
