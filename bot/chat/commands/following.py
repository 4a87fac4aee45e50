"""Following topics: what a chat's briefings tell first, and whose silence they mention."""

from __future__ import annotations

import sqlalchemy as sa

from bot.chat.commands.topics import split_topics
from bot.chat.incoming import Incoming
from bot.chat.message import Button, Message
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.chat.typeset import Html, escape, isolate
from bot.store.follows import Follow, add_follows, list_follows, remove_follow
from bot.store.subscriptions import list_subscriptions

_BUTTON_MINUTES = 60 * 24 * 30
_LABEL = 30


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
    named = Html(", ".join(isolate(escape(topic), rtl=texts.rtl) for topic in topics))
    lines = [texts("follow-done", topics=named)]
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
    named = Html(", ".join(isolate(escape(one.topic), rtl=texts.rtl) for one in chosen))
    return say(texts("unfollow-done", topics=named))


def end_follow(incoming: Incoming, services: Services) -> Reply:
    """The button that stops one; pressed again it says the same."""
    _stop(incoming, services, [one for one in _held(incoming, services) if str(one.id) == incoming.text])
    notice = services.audience(incoming).texts.plain("unsubscribed-notice")
    return Reply(edit=_listing(incoming, services), notice=notice)


def _held(incoming: Incoming, services: Services) -> list[Follow]:
    with services.database.read() as connection:
        return list_follows(connection, incoming.chat_id)


def _stop(incoming: Incoming, services: Services, chosen: list[Follow]) -> None:
    def work(connection: sa.Connection) -> None:
        for one in chosen:
            remove_follow(connection, incoming.chat_id, one.id)

    services.database.transact(work)


def _listing(incoming: Incoming, services: Services) -> Message:
    """The topics of the chat, each with a button that stops it."""
    texts, held = services.audience(incoming).texts, _held(incoming, services)
    if not held:
        return Message(texts("follow-none"))
    lines = [texts("follow-heading")]
    rows: list[tuple[Button, ...]] = []
    for number, one in enumerate(held, start=1):
        lines.append(Html(f"{number}. {isolate(escape(one.topic), rtl=texts.rtl)}"))
        data = services.sign(incoming, "unfollow", str(one.id), minutes=_BUTTON_MINUTES)
        rows.append((Button(texts.plain("button-unfollow", topic=_short(one.topic)), data=data),))
    return Message("\n".join(lines), tuple(rows))


def _short(topic: str) -> str:
    return topic if len(topic) <= _LABEL else f"{topic[: _LABEL - 1]}…"
