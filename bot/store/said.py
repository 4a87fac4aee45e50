"""Which message of a chat shows which turn, and which message asked for it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.store.schema import said, turn


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """A message of ours that shows a turn; `question_id` is the message that asked for it."""

    message_id: int
    turn_id: int
    question_id: int | None


def keep_said(
    connection: sa.Connection,
    chat_id: int,
    turn_id: int,
    numbers: Sequence[int],
    *,
    question_id: int | None,
    now: datetime,
) -> None:
    """Keep which messages show a turn of this chat; nothing where the turn was forgotten meanwhile."""
    here = turn.c.id == turn_id, turn.c.chat_id == chat_id
    if connection.execute(sa.select(turn.c.id).where(*here)).first() is None:
        return
    shown = [number for number in dict.fromkeys(numbers) if number]
    if shown:
        connection.execute(sa.delete(said).where(said.c.chat_id == chat_id, said.c.message_id.in_(shown)))
        row = {"chat_id": chat_id, "turn_id": turn_id, "question_id": question_id, "said_at": now}
        connection.execute(sa.insert(said), [{**row, "message_id": number} for number in shown])


def said_in(connection: sa.Connection, chat_id: int, message_id: int) -> Said | None:
    """What a message of ours shows."""
    return _first(connection, said.c.chat_id == chat_id, said.c.message_id == message_id)


def said_to(connection: sa.Connection, chat_id: int, question_id: int) -> Said | None:
    """The first message that answered a question."""
    return _first(connection, said.c.chat_id == chat_id, said.c.question_id == question_id)


def _first(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> Said | None:
    row = connection.execute(sa.select(said).where(*where).order_by(said.c.message_id)).first()
    return None if row is None else Said(row.message_id, row.turn_id, row.question_id)
