"""In which precision this processor multiplies fastest: in one without instructions for bfloat16 it is very slow."""

from __future__ import annotations

import functools
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch

# How much faster bfloat16 has to be: it costs a little precision.
_WORTH = 1.3


@functools.cache
def fastest_precision() -> torch.dtype:
    """bfloat16 where this processor multiplies much faster in it, else float32; tried once, for the names of processors
    and their flags do not say."""
    import torch

    single, half = (_seconds(kind) for kind in (torch.float32, torch.bfloat16))
    return torch.bfloat16 if half * _WORTH < single else torch.float32


def _seconds(kind: torch.dtype) -> float:
    import torch
    from torch.nn import functional

    states, weights = torch.ones(256, 384, dtype=kind), torch.ones(1536, 384, dtype=kind)
    taken = []
    for _ in range(8):
        began = time.perf_counter()
        functional.linear(states, weights)
        taken.append(time.perf_counter() - began)
    # The first has to prepare, and on a busy machine some wait.
    return min(taken)
