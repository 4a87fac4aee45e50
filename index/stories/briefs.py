"""One story in a briefing: what of it is told, in the few cited claims that tell it best. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence, Set

from index.allowance import Allowance
from index.reports.citing import Citations, attribution, claim, conflict, development
from index.reports.counts import Count
from index.reports.positions import Dispute
from index.reports.shown import Claim
from index.reports.wordings import LONGEST, worded
from index.stories.admissions import corrections
from index.stories.blame import blame_disputes
from index.stories.facts import event_facts
from index.stories.headlines import headline, quoted_headline, story_headline
from index.stories.members import to_story
from index.stories.openings import is_titled_by_what_it_tells
from index.stories.ranking import Importance
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
from index.stories.story import Change, Story, StoryBrief, Toll
from index.stories.told import Told
from index.stories.tolls import Tolls, kind_of, named_day, names_of_speakers, toll_words, tolls_of

_SAID_ALREADY = 0.6
# A line of a briefing, in characters: of a longer sentence its first clauses are told.
_LINE = 160
# Disputes and developing counts shown of one story.
_MOST_DISPUTES = 3


@dataclasses.dataclass(frozen=True, slots=True)
class ReadStory:
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


def read_story(story: Told, allowance: Allowance) -> ReadStory:
    reports = [story.reports[member.article_id] for member in story.found.members if member.article_id in story.reports]
    own = originals(reports)
    weights = rarity([f"{report.title}\n{report.text}" for report in own])
    every: list[Candidate] = []
    for report in own:
        with allowance.on(report.article_id):
            every += candidates(report, weights)
    new, news = ({member.article_id for member in members} for members in (story.fresh, story.news))
    earlier = [candidate for candidate in every if candidate.report.article_id not in new]
    fresh = [
        candidate
        for candidate in every
        if candidate.report.article_id in news
        and (repetition(candidate, earlier) < _SAID_ALREADY or says_new_figure(candidate, earlier))
    ]
    tolls = tolls_of(reports)
    return ReadStory(story, every, fresh, tolls, (*blame_disputes(own), *tolls.disputes))


def is_one_event(facts: Set[str], others: Set[str]) -> bool:
    """Whether two stories open with one toll in one town: one event, that words alone kept apart."""
    both = facts & others
    return {fact.partition(":")[0] for fact in both} >= {"place", "outcome"}


@dataclasses.dataclass(frozen=True, slots=True)
class _Choice:
    """What is told of a story: statements, the headlines that they give, and the story under its own."""

    chosen: Sequence[Candidate]
    headlines: tuple[str, ...]
    story: Story
    # Those of its statements that deny.
    denied: Sequence[Candidate]


def _choice(read: ReadStory, most: int) -> _Choice:
    story = read.told
    who_did_it = any(dispute.incident.deed for dispute in read.disputes)
    # Where what is disputed is told in words, one claim is enough.
    chosen = choose(read.fresh, 1 if who_did_it else most, replaced=read.tolls.replaced)
    denied = denials(read.fresh)
    chosen = chosen if who_did_it else _with_denial(chosen, denied)
    headlines = tuple(headline(candidate.testimony) or "" for candidate in chosen)
    told_by = chosen[0].report.article_id if chosen else ""
    telling = [report.article_id for report in story.reports.values() if is_titled_by_what_it_tells(report)]
    named = story_headline(headlines) or quoted_headline(story.news, telling, told_by)
    shown = dataclasses.replace(to_story(story.found, story.origins), headline=named)
    return _Choice(chosen, headlines, shown, denied)


def brief_of(read: ReadStory, weight: Importance, book: Citations, most: int) -> StoryBrief:
    """A story in at most so many claims; where somebody denies what they tell, the denial is one of them."""
    choice = read.told.once(("choice", most), lambda: _choice(read, most))
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


def with_evidence(brief: StoryBrief, read: ReadStory, book: Citations) -> StoryBrief:
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
