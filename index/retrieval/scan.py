"""Exact search: the cosine of a question with every embedding that SQL holds of the passages in question."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import sqlalchemy as sa

from index.embedding.embedder import Vectors
from index.store.schema import passage

Numbers = npt.NDArray[np.int64]

_BATCH = 500


class Scan:
    """Embeddings read from SQL once and kept; a passage's number is never used again for another."""

    def __init__(self, fingerprint: str, dimension: int) -> None:
        self._fingerprint = fingerprint
        self._lock = threading.Lock()
        self._numbers: Numbers = np.empty(0, np.int64)
        self._matrix: Vectors = np.empty((0, dimension), np.float32)

    def top(self, connection: sa.Connection, vector: Vectors, numbers: Numbers, k: int) -> list[tuple[int, float]]:
        """The `k` of `numbers` nearest to `vector` with their cosine, nearest first."""
        known, matrix = self._rows(connection, numbers)
        scores = matrix @ vector
        best = np.argsort(-scores, kind="stable")[:k]
        return [(int(known[at]), float(scores[at])) for at in best]

    def _rows(self, connection: sa.Connection, numbers: Numbers) -> tuple[Numbers, Vectors]:
        with self._lock:
            wanted = np.setdiff1d(numbers, self._numbers, assume_unique=True)
            if wanted.size:
                self._add(connection, wanted)
            held, at = self._numbers, self._matrix
        places = np.searchsorted(held, numbers)
        places[places == held.size] = 0
        present = held[places] == numbers if held.size else np.zeros(numbers.size, bool)
        return numbers[present], at[places[present]]

    def _add(self, connection: sa.Connection, wanted: Numbers) -> None:
        found = embeddings(connection, [int(number) for number in wanted], self._fingerprint)
        if not found:
            return
        numbers = np.concatenate([self._numbers, np.fromiter(found, np.int64, len(found))])
        matrix = np.concatenate([self._matrix, np.stack(list(found.values()))])
        order = np.argsort(numbers)
        self._numbers, self._matrix = numbers[order], matrix[order]


def embeddings(connection: sa.Connection, numbers: Sequence[int], fingerprint: str) -> dict[int, Vectors]:
    """The embeddings of passages by number; those of another model are left out."""
    found: dict[int, Vectors] = {}
    for begin in range(0, len(numbers), _BATCH):
        rows = connection.execute(
            sa.select(passage.c.number, passage.c.embedding).where(
                passage.c.number.in_(numbers[begin : begin + _BATCH]), passage.c.fingerprint == fingerprint
            )
        )
        found.update((row.number, np.frombuffer(row.embedding, np.float32)) for row in rows)
    return found
