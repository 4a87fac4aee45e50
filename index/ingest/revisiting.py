"""Second looks at pages: articles are edited and taken down without a word in the feed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import format_datetime

from index.errors import FetchError, SitrepError
from index.ingest import health
from index.ingest.belonging import told_apart
from index.ingest.collecting import PollReport, Saves, to_article
from index.ingest.entries import Entry
from index.ingest.fetch import Fetcher
from index.ingest.pages import Page
from index.ingest.reading import check_status, read_page
from index.ingest.rhythm import next_look
from index.ingest.robots import Robots
from index.ingest.tidying import Tidy
from index.ingest.workers import Runner
from index.sites import Speaker
from index.store.entries import EntryStore, SavedAs, SeenEntry
from index.store.sites import SiteStore
from index.store.source_events import Event
from index.store.sources import Source

# Pages looked at again in one poll of a source.
_AT_ONCE = 3
# A server's clock may be so far behind ours.
_CLOCKS = timedelta(minutes=10)


@dataclasses.dataclass(frozen=True, slots=True)
class Revisited:
    """What second looks came to."""

    report: PollReport
    events: tuple[Event, ...]


class Revisits:
    """Looks again at pages that articles were read from, a few times in their first day."""

    def __init__(
        self,
        *,
        entries: EntryStore,
        sites: SiteStore,
        articles: Saves,
        fetcher: Fetcher,
        runner: Runner,
        robots: Robots | None,
        wait: Callable[[float], None],
    ) -> None:
        self._entries = entries
        self._sites = sites
        self._articles = articles
        self._fetcher = fetcher
        self._runner = runner
        self._robots = robots
        self._wait = wait
        self._tidy = Tidy(entries, articles.known)

    def look(self, source: Source, *, now: datetime) -> Revisited:
        """Look at what is due of a source, and save what has changed."""
        due = self._entries.due_looks(source.id, now=now, limit=_AT_ONCE)
        delay_s = self._robots.delay_s(source.url, now=now) if self._robots and due else 0.0
        speaker = self._sites.speaker(source.url) if due else Speaker.of(source.url)
        revised, gone = 0, []
        for one in due:
            if delay_s:
                self._wait(delay_s)
            try:
                revised += self._read(source, speaker, one, now)
            except FetchError as error:
                saved = self._entries.saved_as(source.id, one) if error.code == "gone" else None
                if saved is not None and saved.own and self._take_down(saved, speaker, now):
                    gone.append(health.withdrawn(saved))
            except SitrepError:
                pass  # it can not be read now, and what was read before stands
            looked = dataclasses.replace(one, looks=one.looks + 1, look_at=next_look(now, one.looks + 1))
            self._entries.record(source.id, [looked], now=now)
        return Revisited(PollReport(revised=revised, withdrawn=len(gone)), tuple(gone))

    def _take_down(self, saved: SavedAs, speaker: Speaker, now: datetime) -> bool:
        return self._articles.withdraw(saved.url, now=now, site=saved.site, speaker=speaker)

    def _read(self, source: Source, speaker: Speaker, seen: SeenEntry, now: datetime) -> int:
        """How many revisions one look brought."""
        title, text = self._entries.newest_of(source.id, seen)
        entry = Entry(key=seen.key, url=seen.url, title=title)
        page = told_apart(entry, self._page(seen, now))
        readable = page is not None and page.wall is None and speaker.owns(page.url)
        article = to_article(source, speaker, entry, page) if readable else None
        if article is None or article.provenance is None:
            return 0
        # Where its page names an address that is another article's, it has its entry's.
        saved_as, site = self._entries.saved_as(source.id, seen), article.provenance.site
        article = dataclasses.replace(article, url=saved_as.url) if saved_as else article
        if not self._articles.known([article.url], site=site):
            return 0
        tidied, before = self._tidy.tidy([article, dataclasses.replace(article, title=title, text=text)], now=now)
        if (tidied.title, tidied.text) == (before.title, before.text):
            # What has been found to be boilerplate meanwhile was not taken out by its publisher.
            return 0
        keys = {tidied.url: seen.key}
        saved = self._articles.save([tidied], now=now, source_id=source.id, entry_keys=keys)
        return int(saved.revised)

    def _page(self, seen: SeenEntry, now: datetime) -> Page | None:
        if self._robots is not None and not self._robots.allows(seen.url, now=now):
            return None
        since = format_datetime(seen.seen_at - _CLOCKS, usegmt=True) if seen.seen_at else ""
        headers = {"Accept": "text/html, application/xhtml+xml, */*;q=0.5", "If-Modified-Since": since}
        fetched = self._fetcher.get(seen.url, headers=headers, linked=True)
        if fetched.status == 304:
            return None
        check_status(fetched)
        return read_page(fetched, runner=self._runner, now=now)
