"""Candidates by meaning: from Chroma wherever it can be asked, else by an exact scan of what SQL holds."""

from __future__ import annotations

import contextlib
import threading

import numpy as np
import sqlalchemy as sa

from index.embedding.embedder import Embedder, Vectors
from index.retrieval.chroma import VectorsUnavailable
from index.retrieval.projection import Generation, lacking, read_generation
from index.retrieval.scan import Scan
from index.retrieval.scope import Extent, Numbers, Scope, among, filter_of, keep_within, numbers_within
from index.retrieval.vectors import VectorStore
from index.store.schema import passage

# Where Chroma lacks more passages than this, all are compared exactly until it has caught up.
_MOST_MISSING = 5000
# How many times more are asked for before Chroma filters: where an eighth is in scope, that many are enough.
_WIDER = 8


class Dense:
    """The passages nearest to a question. Safe to use from several threads."""

    def __init__(self, store: VectorStore) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._scan_of: tuple[tuple[str, str], Scan] | None = None

    def candidates(
        self,
        connection: sa.Connection,
        embedder: Embedder,
        vector: Vectors,
        *,
        scope: Scope,
        extent: Extent,
        depth: int,
    ) -> list[int]:
        """The numbers of the `depth` passages in scope nearest to `vector`, or more."""
        generation = read_generation(connection)
        scan = self._scan(embedder, generation)
        if extent.numbers is not None:
            return [number for number, _ in scan.top(connection, vector, extent.numbers, depth)]
        if generation is not None and generation.fingerprint == embedder.fingerprint:
            missing = lacking(connection, generation, _MOST_MISSING + 1)
            # While it is made anew it answers late, and most passages are compared exactly in any case.
            if missing.size <= _MOST_MISSING:
                with contextlib.suppress(VectorsUnavailable):
                    near = self._projected(connection, generation, vector, scope, extent, depth)
                    return near + [number for number, _ in scan.top(connection, vector, missing, depth)]
        return self._scanned(connection, scan, vector, scope, depth)

    def _projected(
        self,
        connection: sa.Connection,
        generation: Generation,
        vector: Vectors,
        scope: Scope,
        extent: Extent,
        depth: int,
    ) -> list[int]:
        """From Chroma: unfiltered, and what is out of scope dropped, as long as enough is left; else filtered."""
        if extent.later is not None:
            return self._nearest(connection, generation, vector, depth + extent.later)
        near = self._nearest(connection, generation, vector, _WIDER * depth)
        inside = keep_within(connection, scope, near)
        if len(inside) >= depth:
            return [number for number in near if number in inside][:depth]
        # Its days are whole, so some of what it finds is out of scope by hours.
        return self._nearest(connection, generation, vector, 2 * depth, scope)

    def _nearest(
        self,
        connection: sa.Connection,
        generation: Generation,
        vector: Vectors,
        count: int,
        scope: Scope | None = None,
    ) -> list[int]:
        """The live ones of the nearest passages, nearest first."""
        where = None if scope is None else filter_of(scope)
        ids = self._store.query(generation.collection, vector, count, where=where)
        if scope is None and len(ids) < count and len(ids) < _should_hold(connection, generation, count):
            raise VectorsUnavailable("Chroma has lost passages", broken=True)
        chosen = sa.select(passage.c.id, passage.c.number).where(among(connection, passage.c.id, ids), passage.c.live)
        number_of = {row.id: row.number for row in connection.execute(chosen)}
        return [number_of[id_] for id_ in ids if id_ in number_of]

    def _scanned(self, connection: sa.Connection, scan: Scan, vector: Vectors, scope: Scope, depth: int) -> list[int]:
        numbers = _live(connection) if scope.is_all else numbers_within(connection, scope, _ALL)
        assert numbers is not None
        return [number for number, _ in scan.top(connection, vector, numbers, depth)]

    def _scan(self, embedder: Embedder, generation: Generation | None) -> Scan:
        """The embeddings kept so far. A restored backup has another token, and its numbers mean other passages."""
        key = (embedder.fingerprint, "" if generation is None else generation.token)
        with self._lock:
            if self._scan_of is None or self._scan_of[0] != key:
                self._scan_of = (key, Scan(embedder.fingerprint, embedder.dimension))
            return self._scan_of[1]


# More than any corpus has.
_ALL = 2**31


def _live(connection: sa.Connection) -> Numbers:
    chosen = sa.select(passage.c.number).where(passage.c.live).order_by(passage.c.number)
    return np.fromiter(connection.execute(chosen).scalars(), np.int64)


def _should_hold(connection: sa.Connection, generation: Generation, most: int) -> int:
    """How many live passages Chroma should hold, counted up to `most`."""
    kept = sa.select(passage.c.number).where(
        passage.c.live, passage.c.fingerprint == generation.fingerprint, passage.c.generation == generation.number
    )
    counted = sa.select(sa.func.count()).select_from(kept.limit(most).subquery())
    return connection.execute(counted).scalar_one()
