"""A week of polling 300 sources on a loopback server: `python -m tests.bench.week`; exits 1 where a promise breaks.

The clock is an argument, so the week takes minutes; `--sources N --days N` makes it shorter. The sources have rhythms
from sixty articles a day to one in ten days; some are slow, some die and some of those recover, some redirect, some say
"not modified" to everyone, some never do, some lie about dates or change all their GUIDs. Most give whole articles in
JSON Feed, which is quick to read: what is measured is polling. One in fifteen is RSS, and two in fifteen give teasers,
so that pages are fetched and read, too. Figures are printed; the chances are seeded.
"""

from __future__ import annotations

import argparse
import bisect
import dataclasses
import functools
import gc
import hashlib
import json
import logging
import random
import resource
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import sqlalchemy as sa
import structlog

from index.ingest.desk import IngestDesk
from index.ingest.fetch import FetchPolicy
from index.ingest.rhythm import PollingPolicy
from index.store.articles import ArticleStore
from index.store.database import Database
from index.store.migrate import migrate
from index.store.schema import article, article_source
from tests.servers.site import Reply, Request, Site

START = datetime(2026, 4, 6, tzinfo=UTC)
TICK = timedelta(minutes=10)
FIXED = timedelta(minutes=15)
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


class World:
    """All publishers behind one server, told apart by host; `now` is moved by the simulation."""

    def __init__(self, publishers: list[Publisher]) -> None:
        self.now = START
        self.publishers = {one.host: one for one in publishers}
        self.feed_requests: Counter[str] = Counter()
        self.page_requests: Counter[str] = Counter()
        self.other_requests = 0
        self._lock = threading.Lock()

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


@functools.lru_cache(20_000)
def _words(seed: int, n: int, count: int) -> str:
    rng = random.Random(seed * 1_000_003 + n)
    return " ".join(rng.choice(_VOCABULARY) for _ in range(count))


_VOCABULARY = (
    *("rockets", "base", "army", "town", "officials", "said", "wounded", "people", "front", "river", "night", "attack"),
    *("drone", "convoy", "border", "ministry", "talks", "ceasefire", "village", "hospital", "strike", "report", "aid"),
    *("killed", "shelling", "spokesman", "region", "forces", "city", "bridge", "road", "station", "rescuers", "fire"),
)


class Here:
    """Reads documents in this process: the simulated ones are harmless, and there are tens of thousands."""

    def run(self, function, *args, **kwargs):  # type: ignore[no-untyped-def]
        return function(*args, **kwargs)


def main() -> int:
    parser = argparse.ArgumentParser(description="Simulate polling.")
    parser.add_argument("--sources", type=int, default=300)
    parser.add_argument("--days", type=int, default=7)
    asked = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    publishers = make_publishers(random.Random(6), sources=asked.sources, days=asked.days)
    world = World(publishers)
    started, cpu = time.monotonic(), time.process_time()
    with tempfile.TemporaryDirectory() as folder, Site(world.answer, remember=False) as site:
        database = Database.open(None, Path(folder))
        # Durability is not what is measured here; the disk would be.
        sa.event.listen(database.engine, "connect", lambda dbapi, _record: dbapi.execute("PRAGMA synchronous=OFF"))
        migrate(database)
        desk = _desk(database)
        ids = {}
        for one in publishers:
            added = desk.sources.add(f"http://{one.host}:{site.port}/feed", name=one.host, now=START)
            ids[added.id] = one
        memory = _run_week(desk, world, asked.days)
        events = Counter(event.kind for event in desk.sources.untold())
        delays = _delays(database, ids, asked.days)
        desk.close()
        fixed = asked.sources * asked.days * int(timedelta(days=1) / FIXED)
        failed = _report(world, site, delays, memory, events, fixed)
        database.close()
    print(f"week seconds {time.monotonic() - started:.0f}, of processor {time.process_time() - cpu:.0f}")
    return 1 if failed else 0


