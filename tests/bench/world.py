"""Simulated publishers, all behind one server: what they publish when, and what is the matter with each."""

from __future__ import annotations

import bisect
import dataclasses
import hashlib
import json
import random
import threading
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.servers.site import Reply, Request

START = datetime(2026, 4, 6, tzinfo=UTC)
FEED_LENGTH = 30
# Rhythms of news sites: a few agencies, many papers, a long tail of institutes and ministries. Articles a day.
RHYTHMS = (60, 30, 20, 12, 10, 8, 6, 5, 4, 3, 3, 2, 2, 1, 1, 1, 0.5, 0.5, 0.3, 0.1)


@dataclasses.dataclass
class Publisher:
    """One simulated source: when its articles come out, and what is the matter with it."""

    number: int
    per_day: float
    manner: str
    published: list[datetime]
    dead: tuple[datetime, datetime] | None = None

    @property
    def is_rss(self) -> bool:
        return self.number % 15 == 7

    @property
    def is_teaser(self) -> bool:
        return self.number % 15 in (7, 11)

    @property
    def host(self) -> str:
        return f"site{self.number}.test"

    @property
    def gap(self) -> timedelta:
        return timedelta(days=1 / self.per_day)


@dataclasses.dataclass(frozen=True)
class Requests:
    """How many requests for feeds, for pages and for robots.txt there were."""

    feeds: int
    pages: int
    robots: int


class World:
    """All publishers behind one server, told apart by host; `now` is moved by the simulation."""

    def __init__(self, publishers: list[Publisher]) -> None:
        self.now = START
        self.publishers = {one.host: one for one in publishers}
        self.feed_requests: Counter[str] = Counter()
        self.page_requests: Counter[str] = Counter()
        self.other_requests = 0
        self._lock = threading.Lock()

    def at(self, now: datetime) -> None:
        """Move the clock."""
        self.now = now

    def figures(self) -> Requests:
        return Requests(self.feed_requests.total(), self.page_requests.total(), self.other_requests)

    def answer(self, request: Request) -> Reply:
        publisher = self.publishers[request.host]
        with self._lock:
            if request.path == "/robots.txt":
                self.other_requests += 1
            elif request.path.startswith("/a/"):
                self.page_requests[request.host] += 1
            else:
                self.feed_requests[request.host] += 1
        if request.path == "/robots.txt":
            return Reply(b"User-agent: *\nDisallow: /private\n")
        if publisher.dead and publisher.dead[0] <= self.now < publisher.dead[1]:
            return Reply(b"", 503, {"Retry-After": "3600"} if publisher.number % 2 else {})
        if request.path.startswith("/a/"):
            return self._page(publisher, int(request.path.removeprefix("/a/")))
        if publisher.manner == "redirecting" and request.path == "/feed":
            return Reply(b"", 301, {"Location": "/rss.xml"})
        return self._feed(publisher, request)

    def _feed(self, publisher: Publisher, request: Request) -> Reply:
        body = self._rss(publisher) if publisher.is_rss else self._json(publisher)
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if publisher.manner == "always 304" and "if-none-match" in request.headers:
            return Reply(b"", 304)
        if publisher.manner != "never 304" and request.headers.get("if-none-match") == tag:
            return Reply(b"", 304)
        return Reply(body, headers={"ETag": tag}, delay_s=0.1 if publisher.manner == "slow" else 0.0)

    def _out(self, publisher: Publisher) -> list[tuple[int, datetime]]:
        """What the publisher's feed lists at this moment, newest first."""
        last = bisect.bisect_right(publisher.published, self.now)
        return [(n, publisher.published[n]) for n in range(last - 1, max(-1, last - 1 - FEED_LENGTH), -1)]

    def _json(self, publisher: Publisher) -> bytes:
        items = [
            {
                "id": self._guid(publisher, n),
                "url": f"/a/{n}",
                "title": f"Report {n} of {publisher.host}",
                "content_text": _words(publisher.number, n, 20 if publisher.is_teaser else 280),
                "date_published": self._date(publisher, moment.isoformat()),
            }
            for n, moment in self._out(publisher)
        ]
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": publisher.host, "items": items}
        return json.dumps(feed).encode()

    def _guid(self, publisher: Publisher, n: int) -> str:
        return f"{self.now.timestamp()}-{n}" if publisher.manner == "new guids" else f"g{n}"

    def _date(self, publisher: Publisher, written: str) -> str:
        if publisher.manner == "undated":
            return ""
        return "2999-01-01T00:00:00+00:00" if publisher.manner == "future" else written

    def _rss(self, publisher: Publisher) -> bytes:
        items = "".join(self._item(publisher, n, moment) for n, moment in self._out(publisher))
        return f"<rss version='2.0'><channel><title>{publisher.host}</title>{items}</channel></rss>".encode()

    def _item(self, publisher: Publisher, n: int, moment: datetime) -> str:
        stamp = self._date(publisher, format_datetime(moment))
        guid = self._guid(publisher, n)
        return (
            f"<item><title>Report {n} of {publisher.host}</title><link>/a/{n}</link>"
            f"<guid isPermaLink='false'>{guid}</guid><pubDate>{stamp}</pubDate>"
            f"<description>{_words(publisher.number, n, 60)}</description></item>"
        )

    def _page(self, publisher: Publisher, n: int) -> Reply:
        paragraphs = "".join(f"<p>{_words(publisher.number, n * 10 + k, 45)}.</p>" for k in range(4))
        return Reply(
            f"<html lang='en'><head><title>Report {n} of {publisher.host}</title></head>"
            f"<body><article><h1>Report {n} of {publisher.host}</h1>{paragraphs}</article></body></html>".encode()
        )


