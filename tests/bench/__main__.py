"""How fast a warm corpus answers: `python -m tests.bench [--passages N] [--runs N]`.

Makes its own articles, so that nothing is needed but the default model. Passages get made-up vectors (embedding ten
thousand takes many minutes and changes no figure here); questions are embedded by the real model, as in production.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from index import Index, Settings
from index.articles import Article
from index.embedding.embedder import EmbeddingPolicy, Vectors
from index.embedding.model import LocalModel

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
PLACES = ("Zummar", "Rafah", "Aleppo", "Idlib", "Mosul", "Kharkiv", "Goma", "Sanaa", "Deir ez-Zor", "Khan Younis")
DOINGS = ("attacked", "shelled", "left", "entered", "besieged", "retook", "bombed", "evacuated")
WHO = ("Rebels", "Soldiers", "Militants", "Government troops", "Peacekeepers", "Aid workers", "Gunmen")
SAYS = ("the Pentagon said", "two Iraqi sources told Reuters", "a monitor reported", "state media said")
QUESTIONS = (
    "How many people were killed in Rafah?",
    "Who attacked Aleppo on Sunday?",
    "What did the Pentagon say about Mosul?",
    "Where did government troops enter?",
    "How many were wounded in Deir ez-Zor since Friday?",
    "What happened in Kharkiv?",
)


class MadeUpVectors:
    """Passages anywhere, questions by the real model."""

    fingerprint = "bench"
    dimension = 384

    def __init__(self, model: LocalModel) -> None:
        self._model = model
        self._random = np.random.default_rng(1)

    def passages(self, texts: Sequence[str]) -> Vectors:
        vectors = self._random.standard_normal((len(texts), self.dimension)).astype(np.float32)
        unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit

    def queries(self, texts: Sequence[str]) -> Vectors:
        return self._model.queries(texts)


def articles(passages: int, rng: random.Random) -> Iterator[Article]:
    """Articles of about four passages each, over two years and twenty publishers."""
    words = ["".join(rng.choices("aeioubdfgklmnprst", k=rng.randint(4, 9))) for _ in range(6000)]
    frequency = [1 / (rank + 3) for rank in range(len(words))]
    for number in range(passages // 4):
        place = rng.choice(PLACES)
        sentences = [
            f"{rng.choice(WHO)} {rng.choice(DOINGS)} {place} and {rng.randint(2, 90)} people were killed,"
            f" {rng.choice(SAYS)}, {' '.join(rng.choices(words, frequency, k=14))}."
            for _ in range(18)
        ]
        yield Article(
            url=f"https://bench.example/{number}",
            title=f"{rng.choice(WHO)} near {place}: {' '.join(rng.choices(words, frequency, k=4))}",
            text="\n\n".join(sentences),
            publisher=f"Outlet {number % 20}",
            published_at=NOW - timedelta(minutes=rng.randint(0, 730 * 24 * 60)),
        )


def timed(name: str, runs: int, work: Callable[[str], object]) -> None:
    for question in QUESTIONS:
        work(question)
    taken = []
    spent = time.process_time()
    for run in range(runs):
        begin = time.perf_counter()
        work(QUESTIONS[run % len(QUESTIONS)])
        taken.append((time.perf_counter() - begin) * 1000)
    cpu = (time.process_time() - spent) / runs * 1000
    p95 = statistics.quantiles(taken, n=20)[-1]
    median = statistics.median(taken)
    # On a busy machine the CPU time says more than the clock.
    print(f"{name:<38} median {median:7.1f} ms   p95 {p95:7.1f} ms   CPU {cpu:7.1f} ms", flush=True)


def embedding_rate(model: LocalModel, count: int) -> None:
    found = [article.text[:1000] for article in articles(count * 4, random.Random(2))][:count]
    model.passages(found[:2])
    begin, spent = time.perf_counter(), time.process_time()
    model.passages(found)
    rate, per_core = count / (time.perf_counter() - begin), count / (time.process_time() - spent)
    print(f"{'embedding':<38} {rate:7.1f} passages/s ({per_core:.1f} a CPU second)", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=60)
    parser.add_argument("--model-dir", default="", help="where the converted model is kept; empty: made anew")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        model = LocalModel.open(EmbeddingPolicy(model_dir=options.model_dir), Path(folder))
        with Index.open(Settings(Path(folder)), embedder=MadeUpVectors(model)) as corpus:
            begin = time.perf_counter()
            corpus.save(articles(options.passages, random.Random(1)), now=NOW)
            saved = time.perf_counter()
            corpus.index_pending(now=NOW)
            stats, done = corpus.stats(), time.perf_counter()
            print(f"{stats.articles} articles, {stats.passages} passages")
            print(f"{'saving':<38} {stats.articles / (saved - begin):7.0f} articles/s")
            print(f"{'indexing but for embedding':<38} {stats.passages / (done - saved):7.0f} passages/s", flush=True)
            since = NOW - timedelta(days=7)
            timed("search", options.runs, lambda question: corpus.search(question))
            timed("search, last 7 days", options.runs, lambda question: corpus.search(question, since=since))
            timed("search, one publisher", options.runs, lambda question: corpus.search(question, publisher="outlet 3"))
            timed("embed a question", options.runs, lambda question: model.queries([question]))
            timed("ask", options.runs, lambda question: corpus.ask(question, now=NOW))
        embedding_rate(model, 96)


if __name__ == "__main__":
    main()
