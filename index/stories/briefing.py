"""A briefing composed of stories: which, in what order, and the few cited claims that tell each."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence, Set
from datetime import datetime
from typing import Any, TypeVar

from index.allowance import Allowance, unlimited
from index.reports.citing import Citations, attribution, claim, conflict, development
from index.reports.counts import Count
from index.reports.positions import Dispute
from index.reports.report import Report
from index.reports.shown import Claim
from index.reports.wordings import LONGEST, worded
from index.stories.admissions import corrections
from index.stories.blame import blame_disputes
from index.stories.changes import MOST_STORIES, in_sections, renumbered
from index.stories.facts import event_facts
from index.stories.headlines import headline, quoted_headline, story_headline
from index.stories.interest import EVERYTHING, Interest, Verdict, taste
from index.stories.leanings import Leanings
from index.stories.length import MOST_CHARACTERS, fitted
from index.stories.members import Member, StoryMembers, centre, to_story
from index.stories.newsworthy import tells_news
from index.stories.ranking import Importance, RankingPolicy, for_reader, importance
from index.stories.signature import stated_day
from index.stories.statements import (
    Candidate,
    alike,
    candidates,
    choose,
    denials,
    is_denial,
    originals,
    points_back,
    rarity,
    repetition,
    says_new_figure,
)
from index.stories.story import Briefing, Change, Story, StoryBrief, Toll
from index.stories.tolls import Tolls, kind_of, named_day, names_of_speakers, toll_words, tolls_of
from index.stories.topics import topics_of

T = TypeVar("T")

_SAID_ALREADY = 0.6
# A line of a briefing, in characters: of a longer sentence its first clauses are told.
_LINE = 160
# Disputes and developing counts shown of one story.
_MOST_DISPUTES = 3


@dataclasses.dataclass(frozen=True, slots=True)
class ComposingPolicy:
    """How long a briefing is, and what comes first in it."""

    # Stories told, at most.
    stories: int = MOST_STORIES
    # Stories told that one publisher alone has, before those of others are told, too.
    of_one_publisher: int = 3
    # Claims told of one story, at most; where somebody denies it, the denial is one of them.
    claims: int = 2
    # Characters of all stories together, about; None: as many as they take.
    characters: int | None = MOST_CHARACTERS
    ranking: RankingPolicy = dataclasses.field(default_factory=RankingPolicy)


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


def compose(
    stories: Sequence[Told], period: Period, *, policy: ComposingPolicy, allowance: Allowance | None = None
) -> Briefing:
    """The briefing on what the `stories` tell, the most important story first, as far as time allows."""
    allowance = allowance or unlimited()
    weighed = _weighed(stories, period, policy.ranking, allowance)
    muted = [story for story in weighed if story.told.found.story_id in period.interest.muted]
    unmuted = [story for story in weighed if story.told.found.story_id not in period.interest.muted]
    # Where nothing is news, what there is is told rather than nothing.
    wanted = [story for story in unmuted if story.is_news] or unmuted
    book = Citations()
    composed, unchanged, left = _chosen(wanted, book, policy, allowance)
    order = {story.told.found.story_id: place for place, story in enumerate(wanted)}
    composed.sort(key=lambda pair: order[pair[0].story.story_id])
    shown = len(book.all)
    briefs = [_with_evidence(brief, read, book) for brief, read in composed]
    if policy.characters is not None:
        briefs, cut = fitted(
            briefs, _first_of_topics(wanted), most=policy.characters, language=period.interest.language
        )
        left += [story for story in wanted if story.told.found.story_id in {brief.story.story_id for brief in cut}]
    briefing = Briefing(
        since=period.since,
        until=period.until,
        topics=period.interest.topics,
        followed=period.interest.followed,
        stories=tuple(briefs),
        unchanged=unchanged,
        citations=book.all[:shown],
        spare=book.all[shown:],
        failing_sources=period.failing_sources,
        sources=period.sources,
        more=len(left),
        more_topics=tuple(dict.fromkeys(topic for story in (*left, *muted) for topic in story.topics)),
        cut_short=allowance.cut_short,
    )
    # A draft keeps its order: what is cut from it is what matters least, in whichever section.
    ordered = briefing if policy.characters is None else in_sections(briefing)
    return renumbered(ordered.with_quiet_topics())


@dataclasses.dataclass(frozen=True, slots=True)
class _Weighed:
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


def _weighed(stories: Sequence[Told], period: Period, policy: RankingPolicy, allowance: Allowance) -> list[_Weighed]:
    """The stories that the reader wants, the most important first."""
    interest = period.interest
    weighed: list[_Weighed] = []
    for story in stories:
        if weighed and allowance.used_up():
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
            weighed.append(_Weighed(story, weight, topics, is_news, is_dated))
    return sorted(weighed, key=lambda story: story.rank)


def _is_on(story: Told, topic: str) -> bool:
    return story.once(("topic", topic), lambda: bool(topics_of(story.found.members, [topic])))


def _importance(story: Told, leanings: Leanings, policy: RankingPolicy) -> Importance:
    """How much a story matters to whoever has no liking for it. A time's leanings are the same for all its readers."""
    return story.once(
        ("importance", policy),
        lambda: importance(
            story.found.members,
            story.fresh,
            story.reports,
            origins=story.origins,
            leanings=leanings,
            policy=policy,
        ),
    )


