"""People and chats that are not answered: ids only."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from bot.store.rows import insert_missing
from bot.store.schema import ban


def is_banned(connection: sa.Connection, *ids: int) -> bool:
    """Whether any of these, people or chats, is banned."""
    return connection.execute(sa.select(ban.c.id).where(ban.c.id.in_(ids))).first() is not None


def add_ban(connection: sa.Connection, banned: int, *, by: int, now: datetime) -> bool:
    """False where it stood already."""
    return insert_missing(connection, ban, {"id": banned, "banned_by": by, "banned_at": now})


def remove_ban(connection: sa.Connection, banned: int) -> bool:
    """False where there was none."""
    return connection.execute(sa.delete(ban).where(ban.c.id == banned)).rowcount == 1


def bans(connection: sa.Connection) -> list[int]:
    """Who is banned, the latest first."""
    return list(connection.execute(sa.select(ban.c.id).order_by(ban.c.banned_at.desc(), ban.c.id)).scalars())


def move_ban(connection: sa.Connection, old_id: int, new_id: int) -> None:
    """A banned group that becomes a supergroup stays banned."""
    row = connection.execute(sa.select(ban).where(ban.c.id == old_id)).first()
    if row is not None:
        insert_missing(connection, ban, {**row._mapping, "id": new_id})
        connection.execute(sa.delete(ban).where(ban.c.id == old_id))
