"""`python -m tests.bench.embedding [--texts N] [--threads N] [--model-dir F]`: embedding beside the library's own way,
in one run: sentence-transformers' `encode` in float32 against ours, and what share of the machine's peak each reaches.

CPU seconds: on a busy machine the clock says little.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from index.embedding.embedder import EmbeddingPolicy, Vectors
from index.embedding.model import LocalModel
from tests.bench.__main__ import articles

_PASSAGE = 900


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=64)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--model-dir", default=os.environ.get("SITREP_EMBEDDING__MODEL_DIR", ""))
    options = parser.parse_args()
    policy = EmbeddingPolicy(model_dir=options.model_dir, threads=options.threads)
    with tempfile.TemporaryDirectory() as folder:
        _compare(LocalModel.open(policy, Path(folder)), _texts(options.texts), options.threads)


def _texts(count: int) -> list[str]:
    """As long as passages are: most nearly full, the last of each article shorter."""
    rng = random.Random(2)
    found: list[str] = []
    for article in articles(4 * count, rng):
        length = len(article.text)
        starts = range(0, length - length % _PASSAGE, _PASSAGE)
        found += [article.text[start : start + _PASSAGE] for start in starts] + [article.text[-rng.randint(100, 800) :]]
    return found[:count]


def _compare(model: LocalModel, texts: list[str], threads: int) -> None:
    import torch

    ours, vectors = _timed(lambda: model.passages(texts))
    network = model._loaded()
    plain = _plain(model._folder)
    torch.set_num_threads(threads)
    prompted = [model._passage_prompt + text for text in texts]
    theirs, expected = _timed(lambda: np.asarray(plain(prompted)))
    cosine = float(np.einsum("nd,nd->n", vectors, expected).min())
    lengths = [len(encoding.ids) for encoding in network.tokenizer.encode_batch(prompted)]  # type: ignore[attr-defined]
    work = sum(12 * (2 * length * (4 * 384**2 + 2 * 384 * 1536) + 4 * length**2 * 384) for length in lengths) / 1e9
    single, half = (_peak(kind) for kind in (torch.float32, torch.bfloat16))
    precision = getattr(network, "_precision", torch.float32)
    print(f"{len(texts)} texts of {np.mean(lengths):.0f} word pieces, {threads} thread(s), by CPU seconds")
    print(f"this machine's peak, a thread: float32 {single:.0f}, bfloat16 {half:.0f} GFLOP/s")
    print(f"{'encode, float32':<24} {len(texts) / theirs:6.1f} texts/s   {work / theirs / single:4.0%} of the peak")
    reached = work / ours / (half if precision == torch.bfloat16 else single)
    name = f"ours, {precision}".replace("torch.", "")
    print(f"{name:<24} {len(texts) / ours:6.1f} texts/s   {reached:4.0%} of the peak")
    print(f"{'ratio':<24} {theirs / ours:6.2f}   least cosine {cosine:.5f}")


def _plain(folder: Path) -> Callable[[list[str]], object]:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    import torch
    from sentence_transformers import SentenceTransformer

    loaded = SentenceTransformer(
        str(folder), device="cpu", local_files_only=True, model_kwargs={"dtype": torch.float32}
    ).eval()
    return lambda texts: loaded.encode(texts, batch_size=32, normalize_embeddings=True)


def _timed(work: Callable[[], Vectors]) -> tuple[float, Vectors]:
    """The least CPU seconds of three runs after a first."""
    result, taken = work(), []
    for _ in range(3):
        began = time.process_time()
        result = work()
        taken.append(time.process_time() - began)
    return min(taken), result


def _peak(kind: object) -> float:
    import torch

    one = torch.ones(1024, 1024).to(kind)  # type: ignore[call-overload]
    taken = []
    for _ in range(5):
        began = time.process_time()
        one @ one
        taken.append(time.process_time() - began)
    return 2 * 1024**3 / max(min(taken), 1e-9) / 1e9


if __name__ == "__main__":
    main()
