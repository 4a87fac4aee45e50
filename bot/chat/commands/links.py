"""An address that somebody sends without a word: what there is from it."""

from __future__ import annotations

import dataclasses
from urllib.parse import urlsplit

from bot.chat.commands.questions import ask
from bot.chat.incoming import Incoming
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.store.articles import articles_at
from bot.wording.message import Message
from bot.wording.render import Reader, publisher_named, when
from bot.wording.typeset import Html, shorten

_SHOWN = 5
_TITLE_UNITS = 120


def look_up(incoming: Incoming, services: Services) -> Reply:
    """The article at the address where it was read, else the newest of its site."""
    audience = services.audience(incoming)
    texts, url = audience.texts, incoming.text.strip()
    host = urlsplit(url if "://" in url else f"https://{url}").hostname or ""
    with services.database.read() as connection:
        found, exact = articles_at(connection, url, host, limit=_SHOWN)
    if not found:
        return say(texts("link-unknown"))
    reader = Reader(texts, audience.zone, profiles=services.profiles())
    lines = [texts("link-found") if exact else texts("link-site", site=host)]
    for one in found:
        title = texts.link(one.url, shorten(one.title, _TITLE_UNITS))
        line = texts.joint.join((title, publisher_named(one.publisher, reader), when(one.published_at, reader)))
        lines.append(Html(f"• {line}"))
    if exact:
        # What it reports is answered as a question is: each sentence with its passage.
        reply = ask(dataclasses.replace(incoming, text=found[0].title), services)
        return dataclasses.replace(reply, messages=(Message("\n".join(lines)), *reply.messages))
    return say("\n".join(lines))