def _is_news(story: Told) -> bool:
    """Whether half of a story's new reports tell news, as far as they were read."""
    reports = [story.reports[member.article_id] for member in story.fresh if member.article_id in story.reports]
    return 2 * sum(map(tells_news, reports)) >= len(reports)


def _is_dated(story: Told) -> bool:
    """Whether one of a story's new reports says when it is of: what does not may be of any day."""
    return any(member.published_at is not None or stated_day(member.text) is not None for member in story.fresh)


def _rank(weight: Importance, story_id: str) -> tuple[float, str]:
    return -weight.score, story_id


def _first_of_topics(weighed: Sequence[_Weighed]) -> dict[str, _Weighed]:
    """The most important story of each topic, by its id: told before all others, no topic is crowded out."""
    leading: dict[str, _Weighed] = {}
    for story in weighed:
        for topic in story.topics:
            leading.setdefault(topic, story)
    return {story.told.found.story_id: story for story in leading.values()}


def _only_publisher(story: _Weighed) -> str | None:
    """Who alone tells a story."""
    publishers = {member.publisher for member in story.told.found.members}
    return publishers.pop() if len(publishers) == 1 else None


def _chosen(
    wanted: Sequence[_Weighed], book: Citations, policy: ComposingPolicy, allowance: Allowance
) -> tuple[list[tuple[StoryBrief, _Read]], int, list[_Weighed]]:
    """The stories told, how many had nothing new to tell, and those left out. However many one publisher alone brings,
    the others are heard first; what leads a topic is told in any case."""
    first = _first_of_topics(wanted)
    left = [*first.values(), *(story for story in wanted if story.told.found.story_id not in first)]
    composed: list[tuple[StoryBrief, _Read]] = []
    alone: Counter[str | None] = Counter()
    several = len({member.publisher for story in wanted for member in story.told.found.members}) > 1
    unchanged = 0
    aside: list[_Weighed] = []
    repeated: list[_Weighed] = []
    while (left or aside) and len(composed) < policy.stories and not (composed and allowance.used_up()):
        # What was put aside comes in where nobody else has anything to tell.
        filling = not left
        story = left.pop(0) if left else aside.pop(0)
        publisher = _only_publisher(story) if several and not filling else None
        if publisher and alone[publisher] >= policy.of_one_publisher and story.told.found.story_id not in first:
            aside.append(story)
            continue
        read = story.told.once("read", lambda story=story: _read(story.told, allowance))  # type: ignore[misc]
        if any(_is_one_event(read.events, other.events) for _, other in composed):
            repeated.append(story)
            continue
        brief = dataclasses.replace(_brief(read, story.importance, book, policy), topics=story.topics)
        if brief.claims:
            composed.append((brief, read))
            alone[publisher] += 1
        else:
            unchanged += 1
    return composed, unchanged, [*aside, *left, *repeated]


def _is_one_event(facts: Set[str], others: Set[str]) -> bool:
    """Whether two stories open with one toll in one town: one event, that words alone kept apart."""
    both = facts & others
    return {fact.partition(":")[0] for fact in both} >= {"place", "outcome"}


@dataclasses.dataclass(frozen=True, slots=True)
class _Read:
    """A story read: what its articles say, what of that is new, its tolls, and how much the story matters."""

    told: Told
    every: Sequence[Candidate]
    fresh: Sequence[Candidate]
    tolls: Tolls
    disputes: Sequence[Dispute] = ()

    @property
    def events(self) -> Set[str]:
        """What its new reports open with that tells one event from another: where, and how many met what."""
        return self.told.once("events", lambda: _events(self.told))


def _events(story: Told) -> Set[str]:
    reports = (story.reports.get(member.article_id) for member in story.fresh)
    return frozenset(fact for report in reports if report is not None for fact in event_facts(report.reading))


def _read(story: Told, allowance: Allowance) -> _Read:
    reports = [story.reports[member.article_id] for member in story.found.members if member.article_id in story.reports]
    own = originals(reports)
    weights = rarity([f"{report.title}\n{report.text}" for report in own])
    every: list[Candidate] = []
    for report in own:
        with allowance.on(report.article_id):
            every += candidates(report, weights)
    new = {member.article_id for member in story.fresh}
    earlier = [candidate for candidate in every if candidate.report.article_id not in new]
    fresh = [
        candidate
        for candidate in every
        if candidate.report.article_id in new
        and (repetition(candidate, earlier) < _SAID_ALREADY or says_new_figure(candidate, earlier))
    ]
    tolls = tolls_of(reports)
    return _Read(story, every, fresh, tolls, (*blame_disputes(own), *tolls.disputes))


