"""A story: articles on one development; and a briefing made of stories."""

from __future__ import annotations

import dataclasses
import re
from datetime import datetime
from typing import Any, Literal

from index.reports.shown import Citation, Claim, Conflict, Development, iso, plain
from index.stories.incidents import Overview


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


# Words of a claim that its headline may lack: "the ministry said".
_FEW = 3
_WORD, _TAG = re.compile(r"\w+"), re.compile(r"#\w+|https?://\S+")

Section = Literal["new", "developing"]


@dataclasses.dataclass(frozen=True, slots=True)
class Toll:
    """A figure of how many met an outcome ("" of `kind`: anybody), between `low` and `high`, and who gives it.

    `at` is the day of the report and `day` that on which it happened as the report says ("": it names none), both in
    ISO 8601; `of` says whether fighters, civilians or bodies are counted ("": people).
    """

    outcome: str
    kind: str
    value: str
    low: float
    high: float
    attribution: tuple[str, ...]
    citations: tuple[int, ...]
    at: str = ""
    day: str = ""
    of: str = ""
    # Whose count it is, by one name in all reports of its story.
    speaker: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """What is different from what a reader was told before, in one sentence; `before` is what they were told."""

    kind: Literal["figure", "denial", "correction"]
    text: str
    before: str
    attribution: tuple[str, ...]
    citations: tuple[int, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Correction:
    """A figure that a reader was told, and what its article says now. `told` is the sentence as it was.

    `kind`: corrected (the article says so), edited (it was changed without a word), dropped (the sentence and its
    figure are gone; then `after` is empty), withdrawn (the article is gone; then `before` is, too). `at` is when that
    was seen. `key` tells one correction from another.
    """

    key: str
    kind: Literal["corrected", "edited", "dropped", "withdrawn"]
    publisher: str
    before: str
    after: str
    told: str
    at: datetime
    citations: tuple[int, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class StoryBrief:
    """What a briefing says of one story. Citation numbers point into the briefing's own list.

    The story's headline is composed of one of the claims; where none of them gives one, it is an outlet's, quoted with
    its name. `headlines` are those that the claims give, one a claim, "" for none. `section`: new where nothing of the
    story is older than the briefing's time, else developing. `opposed`: outlets of opposed leanings report it. `tolls`
    are all the tolls stated, `denials` who denies what; `changes` what is different from the reader's earlier
    briefings; `topics` those of the reader's that it is on.
    """

    story: Story
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    section: Section = "new"
    opposed: bool = False
    tolls: tuple[Toll, ...] = ()
    denials: tuple[Claim, ...] = ()
    changes: tuple[Change, ...] = ()
    topics: tuple[str, ...] = ()
    headlines: tuple[str, ...] = ()
    # How one speaker's count rose or fell over the story.
    developments: tuple[Development, ...] = ()
    # Its last claim denies what the first one tells.
    denied: bool = False
    # Told by its headline alone: its claims are what that is cited to.
    glance: bool = False

    def says_headline(self, claim: Claim) -> bool:
        """Whether the headline stands for a claim: that has hardly a word more, or the headline is all there is room
        for."""
        if self.glance:
            return True
        said = set(_WORD.findall(self.story.headline.casefold()))
        words = set(_WORD.findall(_TAG.sub("", claim.text.casefold())))
        more = words - said
        # "…, the ministry said" beside who says it.
        few = len(more) <= _FEW and len(words) > 2 * _FEW * len(more)
        return not more or (few and not any(map(str.isdigit, "".join(more))))


@dataclasses.dataclass(frozen=True, slots=True)
class Briefing:
    """What happened between `since` and `until` (aware UTC), most important story first.

    It is on `topics` and the `followed` ones, where there are no topics on everything. On the `quiet_topics` there is
    nothing new. `failing_sources` names the sources that could not be read in that time: a quiet day and a broken
    feed are told apart.
    """

    since: datetime
    until: datetime
    topics: tuple[str, ...]
    stories: tuple[StoryBrief, ...]
    citations: tuple[Citation, ...]
    # What tolls and denials that are not told point to; told as changes, they become citations.
    spare: tuple[Citation, ...] = ()
    quiet_topics: tuple[str, ...] = ()
    failing_sources: tuple[str, ...] = ()
    sources: int = 0
    # Stories of lesser weight that were left out, their topics and those of muted ones, and stories that had nothing
    # new for this reader.
    more: int = 0
    more_topics: tuple[str, ...] = ()
    unchanged: int = 0
    followed: tuple[str, ...] = ()
    # What became of figures that this reader was told.
    corrections: tuple[Correction, ...] = ()
    # What its picture shows, where one was asked for; not part of the contract's JSON.
    overview: Overview | None = None
    # Time ran out: not all that was reported was read.
    cut_short: bool = False

    def to_json(self) -> dict[str, Any]:
        return {
            "since": iso(self.since),
            "until": iso(self.until),
            "topics": list(self.topics),
            "followed": list(self.followed),
            "stories": [
                {
                    **brief.story.to_json(),
                    "claims": [claim.to_json() for claim in brief.claims],
                    "conflicts": [plain(conflict) for conflict in brief.conflicts],
                    "developments": [plain(change) for change in brief.developments],
                    "section": brief.section,
                    "opposed": brief.opposed,
                    "tolls": [_uncited(dataclasses.asdict(toll)) for toll in brief.tolls],
                    "denials": [_uncited(claim.to_json()) for claim in brief.denials],
                    "changes": [dataclasses.asdict(change) for change in brief.changes],
                    "topics": list(brief.topics),
                }
                for brief in self.stories
            ],
            "citations": [citation.to_json() for citation in self.citations],
            "corrections": [
                dataclasses.asdict(correction) | {"at": iso(correction.at)} for correction in self.corrections
            ],
            "quiet_topics": list(self.quiet_topics),
            "failing_sources": list(self.failing_sources),
            "sources": self.sources,
            "more": self.more,
            "unchanged": self.unchanged,
            **({"cut_short": True} if self.cut_short else {}),
        }

    def with_quiet_topics(self) -> Briefing:
        """The briefing with those of its topics as quiet on which no story is told and none is left out; where time
        ran out, nobody knows."""
        if self.cut_short:
            return self
        covered = {topic for brief in self.stories for topic in brief.topics} | set(self.more_topics)
        named = dict.fromkeys((*self.topics, *self.followed))
        return dataclasses.replace(self, quiet_topics=tuple(topic for topic in named if topic not in covered))


def _uncited(row: dict[str, Any]) -> dict[str, Any]:
    """A record that is kept to compare later briefings with, not told."""
    return {key: value for key, value in row.items() if key != "citations"}
