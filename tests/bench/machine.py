"""What the machine can do at best, to hold other figures against: matrix multiplication and copying memory."""

from __future__ import annotations

import time

import numpy as np

_SIZE = 1024


def peak() -> str:
    """One line: the best of a few runs of each, by the clock."""
    return f"this machine's peak: float32 {multiply_gflops():.0f} GFLOP/s, memory {copy_gb_s():.1f} GB/s"


def multiply_gflops() -> float:
    one, two = (np.random.default_rng(seed).standard_normal((_SIZE, _SIZE)).astype(np.float32) for seed in (1, 2))
    return 2 * _SIZE**3 / _best(lambda: one @ two) / 1e9


def copy_gb_s() -> float:
    block = np.ones(32_000_000, np.float32)
    into = np.empty_like(block)
    return 2 * block.nbytes / _best(lambda: np.copyto(into, block)) / 1e9


def _best(work: object) -> float:
    assert callable(work)
    work()
    taken = []
    for _ in range(5):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)
