"""Inserting a row that may be there already, on SQLite and PostgreSQL alike."""

from __future__ import annotations

import functools
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

_MAKERS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def insert_missing(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> bool:
    """Insert one row unless a unique key of it is taken; whether it was inserted."""
    return _insert(connection, table, values, sa.literal(1)) is not None


def insert_new(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> int | None:
    """Insert one row unless a unique key of it is taken; its new `id`, or None."""
    row = _insert(connection, table, values, table.c.id)
    return None if row is None else int(row[0])


def put(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> None:
    """Write a whole row, in the place of the one that has its key."""
    connection.execute(_putting(connection.dialect.name, table), values)


@functools.cache
def _putting(dialect: str, table: sa.Table) -> Any:
    statement = _MAKERS[dialect](table)
    key = table.primary_key.columns
    new = {column.name: statement.excluded[column.name] for column in table.c if column.name not in key}
    return statement.on_conflict_do_update(index_elements=list(key), set_=new)


def _insert(
    connection: sa.Connection, table: sa.Table, values: dict[str, Any], result: sa.ColumnElement[Any]
) -> sa.Row[Any] | None:
    statement = _MAKERS[connection.dialect.name](table).values(values).on_conflict_do_nothing().returning(result)
    return connection.execute(statement).first()
