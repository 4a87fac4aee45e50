"""Settings by buttons: zone, language, briefings. Each press carries all it needs; nothing is remembered between."""

from __future__ import annotations

import sqlalchemy as sa
from babel import Locale

from bot import localtime
from bot.chat.commands import subscribing
from bot.chat.commands.dialogue import button, choices, clocks, hours, next_step, zones
from bot.chat.incoming import Incoming
from bot.chat.reply import Reply, say
from bot.chat.services import Audience, Services
from bot.store.chats import get_chat, set_clock, set_language, set_pictures
from bot.store.subscriptions import Subscription, list_subscriptions, set_zone
from bot.towns import zone_named, zones_of_town
from bot.wording.message import Button, Message
from bot.wording.texts import Texts, languages
from bot.wording.typeset import Html
from index.errors import InputError

# The most briefings that the card lists; all are on their own page.
_SHOWN, _TOPIC_UNITS = 3, 200


def settings(incoming: Incoming, services: Services) -> Reply:
    """All settings of the chat on one card."""
    return Reply((_card(incoming, services),))


def open_page(incoming: Incoming, services: Services) -> Reply:
    """A button of the card: the page that it names."""
    if incoming.text in {"zone", "hour"}:
        # It may be written as well as pressed.
        subscribing.wait_for(incoming, services, incoming.text, {})
    page = {"zone": zones, "language": _languages, "hour": hours, "briefings": subscribing.listing}
    return Reply(edit=page.get(incoming.text, _card)(incoming, services))


def choose_zone(incoming: Incoming, services: Services) -> Reply:
    """A zone was pressed: it holds for the chat and its briefings. Who travels is asked what becomes of their hours."""
    zone = localtime.parse_zone(incoming.text)
    asked = _hours_while_travelling(incoming, services, zone)
    if asked is not None:
        return Reply(edit=asked)

    def work(connection: sa.Connection) -> None:
        services.open_chat(connection, incoming)
        set_zone(connection, incoming.chat_id, zone, now=incoming.now)

    services.database.transact(work)
    return Reply(edit=next_step(incoming, services) or _card(incoming, services))


def _hours_while_travelling(incoming: Incoming, services: Services, zone: str) -> Message | None:
    """Whether briefings come at the local hour wherever one is, or at the moment that they always came.

    None where that is the same, or there are none.
    """
    with services.database.read() as connection:
        chat, held = get_chat(connection, incoming.chat_id), list_subscriptions(connection, incoming.chat_id)
    away = [one for one in held if _offset(one.zone, incoming) != _offset(zone, incoming)]
    if chat is None or chat.zone is None or not away:
        return None
    texts, first = services.audience(incoming).texts, away[0]
    hour = localtime.format_minute(first.minute)
    stays = localtime.local(first.due.at, zone)
    here = button(incoming, services, "travel", f"{zone}.here", texts.plain("button-local-hour", time=hour))
    home = button(incoming, services, "travel", f"{zone}.home", texts.plain("button-home-hour", time=f"{stays:%H:%M}"))
    return Message(texts("travel-ask", zone=localtime.zone_label(zone, incoming.now)), ((here,), (home,)))


def _offset(zone: str, incoming: Incoming) -> object:
    return localtime.local(incoming.now, zone).utcoffset()


def travel(incoming: Incoming, services: Services) -> Reply:
    """That was pressed: the clock is that of the place where one is, and the briefings move with it or stay."""
    name, _, which = incoming.text.rpartition(".")
    zone = localtime.parse_zone(name)

    def work(connection: sa.Connection) -> None:
        services.open_chat(connection, incoming)
        if which == "here":
            set_zone(connection, incoming.chat_id, zone, now=incoming.now)
        else:
            set_clock(connection, incoming.chat_id, zone)

    services.database.transact(work)
    return Reply(edit=_card(incoming, services))


