"""Pages: which address shows which briefing."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.store import schema


@dataclasses.dataclass(frozen=True, slots=True)
class StoredPage:
    """What a page shows: the briefing as it was told, for a chat of this language and zone."""

    content: dict[str, Any]
    language: str | None
    zone: str | None
    made_at: datetime


def add_page(connection: sa.Connection, token: str, kind: str, row_id: int, *, chat_id: int, now: datetime) -> None:
    """`kind` says whether `row_id` is a briefing's or that of a turn in which one was asked for."""
    values = {"token": token, "chat_id": chat_id, f"{kind}_id": row_id, "made_at": now}
    connection.execute(sa.insert(schema.page).values(values))


def find_page(connection: sa.Connection, token: str) -> StoredPage | None:
    """The page of an address; None where there is none, or its briefing is gone."""
    page, briefing, turn, chat = schema.page, schema.briefing, schema.turn, schema.chat
    query = (
        sa.select(briefing.c.content, turn.c.answer, chat.c.language, chat.c.zone, page.c.made_at)
        .select_from(page)
        .join(chat, chat.c.id == page.c.chat_id)
        .outerjoin(briefing, briefing.c.id == page.c.briefing_id)
        .outerjoin(turn, turn.c.id == page.c.turn_id)
        .where(page.c.token == token)
    )
    row = connection.execute(query).first()
    if row is None or (row.content or row.answer) is None:
        return None
    return StoredPage(row.content or row.answer, row.language, row.zone, row.made_at)


def forget_pages(connection: sa.Connection, *, before: datetime) -> int:
    """Remove the pages made before that moment; how many. The briefings that they show stay."""
    return connection.execute(sa.delete(schema.page).where(schema.page.c.made_at < before)).rowcount
