"""Settings by buttons: zone, language, briefings. Each press carries all it needs; nothing is remembered between."""

from __future__ import annotations

import sqlalchemy as sa
from babel import Locale
from babel.dates import get_timezone_location

from bot import localtime
from bot.chat.commands import subscribing
from bot.chat.incoming import Incoming
from bot.chat.message import Button, Message
from bot.chat.reply import Reply
from bot.chat.services import Audience, Services
from bot.chat.texts import Texts, languages
from bot.chat.typeset import Html
from bot.store.chats import set_language, set_pictures
from bot.store.subscriptions import add_subscription, list_subscriptions, set_zone

_BUTTON_MINUTES = 60 * 24 * 30
# The most briefings that the card lists; all are on their own page.
_SHOWN, _TOPIC_UNITS = 3, 200
_HOURS = (5, 6, 7, 8, 9, 12, 15, 18, 20, 21, 22, 23)
_ZONES = (
    "Africa/Khartoum", "Asia/Baghdad", "Asia/Beirut", "Asia/Damascus", "Asia/Gaza", "Asia/Jerusalem",
    "Asia/Kabul", "Asia/Tehran", "Asia/Yangon", "Europe/Kyiv", "Europe/Moscow", "Europe/Istanbul",
    "Europe/London", "Europe/Paris", "America/New_York", "UTC",
)  # fmt: skip


def settings(incoming: Incoming, services: Services) -> Reply:
    """All settings of the chat on one card."""
    return Reply((_card(incoming, services),))


def open_page(incoming: Incoming, services: Services) -> Reply:
    """A button of the card: the page that it names."""
    page = {"zone": _zones, "language": _languages, "hour": _hours, "briefings": _briefings}
    return Reply(edit=page.get(incoming.text, _card)(incoming, services))


def choose_zone(incoming: Incoming, services: Services) -> Reply:
    """A zone was pressed: it holds for the chat and its briefings."""
    zone = localtime.parse_zone(incoming.text)

    def work(connection: sa.Connection) -> None:
        services.open_chat(connection, incoming)
        set_zone(connection, incoming.chat_id, zone, now=incoming.now)

    services.database.transact(work)
    return Reply(edit=_card(incoming, services))


def choose_language(incoming: Incoming, services: Services) -> Reply:
    """A language was pressed: the chat is spoken to in it from now on."""

    def work(connection: sa.Connection) -> None:
        services.open_chat(connection, incoming)
        set_language(connection, incoming.chat_id, incoming.text)

    services.database.transact(work)
    return Reply(edit=_card(incoming, services))


def choose_hour(incoming: Incoming, services: Services) -> Reply:
    """An hour was pressed: a briefing on everything, every day; then its zone is asked where it is not known."""
    audience = services.audience(incoming)

    def work(connection: sa.Connection) -> None:
        chat = services.open_chat(connection, incoming)
        add_subscription(
            connection,
            chat.id,
            minute=int(incoming.text),
            zone=audience.zone,
            thread_id=incoming.thread_id,
            now=incoming.now,
        )

    services.database.transact(work)
    known = audience.chat is not None and audience.chat.zone is not None
    return Reply(edit=(_briefings if known else _zones)(incoming, services))


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


def ask_hour(incoming: Incoming, services: Services) -> Reply:
    """The first step of subscribing without a word."""
    return Reply((_hours(incoming, services),))


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
    rows.append((_button(incoming, services, "pictures", "off" if pictures else "on", switch),))
    return Message("\n".join(lines), tuple(rows))


def _zones(incoming: Incoming, services: Services) -> Message:
    texts = services.audience(incoming).texts
    buttons = [_button(incoming, services, "zone", zone, _city(zone, texts)) for zone in _ZONES]
    return _page(incoming, services, texts, "zone-ask", buttons, columns=3)


def _languages(incoming: Incoming, services: Services) -> Message:
    texts = services.audience(incoming).texts
    buttons = [_button(incoming, services, "language", code, _own_name(code)) for code in languages()]
    return _page(incoming, services, texts, "language-ask", buttons, columns=2)


def _hours(incoming: Incoming, services: Services) -> Message:
    texts = services.audience(incoming).texts
    minutes = [hour * 60 for hour in _HOURS]
    buttons = [_button(incoming, services, "hour", str(m), localtime.format_minute(m)) for m in minutes]
    return _page(incoming, services, texts, "hour-ask", buttons, columns=4)


def _briefings(incoming: Incoming, services: Services) -> Message:
    return subscribing.listing(incoming, services)


def _page(
    incoming: Incoming, services: Services, texts: Texts, key: str, buttons: list[Button], *, columns: int
) -> Message:
    rows = [tuple(buttons[i : i + columns]) for i in range(0, len(buttons), columns)]
    back = _button(incoming, services, "page", "card", texts.plain("button-settings"))
    return Message(texts(key), (*rows, (back,)))


def _page_button(incoming: Incoming, services: Services, texts: Texts, page: str) -> Button:
    return _button(incoming, services, "page", page, texts.plain(f"button-page-{page}"))


def _button(incoming: Incoming, services: Services, action: str, payload: str, label: str) -> Button:
    data = services.sign(incoming, action, payload, minutes=_BUTTON_MINUTES, own=False)
    return Button(label, data=data)


def _zone_name(audience: Audience, incoming: Incoming) -> str:
    return localtime.zone_label(audience.zone, incoming.now)


def _city(zone: str, texts: Texts) -> str:
    if zone == "UTC":
        return "UTC"
    return str(get_timezone_location(zone, locale=texts.language, return_city=True))


def _own_name(code: str) -> str:
    return str(Locale.parse(code).get_display_name(code)).capitalize()