def choose_language(incoming: Incoming, services: Services) -> Reply:
    """A language was pressed: the chat is spoken to in it from now on."""

    def work(connection: sa.Connection) -> None:
        services.open_chat(connection, incoming)
        set_language(connection, incoming.chat_id, incoming.text)

    services.database.transact(work)
    return Reply(edit=_card(incoming, services))


def choose_pictures(incoming: Incoming, services: Services) -> Reply:
    """Pictures were switched on or off."""

    def work(connection: sa.Connection) -> None:
        services.open_chat(connection, incoming)
        set_pictures(connection, incoming.chat_id, incoming.text == "on")

    services.database.transact(work)
    return Reply(edit=_card(incoming, services))


def language(incoming: Incoming, services: Services) -> Reply:
    """The languages to choose from."""
    return Reply((_languages(incoming, services),))


def timezone(incoming: Incoming, services: Services) -> Reply:
    """Show the chat's zone, or set it for the chat and all its subscriptions."""
    audience = services.audience(incoming)
    texts = audience.texts
    if not incoming.text:
        label = localtime.zone_label(audience.zone, incoming.now)
        known = audience.chat is not None and audience.chat.zone is not None
        return say(
            texts("zone-shown" if known else "zone-unset", zone=label, now=texts.moment(incoming.now, audience.zone))
        )
    zone = zone_named(incoming.text)
    if zone is None:
        found = zones_of_town(incoming.text, incoming.now)
        if not found:
            raise InputError("I do not know that time zone.", code="zone_unknown")
        return Reply((clocks(incoming, services, found),))

    def work(connection: sa.Connection) -> list[Subscription]:
        services.open_chat(connection, incoming)
        return set_zone(connection, incoming.chat_id, zone, now=incoming.now)

    moved = services.database.transact(work)
    label = localtime.zone_label(zone, incoming.now)
    text = texts("zone-set", zone=label, now=texts.moment(incoming.now, zone))
    if moved:
        text = Html(f"{text}\n\n{texts('zone-moved', count=len(moved))}")
    return say(text)


def _card(incoming: Incoming, services: Services) -> Message:
    audience = services.audience(incoming)
    texts = audience.texts
    with services.database.read() as connection:
        held = list_subscriptions(connection, incoming.chat_id)
    pictures = audience.chat is None or audience.chat.pictures
    lines = [
        texts("settings-heading"),
        texts("settings-zone", zone=_zone_name(audience, incoming)),
        texts("settings-language", language=_own_name(texts.language)),
        texts("settings-pictures-on" if pictures else "settings-pictures-off"),
        texts("settings-briefings", count=len(held)),
    ]
    for subscription in held[:_SHOWN]:
        due = texts("next-briefing", at=texts.moment(subscription.due.at, subscription.zone))
        lines.append(Html(f"• {subscribing.describe(subscription, texts, units=_TOPIC_UNITS)}. {due}"))
    pages = ("zone", "language"), ("hour", "briefings")
    rows = [tuple(_page_button(incoming, services, texts, page) for page in row) for row in pages]
    switch = texts.plain("button-pictures-off" if pictures else "button-pictures-on")
    rows.append((button(incoming, services, "pictures", "off" if pictures else "on", switch),))
    return Message("\n".join(lines), tuple(rows))


def _languages(incoming: Incoming, services: Services) -> Message:
    buttons = [button(incoming, services, "language", code, _own_name(code)) for code in languages()]
    return choices(incoming, services, "language-ask", buttons, columns=2)


def _page_button(incoming: Incoming, services: Services, texts: Texts, page: str) -> Button:
    return button(incoming, services, "page", page, texts.plain(f"button-page-{page}"))


def _zone_name(audience: Audience, incoming: Incoming) -> str:
    return localtime.zone_label(audience.zone, incoming.now)


def _own_name(code: str) -> str:
    return str(Locale.parse(code).get_display_name(code)).capitalize()
