"""Inserting a row that may be there already, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


def insert_missing(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> bool:
    """Insert one row unless a unique key of it is taken; whether it was inserted."""
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    statement = make(table).values(values).on_conflict_do_nothing().returning(sa.literal(1))
    return connection.execute(statement).first() is not None
