"""Articles by their address: what a person may mean who sends a link."""

from __future__ import annotations

import dataclasses
from datetime import datetime

import sqlalchemy as sa

from index.store.identity import url_key
from index.store.schema import article, revision


@dataclasses.dataclass(frozen=True, slots=True)
class Listed:
    """An article as it is listed."""

    url: str
    title: str
    publisher: str
    published_at: datetime | None


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
