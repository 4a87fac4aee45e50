"""Exact search: the cosine of a question with every embedding that SQL holds of the passages in question."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np
import sqlalchemy as sa

from index.embedding.embedder import Vectors
from index.retrieval.scope import Numbers, among
from index.store.schema import passage

# Embeddings read at once, and those kept in memory: 60 MB of 384 dimensions.
_BATCH = 10_000
_KEPT = 40_000


class Scan:
    """Embeddings read from SQL; those of the newest passages are kept, so many and no more.

    A passage's number is never used again for another, so what is kept stays right.
    """

    def __init__(self, fingerprint: str, dimension: int, *, kept: int = _KEPT) -> None:
        self._fingerprint = fingerprint
        self._most = kept
        self._lock = threading.Lock()
        # Each passage has its place by its number; of those that share one, the newest is kept.
        self._numbers: Numbers = np.full(kept, -1, np.int64)
        self._matrix: Vectors = np.empty((kept, dimension), np.float32)

    def top(self, connection: sa.Connection, vector: Vectors, numbers: Numbers, k: int) -> list[tuple[int, float]]:
        """The `k` of `numbers` nearest to `vector` with their cosine, nearest first."""
        known, cosines = self._cosines(connection, vector, numbers)
        best = _nearest(known, cosines, k)
        return [(int(number), float(cosine)) for number, cosine in zip(*best, strict=True)]

    def tops(self, connection: sa.Connection, vector: Vectors, sets: Sequence[Numbers], k: int) -> list[list[int]]:
        """The `k` nearest of each of some sets of numbers, each embedding read once."""
        if not sets:
            return []
        known, cosines = self._cosines(connection, vector, np.unique(np.concatenate(sets)))
        tops = []
        for numbers in sets:
            own = np.isin(known, numbers, assume_unique=True)
            tops.append(_nearest(known[own], cosines[own], k)[0].tolist())
        return tops

    def _cosines(self, connection: sa.Connection, vector: Vectors, numbers: Numbers) -> tuple[Numbers, Vectors]:
        """The cosines of passages, those that have one; ascending by number."""
        places = numbers % self._most
        with self._lock:
            is_kept = self._numbers[places] == numbers
            known, cosines = [numbers[is_kept]], [self._matrix[places[is_kept]] @ vector]
        unread = numbers[~is_kept]
        # Newest first: they are the ones that are kept.
        for end in range(unread.size, 0, -_BATCH):
            batch, rows = embeddings(connection, unread[max(0, end - _BATCH) : end].tolist(), self._fingerprint)
            if batch.size:
                known.append(batch)
                cosines.append(rows @ vector)
                self._keep(batch, rows)
        together, values = np.concatenate(known), np.concatenate(cosines)
        order = np.argsort(together)
        return together[order], values[order]

    def _keep(self, numbers: Numbers, rows: Vectors) -> None:
        with self._lock:
            places = numbers % self._most
            # Ascending, so of two that share a place the newer is written last.
            newer = numbers > self._numbers[places]
            self._numbers[places[newer]] = numbers[newer]
            self._matrix[places[newer]] = rows[newer]


def embeddings(connection: sa.Connection, numbers: Sequence[int], fingerprint: str) -> tuple[Numbers, Vectors]:
    """The embeddings of passages, a row each, and their numbers, ascending; those of another model are left out."""
    # Not asked for by the model: SQLite would go through all that the model embedded, rather than by number.
    chosen = (
        sa.select(passage.c.number, passage.c.embedding, passage.c.fingerprint)
        .where(among(connection, passage.c.number, numbers))
        .order_by(passage.c.number)
    )
    rows = [row for row in connection.execute(chosen).all() if row[2] == fingerprint]
    return np.fromiter((row[0] for row in rows), np.int64, len(rows)), as_matrix([row[1] for row in rows])


def as_matrix(stored: Sequence[bytes]) -> Vectors:
    """Embeddings as SQL holds them, a row each."""
    if not stored:
        return np.empty((0, 0), np.float32)
    return np.frombuffer(b"".join(stored), np.float32).reshape(len(stored), -1)


def _nearest(numbers: Numbers, cosines: Vectors, k: int) -> tuple[Numbers, Vectors]:
    order = np.argsort(-cosines, kind="stable")[:k]
    return numbers[order], cosines[order]
