"""From what a source lists to saved articles: the pages of new entries fetched, read, and what is theirs kept."""

from __future__ import annotations

import dataclasses
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from index.articles import Article, Provenance
from index.errors import FetchError, SitrepError
from index.ingest import health, rhythm
from index.ingest.belonging import address_of, is_another, published, title_of, told_apart, with_own_addresses, words_of
from index.ingest.deciding import LEAST_TEXT, MAX_ATTEMPTS, decide, is_full
from index.ingest.entries import Entry, Feed, address_in, digest
from index.ingest.fetch import Fetcher
from index.ingest.pages import Page
from index.ingest.reading import check_status, read_page
from index.ingest.rhythm import PollingPolicy
from index.ingest.robots import Robots
from index.ingest.spoken import spoken
from index.ingest.tidying import Tidy
from index.ingest.workers import Runner
from index.sites import Speaker, site_of
from index.store.entries import EntryStore, SavedAs, SeenEntry
from index.store.identity import url_key
from index.store.sites import SiteStore
from index.store.source_events import Event
from index.store.sources import Source

# A source whose pages crawl in is given back after so long, and goes on at its next poll: others wait their turn.
_BUDGET_S = 60.0


class Saves(Protocol):
    """Where articles go; `index.store.articles.ArticleStore` is one."""

    def save(
        self,
        articles: Sequence[Article],
        *,
        now: datetime,
        source_id: int | None = None,
        entry_keys: Mapping[str, str] | None = None,
    ) -> Any: ...

    def withdraw(self, url: str, *, now: datetime, site: str = "", speaker: Speaker | None = None) -> bool: ...

    def known(self, urls: Sequence[str], *, site: str = "") -> set[str]: ...


@dataclasses.dataclass(frozen=True, slots=True)
class PollReport:
    """What one pass came to. `errors` are (name of the source, sentence)."""

    polled: int = 0
    unchanged: int = 0
    new: int = 0
    revised: int = 0
    withdrawn: int = 0
    deferred: int = 0
    errors: tuple[tuple[str, str], ...] = ()

    def __add__(self, other: PollReport) -> PollReport:
        fields = [field.name for field in dataclasses.fields(self)]
        return PollReport(**{name: getattr(self, name) + getattr(other, name) for name in fields})


@dataclasses.dataclass(frozen=True, slots=True)
class Collected:
    """What a source's document came to. `unfinished`: something of it is to be tried again at the next poll;
    `values` are what was learnt of the source."""

    report: PollReport
    unfinished: bool
    events: list[Event]
    values: dict[str, Any]


@dataclasses.dataclass(frozen=True, slots=True)
class _Taken:
    """One entry handled: its article, if it came to one, and how it is remembered; `dropped` if it came to nothing."""

    seen: SeenEntry
    article: Article | None = None
    withdrawn: bool = False
    dropped: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class _Room:
    """What is left of a source's quota."""

    articles: int
    characters: int


def _limit(source: Source, feed: Feed, policy: PollingPolicy, room: _Room) -> int:
    """How many entries are taken at once: what a channel's page has is all there, and of others pages are fetched."""
    if room.characters <= 0:
        return 0
    return min(room.articles, policy.pages_per_poll if source.kind != "channel" else max(1, len(feed.entries)))


