"""What admins did, or were refused: ids only."""

from __future__ import annotations

import dataclasses
from datetime import datetime

import sqlalchemy as sa

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
