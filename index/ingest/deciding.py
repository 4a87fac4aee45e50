"""What to do about each entry that a source lists. Pure."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Sequence

from index.ingest.entries import Entry, Feed
from index.language.terms import terms
from index.store.entries import SeenEntry
from index.store.identity import url_key

# A page that fails so often is given up; the feed's own words serve instead.
MAX_ATTEMPTS = 3
# Fewer characters than this are no article, not even a short one.
LEAST_TEXT = 80
_FULL_TEXT = 1500
# Error pages are shorter, and a title of so many words has one that stands in its article, too.
_SHORT_PAGE = 1500
_ANNOUNCED = 3
# Pages looked at in one poll because their entries vanished.
_MOST_VANISHED = 5
_CUT_OFF = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])\W*(?:\[\+\d+ chars\])?$"
    r"|(?:read more|continue reading|read the full|weiterlesen|lire la suite|leer más|читать далее"
    r"|the post .{0,200} appeared first on .{0,100})\W*$",
    re.IGNORECASE,
)
_APPEARED_FIRST = re.compile(r"The post .{0,300} (?:appeared first on|first appeared on) .{0,150}$", re.IGNORECASE)


@dataclasses.dataclass(frozen=True, slots=True)
class Decision:
    """`take` these entries, in this order; `note` those as seen, no more: they are known under another key, filtered
    out, or older than what a new source is read back to; `deferred` so many are left for the next poll; `vanished`
    are known ones that should be listed and are not."""

    take: tuple[Entry, ...]
    note: tuple[Entry, ...]
    vanished: tuple[SeenEntry, ...]
    unlisted: tuple[str, ...]
    deferred: int


def decide(
    feed: Feed,
    seen: Sequence[SeenEntry],
    *,
    is_new: bool,
    limit: int,
    backlog: int = 1000,
    keep: Sequence[str] = (),
    drop: Sequence[str] = (),
) -> Decision:
    """What of a feed is new or changed, against what was `seen` of it before; the newest first.

    At most `limit` at once, and of a new source, of which nothing was ever handled, not more than `backlog` in all.
    """
    by_key = {one.key: one for one in seen}
    by_url = {one.url_key: one for one in seen}
    shared = Counter(url_key(entry.url) for entry in feed.entries if entry.url)
    take: list[Entry] = []
    note: list[Entry] = []
    for entry in _newest_first(feed.entries):
        if entry.url is None:
            continue
        known = by_key.get(entry.key)
        # A changed GUID is no news, unless the feed gives several entries one address.
        if known is None and shared[url_key(entry.url)] == 1:
            known = by_url.get(url_key(entry.url))
        if known is not None and known.signature == entry.signature:
            if known.key != entry.key or not known.listed:
                note.append(entry)
        elif not wanted(entry, keep=keep, drop=drop) or (is_new and len(take) >= backlog):
            note.append(entry)
        else:
            take.append(entry)
    taken, left = tuple(take[:limit]), len(take) - min(len(take), limit)
    listed = {entry.key for entry in feed.entries} | {one.key for one in by_url.values() if one.url_key in shared}
    unlisted = tuple(one.key for one in seen if one.listed and one.key not in listed)
    return Decision(taken, tuple(note), _vanished(seen, set(unlisted)), unlisted, left)


def wanted(entry: Entry, *, keep: Sequence[str], drop: Sequence[str]) -> bool:
    """Whether a source's filters let an entry through: a word to keep, if there are any, and none to drop."""
    text = f"{entry.title}\n{entry.summary}\n{entry.content}".casefold()
    if any(_stands_in(word, text) for word in drop):
        return False
    return not keep or any(_stands_in(word, text) for word in keep)


def is_cut_off(text: str) -> bool:
    """Whether a text says itself that it goes on elsewhere."""
    return _CUT_OFF.search(text[-400:]) is not None


def is_full(entry: Entry) -> bool:
    """Whether the source itself gives the whole article, so that its page need not be fetched."""
    return entry.complete or (len(entry.content) >= _FULL_TEXT and not is_cut_off(entry.content))


def appeared_first_cut(text: str) -> str:
    """A feed's text without the line in which a publishing system says where it appeared first."""
    return _APPEARED_FIRST.sub("", text).strip()


def misses_the_point(entry: Entry, text: str) -> bool:
    """Whether a short page, apart from the title that it may repeat, has not one word of what its entry announces: then
    it is something else that all such pages of its site say, such as an error page that its server does not call one,
    in whatever language."""
    title, announced = set(terms(entry.title)), set(terms(f"{entry.title} {entry.summary}"))
    if len(text) >= _SHORT_PAGE or len(announced) < _ANNOUNCED:
        return False
    lines = [set(terms(line)) for line in text.split("\n")]
    return not any(line & announced for line in lines if not line <= title)


def _newest_first(entries: Sequence[Entry]) -> list[Entry]:
    """By date; undated ones where they stand, after the dated one before them."""
    ranked, latest = [], 0.0
    for place, entry in enumerate(entries):
        latest = entry.dated_at.timestamp() if entry.dated_at else latest
        ranked.append((-latest, place, entry))
    return [entry for _date, _place, entry in sorted(ranked, key=lambda one: one[:2])]


def _stands_in(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word.casefold())}", text) is not None


def _vanished(seen: Sequence[SeenEntry], unlisted: set[str]) -> tuple[SeenEntry, ...]:
    """What is gone from amid the others: a feed drops its oldest entries, but what goes from between was taken down."""
    remaining = [one.dated_at for one in seen if one.listed and one.key not in unlisted]
    if not remaining:
        return ()
    return tuple(one for one in seen if one.key in unlisted and one.dated_at > min(remaining))[:_MOST_VANISHED]
