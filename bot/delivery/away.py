"""Who set up briefings for a group or channel is told when it can not be written to any more."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.store import schema
from bot.store.chats import get_chat
from bot.store.outbox import enqueue_notice
from bot.store.pauses import pause_chat
from bot.wording.message import Message
from bot.wording.texts import texts_for

_NOTICE = timedelta(days=3)


def pause_and_tell(connection: sa.Connection, chat_id: int, *, reason: str, now: datetime) -> None:
    """Pause a chat; where that is new and it is not somebody's own chat, tell those who subscribed it, in private."""
    is_new = pause_chat(connection, chat_id, reason=reason, now=now)
    if not is_new or chat_id > 0:
        return
    table = schema.subscription
    here = table.c.chat_id == chat_id, table.c.state == "active", table.c.made_by.is_not(None)
    for person in connection.execute(sa.select(table.c.made_by).where(*here).distinct()).scalars().all():
        chat = get_chat(connection, person)
        if chat is None or chat.state != "active":
            continue
        texts = texts_for(chat.language)
        told = Message(texts("paused-your-chat", why=texts(f"pause-{reason.replace('_', '-')}")))
        key = f"paused:{chat_id}:{now:%Y-%m-%d}:{person}"
        enqueue_notice(connection, person, told, key=key, now=now, expires_at=now + _NOTICE)
