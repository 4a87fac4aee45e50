"""Admins beside the owners, whom the configuration names: ids only."""

from __future__ import annotations

import dataclasses
from datetime import datetime

import sqlalchemy as sa

from bot.store.rows import insert_missing
from bot.store.schema import admin


@dataclasses.dataclass(frozen=True, slots=True)
class Admin:
    user_id: int
    added_by: int
    added_at: datetime


def is_admin(connection: sa.Connection, user_id: int) -> bool:
    return connection.execute(sa.select(admin.c.user_id).where(admin.c.user_id == user_id)).first() is not None


def admins(connection: sa.Connection) -> list[Admin]:
    """All of them, the first first."""
    query = sa.select(admin).order_by(admin.c.added_at, admin.c.user_id)
    return [Admin(row.user_id, row.added_by, row.added_at) for row in connection.execute(query)]


def add_admin(connection: sa.Connection, user_id: int, *, by: int, now: datetime) -> bool:
    """Make a person an admin; False where they are one."""
    return insert_missing(connection, admin, {"user_id": user_id, "added_by": by, "added_at": now})


def remove_admin(connection: sa.Connection, user_id: int) -> bool:
    """False where the person was none."""
    return connection.execute(sa.delete(admin).where(admin.c.user_id == user_id)).rowcount == 1
