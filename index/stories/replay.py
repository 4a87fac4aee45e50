"""A past time played again, briefing by briefing, as its readers would have got it."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from index.stories.changes import since_last
from index.stories.interest import Interest
from index.stories.story import Briefing, StoryBrief

# A reader's briefings that a new one is compared with.
_REMEMBERED = 14

Brief = Callable[[datetime, datetime, Interest], Briefing]


@dataclasses.dataclass(frozen=True, slots=True)
class Reader:
    """A subscriber of a replay. No topics: all of them."""

    name: str
    topics: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Issue:
    """One briefing that one reader got."""

    reader: Reader
    briefing: Briefing


def replay(
    brief: Brief,
    since: datetime,
    until: datetime,
    readers: Sequence[Reader],
    *,
    every: timedelta = timedelta(days=1),
) -> Iterator[Issue]:
    """The briefings from `since` to `until`, in order of time: each reader gets what is new to that reader."""
    got: dict[str, list[dict[str, Any]]] = {reader.name: [] for reader in readers}
    start = since
    while start < until:
        end = min(start + every, until)
        for reader in readers:
            briefing = since_last(brief(start, end, Interest(reader.topics)), got[reader.name][-_REMEMBERED:])
            got[reader.name].append(briefing.to_json())
            yield Issue(reader, briefing)
        start = end


def faults(issues: Sequence[Issue]) -> list[str]:
    """What is wrong with a replay, a line each.

    A claim or a change told twice, a story told as new a second time or with nothing to say, an article in two stories,
    a sentence without a citation or with one that does not hold it, a headline that none of its claims says.
    """
    faults: list[str] = []
    seen: dict[str, _Seen] = defaultdict(_Seen)
    for issue in issues:
        when = f"{issue.reader.name}, {issue.briefing.until:%Y-%m-%d}"
        faults += [f"{when}: {fault}" for fault in _faults(issue.briefing, seen[issue.reader.name])]
    return faults


@dataclasses.dataclass(slots=True)
class _Seen:
    """What a reader was told so far."""

    quotes: set[str] = dataclasses.field(default_factory=set)
    stories: set[str] = dataclasses.field(default_factory=set)
    changes: set[tuple[str, str, str, tuple[str, ...]]] = dataclasses.field(default_factory=set)


def _is_said(brief: StoryBrief) -> bool:
    """Whether a claim has every word of the headline, but for who says so at its end; a quoted one names its outlet."""
    said, _, _who = brief.story.headline.rpartition(" (")
    if said.startswith("“") and said.endswith("”"):
        return True
    words = set(re.findall(r"\w+", said.casefold()))
    return any(words <= set(re.findall(r"\w+", claim.quote.casefold())) for claim in brief.claims)


def _faults(briefing: Briefing, seen: _Seen) -> Iterator[str]:
    cited = {citation.n: citation.quote for citation in briefing.citations}
    urls = [url for brief in briefing.stories for url in brief.story.article_urls]
    if len(urls) != len(set(urls)):
        yield "an article is in two stories"
    for brief in briefing.stories:
        name = brief.story.headline
        if not brief.claims and not brief.changes:
            yield f"{name} says nothing"
        if brief.section == "new" and brief.story.story_id in seen.stories:
            yield f"{name} is told as new again"
        seen.stories.add(brief.story.story_id)
        for claim in brief.claims:
            if claim.quote in seen.quotes:
                yield f"told again: {claim.quote}"
            if not any(claim.quote in cited.get(number, "") for number in claim.citations):
                yield f"not in what it cites: {claim.quote}"
            seen.quotes.add(claim.quote)
        for change in brief.changes:
            if (brief.story.story_id, change.kind, change.text, change.attribution) in seen.changes:
                yield f"told as changed again: {change.text}"
            seen.changes.add((brief.story.story_id, change.kind, change.text, change.attribution))
        if brief.claims and not _is_said(brief):
            yield f"no claim says the headline {name}"
        pointers = [claim.citations for claim in brief.claims] + [change.citations for change in brief.changes]
        pointers += [position.citations for conflict in brief.conflicts for position in conflict.positions]
        if any(not numbers or not set(numbers) <= set(cited) for numbers in pointers):
            yield f"{name} says something uncited"
