"""Turns: what a chat asked and was answered, for citation buttons and follow-up questions."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.store import schema

_KEPT_IN_A_CHAT = 50


@dataclasses.dataclass(frozen=True, slots=True)
class StoredTurn:
    """A question and its answer, in the JSON that the front keeps for it."""

    id: int
    chat_id: int
    user_id: int
    asked_at: datetime
    question: str
    answer: dict[str, Any]


def add_turn(
    connection: sa.Connection,
    chat_id: int,
    *,
    user_id: int,
    question: str,
    answer: dict[str, Any],
    now: datetime,
) -> int:
    """Keep a turn of a chat that exists; its id. Only the chat's latest turns are kept."""
    table = schema.turn
    values = {"chat_id": chat_id, "user_id": user_id, "asked_at": now, "question": question, "answer": answer}
    turn_id: int = connection.execute(sa.insert(table).values(values).returning(table.c.id)).scalar_one()
    latest = sa.select(table.c.id).where(table.c.chat_id == chat_id).order_by(table.c.id.desc())
    connection.execute(
        sa.delete(table).where(table.c.chat_id == chat_id, table.c.id.not_in(latest.limit(_KEPT_IN_A_CHAT)))
    )
    return turn_id


def extend_turn(connection: sa.Connection, turn_id: int, more: dict[str, Any]) -> None:
    """Keep more with the answer of a turn."""
    table = schema.turn
    answer = connection.execute(sa.select(table.c.answer).where(table.c.id == turn_id)).scalar_one_or_none()
    if answer is not None:
        connection.execute(sa.update(table).where(table.c.id == turn_id).values(answer={**answer, **more}))


def get_turn(connection: sa.Connection, turn_id: int, *, chat_id: int) -> StoredTurn | None:
    """The turn, if it is this chat's: a forged id opens nothing of another chat."""
    table = schema.turn
    row = connection.execute(sa.select(table).where(table.c.id == turn_id, table.c.chat_id == chat_id)).first()
    return None if row is None else _turn(row)


def any_turn(connection: sa.Connection, turn_id: int) -> StoredTurn | None:
    """The turn, whoever's it is: for admins, where it was reported to them."""
    row = connection.execute(sa.select(schema.turn).where(schema.turn.c.id == turn_id)).first()
    return None if row is None else _turn(row)


def latest_turns(
    connection: sa.Connection, chat_id: int, *, user_id: int, since: datetime, limit: int = 5
) -> list[StoredTurn]:
    """What this person asked in this chat since then, oldest first."""
    table = schema.turn
    query = sa.select(table).where(table.c.chat_id == chat_id, table.c.user_id == user_id, table.c.asked_at >= since)
    rows = connection.execute(query.order_by(table.c.id.desc()).limit(limit)).all()
    return [_turn(row) for row in reversed(rows)]


def forget_turns(connection: sa.Connection, *, before: datetime) -> int:
    """Drop turns asked before then; how many."""
    return connection.execute(sa.delete(schema.turn).where(schema.turn.c.asked_at < before)).rowcount


def _turn(row: sa.Row[Any]) -> StoredTurn:
    return StoredTurn(row.id, row.chat_id, row.user_id, row.asked_at, row.question, row.answer)
