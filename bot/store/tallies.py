"""What happened how often on which day: numbers alone, of nobody in particular."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

import sqlalchemy as sa

from bot.store.rows import insert_missing
from bot.store.schema import delivery, tally


def count(connection: sa.Connection, day: date, *what: str) -> None:
    """Each of these happened once more on that day."""
    for one in what:
        insert_missing(connection, tally, {"day": day, "what": one, "number": 0})
        here = tally.c.day == day, tally.c.what == one
        connection.execute(sa.update(tally).where(*here).values(number=tally.c.number + 1))


def tallies(connection: sa.Connection, *, since: date) -> Mapping[tuple[date, str], int]:
    """How often what happened on which day, from that one on."""
    rows = connection.execute(sa.select(tally).where(tally.c.day >= since))
    return {(row.day, row.what): row.number for row in rows}


def deliveries_by_day(connection: sa.Connection, *, last: date, days: int) -> dict[tuple[date, str], int]:
    """How many messages were sent, and how many were given up, on each of the days (UTC) up to `last`."""
    table: sa.Table = delivery
    found: dict[tuple[date, str], int] = {}
    opens = [datetime.combine(last - timedelta(days=back), time(), UTC) for back in range(days)]
    moment = sa.func.coalesce(table.c.sent_at, table.c.created_at)
    given_up = table.c.state.in_(("dead", "expired", "unknown"))
    for what, chosen in (("sent", table.c.state == "sent"), ("failed", given_up)):
        columns = [
            sa.func.sum(sa.case((sa.and_(moment >= start, moment < start + timedelta(days=1)), 1), else_=0))
            for start in opens
        ]
        row = connection.execute(sa.select(*columns).where(chosen, moment >= opens[-1])).one()
        found |= {(start.date(), what): int(number or 0) for start, number in zip(opens, row, strict=True)}
    return found


def forget_tallies(connection: sa.Connection, *, before: date) -> int:
    return connection.execute(sa.delete(tally).where(tally.c.day < before)).rowcount
