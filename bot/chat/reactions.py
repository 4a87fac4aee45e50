"""Reactions to the bot's messages are what people think of them, as much as a pressed button."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
import telegram

from bot.chat.services import Services
from bot.store.feedback import give_feedback, take_back
from bot.store.outbox import briefing_at
from bot.store.said import said_in

_GOOD = frozenset("👍❤🔥👏🎉🙏💯🏆😍🤩👌🫡")
_BAD = frozenset("👎😡🤬💩🤮🤡😢🥱")


def verdict_of(emojis: set[str]) -> str | None:
    """What reactions say: good, bad, or nothing that can be told."""
    bare = {emoji.rstrip("\ufe0f") for emoji in emojis}
    if bool(bare & _GOOD) is bool(bare & _BAD):
        return None
    return "good" if bare & _GOOD else "bad"


def react(update: telegram.MessageReactionUpdated, services: Services, *, now: datetime) -> None:
    """Keep what a person's reactions to an answer or a briefing say; taken back, it is forgotten."""
    person = update.user
    if person is None:
        return
    chat_id, number = update.chat.id, update.message_id
    emojis = {one.emoji for one in update.new_reaction if isinstance(one, telegram.ReactionTypeEmoji)}
    verdict = verdict_of(emojis)

    def work(connection: sa.Connection) -> None:
        about = _about(connection, chat_id, number)
        if about is None:
            return
        if verdict is None:
            take_back(connection, user_id=person.id, about=about)
            return
        give_feedback(connection, chat_id, user_id=person.id, about=about, verdict=verdict, now=now)

    services.database.transact(work)


def _about(connection: sa.Connection, chat_id: int, message_id: int) -> str | None:
    """The answer or briefing that a message of ours shows."""
    answer = said_in(connection, chat_id, message_id)
    if answer is not None:
        return f"t{answer.turn_id}"
    briefing = briefing_at(connection, chat_id, message_id)
    return None if briefing is None else f"b{briefing}"
