"""Healthy sources beside hostile ones: `python -m tests.bench.hostile`; exits 1 where a promise breaks.

How long after it was due a healthy source is asked, in real time, first alone and then with hostile sources due at the
same moment: drips, silence, endless bodies, bombs, pages without end. What an article waits for is the sum of that and
of its source's interval, half an hour here; hostile company may make the p95 of it a tenth longer at most.
"""

from __future__ import annotations

import gzip
import json
import logging
import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog

from index.ingest.desk import IngestDesk
from index.ingest.fetch import FetchPolicy
from index.ingest.rhythm import PollingPolicy
from index.store.articles import ArticleStore
from index.store.database import Database
from index.store.migrate import migrate
from tests.servers.site import Reply, Request, Site

HEALTHY, HOSTILE, PASSES = 120, 16, 3
START = datetime(2026, 4, 6, tzinfo=UTC)
INTERVAL_S = 1800.0
_FEED = b"<rss version='2.0'><channel><title>x</title>"
_ATTACKS = (
    Reply(_FEED * 1000, drip_s=1.0),
    Reply(b"", delay_s=30.0),
    Reply(b"x" * 100_000, endless=True),
    Reply(gzip.compress(b"\0" * 200_000_000), headers={"Content-Encoding": "gzip"}),
    Reply(_FEED + b"<a>" * 200_000),
    Reply(_FEED + b"<item><title>" + b"&" * 1_000_000),
    Reply(_FEED + b"".join(b"<item><link>/%d</link></item>" % n for n in range(50_000)) + b"</channel></rss>"),
    Reply(b"", 302, {"Location": "/feed"}),
)


class World:
    """Answers for every host, and notes when each healthy one is asked for its feed."""

    def __init__(self) -> None:
        self.begun = 0.0
        self.waited: list[float] = []

    def answer(self, request: Request) -> Reply:
        if request.path == "/robots.txt":
            return Reply(b"", 404)
        if request.host.startswith("hostile"):
            return _ATTACKS[int(request.host.removeprefix("hostile").partition(".")[0]) % len(_ATTACKS)]
        self.waited.append(time.monotonic() - self.begun)
        items = [
            {"id": str(n), "url": f"/{n}", "title": f"Report {n}", "content_text": "word " * 400} for n in range(5)
        ]
        return Reply(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": items}).encode())


def main() -> int:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    alone, beside = _waits(hostile=0), _waits(hostile=HOSTILE)
    before, after = (INTERVAL_S + _p95(waits) for waits in (alone, beside))
    print(f"hostile sources {HOSTILE} beside {HEALTHY} healthy ones, {PASSES} passes")
    for name, waits in (("alone", alone), ("beside", beside)):
        middle = statistics.median(waits)
        print(f"hostile {name}: asked {len(waits)} times, median {middle:.2f} s, p95 {_p95(waits):.2f} s")
    print(f"hostile delay p95 with the interval: {before:.0f} s and {after:.0f} s, {after / before - 1:+.1%}")
    if len(alone) == len(beside) == HEALTHY * PASSES and after <= 1.1 * before:
        return 0
    print("hostile: broken")
    return 1


def _waits(*, hostile: int) -> list[float]:
    """Seconds after the beginning of its pass at which each healthy source was asked."""
    world = World()
    with tempfile.TemporaryDirectory() as folder, Site(world.answer, remember=False) as site:
        database = Database.open(None, Path(folder))
        migrate(database)
        desk = IngestDesk(
            database,
            ArticleStore(database),
            fetch=FetchPolicy(allow_private_networks=True),
            polling=PollingPolicy(),
            resolve=lambda host, port: ["127.0.0.1"],
            rng=random.Random(7),
        )
        names = [f"hostile{n}.test" for n in range(hostile)] + [f"healthy{n}.test" for n in range(HEALTHY)]
        random.Random(8).shuffle(names)
        for n, name in enumerate(names):
            desk.sources.add(f"http://{name}:{site.port}/feed", name=name, now=START + timedelta(microseconds=n))
        for number in range(PASSES):
            world.begun = time.monotonic()
            desk.poll(now=START + timedelta(days=number + 1))
        desk.close()
        database.close()
    return world.waited


def _p95(waits: list[float]) -> float:
    return sorted(waits)[int(len(waits) * 0.95)]


if __name__ == "__main__":
    sys.exit(main())
