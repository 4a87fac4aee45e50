"""Watching topics: being told at once, when enough independent origins report; and the hours when that waits."""

from __future__ import annotations

import re

import sqlalchemy as sa

from bot.chat.commands.topics import split_topics
from bot.chat.incoming import Incoming
from bot.chat.paging import TURN_MINUTES, page_in, page_of
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.localtime import format_minute, parse_minute, zone_label
from bot.store.chats import get_chat, set_quiet
from bot.store.watches import Watch, list_watches, put_watch, remove_watch
from bot.wording.message import Button, Message
from bot.wording.texts import Texts
from bot.wording.typeset import Html, shorten

_LABEL = 30
_ON_A_PAGE = 10
_MOST_ORIGINS = 20
_NUMBERED = re.compile(r"([0-9]{1,2})\s+(\S.*)", re.DOTALL)
_SPAN = re.compile(r"(\S+?)\s*(?:-|–|\s)\s*(\S+)")


def watch(incoming: Incoming, services: Services) -> Reply:
    """Watch a topic, from as many independent origins on as the number before it says; without any, show all."""
    texts = services.audience(incoming).texts
    if not incoming.text:
        return Reply((_listing(incoming, services),))
    match = _NUMBERED.fullmatch(incoming.text)
    origins = int(match[1]) if match else services.alerts.origins
    try:
        topics = split_topics(match[2] if match else incoming.text)
    except ValueError:
        return say(texts("topics-too-many"))
    if not 1 <= origins <= _MOST_ORIGINS or not topics or any(topic.isdecimal() for topic in topics):
        return say(texts("watch-how"))

    def work(connection: sa.Connection) -> list[Watch]:
        services.open_chat(connection, incoming)
        thread_id, now = incoming.thread_id, incoming.now
        return [
            put_watch(connection, incoming.chat_id, topic, origins=origins, thread_id=thread_id, now=now)
            for topic in topics
        ]

    made = services.database.transact(work)
    lines = [texts("watch-done", topic=one.topic, origins=one.origins) for one in made]
    return say("\n".join([*lines, "", texts("watch-hint", most=services.alerts.a_day)]))


def unwatch(incoming: Incoming, services: Services) -> Reply:
    """Stop watching a topic by its number or name, or all; with neither, ask which."""
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
    return say("\n".join(texts("unwatch-done", topic=one.topic) for one in chosen))


def end_watch(incoming: Incoming, services: Services) -> Reply:
    """The button that stops one; pressed again it says the same."""
    wanted = incoming.text.partition(".")[0]
    _stop(incoming, services, [one for one in _held(incoming, services) if str(one.id) == wanted])
    notice = services.audience(incoming).texts.plain("unsubscribed-notice")
    return Reply(edit=_listing(incoming, services, page_in(incoming.text)), notice=notice)


def turn_page(incoming: Incoming, services: Services) -> Reply:
    """A button under the list: another page of it in its place."""
    return Reply(edit=_listing(incoming, services, page_in(incoming.text)))


def quiet(incoming: Incoming, services: Services) -> Reply:
    """`23:00 7:00`: between these, in the chat's zone, alerts wait; `off`: never; without any, show them."""
    texts = services.audience(incoming).texts
    wanted = incoming.text.casefold().strip()
    if not wanted:
        return say(_quiet_line(incoming, services, texts), texts("quiet-how"))
    span = _SPAN.fullmatch(wanted)
    if wanted not in {"off", texts.plain("word-off").casefold()} and span is None:
        return say(texts("quiet-how"))
    chosen = (parse_minute(span[1]), parse_minute(span[2])) if span else None

    def work(connection: sa.Connection) -> None:
        services.open_chat(connection, incoming)
        set_quiet(connection, incoming.chat_id, chosen)

    services.database.transact(work)
    return say(_quiet_line(incoming, services, texts))


def _held(incoming: Incoming, services: Services) -> list[Watch]:
    with services.database.read() as connection:
        return list_watches(connection, incoming.chat_id)


def _stop(incoming: Incoming, services: Services, chosen: list[Watch]) -> None:
    def work(connection: sa.Connection) -> None:
        for one in chosen:
            remove_watch(connection, incoming.chat_id, one.id)

    services.database.transact(work)


def _listing(incoming: Incoming, services: Services, number: int = 0) -> Message:
    """What the chat watches, each with a button that stops it, and its quiet hours."""
    texts, held = services.audience(incoming).texts, _held(incoming, services)
    if not held:
        return Message(texts("watch-none"))
    page = page_of(held, number, _ON_A_PAGE)
    lines = [page.heading(texts("watch-heading"), texts)]
    rows: list[tuple[Button, ...]] = []
    for place, one in page.shown:
        lines.append(Html(f"{place}. {texts('watch-line', topic=one.topic, origins=one.origins)}"))
        data = services.sign(incoming, "unwatch", f"{one.id}.{page.number}", minutes=TURN_MINUTES)
        rows.append((Button(texts.plain("button-unfollow", topic=shorten(one.topic, _LABEL)), data=data),))
    said = "\n".join(lines) + f"\n\n{_quiet_line(incoming, services, texts)}"
    return Message(said, (*rows, *page.buttons(texts, services.turning(incoming, "watches"))))


def _quiet_line(incoming: Incoming, services: Services, texts: Texts) -> Html:
    with services.database.read() as connection:
        chat = get_chat(connection, incoming.chat_id)
    if chat is None or chat.quiet is None:
        return texts("quiet-none")
    start, end = (format_minute(minute) for minute in chat.quiet)
    return texts("quiet-set", start=start, end=end, zone=zone_label(chat.zone or services.briefing.zone, incoming.now))
