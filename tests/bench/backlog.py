"""A backlog of articles that wait to be indexed: `python -m tests.bench.backlog`; exits 1 where a promise breaks.

So many are waiting at once; the newest of them are indexed as the bot does it, a few hundred at a time, while questions
are asked and a late article comes in. The embedder is a quick fake one: what is measured is the queue, not the model.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import sqlalchemy as sa

from index import Index, Settings
from index.embedding.embedder import Vectors
from index.memory import keep_in_one_arena
from index.store import schema
from index.store.database import Database
from tests.crash.servers import article_text
from tests.fakes import FakeEmbedder

_NOW = datetime(2024, 4, 15, tzinfo=UTC)
_AT_ONCE = 200
_FILLED_AT_ONCE = 2000
_QUESTIONS_P95_S = 1.0
_GROWTH_MB = 150


class QuickEmbedder(FakeEmbedder):
    """Vectors as long as the real model's, at random."""

    dimension = 384

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        count = len(texts)
        vectors = np.random.default_rng(count).standard_normal((count, self.dimension)).astype(np.float32)
        unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit


def fill(database: Database, articles: int, *, first: int = 0) -> None:
    """Articles that came a minute after each other; all wait."""
    for begin in range(first, articles, _FILLED_AT_ONCE):
        numbers = range(begin, min(begin + _FILLED_AT_ONCE, articles))

        def work(connection: sa.Connection, numbers: range = numbers) -> None:
            connection.execute(sa.insert(schema.article), [_article(number) for number in numbers])
            connection.execute(sa.insert(schema.revision), [_revision(number) for number in numbers])

        database.transact(work)


def _came_at(number: int) -> datetime:
    return _NOW + timedelta(minutes=number)


def _article(number: int) -> dict[str, object]:
    url, at = f"https://backlog.example/{number}", _came_at(number)
    dates = {"first_seen_at": at, "dated_at": at, "published_at": at}
    return {"id": f"a{number}", "url_key": url, "url": url, "publisher": f"Outlet {number % 20}", **dates}


def _revision(number: int) -> dict[str, object]:
    own = {
        "title": f"Report {number}",
        "text": article_text(number, 1),
        "text_hash": str(number),
        "created_at": _came_at(number),
    }
    return {"id": number + 1, "article_id": f"a{number}", "number": 1, **own}


def _megabytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20


def index_newest(index: Index, limit: int, before: datetime, *, at_once: int = _AT_ONCE) -> Iterator[int]:
    """Index as the bot does, until `limit` are done; after each step how many there are."""
    done = 0
    while done < limit:
        done += index.index_pending(now=before, limit=min(at_once, limit - done))
        yield done


def newest_are_indexed(database: Database, articles: int, done: int) -> bool:
    """Whether those that are indexed are the `done` newest, but for batches under way."""
    chosen = sa.select(sa.func.min(schema.revision.c.id)).where(schema.revision.c.state == "indexed")
    with database.read() as connection:
        oldest: int = connection.execute(chosen).scalar_one()
    return oldest == articles - done + 1


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--index", type=int, default=3000, help="how many of them are indexed")
    asked = options.parse_args()
    keep_in_one_arena()
    with (
        tempfile.TemporaryDirectory(prefix="sitrep-backlog-") as folder,
        Index.open(Settings(Path(folder)), embedder=QuickEmbedder()) as index,
    ):
        fill(index.database, asked.articles)
        print(f"{asked.articles} articles wait", flush=True)
        return _measure(index, asked.articles, asked.index)


def _measure(index: Index, articles: int, limit: int) -> int:
    over, waits = threading.Event(), list[float]()
    asking = threading.Thread(target=_ask, args=(index, over, waits))
    began, steps, first = time.monotonic(), list[float](), 0
    for done in index_newest(index, limit, _came_at(articles)):
        steps.append(time.monotonic() - began - sum(steps))
        if done == _AT_ONCE:
            first = _megabytes()
            asking.start()
    took_s, grown = time.monotonic() - began, _megabytes() - first
    over.set()
    asking.join()
    in_order = newest_are_indexed(index.database, articles, limit)
    p95 = statistics.quantiles(waits, n=20)[-1]
    print(f"the newest {limit} indexed in {took_s:.0f} s; {_AT_ONCE} took {steps[1]:.1f} s, at last {steps[-1]:.1f} s")
    print(f"{len(waits)} questions meanwhile: median {statistics.median(waits):.2f} s, p95 {p95:.2f} s")
    print(f"memory: {first} MB after the first {_AT_ONCE}, {grown:+} MB at the end")
    print("newest first" if in_order else "FAILED: not the newest first")
    return 0 if in_order and p95 <= _QUESTIONS_P95_S and grown <= _GROWTH_MB else 1


def _ask(index: Index, over: threading.Event, waits: list[float]) -> None:
    while not over.wait(0.5):
        began = time.monotonic()
        index.search(f"report mark {17 * len(waits)}", k=10)
        waits.append(time.monotonic() - began)


if __name__ == "__main__":
    sys.exit(main())
