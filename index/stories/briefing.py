"""A briefing composed of stories: which, in what order, and the few cited claims that tell each."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from index.answers.answer import Claim, Conflict, Position
from index.answers.citing import Citations
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
    shown = len(book.all)
    briefs = [_with_evidence(brief, each, book) for brief, each in zip(briefs, read, strict=True)]
    covered = {topic for topics in on_topic.values() for topic in topics}
    return Briefing(
        since=period.since,
        until=period.until,
        topics=period.topics,
        stories=tuple(brief for brief in briefs if brief.claims),
        unchanged=sum(not brief.claims for brief in briefs),
        citations=book.all[:shown],
        spare=book.all[shown:],
        quiet_topics=tuple(topic for topic in period.topics if topic not in covered),
        failing_sources=period.failing_sources,
        sources=period.sources,
        more=max(0, len(weighed) - policy.stories),
    )


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
    chain, number = statement.attribution.chain, book.number(statement.sentence)
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
    return Claim(told(statement), statement.text, statement.attribution.chain, (book.number(statement.sentence),))


def _toll(key: tuple[str, str], stand: Stand, book: Citations) -> Toll:
    outcome, kind = key
    chain, number = stand.statement.attribution.chain, book.number(stand.statement.sentence)
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
            tuple(book.number(one.sentence) for one in (stand.statement, *stand.support[:_SUPPORT_CITED])),
        )
        for stand in rivalry.stands
    )
    return Conflict(rivalry.about, positions)


def quoted_headline(members: Sequence[Member]) -> str:
    """The headline in the plainest words, closest to the middle of the story, quoted with its outlet."""
    plainest = min(members, key=lambda member: (len(loaded_words(member.title)), -member.similarity, member.url))
    return f"“{plainest.title.strip(_AROUND_TITLES)}” ({plainest.publisher})"
