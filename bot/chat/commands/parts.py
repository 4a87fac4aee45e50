"""What is too long for one message and was not sent at once: its parts are kept with the turn, buttons turn them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from bot.chat.incoming import Incoming
from bot.chat.paging import page_in, page_of
from bot.chat.reply import Reply
from bot.chat.services import Services
from bot.store.turns import extend_turn, get_turn
from bot.wording.message import Button, Message


def first_part(
    incoming: Incoming,
    services: Services,
    turn_id: int,
    made: Sequence[Message],
    *,
    tail: tuple[tuple[Button, ...], ...] = (),
) -> Message:
    """The first of the messages, with a button to the next; the rows of `tail` stand under each of them."""
    parts = [dataclasses.replace(message, buttons=(*message.buttons, *tail)) for message in made]
    if len(parts) > 1:
        kept = {"parts": [message.to_json() for message in parts]}
        services.database.transact(lambda connection: extend_turn(connection, turn_id, kept))
    return _shown(incoming, services, turn_id, parts, 0)


def turn_part(incoming: Incoming, services: Services) -> Reply:
    """A button under a part: another one in its place."""
    turn_id = int(incoming.text.partition(".")[0])
    with services.database.read() as connection:
        turn = get_turn(connection, turn_id, chat_id=incoming.chat_id)
    parts = [Message.from_json(row) for row in turn.answer.get("parts", ())] if turn else []
    if not parts:
        return Reply(notice=services.audience(incoming).texts.plain("passage-gone"))
    return Reply(edit=_shown(incoming, services, turn_id, parts, page_in(incoming.text)))


def _shown(incoming: Incoming, services: Services, turn_id: int, parts: Sequence[Message], number: int) -> Message:
    page = page_of(parts, number, 1)
    ((_, message),) = page.shown
    turns = page.buttons(services.audience(incoming).texts, services.turning(incoming, "part", str(turn_id)))
    return dataclasses.replace(message, buttons=(*message.buttons, *turns))
