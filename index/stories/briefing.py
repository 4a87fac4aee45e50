"""A briefing composed of stories: which, in what order, and the few cited claims that tell each."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from index.answers.answer import Claim, Conflict, Position
from index.answers.citing import Citations
from index.articles import StoredPassage
from index.stories.changes import MOST_STORIES, in_sections, renumbered
from index.stories.headlines import headline, plainest, quoted_headline
from index.stories.interest import EVERYTHING, Interest, Verdict, taste
from index.stories.leanings import Leanings
from index.stories.members import Member, StoryMembers, centre, to_story
from index.stories.ranking import Importance, RankingPolicy, importance
from index.stories.rivals import Rivalry, corrections, denials, rival_tolls
from index.stories.statements import (
    Statement,
    alike,
    choose,
    rarity,
    reads_alone,
    repetition,
    says_new_figure,
    statements,
    told,
)
from index.stories.story import Briefing, Change, StoryBrief, Toll
from index.stories.tolls import Stand, stated_tolls
from index.stories.topics import topics_of

_SAID_ALREADY = 0.6
_SUPPORT_CITED = 2


@dataclasses.dataclass(frozen=True, slots=True)
class ComposingPolicy:
    """How long a briefing is, and what comes first in it."""

    # Stories told, at most.
    stories: int = MOST_STORIES
    # Stories told that one publisher alone has, at most, where there are others.
    of_one_publisher: int = 3
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
    """What a briefing covers, for whom, and how the sources did in that time."""

    since: datetime
    until: datetime
    interest: Interest = EVERYTHING
    verdicts: tuple[Verdict, ...] = ()
    failing_sources: tuple[str, ...] = ()
    sources: int = 0
    leanings: Leanings = dataclasses.field(default_factory=dict)


def compose(stories: Sequence[Told], period: Period, *, policy: ComposingPolicy) -> Briefing:
    """The briefing on what the `stories` tell, the most important story first."""
    weighed = _weighed(stories, period, policy.ranking)
    muted = [one for one in weighed if one.told.found.story_id in period.interest.muted]
    wanted = [one for one in weighed if one.told.found.story_id not in period.interest.muted]
    book = Citations()
    told, unchanged, left = _chosen(wanted, book, policy)
    told.sort(key=lambda each: _rank(each[1].importance, each[0].story.story_id))
    shown = len(book.all)
    briefs = tuple(_with_evidence(brief, read, book) for brief, read in told)
    briefing = Briefing(
        since=period.since,
        until=period.until,
        topics=period.interest.topics,
        followed=period.interest.followed,
        stories=briefs,
        unchanged=unchanged,
        citations=book.all[:shown],
        spare=book.all[shown:],
        failing_sources=period.failing_sources,
        sources=period.sources,
        more=len(left),
        more_topics=tuple(dict.fromkeys(topic for one in (*left, *muted) for topic in one.topics)),
    )
    return renumbered(in_sections(briefing).with_quiet_topics())


@dataclasses.dataclass(frozen=True, slots=True)
class _Weighed:
    """A story that a reader wants told, with its weight and those of the reader's topics that it is on."""

    told: Told
    importance: Importance
    topics: tuple[str, ...]


def _weighed(stories: Sequence[Told], period: Period, policy: RankingPolicy) -> list[_Weighed]:
    """The stories that the reader wants, the most important first."""
    interest = period.interest
    found = []
    for one in stories:
        topics = topics_of(one.found.members, interest.named)
        if topics or not interest.topics:
            liking = 0.0
            if period.verdicts:
                liking = taste(centre(one.found.members), period.verdicts, unrelated=policy.unrelated_cosine)
            weight = importance(
                one.found.members,
                one.fresh,
                origins=one.origins,
                followed=any(topic in interest.followed for topic in topics),
                taste=liking,
                leanings=period.leanings,
                policy=policy,
            )
            found.append(_Weighed(one, weight, topics))
    return sorted(found, key=lambda each: _rank(each.importance, each.told.found.story_id))


def _rank(weight: Importance, story_id: str) -> tuple[float, str]:
    return -weight.score, story_id


def _leading(weighed: Sequence[_Weighed]) -> dict[str, _Weighed]:
    """The most important story of each topic, by its id: told before all others, no topic is crowded out."""
    leading: dict[str, _Weighed] = {}
    for one in weighed:
        for topic in one.topics:
            leading.setdefault(topic, one)
    return {one.told.found.story_id: one for one in leading.values()}


def _only_publisher(one: _Weighed) -> str | None:
    """Who alone tells a story."""
    publishers = {member.publisher for member in one.told.found.members}
    return publishers.pop() if len(publishers) == 1 else None


def _chosen(
    wanted: Sequence[_Weighed], book: Citations, policy: ComposingPolicy
) -> tuple[list[tuple[StoryBrief, _Read]], int, list[_Weighed]]:
    """The stories told, how many had nothing new to tell, and those left out. However many one publisher alone brings,
    the others are heard; what leads a topic is told in any case."""
    first = _leading(wanted)
    left = [*first.values(), *(one for one in wanted if one.told.found.story_id not in first)]
    told: list[tuple[StoryBrief, _Read]] = []
    alone: Counter[str | None] = Counter()
    several = len({member.publisher for one in wanted for member in one.told.found.members}) > 1
    unchanged, aside = 0, []
    while left and len(told) < policy.stories:
        one = left.pop(0)
        publisher = _only_publisher(one) if several else None
        if publisher and alone[publisher] >= policy.of_one_publisher and one.told.found.story_id not in first:
            aside.append(one)
            continue
        read = _read(one.told, one.importance)
        brief = dataclasses.replace(_brief(read, book, policy), topics=one.topics)
        if brief.claims:
            told.append((brief, read))
            alone[publisher] += 1
        else:
            unchanged += 1
    return told, unchanged, [*aside, *left]


@dataclasses.dataclass(frozen=True, slots=True)
class _Read:
    """A story read: what its articles say, what of that is new, and how much the story matters."""

    told: Told
    every: Sequence[Statement]
    fresh: Sequence[Statement]
    importance: Importance


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
        if statement.member.article_id in new
        and (repetition(statement, known) < _SAID_ALREADY or says_new_figure(statement, known))
    ]
    return _Read(one, every, fresh, weight)


def _brief(read: _Read, book: Citations, policy: ComposingPolicy) -> StoryBrief:
    one = read.told
    chosen = _with_denial(choose(read.fresh, policy.claims), denials(read.fresh))
    headlines = tuple(headline(statement) or "" for statement in chosen)
    named = plainest(headlines) or quoted_headline(one.fresh)
    story = dataclasses.replace(to_story(one.found, one.origins), headline=named)
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
        headlines=headlines,
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
    clear = [stand.statement for stand in denied if reads_alone(stand.statement)]
    said = [one for one in clear if repetition(one, chosen) < _SAID_ALREADY]
    return [*chosen, max(said, key=lambda one: alike(one.weights, chosen[0].weights))] if said else chosen


def _claim(statement: Statement, book: Citations) -> Claim:
    return Claim(told(statement), statement.text, statement.attribution.chain, (book.number(statement.sentence),))


def _toll(key: tuple[str, str], stand: Stand, book: Citations) -> Toll:
    outcome, kind = key
    chain, number = stand.statement.attribution.chain, book.number(stand.statement.sentence)
    at, day = (one.isoformat() if one else "" for one in (stand.event.told, stand.event.day))
    return Toll(outcome, kind, stand.value, stand.low, stand.high, chain, (number,), at, day, stand.event.of)


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
