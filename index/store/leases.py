"""Owning work for a while: a row is leased by one owner until a moment, and finished only by that owner."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa


def new_owner(role: str) -> str:
    """A name for one leasing process: the lease's fencing token, never used twice."""
    return f"{role}-{uuid.uuid4().hex}"


def lease(
    connection: sa.Connection,
    table: sa.Table,
    *,
    due: sa.ColumnElement[bool],
    order: Sequence[sa.ColumnElement[Any]],
    owner: str,
    now: datetime,
    duration: timedelta,
    limit: int,
) -> list[sa.Row[Any]]:
    """Lease up to `limit` due rows of `table` that nobody holds, in one statement; the leased rows, in no order.

    On PostgreSQL rows that another transaction is leasing are skipped; SQLite has one writer at a time. The rows are
    chosen once, before the update: a subquery could be run again for each row, and would then choose others.
    """
    free = sa.or_(table.c.lease_until_at.is_(None), table.c.lease_until_at <= now)
    first = sa.select(table.c.id).where(due, free).order_by(*order).limit(limit).with_for_update(skip_locked=True)
    chosen = first.cte("chosen").prefix_with("MATERIALIZED", dialect="postgresql")
    statement = (
        sa.update(table)
        .where(table.c.id.in_(sa.select(chosen.c.id)))
        .values(lease_owner=owner, lease_until_at=now + duration)
        .returning(*table.c)
    )
    return list(connection.execute(statement))


def release(
    connection: sa.Connection, table: sa.Table, row_id: Any, *, owner: str, values: dict[str, Any] | None = None
) -> bool:
    """Give a row back, writing `values` with it; False, and nothing written, where `owner` no longer holds it."""
    statement = (
        sa.update(table)
        .where(table.c.id == row_id, table.c.lease_owner == owner)
        .values(lease_owner=None, lease_until_at=None, **(values or {}))
    )
    return connection.execute(statement).rowcount == 1
