"""What is left open after many polls: `python -m tests.bench.leaks --polls 10000`; exits 1 where it grows.

Twenty sources, of which six are well. The others refuse, hang up, are cut short, drip, never end, redirect in a circle,
have no address, send what is no feed, or what costs a worker its life. After each round of polls the open files, the
sockets among them, the threads and the processes are counted: in the end hardly more than after the first tenth.
"""

from __future__ import annotations

import argparse
import dataclasses
import gc
import json
import logging
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
import structlog

from index.ingest.desk import IngestDesk
from index.ingest.fetch import FetchPolicy
from index.ingest.network import Resolve
from index.ingest.rhythm import PollingPolicy
from index.ingest.workers import Workers
from index.memory import keep_in_one_arena
from index.store.articles import ArticleStore
from index.store.database import Database
from index.store.migrate import migrate
from index.store.schema import source
from tests.servers.apart import SiteApart
from tests.servers.site import Reply, Request

SOURCES = 20
# Connections of the database, and workers, are opened when they are first needed: some polls at once, late in a run.
SLACK = 4
START = datetime(2026, 4, 6, tzinfo=UTC)
_FEED = b"<rss version='2.0'><channel><title>x</title>"
_WRONGS: tuple[Reply, ...] = (
    Reply(b"", 503, {"Retry-After": "60"}),
    Reply(b"", 404),
    Reply(raw=b""),
    Reply(raw=b"HTTP/1.1 200 x\r\ncontent-le"),
    Reply(_FEED * 100, cut=500),
    Reply(_FEED, drip_s=0.05),
    Reply(b"", delay_s=1.0),
    Reply(b"x" * 50_000, endless=True),
    Reply(b"", 302, {"Location": "/feed"}),
    Reply(b"<!doctype html><title>no feed</title><p>words"),
    Reply(b"{not json"),
    Reply(_FEED + b"<item>" * 20),
)
_NO_ADDRESS = "nowhere.test"
# One poll in so many of one source costs a worker its life: that takes its whole second of CPU time.
_DEADLY_ONE_IN = 25


class Publishers:
    """Answers for every host; the healthy ones have something new each time."""

    def __init__(self) -> None:
        self._asked = 0

    def answer(self, request: Request) -> Reply:
        self._asked += 1
        if request.path == "/robots.txt":
            return Reply(b"", 404)
        name = request.host.partition(".")[0]
        if name.startswith("wrong"):
            return _WRONGS[int(name.removeprefix("wrong")) % len(_WRONGS)]
        if name == "deadly" and self._asked % _DEADLY_ONE_IN == 0:
            return Reply(_FEED + b"<item><title>" + b"&" * 1_000_000)
        items = [{"id": str(self._asked), "url": f"/{self._asked}", "title": "Report", "content_text": "word " * 100}]
        return Reply(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": items}).encode())


@dataclasses.dataclass(frozen=True)
class Open:
    """What this process holds: files, sockets among them, threads, and processes that it started."""

    files: int
    sockets: int
    threads: int
    processes: int
    megabytes: int

    @classmethod
    def now(cls) -> Open:
        gc.collect()
        held = []
        for name in os.listdir("/proc/self/fd"):
            try:
                held.append(os.readlink(f"/proc/self/fd/{name}"))
            except FileNotFoundError:
                continue  # the listing's own
        sockets = sum(one.startswith("socket:") for one in held)
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return cls(
            len(held), sockets, threading.active_count(), len(children), pages * os.sysconf("SC_PAGE_SIZE") >> 20
        )

    def exceeds(self, before: Open) -> bool:
        """Whether something has grown."""
        mine, theirs = dataclasses.astuple(self)[:4], dataclasses.astuple(before)[:4]
        return any(one > other + SLACK for one, other in zip(mine, theirs, strict=True))


def resolve(host: str, port: int) -> list[str]:
    if host == _NO_ADDRESS:
        raise OSError("no such host")
    return ["127.0.0.1"]


def poll(folder: Path, polls: int, *, rounds: int, resolve: Resolve = resolve) -> Iterator[tuple[int, Open]]:
    """So many polls in `rounds`; after each how many there were in all, and what is open."""
    database = Database.open(None, folder)
    # Durability is not what is measured here; the disk would be.
    sa.event.listen(database.engine, "connect", lambda dbapi, _record: dbapi.execute("PRAGMA synchronous=OFF"))
    migrate(database)
    with SiteApart(Publishers) as site, Workers(cpu_s=1.0) as workers:
        desk = IngestDesk(
            database,
            ArticleStore(database),
            fetch=FetchPolicy(allow_private_networks=("*",), timeout_s=0.3),
            polling=PollingPolicy(),
            runner=workers,
            resolve=resolve,
            rng=random.Random(7),
        )
        names = ["deadly.test", _NO_ADDRESS, *(f"wrong{n}.test" for n in range(len(_WRONGS)))]
        names += [f"well{n}.test" for n in range(SOURCES - len(names))]
        for name in names:
            desk.sources.add(f"http://{name}:{site.port}/feed", name=name, now=START)
        done, passes = 0, 0
        for number in range(rounds):
            while done < polls * (number + 1) // rounds:
                passes += 1
                # None is given up, and none is told to stay away.
                database.transact(lambda connection: connection.execute(sa.update(source).values(state="active")))
                done += desk.poll(now=START + timedelta(days=passes)).polled
            yield done, Open.now()
        desk.close()
    database.close()


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--polls", type=int, default=10_000)
    polls = options.parse_args().polls
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    # As the bot does.
    keep_in_one_arena()
    began, seen = time.monotonic(), list[Open]()
    print(f"{'polls':>7} {'files':>6} {'sockets':>8} {'threads':>8} {'processes':>10} {'MB':>5}")
    with tempfile.TemporaryDirectory(prefix="sitrep-leaks-") as folder:
        for done, held in poll(Path(folder), polls, rounds=10):
            seen.append(held)
            print("{:>7} {:>6} {:>8} {:>8} {:>10} {:>5}".format(done, *dataclasses.astuple(held)), flush=True)
    grown = seen[-1].exceeds(seen[0])
    verdict = "FAILED: grown" if grown else "flat"
    print(f"{polls} polls of {SOURCES} sources in {time.monotonic() - began:.0f} s: {verdict}")
    return 1 if grown else 0


if __name__ == "__main__":
    sys.exit(main())
