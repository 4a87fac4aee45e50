"""Sending replies: what is said in a chat, edited, shown to who pressed, and what to do when Telegram refuses.

Every call goes through the bot's rate limiter, the same pacing as the briefings', and by the same rules of outcome:
what Telegram certainly has not is sent again until it gets through, what it may have a few times, what it will never
take as plain words.
"""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
import structlog
import telegram
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.chat.incoming import ChatKind, Incoming
from bot.chat.reply import Reply
from bot.delivery import outcome
from bot.delivery.away import pause_and_tell
from bot.delivery.gallery import Gallery
from bot.delivery.outcome import Outcome
from bot.delivery.plaintext import as_plain
from bot.delivery.telegram import markup_of, transmit
from bot.pictures.easel import PictureFailed
from bot.store.chats import move_chat
from bot.store.pauses import is_troubled, pause_topic, reached
from bot.store.said import keep_said
from bot.wording.message import Message
from index.errors import StorageUnusable
from index.store.database import Database

# Before a message is sent again whose fate is not known: each time it may be there once more, so not often, and ever
# later, when the network is another. With three such tries one question in 5,300 was lost, by chance alone. A server
# that answers with an error of its own has mostly not taken it, and may need a minute.
_DOUBTFUL_S = (1.0, 4.0, 15.0, 60.0, 180.0)
_SERVER_ERROR_S = (1.0, 4.0, 15.0, 40.0, 120.0, 300.0)
# Before one is sent again that Telegram certainly does not have; the last of them again and again, until patience ends.
_UNREACHED_S = (1.0, 2.0, 5.0, 10.0, 15.0)
_PATIENCE = timedelta(minutes=15)
# A press is answered in passing, and may be missed.
_PRESS_TRIES = 2
_NO_PREVIEW = telegram.LinkPreviewOptions(is_disabled=True)


@dataclasses.dataclass(frozen=True, slots=True)
class Try:
    """How far a message has come: tries with an unknown fate, tries that certainly failed, and whether it is plain
    already."""

    doubtful: int = 0
    failed: int = 0
    plain: bool = False


def wait_for(result: Outcome, tried: Try) -> timedelta | None:
    """How long to wait before the next try; None: there is none. Pure."""
    match result:
        case outcome.Refused(flood=True, after=after):
            return after
        case outcome.Refused():
            return timedelta(seconds=_UNREACHED_S[min(tried.failed, len(_UNREACHED_S) - 1)])
        case outcome.Unknown(code=code):
            waits = _SERVER_ERROR_S if code == "server_error" else _DOUBTFUL_S
            return timedelta(seconds=waits[tried.doubtful]) if tried.doubtful < len(waits) else None
        case outcome.Unparsable() | outcome.Dead() if not tried.plain:
            return timedelta(0)
        case outcome.Moved():
            return timedelta(0)
    return None


def after(result: Outcome, tried: Try) -> Try:
    """What has been tried after one more try that ended so. Pure."""
    if isinstance(result, outcome.Unknown):
        return dataclasses.replace(tried, doubtful=tried.doubtful + 1)
    if isinstance(result, outcome.Unparsable | outcome.Dead):
        return dataclasses.replace(tried, plain=True)
    return dataclasses.replace(tried, failed=tried.failed + 1)


