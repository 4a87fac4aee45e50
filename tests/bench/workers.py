"""`python -m tests.bench.workers [--articles N] [--workers N,N]`: so many processes index one backlog on PostgreSQL and
a Chroma server; exits 1 where anything was done twice or not at all.

The embedder is a quick fake one: what is measured is who takes what, not the model.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from multiprocessing.synchronize import Barrier
from pathlib import Path

from index import Index, Settings
from index.embedding.embedder import Vectors
from tests.bench.__main__ import NOW, articles
from tests.bench.backlog import QuickEmbedder
from tests.servers.chroma import chroma
from tests.servers.postgresql import fresh_database, postgresql

_AT_ONCE = 50
# Passages are longer than single statements, which may well be the same in two reports.
_PASSAGE = 400
# With each comes a process that reads: two cores start eight of both in a minute.
_STARTED_WITHIN_S = 300


class NotedEmbedder(QuickEmbedder):
    """Remembers what it was asked to embed."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.texts += [text for text in texts if len(text) >= _PASSAGE]
        return super().passages(texts)


def work(settings: Settings, file: Path, ready: Barrier) -> None:
    """Index what waits until nothing does, and write down what was embedded, a line each. It begins with one article,
    and goes on when all the others have got as far."""
    embedder = NotedEmbedder()
    with Index.open(settings, embedder=embedder) as corpus:
        corpus.index_pending(now=NOW, limit=1)
        ready.wait(_STARTED_WITHIN_S)
        while corpus.pending():
            if not corpus.index_pending(now=NOW, limit=_AT_ONCE):
                # Others have the rest in hand.
                break
    file.write_text("".join(f"{text!r}\n" for text in embedder.texts), encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--workers", default="2,4,8", help="how many processes, separated by commas")
    options = parser.parse_args()
    broken = 0
    with tempfile.TemporaryDirectory(prefix="sitrep-workers-") as name, postgresql() as server:
        for count in map(int, options.workers.split(",")):
            folder = Path(name) / str(count)
            folder.mkdir()
            with fresh_database(server) as url, chroma(folder) as (chroma_url, _):
                broken += _measure(Settings(folder, database_url=url, chroma_url=chroma_url), options.articles, count)
    return 1 if broken else 0


def _measure(settings: Settings, waiting: int, count: int) -> int:
    with Index.open(settings, embedder=QuickEmbedder()) as corpus:
        corpus.save(articles(4 * waiting, random.Random(count)), now=NOW)
    files = [settings.data_dir / f"embedded-{number}" for number in range(count)]
    spawning = multiprocessing.get_context("spawn")
    ready = spawning.Barrier(count + 1)
    processes = [spawning.Process(target=work, args=(settings, file, ready)) for file in files]
    starting = time.perf_counter()
    for process in processes:
        process.start()
    ready.wait(_STARTED_WITHIN_S)
    began = time.perf_counter()
    with Index.open(settings, embedder=QuickEmbedder()) as corpus:
        before = corpus.stats().passages
    for process in processes:
        process.join()
    took = time.perf_counter() - began
    embedded = Counter(line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    shares = [sum(1 for _ in file.open(encoding="utf-8")) for file in files]
    with Index.open(settings, embedder=QuickEmbedder()) as corpus:
        stats, health = corpus.stats(), corpus.check(deep=True)
        left = corpus.pending()
    twice = sum(embedded.values()) - len(embedded)
    print(
        f"{count} processes, started in {began - starting:.0f} s: {stats.articles} articles, then"
        f" {stats.passages - before} passages in {took:.0f} s, {(stats.passages - before) / took:.0f} a second;"
        f" least and most by one {min(shares)}, {max(shares)};"
        f" embedded twice {twice}, left {left}, Chroma as SQL {health.is_sound}",
        flush=True,
    )
    return int(bool(twice or left) or not health.is_sound)


if __name__ == "__main__":
    sys.exit(main())
