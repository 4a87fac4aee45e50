"""Sources that an admin was shown and has not yet decided on."""

from __future__ import annotations

import dataclasses
from datetime import datetime

import sqlalchemy as sa

from bot.store import schema


@dataclasses.dataclass(frozen=True, slots=True)
class Proposal:
    user_id: int
    chat_id: int
    url: str
    kind: str
    name: str
    language: str | None
    made_at: datetime


def add_proposal(connection: sa.Connection, proposal: Proposal) -> int:
    """Keep a proposal; its number."""
    statement = sa.insert(schema.proposal).values(dataclasses.asdict(proposal))
    number: int = connection.execute(statement.returning(schema.proposal.c.id)).scalar_one()
    return number


def forget_proposals(connection: sa.Connection, *, before: datetime) -> int:
    """Drop what nobody decided on; how many."""
    return connection.execute(sa.delete(schema.proposal).where(schema.proposal.c.made_at < before)).rowcount


def take_proposal(connection: sa.Connection, number: int, *, user_id: int) -> Proposal | None:
    """The proposal, if it is this person's and was not taken before."""
    table = schema.proposal
    mine = sa.and_(table.c.id == number, table.c.user_id == user_id)
    row = connection.execute(sa.delete(table).where(mine).returning(*table.c)).first()
    if row is None:
        return None
    return Proposal(row.user_id, row.chat_id, row.url, row.kind, row.name, row.language, row.made_at)
