"""Who is not Telegram is turned away by the webhook before anything is parsed."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
from collections.abc import Awaitable, Callable

import httpx
import pytest
from telegram import Bot, Update

from bot.chat.policy import TelegramPolicy
from bot.chat.webhook import SECRET_HEADER, Webhook
from index.errors import SettingsError
from tests.servers import updates
from tests.servers.botapi import TOKEN

SECRET = "a-secret"
GOOD = {SECRET_HEADER: SECRET, "Content-Type": "application/json"}
UPDATE = json.dumps({"update_id": 1, **updates.message("hello")}).encode()


def with_webhook(
    work: Callable[[httpx.AsyncClient, list[Update]], Awaitable[None]],
    *,
    unreadable: int = 0,
    settle: Callable[[Update], bool] = lambda _: True,
) -> None:
    """Run `work` with a client of a listening webhook and the updates that it took; `settle`: is one done with?"""

    async def run() -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            listen = f"127.0.0.1:{free.getsockname()[1]}"
        taken: list[Update] = []
        unread: list[None] = []

        async def take(update: Update) -> bool:
            taken.append(update)
            return settle(update)

        async def passed_over() -> None:
            unread.append(None)

        policy = TelegramPolicy(token=TOKEN, webhook_url="https://bot.example/hook", webhook_listen=listen)
        webhook = Webhook(Bot(TOKEN), take, passed_over, policy=policy, secret=SECRET)
        webhook.open()
        async with httpx.AsyncClient(base_url=f"http://{listen}", trust_env=False) as client:
            await work(client, taken)
        assert len(unread) == unreadable
        await webhook.close(within_s=1)

    asyncio.run(run())


def test_an_update_of_telegrams_is_taken() -> None:
    async def work(client: httpx.AsyncClient, taken: list[Update]) -> None:
        reply = await client.post("/hook", content=UPDATE, headers=GOOD)

        assert reply.status_code == 200
        assert [update.message.text for update in taken if update.message] == ["hello"]

    with_webhook(work)


def fails(_: Update) -> bool:
    raise RuntimeError


@pytest.mark.parametrize("settle", [lambda _: False, fails], ids=["another process is at it", "it could not be noted"])
def test_an_update_that_is_not_done_with_is_to_be_sent_again(settle: Callable[[Update], bool]) -> None:
    async def work(client: httpx.AsyncClient, taken: list[Update]) -> None:
        reply = await client.post("/hook", content=UPDATE, headers=GOOD)

        assert reply.status_code == 503
        assert int(reply.headers["Retry-After"]) > 0

    with_webhook(work, settle=settle)


def test_an_update_that_can_not_be_read_is_acknowledged_and_counted() -> None:
    strange = {"update_id": 2, **updates.message("hello")}
    strange["message"]["chat"] = "nobody"

    async def work(client: httpx.AsyncClient, taken: list[Update]) -> None:
        reply = await client.post("/hook", content=json.dumps(strange).encode(), headers=GOOD)

        assert reply.status_code == 200
        assert taken == []

    with_webhook(work, unreadable=1)


@pytest.mark.parametrize(
    ("headers", "body", "path", "status"),
    [
        ({}, UPDATE, "/hook", 403),
        ({SECRET_HEADER: "wrong"}, UPDATE, "/hook", 403),
        ({SECRET_HEADER: "ünïcode"}, UPDATE, "/hook", 403),
        ({"Content-Type": "text/plain"}, UPDATE, "/hook", 403),
        ({}, b"", "/", 404),
        (GOOD, b"not json", "/hook", 400),
        (GOOD, b"[1, 2]", "/hook", 400),
        (GOOD, b"[" * 100_000, "/hook", 400),
        (GOOD, b'{"update_id": ' * 50_000, "/hook", 400),
        (GOOD, b'{"update_id": ' + b"9" * 10_000 + b"}", "/hook", 400),
        (GOOD, b"null", "/hook", 400),
        (GOOD, b'{"update_id": "\xff"}', "/hook", 400),
        (GOOD, b"x" * 10_000_000, "/hook", 400),
    ],
    ids=[
        "no secret",
        "wrong",
        "not ascii",
        "not json by name",
        "elsewhere",
        "not json",
        "a list",
        "deep lists",
        "deep objects",
        "ten thousand digits",
        "null",
        "no text",
        "ten megabytes",
    ],
)
def test_anything_else_is_turned_away(headers: dict[str, str], body: bytes, path: str, status: int) -> None:
    async def work(client: httpx.AsyncClient, taken: list[Update]) -> None:
        given = {name: value.encode() for name, value in {"Content-Type": "application/json", **headers}.items()}
        if len(given) == 1 and status == 403 and headers.get("Content-Type"):
            given[SECRET_HEADER] = SECRET.encode()
        try:
            reply = await client.post(path, content=body, headers=list(given.items()))
        except httpx.TransportError:
            assert len(body) > 1_000_000  # cut off while it was still sending
        else:
            assert reply.status_code == status
        assert taken == []

    with_webhook(work)


def test_connections_that_say_nothing_keep_nobody_out_and_are_closed() -> None:
    async def work(client: httpx.AsyncClient, taken: list[Update]) -> None:
        host, port = client.base_url.host, client.base_url.port
        silent = [await asyncio.open_connection(host, port) for _ in range(900)]
        for number, (_, writer) in enumerate(silent):
            # Some begin a request and never end it.
            writer.write(b"POST /hook HTTP/1.1\r\nHost: x\r\n" if number % 3 == 0 else b"")

        reply = await client.post("/hook", content=UPDATE, headers=GOOD, timeout=5)

        assert reply.status_code == 200
        assert len(taken) == 1
        closed = sum(reader.at_eof() for reader, _ in silent)
        assert closed >= 600
        # Those that are left are closed after a while, and Telegram's own is not.
        async with asyncio.timeout(15):
            for reader, _ in silent:
                with contextlib.suppress(ConnectionError):
                    await reader.read()
        assert (await client.post("/hook", content=UPDATE, headers=GOOD, timeout=5)).status_code == 200
        for _, writer in silent:
            writer.close()

    with_webhook(work)


def test_a_port_that_is_taken_is_one_clear_sentence() -> None:
    async def run() -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            policy = TelegramPolicy(token=TOKEN, webhook_listen=f"127.0.0.1:{taken.getsockname()[1]}")
            with pytest.raises(SettingsError, match="cannot listen"):
                Webhook(
                    Bot(TOKEN), lambda _: asyncio.sleep(0, True), lambda: asyncio.sleep(0), policy=policy, secret=SECRET
                ).open()

    asyncio.run(run())
