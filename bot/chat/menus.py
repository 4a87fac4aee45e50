"""The menus of commands that Telegram shows: in private chats, in groups, and for each admin."""

from __future__ import annotations

import structlog
import telegram
from telegram.error import TelegramError

from bot.chat.incoming import ChatKind
from bot.chat.registry import COMMANDS
from bot.chat.roles import Who
from bot.chat.services import Services
from bot.chat.texts import DEFAULT, Texts, languages, texts_for


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
    for admin in services.telegram.admins:
        await _publish_for_admin(bot, admin)


async def _publish_for_admin(bot: telegram.Bot, admin: int) -> None:
    commands = menu(texts_for(DEFAULT), ChatKind.PRIVATE, admin=True)
    try:
        await bot.set_my_commands(commands, scope=telegram.BotCommandScopeChat(admin))
    except TelegramError:
        # An admin who has not written to the bot yet is unknown to Telegram as a chat.
        structlog.get_logger("bot.chat").info("admin menu not published")


def menu(texts: Texts, chat: ChatKind, *, admin: bool = False) -> list[telegram.BotCommand]:
    """The commands of one menu."""
    return [
        telegram.BotCommand(command.name, texts.plain(f"command-{command.name}"))
        for command in COMMANDS.values()
        if command.listed and (admin if command.rule.who is Who.ADMINS else chat in command.rule.chats)
    ]
