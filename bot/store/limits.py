"""How much somebody asks of late. Kept by a keyed hash, beside everything that `/forget` removes, for some hours."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from bot.store.schema import asked

_HOUR = timedelta(hours=1)
_KEPT = timedelta(hours=2)


def admit(connection: sa.Connection, who: str, *, most: int, now: datetime) -> bool:
    """Count one more question of the last hour; False, and not counted, where there were `most` already."""
    since = _minute(now - _HOUR)
    late = sa.select(sa.func.sum(asked.c.number)).where(asked.c.who == who, asked.c.minute > since)
    if (connection.execute(late).scalar_one() or 0) >= most:
        return False
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    row = insert(asked).values(who=who, minute=_minute(now), number=1)
    more = row.on_conflict_do_update(index_elements=["who", "minute"], set_={"number": asked.c.number + 1})
    connection.execute(more)
    return True


def forget_asked(connection: sa.Connection, *, now: datetime) -> int:
    """Drop what no limit needs any more; how many rows."""
    return connection.execute(sa.delete(asked).where(asked.c.minute < _minute(now - _KEPT))).rowcount


def _minute(moment: datetime) -> int:
    return int(moment.timestamp() // 60)
