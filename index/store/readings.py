"""Readings in SQL: what was read in each indexed revision, as text, with the vectors of its statements as bytes."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from index.store.schema import article, passage, reading, revision


@dataclasses.dataclass(frozen=True, slots=True)
class SetAside:
    """An article that is not used, and whose it is: it could not be indexed, or was too slow to be read for answers."""

    title: str
    publisher: str
    slow: bool


def store_reading(
    connection: sa.Connection,
    *,
    revision_id: int,
    article_id: str,
    version: int,
    language: str,
    body: str,
    fingerprint: str,
    vectors: bytes,
) -> None:
    """Write what was read in a revision, in the place of what was read in its article before."""
    connection.execute(sa.delete(reading).where(reading.c.article_id == article_id))
    row = {
        "revision_id": revision_id,
        "article_id": article_id,
        "version": version,
        "language": language,
        "body": body,
        "fingerprint": fingerprint,
        "vectors": vectors,
    }
    connection.execute(sa.insert(reading).values(**row))


def reading_rows(connection: sa.Connection, article_ids: Sequence[str]) -> dict[str, Any]:
    """The live articles of those ids that were read and not set aside, with their text and what was read, by id;
    `spans` is where their live passages are: id, start and end of each, with spaces between, lines of them."""
    line = passage.c.id + " " + sa.cast(passage.c.start, sa.Text) + " " + sa.cast(passage.c.end_, sa.Text)
    placed = sa.select(sa.func.aggregate_strings(line, "\n"))
    spans = placed.where(passage.c.article_id == reading.c.article_id, passage.c.live).scalar_subquery()
    chosen = (
        sa.select(
            article.c.id,
            article.c.url,
            article.c.publisher,
            article.c.published_at,
            article.c.first_seen_at,
            article.c.origin,
            article.c.carrier,
            article.c.stated_source,
            revision.c.title,
            revision.c.text,
            reading.c.body,
            reading.c.fingerprint,
            reading.c.vectors,
            spans.label("spans"),
        )
        .select_from(reading)
        .join(revision, reading.c.revision_id == revision.c.id)
        .join(article, reading.c.article_id == article.c.id)
        .where(reading.c.article_id.in_(article_ids), article.c.state == "live")
        .where(reading.c.set_aside_s.is_(None))
    )
    return {row.id: row for row in connection.execute(chosen)}


def outdated_readings(connection: sa.Connection, version: int, fingerprint: str, limit: int) -> list[sa.Row[Any]]:
    """Live indexed revisions, newest first, that no reader of `version` has read or another model made vectors of."""
    current = sa.and_(reading.c.version >= version, reading.c.fingerprint == fingerprint)
    chosen = (
        sa.select(
            revision.c.id,
            revision.c.article_id,
            revision.c.title,
            revision.c.text,
            article.c.publisher,
            article.c.published_at,
            article.c.language,
        )
        .select_from(revision)
        .join(article, revision.c.article_id == article.c.id)
        .outerjoin(reading, reading.c.revision_id == revision.c.id)
        .where(revision.c.state == "indexed", sa.or_(reading.c.revision_id.is_(None), sa.not_(current)))
        .order_by(revision.c.id.desc())
        .limit(limit)
    )
    return list(connection.execute(chosen))


def set_aside(connection: sa.Connection, article_id: str, seconds: float) -> None:
    """Have an article that cost so many seconds read for no question until it is read anew."""
    slow = sa.update(reading).where(reading.c.article_id == article_id)
    connection.execute(slow.values(set_aside_s=seconds))


def take_back(connection: sa.Connection) -> int:
    """Let what was set aside for its cost be read for questions again; how many articles."""
    slow = sa.update(reading).where(reading.c.set_aside_s.is_not(None))
    return connection.execute(slow.values(set_aside_s=None)).rowcount


def articles_set_aside(connection: sa.Connection, most: int) -> list[SetAside]:
    """The articles set aside, the newest first, at most so many."""
    chosen = (
        sa.select(revision.c.title, article.c.publisher, reading.c.set_aside_s.is_not(None).label("slow"))
        .select_from(revision)
        .join(article, revision.c.article_id == article.c.id)
        .outerjoin(reading, reading.c.revision_id == revision.c.id)
        .where(article.c.state == "live")
        .where(sa.or_(revision.c.state == "quarantined", reading.c.set_aside_s.is_not(None)))
        .order_by(revision.c.id.desc())
        .limit(most)
    )
    return [SetAside(row.title, row.publisher, bool(row.slow)) for row in connection.execute(chosen)]
