"""A briefing composed of stories: which, in what order, and the few cited claims that tell each."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from index.answers.answer import Citation, Claim, Conflict, Position
from index.articles import StoredPassage
from index.stories.members import Member, StoryMembers, to_story
from index.stories.ranking import Importance, RankingPolicy, importance
from index.stories.rivals import Rivalry, Stand, corrections, denials, rival_tolls, stated_tolls
from index.stories.statements import Statement, alike, choose, points_back, rarity, repetition, statements, told
from index.stories.story import Briefing, Change, StoryBrief, Toll
from index.stories.topics import topics_of
from index.stories.wording import loaded_words

_SAID_ALREADY = 0.6
_AROUND_TITLES = " .\u00a0\n\t"
_SUPPORT_CITED = 2


@dataclasses.dataclass(frozen=True, slots=True)
class ComposingPolicy:
    """How long a briefing is, and what comes first in it."""

    # Stories told, at most.
    stories: int = 6
    # Claims told of one story, at most; a denial may come on top.
    claims: int = 3
    ranking: RankingPolicy = dataclasses.field(default_factory=RankingPolicy)


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """A story as a briefing takes it up: which of its articles are new to the reader, and its origins.

    `passages` are those of its articles, by their ids; an article without any is not quoted.
    """

    found: StoryMembers
    fresh: tuple[Member, ...]
    origins: int
    passages: Mapping[str, Sequence[StoredPassage]]


@dataclasses.dataclass(frozen=True, slots=True)
class Period:
    """What a briefing covers, and how the sources did in that time."""

    since: datetime
    until: datetime
    topics: tuple[str, ...] = ()
    failing_sources: tuple[str, ...] = ()
    sources: int = 0


def compose(stories: Sequence[Told], period: Period, *, policy: ComposingPolicy) -> Briefing:
    """The briefing on what the `stories` tell, the most important story first."""
    on_topic = {one.found.story_id: topics_of(one.found.members, period.topics) for one in stories}
    wanted = [one for one in stories if not period.topics or on_topic[one.found.story_id]]
    weighed = sorted(
        ((_importance(one, policy.ranking), one) for one in wanted),
        key=lambda each: (-each[0].score, each[1].found.story_id),
    )
    book = Citations()
    read = [_read(one, weight) for weight, one in weighed[: policy.stories]]
    briefs = [_brief(each, book, policy) for each in read]
    shown = len(book.citations)
    briefs = [_with_evidence(brief, each, book) for brief, each in zip(briefs, read, strict=True)]
    covered = {topic for topics in on_topic.values() for topic in topics}
    return Briefing(
        since=period.since,
        until=period.until,
        topics=period.topics,
        stories=tuple(brief for brief in briefs if brief.claims),
        unchanged=sum(not brief.claims for brief in briefs),
        citations=tuple(book.citations[:shown]),
        spare=tuple(book.citations[shown:]),
        quiet_topics=tuple(topic for topic in period.topics if topic not in covered),
        failing_sources=period.failing_sources,
        sources=period.sources,
        more=max(0, len(weighed) - policy.stories),
    )


class Citations:
    """The numbered citations of one briefing: the same sentence always has the same number."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, int, int], int] = {}
        self.citations: list[Citation] = []

    def number(self, statement: Statement) -> int:
        """The number of the citation of a statement."""
        sentence, passage = statement.sentence, statement.sentence.passage
        key = (passage.article_id, sentence.start, sentence.end)
        if key not in self._numbers:
            self._numbers[key] = len(self.citations) + 1
            self.citations.append(
                Citation(
                    n=len(self.citations) + 1,
                    passage_id=passage.passage_id,
                    article_id=passage.article_id,
                    url=passage.url,
                    title=passage.title,
                    publisher=passage.publisher,
                    published_at=passage.published_at,
                    quote=sentence.text,
                    start=sentence.start,
                    end=sentence.end,
                )
            )
        return self._numbers[key]


@dataclasses.dataclass(frozen=True, slots=True)
class _Read:
    """A story read: what its articles say, what of that is new, and how much the story matters."""

    told: Told
    every: Sequence[Statement]
    fresh: Sequence[Statement]
    importance: Importance


