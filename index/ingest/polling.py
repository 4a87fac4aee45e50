"""One ingest pass: lease due sources, fetch, decide, read the pages, save, give the sources back."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog

from index.errors import FetchError, SitrepError
from index.ingest import health, rhythm
from index.ingest.channels import read_back
from index.ingest.collecting import Collector, PollReport, Saves
from index.ingest.crew import work_off
from index.ingest.entries import Feed
from index.ingest.fetch import Fetched, Fetcher
from index.ingest.reading import check_status, read
from index.ingest.revisiting import Revisits
from index.ingest.rhythm import PollingPolicy
from index.ingest.robots import Robots
from index.ingest.workers import Runner
from index.sites import same_site
from index.store.entries import EntryStore
from index.store.leases import new_owner
from index.store.sites import SiteStore
from index.store.source_events import Event
from index.store.sources import Source, SourceStore

# However faithfully a server says "not modified", it is asked in full once a day: some say it always.
_FULL_CHECK = timedelta(hours=24)
_ACCEPT = {
    "feed": "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
    "sitemap": "application/xml, text/xml, */*;q=0.5",
}


class Poller:
    """Polls sources: owns fetching, reading and remembering. To be called from one thread at a time."""

    def __init__(
        self,
        *,
        sources: SourceStore,
        entries: EntryStore,
        sites: SiteStore,
        articles: Saves,
        fetcher: Fetcher,
        runner: Runner,
        policy: PollingPolicy,
        rng: random.Random,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._sources = sources
        self._entries = entries
        self._articles = articles
        self._fetcher = fetcher
        self._runner = runner
        self._policy = policy
        self._rng = rng
        self._robots = Robots(fetcher, entries)
        self._collector = Collector(
            entries=entries,
            sites=sites,
            articles=articles,
            fetcher=fetcher,
            runner=runner,
            robots=self._robots,
            policy=policy,
            wait=wait,
        )
        self._revisits = Revisits(
            entries=entries,
            sites=sites,
            articles=articles,
            fetcher=fetcher,
            runner=runner,
            robots=self._robots if policy.robots else None,
            wait=wait,
        )
        self._log = structlog.get_logger()

    def poll(
        self, clock: Callable[[], datetime], *, only_due: bool = False, goes_on: Callable[[], bool] = lambda: True
    ) -> Iterator[PollReport]:
        """Poll every source once that is due by the clock (or every active one), several at a time, one a site; until
        `goes_on` says no. What fails is reported and tried again later, and never stops the others."""
        owner = new_owner("ingest")

        def take(most: int) -> Sequence[Source]:
            return self._sources.lease(owner, now=clock(), limit=most, only_due=only_due) if goes_on() else ()

        return work_off(take, lambda one: self._poll(one, owner, clock()), parallel=self._policy.parallel)

    def _poll(self, source: Source, owner: str, now: datetime) -> PollReport:
        try:
            values, events, report = self._visit(source, now)
        except SitrepError as error:
            values, events, report = self._failed(source, error, now)
        except Exception:
            # The top of this tick: a mistake of ours in one source must not starve the others.
            self._log.exception("poll_failed", source=source.id)
            broken = FetchError("It could not be read because of a mistake of ours.", code="internal", permanent=False)
            values, events, report = self._failed(source, broken, now)
        values["last_polled_at"] = now
        if not self._sources.finish(source.id, owner=owner, values=values, events=events, now=now):
            self._log.warning("lease_lost", source=source.id)
        self._log.info(
            "polled", source=source.id, new=report.new, revised=report.revised, error=values.get("last_error_code")
        )
        return report

    def _visit(self, source: Source, now: datetime) -> tuple[dict[str, Any], list[Event], PollReport]:
        full = source.last_full_check_at is None or now - source.last_full_check_at >= _FULL_CHECK
        fetched = self._fetch(source, full=full, now=now)
        values: dict[str, Any] = {"failures": 0, "last_error": None, "last_error_code": None, "last_success_at": now}
        if fetched.status == 304:
            found, report = None, PollReport(polled=1, unchanged=1)
        else:
            feed = read(fetched, source.kind, runner=self._runner, now=now)
            feed, lost = self._back_to_known(source, feed, now)
            collected = self._collector.collect(source, feed, now=now)
            found, report = feed, collected.report
            # What was left over is read next time, which must then not be told "not modified".
            whole = not collected.unfinished
            values |= {
                "etag": fetched.headers.get("etag", "")[:500] or None if whole else None,
                "last_modified": fetched.headers.get("last-modified", "")[:100] or None if whole else None,
                "last_full_check_at": now,
            }
            values |= collected.values
        changes, events = self._rhythm(source, found, report, now)
        values |= changes
        if found is not None:
            events += collected.events
            events += [Event("gap", {"name": source.name, "count": lost})] if lost else []
        moved, told = self._moved(source, fetched)
        again = self._revisits.look(source, now=now)
        return {**values, **moved}, [*events, *told, *again.events], report + again.report

    def _back_to_known(self, source: Source, feed: Feed, now: datetime) -> tuple[Feed, int]:
        """A channel's page shows its last few posts: what it wrote since the last look, and how much is lost of it."""
        if source.kind != "channel":
            return feed, 0
        known = [entry.key for entry in self._entries.seen(source.id, (), ())]

        def older(url: str) -> Feed:
            fetched = self._fetcher.get(url, headers={"Accept": "text/html, */*;q=0.5"})
            check_status(fetched)
            return read(fetched, source.kind, runner=self._runner, now=now)

        return read_back(feed, known, older)

    def _moved(self, source: Source, fetched: Fetched) -> tuple[dict[str, Any], list[Event]]:
        """A move within a site is followed; one to another site is for an admin to judge, and only proposed."""
        new = fetched.moved_to
        if new is None or new in (source.url, source.moved_to):
            return {}, []
        if same_site(new, source.url):
            return ({} if self._sources.is_known(new) else {"url": new}), []
        return {"moved_to": new}, [Event("moved", {"name": source.name, "url": new})]

    def _fetch(self, source: Source, *, full: bool, now: datetime) -> Fetched:
        if self._policy.robots and not self._robots.allows(source.url, now=now):
            raise FetchError("The site's robots.txt asks us not to read that.", code="robots", permanent=True)
        headers = {"Accept": _ACCEPT.get(source.kind, "text/html, */*;q=0.5")}
        if not full and source.etag:
            headers["If-None-Match"] = source.etag
        if not full and source.last_modified:
            headers["If-Modified-Since"] = source.last_modified
        fetched = self._fetcher.get(source.url, headers=headers, linked=source.listed)
        if fetched.status != 304:
            try:
                check_status(fetched)
            except FetchError as error:
                raise Refused(error, rhythm.retry_after_s(fetched.headers.get("retry-after"), now=now)) from error
        return fetched

    def _rhythm(
        self, source: Source, feed: Feed | None, report: PollReport, now: datetime
    ) -> tuple[dict[str, Any], list[Event]]:
        """When to come again, and how the source is."""
        rate = None
        if feed is not None:
            dates = [entry.published_at for entry in feed.entries if entry.published_at]
            rate = rhythm.per_day(dates, now=now) if len(dates) * 2 > len(feed.entries) else None
        if rate is None:
            # Of the first look everything is new, which says nothing about the rhythm.
            new = report.new if source.last_polled_at else 0
            elapsed = now - (source.last_polled_at or now)
            rate = rhythm.observed_per_day(source.per_day, new=new, elapsed=elapsed)
        last_new_at = now if report.new else source.last_new_at
        interval_s = rhythm.next_interval_s(rate, policy=self._policy)
        due_at = rhythm.next_due(now, interval_s, rng=self._rng)
        if report.deferred:
            due_at = now + timedelta(seconds=self._policy.shortest_interval_s / 2)
        changes, events = health.after_success(source, last_new_at=last_new_at, now=now)
        due = {"interval_s": interval_s, "per_day": rate, "last_new_at": last_new_at, "due_at": due_at}
        return {**changes, **due}, events

    def _failed(
        self, source: Source, error: SitrepError, now: datetime
    ) -> tuple[dict[str, Any], list[Event], PollReport]:
        failures = source.failures + 1
        wait = error.retry_after_s if isinstance(error, Refused) else None
        changes, events = health.after_failure(source, failures, error, gone=error.code == "gone")
        values: dict[str, Any] = {
            **changes,
            "failures": failures,
            "last_error": str(error),
            "last_error_code": error.code,
            "due_at": rhythm.after_failure(now, source.interval_s, failures, retry_after_s=wait, rng=self._rng),
        }
        return values, events, PollReport(polled=1, errors=((source.name, str(error)),))


class Refused(FetchError):
    """A server's refusal, with how long it asks us to stay away."""

    def __init__(self, error: FetchError, retry_after_s: float | None) -> None:
        super().__init__(str(error), code=error.code, permanent=error.permanent)
        self.retry_after_s = retry_after_s
