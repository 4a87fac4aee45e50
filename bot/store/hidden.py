"""Outlets that a chat does not want to be told of."""

from __future__ import annotations

import dataclasses
from datetime import datetime

import sqlalchemy as sa

from bot.store.rows import insert_missing
from bot.store.schema import hidden
from index.errors import InputError
from index.store.schema import article

MOST_HIDDEN = 50


@dataclasses.dataclass(frozen=True, slots=True)
class Hidden:
    id: int
    publisher: str


def hide(connection: sa.Connection, chat_id: int, publisher: str, *, now: datetime) -> None:
    """Hide an outlet from a chat that exists; doing it twice changes nothing. Raises InputError at the limit."""
    if len(list_hidden(connection, chat_id)) >= MOST_HIDDEN:
        raise InputError(f"A chat can hide {MOST_HIDDEN} outlets. Show some again first.", code="too_many_hidden")
    insert_missing(connection, hidden, {"chat_id": chat_id, "publisher": publisher, "created_at": now})


def show_again(connection: sa.Connection, chat_id: int, hidden_id: int) -> None:
    connection.execute(sa.delete(hidden).where(hidden.c.id == hidden_id, hidden.c.chat_id == chat_id))


def list_hidden(connection: sa.Connection, chat_id: int) -> list[Hidden]:
    """The outlets that are hidden from this chat, by name."""
    query = sa.select(hidden.c.id, hidden.c.publisher).where(hidden.c.chat_id == chat_id)
    return [Hidden(row.id, row.publisher) for row in connection.execute(query.order_by(hidden.c.publisher))]


def hidden_from(connection: sa.Connection, chat_id: int) -> frozenset[str]:
    """Their names alone."""
    return frozenset(one.publisher for one in list_hidden(connection, chat_id))


def publisher_called(connection: sa.Connection, name: str) -> str | None:
    """The outlet of that name, however it is written; None where no article is of one."""
    wanted = sa.func.lower(article.c.publisher) == name.strip().lower()
    found: str | None = connection.execute(sa.select(article.c.publisher).where(wanted).limit(1)).scalar_one_or_none()
    return found