class Outgoing:
    """Makes replies happen. A refusal is handled here and logged; it never reaches the caller."""

    def __init__(
        self,
        bot: telegram.Bot,
        database: Database,
        clock: Callable[[], datetime],
        gallery: Gallery,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._gallery = gallery
        self._database = database
        self._clock = clock
        self._sleep = sleep
        self._log = structlog.get_logger("bot.chat")

    async def reply(self, incoming: Incoming, reply: Reply) -> None:
        """Everything the reply asks for, in order; what follows a text that failed is not sent."""
        if incoming.press_id is None:
            await self._carry_out(incoming, reply)
            return
        # Whether the press is answered does not keep what it asked for waiting.
        answered = asyncio.ensure_future(self._answer_press(incoming.press_id, reply.notice))
        await self._carry_out(incoming, reply)
        await answered

    async def _carry_out(self, incoming: Incoming, reply: Reply) -> None:
        """Do what the reply asks for, then what follows from whether it got through."""
        got_through = await self._say_all(incoming, reply)
        elsewhere = reply.afterwards if got_through else reply.otherwise
        if elsewhere is not None:
            await self._carry_out(elsewhere.incoming, elsewhere.reply)

    async def _say_all(self, incoming: Incoming, reply: Reply) -> bool:
        if reply.privately:
            incoming = dataclasses.replace(
                incoming, chat_id=incoming.user_id, chat_kind=ChatKind.PRIVATE, thread_id=None, message_id=None
            )
        said: list[int] = []
        if reply.edit is not None:
            number = reply.edit.edits or incoming.message_id
            if not await self._edit(incoming, reply.edit, number):
                return False
            said += [number] if number is not None else []
        for message in reply.messages:
            number = await self._say(incoming, message)
            if number is None:
                return False
            said.append(number)
        if reply.document is not None:
            await self._hand_over(incoming, reply.document.name, reply.document.content)
        if reply.turn_id is not None and said:
            await asyncio.to_thread(self._keep_said, incoming, reply.turn_id, tuple(said))
        return True

    async def _answer_press(self, press_id: str, notice: str) -> None:
        for _ in range(_PRESS_TRIES):
            try:
                await self._bot.answer_callback_query(press_id, text=notice or None, show_alert=len(notice) > 60)
            except BadRequest as error:
                # Too old to be answered: the person has long seen the spinner end.
                self._log.info("press not answered", error=type(error).__name__)
                return
            except TelegramError as error:
                self._log.info("press not answered", error=type(error).__name__)
            else:
                return

    async def _edit(self, incoming: Incoming, message: Message, number: int | None) -> bool:
        async def send(chat_id: int, shown: Message) -> int:
            try:
                await self._bot.edit_message_text(
                    shown.html,
                    chat_id=chat_id,
                    message_id=number,
                    parse_mode=ParseMode.HTML,
                    link_preview_options=_NO_PREVIEW,
                    reply_markup=markup_of(shown),
                )
            except BadRequest as error:
                if "not modified" not in error.message.casefold():
                    raise
            return number or 0

        if number is None or message.picture is not None:
            return await self._say(incoming, message) is not None
        edited = await self._try(incoming, message, send)
        # What can not be edited any more is said anew.
        return edited is not None or await self._say(incoming, message) is not None

    async def _say(self, incoming: Incoming, message: Message) -> int | None:
        async def send(chat_id: int, shown: Message) -> int:
            return await transmit(
                self._bot,
                chat_id,
                shown,
                gallery=self._gallery,
                message_thread_id=incoming.thread_id,
                reply_parameters=_answers(incoming),
            )

        return await self._try(incoming, message, send)

    async def _hand_over(self, incoming: Incoming, name: str, content: bytes) -> None:
        async def send(chat_id: int, _shown: Message) -> int:
            sent = await self._bot.send_document(chat_id, content, filename=name, message_thread_id=incoming.thread_id)
            return sent.message_id

        await self._try(incoming, Message(""), send)

    async def _try(
        self, incoming: Incoming, message: Message, send: Callable[[int, Message], Awaitable[int]]
    ) -> int | None:
        """Send until it is there or there is no use; the number of the message, None where it did not get through."""
        chat_id, shown, tried = incoming.chat_id, message, Try()
        result: Outcome
        give_up_at = self._clock() + _PATIENCE
        while True:
            try:
                number = await send(chat_id, shown)
            except PictureFailed as error:
                self._log.error("picture not drawn", why=str(error))
                return 0
            except (sa.exc.SQLAlchemyError, StorageUnusable):
                # The pace could not be written down, so nothing has left.
                result = outcome.Refused("storage", timedelta(seconds=1), flood=False)
            except TelegramError as error:
                result = outcome.classify(error)
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                # The library could not read what Telegram answered: it did answer, so the message is there.
                self._log.warning("answer of Telegram not readable", error=type(error).__name__)
                return 0
            else:
                await self._got_through(incoming, chat_id)
                return number
            self._log.warning("reply refused", outcome=type(result).__name__, code=getattr(result, "code", ""))
            wait = wait_for(result, tried)
            if wait is None or self._clock() + wait > give_up_at:
                await asyncio.to_thread(self._settle, incoming, result)
                # A picture that a chat does not take is no reason to keep the words that follow.
                return 0 if message.picture is not None and isinstance(result, outcome.Dead) else None
            if isinstance(result, outcome.Moved):
                await asyncio.to_thread(self._move, chat_id, result.chat_id)
                chat_id = result.chat_id
            tried = after(result, tried)
            if tried.plain:
                shown = as_plain(message)
                shown = dataclasses.replace(shown, buttons=()) if isinstance(result, outcome.Dead) else shown
            await self._sleep(wait.total_seconds())

    async def _got_through(self, incoming: Incoming, chat_id: int) -> None:
        """What held this chat or topic back is over."""
        now = self._clock()

        def look() -> bool:
            with self._database.read() as connection:
                return is_troubled(connection, chat_id)

        try:
            if await asyncio.to_thread(look):
                await self._write(lambda connection: reached(connection, chat_id, incoming.thread_id, now=now))
        except sa.exc.SQLAlchemyError as error:
            self._log.warning("pause not ended", error=type(error).__name__)

    def _settle(self, incoming: Incoming, result: Outcome) -> None:
        """What a refusal says of its chat or topic is kept."""
        now, chat_id = self._clock(), incoming.chat_id
        if isinstance(result, outcome.Unreachable):
            self._database.transact(lambda connection: pause_and_tell(connection, chat_id, reason=result.code, now=now))
        elif isinstance(result, outcome.TopicClosed):
            thread_id = incoming.thread_id
            self._database.transact(
                lambda connection: pause_topic(connection, chat_id, thread_id, reason=result.code, now=now)
            )

    def _move(self, old_id: int, new_id: int) -> None:
        now = self._clock()
        self._database.transact(lambda connection: move_chat(connection, old_id, new_id, now=now))

    def _keep_said(self, incoming: Incoming, turn_id: int, numbers: tuple[int, ...]) -> None:
        asked, now = incoming.message_id if incoming.press_id is None else None, self._clock()
        try:
            self._database.transact(
                lambda connection: keep_said(connection, incoming.chat_id, turn_id, numbers, question_id=asked, now=now)
            )
        except sa.exc.SQLAlchemyError as error:
            # The answer is there; only replies to it lead nowhere.
            self._log.warning("message of a turn not kept", error=type(error).__name__)

    async def _write(self, work: Callable[[sa.Connection], Any]) -> None:
        await asyncio.to_thread(self._database.transact, work)


def _answers(incoming: Incoming) -> telegram.ReplyParameters | None:
    """In a group a reply shows what it answers; the question may have been deleted meanwhile."""
    if incoming.chat_kind is not ChatKind.GROUP or incoming.message_id is None:
        return None
    return telegram.ReplyParameters(incoming.message_id, allow_sending_without_reply=True)
