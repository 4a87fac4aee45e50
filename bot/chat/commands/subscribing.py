"""Subscriptions: a briefing every day, at an hour, in a zone, on topics."""

from __future__ import annotations

import dataclasses
import re

import sqlalchemy as sa

from bot import localtime
from bot.chat.commands.topics import split_topics
from bot.chat.incoming import Incoming
from bot.chat.paging import TURN_MINUTES, page_in, page_of
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.store.subscriptions import (
    Subscription,
    add_subscription,
    change_subscription,
    list_subscriptions,
    remove_subscription,
    set_zone,
)
from bot.towns import zone_before_topics, zone_like
from bot.wording.message import Button, Message
from bot.wording.texts import Texts
from bot.wording.typeset import MOST_UNITS, Html, utf16
from index.errors import InputError
from index.places import find

_LIKE_A_TIME = re.compile(r"\d{1,2}[:.h]\d{2}")
_ZONE_WORDS = 3
# What fits into callback data.
_LONGEST_ZONE = 26
_ON_A_PAGE = 5
# How much of the topics is shown of one among several briefings.
_TOPIC_UNITS, _SHORT_UNITS = 500, 60


@dataclasses.dataclass(frozen=True, slots=True)
class Wish:
    """What `/subscribe` was followed by; None where it does not say."""

    minute: int | None
    zone: str | None
    topics: tuple[str, ...]


def read_wish(text: str) -> Wish:
    """`[HH:MM] [zone] [topics…]`, each optional, in that order. Pure; ValueError for unusable topics.

    A zone may have several words (`New York`): the longest run that names one is taken.
    """
    words = text.split()
    minute, words = _leading_minute(words)
    zone, words = _leading_zone(words)
    return Wish(minute, zone, split_topics(" ".join(words)))


def _leading_minute(words: list[str]) -> tuple[int | None, list[str]]:
    for count in (2, 1):  # "7 pm" before "7"
        try:
            return localtime.parse_minute("".join(words[:count])), words[count:]
        except InputError:
            continue
    if words and _LIKE_A_TIME.fullmatch(words[0]):
        localtime.parse_minute(words[0])  # says what is wrong with it
    return None, words


def _leading_zone(words: list[str]) -> tuple[str | None, list[str]]:
    for count in range(min(_ZONE_WORDS, len(words)), 0, -1):
        zone = zone_before_topics(words[:count])
        if zone is not None:
            return zone, words[count:]
    return None, words


def subscribe(incoming: Incoming, services: Services) -> Reply:
    """Subscribe the chat, or the topic of a group in which this was said."""
    audience = services.audience(incoming)
    try:
        wish = read_wish(incoming.text)
    except ValueError:
        return say(audience.texts("topics-too-many"))
    zone = wish.zone or audience.zone

    def work(connection: sa.Connection) -> Subscription:
        chat = services.open_chat(connection, incoming)
        if wish.zone and chat.zone is None:
            set_zone(connection, chat.id, wish.zone, now=incoming.now)
        return add_subscription(
            connection,
            chat.id,
            minute=localtime.parse_minute(services.briefing.time) if wish.minute is None else wish.minute,
            zone=zone,
            topics=wish.topics,
            thread_id=incoming.thread_id,
            now=incoming.now,
        )

    made = services.database.transact(work)
    lines = [audience.texts("subscribed", what=describe(made, audience.texts))]
    lines.append(audience.texts("next-briefing", at=audience.texts.moment(made.due.at, made.zone)))
    rows: tuple[tuple[Button, ...], ...] = ()
    if wish.zone is None and (audience.chat is None or audience.chat.zone is None):
        lines.append(audience.texts("zone-assumed", zone=localtime.zone_label(zone, incoming.now)))
        rows = _meant(incoming, services, made)
        lines += [audience.texts("zone-meant")] if rows else []
    if not wish.topics:
        lines.append(audience.texts("subscribed-hint"))
    return Reply((Message("\n\n".join(lines), rows),))


def _meant(incoming: Incoming, services: Services, made: Subscription) -> tuple[tuple[Button, ...], ...]:
    """Where the topics begin with what is nearly a city's name: a button that takes it as the city."""
    word = made.topics[0].split()[0] if made.topics else ""
    near = zone_like(word) if word and not find(word) else None
    if near is None or len(near) > _LONGEST_ZONE:
        return ()
    data = services.sign(incoming, "meant", f"{made.id}.{near}", minutes=TURN_MINUTES)
    label = services.audience(incoming).texts.plain("button-meant", zone=localtime.zone_label(near, incoming.now))
    return ((Button(label, data=data),),)


