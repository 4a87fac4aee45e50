"""Articles by their address: what a person may mean who sends a link."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.stored import StoredAs
from index.store.identity import url_key
from index.store.schema import article, passage, revision


@dataclasses.dataclass(frozen=True, slots=True)
class Listed:
    """An article as it is listed."""

    url: str
    title: str
    publisher: str
    published_at: datetime | None


def stored_as(connection: sa.Connection, passage_ids: Sequence[str]) -> dict[str, StoredAs]:
    """Which stored text each of these passages is of; it stays when the outlet changes or removes its article."""
    query = (
        sa.select(passage.c.id, revision.c.number, revision.c.created_at, revision.c.text)
        .select_from(passage.join(revision, passage.c.revision_id == revision.c.id))
        .where(passage.c.id.in_(passage_ids))
    )
    return {
        row.id: StoredAs(row.number, row.created_at, hashlib.sha256(row.text.encode()).hexdigest())
        for row in connection.execute(query)
    }


def articles_at(connection: sa.Connection, url: str, host: str, *, limit: int) -> tuple[list[Listed], bool]:
    """The article at the address, else the newest of its site; whether it is the very one."""
    exact = _rows(connection, article.c.url_key == url_key(url), limit=1)
    if exact:
        return exact, True
    bare = host.lower().removeprefix("www.")
    starts = [f"{scheme}://{www}{bare}/" for scheme in ("https", "http") for www in ("", "www.")]
    site = sa.or_(*(article.c.url.startswith(start, autoescape=True) for start in starts))
    return (_rows(connection, site, limit=limit) if bare else []), False


def _rows(connection: sa.Connection, where: sa.ColumnElement[bool], *, limit: int) -> list[Listed]:
    other = revision.alias("other")
    newest = sa.select(sa.func.max(other.c.number)).where(other.c.article_id == article.c.id)
    query = (
        sa.select(article.c.url, revision.c.title, article.c.publisher, article.c.published_at)
        .select_from(article.join(revision, revision.c.article_id == article.c.id))
        .where(where, article.c.state == "live", revision.c.number == newest.correlate(article).scalar_subquery())
        .order_by(article.c.dated_at.desc())
        .limit(limit)
    )
    return [Listed(row.url, row.title, row.publisher, row.published_at) for row in connection.execute(query)]
