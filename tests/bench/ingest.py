"""`python -m tests.bench.ingest [--articles N] [--model-dir F]`: embedding alone against whole ingest, in one run.

Invented articles of the length of real ones are saved, read, cut, embedded by the real model, and put into Chroma. Of
all CPU seconds, those of the workers among them, how many did embedding take?
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from index import Index, Settings
from index.embedding.embedder import EmbeddingPolicy, Vectors
from index.embedding.model import LocalModel
from tests.bench import processes
from tests.bench.__main__ import NOW, articles
from tests.bench.machine import peak


class Timed:
    """The real model, which counts the CPU seconds that passages take it."""

    def __init__(self, model: LocalModel) -> None:
        self._model = model
        self.fingerprint, self.dimension = model.fingerprint, model.dimension
        self.spent_s, self.texts = 0.0, 0

    def passages(self, texts: Sequence[str]) -> Vectors:
        began = time.process_time()
        vectors = self._model.passages(texts)
        self.spent_s += time.process_time() - began
        self.texts += len(texts)
        return vectors

    def queries(self, texts: Sequence[str]) -> Vectors:
        return self._model.queries(texts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--model-dir", default=os.environ.get("SITREP_EMBEDDING__MODEL_DIR", ""))
    options = parser.parse_args()
    print(peak(), flush=True)
    policy = EmbeddingPolicy(model_dir=options.model_dir, threads=1)
    with tempfile.TemporaryDirectory(prefix="sitrep-bench-") as folder:
        model = Timed(LocalModel.open(policy, Path(folder)))
        with Index.open(Settings(Path(folder)), embedder=model) as corpus:
            made = list(articles(4 * options.articles, random.Random(3)))
            # What is done once in the life of a process is left out.
            corpus.add(made[:16], now=NOW)
            before, embedded, texts = _spent(), model.spent_s, model.texts
            corpus.save(made[16:], now=NOW)
            corpus.index_pending(now=NOW)
            whole, embedded, texts = _spent() - before, model.spent_s - embedded, model.texts - texts
    print(f"{len(made) - 16} articles, {texts} texts embedded, CPU {whole:.1f} s, {texts / whole:.1f} texts a second")
    print(f"{'embedding alone to whole ingest':<38} {embedded / whole:6.2f}", flush=True)


def _spent() -> float:
    return processes.cpu_s(processes.family(os.getpid()))


if __name__ == "__main__":
    main()