def _importance(one: Told, policy: RankingPolicy) -> Importance:
    return importance(one.found.members, one.fresh, origins=one.origins, policy=policy)


def _read(one: Told, weight: Importance) -> _Read:
    weights = rarity([f"{member.title}\n{member.text}" for member in one.found.members])
    every = [
        statement
        for member in one.found.members
        for statement in statements(member, one.passages.get(member.article_id, ()), weights)
    ]
    new = {member.article_id for member in one.fresh}
    known = [statement for statement in every if statement.member.article_id not in new]
    fresh = [
        statement
        for statement in every
        if statement.member.article_id in new and repetition(statement, known) < _SAID_ALREADY
    ]
    return _Read(one, every, fresh, weight)


def _brief(read: _Read, book: Citations, policy: ComposingPolicy) -> StoryBrief:
    one = read.told
    chosen = _with_denial(choose(read.fresh, policy.claims), denials(read.fresh))
    story = dataclasses.replace(to_story(one.found, one.origins), headline=quoted_headline(one.fresh))
    if not chosen:
        return StoryBrief(story, (), ())
    rivalries = rival_tolls(stated_tolls(read.every, _day(read)))
    return StoryBrief(
        story,
        tuple(_claim(statement, book) for statement in chosen),
        tuple(_conflict(rivalry, book) for rivalry in rivalries),
        section="new" if read.importance.new else "developing",
        opposed=read.importance.opposed,
        changes=tuple(_correction(statement, book) for statement in corrections(read.fresh)),
    )


def _correction(statement: Statement, book: Citations) -> Change:
    chain, number = statement.attribution.chain, book.number(statement)
    return Change("correction", told(statement), "", chain, (number,))


def _with_evidence(brief: StoryBrief, read: _Read, book: Citations) -> StoryBrief:
    """The brief with all tolls and denials, which later briefings are compared with."""
    tolls = stated_tolls(read.every, _day(read))
    return dataclasses.replace(
        brief,
        tolls=tuple(_toll(key, stand, book) for key, stands in tolls.items() for stand in stands),
        denials=tuple(_claim(stand.statement, book) for stand in denials(read.every)),
    )


def _with_denial(chosen: list[Statement], denied: Sequence[Stand]) -> list[Statement]:
    """The chosen statements, and, where somebody denies what they tell, the denial nearest to it."""
    if not chosen or any(stand.statement in chosen for stand in denied):
        return chosen
    clear = [stand.statement for stand in denied if not points_back(stand.statement)]
    said = [one for one in clear if repetition(one, chosen) < _SAID_ALREADY]
    return [*chosen, max(said, key=lambda one: alike(one.weights, chosen[0].weights))] if said else chosen


def _claim(statement: Statement, book: Citations) -> Claim:
    return Claim(told(statement), statement.text, statement.attribution.chain, (book.number(statement),))


def _toll(key: tuple[str, str], stand: Stand, book: Citations) -> Toll:
    outcome, kind = key
    chain, number = stand.statement.attribution.chain, book.number(stand.statement)
    return Toll(outcome, kind, stand.value, stand.low, stand.high, chain, (number,))


def _day(read: _Read) -> date:
    """About when it happened: the first day that one of the reports was written."""
    written = [one.report.written for one in read.every if one.report.written]
    return min(written, default=read.told.found.members[0].dated_at.date())


def _conflict(rivalry: Rivalry, book: Citations) -> Conflict:
    positions = tuple(
        Position(
            stand.value,
            stand.statement.attribution.chain,
            tuple(book.number(one) for one in (stand.statement, *stand.support[:_SUPPORT_CITED])),
        )
        for stand in rivalry.stands
    )
    return Conflict(rivalry.about, positions)


def quoted_headline(members: Sequence[Member]) -> str:
    """The headline in the plainest words, closest to the middle of the story, quoted with its outlet."""
    plainest = min(members, key=lambda member: (len(loaded_words(member.title)), -member.similarity, member.url))
    return f"“{plainest.title.strip(_AROUND_TITLES)}” ({plainest.publisher})"
