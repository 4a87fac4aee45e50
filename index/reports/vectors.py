"""Vectors of statements as they are stored: a byte a dimension."""

from __future__ import annotations

import numpy as np

from index.reports.report import Vectors

# Cosines of vectors that were stored so differ by less than 0.005 from those of the vectors themselves.
_STEPS = 127.0


def pack(vectors: Vectors) -> bytes:
    """Vectors (a row each, float32) as bytes: the scales of all rows, then the rows in a byte a dimension."""
    if not vectors.size:
        return b""
    scales = np.abs(vectors).max(axis=1, keepdims=True).astype(np.float32)
    scales[scales == 0] = 1.0
    steps: bytes = np.rint(vectors / scales * _STEPS).astype(np.int8).tobytes()
    return bytes(scales.tobytes()) + steps


def unpack(packed: bytes, count: int) -> Vectors | None:
    """The `count` vectors that `pack` wrote, of length 1 again; None where there are not so many."""
    if len(packed) <= 4 * count or (len(packed) - 4 * count) % count:
        return None
    scales = np.frombuffer(packed, np.float32, count).reshape(count, 1)
    steps = np.frombuffer(packed, np.int8, offset=4 * count).reshape(count, -1)
    vectors = steps.astype(np.float32) * (scales / _STEPS)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    lengths[lengths == 0] = 1.0
    normalised: Vectors = (vectors / lengths).astype(np.float32)
    return normalised
