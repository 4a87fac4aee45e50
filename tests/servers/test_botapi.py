"""The server that other tests trust: what it accepts, refuses and spoils, as PTB sees it."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Iterator

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import HTTPXRequest

from tests.servers import updates
from tests.servers.botapi import TOKEN, BotApi


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi() as server:
        yield server


def say(api: BotApi, *texts: str, token: str = TOKEN, chat_id: int = 7, **more: object) -> list[int]:
    async def run() -> list[int]:
        request = HTTPXRequest(read_timeout=0.5)
        async with Bot(token, base_url=f"{api.base_url}/bot", request=request) as bot:
            return [(await bot.send_message(chat_id, text, parse_mode="HTML", **more)).message_id for text in texts]  # type: ignore[arg-type]

    return asyncio.run(run())


END = b"IEND\xaeB`\x82"


def png(width: int, height: int) -> bytes:
    """As much of a PNG as Telegram's first look needs."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + END


def show(api: BotApi, photo: bytes, caption: str) -> None:
    async def run() -> None:
        async with Bot(TOKEN, base_url=f"{api.base_url}/bot") as bot:
            await bot.send_photo(7, photo, caption=caption, parse_mode="HTML")

    asyncio.run(run())


def test_a_sent_message_is_in_the_log_as_a_reader_sees_it(api: BotApi) -> None:
    say(api, 'A <b>b</b> &lt; <a href="https://x.org/">c</a>')

    (receipt,) = api.sent(7)
    assert (receipt.text, receipt.links, receipt.entities) == ("A b < c", ("https://x.org/",), 2)


@pytest.mark.parametrize(
    ("text", "words"),
    [("1 < 2", "parse entities"), ("<b>x", "end tag"), ("<b> </b>", "empty"), ("é" * 4097, "too long")],
)
def test_what_telegram_refuses_is_refused(api: BotApi, text: str, words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        say(api, text)

    assert api.sent() == []


def test_length_is_counted_after_parsing(api: BotApi) -> None:
    say(api, "&lt;" * 4096)

    assert len(api.sent()[0].text or "") == 4096


def test_button_data_has_64_bytes(api: BotApi) -> None:
    with pytest.raises(BadRequest, match=r"(?i)button_data_invalid"):
        say(api, "x", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("y", callback_data="é" * 33)]]))


@pytest.mark.parametrize(
    ("fault", "error", "accepted"),
    [
        ({"retry_after": 3}, RetryAfter, 0),
        ({"status": 403, "description": "Forbidden: bot was blocked by the user"}, Forbidden, 0),
        ({"migrate_to_chat_id": -100}, ChatMigrated, 0),
        ({"status": 502, "how": "html"}, NetworkError, 0),
        ({"how": "garbage"}, TelegramError, 1),
        ({"how": "cut"}, NetworkError, 1),
        ({"how": "hang"}, TimedOut, 1),
        ({"how": "cut", "accepted": False}, NetworkError, 0),
    ],
)
def test_faults(api: BotApi, fault: dict[str, object], error: type[Exception], accepted: int) -> None:
    api.fault("sendMessage", chat_id=7, **fault)

    with pytest.raises(error):
        say(api, "first")
    assert len(api.sent()) == accepted
    say(api, "second")
    assert api.sent()[-1].text == "second"


def test_a_wrong_token_is_refused(api: BotApi) -> None:
    with pytest.raises(InvalidToken):
        say(api, "x", token="1:other")


def test_updates_are_polled_once_confirmed_and_a_second_poller_ends_the_first(api: BotApi) -> None:
    async def run() -> None:
        url = f"{api.base_url}/bot"
        async with Bot(TOKEN, base_url=url) as bot, Bot(TOKEN, base_url=url) as other:
            api.push(updates.message("hello"))
            (update,) = await bot.get_updates(timeout=5)
            assert update.message is not None
            assert update.message.text == "hello"
            first = asyncio.create_task(bot.get_updates(offset=update.update_id + 1, timeout=5))
            await asyncio.to_thread(api.wait, lambda: api.pollers >= 2)
            second = asyncio.create_task(other.get_updates(offset=update.update_id + 1, timeout=5))
            with pytest.raises(Conflict):
                await first
            api.push(updates.message("again"))
            assert len(await second) == 1

    asyncio.run(run())


@pytest.mark.parametrize(
    ("photo", "caption", "words"),
    [
        (b"no picture", "", "(?i)IMAGE_PROCESS_FAILED"),
        (b"", "", "(?i)IMAGE_PROCESS_FAILED"),
        (png(9000, 1001), "", "(?i)PHOTO_INVALID_DIMENSIONS"),
        (png(2100, 100), "", "(?i)PHOTO_INVALID_DIMENSIONS"),
        (png(800, 600) + b"\0" * 11_000_000 + END, "", "too big"),
        (png(800, 600), "x" * 1025, "caption is too long"),
        (png(800, 600), "<b>x", "end tag"),
    ],
)
def test_a_photo_that_telegram_refuses_is_refused(api: BotApi, photo: bytes, caption: str, words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        show(api, photo, caption)

    assert api.sent() == []


def test_a_photo_is_in_the_log_with_its_caption(api: BotApi) -> None:
    show(api, png(800, 600), "A <b>b</b>")

    (receipt,) = api.sent(7)
    assert (receipt.method, receipt.text, receipt.params["photo"]["width"]) == ("sendPhoto", "A b", 800)
