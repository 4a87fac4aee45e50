"""Subscribing step by step: the hour, then whose clocks, then on what. Each press carries all it needs, and each step
leaves something that works: whoever stops after the hour gets a briefing at that hour.
"""

from __future__ import annotations

import re
from datetime import timedelta

import sqlalchemy as sa

from bot import localtime
from bot.chat.commands import subscribing
from bot.chat.commands.topics import MOST_TOPICS, split_topics
from bot.chat.incoming import ChatKind, Incoming
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.chat.wishes import read_wish
from bot.chat.words import fold
from bot.store.awaited import Awaited, awaited_of, stop_waiting
from bot.store.subscriptions import (
    Subscription,
    add_subscription,
    change_subscription,
    list_subscriptions,
    set_zone,
)
from bot.towns import city_of, zones_near, zones_of_town
from bot.wording.message import Button, Message
from bot.wording.texts import Texts, languages, texts_for
from index.stories.atlas import called
from index.stories.overviews import busiest_places

_BUTTON_MINUTES = 60 * 24 * 30
_HOURS = (5, 6, 7, 8, 9, 12, 15, 18, 20, 21, 22, 23)
_ZONES = (
    "Africa/Khartoum", "Asia/Baghdad", "Asia/Beirut", "Asia/Damascus", "Asia/Gaza", "Asia/Jerusalem",
    "Asia/Kabul", "Asia/Tehran", "Asia/Yangon", "Europe/Kyiv", "Europe/Moscow", "Europe/Istanbul",
    "Europe/London", "Europe/Paris", "America/New_York", "UTC",
)  # fmt: skip
# A subscription that was begun this long ago is still being set up.
_UNDER_WAY = timedelta(minutes=30)
_EXAMPLES = 6
# Callback data is short, and ASCII.
_LONGEST_NAME = 24


def ask_hour(incoming: Incoming, services: Services) -> Reply:
    """The first step of subscribing without a word: an hour is pressed, or written with all else that is wished."""
    subscribing.wait_for(incoming, services, "hour", {})
    return Reply((hours(incoming, services),))


def hear(incoming: Incoming, services: Services) -> Reply:
    """What was written while an answer is waited for."""
    with services.database.read() as connection:
        awaited = awaited_of(connection, incoming.chat_id, incoming.user_id, now=incoming.now)
    if awaited is None or awaited.step == "hour":
        return _hear_hour(incoming, services)
    return (_hear_zone if awaited.step == "zone" else _hear_topics)(incoming, services, awaited)


def cancel(incoming: Incoming, services: Services) -> Reply:
    """What was asked is not waited for any more."""
    services.database.transact(lambda connection: stop_waiting(connection, incoming.chat_id, incoming.user_id))
    return say(services.audience(incoming).texts("left-as-it-is"))


def offer_hour(incoming: Incoming, services: Services) -> Reply:
    """Somebody wrote a time of day and nothing else: whether a briefing is to come at it."""
    texts, wish = services.audience(incoming).texts, read_wish(incoming.text, subscribing.zone_of)
    if wish.minute is None:
        return say(texts("error-time-unknown"))
    shown = localtime.format_minute(wish.minute)
    yes = button(incoming, services, "hour", str(wish.minute), texts.plain("button-yes"))
    no = button(incoming, services, "never", "", texts.plain("button-no"))
    return Reply((Message(texts("hour-offer", time=shown), ((yes, no),)),))


def looks_like_question(text: str, texts: Texts) -> bool:
    """Whether it is plainly no hour, city or topic."""
    words = {fold(word) for word in text.split()}
    return text.rstrip().endswith(("?", "؟")) or bool(words & _asking(texts) and len(words) > 2)


def only_asks(text: str) -> bool:
    """Whether a text has no word but those that ask, in any language: when, хто."""
    words = {word for piece in text.split() if (word := fold(piece).strip(" ?¿؟!.,"))}
    return bool(words) and words <= set().union(*(_asking(texts_for(name)) for name in languages()))


def _asking(texts: Texts) -> set[str]:
    return {fold(word.strip()) for word in re.split(r"[,،]", texts.plain("words-asking"))}


def _hear_hour(incoming: Incoming, services: Services) -> Reply:
    """The hour was written, with all else that is wished or without: what is missing is asked for next."""
    audience = services.audience(incoming)
    try:
        wish = read_wish(incoming.text, subscribing.zone_of)
    except ValueError:
        return say(audience.texts("topics-too-many"))
    known = wish.zone is not None or (audience.chat is not None and audience.chat.zone is not None)
    if wish.topics and wish.minute is None and wish.zone is None and wish.days == localtime.ALL_DAYS:
        # The hour was asked for, and these are but words.
        return subscribing.ask_back(incoming, services)
    if wish.minute is None or wish.topics:
        return subscribing.subscribe(incoming, services)
    made = subscribing.make(incoming, services, wish)
    if known:
        return Reply((_topics(incoming, services, made),))
    said = audience.texts("subscribed", what=subscribing.describe(made, audience.texts))
    subscribing.wait_for(incoming, services, "zone", {"subscription": made.id})
    return Reply((zones(incoming, services, opening=f"{said}\n\n"),))


