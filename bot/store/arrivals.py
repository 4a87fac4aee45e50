"""Updates under way, in whichever process: what keeps two from taking one, and a later from passing an earlier."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.store import schema
from bot.store.rows import insert_missing


def arrive(connection: sa.Connection, update_id: int, lane: str, now: datetime, lease: timedelta) -> bool:
    """Note an update; False where it is under way already, or has taken effect."""
    arrival, seen = schema.arrival, schema.seen_update
    if connection.execute(sa.select(seen.c.id).where(seen.c.id == update_id)).first() is not None:
        return False
    if insert_missing(connection, arrival, {"id": update_id, "lane": lane, "until_at": now + lease}):
        return True
    left_behind = sa.and_(arrival.c.id == update_id, arrival.c.until_at <= now)
    taken_over = sa.update(arrival).where(left_behind).values(until_at=now + lease)
    return connection.execute(taken_over).rowcount == 1


def is_next(connection: sa.Connection, update_id: int, lane: str, now: datetime) -> bool:
    """Whether no earlier update of the lane is under way."""
    arrival = schema.arrival
    earlier = sa.and_(arrival.c.lane == lane, arrival.c.id < update_id, arrival.c.until_at > now)
    return connection.execute(sa.select(arrival.c.id).where(earlier).limit(1)).first() is None


def leave(connection: sa.Connection, update_id: int) -> None:
    """The update has had its effect, or failed for good."""
    connection.execute(sa.delete(schema.arrival).where(schema.arrival.c.id == update_id))


def forget_arrivals(connection: sa.Connection, *, before: datetime) -> int:
    """Drop what killed processes left behind; how many."""
    return connection.execute(sa.delete(schema.arrival).where(schema.arrival.c.until_at < before)).rowcount