class Collector:
    """Turns listed entries into saved articles."""

    def __init__(
        self,
        *,
        entries: EntryStore,
        sites: SiteStore,
        articles: Saves,
        fetcher: Fetcher,
        runner: Runner,
        robots: Robots,
        policy: PollingPolicy,
        wait: Callable[[float], None],
    ) -> None:
        self._wait = wait
        self._entries = entries
        self._sites = sites
        self._articles = articles
        self._fetcher = fetcher
        self._runner = runner
        self._robots = robots
        self._policy = policy
        self._tidy = Tidy(entries, articles.known)

    def collect(self, source: Source, feed: Feed, *, now: datetime) -> Collected:
        """Save what is new or changed in a feed. After a kill the same is found again and nothing is doubled:
        articles are saved first, entries are remembered after."""
        url_keys = {url_key(entry.url) for entry in feed.entries if entry.url}
        room = self._room(source, now)
        seen = self._entries.seen(source.id, {entry.key for entry in feed.entries}, url_keys)
        feed = self._strangers_apart(source, feed, seen)
        decision = decide(
            feed,
            seen,
            is_new=not (seen or self._entries.has_any(source.id)),
            limit=_limit(source, feed, self._policy, room),
            backlog=self._policy.backlog,
            keep=source.keep_words,
            drop=source.drop_words,
        )
        attempts = {one.key: one.attempts for one in seen}
        speaker = self._sites.speaker(source.url)
        most = min(room.characters, self._policy.characters_per_poll)
        taken, late = self._take_all(source, speaker, feed, decision.take, attempts, now, most=most)
        named = [(one.seen, one.article) for one in taken if one.article is not None]
        taken_by_others = self._entries.at_others(source.id, {seen.key: article.url for seen, article in named})
        apart = with_own_addresses([(seen.url, article) for seen, article in named], taken_by_others)
        read = [(seen.key, article) for (seen, _article), article in zip(named, apart, strict=True)]
        articles = self._tidy.tidy([one for _key, one in read], now=now) if read else []
        keys = {one.url: key for (key, _before), one in zip(read, articles, strict=True)}
        added = self._articles.save(articles, now=now, source_id=source.id, entry_keys=keys)
        gone = [one.seen for one in taken if one.withdrawn]
        gone += [one for one in decision.vanished if self._is_gone(one.url, now)]
        withdrawn = self._withdraw(source, speaker, gone, now)
        handled = [one.seen for one in taken] + [_seen(entry, now) for entry in decision.note]
        self._entries.record(source.id, handled, unlisted=decision.unlisted, now=now)
        deferred = decision.deferred + late
        read_in = (one.article for one in taken if one.article is not None)
        languages = [spoken(one.text, one.language) for one in read_in]
        values, events = health.language_change(source, languages)
        changes, told = health.after_reading(source, feed, unread=decision.deferred, taken=len(decision.take))
        partial = sum(1 for _key, article in read if article.part)
        dropped = sum(1 for one in taken if one.dropped)
        told += health.after_taking(source, read=len(taken), partial=partial, dropped=dropped)
        spent = sum(len(article.text) for article in articles)
        if deferred and (room.articles <= len(articles) or room.characters <= spent):
            told.append(health.quota_met(source, self._policy))
        down = [health.withdrawn(saved) for saved in withdrawn]
        report = PollReport(polled=1, new=added.new, revised=added.revised, withdrawn=len(withdrawn), deferred=deferred)
        retrying = any(not one.seen.signature for one in taken)
        return Collected(report, bool(deferred) or retrying, [*events, *told, *down], {**values, **changes})

    def _strangers_apart(self, source: Source, feed: Feed, seen: Sequence[SeenEntry]) -> Feed:
        """The feed, in which an entry that took over the address of an earlier one has one of its own."""
        keys, by_url = {one.key for one in seen}, {one.url_key: one for one in seen}
        listed = Counter(url_key(entry.url) for entry in feed.entries if entry.url)
        entries = []
        for entry in feed.entries:
            earlier = by_url.get(url_key(entry.url)) if entry.url and entry.key not in keys else None
            if entry.url and earlier is not None and listed[url_key(entry.url)] == 1:
                title, text = self._entries.newest_of(source.id, earlier)
                if is_another(entry, title, text):
                    address = address_in(entry.url, digest(entry.key))
                    entry = dataclasses.replace(entry, url=address, shares_page=True)
            entries.append(entry)
        return dataclasses.replace(feed, entries=tuple(entries))

    def _room(self, source: Source, now: datetime) -> _Room:
        """What the source may still bring today."""
        articles, characters = self._entries.kept(source.id, since=now - timedelta(days=1))
        policy = self._policy
        return _Room(max(0, policy.articles_a_day - articles), max(0, policy.characters_a_day - characters))

    def _withdraw(self, source: Source, speaker: Speaker, gone: Sequence[SeenEntry], now: datetime) -> list[SavedAs]:
        """What of it is this source's to take down, and taken down now."""
        withdrawn = []
        for seen in gone:
            saved = self._entries.saved_as(source.id, seen)
            if saved is None or (not saved.own and saved.url != seen.url and not self._is_gone(saved.url, now)):
                continue
            if self._articles.withdraw(saved.url, now=now, site=saved.site, speaker=speaker):
                withdrawn.append(saved)
        return withdrawn

    def _take_all(
        self,
        source: Source,
        speaker: Speaker,
        feed: Feed,
        entries: Sequence[Entry],
        attempts: dict[str, int],
        now: datetime,
        *,
        most: int,
    ) -> tuple[list[_Taken], int]:
        """The entries handled, `most` characters at once, and how many were not for want of time or room."""
        end = time.monotonic() + _BUDGET_S
        listed = len(entries)
        delay_s = self._robots.delay_s(source.url, now=now) if self._policy.robots else 0.0
        if delay_s:
            # What the site lets us read in the time there is; one at least, or it would never be read.
            entries = entries[: max(1, int(_BUDGET_S / delay_s))]
        taken: list[_Taken] = []
        for entry in entries:
            if time.monotonic() > end or most <= 0:
                break
            if delay_s and taken and not is_full(entry):
                self._wait(delay_s)
            spoken = entry if entry.language else dataclasses.replace(entry, language=feed.language)
            done = self._take(source, speaker, spoken, attempts.get(entry.key, 0), now)
            taken.append(done)
            most -= len(done.article.text) if done.article is not None else 0
        return taken, listed - len(taken)

    def _take(self, source: Source, speaker: Speaker, entry: Entry, attempts: int, now: datetime) -> _Taken:
        page: Page | None = None
        # What a source says of another site's address is not believed unseen: it may put words into its mouth.
        foreign = entry.url is not None and not speaker.owns(entry.url)
        if entry.url is not None and (foreign or not (is_full(entry) or entry.shares_page)):
            try:
                page = told_apart(entry, self._page(entry.url, now))
            except FetchError as error:
                saved = self._entries.saved_as(source.id, _seen(entry, now)) if error.code == "gone" else None
                if error.code == "gone" and (not foreign or saved):
                    return _Taken(_seen(entry, now), withdrawn=True, dropped=saved is None)
                if not error.permanent and attempts + 1 < MAX_ATTEMPTS:
                    return _Taken(dataclasses.replace(_seen(entry, now), signature="", attempts=attempts + 1))
            except SitrepError:
                pass  # too heavy to read, and it will be next time: the source's own words serve
        seen = _seen(entry, now)
        if page is not None and not speaker.owns(page.url) and (page.wall or self._sites.has_source(site_of(page.url))):
            # Its own source brings it, or nobody does; of this one there is what it says itself.
            page = None
        if page is None and foreign and self._articles.known([seen.url]):
            return _Taken(seen)
        if page is not None and page.wall is None and speaker.owns(page.url):
            seen = dataclasses.replace(seen, look_at=rhythm.next_look(now, 0))
        article = to_article(source, speaker, entry, page)
        return _Taken(seen, article, dropped=article is None and not entry.is_link)

    def _page(self, url: str, now: datetime) -> Page | None:
        if self._policy.robots and not self._robots.allows(url, now=now):
            return None
        fetched = self._fetcher.get(url, headers={"Accept": "text/html, application/xhtml+xml, */*;q=0.5"}, linked=True)
        check_status(fetched)
        return read_page(fetched, runner=self._runner, now=now)

    def _is_gone(self, url: str, now: datetime) -> bool:
        """Whether a page is there no more, as its server says in so many words."""
        if self._policy.robots and not self._robots.allows(url, now=now):
            return False
        try:
            return self._fetcher.get(url, linked=True).status in (404, 410)
        except FetchError:
            return False


