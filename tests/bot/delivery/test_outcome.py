"""Every way a send can end, told apart from what python-telegram-bot really raises against a real server."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.delivery.outcome import (
    Dead,
    Moved,
    Outcome,
    Refused,
    Sent,
    TokenRefused,
    TopicClosed,
    Unknown,
    Unparsable,
    Unreachable,
    classify,
)
from tests.servers.botapi import TOKEN, BotApi


@pytest.fixture(scope="module")
def api() -> Iterator[BotApi]:
    with BotApi() as server:
        yield server


def send(base_url: str, *, token: str = TOKEN, html: str = "hello") -> Outcome:
    async def once() -> Outcome:
        request = HTTPXRequest(read_timeout=0.3, connect_timeout=3.0)
        bot = Bot(token, base_url=f"{base_url}/bot", request=request)
        async with request:
            try:
                return Sent((await bot.send_message(7, html, parse_mode="HTML")).message_id)
            except Exception as error:
                return classify(error)

    return asyncio.run(once())


REFUSED = [
    ({"retry_after": 3}, Refused("flood", timedelta(seconds=3), flood=True)),
    ({"retry_after": 10_000_000}, Refused("flood", timedelta(days=1), flood=True)),
    ({"migrate_to_chat_id": -1001}, Moved(-1001)),
    ({"status": 403, "description": "Forbidden: bot was blocked by the user"}, Unreachable("blocked")),
    ({"status": 403, "description": "Forbidden: user is deactivated"}, Unreachable("deactivated")),
    ({"status": 403, "description": "Forbidden: bot was kicked from the group chat"}, Unreachable("kicked")),
    (
        {"status": 403, "description": "Forbidden: bot can't initiate conversation with a user"},
        Unreachable("never_started"),
    ),
    ({"status": 400, "description": "Bad Request: chat not found"}, Unreachable("chat_not_found")),
    (
        {"status": 400, "description": "Bad Request: not enough rights to send photos to the chat"},
        Dead("no_photos"),
    ),
    ({"status": 400, "description": "Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN"}, Dead("no_photos")),
    ({"status": 400, "description": "Bad Request: TOPIC_CLOSED"}, TopicClosed()),
    ({"status": 400, "description": "Bad Request: message thread not found"}, TopicClosed()),
    ({"status": 400, "description": "Bad Request: CHAT_ADMIN_REQUIRED"}, Unreachable("no_rights")),
    ({"status": 400, "description": "Bad Request: CHANNEL_PRIVATE"}, Unreachable("kicked")),
    ({"status": 400, "description": "Bad Request: USER_BANNED_IN_CHANNEL"}, Unreachable("banned_there")),
    (
        {"status": 400, "description": "Bad Request: need administrator rights in the channel chat"},
        Unreachable("no_rights"),
    ),
    (
        {"status": 400, "description": "Bad Request: group chat was upgraded to a supergroup chat"},
        Unreachable("moved_away"),
    ),
    ({"status": 403, "description": "Forbidden: bot is not a member of the channel chat"}, Unreachable("kicked")),
    ({"status": 403, "description": "Forbidden: something new"}, Unreachable("forbidden")),
    (
        {"status": 400, "description": "Bad Request: not enough rights to send text messages to the chat"},
        Unreachable("no_rights"),
    ),
    *(
        ({"status": 400, "description": f"Bad Request: {words}"}, Unreachable(code))
        for words, code in (
            *(("CHAT_FORBIDDEN", "kicked"), ("the chat is private", "kicked"), ("Receiver is not a member", "kicked")),
            *(("invalid chat_id specified", "chat_not_found"), ("PEER_ID_INVALID", "chat_not_found")),
            *(("USER_DELETED", "deactivated"), ("INPUT_USER_DEACTIVATED", "deactivated")),
            *(("BOT_GROUPS_BLOCKED", "no_rights"), ("CHAT_SEND_PLAIN_FORBIDDEN", "no_rights")),
        )
    ),
    ({"status": 403, "description": "Forbidden: CHAT_WRITE_FORBIDDEN"}, Unreachable("no_rights")),
    (
        {"status": 400, "description": "Bad Request: SLOWMODE_WAIT_30"},
        Refused("flood", timedelta(seconds=30), flood=True),
    ),
    ({"status": 400, "description": "Bad Request: ENTITY_TEXT_INVALID"}, Unparsable()),
    ({"status": 400, "description": "Bad Request: MESSAGE_TOO_LONG"}, Dead("too_long")),
    ({"status": 400, "description": "Bad Request: message is too long"}, Dead("too_long")),
    ({"status": 400, "description": "Bad Request: something new"}, Dead("bad_request")),
    ({"status": 401, "description": "Unauthorized"}, TokenRefused()),
    ({"status": 500, "description": "Internal Server Error"}, Unknown("server_error")),
]


@pytest.mark.parametrize(("fault", "outcome"), REFUSED)
def test_a_refusal_is_recognised(api: BotApi, fault: dict[str, Any], outcome: Outcome) -> None:
    api.fault("sendMessage", **fault)

    assert send(api.base_url) == outcome


@pytest.mark.parametrize(
    "fault",
    [{"how": "cut"}, {"how": "hang", "seconds": 1}, {"how": "garbage"}, {"how": "html", "status": 502}],
)
def test_what_can_not_be_known_is_unknown(api: BotApi, fault: dict[str, Any]) -> None:
    api.fault("sendMessage", **fault)

    assert isinstance(send(api.base_url), Unknown)


def test_a_server_that_was_not_reached_has_certainly_not_got_it() -> None:
    outcome = send("http://127.0.0.1:1")

    assert outcome == Refused("unreached", timedelta(seconds=5), flood=False)


def test_html_that_telegram_can_not_read_is_told_from_other_refusals(api: BotApi) -> None:
    assert send(api.base_url, html="<b>unclosed") == Unparsable()


def test_a_wrong_token_is_about_the_bot(api: BotApi) -> None:
    assert send(api.base_url, token="1:wrong") == TokenRefused()


def test_success_carries_the_message_id(api: BotApi) -> None:
    assert isinstance(send(api.base_url), Sent)
