"""Updates that took effect: Telegram may deliver one twice, and a person may press a button twice."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from bot.store import schema
from bot.store.rows import insert_missing


def first_seen(connection: sa.Connection, update_id: int, *, now: datetime) -> bool:
    """Whether this update is new. Call it in the transaction of its effect: both happen, or neither."""
    return insert_missing(connection, schema.seen_update, {"id": update_id, "seen_at": now})


def forget_seen(connection: sa.Connection, *, before: datetime) -> int:
    """Drop what Telegram will not deliver again (it keeps updates for a day); how many."""
    table = schema.seen_update
    return connection.execute(sa.delete(table).where(table.c.seen_at < before)).rowcount


def was_seen(connection: sa.Connection, update_id: int) -> bool:
    """Whether this update took effect before."""
    table = schema.seen_update
    return connection.execute(sa.select(table.c.id).where(table.c.id == update_id)).first() is not None
