"""A conversation with the bot inside the test: the real application over the strict Bot API, without HTTP."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update
from telegram.ext import ExtBot
from telegram.request import BaseRequest, RequestData

from bot.alerts import AlertPolicy
from bot.app import build_application, taker
from bot.briefings import BriefingPolicy
from bot.chat.buttons import Signer
from bot.chat.policy import TelegramPolicy
from bot.chat.services import Services
from bot.page.permalinks import NO_PAGES, Permalinks
from index import Index
from tests.bot.worlds import Clock
from tests.servers import updates
from tests.servers.botapi import TOKEN, BotApi, Receipt
from tests.servers.botapi_rules import describe

ADMIN, READER = 7001, 42
# Conversations may share a database, which remembers the updates it saw.
_update_ids = itertools.count(1)


class Direct(BaseRequest):
    """PTB's requests go straight to the server's rules."""

    def __init__(self, api: BotApi) -> None:
        self._api = api

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        if "/file/bot" in url:
            return 200, self._api.files[url.rpartition("/")[2]]
        params = dict(request_data.parameters) if request_data else {}
        if request_data and request_data.multipart_data:
            params |= {name: describe(file[1]) for name, file in request_data.multipart_data.items()}
        status, body, _fault = self._api.call(url.rpartition("/")[2], params)
        return status, json.dumps(body).encode()


class Conversation:
    """Everything that is said to the bot, and what it does about it."""

    def __init__(
        self,
        corpus: Index,
        clock: Clock,
        *,
        admins: tuple[int, ...] = (ADMIN,),
        permalinks: Permalinks = NO_PAGES,
        **policy: Any,
    ) -> None:
        self.api = BotApi()
        self.clock = clock
        telegram = TelegramPolicy(token=TOKEN, admins=admins, **policy)
        signer = Signer.of_token(TOKEN)
        self.services = Services(
            corpus,
            corpus.database,
            telegram,
            BriefingPolicy(),
            AlertPolicy(),
            signer,
            clock,
            permalinks=permalinks,
        )

    def say(self, text: str, *, user_id: int = READER, **more: Any) -> list[Receipt]:
        return self.take(updates.message(text, user_id=user_id, **more))

    def press(self, receipt: Receipt, label: str, *, user_id: int = READER) -> list[Receipt]:
        """Press the first button of a message whose label has these words."""
        button = next(button for button in receipt.buttons if label in button["text"])
        assert receipt.message is not None
        return self.take(updates.press(button["callback_data"], under=receipt.message, user_id=user_id))

    def take(self, *bodies: dict[str, Any], update_id: int | None = None) -> list[Receipt]:
        """Updates at once; the messages and edits that came of them."""
        before = self.api.last
        asyncio.run(self._take(bodies, update_id))
        return self.api.sent(after=before)

    def run(self, work: Callable[[ExtBot[Any]], Awaitable[object]]) -> None:
        """Something that is done with the bot beside answering."""

        async def go() -> None:
            async with build_application(self.services, request=Direct(self.api)) as application:
                assert isinstance(application.bot, ExtBot)
                await work(application.bot)

        asyncio.run(go())

    def notices(self) -> list[str]:
        """What presses were answered with, so far."""
        called = (r.params.get("text", "") for r in self.api.receipts if r.method == "answerCallbackQuery")
        return [text for text in called if text]

    async def _take(self, bodies: tuple[dict[str, Any], ...], update_id: int | None) -> None:
        application = build_application(self.services, request=Direct(self.api))
        async with application:
            take, bot = taker(application, self.services), application.bot
            assert isinstance(bot, ExtBot)
            numbered = [{"update_id": update_id or next(_update_ids), **body} for body in bodies]
            await asyncio.gather(*(take(Update.de_json(body, bot)) for body in numbered))
