"""Whether the corpus is sound: what SQL says of itself, and whether Chroma holds what SQL does."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import datetime, timedelta

import numpy as np
import sqlalchemy as sa

from index.embedding.embedder import Vectors
from index.retrieval.chroma import VectorsUnavailable
from index.retrieval.projection import Generation, Projection
from index.retrieval.vectors import VectorStore
from index.store.database import Database
from index.store.schema import passage, revision

_BATCH = 1000
_BEHIND = timedelta(hours=1)
# Chroma keeps single precision, as SQL does; anything below is another vector.
_SAME = 0.9999


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it should be. `code` is stable; `sentence` is for the operator."""

    code: str
    sentence: str


@dataclasses.dataclass(frozen=True, slots=True)
class Health:
    """What a check found. `repaired` counts what was mended; a problem that was mended is no longer listed."""

    problems: tuple[Problem, ...]
    passages: int
    repaired: int = 0

    @property
    def is_sound(self) -> bool:
        return not self.problems


@dataclasses.dataclass(frozen=True, slots=True)
class Difference:
    """Passage ids: in SQL but not in Chroma, in Chroma but not live in SQL, in both with unlike vectors."""

    missing: tuple[str, ...]
    orphaned: tuple[str, ...]
    differing: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.missing) + len(self.orphaned) + len(self.differing)


def sql_problems(database: Database, fingerprint: str, *, deep: bool) -> Iterator[Problem]:
    """What SQL alone can tell. `deep` reads everything."""
    with database.read() as connection:
        if deep:
            yield from _integrity(connection)
        for code, where, sentence in _rules(fingerprint):
            counted = sa.select(sa.func.count()).select_from(passage.join(revision)).where(where)
            if count := connection.execute(counted).scalar_one():
                yield Problem(code, sentence.format(count))
        quarantined = sa.select(sa.func.count()).select_from(revision).where(revision.c.state == "quarantined")
        if count := connection.execute(quarantined).scalar_one():
            said = (
                f"{count} article texts could not be indexed and were set aside; sitrep index --again tries them again"
            )
            yield Problem("quarantined", said)


def lag(database: Database, now: datetime) -> Iterator[Problem]:
    """Whether what comes in is searchable soon."""
    late = sa.and_(revision.c.state == "pending", revision.c.created_at <= now - _BEHIND)
    with database.read() as connection:
        counted = sa.select(sa.func.count(), sa.func.min(revision.c.created_at)).where(late)
        count, oldest = connection.execute(counted).one()
    if count:
        said = f"Indexing is behind: articles have waited since {oldest:%d %b %H:%M} UTC ({count} for over an hour)"
        yield Problem("behind", said)


def _rules(fingerprint: str) -> Iterator[tuple[str, sa.ColumnElement[bool], str]]:
    live = passage.c.live
    yield "other_model", sa.and_(live, passage.c.fingerprint != fingerprint), "{} passages are of another model"
    yield "stale_live", sa.and_(live, revision.c.state != "indexed"), "{} passages of older texts are searchable"
    outside = sa.or_(passage.c.start >= passage.c.end_, passage.c.end_ > sa.func.length(revision.c.text))
    yield "bad_offsets", outside, "{} passages lie outside their text"


def _integrity(connection: sa.Connection) -> Iterator[Problem]:
    if connection.dialect.name != "sqlite":
        return
    found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(5)")]
    if found != ["ok"]:
        yield Problem("database_damaged", f"The database file is damaged ({found[0]}); restore a backup")


def compare(database: Database, store: VectorStore, generation: Generation) -> Difference:
    """Every live passage against every vector in Chroma. Raises VectorsUnavailable."""
    with database.read() as connection:
        expected = _live_ids(connection, generation.fingerprint)
        held: set[str] = set()
        differing: list[str] = []
        for ids, vectors in store.vectors(generation.collection):
            held.update(ids)
            ours = _embeddings(connection, [one for one in ids if one in expected])
            differing += [
                one
                for one, vector in zip(ids, vectors, strict=True)
                if one in ours and float(ours[one] @ vector) < _SAME * float(np.linalg.norm(vector))
            ]
    return Difference(tuple(expected - held), tuple(held - expected), tuple(differing))


def mend(database: Database, store: VectorStore, projection: Projection, *, fingerprint: str, now: datetime) -> int:
    """Make Chroma hold what SQL does, without embedding again; how many vectors were put right."""
    generation = projection.generation(fingerprint, now=now)
    try:
        if not store.is_sound(generation.collection):
            raise VectorsUnavailable("Chroma does not find what it holds", broken=True)
        difference = compare(database, store, generation)
        store.delete(generation.collection, list(difference.orphaned))
    except VectorsUnavailable as error:
        if not error.broken:
            raise
        return projection.rebuild(fingerprint, now=now, broken=generation)
    wrong = [*difference.missing, *difference.differing]
    for begin in range(0, len(wrong), _BATCH):
        ids = wrong[begin : begin + _BATCH]
        forgotten = sa.update(passage).where(passage.c.id.in_(ids)).values(generation=None)
        database.transact(lambda connection, forgotten=forgotten: connection.execute(forgotten))  # type: ignore[misc]
    projection.keep_up(fingerprint, now=now)
    return len(difference)


def chroma_problems(
    database: Database, store: VectorStore, projection: Projection, generation: Generation, *, deep: bool
) -> Iterator[Problem]:
    """Whether Chroma answers and holds what it should."""
    try:
        if lacking := projection.missing(generation):
            yield Problem("vectors_missing", f"{lacking} passages are not in Chroma yet; an exact scan finds them")
        store.create(generation.collection)
        if not store.is_sound(generation.collection):
            yield Problem("vectors_unsound", "Chroma does not find what it holds; run sitrep check --repair")
        if deep and (difference := compare(database, store, generation)):
            yield Problem(
                "vectors_differ",
                f"Chroma lacks {len(difference.missing)} passages, has {len(difference.orphaned)} too many and"
                f" {len(difference.differing)} that differ",
            )
    except VectorsUnavailable as error:
        yield Problem("vectors_unavailable", f"{error}; an exact scan answers meanwhile")


def examine(
    database: Database,
    store: VectorStore,
    projection: Projection,
    fingerprint: str,
    *,
    deep: bool,
    mended: int,
    now: datetime,
) -> Health:
    """Everything that is wrong, in SQL and in Chroma."""
    generation = projection.generation(fingerprint, now=now)
    found = (
        *sql_problems(database, fingerprint, deep=deep),
        *lag(database, now),
        *chroma_problems(database, store, projection, generation, deep=deep),
    )
    with database.read() as connection:
        counted = sa.select(sa.func.count()).select_from(passage).where(passage.c.live)
        return Health(found, connection.execute(counted).scalar_one(), mended)


def _live_ids(connection: sa.Connection, fingerprint: str) -> set[str]:
    chosen = sa.select(passage.c.id).where(passage.c.live, passage.c.fingerprint == fingerprint)
    return set(connection.execute(chosen).scalars())


def _embeddings(connection: sa.Connection, ids: list[str]) -> dict[str, Vectors]:
    chosen = sa.select(passage.c.id, passage.c.embedding).where(passage.c.id.in_(ids))
    return {row.id: np.frombuffer(row.embedding, np.float32) for row in connection.execute(chosen)}
