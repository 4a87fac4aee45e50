"""Updates as Telegram sends them, read one by one: what can not be read costs that one, and none of it is logged."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlencode

import structlog
import telegram
from telegram.error import TelegramError

# Called for each update that could not be read.
Unread = Callable[[], Awaitable[None]]


async def fetch(
    bot: telegram.Bot, *, offset: int, wait_s: int, kinds: list[str], new: int = 0
) -> tuple[int, list[telegram.Update], int]:
    """The next updates: the number after the last of them, those that can be read, and how many can not. What comes
    from below `offset` is acknowledged; what comes from below `new` is left out, having come before.

    Raises TelegramError. python-telegram-bot's own `get_updates` raises for all of them where it can not read one.
    """
    asked = {"offset": offset, "timeout": wait_s, "allowed_updates": json.dumps(kinds)}
    url = f"{bot.base_url}/getUpdates?{urlencode(asked)}"
    # The pool may be waited for, but the answer takes as long as we ask Telegram to wait.
    try:
        rows = await bot.request.post(url, read_timeout=wait_s + 10)
    except (KeyError, TypeError, AttributeError) as error:
        # What stands between us and Telegram answered something that is JSON, and no answer of Telegram's.
        raise TelegramError("not an answer of the Bot API") from error
    if not isinstance(rows, list):
        raise TelegramError("not a list of updates")
    fresh = [row for row in rows if (number := number_of(row)) is None or number >= new]
    found = [read(row, bot) for row in fresh]
    numbers = [number for row in fresh if (number := number_of(row)) is not None]
    readable = [update for update in found if update is not None]
    return max([offset, new, *(number + 1 for number in numbers)]), readable, len(found) - len(readable)


def read(row: Any, bot: telegram.Bot) -> telegram.Update | None:
    """The update; None, with a line in the log that says nothing of what is in it, where it can not be read."""
    if isinstance(row, dict) and number_of(row) is not None:
        try:
            return telegram.Update.de_json(row, bot)
        except Exception as error:
            # Whatever a newer Telegram sends: the library's parser raises anything.
            structlog.get_logger("bot.chat").warning(
                "update not readable", update=number_of(row), error=type(error).__name__
            )
            return None
    structlog.get_logger("bot.chat").warning("update without a number")
    return None


def number_of(row: Any) -> int | None:
    """The number by which an update is acknowledged."""
    number = row.get("update_id") if isinstance(row, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None
