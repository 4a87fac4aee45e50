"""An article's states, from the first to the newest."""

from __future__ import annotations

import dataclasses
from datetime import datetime

import sqlalchemy as sa

from index.store.database import Database
from index.store.schema import revision


@dataclasses.dataclass(frozen=True, slots=True)
class Revision:
    """One state of an article; numbers count from 1. `modified_at` is when its publisher says that it was made."""

    number: int
    title: str
    text: str
    created_at: datetime
    modified_at: datetime | None


def revisions(database: Database, article_id: str) -> tuple[Revision, ...]:
    """All states of an article, the first one first; none for an article that is not there."""
    columns = [revision.c[field.name] for field in dataclasses.fields(Revision)]
    wanted = sa.select(*columns).where(revision.c.article_id == article_id).order_by(revision.c.number)
    with database.read() as connection:
        return tuple(Revision(*row) for row in connection.execute(wanted))
