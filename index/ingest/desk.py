"""Ingest as one object: sources added and polled, addresses inspected. It owns the fetcher and the workers."""

from __future__ import annotations

import dataclasses
import random
import threading
import time
from collections.abc import Callable
from datetime import datetime

from index.errors import InputError
from index.ingest.collecting import PollReport, Saves
from index.ingest.discovery import Inspection, inspect
from index.ingest.fetch import Fetcher, FetchPolicy
from index.ingest.network import Dial, Resolve, system_dial, system_resolve
from index.ingest.opml import read_opml, write_opml
from index.ingest.polling import Poller
from index.ingest.reading import KINDS
from index.ingest.rhythm import PollingPolicy
from index.ingest.workers import Runner, TooHeavy, Workers
from index.names import MOST_NAME
from index.store.database import Database
from index.store.entries import EntryStore
from index.store.publishers import PublisherStore
from index.store.sites import SiteStore
from index.store.source_events import SourceEventStore
from index.store.sources import Source, SourceStore


@dataclasses.dataclass(frozen=True, slots=True)
class Imported:
    """What an OPML import came to: sources added, and how many were there already."""

    added: tuple[Source, ...]
    known: int


class IngestDesk:
    """Safe to use from several threads; close it when done. Nothing is opened before it is needed."""

    def __init__(
        self,
        database: Database,
        articles: Saves,
        *,
        fetch: FetchPolicy,
        polling: PollingPolicy,
        runner: Runner | None = None,
        resolve: Resolve = system_resolve,
        dial: Dial = system_dial,
        rng: random.Random | None = None,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._wait = wait
        self.sources = SourceStore(database)
        self.sites = SiteStore(database)
        self.events = SourceEventStore(database)
        self.publishers = PublisherStore(database)
        self._entries = EntryStore(database)
        self._articles = articles
        self._fetch = fetch
        self._polling = polling
        self._resolve = resolve
        self._dial = dial
        self._workers = Workers()
        self._runner = runner or self._workers
        self._rng = rng or random.Random()
        self._lock = threading.Lock()
        self._fetcher: Fetcher | None = None

    def inspect(self, text: str, *, now: datetime, kind: str | None = None) -> Inspection:
        """What is at an address, for a preview; changes nothing. FetchError or InputError in one plain sentence."""
        if kind is not None and kind not in KINDS:
            raise InputError(f"A source is one of: {', '.join(KINDS)}.", code="bad_kind")
        return inspect(text, fetcher=self._opened(), runner=self._runner, now=now, kind=kind)

    def add(self, inspection: Inspection, *, now: datetime, name: str | None = None) -> Source:
        """Add what was inspected. InputError where it can not be a source, or is one already."""
        if inspection.kind is None:
            raise InputError("That page is no source itself; add one of the feeds that it offers.", code="not_addable")
        return self.sources.add(
            inspection.url,
            name=(name or inspection.name or inspection.url).strip()[:MOST_NAME],
            kind=inspection.kind,
            language=inspection.language,
            now=now,
            typed=bool(name),
        )

    def poll(self, *, now: datetime, only_due: bool = False) -> PollReport:
        """Poll every active source once, or every one that is due. Failures are in the report, never raised."""
        return sum(self._poller().poll(lambda: now, only_due=only_due), PollReport())

    def poll_due(self, clock: Callable[[], datetime], *, goes_on: Callable[[], bool]) -> int:
        """Poll what is due and what falls due meanwhile, so that nobody waits for the slowest; no more begins once
        `goes_on` says no. How many were polled."""
        return sum(report.polled for report in self._poller().poll(clock, only_due=True, goes_on=goes_on))

    def _poller(self) -> Poller:
        return Poller(
            sources=self.sources,
            entries=self._entries,
            sites=self.sites,
            articles=self._articles,
            fetcher=self._opened(),
            runner=self._runner,
            policy=self._polling,
            rng=self._rng,
            wait=self._wait,
        )

    def import_opml(self, document: bytes, *, now: datetime) -> Imported:
        """Add the sources of an OPML file, unseen: they are fetched when polled. InputError where it is none, or one
        that is too heavy to read."""
        try:
            outlines = self._runner.run(read_opml, document)
        except TooHeavy as error:
            raise InputError("That is not an OPML file.", code="not_opml") from error
        wanted = [(outline.url, outline.name, outline.kind) for outline in outlines]
        added = self.sources.add_all(wanted, now=now)
        return Imported(tuple(added), len(wanted) - len(added))

    def export_opml(self) -> bytes:
        """All sources as an OPML file."""
        return write_opml(self.sources.list())

    def forget_person(self, person: str) -> None:
        """Leave what a person wrote down about publishers and sites without saying who it was."""
        self.publishers.forget_person(person)
        self.sites.forget_person(person)

    def close(self) -> None:
        self._workers.close()

    def _opened(self) -> Fetcher:
        with self._lock:
            if self._fetcher is None:
                self._fetcher = Fetcher(
                    self._fetch, resolve=self._resolve, dial=self._dial, typed=lambda: self.sources.hosts()
                )
            return self._fetcher
