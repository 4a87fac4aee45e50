"""A briefing composed of stories: which, in what order, and the few cited claims that tell each."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence

from index.allowance import Allowance, unlimited
from index.reports.citing import Citations
from index.stories.briefs import ReadStory, brief_of, is_one_event, read_story, with_evidence
from index.stories.changes import MOST_STORIES, in_sections, renumbered
from index.stories.length import MOST_CHARACTERS, fitted
from index.stories.ranking import RankingPolicy
from index.stories.story import Briefing, StoryBrief
from index.stories.told import Period, Told
from index.stories.weighing import Weighed, first_of_topics, only_publisher, weighed


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


def compose(
    stories: Sequence[Told], period: Period, *, policy: ComposingPolicy, allowance: Allowance | None = None
) -> Briefing:
    """The briefing on what the `stories` tell, the most important story first, as far as time allows."""
    allowance = allowance or unlimited()
    ranked = weighed(stories, period, policy.ranking, allowance)
    muted = [story for story in ranked if story.told.found.story_id in period.interest.muted]
    unmuted = [story for story in ranked if story.told.found.story_id not in period.interest.muted]
    # Where nothing is news, what there is is told rather than nothing.
    wanted = [story for story in unmuted if story.is_news] or unmuted
    book = Citations()
    composed, unchanged, left = _chosen(wanted, book, policy, allowance)
    order = {story.told.found.story_id: place for place, story in enumerate(wanted)}
    composed.sort(key=lambda pair: order[pair[0].story.story_id])
    shown = len(book.all)
    briefs = [with_evidence(brief, read, book) for brief, read in composed]
    if policy.characters is not None:
        briefs, cut = fitted(briefs, first_of_topics(wanted), most=policy.characters, language=period.interest.language)
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


def _chosen(
    wanted: Sequence[Weighed], book: Citations, policy: ComposingPolicy, allowance: Allowance
) -> tuple[list[tuple[StoryBrief, ReadStory]], int, list[Weighed]]:
    """The stories told, how many had nothing new to tell, and those left out. However many one publisher alone brings,
    the others are heard first; what leads a topic is told in any case."""
    first = first_of_topics(wanted)
    left = [*first.values(), *(story for story in wanted if story.told.found.story_id not in first)]
    composed: list[tuple[StoryBrief, ReadStory]] = []
    alone: Counter[str | None] = Counter()
    several = len({member.publisher for story in wanted for member in story.told.found.members}) > 1
    unchanged = 0
    aside: list[Weighed] = []
    repeated: list[Weighed] = []
    while (left or aside) and len(composed) < policy.stories and not (composed and allowance.used_up()):
        # What was put aside comes in where nobody else has anything to tell.
        filling = not left
        story = left.pop(0) if left else aside.pop(0)
        publisher = only_publisher(story) if several and not filling else None
        if publisher and alone[publisher] >= policy.of_one_publisher and story.told.found.story_id not in first:
            aside.append(story)
            continue
        read = story.told.once("read", lambda story=story: read_story(story.told, allowance))  # type: ignore[misc]
        if any(is_one_event(read.events, other.events) for _, other in composed):
            repeated.append(story)
            continue
        brief = dataclasses.replace(brief_of(read, story.importance, book, policy.claims), topics=story.topics)
        if brief.claims:
            composed.append((brief, read))
            alone[publisher] += 1
        else:
            unchanged += 1
    return composed, unchanged, [*aside, *left, *repeated]
