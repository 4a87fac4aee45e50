"""A briefing composed of stories: which, in what order, and the few cited claims that tell each."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime

from index.answers.answer import Citation, Claim, Conflict
from index.stories.ranking import Importance, RankingPolicy, importance
from index.stories.reading import Member, StoryMembers, to_story
from index.stories.statements import Statement, choose, rarity, statements
from index.stories.story import Briefing, Section, StoryBrief
from index.stories.topics import topics_of
from index.stories.wording import loaded_words


@dataclasses.dataclass(frozen=True, slots=True)
class ComposingPolicy:
    """How long a briefing is, and what comes first in it."""

    # Stories told, at most.
    stories: int = 6
    # Claims told of one story, at most.
    claims: int = 3
    ranking: RankingPolicy = dataclasses.field(default_factory=RankingPolicy)


@dataclasses.dataclass(frozen=True, slots=True)
class PassageSpan:
    """Where a passage lies in its article's text."""

    passage_id: str
    start: int
    end: int


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """A story as a briefing takes it up: which of its articles are new to the reader, and its origins."""

    found: StoryMembers
    fresh: tuple[Member, ...]
    origins: int


@dataclasses.dataclass(frozen=True, slots=True)
class Period:
    """What a briefing covers, and how the sources did in that time."""

    since: datetime
    until: datetime
    topics: tuple[str, ...] = ()
    failing_sources: tuple[str, ...] = ()
    sources: int = 0


def compose(
    told: Sequence[Told], period: Period, passages: Mapping[str, Sequence[PassageSpan]], *, policy: ComposingPolicy
) -> Briefing:
    """The briefing on what is `told`; `passages` are those of each article id, which citations point into."""
    on_topic = {one.found.story_id: topics_of(one.fresh, period.topics) for one in told}
    wanted = [one for one in told if not period.topics or on_topic[one.found.story_id]]
    weighed = sorted(
        ((_weigh(one, policy.ranking), one) for one in wanted),
        key=lambda pair: (-pair[0][0].score, pair[1].found.story_id),
    )
    book = Citations(passages)
    briefs = [_brief(one, weight, said, book, policy) for (weight, said), one in weighed[: policy.stories]]
    covered = {topic for topics in on_topic.values() for topic in topics}
    return Briefing(
        since=period.since,
        until=period.until,
        topics=period.topics,
        stories=tuple(brief for brief in briefs if brief.claims),
        citations=tuple(book.citations),
        quiet_topics=tuple(topic for topic in period.topics if topic not in covered),
        failing_sources=period.failing_sources,
        sources=period.sources,
        more=max(0, len(weighed) - policy.stories),
    )


class Citations:
    """The numbered citations of one briefing: the same sentence always has the same number."""

    def __init__(self, passages: Mapping[str, Sequence[PassageSpan]]) -> None:
        self._passages = passages
        self._numbers: dict[tuple[str, int, int], int] = {}
        self.citations: list[Citation] = []

    def number(self, statement: Statement) -> int | None:
        """The number of the citation of a statement; None where no passage holds it, so it can not be said."""
        member = statement.member
        key = (member.article_id, statement.start, statement.end)
        if key in self._numbers:
            return self._numbers[key]
        spans = self._passages.get(member.article_id, ())
        holding = [one for one in spans if one.start <= statement.start and statement.end <= one.end]
        if not holding:
            return None
        self._numbers[key] = len(self.citations) + 1
        self.citations.append(
            Citation(
                n=len(self.citations) + 1,
                passage_id=holding[0].passage_id,
                article_id=member.article_id,
                url=member.url,
                title=member.title,
                publisher=member.publisher,
                published_at=member.published_at,
                quote=statement.text,
                start=statement.start,
                end=statement.end,
            )
        )
        return self._numbers[key]


def _weigh(one: Told, policy: RankingPolicy) -> tuple[Importance, list[Statement]]:
    weights = rarity([f"{member.title}\n{member.text}" for member in one.found.members])
    said = [statement for member in one.fresh for statement in statements(member, weights)]
    return importance(one.found.members, one.fresh, said, origins=one.origins, policy=policy), said


def _brief(
    one: Told, weight: Importance, said: Sequence[Statement], book: Citations, policy: ComposingPolicy
) -> StoryBrief:
    claims = []
    for statement in choose(said, policy.claims):
        number = book.number(statement)
        if number is not None:
            claims.append(Claim(told_text(statement), statement.text, statement.attribution.chain, (number,)))
    conflicts: tuple[Conflict, ...] = ()
    section: Section = "new" if weight.new else "developing"
    headline = quoted_headline(one.fresh)
    story = dataclasses.replace(to_story(one.found, one.origins), headline=headline)
    return StoryBrief(story, tuple(claims), conflicts, section=section, opposed=weight.opposed)


def told_text(statement: Statement) -> str:
    """The sentence as a claim: one with words that take a side is shown as the quotation that it is."""
    if not loaded_words(statement.text):
        return statement.text
    return f"“{statement.text.replace('“', '‘').replace('”', '’')}”"


def quoted_headline(members: Sequence[Member]) -> str:
    """The headline in the plainest words, closest to the middle of the story, quoted with its outlet."""
    plainest = min(members, key=lambda member: (len(loaded_words(member.title)), -member.similarity, member.url))
    return f"“{plainest.title.strip().rstrip('.')}” ({plainest.publisher})"
