"""A past time played again, briefing by briefing, as its readers would have got it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from index.stories.changes import since_last
from index.stories.interest import Interest
from index.stories.story import Briefing

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
    """What is wrong with a replay, a line each: a claim told twice, a sentence uncited, an article in two stories."""
    found: list[str] = []
    told: dict[str, set[str]] = {}
    for issue in issues:
        when = f"{issue.reader.name}, {issue.briefing.until:%Y-%m-%d}"
        seen = told.setdefault(issue.reader.name, set())
        numbers = {citation.n for citation in issue.briefing.citations}
        urls = [url for brief in issue.briefing.stories for url in brief.story.article_urls]
        if len(urls) != len(set(urls)):
            found.append(f"{when}: an article is in two stories")
        for brief in issue.briefing.stories:
            if not brief.claims and not brief.changes:
                found.append(f"{when}: {brief.story.headline} says nothing")
            for claim in brief.claims:
                if claim.quote in seen:
                    found.append(f"{when}: told again: {claim.quote}")
                seen.add(claim.quote)
            positions = [position for conflict in brief.conflicts for position in conflict.positions]
            cited = [one.citations for one in brief.claims] + [one.citations for one in brief.changes]
            cited += [one.citations for one in positions]
            if any(not ones or not set(ones) <= numbers for ones in cited):
                found.append(f"{when}: {brief.story.headline} says something uncited")
    return found
