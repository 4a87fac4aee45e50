"""What a source lists: entries, and the feed around them, whatever form it came in."""

from __future__ import annotations

import calendar
import dataclasses
import hashlib
import time
from collections.abc import Sequence
from datetime import UTC, datetime

from index.errors import SitrepError

# Longer than any article; what is longer is cut and marked.
MAX_TEXT = 200_000
MAX_TITLE = 500
CUT_MARK = " […]"
# Before the first news site; 1970 and year 1 are what broken software writes.
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


class NotAFeed(SitrepError):
    """The document is not of a form that lists entries."""

    code = "not_a_feed"


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """One item as a source states it, in plain text. `key` is unlike every other of the same document.

    `content` is what the feed itself gives of the article (maybe all of it), `summary` what it gives as a teaser;
    `complete` when there is no more to be had than `content`.
    """

    key: str
    url: str | None
    title: str
    summary: str = ""
    content: str = ""
    published_at: datetime | None = None
    updated_at: datetime | None = None
    author: str | None = None
    language: str | None = None
    origin_name: str | None = None
    complete: bool = False

    @property
    def signature(self) -> str:
        """Changes when what the source says of the entry changes."""
        stated = (self.title, self.summary, self.content, str(self.updated_at))
        return hashlib.sha256("\x00".join(stated).encode("utf-8", "replace")).hexdigest()[:32]


@dataclasses.dataclass(frozen=True, slots=True)
class Feed:
    """A document that lists entries. `form`: rss, atom, json, sitemap, section, channel, …

    `degraded` it was broken and what could be read was read; `guessed` its encoding had to be guessed; `omitted` so
    many entries lay beyond the cap.
    """

    form: str
    title: str
    entries: tuple[Entry, ...]
    url: str | None = None
    language: str | None = None
    degraded: bool = False
    guessed: bool = False
    omitted: int = 0


def cut(text: str, limit: int = MAX_TEXT) -> str:
    """`text`, at most `limit` characters of it, marked where it was cut."""
    return text if len(text) <= limit else text[:limit].rstrip() + CUT_MARK


def to_utc(moment: time.struct_time | None) -> datetime | None:
    """A UTC struct_time as a datetime, or None where it is none that could be meant."""
    if moment is None:
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(moment), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def from_iso(text: object) -> datetime | None:
    """An ISO 8601 moment as UTC; one without a zone is taken as UTC; None for anything else."""
    if not isinstance(text, str):
        return None
    try:
        moment = datetime.fromisoformat(text.strip())
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return aware.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def believable(moment: datetime | None, *, now: datetime) -> datetime | None:
    """`moment`, unless it lies in the future or before there was a web: then it is not known.

    However little it is ahead: nothing may pin itself to the top, and the true moment can not be told.
    """
    if moment is None or moment > now or moment < _EARLIEST:
        return None
    return moment


def dated(feed: Feed, *, now: datetime) -> Feed:
    """`feed` with no date in it that can not be."""
    entries = tuple(
        dataclasses.replace(
            entry,
            published_at=believable(entry.published_at, now=now),
            updated_at=believable(entry.updated_at, now=now),
        )
        for entry in feed.entries
    )
    return dataclasses.replace(feed, entries=entries)


def keyed(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries with their keys made distinct: a key given twice is told apart by address, then by title and turn.

    Some feeds give all their entries one GUID, and all of them are wanted.
    """
    counts: dict[str, int] = {}
    for entry in entries:
        counts[entry.key] = counts.get(entry.key, 0) + 1
    seen: set[str] = set()
    result = []
    for entry in entries:
        key = entry.key
        if not key or counts[key] > 1:
            key = digest(key, entry.url or "", entry.title)
        turn = 1
        while key in seen:
            turn += 1
            key = digest(key, str(turn))
        seen.add(key)
        result.append(dataclasses.replace(entry, key=key))
    return tuple(result)


def digest(*parts: str) -> str:
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
