"""A week of polling 300 sources on a loopback server: `python -m tests.bench.week`; exits 1 where a promise breaks.

The clock is an argument, so the week takes minutes; `--sources N --days N` makes it shorter. The sources have rhythms
from sixty articles a day to one in ten days; some are slow, some die and some of those recover, some redirect, some say
"not modified" to everyone, some never do, some lie about dates or change all their GUIDs. Most give whole articles in
JSON Feed, which is quick to read: what is measured is polling. One in fifteen is RSS, and two in fifteen give teasers,
so that pages are fetched and read, too. The site is in a process of its own: memory is that of the poller, and apart
from it that of the workers that read documents. Figures are printed; the chances are seeded.
"""

from __future__ import annotations

import argparse
import dataclasses
import functools
import gc
import logging
import random
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
import structlog

from index.ingest.desk import IngestDesk
from index.ingest.fetch import FetchPolicy
from index.ingest.rhythm import PollingPolicy
from index.memory import keep_in_one_arena
from index.store.articles import ArticleStore
from index.store.database import Database
from index.store.migrate import migrate
from index.store.schema import article, article_source
from tests.bench.world import START, Publisher, Requests, make_world
from tests.servers.apart import SiteApart

TICK = timedelta(minutes=10)
FIXED = timedelta(minutes=15)


@dataclasses.dataclass(frozen=True)
class Memory:
    """Megabytes at the end of a day: of this process, and of its workers together."""

    poller: float
    workers: float


def main() -> int:
    parser = argparse.ArgumentParser(description="Simulate polling.")
    parser.add_argument("--sources", type=int, default=300)
    parser.add_argument("--days", type=int, default=7)
    asked = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    # As the bot does.
    keep_in_one_arena()
    make = functools.partial(make_world, asked.sources, asked.days)
    started, cpu = time.monotonic(), time.process_time()
    with tempfile.TemporaryDirectory() as folder, SiteApart(make) as site:
        database = Database.open(None, Path(folder))
        # Durability is not what is measured here; the disk would be.
        sa.event.listen(database.engine, "connect", lambda dbapi, _record: dbapi.execute("PRAGMA synchronous=OFF"))
        migrate(database)
        desk = _desk(database)
        ids = {}
        for one in make().publishers.values():
            added = desk.sources.add(f"http://{one.host}:{site.port}/feed", name=one.host, now=START)
            ids[added.id] = one
        memory = _run_week(desk, site, asked.days)
        events = Counter(event.kind for event in desk.events.untold())
        delays = _delays(database, ids, asked.days)
        desk.close()
        fixed = asked.sources * asked.days * int(timedelta(days=1) / FIXED)
        failed = _report(site.call("figures"), site.call("busiest"), delays, memory, events, fixed)
        database.close()
    print(f"week seconds {time.monotonic() - started:.0f}, of processor {time.process_time() - cpu:.0f}")
    return 1 if failed else 0


def _desk(database: Database) -> IngestDesk:
    return IngestDesk(
        database,
        ArticleStore(database),
        fetch=FetchPolicy(allow_private_networks=("*",), timeout_s=10.0),
        polling=PollingPolicy(),
        resolve=lambda host, port: ["127.0.0.1"],
        rng=random.Random(7),
    )


def _run_week(desk: IngestDesk, site: SiteApart, days: int) -> list[Memory]:
    """Tick through the week; the memory at the end of each day."""
    memory = []
    a_day = int(timedelta(days=1) / TICK)
    for tick in range(days * a_day):
        now = START + tick * TICK
        site.call("at", now)
        desk.poll(now=now, only_due=True)
        if (tick + 1) % a_day == 0:
            gc.collect()
            memory.append(_memory())
            print(f"week day {len(memory)}: {site.call('figures').feeds} polls, {memory[-1]}", file=sys.stderr)
    return memory


def _memory() -> Memory:
    """The fork server's children are workers; the site's process is none of them."""
    own = Path("/proc/self")
    servers = [pid for pid in _children(own) if "forkserver" in _command(pid)]
    workers = [worker for server in servers for worker in _children(server)]
    return Memory(_resident_mb(own), sum(_resident_mb(one) for one in workers))


def _children(process: Path) -> list[Path]:
    tasks = process.glob("task/*/children")
    return [Path("/proc") / pid for task in tasks for pid in task.read_text(encoding="ascii").split()]


def _command(process: Path) -> str:
    return (process / "cmdline").read_text(encoding="utf-8").replace("\0", " ")


def _resident_mb(process: Path) -> float:
    pages = int((process / "statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


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
    requests: Requests, busiest: int, delays: list[Delay], memory: list[Memory], events: Counter[str], fixed: int
) -> list[str]:
    """Print the figures; the promises that do not hold."""
    everything = requests.feeds + requests.pages + requests.robots
    found = [one for one in delays if one.found is not None]
    late = sum(one.gaps > 1 for one in delays) / len(delays)
    growth = memory[-1].poller / memory[min(1, len(memory) - 1)].poller - 1
    hours = sorted((one.found - one.published).total_seconds() / 3600 for one in found if one.found)
    print(f"week polls {requests.feeds}, fixed every 15 minutes {fixed}, fewer by {1 - requests.feeds / fixed:.1%}")
    print(f"week requests of every kind {everything} (pages {requests.pages}, robots {requests.robots})")
    print(
        f"week articles {len(delays)}, missed {len(delays) - len(found)}, later than their source's rhythm {late:.2%}"
    )
    print(f"week late ones by manner: {dict(Counter(one.publisher.manner for one in delays if one.gaps > 1))}")
    print(f"week hours to find: median {statistics.median(hours):.2f}, p95 {hours[int(len(hours) * 0.95)]:.2f}")
    print(f"week most requests that one host had at once: {busiest}")
    by_day = [" ".join(f"{one:.0f}" for one in kind) for kind in zip(*map(dataclasses.astuple, memory), strict=True)]
    print(f"week memory by day in MB: {by_day[0]}; from the second day {growth:+.1%}; workers {by_day[1]}")
    print(f"week events told: {dict(sorted(events.items()))}")
    held = {
        "60 % fewer requests": everything <= 0.4 * fixed,
        "no host hit twice at once": busiest == 1,
        "nothing missed": len(found) == len(delays),
        "found within the rhythm": late <= 0.02,
        "memory flat": growth < 0.03,
    }
    failed = [name for name, holds in held.items() if not holds]
    for name in failed:
        print(f"week: broken: {name}")
    return failed


if __name__ == "__main__":
    sys.exit(main())
