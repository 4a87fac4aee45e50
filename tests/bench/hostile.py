"""Healthy sources beside hostile ones: `python -m tests.bench.hostile`; exits 1 where a promise breaks.

How long after it was due a healthy source is asked, in real time, without and with hostile sources due at the same
moment: drips, silence, endless bodies, bombs, pages without end. Hostile company may make the p95 of it a tenth longer
at most. In the first pass nobody is known for what it is; later the hostile ones have failed before. The two ways are
measured in turns, so that whatever else the machine does falls on both; the site answers from a process of its own.
"""

from __future__ import annotations

import argparse
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
from tests.servers.apart import SiteApart
from tests.servers.site import Reply, Request

HEALTHY, HOSTILE = 120, 16
START = datetime(2026, 4, 6, tzinfo=UTC)
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
        self._asked: list[float] = []

    def asked(self) -> list[float]:
        """The moments since the last call, by the machine's monotonic clock."""
        asked, self._asked = self._asked, []
        return asked

    def answer(self, request: Request) -> Reply:
        if request.path == "/robots.txt":
            return Reply(b"", 404)
        if request.host.startswith("hostile"):
            return _ATTACKS[int(request.host.removeprefix("hostile").partition(".")[0]) % len(_ATTACKS)]
        self._asked.append(time.monotonic())
        items = [
            {"id": str(n), "url": f"/{n}", "title": f"Report {n}", "content_text": "word " * 400} for n in range(5)
        ]
        return Reply(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": items}).encode())


class Trial:
    """A desk with its sources, hostile ones among them or not, and how long the healthy ones have waited."""

    def __init__(self, folder: Path, site: SiteApart, *, hostile: int) -> None:
        self._site = site
        self._database = Database.open(None, folder)
        migrate(self._database)
        self._desk = IngestDesk(
            self._database,
            ArticleStore(self._database),
            fetch=FetchPolicy(allow_private_networks=("*",)),
            polling=PollingPolicy(),
            resolve=lambda host, port: ["127.0.0.1"],
            rng=random.Random(7),
        )
        self.waits: list[list[float]] = []
        names = [f"hostile{n}.test" for n in range(hostile)] + [f"healthy{n}.test" for n in range(HEALTHY)]
        random.Random(8).shuffle(names)
        for n, name in enumerate(names):
            self._desk.sources.add(f"http://{name}:{site.port}/feed", name=name, now=START + timedelta(microseconds=n))

    def poll(self) -> None:
        """Everything falls due at once."""
        begun = time.monotonic()
        self._desk.poll(now=START + timedelta(days=len(self.waits) + 1))
        self.waits.append(sorted(moment - begun for moment in self._site.call("asked")))

    def close(self) -> None:
        self._desk.close()
        self._database.close()


def main() -> int:
    parser = argparse.ArgumentParser(description="Poll healthy sources without and with hostile ones.")
    parser.add_argument("--passes", type=int, default=6)
    passes = parser.parse_args().passes
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    with (
        tempfile.TemporaryDirectory() as one,
        tempfile.TemporaryDirectory() as other,
        SiteApart(World) as site,
    ):
        trials = {"alone": Trial(Path(one), site, hostile=0), "beside": Trial(Path(other), site, hostile=HOSTILE)}
        for _ in range(passes):
            for trial in trials.values():
                trial.poll()
        for trial in trials.values():
            trial.close()
    return _report({name: trial.waits for name, trial in trials.items()})


def _report(waits: dict[str, list[list[float]]]) -> int:
    passes = len(waits["alone"])
    print(f"hostile sources {HOSTILE} beside {HEALTHY} healthy ones, all due at once, {passes} passes")
    p95 = {}
    for name, of_passes in waits.items():
        every = sorted(wait for one in of_passes for wait in one)
        p95[name] = _p95(every)
        by_pass = " ".join(f"{_p95(one):.2f}" for one in of_passes)
        print(
            f"hostile {name}: asked {len(every)} times, seconds after due: median {statistics.median(every):.2f}, "
            f"p95 {p95[name]:.2f}, by pass {by_pass}"
        )
    ratio = p95["beside"] / p95["alone"]
    print(f"hostile p95 of the delay, beside to alone: {ratio:.2f}")
    if ratio <= 1.1 and all(len(one) == HEALTHY for every in waits.values() for one in every):
        return 0
    print("hostile: broken")
    return 1


def _p95(waits: list[float]) -> float:
    return sorted(waits)[int(len(waits) * 0.95)]


if __name__ == "__main__":
    sys.exit(main())
