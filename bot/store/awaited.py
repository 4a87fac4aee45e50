"""What a person was asked and has not answered yet: what they write next in that chat is the answer."""

from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.store.rows import put
from bot.store.schema import awaited

# Whoever writes later means something else.
_WAITS = timedelta(minutes=30)


@dataclasses.dataclass(frozen=True, slots=True)
class Awaited:
    """`step`: hour, zone, topics. `about` is what the answer belongs to."""

    step: str
    about: dict[str, Any]


def await_answer(
    connection: sa.Connection, chat_id: int, user_id: int, step: str, about: dict[str, Any], *, now: datetime
) -> None:
    """The person is being asked; what they were asked before is not waited for any more. The chat must exist."""
    row = {"chat_id": chat_id, "user_id": user_id, "step": step, "about": about, "asked_at": now}
    put(connection, awaited, row)


def awaited_of(connection: sa.Connection, chat_id: int, user_id: int, *, now: datetime) -> Awaited | None:
    """What this person is being asked in this chat."""
    here = awaited.c.chat_id == chat_id, awaited.c.user_id == user_id
    row = connection.execute(sa.select(awaited).where(*here, awaited.c.asked_at > now - _WAITS)).first()
    return None if row is None else Awaited(row.step, row.about)


def stop_waiting(connection: sa.Connection, chat_id: int, user_id: int) -> None:
    """The question is answered, or left."""
    here = awaited.c.chat_id == chat_id, awaited.c.user_id == user_id
    connection.execute(sa.delete(awaited).where(*here))
