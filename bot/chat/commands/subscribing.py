"""Subscriptions: a briefing every day, at an hour, in a zone, on topics."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bot import localtime
from bot.chat.incoming import Incoming
from bot.chat.paging import TURN_MINUTES, page_in, page_of
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.chat.wishes import WEEKDAYS, WEEKENDS, Wish, read_wish
from bot.store.awaited import await_answer, stop_waiting
from bot.store.pauses import GENERAL, Pause, pauses_of
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
from index.places import find

# What fits into callback data.
_LONGEST_ZONE = 26
_ON_A_PAGE = 5
# How much of the topics is shown of one among several briefings.
_TOPIC_UNITS, _SHORT_UNITS = 500, 60


def zone_of(text: str) -> str | None:
    """The zone of a city or zone by its name; None where there is none, or several to choose from."""
    return zone_before_topics(text.split())


def says_when(text: str) -> bool:
    """Whether a text names an hour, or days."""
    try:
        wish = read_wish(text, zone_of)
    except ValueError:
        return False
    return wish.minute is not None or wish.days != localtime.ALL_DAYS or any(c.isdecimal() for c in text)


def subscribe(incoming: Incoming, services: Services) -> Reply:
    """Subscribe the chat, or the topic of a group in which this was said; what is not clear is asked back."""
    audience = services.audience(incoming)
    try:
        wish = read_wish(incoming.text, zone_of)
    except ValueError:
        return say(audience.texts("topics-too-many"))
    if wish.unclear or wish.is_empty:
        return ask_back(incoming, services)
    return carry_out(incoming, services, wish)


def make(incoming: Incoming, services: Services, wish: Wish) -> Subscription:
    """Make the subscription that a person wished for; what it does not say is as the chat has it."""
    zone = wish.zone or services.audience(incoming).zone

    def work(connection: sa.Connection) -> Subscription:
        chat = services.open_chat(connection, incoming)
        stop_waiting(connection, chat.id, incoming.user_id)
        if wish.zone and chat.zone is None:
            set_zone(connection, chat.id, wish.zone, now=incoming.now)
        return add_subscription(
            connection,
            chat.id,
            minute=localtime.parse_minute(services.briefing.time) if wish.minute is None else wish.minute,
            zone=zone,
            topics=wish.topics,
            thread_id=incoming.thread_id,
            days=wish.days,
            made_by=incoming.user_id or None,
            now=incoming.now,
        )

    return services.database.transact(work)


def carry_out(incoming: Incoming, services: Services, wish: Wish) -> Reply:
    """Make the subscription and say what it is; where the city is not known, it may be written next."""
    audience = services.audience(incoming)
    made = make(incoming, services, wish)
    lines = [audience.texts("subscribed", what=describe(made, audience.texts))]
    lines.append(audience.texts("next-briefing", at=audience.texts.moment(made.due.at, made.zone)))
    rows: tuple[tuple[Button, ...], ...] = ()
    if wish.zone is None and (audience.chat is None or audience.chat.zone is None):
        wait_for(incoming, services, "zone", {"subscription": made.id})
        lines.append(audience.texts("zone-assumed", zone=localtime.zone_label(made.zone, incoming.now)))
        rows = _meant(incoming, services, made)
        lines += [audience.texts("zone-meant")] if rows else []
    if not wish.topics:
        lines.append(audience.texts("subscribed-hint"))
    return Reply((Message("\n\n".join(lines), rows),))


def ask_back(incoming: Incoming, services: Services) -> Reply:
    """What was said could be an hour and is none, or says nothing: it is asked for, and what is typed is the answer."""
    wait_for(incoming, services, "hour", {})
    return say(services.audience(incoming).texts("subscribe-unclear"))


def wait_for(incoming: Incoming, services: Services, step: str, about: dict[str, Any]) -> None:
    """What this person writes next here is the answer to that step."""

    def work(connection: sa.Connection) -> None:
        services.open_chat(connection, incoming)
        await_answer(connection, incoming.chat_id, incoming.user_id, step, about, now=incoming.now)

    services.database.transact(work)


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
        days=days_in_words(subscription.days, texts),
        time=localtime.format_minute(subscription.minute),
        zone=localtime.zone_label(subscription.zone, subscription.due.at),
        topics=_topics(subscription.topics, texts, units),
    )


def days_in_words(days: int, texts: Texts) -> Html:
    """On which weekdays: every day, on weekdays, every day but Sat, on Mon and Thu."""
    named = {localtime.ALL_DAYS: "days-all", WEEKDAYS: "days-weekdays", WEEKENDS: "days-weekends"}
    if days in named:
        return texts(named[days])
    missing = [day for day in range(7) if not days >> day & 1]
    if len(missing) == 1:
        return texts("days-but", day=texts.weekday(missing[0]))
    return texts("days-some", days=texts.listed(texts.weekday(day) for day in range(7) if days >> day & 1))


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


def _pauses(incoming: Incoming, services: Services) -> dict[int | None, Pause]:
    """What holds this chat's briefings back, by topic; None: all of it."""
    with services.database.read() as connection:
        return {pause.thread_id: pause for pause in pauses_of(connection, incoming.chat_id)}


def _paused(pause: Pause, texts: Texts, zone: str) -> Html:
    """Why nothing comes, and until when. Who can read it sees that it is over."""
    why = texts(f"pause-{pause.reason.replace('_', '-')}")
    since = texts.moment(pause.since_at, zone)
    if pause.thread_id is None:
        return texts("paused-chat", since=since, why=why)
    if pause.retry_at is None:
        return texts("paused-topic-now", since=since, why=why)
    return texts("paused-topic", since=since, why=why, at=texts.moment(pause.retry_at, zone))


def listing(incoming: Incoming, services: Services, number: int = 0) -> Message:
    """The chat's subscriptions as one message, each with a button that ends it."""
    texts, held = services.audience(incoming).texts, _held(incoming, services)
    if not held:
        return Message(texts("subscriptions-none"))
    page, paused = page_of(held, number, _ON_A_PAGE), _pauses(incoming, services)
    lines = [page.heading(texts("subscriptions-heading"), texts)]
    if None in paused:
        lines.append(_paused(paused[None], texts, held[0].zone))
    rows: list[tuple[Button, ...]] = []
    for place, subscription in page.shown:
        due = texts("next-briefing", at=texts.moment(subscription.due.at, subscription.zone))
        pause = paused.get(subscription.thread_id or GENERAL)
        stands = due if pause is None else _paused(pause, texts, subscription.zone)
        lines.append(Html(f"{place}. {describe(subscription, texts, units=_TOPIC_UNITS)}\n{stands}"))
        if not incoming.may_set:
            continue
        # Any admin of the group may press it.
        data = services.sign(incoming, "end", f"{subscription.id}.{page.number}", minutes=TURN_MINUTES, own=False)
        rows.append((Button(texts.plain("button-end", number=place), data=data),))
    turns = page.buttons(texts, services.turning(incoming, "subscriptions"))
    return Message("\n\n".join(lines), (*rows, *turns))
