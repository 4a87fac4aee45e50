"""Chroma as a projection of SQL: which collection is searched, what it lacks, and making it anew."""

from __future__ import annotations

import contextlib
import dataclasses
import uuid
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import sqlalchemy as sa
import structlog

from index.embedding.embedder import Vectors
from index.retrieval.chroma import VectorsUnavailable
from index.retrieval.scope import Label, Later, Numbers, counting_later, label, later_of
from index.retrieval.vectors import VectorStore, collection_name
from index.store.articles import insert_new
from index.store.database import Database
from index.store.schema import article, passage, projection

_BATCH = 1000
_COUNTED_EVERY = timedelta(minutes=5)

_LABELLED = (article.c.dated_at, article.c.publisher, article.c.language)

Progress = Callable[[int, int], None]


@dataclasses.dataclass(frozen=True, slots=True)
class Generation:
    """The collection that is searched. A passage with another `generation` in SQL is not in it yet."""

    token: str
    number: int
    fingerprint: str

    @property
    def collection(self) -> str:
        return collection_name(self.token, self.number, self.fingerprint)


@dataclasses.dataclass(frozen=True, slots=True)
class Standing:
    """What a snapshot has: the generation in use, whether Chroma lacks none of its passages, and the numbers of its
    first and newest passages, 0 where there is none; and what is later than a moment, where one was given."""

    generation: Generation | None
    is_whole: bool
    first: int
    newest: int
    later: Later | None = None


class Projection:
    """Keeps Chroma in step with SQL. Whatever Chroma lacks is found by an exact scan meanwhile."""

    def __init__(self, database: Database, store: VectorStore) -> None:
        self._database = database
        self._store = store
        self._counted_at: datetime | None = None
        self._log = structlog.get_logger()

    def generation(self, fingerprint: str, *, now: datetime) -> Generation:
        """The generation to write to and search in; a new one where the model has changed."""
        with self._database.read() as connection:
            current = read_generation(connection)
        if current is not None and current.fingerprint == fingerprint:
            return current
        return self._database.transact(lambda connection: _follow(connection, fingerprint, now))

    def upsert(self, generation: Generation, ids: list[str], vectors: Vectors, article_ids: Sequence[str]) -> bool:
        """Put the vectors of passages, each of an article, into Chroma; False where it can not be used, and they are
        left for `keep_up`."""
        with self._database.read() as connection:
            labels = read_labels(connection, article_ids)
        try:
            self._store.create(generation.collection)
            self._store.upsert(generation.collection, ids, vectors, [labels[one] for one in article_ids])
        except VectorsUnavailable:
            return False
        return True

    def forget(self, generation: Generation, ids: list[str]) -> None:
        """Take vectors out of Chroma. One that stays does no harm: it is no longer live in SQL."""
        with contextlib.suppress(VectorsUnavailable):
            self._store.delete(generation.collection, ids)

    def keep_up(self, fingerprint: str, *, now: datetime, progress: Progress | None = None) -> int:
        """Put into Chroma what it has not got, and make it anew where it is broken; how many passages.

        Raises VectorsUnavailable where it is away.
        """
        generation = self.generation(fingerprint, now=now)
        try:
            if self._is_to_be_counted(now) and self._held(generation) > self._count(generation):
                raise VectorsUnavailable("Chroma has lost passages", broken=True)
            return self._catch_up(generation, progress)
        except VectorsUnavailable as error:
            if not error.broken:
                raise
            self._log.warning("vectors_broken", generation=generation.number, why=str(error))
            return self.rebuild(fingerprint, now=now, broken=generation, progress=progress)

    def rebuild(
        self, fingerprint: str, *, now: datetime, broken: Generation | None = None, progress: Progress | None = None
    ) -> int:
        """A new collection, filled from SQL without embedding again; the old ones are dropped.

        With `broken`, only while that is the generation in use: another process may have begun the next one.
        """
        if broken is not None:
            self._store.clear()
        self._store.wake()
        generation = self._database.transact(lambda connection: _advance(connection, fingerprint, now, broken))
        done = self._catch_up(generation, progress)
        with contextlib.suppress(VectorsUnavailable):
            self._store.drop_others(generation.collection)
        return done

    def _is_to_be_counted(self, now: datetime) -> bool:
        """Whether it is time to count what SQL and Chroma hold: it takes longer the more there is."""
        due = self._counted_at is None or not timedelta() <= now - self._counted_at < _COUNTED_EVERY
        if due:
            self._counted_at = now
        return due

    def _catch_up(self, generation: Generation, progress: Progress | None) -> int:
        with self._database.read() as connection:
            some = lacking(connection, generation, _BATCH + 1).size
        total = some if some <= _BATCH else self.missing(generation)
        self._store.create(generation.collection)
        filling = self._store.filled() if total > _BATCH else contextlib.nullcontext()
        with filling:
            return self._fill(generation, total, progress)

    def _fill(self, generation: Generation, total: int, progress: Progress | None) -> int:
        done = 0
        while batch := self._batch(generation):
            ids = [row.id for row in batch]
            vectors = np.stack([np.frombuffer(row.embedding, np.float32) for row in batch])
            labels = [label(row.dated_at, row.publisher, row.language) for row in batch]
            self._store.upsert(generation.collection, ids, vectors, labels)
            self._database.transact(lambda connection, ids=ids: mark(connection, ids, generation))  # type: ignore[misc]
            done += len(ids)
            if progress is not None:
                progress(done, max(done, total))
        return done

    def _count(self, generation: Generation) -> int:
        self._store.create(generation.collection)
        return self._store.count(generation.collection)

    def _held(self, generation: Generation) -> int:
        with self._database.read() as connection:
            return held(connection, generation)

    def missing(self, generation: Generation) -> int:
        """How many live passages Chroma does not hold."""
        with self._database.read() as connection:
            counted = sa.select(sa.func.count()).select_from(passage).where(_lacking(generation))
            return connection.execute(counted).scalar_one()

    def _batch(self, generation: Generation) -> list[sa.Row[Any]]:
        with self._database.read() as connection:
            numbers = lacking(connection, generation, _BATCH).tolist()
            chosen = (
                sa.select(passage.c.id, passage.c.embedding, *_LABELLED)
                .select_from(passage.join(article, passage.c.article_id == article.c.id))
                .where(passage.c.number.in_(numbers))
            )
            return list(connection.execute(chosen))