def make_world(sources: int, days: int) -> World:
    """The same world for the same arguments."""
    return World(make_publishers(random.Random(6), sources=sources, days=days))


def make_publishers(rng: random.Random, *, sources: int, days: int) -> list[Publisher]:
    """Publishers whose articles come at random moments, more by day than by night."""
    manners = ["plain"] * 60 + ["never 304"] * 10 + ["always 304"] * 4 + ["redirecting"] * 6 + ["slow"] * 4
    manners += ["undated"] * 5 + ["future"] * 3 + ["new guids"] * 4 + ["dying"] * 2 + ["dying for a day"] * 2
    publishers = []
    for number in range(sources):
        per_day = RHYTHMS[number % len(RHYTHMS)]
        manner = manners[rng.randrange(len(manners))]
        published, moment = [], START - timedelta(days=max(2.0, 40 / per_day))
        while moment < START + timedelta(days=days):
            slower = 2.0 if moment.hour < 6 else 0.8
            moment += timedelta(days=rng.expovariate(per_day) * slower)
            published.append(moment)
        one = Publisher(number, per_day, manner, published)
        if manner.startswith("dying"):
            begin = START + timedelta(hours=rng.uniform(24, 72))
            one.dead = (begin, begin + timedelta(days=1 if manner.endswith("day") else 1000))
        publishers.append(one)
    return publishers


_VOCABULARY = (
    *("rockets", "base", "army", "town", "officials", "said", "wounded", "people", "front", "river", "night", "attack"),
    *("drone", "convoy", "border", "ministry", "talks", "ceasefire", "village", "hospital", "strike", "report", "aid"),
    *("killed", "shelling", "spokesman", "region", "forces", "city", "bridge", "road", "station", "rescuers", "fire"),
)
# One long text, of which every article is a stretch: nothing needs remembering, so the harness's memory stays as it is.
_TEXT = " ".join(random.Random(5).choices(_VOCABULARY, k=60_000))


def _words(seed: int, n: int, count: int) -> str:
    """About `count` words, the same for the same arguments."""
    length = count * 7
    begin = (seed * 1_000_003 + n * 7919) % (len(_TEXT) - length)
    return _TEXT[begin : begin + length]
