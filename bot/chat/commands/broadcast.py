"""A message of an admin to every chat: shown first, sent when confirmed, once."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from bot.chat.commands.questions import keep
from bot.chat.incoming import Incoming
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.store import schema
from bot.store.outbox import enqueue_notice
from bot.store.turns import get_turn
from bot.wording.message import Button, Message
from bot.wording.typeset import MOST_UNITS, escape, plain, utf16

# What is kept of a broadcast until it is confirmed: a turn of the admin's chat.
_KEPT_AS = "/broadcast"
_CONFIRM_MINUTES = 30
_EXPIRES = timedelta(days=1)


def broadcast(incoming: Incoming, services: Services) -> Reply:
    """Show the message as readers will see it, to how many, and ask."""
    texts = services.audience(incoming).texts
    if not incoming.text:
        return say(texts("broadcast-how"))
    message = escape(incoming.text)
    if utf16(plain(message)) > MOST_UNITS:
        return say(texts("broadcast-too-long"))
    with services.database.read() as connection:
        count = len(_recipients(connection))
    number = keep(incoming, services, question=_KEPT_AS, answer={"message": message})

    def button(key: str, action: str, **values: int) -> Button:
        data = services.sign(incoming, action, str(number), minutes=_CONFIRM_MINUTES)
        return Button(texts.plain(key, **values), data=data)

    rows = ((button("button-send", "send", count=count), button("button-discard", "discard")),)
    return Reply((Message(texts("broadcast-preview")), Message(message, rows)), target=f"turn {number}")


def send(incoming: Incoming, services: Services) -> Reply:
    """Confirmed: queued for every chat that can be written to, once however often it is pressed."""
    texts = services.audience(incoming).texts

    def work(connection: sa.Connection) -> int | None:
        draft = get_turn(connection, int(incoming.text), chat_id=incoming.chat_id)
        if draft is None or draft.question != _KEPT_AS:
            return None
        message = Message(draft.answer["message"])
        recipients = _recipients(connection)
        for chat_id in recipients:
            key = f"broadcast:{draft.id}:{chat_id}"
            enqueue_notice(connection, chat_id, message, key=key, now=incoming.now, expires_at=incoming.now + _EXPIRES)
        return len(recipients)

    count = services.database.transact(work)
    if count is None:
        return Reply(edit=Message(texts("broadcast-gone")))
    return Reply(edit=Message(texts("broadcast-queued", count=count)), target=f"turn {incoming.text}")


def discard(incoming: Incoming, services: Services) -> Reply:
    """Not confirmed."""
    return Reply(edit=Message(services.audience(incoming).texts("broadcast-discarded")))


def _recipients(connection: sa.Connection) -> list[int]:
    table = schema.chat
    return list(connection.execute(sa.select(table.c.id).where(table.c.state == "active")).scalars())
