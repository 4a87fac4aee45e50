"""What is held about a chat: all of it handed over, or all of it removed."""

from __future__ import annotations

import json

from bot.chat.incoming import Incoming
from bot.chat.reply import Document, Reply, say
from bot.chat.services import Services
from bot.store.chats import export_chat, forget_chat


def forget(incoming: Incoming, services: Services) -> Reply:
    """Remove everything held about the chat. Asked again, the reply is the same."""
    texts = services.audience(incoming).texts
    services.database.transact(lambda connection: forget_chat(connection, incoming.chat_id))
    return say(texts("forgotten"))


def export(incoming: Incoming, services: Services) -> Reply:
    """All and only what is held about the chat, as a JSON file."""
    texts = services.audience(incoming).texts
    with services.database.read() as connection:
        held = export_chat(connection, incoming.chat_id)
    content = json.dumps(held, ensure_ascii=False, indent=1).encode()
    return Reply(say(texts("exported")).messages, document=Document("sitrep-data.json", content))
