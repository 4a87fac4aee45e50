"""`python -m tests.crash.vectors`: kill -9 while Chroma is written to, embedded, again and again on one folder.

After each kill a new process opens the corpus. Before anything is mended, a question about an article that had been
indexed must be answered; then indexing goes on, which must notice a damaged Chroma and make it anew from SQL without
embedding a passage again; then every live passage must be in Chroma, and nothing else.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import multiprocessing.connection
import os
import random
import signal
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import structlog

from index import Index, Settings
from index.indexing import IndexingPolicy
from index.store import schema
from tests.crash.harness import fork, kill, one_thread
from tests.crash.servers import article_text, mark
from tests.fakes import FakeEmbedder

# Long ones: what grows is Chroma, not the stories.
_ARTICLES_AT_ONCE, _LENGTH = 6, 10


@dataclasses.dataclass(frozen=True)
class Opening:
    """What a process found after the kill of the one before it."""

    answered: bool
    answered_s: float
    damaged: tuple[str, ...]
    mended_s: float
    embedded_again: int
    passages: int
    left: tuple[str, ...]

    def violations(self) -> list[str]:
        found = [f"after mending: {sentence}" for sentence in self.left]
        if not self.answered:
            found.append("a question about an indexed article was not answered before mending")
        if self.embedded_again:
            found.append(f"{self.embedded_again} passages were embedded again")
        limit = max(10.0, 300 * self.passages / 100_000)
        if self.mended_s > limit:
            found.append(f"mending took {self.mended_s:.0f} s")
        return found


def work(folder: Path, seed: int, ours: multiprocessing.connection.Connection) -> None:
    """One process: look at what the last one left, mend it, then write until killed."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    embedder = FakeEmbedder()
    policy = IndexingPolicy(batch_size=8, lease_minutes=0.001, most_attempts=100_000, most_failures=100_000)
    with Index.open(Settings(folder, indexing=policy), embedder=embedder) as index:
        ours.send(_opened(index, embedder))
        number = seed * 100_000
        while True:
            articles = [_article(number + step) for step in range(_ARTICLES_AT_ONCE)]
            index.save(articles)
            index.index_pending()
            ours.send(number)
            number += _ARTICLES_AT_ONCE


def _opened(index: Index, embedder: FakeEmbedder) -> Opening:
    article, revision = schema.article, schema.revision
    with index.database.read() as connection:
        indexed = sa.select(article.c.url, revision.c.text).join(revision).where(revision.c.state == "indexed")
        row = connection.execute(indexed.order_by(revision.c.id.desc()).limit(1)).first()
    began = time.monotonic()
    asked = "" if row is None else next(word for word in row.text.split() if word.startswith("mark"))
    answered = row is None or any(hit.passage.url == row.url for hit in index.search(asked, k=5))
    answered_s = time.monotonic() - began
    damaged = tuple(problem.code for problem in index.check(deep=True).problems)
    began, before = time.monotonic(), embedder.embedded
    waiting = _passages_to_come(index)
    index.index_pending()
    mended_s = time.monotonic() - began
    again = embedder.embedded - before - waiting
    health = index.check(deep=True)
    left = tuple(problem.sentence for problem in health.problems)
    return Opening(answered, answered_s, damaged, mended_s, again, health.passages, left)


def _passages_to_come(index: Index) -> int:
    """How many passages the texts that wait for indexing have."""
    from index.language.passages import PassagePolicy, cut

    with index.database.read() as connection:
        pending = sa.select(schema.revision.c.text).where(schema.revision.c.state == "pending")
        return sum(len(list(cut(text, PassagePolicy()))) for text in connection.execute(pending).scalars())


def _article(number: int) -> dict[str, Any]:
    return {
        "url": f"https://vectors.example/{number}",
        "title": f"Report {mark(number, 1)}",
        "text": "\n".join(article_text(number * _LENGTH + part, 1) for part in range(_LENGTH)),
        "publisher": "Vectors",
        "published": "2024-04-15T08:00:00Z",
    }


def main() -> int:
    one_thread("tests.crash.vectors")
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    rng, openings, violations, crashed = random.Random(chosen.seed), list[Opening](), list[str](), list[int]()
    with tempfile.TemporaryDirectory(prefix="sitrep-vectors-") as folder:
        for number in range(chosen.kills + 1):
            ours, theirs = multiprocessing.connection.Pipe(duplex=False)
            pid = fork(lambda n=number, end=theirs: work(Path(folder), n, end))  # type: ignore[misc]
            theirs.close()
            try:
                opening = ours.recv()
            except EOFError:
                # Chroma can crash the process that opens it. That is one kill more; the next process must get over it.
                _, status = os.waitpid(pid, 0)
                crashed.append(number)
                if status != signal.SIGSEGV or crashed.count(number - 1):
                    violations.append(f"process {number} ended by itself with {status}")
                    break
                continue
            openings.append(opening)
            violations += [f"after kill {number}: {violation}" for violation in opening.violations()]
            with contextlib.suppress(EOFError):
                for _ in range(rng.randrange(3)):
                    ours.recv()
            time.sleep(rng.uniform(0.0, 0.6))
            if kill(pid) == signal.SIGSEGV:
                crashed.append(number)
            if number % 10 == 9:
                print(f"  {number + 1} kills, {opening.passages} passages, {len(violations)} violations", flush=True)
            ours.close()
    _show(openings, violations)
    print(f"  {len(crashed)} times Chroma crashed the process that opened it, and the next one got over it")
    return 1 if violations else 0


def _show(openings: list[Opening], violations: list[str]) -> None:
    damaged = [opening for opening in openings if opening.damaged]
    print(
        f"{len(openings) - 1} kills while Chroma was written to; {len(damaged)} times something was amiss, all mended"
    )
    codes = sorted({code for opening in damaged for code in opening.damaged})
    print(f"  found: {', '.join(f'{code} {sum(code in o.damaged for o in damaged)}' for code in codes) or 'nothing'}")
    if openings:
        slowest = max(openings, key=lambda opening: opening.mended_s)
        answered = statistics.median(opening.answered_s for opening in openings)
        print(
            f"  slowest mending {slowest.mended_s:.1f} s of {slowest.passages} passages; median answer {answered:.2f} s"
        )
        print(f"  {openings[-1].passages} passages in the end")
    for violation in violations[:20]:
        print(f"  violation: {violation}")


if __name__ == "__main__":
    sys.exit(main())
