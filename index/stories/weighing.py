"""The stories that a reader wants told, each with its weight, the most important first. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from index.allowance import Allowance
from index.stories.interest import taste
from index.stories.leanings import Leanings
from index.stories.members import centre
from index.stories.newsworthy import tells_news
from index.stories.ranking import Importance, RankingPolicy, for_reader, importance
from index.stories.signature import stated_day
from index.stories.told import Period, Told
from index.stories.topics import topics_of


@dataclasses.dataclass(frozen=True, slots=True)
class Weighed:
    """A story that a reader wants told, with its weight and those of the reader's topics that it is on."""

    told: Told
    importance: Importance
    topics: tuple[str, ...]
    # Whether it tells news of the day; what is not dated may be old, and comes after what is.
    is_news: bool = True
    is_dated: bool = True

    @property
    def rank(self) -> tuple[bool, bool, float, str]:
        return (not self.is_news, not self.is_dated, *_rank(self.importance, self.told.found.story_id))


def weighed(stories: Sequence[Told], period: Period, policy: RankingPolicy, allowance: Allowance) -> list[Weighed]:
    """The stories that the reader wants, the most important first."""
    interest = period.interest
    wanted: list[Weighed] = []
    for story in stories:
        if wanted and allowance.used_up():
            break
        topics = tuple(topic for topic in interest.named if _is_on(story, topic))
        if topics or not interest.topics:
            liking = 0.0
            if period.verdicts:
                liking = taste(centre(story.found.members), period.verdicts, unrelated=policy.unrelated_cosine)
            weight = for_reader(
                _importance(story, period.leanings, policy),
                followed=any(topic in interest.followed for topic in topics),
                taste=liking,
                policy=policy,
            )
            is_news, is_dated = story.once("news", lambda story=story: (_is_news(story), _is_dated(story)))  # type: ignore[misc]
            wanted.append(Weighed(story, weight, topics, is_news, is_dated))
    return sorted(wanted, key=lambda story: story.rank)


def _is_on(story: Told, topic: str) -> bool:
    return story.once(("topic", topic), lambda: bool(topics_of(story.found.members, [topic])))


def _importance(story: Told, leanings: Leanings, policy: RankingPolicy) -> Importance:
    """How much a story matters to whoever has no liking for it. A time's leanings are the same for all its readers."""
    return story.once(
        ("importance", policy),
        lambda: importance(
            story.tellers,
            story.news,
            story.reports,
            origins=_news_origins(story),
            new=len(story.fresh) == len(story.found.members),
            leanings=leanings,
            policy=policy,
        ),
    )


def _news_origins(story: Told) -> int:
    """The origins of a story without the outlets that have only essays and standing pages on it."""
    publishers = {member.publisher for member in story.found.members}
    return max(1, story.origins - len(publishers - {member.publisher for member in story.tellers}))


def _is_news(story: Told) -> bool:
    """Whether one of a story's new reports tells news, as far as they were read: it is told by those that do."""
    reports = [story.reports[member.article_id] for member in story.fresh if member.article_id in story.reports]
    return not reports or any(map(tells_news, reports))


def _is_dated(story: Told) -> bool:
    """Whether one of a story's new reports says when it is of: what does not may be of any day."""
    return any(member.published_at is not None or stated_day(member.text) is not None for member in story.fresh)


def _rank(weight: Importance, story_id: str) -> tuple[float, str]:
    return -weight.score, story_id


def first_of_topics(wanted: Sequence[Weighed]) -> dict[str, Weighed]:
    """The most important story of each topic, by its id: told before all others, no topic is crowded out."""
    leading: dict[str, Weighed] = {}
    for story in wanted:
        for topic in story.topics:
            leading.setdefault(topic, story)
    return {story.told.found.story_id: story for story in leading.values()}


def only_publisher(story: Weighed) -> str | None:
    """Who alone tells a story."""
    publishers = {member.publisher for member in story.told.found.members}
    return publishers.pop() if len(publishers) == 1 else None
