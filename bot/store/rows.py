"""Inserting a row that may be there already, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


def insert_missing(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> bool:
    """Insert one row unless a unique key of it is taken; whether it was inserted."""
    return _insert(connection, table, values, sa.literal(1)) is not None


def insert_new(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> int | None:
    """Insert one row unless a unique key of it is taken; its new `id`, or None."""
    row = _insert(connection, table, values, table.c.id)
    return None if row is None else int(row[0])


def put(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> None:
    """Write a whole row, in the place of the one that has its key."""
    statement = _maker(connection)(table).values(values)
    new = {name: statement.excluded[name] for name in values if name not in table.primary_key.columns}
    connection.execute(statement.on_conflict_do_update(index_elements=list(table.primary_key.columns), set_=new))


def _insert(
    connection: sa.Connection, table: sa.Table, values: dict[str, Any], result: sa.ColumnElement[Any]
) -> sa.Row[Any] | None:
    statement = _maker(connection)(table).values(values).on_conflict_do_nothing().returning(result)
    return connection.execute(statement).first()


def _maker(connection: sa.Connection) -> Any:
    return sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
