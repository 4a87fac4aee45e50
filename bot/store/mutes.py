"""The stories that chats do not want to hear of any more."""

from __future__ import annotations

import dataclasses
from datetime import datetime

import sqlalchemy as sa

from bot.store import schema
from bot.store.rows import insert_missing
from index.errors import InputError

MOST_MUTED = 200


@dataclasses.dataclass(frozen=True, slots=True)
class Mute:
    """A muted story and the headline under which it was told."""

    story_id: str
    headline: str


def mute_story(connection: sa.Connection, chat_id: int, story_id: str, *, headline: str, now: datetime) -> None:
    """Mute a story for a chat that exists; twice changes nothing. Raises InputError at the limit."""
    if len(list_mutes(connection, chat_id)) >= MOST_MUTED:
        raise InputError(f"A chat can mute {MOST_MUTED} stories. Unmute some first.", code="too_many_muted")
    values = {"chat_id": chat_id, "story_id": story_id, "headline": headline, "created_at": now}
    insert_missing(connection, schema.mute, values)


def unmute_story(connection: sa.Connection, chat_id: int, story_id: str) -> bool:
    """Tell of a story again; whether it was muted."""
    table = schema.mute
    mine = sa.delete(table).where(table.c.chat_id == chat_id, table.c.story_id == story_id)
    return connection.execute(mine).rowcount == 1


def list_mutes(connection: sa.Connection, chat_id: int) -> list[Mute]:
    """What a chat muted, the latest first."""
    table = schema.mute
    query = sa.select(table.c.story_id, table.c.headline).where(table.c.chat_id == chat_id).order_by(table.c.id.desc())
    return [Mute(row.story_id, row.headline) for row in connection.execute(query)]
