"""Alerts: what a chat is told of at once, decided from the stories as they stand. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.store.watches import Alert, Watch
from bot.wording.message import Message
from index.stories.changes import only, with_changes
from index.stories.story import Briefing, StoryBrief

# Of a story that was split off, so large a part was in the alert: it is the same story to its reader.
_SAME = 0.5


@dataclasses.dataclass(frozen=True, slots=True)
class AlertPolicy:
    """When chats are told of something at once."""

    # Independent origins that have to report before a chat is alerted, where it has not said another number.
    origins: int = 2
    # Days that a site must have been known before its reports count for an alert, where no admin has vouched for it.
    site_known_days: float = 7.0
    # Alerts that a chat gets in one day, at most; the rest is in its next briefing. One whose story turns out to have
    # fewer origins is given back, up to as many again.
    a_day: int = 10
    # Seconds between two looks at one watched topic.
    every_s: float = 60.0
    # Seconds between two edits of one alert.
    edit_every_s: float = 300.0
    # How old the reports may be that an alert is made of, in seconds; an alert is edited as long as there are such.
    window_s: float = 86400.0
    # An alert that could not be delivered within so many seconds is not sent any more.
    expires_after_s: float = 10800.0
    # Seconds that a process owns a watched topic while it looks at it.
    lease_s: float = 120.0
    # Watched topics taken at once.
    batch: int = 50


@dataclasses.dataclass(frozen=True, slots=True)
class Moment:
    """What an alert is set for. `last`: it is the last one that the chat gets this day."""

    chat_id: int
    alert_id: int
    topic: str
    zone: str
    language: str | None
    now: datetime
    edited: bool = False
    last: bool = False


Render = Callable[[Briefing, Moment], Message]


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """A story to tell of, in a new alert or in the place of one."""

    content: Briefing
    instead: Alert | None


def plan(
    news: Briefing,
    watch: Watch,
    alerts: Sequence[Alert],
    recent: Mapping[str, int],
    *,
    left: int,
    now: datetime,
    policy: AlertPolicy,
) -> tuple[list[Step], bool]:
    """What to tell of the `news` on a watched topic, and whether something has to wait for its edit. Pure.

    `alerts` are those that the chat has, `left` how many more it may get today; `recent` says how many independent
    origins that count reported each story lately.
    """
    steps: list[Step] = []
    waits = False
    for brief in news.stories:
        known = _about(brief, alerts)
        content = only(news, brief.story.story_id)
        if known is None:
            if left > 0 and recent.get(brief.story.story_id, 0) >= watch.origins:
                steps.append(Step(content, None))
                left -= 1
        elif _says(content.to_json()) != _says(known.content):
            if now - known.changed_at >= timedelta(seconds=policy.edit_every_s):
                steps.append(Step(with_changes(content, [known.content]), known))
            else:
                waits = True
    return steps, waits


def _about(brief: StoryBrief, alerts: Sequence[Alert]) -> Alert | None:
    """The alert about this story, or about the one that most of it was in."""
    urls = set(brief.story.article_urls)
    for one in alerts:
        if one.story_id == brief.story.story_id:
            return one
    for one in reversed(alerts):
        told = {url for story in one.content["stories"] for url in story["articles"]}
        if len(urls & told) >= _SAME * len(urls):
            return one
    return None


def _says(content: dict[str, Any]) -> list[Any]:
    """What a reader would see of it."""
    return [
        [
            story["headline"],
            story["origins"],
            [claim["text"] for claim in story["claims"]],
            [(one["about"], [stand["value"] for stand in one["positions"]]) for one in story["conflicts"]],
        ]
        for story in content["stories"]
    ]
