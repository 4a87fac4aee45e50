"""What admins hear of a source, once each time: that it died, recovered, fell quiet, changed. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from index.errors import SitrepError
from index.ingest.entries import Feed
from index.ingest.rhythm import PollingPolicy
from index.store.entries import SavedAs
from index.store.source_events import Event
from index.store.sources import Source

# Polls that fail in a row before admins are told.
DEAD_AFTER = 3
# Failing this often, a day apart by then, a source is given up and no longer polled.
GONE_AFTER = 30
_QUIET_AT_LEAST = timedelta(days=3)
_QUIET_GAPS = 10
_LANGUAGE_ARTICLES = 3
# Entries of one poll that came to less than an article, which is no accident any more; one that came to nothing counts.
_WORTH_TELLING = 3
# More new entries at once than any newsroom writes between two polls.
_FLOOD = 200


def after_failure(
    source: Source, failures: int, error: SitrepError, *, gone: bool
) -> tuple[dict[str, object], list[Event]]:
    """The health of a source after a failed poll, and what to tell."""
    why = {"name": source.name, "failures": failures, "code": error.code, "said": str(error)}
    if gone or failures >= GONE_AFTER:
        return {"state": "gone", "health": "failing"}, [Event("gone", why)]
    if failures >= DEAD_AFTER and source.health != "failing":
        return {"health": "failing"}, [Event("died", why)]
    return {}, []


def after_success(
    source: Source, *, last_new_at: datetime | None, now: datetime
) -> tuple[dict[str, object], list[Event]]:
    """The health of a source after a poll that worked, and what to tell."""
    since = last_new_at or source.added_at
    quiet = is_quiet(since, source.per_day, now=now)
    if source.health == "failing":
        return {"health": "quiet" if quiet else "ok"}, [Event("recovered", {"name": source.name})]
    if quiet and source.health != "quiet":
        return {"health": "quiet"}, [Event("quiet", {"name": source.name, "since": since.isoformat()})]
    if not quiet and source.health == "quiet":
        return {"health": "ok"}, [Event("returned", {"name": source.name})]
    return {}, []


def after_reading(source: Source, feed: Feed, *, unread: int, taken: int) -> tuple[dict[str, object], list[Event]]:
    """What the document itself is worth telling for: badly made; far longer than what is read; or suddenly so full of
    new entries (`taken` now and `unread` left) that it may have been reset, or taken over."""
    events = []
    if feed.degraded and not source.degraded:
        events.append(Event("degraded", {"name": source.name}))
    if feed.omitted and source.last_success_at is None:
        listed = len(feed.entries)
        events.append(Event("long", {"name": source.name, "count": feed.omitted + listed, "read": listed}))
    if source.last_success_at is not None and unread > _FLOOD:
        events.append(Event("flood", {"name": source.name, "count": unread + taken}))
    return {"degraded": feed.degraded}, events


def quota_met(source: Source, policy: PollingPolicy) -> Event:
    """A source that has brought as much as it may in a day; the rest waits."""
    return Event("quota", {"name": source.name, "count": policy.articles_a_day})


def after_taking(source: Source, *, read: int, partial: int, dropped: int) -> list[Event]:
    """What to tell where entries came to less than an article: a headline or a teaser, or nothing at all."""
    counts = {"partial": partial, "dropped": dropped}
    return [
        Event(kind, {"name": source.name, "count": count, "read": read})
        for kind, count in counts.items()
        if count >= (_WORTH_TELLING if kind == "partial" else 1)
    ]


def withdrawn(saved: SavedAs) -> Event:
    """An article that its publisher took down."""
    return Event("withdrawn", {"name": saved.publisher, "url": saved.url, "article": saved.article_id})


def is_quiet(last_new_at: datetime, rate: float | None, *, now: datetime) -> bool:
    """Whether a source has been silent for far longer than it usually is."""
    if not rate:
        return False
    return now - last_new_at > max(_QUIET_AT_LEAST, timedelta(days=_QUIET_GAPS / rate))


def _base(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()


def language_change(source: Source, languages: Sequence[str | None]) -> tuple[dict[str, object], list[Event]]:
    """The language that a source writes in, by its newest articles, and what to tell where that has changed."""
    known = [_base(language) for language in languages if language]
    if not known:
        return {}, []
    language, count = Counter(known).most_common(1)[0]
    if source.language is None:
        return {"language": language}, []
    if language == _base(source.language) or count < _LANGUAGE_ARTICLES or count * 2 <= len(known):
        return {}, []
    told = {"name": source.name, "language": language, "before": source.language}
    return {"language": language}, [Event("language", told)]