@dataclasses.dataclass(frozen=True, slots=True)
class _Choice:
    """What is told of a story: statements, the headlines that they give, and the story under its own."""

    chosen: Sequence[Candidate]
    headlines: tuple[str, ...]
    story: Story
    # Those of its statements that deny.
    denied: Sequence[Candidate]


def _choice(read: _Read, most: int) -> _Choice:
    story = read.told
    who_did_it = any(dispute.incident.deed for dispute in read.disputes)
    # Where what is disputed is told in words, one claim is enough.
    chosen = choose(read.fresh, 1 if who_did_it else most, replaced=read.tolls.replaced)
    denied = denials(read.fresh)
    chosen = chosen if who_did_it else _with_denial(chosen, denied)
    headlines = tuple(headline(candidate.testimony) or "" for candidate in chosen)
    told_by = chosen[0].report.article_id if chosen else ""
    named = story_headline(headlines) or quoted_headline(story.fresh, told_by)
    shown = dataclasses.replace(to_story(story.found, story.origins), headline=named)
    return _Choice(chosen, headlines, shown, denied)


def _brief(read: _Read, weight: Importance, book: Citations, policy: ComposingPolicy) -> StoryBrief:
    choice = read.told.once(("choice", policy.claims), lambda: _choice(read, policy.claims))
    chosen, headlines, shown = choice.chosen, choice.headlines, choice.story
    if not chosen:
        return StoryBrief(shown, (), ())
    return StoryBrief(
        shown,
        tuple(_line(candidate, shown.headline, book) for candidate in chosen),
        tuple(conflict(dispute, book, longest=_LINE) for dispute in read.disputes[:_MOST_DISPUTES]),
        section="new" if weight.new else "developing",
        opposed=weight.opposed,
        changes=tuple(_correction(candidate, book) for candidate in corrections(read.fresh)),
        headlines=headlines,
        denied=len(chosen) > 1
        and is_denial(chosen[-1].testimony)
        and chosen[-1] in choice.denied
        and len(chosen[-1].text) <= LONGEST,
        developments=tuple(development(change, book) for change in read.tolls.developments[:_MOST_DISPUTES]),
    )


def _line(candidate: Candidate, headline: str, book: Citations) -> Claim:
    """A statement as a line, long enough to say the headline that is made of it."""
    testimony = candidate.testimony
    toll = next((figure for figure in testimony.figures if figure.outcome), None)
    short = worded(testimony, toll, longest=_LINE)
    said, _, _who = headline.rpartition(" (")
    fits = " ".join(said.casefold().split()) in " ".join(short.text.casefold().split())
    cut = fits or " ".join(said.casefold().split()) not in " ".join(candidate.text.casefold().split())
    return claim(testimony, book, figure=toll, longest=_LINE if cut else LONGEST)


def _correction(candidate: Candidate, book: Citations) -> Change:
    corrected = claim(candidate.testimony, book)
    return Change("correction", corrected.text, "", corrected.attribution, corrected.citations)


def _with_evidence(brief: StoryBrief, read: _Read, book: Citations) -> StoryBrief:
    """The brief with all tolls and denials, which later briefings are compared with."""
    tolls = []
    for (outcome, _), counts in read.tolls.counts.items():
        names = names_of_speakers(counts)
        tolls += [_toll(outcome, count, names[count.testimony.key], book) for count in counts]
    denied = tuple(claim(candidate.testimony, book) for candidate in denials(read.every))
    return dataclasses.replace(brief, tolls=tuple(tolls), denials=denied)


def _with_denial(chosen: list[Candidate], denied: Sequence[Candidate]) -> list[Candidate]:
    """The chosen statements; where somebody denies what they tell, the first and the denial nearest to it."""
    if not chosen or any(candidate in chosen for candidate in denied):
        return chosen
    short = [candidate for candidate in denied if len(candidate.text) <= LONGEST]
    clear = [candidate for candidate in short if not points_back(candidate.testimony)]
    said = [candidate for candidate in clear if repetition(candidate, chosen) < _SAID_ALREADY]
    return [chosen[0], max(said, key=lambda candidate: alike(candidate.weights, chosen[0].weights))] if said else chosen


def _toll(outcome: str, count: Count, speaker: str, book: Citations) -> Toll:
    testimony, figure = count.testimony, count.figure
    day = named_day(testimony)
    return Toll(
        outcome=outcome,
        kind=kind_of(testimony, figure),
        value=toll_words(figure, testimony.report.text),
        low=figure.low,
        high=figure.high,
        attribution=attribution(testimony),
        citations=(book.number(testimony, worded(testimony, figure)),),
        at=(testimony.report.written or testimony.as_of.date()).isoformat(),
        day=day.isoformat() if day else "",
        of=figure.counted if figure.counted in {"civilians", "fighters", "bodies"} else "",
        speaker=speaker,
    )
