"""What admins hear of a source, once each time: that it died, recovered, fell quiet, changed. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from index.store.sources import Source

# Polls that fail in a row before admins are told.
DEAD_AFTER = 3
# Failing this often, a day apart by then, a source is given up and no longer polled.
GONE_AFTER = 30
_QUIET_AT_LEAST = timedelta(days=3)
_QUIET_GAPS = 10
_LANGUAGE_ARTICLES = 3

Event = tuple[str, str]


def after_failure(source: Source, failures: int, sentence: str, *, gone: bool) -> tuple[dict[str, object], list[Event]]:
    """The health of a source after a failed poll, and what to tell."""
    if gone or failures >= GONE_AFTER:
        told = f"{source.name} is gone and is no longer polled: {sentence}"
        return {"state": "gone", "health": "failing"}, [("gone", told)]
    if failures >= DEAD_AFTER and source.health != "failing":
        return {"health": "failing"}, [("died", f"{source.name} has failed {failures} times in a row: {sentence}")]
    return {}, []


def after_success(
    source: Source, *, last_new_at: datetime | None, now: datetime
) -> tuple[dict[str, object], list[Event]]:
    """The health of a source after a poll that worked, and what to tell."""
    quiet = is_quiet(last_new_at or source.added_at, source.per_day, now=now)
    if source.health == "failing":
        return {"health": "quiet" if quiet else "ok"}, [("recovered", f"{source.name} works again.")]
    if quiet and source.health != "quiet":
        since = (last_new_at or source.added_at).strftime("%d %B")
        return {"health": "quiet"}, [("quiet", f"{source.name} has brought nothing new since {since}.")]
    if not quiet and source.health == "quiet":
        return {"health": "ok"}, [("recovered", f"{source.name} brings news again.")]
    return {}, []


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
    told = f"{source.name} now writes in another language ({language}, before {source.language})."
    return {"language": language}, [("language", told)]
