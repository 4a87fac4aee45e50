"""`python -m tests.bench.sizes [--passages N,N] [--shape embedded|served] [--folder F]`: what a question costs as the
corpus grows, with Chroma in process and as a server.

Made-up reports and vectors (tests/bench/large.py), so that embedding is left out: it costs the same at every size. With
`--folder` a corpus is kept, and a stopped run goes on where it was.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import resource
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import numpy as np
import sqlalchemy as sa

from index import Index, Settings
from index.memory import look_for_garbage_less_often
from index.retrieval.dense import Dense
from index.retrieval.scope import Extent, Scope
from tests.bench.large import NOW, SHARES, PlacedVectors, fill, questions
from tests.bench.machine import peak
from tests.servers.chroma import chroma

_QUESTIONS = 40


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", default="10000,100000", help="sizes, separated by commas")
    parser.add_argument("--shape", choices=["embedded", "served"], default="embedded")
    parser.add_argument("--folder", type=Path, help="where corpora are kept; else they are made anew")
    parser.add_argument("--no-answers", action="store_true", help="search only")
    options = parser.parse_args()
    # Embedded Chroma is closed, too: a folder whose process was killed twice is made anew.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    # As the bot does.
    look_for_garbage_less_often()
    print(peak(), flush=True)
    for size in map(int, options.passages.split(",")):
        with _folder(options.folder, size) as folder:
            _measure(folder, size, options.shape, answers=not options.no_answers)


@contextlib.contextmanager
def _folder(kept: Path | None, size: int) -> Iterator[Path]:
    if kept is None:
        with tempfile.TemporaryDirectory(prefix="sitrep-bench-") as made:
            yield Path(made)
    else:
        folder = kept / str(size)
        folder.mkdir(parents=True, exist_ok=True)
        yield folder


def _measure(folder: Path, size: int, shape: str, *, answers: bool) -> None:
    vectors = PlacedVectors()
    with Index.open(Settings(folder), embedder=vectors) as corpus:
        began = time.perf_counter()
        fill(corpus.database, size, vectors)
        corpus._projection.keep_up(vectors.fingerprint, now=NOW)
        print(f"{size} passages, filled in {time.perf_counter() - began:.0f} s", flush=True)
        if shape == "embedded":
            _ask(corpus, vectors, answers=answers)
    if shape == "served":
        with chroma(folder / "chroma") as (url, server):
            with Index.open(Settings(folder, chroma_url=url), embedder=vectors) as corpus:
                _ask(corpus, vectors, answers=answers, server=server.pid)
            print(f"{'most memory of the Chroma server':<34} {_resident(server.pid):7.0f} MB")
    print(
        f"{'most memory of this process':<34} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:7.0f} MB",
        flush=True,
    )


def _ask(corpus: Index, vectors: PlacedVectors, *, answers: bool, server: int | None = None) -> None:
    asked = questions(_QUESTIONS)
    corpus.search(asked[0], until=NOW)
    print(f"{'recall of Chroma at 100':<34} {recall(corpus, vectors, asked):7.3f}", flush=True)
    for code in list(SHARES)[1:]:
        share = recall_in_language(corpus, vectors, asked, code)
        print(f"{f'the same in {code} alone, at 12':<34} {share:7.3f}", flush=True)
    day, windows = timedelta(days=1), {"last day": 1, "last 14 days": 14, "last 180 days": 180}
    timed("search", asked, lambda question: corpus.search(question, k=60, until=NOW), server)
    for name, days in windows.items():
        since = NOW - days * day
        timed(f"search, {name}", asked, functools.partial(corpus.search, k=60, since=since), server)
    timed(
        "search, until a year ago", asked, lambda question: corpus.search(question, k=60, until=NOW - 365 * day), server
    )
    timed("search, one publisher", asked, lambda question: corpus.search(question, k=60, publisher="Outlet 7"), server)
    if answers:
        timed("ask", asked, lambda question: corpus.ask(question, now=NOW), server)
        made = [statements(corpus, question) for question in asked]
        print(
            f"{'SQL statements of a question':<34} median {statistics.median(made):.0f}, most {max(made)}", flush=True
        )
    print(f"{'memory now, all processes (PSS)':<34} {_proportional(server):7.0f} MB", flush=True)


def statements(corpus: Index, question: str) -> int:
    """How many statements the database is asked for a question."""
    made: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        made.append(statement)

    sa.event.listen(corpus.database.engine, "before_cursor_execute", note)
    try:
        corpus.ask(question, now=NOW)
    finally:
        sa.event.remove(corpus.database.engine, "before_cursor_execute", note)
    return sum(statement != "BEGIN" for statement in made)


def recall_in_language(corpus: Index, vectors: PlacedVectors, asked: Sequence[str], code: str) -> float:
    """The share of the 12 nearest passages of a language that a search finds where it asks Chroma."""
    scope, wide, dense = Scope(language=code), Extent(None, None), Dense(corpus._store)
    shares = []
    with corpus.database.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT number, embedding FROM passage WHERE live AND article_id IN"
            f" (SELECT id FROM article WHERE language = '{code}') ORDER BY number"
        ).all()
        numbers = [row[0] for row in rows]
        matrix = np.frombuffer(b"".join(row[1] for row in rows), np.float32).reshape(len(rows), -1)
        for vector in vectors.queries(asked):
            nearest = {numbers[at] for at in np.argsort(-(matrix @ vector))[:12]}
            found = dense.candidates(connection, vectors, vector, scope=scope, extent=wide, depth=60)
            shares.append(len(nearest & set(found)) / len(nearest))
    return statistics.mean(shares)


def recall(corpus: Index, vectors: PlacedVectors, asked: Sequence[str]) -> float:
    """The share of the 100 nearest passages that Chroma finds among as many as a search asks it for."""
    generation = corpus._projection.generation(vectors.fingerprint, now=NOW)
    embedded = vectors.queries(asked)
    nearest = _nearest(corpus, vectors, embedded, 100)
    shares = []
    for vector, exact in zip(embedded, nearest, strict=True):
        found = corpus._store.query(generation.collection, vector, 180)
        shares.append(len(exact & set(found[:180])) / len(exact))
    return statistics.mean(shares)


def _nearest(corpus: Index, vectors: PlacedVectors, embedded: np.ndarray, k: int) -> list[set[str]]:
    """The ids of the `k` nearest of all passages, for each of the questions, read in one pass."""
    with contextlib.closing(corpus.database.engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT id, embedding FROM passage WHERE live")
        ids: list[str] = []
        scores = np.empty((len(embedded), 0), np.float32)
        while rows := cursor.fetchmany(20_000):
            matrix = np.frombuffer(b"".join(row[1] for row in rows), np.float32).reshape(len(rows), -1)
            ids += [row[0] for row in rows]
            scores = np.concatenate([scores, embedded @ matrix.T], axis=1)
            if len(ids) > 4 * k:
                best = np.unique(np.argpartition(-scores, k, axis=1)[:, :k])
                ids, scores = [ids[at] for at in best], scores[:, best]
        return [{ids[at] for at in np.argsort(-row)[:k]} for row in scores]


def timed(name: str, asked: Sequence[str], work: Callable[[str], object], server: int | None) -> None:
    """Time `work` on each question, in a process that has met as many others, as one that has run for a while has."""
    for question in questions(2 * len(asked))[len(asked) :]:
        work(question)
    taken, spent = [], []
    for question in asked:
        wall, cpu = time.perf_counter(), time.process_time() + _spent(server)
        work(question)
        taken.append((time.perf_counter() - wall) * 1000)
        spent.append((time.process_time() + _spent(server) - cpu) * 1000)
    p95 = statistics.quantiles(taken, n=20)[-1]
    median = statistics.median(taken)
    # On a busy machine the CPU time says more than the clock.
    print(
        f"{name:<34} median {median:7.1f} ms   p95 {p95:7.1f} ms   CPU median {statistics.median(spent):7.1f} ms"
        f"   mean {statistics.mean(spent):7.1f} ms",
        flush=True,
    )


def _spent(process: int | None) -> float:
    """CPU seconds of another process, where there is one."""
    if process is None:
        return 0.0
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def _resident(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def _proportional(server: int | None) -> float:
    """What this process and a server take together, memory that they share counted once."""
    sizes = []
    for process in ("self", *([] if server is None else [str(server)])):
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
        sizes.append(next(int(line.split()[1]) / 1024 for line in rollup.splitlines() if line.startswith("Pss:")))
    return sum(sizes)


if __name__ == "__main__":
    main()
