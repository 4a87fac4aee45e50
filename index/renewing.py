"""Renewing: passages that another model embedded are embedded again, newest first; words find them meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from index.embedding.embedder import Embedder, Vectors
from index.indexing import REFUSALS, IndexingPolicy, check_model, embedded_text
from index.store.database import Database
from index.store.schema import passage, revision

_AT_ONCE = 64


def renew(database: Database, embedder: Embedder, policy: IndexingPolicy) -> int:
    """Embed again what another model embedded; how many passages. One that the model fails on is left after as many
    tries as an article has. They are counted before each: it may end the process."""
    done = 0
    while batch := _outdated(database, embedder.fingerprint, policy.most_failures):
        _count_try(database, batch)
        try:
            done += _embed(database, embedder, batch)
        except REFUSALS:
            check_model(embedder)
    return done


def _outdated(database: Database, fingerprint: str, most_tries: int) -> list[sa.Row[Any]]:
    """Untried ones together; those that were tried before one by one, so that a bad one spoils no other."""
    text = sa.func.substr(revision.c.text, passage.c.start + 1, passage.c.end_ - passage.c.start).label("text")
    # Two stretches of one index, nearly always empty: asked whether it is another, the database would look at them all.
    others = sa.union_all(
        sa.select(passage.c.number).where(passage.c.fingerprint < fingerprint, passage.c.live),
        sa.select(passage.c.number).where(passage.c.fingerprint > fingerprint, passage.c.live),
    ).subquery()
    chosen = (
        sa.select(passage.c.number, passage.c.revision_id, revision.c.title, text)
        .select_from(passage.join(revision))
        .where(passage.c.number.in_(sa.select(others.c.number)))
        .order_by(passage.c.number.desc())
    )
    with database.read() as connection:
        fresh: list[sa.Row[Any]] = list(connection.execute(chosen.where(revision.c.attempts == 0).limit(_AT_ONCE)))
        tried = revision.c.attempts.between(1, most_tries - 1)
        return fresh or list(connection.execute(chosen.where(tried).limit(1)))


def _count_try(database: Database, batch: Sequence[sa.Row[Any]]) -> None:
    ids = {row.revision_id for row in batch}
    counted = sa.update(revision).where(revision.c.id.in_(ids)).values(attempts=revision.c.attempts + 1)
    database.transact(lambda connection: connection.execute(counted))


def _embed(database: Database, embedder: Embedder, batch: Sequence[sa.Row[Any]]) -> int:
    vectors = embedder.passages([embedded_text(row.title, row.text) for row in batch])
    database.transact(lambda connection: _replace(connection, batch, vectors, embedder.fingerprint))
    return len(batch)


def _replace(connection: sa.Connection, batch: Sequence[sa.Row[Any]], vectors: Vectors, fingerprint: str) -> None:
    for row, vector in zip(batch, vectors, strict=True):
        values = {"embedding": vector.tobytes(), "fingerprint": fingerprint, "generation": None}
        connection.execute(sa.update(passage).where(passage.c.number == row.number).values(**values))
    ids = {row.revision_id for row in batch}
    connection.execute(sa.update(revision).where(revision.c.id.in_(ids)).values(attempts=0))
