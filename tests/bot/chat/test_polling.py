"""Updates are read one by one: what can not be read costs that one, is counted, acknowledged, and in no log."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
import telegram
from structlog.testing import capture_logs
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from bot.chat import raw_updates
from bot.chat.polling import Poller
from tests.servers import updates
from tests.servers.botapi import TOKEN, BotApi


def fetched(api: BotApi, offset: int = 0) -> tuple[int, list[telegram.Update], int]:
    async def go() -> tuple[int, list[telegram.Update], int]:
        request = HTTPXRequest(read_timeout=2, connect_timeout=2)
        async with request:
            bot = telegram.Bot(TOKEN, base_url=f"{api.base_url}/bot", request=request)
            return await raw_updates.fetch(bot, offset=offset, wait_s=0, kinds=["message"])

    return asyncio.run(go())


def strange(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    body = updates.message("canary", user_id=5)
    change(body["message"])
    return body


STRANGE = {
    "a chat that is a word": lambda message: message.update(chat="nobody"),
    "no date": lambda message: message.pop("date"),
    "a date in words": lambda message: message.update(date="tomorrow"),
    "entities that are none": lambda message: message.update(entities=[{"kind": 1}]),
    "a message that is a list": lambda message: message.update({"from": [1]}),
}


@pytest.mark.parametrize("change", STRANGE.values(), ids=STRANGE.keys())
def test_the_others_are_taken(change: Callable[[dict[str, Any]], object]) -> None:
    with BotApi() as api, capture_logs() as logs:
        first = api.push(updates.message("one", user_id=1))
        second = api.push(strange(change))
        third = api.push(updates.message("three", user_id=3))

        offset, taken, unread = fetched(api)

    assert [update.update_id for update in taken] == [first, third]
    assert (offset, unread) == (third + 1, 1)
    assert [line["update"] for line in logs] == [second]
    assert "canary" not in str(logs)


def test_what_is_no_answer_of_telegrams_is_a_failure_of_the_network() -> None:
    with BotApi() as api:
        api.push(updates.message("one", user_id=1))
        api.fault("getUpdates", how="garbage")

        with pytest.raises(TelegramError):
            fetched(api)

        assert len(fetched(api)[1]) == 1


def test_what_is_under_way_is_not_acknowledged_and_holds_nobody_up() -> None:
    async def play(api: BotApi) -> list[int]:
        taken: list[int] = []
        begun, later = asyncio.Event(), asyncio.Event()

        async def take(update: telegram.Update) -> None:
            taken.append(update.update_id)
            if update.update_id == slow:
                begun.set()
                await asyncio.Event().wait()
            later.set()

        async def unread() -> None:
            pass

        request = HTTPXRequest(connection_pool_size=4)
        async with request:
            bot = telegram.Bot(TOKEN, base_url=f"{api.base_url}/bot", request=request, get_updates_request=request)
            polling = asyncio.create_task(Poller(bot, take, unread).run())
            await asyncio.wait_for(begun.wait(), 20)
            api.push(updates.message("quick", user_id=2))
            await asyncio.wait_for(later.wait(), 20)
            polling.cancel()
        return taken

    with BotApi() as api:
        slow = api.push(updates.message("slow", user_id=1))
        taken = asyncio.run(play(api))
        _, again, _ = fetched(api)

    assert taken == [slow, slow + 1]
    assert [update.update_id for update in again][:1] == [slow]
