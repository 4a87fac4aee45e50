"""Hiding outlets: their articles are left out of the answers and briefings of this chat, and of no other."""

from __future__ import annotations

import sqlalchemy as sa

from bot.chat.incoming import Incoming
from bot.chat.paging import TURN_MINUTES, page_in, page_of
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.store import hidden
from bot.wording.message import Button, Message
from bot.wording.typeset import Html, escape, isolate, shorten

_LABEL = 30
_ON_A_PAGE = 10


def hide(incoming: Incoming, services: Services) -> Reply:
    """Hide the outlet named; without a name, show what is hidden."""
    texts = services.audience(incoming).texts
    if not incoming.text:
        return Reply((_listing(incoming, services),))

    def work(connection: sa.Connection) -> str | None:
        name = hidden.publisher_called(connection, incoming.text)
        if name is not None:
            services.open_chat(connection, incoming)
            hidden.hide(connection, incoming.chat_id, name, now=incoming.now)
        return name

    name = services.database.transact(work)
    return say(texts("hide-unknown") if name is None else texts("hide-done", name=name))


def show_again(incoming: Incoming, services: Services) -> Reply:
    """The button that shows one again; pressed again it says the same."""
    wanted = int(incoming.text.partition(".")[0])
    services.database.transact(lambda connection: hidden.show_again(connection, incoming.chat_id, wanted))
    return Reply(edit=_listing(incoming, services, page_in(incoming.text)))


def turn_page(incoming: Incoming, services: Services) -> Reply:
    """A button under the list: another page of it in its place."""
    return Reply(edit=_listing(incoming, services, page_in(incoming.text)))


def _listing(incoming: Incoming, services: Services, number: int = 0) -> Message:
    texts = services.audience(incoming).texts
    with services.database.read() as connection:
        held = hidden.list_hidden(connection, incoming.chat_id)
    if not held:
        return Message(texts("hide-none"))
    page = page_of(held, number, _ON_A_PAGE)
    lines = [page.heading(texts("hide-heading"), texts)]
    rows: list[tuple[Button, ...]] = []
    for place, one in page.shown:
        lines.append(Html(f"{place}. {isolate(escape(one.publisher), rtl=texts.rtl)}"))
        data = services.sign(incoming, "unhide", f"{one.id}.{page.number}", minutes=TURN_MINUTES, own=False)
        rows.append((Button(texts.plain("button-unhide", name=shorten(one.publisher, _LABEL)), data=data),))
    return Message("\n".join(lines), (*rows, *page.buttons(texts, services.turning(incoming, "hidden"))))
