"""What a source lists: entries, and the feed around them, whatever form it came in."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from index.errors import SitrepError
from index.ingest.addresses import web_link
from index.store.identity import place_in, url_key

# Longer than any article; what is longer is cut and marked.
MAX_TEXT = 150_000
MAX_TITLE = 500
CUT_MARK = " […]"
# Entries without another date that say to have been changed in the same second: a machine wrote that, not an editor.
_MOST_AT_ONCE = 4
# Tags, mentions and addresses.
_NOT_WORDS = re.compile(r"[#@]\w+|https?://\S+|\d+")
# Set off: an aid convoy may well go to a town via another.
_VIA = re.compile(r"(?:[(\[]|\s[|–—-]\s)(?:via|h/t|hat tip:?)\s(\S[^()\[\]|]{1,60}?)[)\]]?$", re.IGNORECASE)
# Before the first news site; 1970 and year 1 are what broken software writes.
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


class NotAFeed(SitrepError):
    """The document is not of a form that lists entries."""

    code = "not_a_feed"


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """One item as a source states it, in plain text. `key` is unlike every other of the same document.

    `content` is what the feed itself gives of the article (maybe all of it), `summary` what it gives as a teaser;
    `complete` when there is no more to be had than `content`; `shares_page` when the page at `url` is not of this entry
    alone, so that only the source's own words are its; `is_link` when `title` is only what a link on a page is called.
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
    shares_page: bool = False
    is_link: bool = False

    @property
    def dated_at(self) -> datetime | None:
        """When it was published, or else last changed, as its source says."""
        return self.published_at or self.updated_at

    @property
    def signature(self) -> str:
        """Changes when what the source says of the entry changes."""
        stated = (self.title, self.summary, self.content, str(self.updated_at))
        return hashlib.sha256("\x00".join(stated).encode("utf-8", "replace")).hexdigest()[:32]


@dataclasses.dataclass(frozen=True, slots=True)
class Feed:
    """A document that lists entries. `form`: rss, atom, json, sitemap, section, channel, …

    `degraded` it was broken and what could be read was read; `guessed` its encoding had to be guessed; `omitted` so
    many entries lay beyond the cap; `oldest` is the number of the first post that a channel's page shows.
    """

    form: str
    title: str
    entries: tuple[Entry, ...]
    url: str | None = None
    language: str | None = None
    degraded: bool = False
    guessed: bool = False
    omitted: int = 0
    oldest: int | None = None


def cut(text: str, limit: int = MAX_TEXT) -> str:
    """`text`, at most `limit` characters of it, marked where it was cut."""
    return text if len(text) <= limit else text[:limit].rstrip() + CUT_MARK


def text_of(item: Mapping[str, Any], name: str) -> str:
    """What a document's field says, "" where it is missing or no text."""
    # dict's own, since feedparser's hands out other fields where one is missing.
    value = dict.get(item, name) if isinstance(item, dict) else None
    return value if isinstance(value, str) else ""


def language_of(tag: object) -> str | None:
    """The language of a tag such as en-GB, in lower case; None for what is no tag."""
    match = re.match(r"\s*([A-Za-z]{2,3})(?:[-_]|\s*$)", tag) if isinstance(tag, str) else None
    return match.group(1).lower() if match else None


def is_wordy(text: str) -> bool:
    """Whether there are words in a text, and not only tags, mentions, links, numbers and pictures."""
    return re.search(r"\w", _NOT_WORDS.sub("", text)) is not None


def first_sentence(text: str) -> str:
    """What stands for a title where there is none: the first words that are a sentence, not only tags and links."""
    lines = [line.strip() for line in text.split("\n")]
    wordy = (line for line in lines if is_wordy(line))
    line = next(wordy, lines[0])
    sentence = re.match(r".{20,160}?[.!?…。！？۔؟।။።](?=\s|$|[^\x00-\u024f])", line)
    return sentence.group() if sentence else cut(line, 140)


