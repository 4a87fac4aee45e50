"""Candidates by meaning: from Chroma wherever it can be asked, else by an exact scan of what SQL holds."""

from __future__ import annotations

import contextlib
import functools
import itertools
import threading
from collections.abc import Sequence

import numpy as np
import sqlalchemy as sa

from index.embedding.embedder import Embedder, Vectors
from index.retrieval.chroma import VectorsUnavailable
from index.retrieval.projection import Generation, lacking, read_generation
from index.retrieval.scan import Scan
from index.retrieval.scope import (
    Extent,
    Inside,
    Numbers,
    Reach,
    Scope,
    among,
    filter_of,
    inside_each,
    numbers_within,
)
from index.retrieval.sides import Sides
from index.retrieval.vectors import VectorStore
from index.store.schema import passage

# Where Chroma lacks more passages than this, all are compared exactly until it has caught up.
_MOST_MISSING = 5000
# How many times more are asked for before Chroma filters: where an eighth is in scope, that many are enough.
_WIDER = 8
# The same where the question was moved to the language's side.
_OF_LANGUAGE = 3
# Which share of what is wanted is enough of some days or of a language, so that Chroma is not asked again.
_ENOUGH = 0.3
# Where fewer are in scope, Chroma is asked once more, unfiltered, for as many as it seems to take: of 500,000 passages
# 12,000 take 60 ms, its own filter by days two seconds. Its filter is left for a scope that holds hardly any of them.
_TELLING, _MARGIN, _DEEPEST = 10, 1.5, 12_000


class Held:
    """What Chroma holds of a snapshot. Used by one thread."""

    def __init__(
        self, connection: sa.Connection, fingerprint: str, generation: Generation | None, *, is_whole: bool = False
    ) -> None:
        self.generation = generation
        self._is_whole = is_whole
        self._connection, self._fingerprint = connection, fingerprint

    @functools.cached_property
    def missing(self) -> Numbers | None:
        """The passages that it lacks; None where they are too many, or it holds those of another model."""
        if self.generation is None or self.generation.fingerprint != self._fingerprint:
            return None
        if self._is_whole:
            return np.empty(0, np.int64)
        numbers = lacking(self._connection, self.generation, _MOST_MISSING + 1)
        return numbers if numbers.size <= _MOST_MISSING else None


