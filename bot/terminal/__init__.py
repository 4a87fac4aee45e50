"""The bot in a terminal."""

from bot.terminal.session import chat

__all__ = ["chat"]
