"""The one async adapter: an update becomes Incoming, its handler runs in a thread, its Reply is sent."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import functools
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime
from typing import Any

import structlog
import telegram
from telegram.constants import ChatAction, ParseMode
from telegram.error import TelegramError
from telegram.ext import Application, BaseUpdateProcessor, ContextTypes, TypeHandler

from bot.chat import desk
from bot.chat.commands.curation import MOST_BYTES
from bot.chat.flood import Flood, Judgement
from bot.chat.incoming import ANONYMOUS_ADMIN, ChatKind, Incoming, Me, MessageKind, read_update
from bot.chat.inline import LEAST_CHARACTERS, PAGE, Shareable, shareables
from bot.chat.menus import refresh_menus
from bot.chat.outgoing import Outgoing
from bot.chat.reactions import react
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.store.bans import is_banned
from bot.store.chats import move_chat
from bot.store.pauses import pause_chat, resume_chat
from bot.store.updates import first_seen, was_seen
from bot.wording.texts import texts_for
from index.errors import SitrepError

ALLOWED_UPDATES = [
    "message",
    "edited_message",
    "channel_post",
    "callback_query",
    "message_reaction",
    "my_chat_member",
    "inline_query",
]

# Telegram shows "typing" for five seconds.
_TYPING_S = 4.5
# An answer that takes longer than this is shown as a draft, which Telegram keeps for half a minute.
_LONG_S, _DRAFT_S = 2.0, 20.0
# So many updates are under way: mostly people who wait for the answer to their last one, or for Telegram to take it.
# What computes at once is bounded by the threads.
_AT_ONCE = 10_000
# How long Telegram may repeat an inline answer.
_CACHED_S = 60
_AWAY = frozenset({"left", "kicked"})
_GROUPS = frozenset({"group", "supergroup"})
# How many albums are remembered: their pictures come within a second.
_ALBUMS = 500
_RULERS = frozenset({"administrator", "creator"})


class InOrder(BaseUpdateProcessor):
    """Updates of one person in one chat one after another, all others side by side."""

    def __init__(self) -> None:
        super().__init__(max_concurrent_updates=_AT_ONCE)
        self._turns: dict[tuple[int, int], tuple[asyncio.Lock, list[None]]] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        chat = getattr(update, "effective_chat", None)
        person = getattr(update, "effective_user", None)
        key = (chat.id if chat else 0, person.id if person else 0)
        lock, waiting = self._turns.setdefault(key, (asyncio.Lock(), []))
        waiting.append(None)
        try:
            async with lock:
                await coroutine
        finally:
            waiting.pop()
            if not waiting:
                del self._turns[key]

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass


class Gate:
    """Stands before the queue: what one person sends too much of is not read, and they are told so once."""

    def __init__(self, services: Services, bot: telegram.Bot) -> None:
        self._services, self._bot = services, bot
        self._flood = Flood(services.telegram.messages_per_minute)

    async def admits(self, update: telegram.Update) -> bool:
        person, chat = update.effective_user, update.effective_chat
        if person is None or update.my_chat_member is not None:
            return True
        judgement = self._flood.judge(person.id, self._services.clock())
        if judgement is Judgement.TELL and chat is not None and chat.type == "private":
            with contextlib.suppress(TelegramError):
                await self._bot.send_message(chat.id, texts_for(person.language_code)("flooding"))
        return judgement is Judgement.READ


class Dispatcher:
    """Takes updates from PTB. Nothing that a handler or Telegram does wrong leaves it."""

    def __init__(self, services: Services, outgoing: Outgoing) -> None:
        self._services = services
        self._outgoing = outgoing
        # Memory is the place for it: where it is lost, a picture is answered once more.
        self._albums: dict[tuple[int, str], None] = {}

    def attach(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        application.add_handler(TypeHandler(telegram.Update, self.on_update))
        application.add_error_handler(_log_error)

    async def on_update(self, update: telegram.Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """One update. It is marked as seen when it has taken effect: Telegram delivers it again after a crash, and
        what it asks for can be done twice without harm.
        """
        now = self._services.clock()
        seen, banned = await asyncio.to_thread(self._standing, update)
        if seen:
            return
        if update.inline_query is not None:
            if not banned:
                await self._suggest(update.inline_query)
        elif not await self._housekeeping(update, now) and not banned:
            incoming = read_update(update, Me(context.bot.id, context.bot.username), now=now)
            if incoming is not None and not self._is_more_of_an_album(incoming):
                await self._answer(incoming, context.bot)
        await asyncio.to_thread(self._mark_seen, update.update_id, now)

    def _is_more_of_an_album(self, incoming: Incoming) -> bool:
        """Whether another picture of the same album was taken already, or it is one without the words."""
        if incoming.album is None:
            return False
        key = (incoming.chat_id, incoming.album)
        # The words may stand under any of its pictures.
        more = key in self._albums and not incoming.text and incoming.command is None
        self._albums[key] = None
        while len(self._albums) > _ALBUMS:
            del self._albums[next(iter(self._albums))]
        return more

    async def _answer(self, incoming: Incoming, bot: telegram.Bot) -> None:
        task = await asyncio.to_thread(desk.find_task, incoming, self._services)
        if isinstance(task, Reply):
            await self._outgoing.reply(incoming, task)
            return
        task = await self._with_file(task, bot)
        rules_group = task.asks_standing and await _rules_group(incoming, bot)
        async with _typing(bot, incoming, active=task.command.slow):
            reply = await asyncio.to_thread(desk.respond, task, self._services, rules_group=rules_group)
        await self._outgoing.reply(incoming, reply)
        await refresh_menus(bot, self._services, reply.menus)

    async def _with_file(self, task: desk.Task, bot: telegram.Bot) -> desk.Task:
        """The document that came with an admin's command; nobody else's is fetched, and none that is too long."""
        sent = task.incoming.file
        if sent is None or not task.command.reads_file or sent.size > MOST_BYTES:
            return task
        if not await asyncio.to_thread(self._services.is_admin, task.incoming.user_id):
            return task
        try:
            content = bytes(await (await bot.get_file(sent.id)).download_as_bytearray())
        except TelegramError as error:
            structlog.get_logger("bot.chat").warning("document not fetched", error=type(error).__name__)
            return task
        file = dataclasses.replace(sent, content=content)
        return dataclasses.replace(task, incoming=dataclasses.replace(task.incoming, file=file))

    async def _suggest(self, query: telegram.InlineQuery) -> None:
        """Answer an inline query, a page at a time. What is found is the same for everybody, so it may be cached."""
        allowed = self._services.telegram.allowed_chats
        if allowed and query.from_user.id not in allowed:
            return
        try:
            person = query.from_user
            find = functools.partial(shareables, query.query, person.language_code, self._services, user_id=person.id)
            found = await asyncio.to_thread(find)
            start = int(query.offset) if query.offset.isdecimal() else 0
            page, rest = found[start : start + PAGE], found[start + PAGE :]
            results = [_shared(one) for one in page] or self._found_nothing(query)
            await query.answer(
                results,
                cache_time=_CACHED_S,
                is_personal=False,
                next_offset=str(start + PAGE) if rest else "",
            )
        except (SitrepError, TelegramError) as error:
            structlog.get_logger("bot.chat").info("inline query not answered", error=type(error).__name__)

    def _found_nothing(self, query: telegram.InlineQuery) -> list[telegram.InlineQueryResultArticle]:
        """What says that nothing was found; nothing while the question is still being typed."""
        if len(query.query.strip()) < LEAST_CHARACTERS or query.offset:
            return []
        texts = texts_for(query.from_user.language_code)
        content = telegram.InputTextMessageContent(texts("answer-none"), parse_mode=ParseMode.HTML)
        title, hint = texts.plain("inline-none"), texts.plain("inline-none-hint")
        return [telegram.InlineQueryResultArticle("none", title, content, description=hint)]

    async def _housekeeping(self, update: telegram.Update, now: datetime) -> bool:
        """Updates that are about the chat, not from a person in it; whether this was one."""
        message, member = update.effective_message, update.my_chat_member
        if member is not None:
            here = member.new_chat_member.status not in _AWAY
            await asyncio.to_thread(self._came_or_went, member.chat.id, now, here=here)
            if here and member.old_chat_member.status in _AWAY and member.chat.type in _GROUPS:
                await self._introduce(update, now)
            return True
        if update.message_reaction is not None:
            await asyncio.to_thread(react, update.message_reaction, self._services, now=now)
            return True
        if message is not None and message.migrate_to_chat_id is not None:
            await asyncio.to_thread(self._moved, message.chat.id, message.migrate_to_chat_id, now)
            return True
        if message is not None and message.migrate_from_chat_id is not None:
            # The other half of it: the first one may not have come.
            await asyncio.to_thread(self._moved, message.migrate_from_chat_id, message.chat.id, now)
            return True
        return False

    async def _introduce(self, update: telegram.Update, now: datetime) -> None:
        """Two lines to a group that the bot was added to: what it does, and when it speaks."""
        chat, person = update.effective_chat, update.effective_user
        if chat is None or person is None or not self._serves(chat.id, person.id):
            return
        language = person.language_code
        incoming = Incoming(
            update.update_id, person.id, chat.id, ChatKind.GROUP, MessageKind.NEW, "", now, language=language
        )
        texts = await asyncio.to_thread(lambda: self._services.audience(incoming).texts)
        await self._outgoing.reply(incoming, say(texts("start-group")))

    def _serves(self, chat_id: int, user_id: int) -> bool:
        allowed = self._services.telegram.allowed_chats
        return not allowed or chat_id in allowed or user_id in self._services.telegram.admins

    def _standing(self, update: telegram.Update) -> tuple[bool, bool]:
        """Whether the update was seen before, and whether it is from a person or in a chat that is banned."""
        person, chat = update.effective_user, update.effective_chat
        ids = [one.id for one in (person, chat) if one is not None]
        with self._services.database.read() as connection:
            seen, banned = was_seen(connection, update.update_id), is_banned(connection, *ids)
        # Who runs the bot is never shut out, not in a banned chat either.
        return seen, banned and not (person and self._services.is_admin(person.id))

    def _mark_seen(self, update_id: int, now: datetime) -> None:
        self._services.database.transact(lambda connection: first_seen(connection, update_id, now=now))

    def _came_or_went(self, chat_id: int, now: datetime, *, here: bool) -> None:
        database = self._services.database
        if here:
            database.transact(lambda connection: resume_chat(connection, chat_id, now=now))
        else:
            database.transact(lambda connection: pause_chat(connection, chat_id, reason="blocked", now=now))

    def _moved(self, old_id: int, new_id: int, now: datetime) -> None:
        self._services.database.transact(lambda connection: move_chat(connection, old_id, new_id, now=now))


def _shared(one: Shareable) -> telegram.InlineQueryResultArticle:
    content = telegram.InputTextMessageContent(
        one.html, parse_mode=ParseMode.HTML, link_preview_options=telegram.LinkPreviewOptions(is_disabled=True)
    )
    return telegram.InlineQueryResultArticle(one.key, one.title, content, description=one.description)


async def _rules_group(incoming: Incoming, bot: telegram.Bot) -> bool:
    """Whether the person is an admin of the group; no, where Telegram does not tell."""
    if incoming.kind is MessageKind.ANONYMOUS or incoming.user_id == ANONYMOUS_ADMIN:
        return incoming.kind is MessageKind.ANONYMOUS
    try:
        member = await bot.get_chat_member(incoming.chat_id, incoming.user_id)
    except TelegramError:
        return False
    return member.status in _RULERS


@contextlib.asynccontextmanager
async def _typing(bot: telegram.Bot, incoming: Incoming, *, active: bool) -> AsyncIterator[None]:
    """Telegram shows that the bot is typing, until the block ends."""
    if not active or incoming.chat_kind is ChatKind.CHANNEL:
        yield
        return
    shown = keep_drafting if incoming.chat_kind is ChatKind.PRIVATE else _keep_typing
    task = asyncio.create_task(shown(bot, incoming))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def keep_drafting(
    bot: telegram.Bot, incoming: Incoming, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> None:
    """In private, "typing" at first; what takes longer is shown as a message that is being written."""
    typing = asyncio.create_task(_keep_typing(bot, incoming))
    try:
        await sleep(_LONG_S)
        texts = texts_for(incoming.language)
        draft, number = texts.plain("draft"), incoming.update_id % 2**31 or 1
        while True:
            with contextlib.suppress(TelegramError):
                await bot.send_message_draft(incoming.chat_id, number, draft)
            await sleep(_DRAFT_S)
    finally:
        typing.cancel()


async def _keep_typing(bot: telegram.Bot, incoming: Incoming) -> None:
    while True:
        with contextlib.suppress(TelegramError):
            await bot.send_chat_action(incoming.chat_id, ChatAction.TYPING, message_thread_id=incoming.thread_id)
        await asyncio.sleep(_TYPING_S)


async def _log_error(_update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    error = context.error
    where = desk.frames(error) if error else []
    structlog.get_logger("bot.chat").error("update failed", error=type(error).__name__, where=where)
