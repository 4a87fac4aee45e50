"""What admins did, and apart from it what was refused to whom how often: ids only."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from bot.store import schema


@dataclasses.dataclass(frozen=True, slots=True)
class Action:
    """One admin action. `outcome`: asked (it waits for a yes), done, refused, failed."""

    at: datetime
    user_id: int
    action: str
    target: str
    outcome: str


def record_action(connection: sa.Connection, action: Action) -> None:
    connection.execute(sa.insert(schema.audit).values(dataclasses.asdict(action)))


def record_refusal(connection: sa.Connection, user_id: int, action: str, *, now: datetime) -> None:
    """Count what was refused to somebody: however often they try, the day has one row of it."""
    table = schema.refusal
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    row = insert(table).values(day=now.date(), user_id=user_id, action=action, number=1)
    key = ["day", "user_id", "action"]
    connection.execute(row.on_conflict_do_update(index_elements=key, set_={"number": table.c.number + 1}))


def recent_refusals(connection: sa.Connection, *, limit: int) -> list[tuple[date, int, str, int]]:
    """What was refused to whom how often, the latest day and the most tries first."""
    table = schema.refusal
    latest = sa.select(table).order_by(table.c.day.desc(), table.c.number.desc(), table.c.user_id, table.c.action)
    return [(row.day, row.user_id, row.action, row.number) for row in connection.execute(latest.limit(limit))]


def forget_refusals(connection: sa.Connection, *, before: date) -> int:
    return connection.execute(sa.delete(schema.refusal).where(schema.refusal.c.day < before)).rowcount


def latest_action(connection: sa.Connection) -> int:
    """The number of the latest action; 0 where there is none."""
    found: int | None = connection.execute(sa.select(sa.func.max(schema.audit.c.id))).scalar_one()
    return found or 0


def recent_actions(connection: sa.Connection, *, limit: int = 50, until: int | None = None) -> list[Action]:
    """The latest actions, newest first; of those up to number `until` where it is given."""
    table = schema.audit
    query = sa.select(table).order_by(table.c.id.desc()).limit(limit)
    if until is not None:
        query = query.where(table.c.id <= until)
    return [Action(r.at, r.user_id, r.action, r.target, r.outcome) for r in connection.execute(query)]