def read_generation(connection: sa.Connection) -> Generation | None:
    """The current generation, if there ever was one."""
    row = connection.execute(sa.select(projection)).one_or_none()
    return None if row is None else Generation(row.token, row.generation, row.fingerprint)


def read_standing(connection: sa.Connection, until: datetime | None = None) -> Standing:
    """What every search of a snapshot needs to know, by one statement; with `until`, what is later than that, too."""
    ends = [sa.select(of(passage.c.number)).scalar_subquery() for of in (sa.func.min, sa.func.max)]
    columns = (projection.c.token, projection.c.generation, projection.c.fingerprint)
    own = sa.and_(passage.c.live, passage.c.fingerprint == projection.c.fingerprint)
    # As `lacking` has it.
    lacks = [
        sa.exists().where(own, part).correlate(projection)
        for part in (
            passage.c.generation.is_(None),
            passage.c.generation < projection.c.generation,
            passage.c.generation > projection.c.generation,
        )
    ]
    one = sa.select(sa.literal(1).label("one")).subquery()
    whole = one.outerjoin(projection, sa.true())
    counted = [] if until is None else [counting_later(until).scalar_subquery()]
    row = connection.execute(sa.select(*columns, *ends, sa.or_(*lacks), *counted).select_from(whole)).one()
    generation = None if row[0] is None else Generation(row[0], row[1], row[2])
    later = None if until is None else later_of(until, row[6])
    return Standing(generation, not row[5], row[3] or 0, row[4] or 0, later)


def held(connection: sa.Connection, generation: Generation) -> int:
    """How many live passages Chroma should hold."""
    live = sa.and_(passage.c.live, passage.c.fingerprint == generation.fingerprint)
    counted = sa.select(sa.func.count()).select_from(passage)
    return connection.execute(counted.where(live, passage.c.generation == generation.number)).scalar_one()


def mark(connection: sa.Connection, ids: list[str], generation: Generation) -> None:
    """Remember that Chroma holds these passages."""
    connection.execute(sa.update(passage).where(passage.c.id.in_(ids)).values(generation=generation.number))


def lacking(connection: sa.Connection, generation: Generation, most: int) -> Numbers:
    """The numbers of up to `most` live passages that Chroma does not hold, ascending."""
    live = sa.and_(passage.c.live, passage.c.fingerprint == generation.fingerprint)
    # Three stretches of one index: asked whether it is another, the database would look at every passage there is.
    parts = (
        passage.c.generation.is_(None),
        passage.c.generation < generation.number,
        passage.c.generation > generation.number,
    )
    stretches = [sa.select(passage.c.number).where(live, part).limit(most).subquery() for part in parts]
    chosen = sa.union_all(*(sa.select(stretch.c.number) for stretch in stretches)).limit(most)
    return np.sort(np.fromiter(connection.execute(chosen).scalars(), np.int64))


def read_labels(connection: sa.Connection, article_ids: Sequence[str]) -> dict[str, Label]:
    """What Chroma keeps beside the vectors of articles."""
    chosen = sa.select(article.c.id, *_LABELLED).where(article.c.id.in_(set(article_ids)))
    return {row.id: label(row.dated_at, row.publisher, row.language) for row in connection.execute(chosen)}


def _lacking(generation: Generation) -> sa.ColumnElement[bool]:
    return sa.and_(
        passage.c.live,
        passage.c.fingerprint == generation.fingerprint,
        sa.or_(passage.c.generation.is_(None), passage.c.generation != generation.number),
    )


def _follow(connection: sa.Connection, fingerprint: str, now: datetime) -> Generation:
    """The generation of this model; begun here unless another process has just done so."""
    current = _held_row(connection, now)
    return current if current.fingerprint == fingerprint else _begin(connection, current, fingerprint, now)


def _advance(connection: sa.Connection, fingerprint: str, now: datetime, broken: Generation | None) -> Generation:
    current = _held_row(connection, now)
    if broken is not None and current != broken and current.fingerprint == fingerprint:
        return current
    return _begin(connection, current, fingerprint, now)


def _begin(connection: sa.Connection, current: Generation, fingerprint: str, now: datetime) -> Generation:
    begun = Generation(current.token, current.number + 1, fingerprint)
    moved = {"generation": begun.number, "fingerprint": fingerprint, "changed_at": now}
    connection.execute(sa.update(projection).values(**moved))
    return begun


def renew(connection: sa.Connection, now: datetime) -> None:
    """Leave every collection behind: what SQL holds is no longer what they were made from."""
    current = _held_row(connection, now)
    moved = {"token": uuid.uuid4().hex[:12], "generation": current.number + 1, "changed_at": now}
    connection.execute(sa.update(projection).values(**moved))


def _held_row(connection: sa.Connection, now: datetime) -> Generation:
    """The one row, made where it is missing, and held until the end of the transaction."""
    first = {"id": 1, "token": uuid.uuid4().hex[:12], "generation": 0, "fingerprint": "", "changed_at": now}
    insert_new(connection, projection, first)
    row = connection.execute(sa.select(projection).with_for_update()).one()
    return Generation(row.token, row.generation, row.fingerprint)
