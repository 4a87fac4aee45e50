"""What a site's robots.txt lets us read; read once a day, remembered in the database."""

from __future__ import annotations

import math
import threading
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
_UNDERSTOOD = timedelta(minutes=10)
_MOST_HOSTS = 500
# No site that means it has more rules for one robot, nor longer ones; matching takes time with each and each star.
_MOST_RULES, _MOST_CHARACTERS, _MOST_STARS = 1000, 500, 5


def for_us(said: str) -> str:
    """The part of a robots.txt that is for sitrep, or for everybody, as far as a site can mean it."""
    kept: list[str] = []
    agents: list[str] = []
    heading = False
    for line in said.splitlines():
        name, _, value = line.partition("#")[0].partition(":")
        field, value = name.strip().lower(), value.strip()
        if field == "user-agent":
            agents = [*agents, value.lower()] if heading else [value.lower()]
            heading = True
            if any(agent == "*" or (agent and agent in _AGENT) or _AGENT in agent for agent in agents[-1:]):
                kept.append(f"User-agent: {value}")
        elif field in ("allow", "disallow", "crawl-delay"):
            heading = False
            fair = len(value) <= _MOST_CHARACTERS and value.count("*") <= _MOST_STARS
            if fair and any(agent == "*" or (agent and agent in _AGENT) or _AGENT in agent for agent in agents):
                kept.append(f"{field}: {value}")
        if len(kept) >= _MOST_RULES:
            break
    return "\n".join(kept)


class Robots:
    """Whether an address may be read."""

    def __init__(self, fetcher: Fetcher, entries: EntryStore) -> None:
        self._fetcher = fetcher
        self._entries = entries
        self._lock = threading.Lock()
        # As long as a pass goes on: every entry asks, and to understand a long file takes a while.
        self._understood: dict[str, tuple[datetime, protego.Protego | None]] = {}

    def allows(self, url: str, *, now: datetime) -> bool:
        """Whether the site's robots.txt lets sitrep read `url`; true where there is none, or none to be had."""
        rules = self._rules(url, now)
        return rules is None or bool(rules.can_fetch(url[:_MOST_CHARACTERS], _AGENT))

    def delay_s(self, url: str, *, now: datetime) -> float:
        """The seconds that the site wants between two requests."""
        rules = self._rules(url, now)
        wanted = float((rules.crawl_delay(_AGENT) if rules else None) or 0.0)
        return min(max(wanted, 0.0), _MOST_DELAY_S) if math.isfinite(wanted) else 0.0

    def _rules(self, url: str, now: datetime) -> protego.Protego | None:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            understood = self._understood.get(origin)
        if understood is None or now - understood[0] > _UNDERSTOOD:
            said = self._said(origin, now)
            understood = (now, protego.Protego.parse(for_us(said)) if said else None)
            with self._lock:
                if len(self._understood) >= _MOST_HOSTS:
                    self._understood.clear()
                self._understood[origin] = understood
        return understood[1]

    def _said(self, origin: str, now: datetime) -> str:
        known = self._entries.robots(origin)
        if known is None or now - known[1] > _FRESH:
            known = (self._fetch(origin, known[0] if known else ""), now)
            self._entries.keep_robots(origin, known[0], now=now)
        return known[0]

    def _fetch(self, origin: str, before: str) -> str:
        """The file's text; where it can not be read at present, what it said before."""
        try:
            fetched = self._fetcher.get(f"{origin}/robots.txt", max_bytes=_MAX_BYTES, linked=True)
        except FetchError:
            return before
        if fetched.status == 200 and fetched.body.lstrip()[:1] != b"<":
            return fetched.body.decode("utf-8", "replace").replace("\x00", "")
        return before if fetched.status >= 500 else ""
