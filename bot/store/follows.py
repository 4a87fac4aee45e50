"""The topics that chats follow."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.store import schema
from bot.store.rows import insert_missing
from index.errors import InputError

MOST_FOLLOWED = 20


@dataclasses.dataclass(frozen=True, slots=True)
class Follow:
    """A topic that a chat follows."""

    id: int
    topic: str


def add_follows(connection: sa.Connection, chat_id: int, topics: Sequence[str], *, now: datetime) -> list[Follow]:
    """Follow topics for a chat that exists, each once; all that it follows now. Raises InputError at the limit."""
    held = {one.topic.casefold() for one in list_follows(connection, chat_id)}
    new = [topic for topic in topics if topic.casefold() not in held]
    if len(held) + len(new) > MOST_FOLLOWED:
        raise InputError(f"A chat can follow {MOST_FOLLOWED} topics. Stop one first.", code="too_many_topics")
    for topic in new:
        insert_missing(connection, schema.follow, {"chat_id": chat_id, "topic": topic, "created_at": now})
    return list_follows(connection, chat_id)


def list_follows(connection: sa.Connection, chat_id: int) -> list[Follow]:
    """What a chat follows, in the order in which it began to."""
    table = schema.follow
    query = sa.select(table.c.id, table.c.topic).where(table.c.chat_id == chat_id).order_by(table.c.id)
    return [Follow(row.id, row.topic) for row in connection.execute(query)]


def followed_topics(connection: sa.Connection, chat_id: int) -> tuple[str, ...]:
    return tuple(one.topic for one in list_follows(connection, chat_id))


def remove_follow(connection: sa.Connection, chat_id: int, follow_id: int) -> bool:
    """Stop following a topic of this chat; whether it did."""
    table = schema.follow
    mine = sa.delete(table).where(table.c.id == follow_id, table.c.chat_id == chat_id)
    return connection.execute(mine).rowcount == 1
