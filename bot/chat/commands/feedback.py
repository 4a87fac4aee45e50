"""What readers think of an answer or a briefing, and what they report to the admins."""

from __future__ import annotations

import re
from datetime import timedelta

import sqlalchemy as sa

from bot.chat.incoming import Incoming
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.store.chats import get_chat
from bot.store.feedback import give_feedback
from bot.store.outbox import enqueue_notice
from bot.store.turns import latest_turns
from bot.wording.message import Message
from bot.wording.texts import texts_for

_NOTICE = timedelta(days=3)
_CONVERSATION = timedelta(days=1)
_GIVEN = re.compile(r"([tb][0-9]{1,18}|s[0-9a-f]{12})\.(good|bad|report)")


def rate(incoming: Incoming, services: Services) -> Reply:
    """A button of the row was pressed; a person's latest verdict counts."""
    texts = services.audience(incoming).texts
    match = _GIVEN.fullmatch(incoming.text)
    if match is None:
        return Reply(notice=texts.plain("press-expired"))
    _keep(incoming, services, about=match[1], verdict=match[2])
    return Reply(notice=texts.plain("reported" if match[2] == "report" else "thanks"))


def report(incoming: Incoming, services: Services) -> Reply:
    """Report the latest answer of this person here; admins get its number, not the person's name."""
    texts = services.audience(incoming).texts
    with services.database.read() as connection:
        turns = latest_turns(
            connection, incoming.chat_id, user_id=incoming.user_id, since=incoming.now - _CONVERSATION, limit=1
        )
    if not turns:
        return say(texts("report-nothing"))
    _keep(incoming, services, about=f"t{turns[0].id}", verdict="report")
    return say(texts("reported"))


def _keep(incoming: Incoming, services: Services, *, about: str, verdict: str) -> None:
    def work(connection: sa.Connection) -> None:
        give_feedback(
            connection,
            incoming.chat_id,
            user_id=incoming.user_id,
            about=about,
            verdict=verdict,
            now=incoming.now,
        )
        if verdict == "report":
            _tell_admins(connection, incoming, services, about)

    services.database.transact(work)


def _tell_admins(connection: sa.Connection, incoming: Incoming, services: Services, about: str) -> None:
    for admin in services.admin_ids(connection):
        chat = get_chat(connection, admin)
        if chat is not None:
            notice = Message(texts_for(chat.language)("report-notice", about=about))
            key = f"report:{about}:{admin}"
            enqueue_notice(connection, admin, notice, key=key, now=incoming.now, expires_at=incoming.now + _NOTICE)
