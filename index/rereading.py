"""Rereading: what an older reader read, or another model made vectors of, is read again, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import sqlalchemy as sa
import structlog

from index.embedding.embedder import Embedder, Vectors
from index.indexing import REFUSALS, check_model, record, source_of, statement_texts
from index.ingest.workers import Runner
from index.reports.intake import read_all
from index.reports.reading import READER_VERSION
from index.reports.records import Reading
from index.store.database import Database
from index.store.readings import outdated_readings
from index.store.schema import revision

_AT_ONCE = 16


def reread(database: Database, embedder: Embedder, runner: Runner) -> int:
    """Read again what is outdated; how many revisions. One that can not be read is left as it was, and told."""
    done = 0
    failed: set[int] = set()
    while batch := _outdated(database, embedder.fingerprint, failed):
        done += _read(database, embedder, runner, batch, failed)
    return done


def _outdated(database: Database, fingerprint: str, failed: set[int]) -> list[sa.Row[Any]]:
    with database.read() as connection:
        rows = outdated_readings(connection, READER_VERSION, fingerprint, _AT_ONCE + len(failed))
    return [row for row in rows if row.id not in failed][:_AT_ONCE]


def _read(
    database: Database, embedder: Embedder, runner: Runner, batch: Sequence[sa.Row[Any]], failed: set[int]
) -> int:
    try:
        readings: list[Reading] = runner.run(read_all, [source_of(row, row) for row in batch])
        texts = [statement_texts(row.text, reading) for row, reading in zip(batch, readings, strict=True)]
        vectors = embedder.passages([text for part in texts for text in part])
    except REFUSALS as error:
        if len(batch) > 1:
            return sum(_read(database, embedder, runner, [row], failed) for row in batch)
        check_model(embedder)
        failed.add(batch[0].id)
        structlog.get_logger().warning("revision_not_read", revision=batch[0].id, error=type(error).__name__)
        return 0
    ends = np.cumsum([len(part) for part in texts])[:-1]
    parts = np.split(vectors, ends)
    database.transact(lambda connection: _replace(connection, batch, readings, parts, embedder.fingerprint))
    return len(batch)


def _replace(
    connection: sa.Connection,
    batch: Sequence[sa.Row[Any]],
    readings: Sequence[Reading],
    parts: Sequence[Vectors],
    fingerprint: str,
) -> None:
    """Store what was read of revisions that are still the indexed ones."""
    ids = [row.id for row in batch]
    current = sa.select(revision.c.id).where(revision.c.id.in_(ids), revision.c.state == "indexed")
    indexed = set(connection.execute(current.with_for_update()).scalars())
    for row, reading, vectors in zip(batch, readings, parts, strict=True):
        if row.id in indexed:
            record(connection, row.id, row.article_id, reading, vectors, fingerprint)
