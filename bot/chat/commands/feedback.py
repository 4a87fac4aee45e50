"""What readers think of an answer or a briefing, and what they report to the admins."""

from __future__ import annotations

import dataclasses
import re
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from bot.chat.incoming import ChatKind, Incoming
from bot.chat.kept import answer_of
from bot.chat.ratings import BUTTON_MINUTES, VERDICTS, verdict_row
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.store.briefings import briefing_content
from bot.store.chats import ensure_chat
from bot.store.feedback import give_feedback
from bot.store.outbox import enqueue_notice
from bot.store.turns import any_turn, latest_turns
from bot.wording.message import Button, Message
from bot.wording.render import Reader, answer_messages
from bot.wording.render_briefing import reported_briefing
from bot.wording.texts import texts_for
from bot.wording.typeset import shorten

_NOTICE = timedelta(days=3)
# What is reported is kept as long as its turn.
_OPENED = timedelta(days=90)
_QUESTION_UNITS = 600
_CONVERSATION = timedelta(days=1)
_GIVEN = re.compile(r"([tb][0-9]{1,18}|s[0-9a-f]{12})\.(good|bad|report)")


def rate(incoming: Incoming, services: Services) -> Reply:
    """A button of the row was pressed; a person's latest verdict counts."""
    texts = services.audience(incoming).texts
    match = _GIVEN.fullmatch(incoming.text)
    if match is None:
        return Reply(notice=texts.plain("press-expired"))
    _keep(incoming, services, about=match[1], verdict=match[2])
    return Reply(notice=texts.plain(_said_of(incoming.text)))


def judge(incoming: Incoming, services: Services) -> Reply:
    """The button under an answer, a briefing or a story: how it was."""
    texts, about = services.audience(incoming).texts, incoming.text
    if not _GIVEN.fullmatch(f"{about}.good"):
        return Reply(notice=texts.plain("press-expired"))
    # A story is nobody's answer that could be wrong.
    verdicts = VERDICTS[:2] if about.startswith("s") else VERDICTS
    row = verdict_row(about, texts, services.signing(incoming, minutes=BUTTON_MINUTES), verdicts=verdicts)
    return Reply((Message(texts("judge-ask"), (row,)),))


def verdict(incoming: Incoming, services: Services) -> Reply:
    """One of the three was pressed: the question goes, and a person's latest verdict counts."""
    texts = services.audience(incoming).texts
    reply = rate(incoming, services)
    shared = incoming.chat_kind is not ChatKind.PRIVATE
    return reply if shared else dataclasses.replace(reply, edit=Message(texts(_said_of(incoming.text))))


def _said_of(given: str) -> str:
    return "reported" if given.endswith(".report") else "thanks"


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
    """Queue a notice to every owner and admin, whether they have written to the bot or not."""
    expires_at = incoming.now + _NOTICE
    for admin in services.admin_ids(connection):
        chat = ensure_chat(connection, admin, kind=ChatKind.PRIVATE, now=incoming.now)
        texts = texts_for(chat.language)
        data = services.signer.sign("reported", about, chat_id=admin, user_id=admin, expires_at=incoming.now + _OPENED)
        notice = Message(texts("report-notice", about=about), ((Button(texts.plain("button-reported"), data=data),),))
        key = f"report:{about}:{admin}"
        enqueue_notice(connection, admin, notice, key=key, now=incoming.now, expires_at=expires_at)


def open_reported(incoming: Incoming, services: Services) -> Reply:
    """An admin opens what was reported: the question and what was answered, or the briefing; not who reported it."""
    audience = services.audience(incoming)
    with services.database.read() as connection:
        question, content = _reported(connection, incoming.text)
    if content is None:
        return Reply(notice=audience.texts.plain("passage-gone"))
    reader = Reader(audience.texts, audience.zone, profiles=services.profiles())
    heading = audience.texts("reported-question", question=shorten(question, _QUESTION_UNITS)) if question else ""
    said = answer_messages(answer_of(content), reader) if "claims" in content else reported_briefing(content, reader)
    first = dataclasses.replace(said[0], html=f"{heading}\n\n{said[0].html}" if heading else said[0].html)
    return Reply((first, *said[1:]), target=incoming.text)


def _reported(connection: sa.Connection, about: str) -> tuple[str, dict[str, Any] | None]:
    """What was asked, and the stored answer or briefing; None where it was forgotten."""
    number = int(about[1:]) if _GIVEN.fullmatch(f"{about}.report") and about[0] in "tb" else 0
    if about.startswith("b"):
        return "", briefing_content(connection, number)
    turn = any_turn(connection, number)
    return ("", None) if turn is None else (turn.question, turn.answer)
