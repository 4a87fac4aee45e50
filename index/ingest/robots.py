"""What a site's robots.txt lets us read; read once a day, remembered in the database."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlsplit

import protego

from index.errors import FetchError
from index.ingest.fetch import Fetcher
from index.store.entries import EntryStore

_FRESH = timedelta(days=1)
_MAX_BYTES = 512_000
_AGENT = "sitrep"
# A longer wish than that is meant to keep robots out, for which there is Disallow.
_MOST_DELAY_S = 60.0


class Robots:
    """Whether an address may be read."""

    def __init__(self, fetcher: Fetcher, entries: EntryStore) -> None:
        self._fetcher = fetcher
        self._entries = entries

    def allows(self, url: str, *, now: datetime) -> bool:
        """Whether the site's robots.txt lets sitrep read `url`; true where there is none, or none to be had."""
        said = self._said(url, now)
        return not said or bool(protego.Protego.parse(said).can_fetch(url, _AGENT))

    def delay_s(self, url: str, *, now: datetime) -> float:
        """The seconds that the site wants between two requests."""
        said = self._said(url, now)
        wanted = protego.Protego.parse(said).crawl_delay(_AGENT) if said else None
        return min(max(float(wanted or 0.0), 0.0), _MOST_DELAY_S)

    def _said(self, url: str, now: datetime) -> str:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        known = self._entries.robots(origin)
        if known is None or now - known[1] > _FRESH:
            known = (self._fetch(origin, known[0] if known else ""), now)
            self._entries.keep_robots(origin, known[0], now=now)
        return known[0]

    def _fetch(self, origin: str, before: str) -> str:
        """The file's text; where it can not be read at present, what it said before."""
        try:
            fetched = self._fetcher.get(f"{origin}/robots.txt", max_bytes=_MAX_BYTES)
        except FetchError:
            return before
        if fetched.status == 200 and fetched.body.lstrip()[:1] != b"<":
            return fetched.body.decode("utf-8", "replace").replace("\x00", "")
        return before if fetched.status >= 500 else ""
