"""Sending replies: what is said in a chat, edited, shown to who pressed, and what to do when Telegram refuses.

Every call goes through the bot's rate limiter, the same pacing as the briefings'.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog
import telegram
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.chat.incoming import ChatKind, Incoming
from bot.chat.reply import Reply
from bot.delivery import outcome
from bot.delivery.gallery import Gallery
from bot.delivery.plaintext import as_plain
from bot.delivery.telegram import markup_of, transmit
from bot.pictures.easel import PictureFailed
from bot.store.chats import move_chat
from bot.store.pauses import pause_chat
from bot.wording.message import Message
from index.store.database import Database

_TRIES = 3
_NO_PREVIEW = telegram.LinkPreviewOptions(is_disabled=True)


class Outgoing:
    """Makes replies happen. A refusal is handled here and logged; it never reaches the caller."""

    def __init__(self, bot: telegram.Bot, database: Database, clock: Callable[[], datetime], gallery: Gallery) -> None:
        self._bot = bot
        self._gallery = gallery
        self._database = database
        self._clock = clock
        self._log = structlog.get_logger("bot.chat")

    async def reply(self, incoming: Incoming, reply: Reply) -> None:
        """Everything the reply asks for, in order; what follows a text that failed is not sent."""
        if incoming.press_id is not None:
            await self._answer_press(incoming.press_id, reply.notice)
        if reply.edit is not None and not await self._edit(incoming, reply.edit):
            return
        for message in reply.messages:
            if not await self._say(incoming, message):
                return
        if reply.document is not None:
            await self._hand_over(incoming, reply.document.name, reply.document.content)

    async def _answer_press(self, press_id: str, notice: str) -> None:
        try:
            await self._bot.answer_callback_query(press_id, text=notice or None, show_alert=len(notice) > 60)
        except TelegramError as error:
            # Too old to be answered: the person has long seen the spinner end.
            self._log.info("press not answered", error=type(error).__name__)

    async def _edit(self, incoming: Incoming, message: Message) -> bool:
        try:
            await self._bot.edit_message_text(
                message.html,
                chat_id=incoming.chat_id,
                message_id=incoming.message_id,
                parse_mode=ParseMode.HTML,
                link_preview_options=_NO_PREVIEW,
                reply_markup=markup_of(message),
            )
        except BadRequest as error:
            if "not modified" in error.message.casefold():
                return True
            return await self._say(incoming, message)
        except TelegramError as error:
            return await self._settle(incoming.chat_id, error) is not None
        return True

    async def _say(self, incoming: Incoming, message: Message) -> bool:
        async def send(chat_id: int, shown: Message) -> None:
            await transmit(
                self._bot,
                chat_id,
                shown,
                gallery=self._gallery,
                message_thread_id=incoming.thread_id,
                reply_parameters=_answers(incoming),
            )

        return await self._try(incoming.chat_id, message, send)

    async def _hand_over(self, incoming: Incoming, name: str, content: bytes) -> bool:
        async def send(chat_id: int, _shown: Message) -> None:
            await self._bot.send_document(chat_id, content, filename=name, message_thread_id=incoming.thread_id)

        return await self._try(incoming.chat_id, Message(""), send)

    async def _try(self, chat_id: int, message: Message, send: Callable[[int, Message], Awaitable[None]]) -> bool:
        shown = message
        for _ in range(_TRIES):
            try:
                await send(chat_id, shown)
            except PictureFailed as error:
                self._log.error("picture not drawn", why=str(error))
                return True
            except TelegramError as error:
                settled = await self._settle(chat_id, error)
                if settled is None:
                    return message.picture is not None
                chat_id = settled
                if isinstance(outcome.classify(error), outcome.Unparsable):
                    shown = as_plain(message)
            else:
                return True
        return False

    async def _settle(self, chat_id: int, error: TelegramError) -> int | None:
        """What a refusal asks for is done; the chat to try again with, or None where there is no use."""
        result = outcome.classify(error)
        self._log.warning("reply refused", outcome=type(result).__name__, code=getattr(result, "code", ""))
        match result:
            case outcome.Refused(after=after, flood=False):
                # Not reached at all. Where Telegram asked to wait, the pacing has waited already.
                await asyncio.sleep(after.total_seconds())
                return chat_id
            case outcome.Unparsable():
                return chat_id
            case outcome.Moved(chat_id=new_id):
                await asyncio.to_thread(self._move, chat_id, new_id)
                return new_id
            case outcome.Unreachable(code=code):
                await asyncio.to_thread(self._pause, chat_id, code)
        return None

    def _move(self, old_id: int, new_id: int) -> None:
        now = self._clock()
        self._database.transact(lambda connection: move_chat(connection, old_id, new_id, now=now))

    def _pause(self, chat_id: int, reason: str) -> None:
        now = self._clock()
        self._database.transact(lambda connection: pause_chat(connection, chat_id, reason=reason, now=now))


def _answers(incoming: Incoming) -> telegram.ReplyParameters | None:
    """In a group a reply shows what it answers; the question may have been deleted meanwhile."""
    if incoming.chat_kind is not ChatKind.GROUP or incoming.message_id is None:
        return None
    return telegram.ReplyParameters(incoming.message_id, allow_sending_without_reply=True)
