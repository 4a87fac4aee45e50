"""Following topics: what a chat's briefings tell first, and whose silence they mention."""

from __future__ import annotations

import sqlalchemy as sa

from bot.chat.commands.topics import split_topics
from bot.chat.incoming import Incoming
from bot.chat.paging import TURN_MINUTES, page_in, page_of
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.store.follows import Follow, add_follows, list_follows, remove_follow
from bot.store.subscriptions import list_subscriptions
from bot.wording.message import Button, Message
from bot.wording.typeset import Html, escape, isolate, shorten

_LABEL = 30
_ON_A_PAGE = 10


def follow(incoming: Incoming, services: Services) -> Reply:
    """Follow the topics named; without any, show what is followed."""
    texts = services.audience(incoming).texts
    try:
        topics = split_topics(incoming.text)
    except ValueError:
        return say(texts("topics-too-many"))
    if not topics:
        return Reply((_listing(incoming, services),))

    def work(connection: sa.Connection) -> bool:
        services.open_chat(connection, incoming)
        add_follows(connection, incoming.chat_id, topics, now=incoming.now)
        return bool(list_subscriptions(connection, incoming.chat_id))

    subscribed = services.database.transact(work)
    lines = [texts("follow-done", topics=texts.listed(topics))]
    if not subscribed:
        lines.append(texts("follow-no-briefing"))
    return say("\n\n".join(lines))


def unfollow(incoming: Incoming, services: Services) -> Reply:
    """Stop following a topic by its number or name, or all; with neither, ask which."""
    texts = services.audience(incoming).texts
    held = _held(incoming, services)
    wanted = incoming.text.casefold().strip(" .#")
    if wanted in {"all", texts.plain("word-all").casefold()}:
        chosen = held
    else:
        chosen = [one for number, one in enumerate(held, 1) if wanted in {str(number), one.topic.casefold()}]
    if not chosen:
        return Reply((_listing(incoming, services),))
    _stop(incoming, services, chosen)
    return say(texts("unfollow-done", topics=texts.listed(one.topic for one in chosen)))


def end_follow(incoming: Incoming, services: Services) -> Reply:
    """The button that stops one; pressed again it says the same."""
    wanted = incoming.text.partition(".")[0]
    _stop(incoming, services, [one for one in _held(incoming, services) if str(one.id) == wanted])
    notice = services.audience(incoming).texts.plain("unsubscribed-notice")
    return Reply(edit=_listing(incoming, services, page_in(incoming.text)), notice=notice)


def turn_page(incoming: Incoming, services: Services) -> Reply:
    """A button under the list: another page of it in its place."""
    return Reply(edit=_listing(incoming, services, page_in(incoming.text)))


def _held(incoming: Incoming, services: Services) -> list[Follow]:
    with services.database.read() as connection:
        return list_follows(connection, incoming.chat_id)


def _stop(incoming: Incoming, services: Services, chosen: list[Follow]) -> None:
    def work(connection: sa.Connection) -> None:
        for one in chosen:
            remove_follow(connection, incoming.chat_id, one.id)

    services.database.transact(work)


def _listing(incoming: Incoming, services: Services, number: int = 0) -> Message:
    """The topics of the chat, each with a button that stops it."""
    texts, held = services.audience(incoming).texts, _held(incoming, services)
    if not held:
        return Message(texts("follow-none"))
    page = page_of(held, number, _ON_A_PAGE)
    lines = [page.heading(texts("follow-heading"), texts)]
    rows: list[tuple[Button, ...]] = []
    for place, one in page.shown:
        lines.append(Html(f"{place}. {isolate(escape(one.topic), rtl=texts.rtl)}"))
        data = services.sign(incoming, "unfollow", f"{one.id}.{page.number}", minutes=TURN_MINUTES)
        rows.append((Button(texts.plain("button-unfollow", topic=shorten(one.topic, _LABEL)), data=data),))
    turns = page.buttons(texts, services.turning(incoming, "follows"))
    return Message("\n".join(lines), (*rows, *turns))
