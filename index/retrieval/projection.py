"""Chroma as a projection of SQL: which collection is searched, what it lacks, and making it anew."""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Callable
from datetime import datetime

import numpy as np
import sqlalchemy as sa

from index.embedding.embedder import Vectors
from index.retrieval.vectors import VectorStore, VectorsUnavailable, collection_name
from index.store.articles import insert_new
from index.store.database import Database
from index.store.schema import passage, projection

_BATCH = 1000


@dataclasses.dataclass(frozen=True, slots=True)
class Generation:
    """The collection that is searched. A passage with another `generation` in SQL is not in it yet."""

    token: str
    number: int
    fingerprint: str

    @property
    def collection(self) -> str:
        return collection_name(self.token, self.number, self.fingerprint)


class Projection:
    """Keeps Chroma in step with SQL. Whatever Chroma lacks is found by an exact scan meanwhile."""

    def __init__(self, database: Database, store: VectorStore) -> None:
        self._database = database
        self._store = store

    def generation(self, fingerprint: str, *, now: datetime) -> Generation:
        """The generation to write to and search in; a new one where the model has changed."""
        with self._database.read() as connection:
            current = read_generation(connection)
        if current is not None and current.fingerprint == fingerprint:
            return current
        return self._database.transact(lambda connection: _follow(connection, fingerprint, now))

    def upsert(self, generation: Generation, ids: list[str], vectors: Vectors) -> bool:
        """Put vectors into Chroma; False where it can not be used, and they are left for `catch_up`."""
        try:
            self._store.upsert(generation.collection, ids, vectors)
        except VectorsUnavailable:
            return False
        return True

    def forget(self, generation: Generation, ids: list[str]) -> None:
        """Take vectors out of Chroma. One that stays does no harm: it is no longer live in SQL."""
        try:
            self._store.delete(generation.collection, ids)
        except VectorsUnavailable:
            return

    def catch_up(self, generation: Generation, progress: Callable[[int, int], None] | None = None) -> int:
        """Put into Chroma what SQL has and it has not; the number of passages. Raises VectorsUnavailable."""
        done, total = 0, self.missing(generation)
        while batch := self._batch(generation):
            ids = [row.id for row in batch]
            vectors = np.stack([np.frombuffer(row.embedding, np.float32) for row in batch])
            self._store.upsert(generation.collection, ids, vectors)
            self._database.transact(lambda connection, ids=ids: mark(connection, ids, generation))  # type: ignore[misc]
            done += len(ids)
            if progress is not None:
                progress(done, max(done, total))
        return done

    def rebuild(self, fingerprint: str, *, now: datetime, progress: Callable[[int, int], None] | None = None) -> int:
        """A new collection, filled from SQL without embedding again; the old ones are dropped."""
        generation = self._database.transact(lambda connection: _begin(connection, fingerprint, now))
        done = self.catch_up(generation, progress)
        self._store.drop_others(generation.collection)
        return done

    def missing(self, generation: Generation) -> int:
        """How many live passages Chroma does not hold."""
        with self._database.read() as connection:
            counted = sa.select(sa.func.count()).select_from(passage).where(_lacking(generation))
            return connection.execute(counted).scalar_one()

    def _batch(self, generation: Generation) -> list[sa.Row[tuple[str, bytes]]]:
        with self._database.read() as connection:
            chosen = sa.select(passage.c.id, passage.c.embedding).where(_lacking(generation)).limit(_BATCH)
            return list(connection.execute(chosen))


def read_generation(connection: sa.Connection) -> Generation | None:
    """The current generation, if there ever was one."""
    row = connection.execute(sa.select(projection)).one_or_none()
    return None if row is None else Generation(row.token, row.generation, row.fingerprint)


def mark(connection: sa.Connection, ids: list[str], generation: Generation) -> None:
    """Remember that Chroma holds these passages."""
    held = sa.update(passage).where(passage.c.id.in_(ids)).values(generation=generation.number)
    connection.execute(held)


def _lacking(generation: Generation) -> sa.ColumnElement[bool]:
    held = passage.c.generation == generation.number
    return sa.and_(
        passage.c.live,
        passage.c.fingerprint == generation.fingerprint,
        sa.or_(passage.c.generation.is_(None), sa.not_(held)),
    )


def _follow(connection: sa.Connection, fingerprint: str, now: datetime) -> Generation:
    """The generation of this model; begun here unless another process has just done so."""
    current = _held(connection, now)
    return current if current.fingerprint == fingerprint else _begin(connection, fingerprint, now)


def _begin(connection: sa.Connection, fingerprint: str, now: datetime) -> Generation:
    held = _held(connection, now)
    begun = Generation(held.token, held.number + 1, fingerprint)
    moved = {"generation": begun.number, "fingerprint": fingerprint, "state": "ready", "changed_at": now}
    connection.execute(sa.update(projection).values(**moved))
    return begun


def _held(connection: sa.Connection, now: datetime) -> Generation:
    """The one row, made where it is missing, and held until the end of the transaction."""
    first = {"id": 1, "token": uuid.uuid4().hex[:12], "generation": 0, "fingerprint": "", "state": "ready"}
    insert_new(connection, projection, first | {"changed_at": now})
    row = connection.execute(sa.select(projection).with_for_update()).one()
    return Generation(row.token, row.generation, row.fingerprint)
