"""Whose an article is: the site that served it, the house that brought it; and the sites that are known."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from index.sites import site_of
from index.store.database import UtcDateTime

revision = "0003"
down_revision = "0002"

_AT_ONCE = 1000


def upgrade() -> None:
    op.create_table(
        "site",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("house", sa.Text(), nullable=False),
        sa.Column("first_known_at", UtcDateTime(), nullable=False),
        sa.Column("vouched_at", UtcDateTime(), nullable=True),
        sa.Column("vouched_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_site")),
    )
    op.create_index(op.f("ix_site_house"), "site", ["house"], unique=False)
    op.create_table(
        "site_line",
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("seen_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("site", "line", name=op.f("pk_site_line")),
    )
    # What was learned by a publisher's stated name may have been learned from others; it is learned anew.
    op.drop_table("publisher_line")
    for column in (
        sa.Column("site", sa.Text(), nullable=False, server_default=""),
        sa.Column("via", sa.Text(), nullable=False, server_default="import"),
        sa.Column("origin", sa.Text(), nullable=False, server_default=""),
        sa.Column("own", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("carrier", sa.Text(), nullable=True),
        sa.Column("stated_source", sa.Text(), nullable=True),
    ):
        op.add_column("article", column)
    op.create_index(op.f("ix_article_origin"), "article", ["origin"], unique=False)
    _fill(op.get_bind())


def _fill(connection: sa.Connection) -> None:
    """What was polled belongs to the site of its address; brought by another site's source, it is carried by that."""
    source = sa.table("source", *map(sa.column, ("id", "url", "name", "site")), sa.column("added_at", UtcDateTime()))
    article = sa.table("article", *map(sa.column, ("id", "url", "site", "via", "origin", "own", "carrier")))
    brought = sa.table("article_source", *map(sa.column, ("article_id", "source_id")))
    sources = {row.id: row for row in connection.execute(sa.select(source).order_by(source.c.id))}
    known: dict[str, sa.Row[Any]] = {}
    for row in sources.values():
        connection.execute(sa.update(source).where(source.c.id == row.id).values(site=site_of(row.url)))
        first = known.setdefault(site_of(row.url), row)
        if row.added_at < first.added_at:
            known[site_of(row.url)] = row
    site = sa.table("site", *map(sa.column, ("name", "house")), sa.column("first_known_at", UtcDateTime()))
    for name, row in known.items():
        connection.execute(sa.insert(site).values(name=name, house=name, first_known_at=row.added_at))
    carriers: dict[str, list[sa.Row[Any]]] = {}
    for row in connection.execute(sa.select(brought).order_by(brought.c.source_id)):
        if row.source_id in sources:
            carriers.setdefault(row.article_id, []).append(sources[row.source_id])
    last = ""
    while rows := _page(connection, article, last):
        for row in rows:
            change = sa.update(article).where(article.c.id == row.id)
            connection.execute(change.values(**_identity(row.url, carriers.get(row.id, []))))
        last = rows[-1].id


def _page(connection: sa.Connection, article: sa.TableClause, last: str) -> list[sa.Row[Any]]:
    columns = sa.select(article.c.id, article.c.url).where(article.c.id > last).order_by(article.c.id).limit(_AT_ONCE)
    return list(connection.execute(columns))


def _identity(url: str, carriers: list[sa.Row[Any]]) -> dict[str, object]:
    site = site_of(url)
    own = [row for row in carriers if site_of(row.url) == site]
    if own or not carriers:
        return {"site": site, "via": "page" if own else "import", "origin": site if own else "", "own": True}
    carrier = carriers[0]
    origin = site_of(carrier.url)
    return {"site": site, "via": "page", "origin": origin, "own": False, "carrier": carrier.name}
