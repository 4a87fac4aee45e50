"""The menus of commands that Telegram shows: in private chats, in groups, and for each admin."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

import structlog
import telegram
from telegram.error import TelegramError

from bot.chat.incoming import ChatKind
from bot.chat.registry import COMMANDS
from bot.chat.roles import Role, Who
from bot.chat.services import Services
from bot.store.chats import get_chat
from bot.wording.texts import DEFAULT, Texts, languages, texts_for


async def publish_menus(bot: telegram.Bot, services: Services) -> None:
    """Tell Telegram the commands, in every language there is. A refusal is logged; the bot works without menus."""
    log = structlog.get_logger("bot.chat")
    private = telegram.BotCommandScopeAllPrivateChats()
    groups = telegram.BotCommandScopeAllGroupChats()
    try:
        for language in languages():
            texts = texts_for(language)
            code = None if language == DEFAULT else language
            await bot.set_my_commands(menu(texts, ChatKind.PRIVATE), scope=private, language_code=code)
            await bot.set_my_commands(menu(texts, ChatKind.GROUP), scope=groups, language_code=code)
    except TelegramError as error:
        log.warning("menus not published", error=type(error).__name__)
        return
    await refresh_menus(bot, services, await asyncio.to_thread(_admin_ids, services))


async def refresh_menus(bot: telegram.Bot, services: Services, people: Iterable[int]) -> None:
    """Each one's own menu, by what they are now: all commands for an admin, the common menu for anyone else."""
    for person in people:
        role, texts = await asyncio.to_thread(_shown_to, services, person)
        scope = telegram.BotCommandScopeChat(person)
        try:
            if role >= Role.ADMIN:
                await bot.set_my_commands(menu(texts, ChatKind.PRIVATE, role=role), scope=scope)
            else:
                await bot.delete_my_commands(scope=scope)
        except TelegramError:
            # Whoever has not written to the bot yet is unknown to Telegram as a chat.
            structlog.get_logger("bot.chat").info("menu not published")


def _admin_ids(services: Services) -> list[int]:
    with services.database.read() as connection:
        return services.admin_ids(connection)


def _shown_to(services: Services, person: int) -> tuple[Role, Texts]:
    with services.database.read() as connection:
        chat = get_chat(connection, person)
    return services.role_of(person), texts_for(chat.language if chat else DEFAULT)


def menu(texts: Texts, chat: ChatKind, *, role: Role = Role.READER) -> list[telegram.BotCommand]:
    """The commands of one menu."""
    least = {Who.ADMINS: Role.ADMIN, Who.OWNERS: Role.OWNER}
    return [
        telegram.BotCommand(command.name, texts.plain(f"command-{command.name}"))
        for command in COMMANDS.values()
        if command.listed and chat in command.rule.chats and role >= least.get(command.rule.who, Role.READER)
    ]
