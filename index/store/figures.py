"""Figures about what a corpus holds."""

from __future__ import annotations

import dataclasses
from datetime import datetime

import sqlalchemy as sa

from index.store import schema


@dataclasses.dataclass(frozen=True, slots=True)
class CorpusStats:
    """Counts of what is stored. `waiting_since_at`: when the oldest came that waits to be indexed. `newest_at`: what
    the newest article is dated by. None where there is none."""

    sources: int
    failing_sources: int
    articles: int
    passages: int
    pending: int
    waiting_since_at: datetime | None
    quarantined: int
    slow: int
    publishers: int
    newest_at: datetime | None


def corpus_stats(connection: sa.Connection) -> CorpusStats:
    source, article, revision, passage = schema.source, schema.article, schema.revision, schema.passage
    live = article.c.state == "live"
    oldest = sa.select(sa.func.min(revision.c.created_at)).where(revision.c.state == "pending")
    newest = connection.execute(sa.select(sa.func.max(article.c.dated_at)).where(live)).scalar()
    publishers = connection.execute(sa.select(sa.func.count(sa.distinct(article.c.publisher))).where(live)).scalar_one()
    return CorpusStats(
        sources=_count(connection, source, source.c.state != "gone"),
        failing_sources=_count(connection, source, source.c.health == "failing"),
        articles=_count(connection, article, live),
        passages=_count(connection, passage, passage.c.live),
        pending=_count(connection, revision, revision.c.state == "pending"),
        waiting_since_at=connection.execute(oldest).scalar(),
        quarantined=_count(connection, revision, revision.c.state == "quarantined"),
        slow=_count(connection, schema.reading, schema.reading.c.set_aside_s.is_not(None)),
        publishers=publishers,
        newest_at=newest,
    )


def _count(connection: sa.Connection, table: sa.Table, where: sa.ColumnElement[bool]) -> int:
    query = sa.select(sa.func.count()).select_from(table).where(where)
    found: int = connection.execute(query).scalar_one()
    return found
