"""Search by going through all passages in question: the cosine of a question with each embedding that SQL holds."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import sqlalchemy as sa

from index.embedding.embedder import Vectors
from index.retrieval.scope import Numbers, among
from index.store.schema import passage

# Embeddings read at once, and the bytes of those kept in memory: 520,000 of 384 dimensions.
_BATCH = 10_000
_KEPT_BYTES = 200_000_000
# Made whole numbers of a byte, embeddings take a quarter of the room, and are multiplied so many at once as stay in the
# processor's cache: faster than those that they are made of.
_BLOCK = 1_000
_STEPS = 127
# So the order of near ones is a little off: with a twentieth more than are wanted, .999 of the nearest 100 are among
# them (e5, 1,545 passages of news).
_MORE = 20

Bytes = npt.NDArray[np.int8]


class Scan:
    """Embeddings read from SQL; those of the newest passages are kept, so many and no more, each rounded to bytes.

    A passage's number is never used again for another, so what is kept stays right.
    """

    def __init__(self, fingerprint: str, dimension: int, *, kept: int | None = None) -> None:
        self._fingerprint = fingerprint
        self._most = _KEPT_BYTES // dimension if kept is None else kept
        self._lock = threading.Lock()
        # Each passage has its place by its number; of those that share one, the newest is kept.
        self._numbers: Numbers = np.full(self._most, -1, np.int64)
        self._rounded: Bytes = np.empty((self._most, dimension), np.int8)
        self._step: Vectors = np.empty(self._most, np.float32)

    def top(self, connection: sa.Connection, vector: Vectors, numbers: Numbers, k: int) -> list[int]:
        """The `k` of `numbers` nearest to `vector`, nearest first, and some more."""
        return self.tops(connection, vector, [numbers], [k])[0]

    def tops(
        self, connection: sa.Connection, vector: Vectors, sets: Sequence[Numbers], counts: Sequence[int]
    ) -> list[list[int]]:
        """The same of each of some sets of numbers, so many of each; each embedding read once."""
        if not sets:
            return []
        known, cosines = self._cosines(connection, vector, np.unique(np.concatenate(sets)))
        tops = []
        for numbers, k in zip(sets, counts, strict=True):
            own = np.isin(known, numbers, assume_unique=True)
            order = np.argsort(-cosines[own], kind="stable")[: k + k // _MORE]
            tops.append(known[own][order].tolist())
        return tops

    def _cosines(self, connection: sa.Connection, vector: Vectors, numbers: Numbers) -> tuple[Numbers, Vectors]:
        """The cosines of passages, those that have one; ascending by number."""
        places = numbers % self._most
        with self._lock:
            is_kept = self._numbers[places] == numbers
            known, cosines = [numbers[is_kept]], [self._kept_cosines(places[is_kept], vector)]
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

    def _kept_cosines(self, places: Numbers, vector: Vectors) -> Vectors:
        cosines = np.empty(places.size, np.float32)
        for begin in range(0, places.size, _BLOCK):
            block = places[begin : begin + _BLOCK]
            cosines[begin : begin + _BLOCK] = self._rounded[block].astype(np.float32) @ vector
        cosines *= self._step[places]
        return cosines

    def _keep(self, numbers: Numbers, rows: Vectors) -> None:
        step = np.abs(rows).max(axis=1) / _STEPS
        rounded = np.rint(rows / np.where(step > 0, step, 1)[:, None]).astype(np.int8)
        with self._lock:
            places = numbers % self._most
            # Ascending, so of two that share a place the newer is written last.
            newer = numbers > self._numbers[places]
            self._numbers[places[newer]] = numbers[newer]
            self._rounded[places[newer]] = rounded[newer]
            self._step[places[newer]] = step[newer]


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
