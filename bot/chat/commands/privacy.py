"""What is held about a chat: all of it handed over, or all of it removed."""

from __future__ import annotations

import json

from bot.chat.incoming import Incoming
from bot.chat.reply import Document, Reply, say
from bot.chat.services import Services
from bot.store.chats import export_chat
from bot.wording.message import Button, Message

# Typed after a command that asks first, it is the answer.
YES = "yes"
_DECIDE_MINUTES = 10


def forget(incoming: Incoming, services: Services) -> Reply:
    """Ask whether everything held about the chat is to be removed. "/forget yes" does it at once: that can be typed,
    not tapped in a message that somebody else wrote."""
    texts = services.audience(incoming).texts
    if incoming.text.casefold() == YES:
        services.forget(incoming.chat_id)
        return say(texts("forgotten"))
    rows = confirming(incoming, services, "forget", texts.plain("button-forget"))
    return Reply((Message(texts("forget-ask"), rows),))


def forget_now(incoming: Incoming, services: Services) -> Reply:
    """The button: all of it is removed. Pressed again, the reply is the same."""
    texts = services.audience(incoming).texts
    services.forget(incoming.chat_id)
    return Reply(edit=Message(texts("forgotten")))


def leave(incoming: Incoming, services: Services) -> Reply:
    """The other button: nothing is changed."""
    return Reply(edit=Message(services.audience(incoming).texts("nothing-changed")))


def confirming(
    incoming: Incoming, services: Services, action: str, label: str, payload: str = ""
) -> tuple[tuple[Button, ...], ...]:
    """The buttons under a question whether something that cannot be undone is to be done."""
    texts = services.audience(incoming).texts
    does = Button(label, data=services.sign(incoming, action, payload, minutes=_DECIDE_MINUTES))
    leaves = Button(texts.plain("button-leave"), data=services.sign(incoming, "leave", minutes=_DECIDE_MINUTES))
    return ((does,), (leaves,))


def export(incoming: Incoming, services: Services) -> Reply:
    """All and only what is held about the chat, as a JSON file."""
    texts = services.audience(incoming).texts
    with services.database.read() as connection:
        held = export_chat(connection, incoming.chat_id)
    content = json.dumps(held, ensure_ascii=False, indent=1).encode()
    return Reply(say(texts("exported")).messages, document=Document("sitrep-data.json", content))