def without_credit(text: str, outlet: str | None) -> str:
    """A title or teaser without the name of the outlet that it is from behind it, as aggregators put it."""
    if not outlet or not text.casefold().endswith(outlet.casefold()):
        return text
    bare = text[: -len(outlet)]
    # A sentence that ends in the name goes on; a credit is set off, or stands behind the whole of it.
    set_off = re.search(r"(?:\s[|–—·•-]\s?|[.!?…]\s|\xa0)$", bare)
    return (bare.rstrip(" \xa0|–—·•-") or text) if set_off else text


def credit_in(title: str) -> tuple[str, str | None]:
    """A title without the outlet that it says to be from by way of, and that outlet."""
    via = _VIA.search(title)
    return (title[: via.start()].rstrip(), via[1].strip()) if via and via.start() > 0 else (title, None)


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
    """`feed` with no date in it that can not be: in the future, or one that a machine stamped on all that it lists."""
    changed = Counter(entry.updated_at for entry in feed.entries if entry.updated_at and entry.published_at is None)
    stamps = {moment for moment, count in changed.items() if count > _MOST_AT_ONCE}
    entries = tuple(
        dataclasses.replace(
            entry,
            published_at=believable(entry.published_at, now=now),
            updated_at=None if entry.updated_at in stamps else believable(entry.updated_at, now=now),
        )
        for entry in feed.entries
    )
    return dataclasses.replace(feed, entries=entries)


def entry_link(text: str | None, *, base: str) -> str | None:
    """The link of an entry, with the place in a page that it leads to where several entries stand on one page."""
    # A host without a scheme, which a parser may have taken for a path already.
    bare = re.match(r"\s*(?:https?://[^/]+/)?(www\.[\w-]+\.\w.*)", text or "", re.DOTALL)
    text = f"{base.partition(':')[0]}://{bare[1].strip()}" if bare else text
    link = web_link(text, base=base)
    place = place_in((text or "").strip())
    return f"{link}#{place}" if link and place else link


def keyed(entries: Sequence[Entry], *, home: str | None = None) -> tuple[Entry, ...]:
    """The entries with their keys made distinct: a key given twice is told apart by address, then by title and turn.

    Some feeds give all their entries one GUID, and all of them are wanted. So are those that have one address, such as
    a map's, or none at all, such as those of a list of alerts: they get one of their own, at `home` where it is given.
    """
    counts = Counter(entry.key for entry in entries)
    seen: set[str] = set()
    result = []
    for entry in _told_apart(entries, home):
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


def _told_apart(entries: Sequence[Entry], home: str | None) -> list[Entry]:
    """The entries, each with an address that no other has, unless they are the same entry given twice."""
    firsts: dict[str, Entry] = {}
    for entry in entries:
        if entry.url is not None:
            firsts.setdefault(url_key(entry.url), entry)
    crowded = {url_key(e.url) for e in entries if e.url and not _is_same(e, firsts[url_key(e.url)])}
    keys = Counter(entry.key for entry in entries)
    pages = Counter((entry.url or "").partition("#")[0] for entry in entries)
    result = []
    for entry in entries:
        key = url_key(entry.url) if entry.url else ""
        # A page that is given again and again is not the page of one of its entries; one at another address is.
        page = (entry.url or "").partition("#")[0]
        shares = bool(entry.url and place_in(entry.url)) or (key in crowded and pages[page] > 1)
        address = entry.url
        if key in crowded or (entry.url is None and home is not None):
            own = digest(entry.key) if keys[entry.key] == 1 else digest(entry.key, entry.title, entry.content)
            address = address_in(page or home or "", own)
        result.append(dataclasses.replace(entry, url=address, shares_page=shares or entry.url is None))
    return result


def address_in(page: str, own: str) -> str:
    """The address of an entry that stands with others on a page, by a digest of its own."""
    return f"{page.partition('#')[0]}#entry-{own[:12]}"


def _is_same(first: Entry, second: Entry) -> bool:
    """Whether two entries with one address are one: of their id, title and text no two differ."""
    one, other = ((x.key, x.title, x.content or x.summary) for x in (first, second))
    return sum(a != b for a, b in zip(one, other, strict=True)) < 2


def digest(*parts: str) -> str:
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