def take_as_city(incoming: Incoming, services: Services) -> Reply:
    """That button: the zone is the city's, and the topics go on without it."""
    texts = services.audience(incoming).texts
    number, _, zone = incoming.text.partition(".")
    held = next((one for one in _held(incoming, services) if str(one.id) == number), None)
    if held is None or not held.topics:
        return Reply(edit=listing(incoming, services))
    first = held.topics[0].partition(" ")[2].strip()
    topics = (first, *held.topics[1:]) if first else held.topics[1:]

    def work(connection: sa.Connection) -> list[Subscription]:
        change_subscription(connection, incoming.chat_id, held.id, topics=topics, now=incoming.now)
        return set_zone(connection, incoming.chat_id, zone, now=incoming.now)

    services.database.transact(work)
    made = next(one for one in _held(incoming, services) if one.id == held.id)
    due = texts("next-briefing", at=texts.moment(made.due.at, made.zone))
    return Reply(edit=Message(f"{texts('subscribed', what=describe(made, texts))}\n\n{due}"))


def subscriptions(incoming: Incoming, services: Services) -> Reply:
    """The chat's subscriptions, each with a button that ends it."""
    return Reply((listing(incoming, services),))


def unsubscribe(incoming: Incoming, services: Services) -> Reply:
    """End the only subscription, the numbered one, or all; with several and no number, ask which."""
    audience = services.audience(incoming)
    held = _held(incoming, services)
    wanted = incoming.text.casefold().strip(" .#")
    if not held:
        return say(audience.texts("subscriptions-none"))
    if wanted in {"all", audience.texts.plain("word-all").casefold()}:
        chosen = held
    elif wanted.isdecimal() and 1 <= int(wanted) <= len(held):
        chosen = [held[int(wanted) - 1]]
    elif len(held) == 1 and not wanted:
        chosen = held
    else:
        return Reply((listing(incoming, services),))
    _end(incoming, services, [subscription.id for subscription in chosen])
    return say(_ended(chosen, audience.texts))


def end_subscription(incoming: Incoming, services: Services) -> Reply:
    """The button that ends one; pressed again it says the same."""
    audience = services.audience(incoming)
    wanted = incoming.text.partition(".")[0]
    chosen = [s for s in _held(incoming, services) if str(s.id) == wanted]
    _end(incoming, services, [subscription.id for subscription in chosen])
    notice = audience.texts.plain("unsubscribed-notice")
    return Reply(edit=listing(incoming, services, page_in(incoming.text)), notice=notice)


def turn_page(incoming: Incoming, services: Services) -> Reply:
    """A button under the list of briefings: another page of it in its place."""
    return Reply(edit=listing(incoming, services, page_in(incoming.text)))


def describe(subscription: Subscription, texts: Texts, *, units: int = MOST_UNITS) -> Html:
    """A subscription in a few words: hour, zone, topics, of these at most so many UTF-16 units."""
    return texts(
        "subscription-line",
        time=localtime.format_minute(subscription.minute),
        zone=localtime.zone_label(subscription.zone, subscription.due.at),
        topics=_topics(subscription.topics, texts, units),
    )


def _topics(topics: tuple[str, ...], texts: Texts, units: int) -> Html:
    if not topics:
        return texts("topics-all")
    shown: list[str] = []
    for topic in topics:
        if shown and utf16(", ".join([*shown, topic])) > units:
            return Html(f"{texts.listed(shown)}…")
        shown.append(topic)
    return texts.listed(shown)


def _held(incoming: Incoming, services: Services) -> list[Subscription]:
    with services.database.read() as connection:
        return list_subscriptions(connection, incoming.chat_id)


def _end(incoming: Incoming, services: Services, ids: list[int]) -> None:
    def work(connection: sa.Connection) -> None:
        for number in ids:
            remove_subscription(connection, incoming.chat_id, number)

    services.database.transact(work)


def _ended(chosen: list[Subscription], texts: Texts) -> str:
    lines = [texts("unsubscribed", count=len(chosen))]
    lines += [Html(f"• {describe(subscription, texts, units=_SHORT_UNITS)}") for subscription in chosen]
    return "\n".join(lines)


def listing(incoming: Incoming, services: Services, number: int = 0) -> Message:
    """The chat's subscriptions as one message, each with a button that ends it."""
    texts, held = services.audience(incoming).texts, _held(incoming, services)
    if not held:
        return Message(texts("subscriptions-none"))
    page = page_of(held, number, _ON_A_PAGE)
    lines = [page.heading(texts("subscriptions-heading"), texts)]
    rows: list[tuple[Button, ...]] = []
    for place, subscription in page.shown:
        due = texts.moment(subscription.due.at, subscription.zone)
        lines.append(
            Html(f"{place}. {describe(subscription, texts, units=_TOPIC_UNITS)}\n{texts('next-briefing', at=due)}")
        )
        data = services.sign(incoming, "end", f"{subscription.id}.{page.number}", minutes=TURN_MINUTES)
        rows.append((Button(texts.plain("button-end", number=place), data=data),))
    turns = page.buttons(texts, services.turning(incoming, "subscriptions"))
    return Message("\n\n".join(lines), (*rows, *turns))