class Dense:
    """The passages nearest to a question. Safe to use from several threads."""

    def __init__(self, store: VectorStore) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._sides = Sides()
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
        held = Held(connection, embedder.fingerprint, read_generation(connection))
        return self.each(connection, embedder, vector, [Reach(scope, extent, depth)], held)[0][0]

    def each(
        self,
        connection: sa.Connection,
        embedder: Embedder,
        vector: Vectors,
        reaches: Sequence[Reach],
        held: Held,
        worded: Sequence[Sequence[int]] = (),
    ) -> tuple[list[list[int]], list[set[int]]]:
        """The same for each of some scopes; Chroma is asked once for all that are searched alike. `worded` are other
        passages for each: those that are in scope come second, for SQL is asked once for both."""
        generation = held.generation
        scan = self._scan(embedder, generation)
        few = {at: reach.extent.numbers for at, reach in enumerate(reaches) if reach.extent.numbers is not None}
        scopes = [reach.scope for reach in reaches]
        deepest = max(reach.depth for reach in reaches)
        tops = scan.tops(connection, vector, list(few.values()), [reaches[at].depth for at in few])
        near = dict(zip(few, tops, strict=True))
        wide = {at: reach for at, reach in enumerate(reaches) if at not in few}
        numbers = sorted({number for order in worded for number in order})
        inside: Inside | None = None
        if wide and generation is not None:
            missing = held.missing
            # While it is made anew it answers late, and most passages are compared exactly in any case.
            if missing is not None:
                with contextlib.suppress(VectorsUnavailable):
                    ids = dict(
                        zip(wide, self._unfiltered(connection, generation, vector, list(wide.values())), strict=True)
                    )
                    every = list(dict.fromkeys(itertools.chain(*ids.values())))
                    inside = inside_each(connection, scopes, ids=every, numbers=numbers)
                    projected = [
                        self._in_scope(connection, generation, vector, reach, ids[at], inside.at(at))
                        for at, reach in wide.items()
                    ]
                    unseen = scan.top(connection, vector, missing, deepest)
                    near |= {at: found + unseen for at, found in zip(wide, projected, strict=True)}
        for at, reach in wide.items():
            if at not in near:
                near[at] = self._scanned(connection, scan, vector, reach.scope, reach.depth)
        if inside is None:
            inside = inside_each(connection, scopes, numbers=numbers)
        return [near[at] for at in range(len(reaches))], inside.numbers

    def _in_scope(
        self,
        connection: sa.Connection,
        generation: Generation,
        vector: Vectors,
        reach: Reach,
        ids: Sequence[str],
        inside: Inside,
    ) -> list[int]:
        """What Chroma found unfiltered, without what is out of scope; filtered by it where too little is left."""
        if reach.extent.later is not None:
            return [inside.number_of[id_] for id_ in ids if id_ in inside.number_of]
        near = inside.found(ids)
        enough = reach.depth if reach.scope.publisher is not None else int(_ENOUGH * reach.depth)
        if reach.scope.language is None and (deeper := _deeper(len(near), len(ids), enough)) is not None:
            ids = self._store.query(generation.collection, vector, deeper)
            further = [id_ for id_ in ids if id_ not in inside.number_of]
            near = inside.joined(inside_each(connection, [reach.scope], ids=further)).found(ids)
        if len(near) < enough:
            # Its days are whole, so some of what it finds is out of scope by hours.
            return self._filtered(connection, generation, vector, 2 * reach.depth, reach.scope)
        return near[: reach.depth]

    def _unfiltered(
        self,
        connection: sa.Connection,
        generation: Generation,
        vector: Vectors,
        reaches: Sequence[Reach],
    ) -> list[list[str]]:
        """The ids of the passages nearest to the question, enough for each scope; for those of one language those
        nearest to where the question would lie if it were asked in that."""
        counts, vectors = [], []
        for reach in reaches:
            language = reach.scope.language
            later = reach.extent.later
            shifted = None if language is None else self._sides.shifted(connection, generation, vector, language)
            vectors.append(vector if shifted is None else shifted)
            wider = _WIDER if shifted is None else _OF_LANGUAGE
            counts.append(reach.depth + later if later is not None else wider * reach.depth)
        found: dict[int, list[str]] = {}
        for count in dict.fromkeys(counts):
            alike = [at for at, other in enumerate(counts) if other == count]
            asked = np.stack([vectors[at] for at in alike])
            found |= dict(zip(alike, self._store.query_each(generation.collection, asked, count), strict=True))
            fewest = min(len(found[at]) for at in alike)
            if fewest < count and fewest < _should_hold(connection, generation, count):
                raise VectorsUnavailable("Chroma has lost passages", broken=True)
        return [found[at] for at in range(len(reaches))]

    def _filtered(
        self, connection: sa.Connection, generation: Generation, vector: Vectors, count: int, scope: Scope
    ) -> list[int]:
        """The live ones of the nearest passages that Chroma's filter finds, nearest first."""
        ids = self._store.query(generation.collection, vector, count, where=filter_of(scope))
        chosen = sa.select(passage.c.id, passage.c.number).where(among(connection, passage.c.id, ids), passage.c.live)
        number_of = {row.id: row.number for row in connection.execute(chosen)}
        return [number_of[id_] for id_ in ids if id_ in number_of]

    def _scanned(self, connection: sa.Connection, scan: Scan, vector: Vectors, scope: Scope, depth: int) -> list[int]:
        numbers = _live(connection) if scope.is_all else numbers_within(connection, scope, _ALL)
        assert numbers is not None
        return scan.top(connection, vector, numbers, depth)

    def _scan(self, embedder: Embedder, generation: Generation | None) -> Scan:
        """The embeddings kept so far. A restored backup has another token, and its numbers mean other passages."""
        key = (embedder.fingerprint, "" if generation is None else generation.token)
        with self._lock:
            if self._scan_of is None or self._scan_of[0] != key:
                self._scan_of = (key, Scan(embedder.fingerprint, embedder.dimension))
            return self._scan_of[1]


def _deeper(near: int, asked: int, depth: int) -> int | None:
    """Among how many of the nearest passages `depth` are in scope, where `near` of the first `asked` are; None where
    these are enough, or too few to tell."""
    if near >= depth or near < _TELLING:
        return None
    deeper = int(_MARGIN * asked * depth / near)
    return deeper if deeper <= _DEEPEST else None


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
