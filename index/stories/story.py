"""A story: articles on one development; and a briefing made of stories."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from typing import Any, Literal

from index.answers.answer import Citation, Claim, Conflict, iso


@dataclasses.dataclass(frozen=True, slots=True)
class Story:
    """A cluster of articles on one development. `publishers` and `origins` are counts."""

    story_id: str
    headline: str
    first_seen_at: datetime
    last_seen_at: datetime
    article_urls: tuple[str, ...]
    publishers: int
    origins: int

    def to_json(self) -> dict[str, Any]:
        """The Story of the command line's contract."""
        return {
            "story_id": self.story_id,
            "headline": self.headline,
            "first_seen": iso(self.first_seen_at),
            "last_seen": iso(self.last_seen_at),
            "articles": list(self.article_urls),
            "publishers": self.publishers,
            "origins": self.origins,
        }


Section = Literal["new", "developing"]


@dataclasses.dataclass(frozen=True, slots=True)
class StoryBrief:
    """What a briefing says of one story. Citation numbers point into the briefing's own list.

    The story's headline is an outlet's, quoted with its name. `section`: new where nothing of the story is older
    than the briefing's time, else developing. `opposed`: outlets of opposed leanings report it.
    """

    story: Story
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    section: Section = "new"
    opposed: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Briefing:
    """What happened between `since` and `until` (aware UTC), most important story first.

    `quiet_topics` were asked for and nothing was reported on them. `failing_sources` names the sources that could
    not be read in that time: a quiet day and a broken feed are told apart.
    """

    since: datetime
    until: datetime
    topics: tuple[str, ...]
    stories: tuple[StoryBrief, ...]
    citations: tuple[Citation, ...]
    quiet_topics: tuple[str, ...] = ()
    failing_sources: tuple[str, ...] = ()
    sources: int = 0
    # Stories of lesser weight that were left out.
    more: int = 0

    def to_json(self) -> dict[str, Any]:
        return {
            "since": iso(self.since),
            "until": iso(self.until),
            "topics": list(self.topics),
            "stories": [
                {
                    **brief.story.to_json(),
                    "claims": [dataclasses.asdict(claim) for claim in brief.claims],
                    "conflicts": [dataclasses.asdict(conflict) for conflict in brief.conflicts],
                    "section": brief.section,
                    "opposed": brief.opposed,
                }
                for brief in self.stories
            ],
            "citations": [citation.to_json() for citation in self.citations],
            "quiet_topics": list(self.quiet_topics),
            "failing_sources": list(self.failing_sources),
            "sources": self.sources,
            "more": self.more,
        }
