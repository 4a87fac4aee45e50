"""Updates under way, in whichever process: what keeps two from taking one, and a later from passing an earlier."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import sqlalchemy as sa

from bot.store import schema
from bot.store.rows import insert_missing


class Standing(Enum):
    """What becomes of an update that comes in."""

    OURS = "ours"
    ELSEWHERE = "elsewhere"
    DONE = "done"


def arrive(connection: sa.Connection, update_id: int, lane: str, now: datetime, until: datetime) -> Standing:
    """Note an update as ours `until` then, unless it has taken effect or is under way."""
    arrival, seen = schema.arrival, schema.seen_update
    if connection.execute(sa.select(seen.c.id).where(seen.c.id == update_id)).first() is not None:
        return Standing.DONE
    if insert_missing(connection, arrival, {"id": update_id, "lane": lane, "until_at": until}):
        return Standing.OURS
    left_behind = sa.and_(arrival.c.id == update_id, arrival.c.until_at <= now)
    taken_over = sa.update(arrival).where(left_behind).values(until_at=until)
    return Standing.OURS if connection.execute(taken_over).rowcount == 1 else Standing.ELSEWHERE


def keep(connection: sa.Connection, update_id: int, held_until: datetime, until: datetime) -> bool:
    """Keep an update that is ours for longer; False where another process has taken it over."""
    arrival = schema.arrival
    ours = sa.and_(arrival.c.id == update_id, arrival.c.until_at == held_until)
    return connection.execute(sa.update(arrival).where(ours).values(until_at=until)).rowcount == 1


def is_next(connection: sa.Connection, update_id: int, lane: str, now: datetime) -> bool:
    """Whether no earlier update of the lane is under way."""
    arrival = schema.arrival
    earlier = sa.and_(arrival.c.lane == lane, arrival.c.id < update_id, arrival.c.until_at > now)
    return connection.execute(sa.select(arrival.c.id).where(earlier).limit(1)).first() is None


def leave(connection: sa.Connection, update_id: int, held_until: datetime) -> None:
    """The update has had its effect, or failed for good; nothing where another process has taken it over."""
    arrival = schema.arrival
    connection.execute(sa.delete(arrival).where(arrival.c.id == update_id, arrival.c.until_at == held_until))


def forget_arrivals(connection: sa.Connection, *, before: datetime) -> int:
    """Drop what killed processes left behind; how many."""
    return connection.execute(sa.delete(schema.arrival).where(schema.arrival.c.until_at < before)).rowcount