def to_article(source: Source, speaker: Speaker, entry: Entry, page: Page | None) -> Article | None:
    """The article of an entry, in the name of the site that served its text; None where there is nothing to quote.

    The page's own statements go before the feed's, except its date where the feed has one with a time. Of another
    site's page nothing is taken from the feed.
    """
    if entry.url is None:
        return None
    served = page if page is not None and page.wall is None and page.text else None
    if served is not None and not speaker.owns(served.url):
        return _carried_page(source, speaker, served)
    text, part = words_of(entry, page)
    stated = page.stated if page is not None and page.wall is None else None
    title = entry.title or (stated.title if stated else "")
    if not text or not title:
        return None
    url = address_of(entry, page)
    from_page = served is not None and text == served.text
    if not from_page and not speaker.owns(url):
        url = entry.url
    return Article(
        url=url,
        title=title_of(entry, stated.title if stated else "", (source.name, (stated and stated.site_name) or "")),
        text=text,
        publisher=source.name,
        published_at=published(entry, page),
        language=(stated.language if stated else None) or entry.language or source.language,
        author=(stated.author if stated else None) or entry.author,
        modified_at=(stated.modified_at if stated else None) or entry.updated_at,
        part=part,
        provenance=Provenance(
            site=site_of(url) if speaker.owns(url) else source.site,
            origin=speaker.house,
            via="page" if from_page else "feed",
            carrier=None if speaker.owns(url) else source.name,
            stated_source=entry.origin_name if entry.origin_name != source.name else None,
        ),
    )


def _carried_page(source: Source, speaker: Speaker, page: Page) -> Article | None:
    """Another site's page, to which a source led us: the site is named by its address, for nobody has named it."""
    stated = page.stated
    if not stated.title or len(page.text) < LEAST_TEXT:
        return None
    site = site_of(page.url)
    url = stated.canonical_url if stated.canonical_url and site_of(stated.canonical_url) == site else page.url
    return Article(
        url=url,
        title=stated.title,
        text=page.text,
        publisher=site,
        published_at=stated.published_at,
        language=stated.language,
        author=stated.author,
        modified_at=stated.modified_at,
        provenance=Provenance(site=site, origin=speaker.house, via="page", own=False, carrier=source.name),
    )


def _seen(entry: Entry, now: datetime) -> SeenEntry:
    url = entry.url or ""
    return SeenEntry(entry.key, url, url_key(url), entry.signature, entry.dated_at or now)
