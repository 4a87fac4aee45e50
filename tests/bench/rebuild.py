"""`python -m tests.bench.rebuild`: the vector index made anew from SQL, and searched all the while.

Embeddings of 384 dimensions, at random; nothing is embedded again. Fails above five minutes for 100,000 passages.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import sqlalchemy as sa

from index import Index, Settings
from index.store import schema
from index.store.database import Database
from tests.crash.servers import article_text
from tests.fakes import FakeEmbedder

_IN_AN_ARTICLE = 10
_AT_ONCE = 500
_NOW = datetime(2024, 4, 15, tzinfo=UTC)
_LIMIT_S = 300.0


class WideEmbedder(FakeEmbedder):
    dimension = 384


def fill(database: Database, passages: int, fingerprint: str) -> None:
    """Indexed articles whose passages Chroma does not hold."""
    rng = np.random.default_rng(1)
    for begin in range(0, passages // _IN_AN_ARTICLE, _AT_ONCE):
        numbers = range(begin, min(begin + _AT_ONCE, passages // _IN_AN_ARTICLE))

        def work(connection: sa.Connection, numbers: range = numbers) -> None:
            connection.execute(sa.insert(schema.article), [_article(number) for number in numbers])
            connection.execute(sa.insert(schema.revision), [_revision(number) for number in numbers])
            vectors = rng.standard_normal((len(numbers) * _IN_AN_ARTICLE, WideEmbedder.dimension)).astype(np.float32)
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
            places = [(number, ordinal) for number in numbers for ordinal in range(_IN_AN_ARTICLE)]
            rows = [
                _passage(number, ordinal) | {"fingerprint": fingerprint, "embedding": vector.tobytes()}
                for (number, ordinal), vector in zip(places, vectors, strict=True)
            ]
            connection.execute(sa.insert(schema.passage), rows)

        database.transact(work)


def _article(number: int) -> dict[str, object]:
    url = f"https://rebuild.example/{number}"
    dates = {"first_seen_at": _NOW, "dated_at": _NOW, "published_at": _NOW}
    return {"id": f"a{number}", "url_key": url, "url": url, "publisher": "Rebuild", **dates}


def _revision(number: int) -> dict[str, object]:
    text = article_text(number, 1)
    states = {"state": "indexed", "created_at": _NOW, "indexed_at": _NOW}
    return {"id": number + 1, "article_id": f"a{number}", "number": 1, "title": "Report", "text": text} | (
        states | {"text_hash": str(number)}
    )


def _passage(number: int, ordinal: int) -> dict[str, object]:
    place = {"ordinal": ordinal, "start": ordinal * 100, "end_": ordinal * 100 + 100}
    words = {"terms": f"report | mark{number}x{ordinal}", "term_count": 3}
    return {"id": f"a{number}-1-{ordinal}", "revision_id": number + 1, "article_id": f"a{number}", "live": True} | (
        place | words
    )


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--passages", type=int, default=100_000)
    passages = options.parse_args().passages
    embedder, searched = WideEmbedder(), list[float]()
    with (
        tempfile.TemporaryDirectory(prefix="sitrep-rebuild-") as folder,
        Index.open(Settings(Path(folder)), embedder=embedder) as index,
    ):
        fill(index.database, passages, embedder.fingerprint)
        print(f"{passages} passages stored", flush=True)
        over = threading.Event()
        searching = threading.Thread(target=_search, args=(index, over, searched))
        searching.start()
        began = time.monotonic()
        made = index.rebuild()
        took_s = time.monotonic() - began
        over.set()
        searching.join()
        sound = index.check().is_sound
    print(f"{made} passages in {took_s:.0f} s, {took_s * 100_000 / made:.0f} s for 100,000; embedded again: 0")
    print(
        f"{len(searched)} searches meanwhile: median {statistics.median(searched):.2f} s, slowest {max(searched):.2f} s"
    )
    print("sound" if sound else "FAILED: not sound")
    return 0 if sound and made == passages and took_s <= _LIMIT_S * passages / 100_000 and not embedder.embedded else 1


def _search(index: Index, over: threading.Event, searched: list[float]) -> None:
    while not over.wait(1.0):
        began = time.monotonic()
        assert index.search(f"mark{17 * len(searched)}x3", k=5)
        searched.append(time.monotonic() - began)


if __name__ == "__main__":
    sys.exit(main())
