"""What is held about a chat: all of it handed over, or all of it removed."""

from __future__ import annotations

import json

from bot.chat.commands.asking import ask_first
from bot.chat.incoming import ChatKind, Incoming
from bot.chat.reply import Document, Elsewhere, Reply, say
from bot.chat.services import Services
from bot.store.export import export_person
from bot.wording.message import Message

# Typed after the command, it is the answer to what that asks first.
YES = "yes"


def forget(incoming: Incoming, services: Services) -> Reply:
    """Ask whether everything held about the chat is to be removed. "/forget yes" does it at once: that can be typed,
    not tapped in a message that somebody else wrote."""
    texts = services.audience(incoming).texts
    if incoming.text.casefold() == YES:
        services.forget(incoming.chat_id)
        return say(texts("forgotten"))
    return ask_first(incoming, services, texts("forget-ask"), "erase", "")


def erase(incoming: Incoming, services: Services) -> Reply:
    """Yes: all of it is removed. Pressed again, the reply is the same."""
    texts = services.audience(incoming).texts
    services.forget(incoming.chat_id)
    return Reply(edit=Message(texts("forgotten")))


def policy(incoming: Incoming, services: Services) -> Reply:
    """What is held, why, and how to see and remove it."""
    return say(services.audience(incoming).texts("privacy"))


def export(incoming: Incoming, services: Services) -> Reply:
    """All and only what is held about the person who asks, as a JSON file, to them alone wherever they ask."""
    texts = services.audience(incoming).texts
    with services.database.read() as connection:
        held = export_person(connection, incoming.user_id)
    document = Document("sitrep-data.json", json.dumps(held, ensure_ascii=False, indent=1).encode())
    said = say(texts("exported")).messages
    if incoming.chat_kind is ChatKind.PRIVATE:
        return Reply(said, document=document)
    sent, closed = (Elsewhere(incoming, say(texts(key))) for key in ("exported-privately", "export-start-first"))
    return Reply(said, document=document, privately=True, afterwards=sent, otherwise=closed)