def _hear_zone(incoming: Incoming, services: Services, awaited: Awaited) -> Reply:
    zone = subscribing.zone_of(incoming.text)
    if zone is None:
        likely = zones_of_town(incoming.text.strip(), incoming.now)
        if likely:
            return Reply((clocks(incoming, services, likely),))
        return say(services.audience(incoming).texts("zone-again"))

    def work(connection: sa.Connection) -> None:
        services.open_chat(connection, incoming)
        set_zone(connection, incoming.chat_id, zone, now=incoming.now)
        stop_waiting(connection, incoming.chat_id, incoming.user_id)

    services.database.transact(work)
    following = next_step(incoming, services)
    texts = services.audience(incoming).texts
    label = localtime.zone_label(zone, incoming.now)
    said = Message(texts("zone-set", zone=label, now=texts.moment(incoming.now, zone)))
    return Reply((following,) if following is not None else (said,))


def _hear_topics(incoming: Incoming, services: Services, awaited: Awaited) -> Reply:
    texts = services.audience(incoming).texts
    try:
        topics = split_topics(incoming.text)
    except ValueError:
        return say(texts("topics-too-many"))

    def work(connection: sa.Connection) -> Subscription | None:
        stop_waiting(connection, incoming.chat_id, incoming.user_id)
        held = list_subscriptions(connection, incoming.chat_id)
        begun = next((one for one in held if one.id == awaited.about.get("subscription")), None)
        if begun is None:
            return None
        joined = tuple(dict.fromkeys((*begun.topics, *topics)))[:MOST_TOPICS]
        return change_subscription(connection, incoming.chat_id, begun.id, topics=joined, now=incoming.now)

    changed = services.database.transact(work)
    return Reply((_gone(texts) if changed is None else Message(_stands(changed, texts)),))


def choose_hour(incoming: Incoming, services: Services) -> Reply:
    """An hour was pressed: a briefing on everything, every day; then its zone is asked where it is not known."""
    audience = services.audience(incoming)

    def work(connection: sa.Connection) -> Subscription:
        chat = services.open_chat(connection, incoming)
        return add_subscription(
            connection,
            chat.id,
            minute=int(incoming.text),
            zone=audience.zone,
            thread_id=incoming.thread_id,
            made_by=incoming.user_id or None,
            now=incoming.now,
        )

    made = services.database.transact(work)
    if audience.chat is None or audience.chat.zone is None:
        said = audience.texts("subscribed", what=subscribing.describe(made, audience.texts))
        subscribing.wait_for(incoming, services, "zone", {"subscription": made.id})
        return Reply(edit=zones(incoming, services, opening=f"{said}\n\n"))
    return Reply(edit=_topics(incoming, services, made))


def next_step(incoming: Incoming, services: Services) -> Message | None:
    """After the zone: the topics of the subscription that is being set up; None where none is."""
    with services.database.read() as connection:
        held = list_subscriptions(connection, incoming.chat_id)
    fresh = [one for one in held if not one.topics and one.created_at > incoming.now - _UNDER_WAY]
    return _topics(incoming, services, max(fresh, key=lambda one: one.id)) if fresh else None


def choose_topic(incoming: Incoming, services: Services) -> Reply:
    """A topic was pressed: the briefing is on it, too."""
    texts = services.audience(incoming).texts
    number, _, place = incoming.text.partition(".")

    def work(connection: sa.Connection) -> Subscription | None:
        held = next((one for one in list_subscriptions(connection, incoming.chat_id) if str(one.id) == number), None)
        if held is None:
            return None
        topics = dict.fromkeys((*held.topics, called(place, texts.language)))
        return change_subscription(connection, incoming.chat_id, held.id, topics=tuple(topics), now=incoming.now)

    changed = services.database.transact(work)
    return Reply(edit=_gone(texts) if changed is None else _topics(incoming, services, changed))


def finish(incoming: Incoming, services: Services) -> Reply:
    """No more topics: what the person will get, in one sentence."""
    texts = services.audience(incoming).texts
    services.database.transact(lambda connection: stop_waiting(connection, incoming.chat_id, incoming.user_id))
    with services.database.read() as connection:
        held = list_subscriptions(connection, incoming.chat_id)
    made = next((one for one in held if str(one.id) == incoming.text), None)
    if made is None:
        return Reply(edit=_gone(texts))
    row = (button(incoming, services, "page", "card", texts.plain("button-settings")),)
    return Reply(edit=Message(_stands(made, texts), (row,)))


