"""Leasing rows: never more than asked for, on either database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from index.store import leases
from index.store.database import Database

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
JOBS = sa.Table(
    "job",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("lease_owner", sa.String),
    sa.Column("lease_until_at", sa.DateTime),
)
_PLANS = ("hashagg", "hashjoin", "mergejoin", "material", "sort")


def test_no_more_rows_are_leased_than_asked_for_whatever_the_plan(database: Database) -> None:
    """PostgreSQL may plan a subquery to be run again for every row."""

    def take(connection: sa.Connection) -> int:
        JOBS.create(connection)
        connection.execute(sa.insert(JOBS), [{"id": number} for number in range(20)])
        if not database.is_sqlite:
            for plan in _PLANS:
                connection.execute(sa.text(f"SET LOCAL enable_{plan} = off"))
        at = NOW.replace(tzinfo=None)
        taken = leases.lease(
            connection,
            JOBS,
            due=JOBS.c.id >= 0,
            order=(JOBS.c.id,),
            owner="one",
            now=at,
            duration=timedelta(minutes=1),
            limit=3,
        )
        return len(taken)

    assert database.transact(take) == 3