def _desk(database: Database) -> IngestDesk:
    return IngestDesk(
        database,
        ArticleStore(database),
        fetch=FetchPolicy(allow_private_networks=True, timeout_s=10.0),
        polling=PollingPolicy(),
        runner=Here(),
        resolve=lambda host, port: ["127.0.0.1"],
        rng=random.Random(7),
    )


def _run_week(desk: IngestDesk, world: World, days: int) -> list[int]:
    """Tick through the week; the memory of this process at the end of each day, in kilobytes."""
    memory = []
    a_day = int(timedelta(days=1) / TICK)
    for tick in range(days * a_day):
        world.now = START + tick * TICK
        desk.poll(now=world.now, only_due=True)
        if (tick + 1) % a_day == 0:
            gc.collect()
            memory.append(_resident_kb())
            print(
                f"week day {len(memory)}: {world.feed_requests.total()} polls, {memory[-1] // 1024} MB", file=sys.stderr
            )
    return memory


def _resident_kb() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() // 1024


@dataclasses.dataclass(frozen=True)
class Delay:
    """How long an article waited to be found, in parts of its source's usual gap (but not less than two hours)."""

    publisher: Publisher
    published: datetime
    found: datetime | None

    @property
    def gaps(self) -> float:
        if self.found is None:
            return float("inf")
        usual = max(self.publisher.gap, timedelta(hours=2))
        return (self.found - self.published) / usual


def _delays(database: Database, ids: dict[int, Publisher], days: int) -> list[Delay]:
    """Of each article published in the week (but its last half day) by a source that was there to be asked."""
    with database.read() as connection:
        rows = connection.execute(
            sa.select(article.c.url, article.c.first_seen_at, article_source.c.source_id).join(
                article_source, article_source.c.article_id == article.c.id
            )
        )
        found = {(row.source_id, int(row.url.rpartition("/")[2])): row.first_seen_at for row in rows}
    delays = []
    for source_id, one in ids.items():
        for n, moment in enumerate(one.published):
            within = START + timedelta(hours=1) < moment < START + timedelta(days=days - 0.5)
            if within and one.dead is None and one.manner != "always 304":
                delays.append(Delay(one, moment, found.get((source_id, n))))
    return delays


def _report(
    world: World, site: Site, delays: list[Delay], memory: list[int], events: Counter[str], fixed: int
) -> list[str]:
    """Print the figures; the promises that do not hold."""
    polls = world.feed_requests.total()
    everything = polls + world.page_requests.total() + world.other_requests
    found = [one for one in delays if one.found is not None]
    late = sum(one.gaps > 1 for one in delays) / len(delays)
    growth = memory[-1] / memory[min(1, len(memory) - 1)] - 1
    hours = sorted((one.found - one.published).total_seconds() / 3600 for one in found if one.found)
    print(f"week polls {polls}, fixed every 15 minutes {fixed}, fewer by {1 - polls / fixed:.1%}")
    print(
        f"week requests of every kind {everything} (pages {world.page_requests.total()}, robots {world.other_requests})"
    )
    print(
        f"week articles {len(delays)}, missed {len(delays) - len(found)}, later than their source's rhythm {late:.2%}"
    )
    print(f"week late ones by manner: {dict(Counter(one.publisher.manner for one in delays if one.gaps > 1))}")
    print(f"week hours to find: median {statistics.median(hours):.2f}, p95 {hours[int(len(hours) * 0.95)]:.2f}")
    print(f"week most requests that one host had at once: {site.busiest}")
    print(f"week memory by day in MB: {' '.join(str(kb // 1024) for kb in memory)}; from the second day {growth:+.1%}")
    print(f"week events told: {dict(sorted(events.items()))}")
    held = {
        "60 % fewer requests": everything <= 0.4 * fixed,
        "no host hit twice at once": site.busiest == 1,
        "nothing missed": len(found) == len(delays),
        "found within the rhythm": late <= 0.02,
        "memory flat": growth < 0.10,
    }
    failed = [name for name, holds in held.items() if not holds]
    for name in failed:
        print(f"week: broken: {name}")
    return failed


if __name__ == "__main__":
    sys.exit(main())