def locate(incoming: Incoming, services: Services) -> Reply:
    """The button that offers to share where one is; only a private chat has it."""
    texts = services.audience(incoming).texts
    return Reply((Message(texts("place-ask"), place_button=texts.plain("button-share-place")),))


def place(incoming: Incoming, services: Services) -> Reply:
    """Somebody shared where they are: by which clocks people live there, to be confirmed. The place is not kept."""
    texts = services.audience(incoming).texts
    if incoming.place is None:
        return say(texts("place-ask"))
    found = zones_near(*incoming.place, incoming.now)
    return Reply((Message(texts("place-thanks"), place_button=""), clocks(incoming, services, found)))


def clocks(incoming: Incoming, services: Services, found: tuple[str, ...]) -> Message:
    """What time it may be where the person is: a button for each."""
    texts = services.audience(incoming).texts
    rows = [(button(incoming, services, "zone", zone, _clock(zone, incoming, texts)),) for zone in found]
    rows.append((button(incoming, services, "page", "zone", texts.plain("button-other-zone")),))
    return Message(texts("place-clocks"), tuple(rows))


def hours(incoming: Incoming, services: Services) -> Message:
    """The hours to choose from."""
    minutes = [hour * 60 for hour in _HOURS]
    buttons = [button(incoming, services, "hour", str(m), localtime.format_minute(m)) for m in minutes]
    return choices(incoming, services, "hour-ask", buttons, columns=4)


def zones(incoming: Incoming, services: Services, *, opening: str = "") -> Message:
    """The cities to choose from, and in a private chat the place where one is."""
    texts = services.audience(incoming).texts
    buttons = [button(incoming, services, "zone", zone, _city(zone, texts)) for zone in _ZONES]
    page = choices(incoming, services, "zone-ask", buttons, columns=3, opening=opening)
    if incoming.chat_kind is not ChatKind.PRIVATE:
        return page
    here = button(incoming, services, "locate", "", texts.plain("button-place"))
    return Message(page.html, (*page.buttons[:-1], (here,), *page.buttons[-1:]))


def choices(
    incoming: Incoming, services: Services, key: str, buttons: list[Button], *, columns: int, opening: str = ""
) -> Message:
    """A text with things to choose from, and the way back to all settings."""
    texts = services.audience(incoming).texts
    rows = [tuple(buttons[i : i + columns]) for i in range(0, len(buttons), columns)]
    back = button(incoming, services, "page", "card", texts.plain("button-settings"))
    return Message(f"{opening}{texts(key)}", (*rows, (back,)))


def button(incoming: Incoming, services: Services, action: str, payload: str, label: str) -> Button:
    data = services.sign(incoming, action, payload, minutes=_BUTTON_MINUTES, own=False)
    return Button(label, data=data)


def _topics(incoming: Incoming, services: Services, made: Subscription) -> Message:
    """What the briefing is on by now, and what the reports of late are about; others may be written."""
    subscribing.wait_for(incoming, services, "topics", {"subscription": made.id})
    texts = services.audience(incoming).texts
    newest = services.index.stats().newest_at or incoming.now
    until = min(newest + timedelta(minutes=1), incoming.now)
    places = busiest_places(services.index.database, until, most=_EXAMPLES + len(made.topics))
    offered = [one for one in places if one.isascii() and len(one) <= _LONGEST_NAME and ":" not in one]
    named = [(one, called(one, texts.language)) for one in offered]
    left = [(one, label) for one, label in named if label not in made.topics][:_EXAMPLES]
    buttons = [button(incoming, services, "topic", f"{made.id}.{one}", label) for one, label in left]
    rows = [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
    done = texts.plain("button-topics-done" if made.topics else "button-topics-all")
    rows.append((button(incoming, services, "topics", str(made.id), done),))
    return Message(f"{_stands(made, texts)}\n\n{texts('topics-ask')}", tuple(rows))


def _stands(made: Subscription, texts: Texts) -> str:
    due = texts("next-briefing", at=texts.moment(made.due.at, made.zone))
    return f"{texts('subscribed', what=subscribing.describe(made, texts))}\n{due}"


def _gone(texts: Texts) -> Message:
    return Message(texts("subscriptions-none"))


def _clock(zone: str, incoming: Incoming, texts: Texts) -> str:
    now = localtime.local(incoming.now, zone)
    return f"{now:%H:%M}, {_city(zone, texts)}"


def _city(zone: str, texts: Texts) -> str:
    if zone == "UTC":
        return "UTC"
    return city_of(zone, texts.language)
