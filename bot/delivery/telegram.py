"""Where messages leave for Telegram: one function that sends, one limiter that paces everything else we send."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any, TypeVar

import telegram
from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, RetryAfter
from telegram.ext import BaseRateLimiter, ExtBot

from bot.delivery import pacing
from bot.delivery.gallery import Gallery, InThread
from bot.delivery.outcome import Refused, classify
from bot.delivery.policy import DeliveryPolicy
from bot.delivery.wire import Wire
from bot.wording.message import Button, Message
from index.store.database import Database

T = TypeVar("T")
Reply = bool | dict[str, Any] | list[dict[str, Any]]
Send = Callable[[int, int | None, Message], Awaitable[int]]

# A request with this argument has its slot already.
PACED = "paced"
_PACED_METHODS = ("send", "edit", "copy", "forward")
# What only shows that something is under way has no turn, and is left out while Telegram asks for silence.
_PASSING = frozenset({"sendChatAction", "sendMessageDraft"})
# How long a reply waits for its slot in one go, and how long a reply waits at all before it is given up. Nobody else
# waits with it.
_HORIZON = timedelta(seconds=1)
_PATIENCE = timedelta(minutes=15)


def telegram_send(bot: ExtBot[str], gallery: Gallery) -> Send:
    """A function that sends or edits one message and returns its id; it raises what python-telegram-bot raises."""

    async def send(chat_id: int, thread_id: int | None, message: Message) -> int:
        if message.edits is not None:
            return await _edit(bot, chat_id, message.edits, message)
        how = {"message_thread_id": thread_id, "rate_limit_args": PACED}
        return await transmit(bot, chat_id, message, gallery=gallery, **how)

    return send


async def _edit(bot: ExtBot[str], chat_id: int, message_id: int, message: Message) -> int:
    """Put a message in the place of one that was sent; one that is there already is as good as sent."""
    try:
        await bot.edit_message_text(
            message.html,
            chat_id=chat_id,
            message_id=message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=markup_of(message),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            rate_limit_args=PACED,
        )
    except BadRequest as error:
        if "not modified" not in error.message.casefold():
            raise
    return message_id


def _keyboard_of(message: Message) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    """The buttons under a message, or the one below the chat."""
    if message.place_button is None:
        return markup_of(message)
    if not message.place_button:
        return ReplyKeyboardRemove()
    share = KeyboardButton(message.place_button, request_location=True)
    return ReplyKeyboardMarkup([[share]], resize_keyboard=True, one_time_keyboard=True)


async def transmit(bot: telegram.Bot, chat_id: int, message: Message, *, gallery: Gallery, **how: Any) -> int:
    """Send a message, as text or as a picture with its caption; its id. `how` are further arguments of PTB's."""
    how = {"parse_mode": ParseMode.HTML, "reply_markup": _keyboard_of(message), **how}
    if message.picture is None:
        previews = LinkPreviewOptions(is_disabled=True)
        return (await bot.send_message(chat_id, message.html, link_preview_options=previews, **how)).message_id
    how["caption"] = message.html or None
    known = await gallery.file_id(message.picture)
    if known is not None:
        try:
            return (await bot.send_photo(chat_id, known, **how)).message_id
        except BadRequest as error:
            if "file identifier" not in error.message.casefold():
                raise
            await gallery.forget(message.picture)
    sent = await bot.send_photo(chat_id, await gallery.png(message.picture), **how)
    if sent.photo:
        await gallery.keep(message.picture, sent.photo[-1].file_id)
    return sent.message_id


def markup_of(message: Message) -> InlineKeyboardMarkup | None:
    """The buttons under a message as Telegram takes them."""
    if not message.buttons:
        return None
    return InlineKeyboardMarkup([[_button_of(button) for button in row] for row in message.buttons])


def _button_of(button: Button) -> InlineKeyboardButton:
    copied = CopyTextButton(button.copy) if button.copy is not None else None
    return InlineKeyboardButton(button.label, callback_data=button.data, url=button.url, copy_text=copied)


class SharedPacing(BaseRateLimiter[str]):
    """Paces replies over the same rows as deliveries, and lets all senders honour what Telegram asks for."""

    def __init__(
        self,
        database: Database,
        *,
        policy: DeliveryPolicy,
        in_thread: InThread,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        wire: Wire | None = None,
    ) -> None:
        self._database = database
        self._policy = policy
        self._in_thread = in_thread
        self._clock = clock
        self._sleep = sleep
        self._wire = wire or Wire(policy)

    async def initialize(self) -> None:
        """Nothing to do: the state is in the database."""

    async def shutdown(self) -> None:
        """Nothing to do: the state is in the database."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Reply]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: str | None,
    ) -> Reply:
        chat_id = _chat_of(data)
        if rate_limit_args == PACED or chat_id is None or not endpoint.startswith(_PACED_METHODS):
            return await callback(*args, **kwargs)
        if endpoint in _PASSING:
            silent = await self._in_thread(lambda: self._held(chat_id))
            return True if silent else await callback(*args, **kwargs)
        return await self._paced(chat_id, lambda: callback(*args, **kwargs))

    async def _paced(self, chat_id: int, request: Callable[[], Coroutine[Any, Any, Reply]]) -> Reply:
        give_up_at = self._clock() + _PATIENCE
        while True:
            await self._slot(chat_id, give_up_at)
            crossing = await self._wire.depart(self._clock, self._sleep)
            try:
                return await request()
            except RetryAfter as error:
                refused = classify(error)
                assert isinstance(refused, Refused)
                now = self._clock()
                await self._write(
                    lambda connection, now=now, wait=refused.after: pacing.halt(
                        connection, chat_id, now=now, wait=wait, policy=self._policy
                    )
                )
                if now + refused.after > give_up_at:
                    raise
            finally:
                self._wire.arrive(crossing, self._clock())

    async def _slot(self, chat_id: int, give_up_at: datetime) -> None:
        while True:
            now = self._clock()
            taken = await self._write(
                lambda connection, now=now: pacing.reserve(
                    connection, chat_id, policy=self._policy, now=now, horizon=_HORIZON
                )
            )
            if isinstance(taken, pacing.Slot):
                await self._sleep(max(0.0, (taken.at - self._clock()).total_seconds()))
                return
            if taken.until > give_up_at:
                raise RetryAfter(taken.until - now)
            await self._sleep((taken.until - now).total_seconds())

    def _held(self, chat_id: int) -> bool:
        with self._database.read() as connection:
            return pacing.held(connection, chat_id, now=self._clock())

    async def _write(self, work: Callable[..., T]) -> T:
        return await self._in_thread(lambda: self._database.transact(work))


def _chat_of(data: dict[str, Any]) -> int | None:
    try:
        return int(data.get("chat_id", ""))
    except (TypeError, ValueError):
        return None
