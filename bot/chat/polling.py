"""Fetching updates by long polling. An update is acknowledged to Telegram once it is handled: what a crash
interrupts is delivered again. Others are fetched meanwhile.

One that can not be read is counted and passed over.
"""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Awaitable, Callable

import structlog
import telegram
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.chat import raw_updates
from bot.chat.dispatch import ALLOWED_UPDATES
from bot.chat.raw_updates import Unread
from index.errors import SettingsError, SitrepError

Take = Callable[[telegram.Update], Awaitable[None]]

_POLL_S = 25
# Others need not wait longer for updates under way; Telegram then sends those again, beside what is new.
_PATIENCE_S = 2.0
_AGAIN_S = 0.5
# Telegram sends 100 at a time, and what hangs must not keep it from sending others.
_MOST_UNDER_WAY = 50
_LONGEST_PAUSE_S = 30.0


class AnotherCopy(SitrepError):
    """Another process polls with our token."""

    code = "another_copy"


class TokenRefused(SettingsError):
    code = "token_refused"


class Poller:
    """Takes updates from Telegram until `stop`, and hands each to `take`."""

    def __init__(self, bot: telegram.Bot, take: Take, unread: Unread) -> None:
        self._bot = bot
        self._take = take
        self._unread = unread
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._log = structlog.get_logger("bot.chat")

    async def run(self) -> None:
        """Poll for ever. Raises AnotherCopy or TokenRefused; a network that fails is waited for."""
        offset, failures = 0, 0
        await self._without_webhook()
        while True:
            try:
                acknowledged, updates, unread = await raw_updates.fetch(
                    self._bot, offset=self._first_needed(offset), new=offset, wait_s=_POLL_S, kinds=ALLOWED_UPDATES
                )
            except Conflict as error:
                raise AnotherCopy("another copy of this bot is running with the same token; stop it first") from error
            except InvalidToken as error:
                raise TokenRefused("Telegram refuses the bot's token; check TELEGRAM_BOT_TOKEN") from error
            except TelegramError as error:
                failures += 1
                self._log.warning("polling failed", error=type(error).__name__, failures=failures)
                await asyncio.sleep(min(_LONGEST_PAUSE_S, 0.5 * 2**failures))
                continue
            failures = 0
            for _ in range(unread):
                await self._unread()
            if unread and acknowledged == offset:
                # What has no number can not be acknowledged: Telegram would send it again at once.
                await asyncio.sleep(_PATIENCE_S)
            offset = acknowledged
            if updates:
                await self._handle(updates)
            elif self._under_way:
                await asyncio.wait(set(self._under_way.values()), timeout=_AGAIN_S)

    async def finish(self, *, within_s: float) -> None:
        """Wait that long for the updates under way."""
        if self._under_way:
            await asyncio.wait(set(self._under_way.values()), timeout=within_s)

    def _done(self, number: int, _task: asyncio.Task[None]) -> None:
        self._under_way.pop(number, None)

    def _first_needed(self, new: int) -> int:
        """The number below which all is acknowledged: of the first update under way, or what is `new`."""
        oldest = sorted(self._under_way)[-_MOST_UNDER_WAY:]
        return oldest[0] if oldest else new

    async def _handle(self, updates: list[telegram.Update]) -> None:
        for update in updates:
            number, task = update.update_id, asyncio.ensure_future(self._take(update))
            self._under_way[number] = task
            task.add_done_callback(functools.partial(self._done, number))
        tasks = [self._under_way[update.update_id] for update in updates]
        await asyncio.wait(tasks, timeout=_PATIENCE_S)

    async def _without_webhook(self) -> None:
        try:
            await self._bot.delete_webhook()
        except InvalidToken as error:
            raise TokenRefused("Telegram refuses the bot's token; check TELEGRAM_BOT_TOKEN") from error
        except TelegramError as error:
            self._log.warning("webhook not removed", error=type(error).__name__)
