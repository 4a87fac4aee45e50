"""`sitrep run`, `chat` and `check`."""

from __future__ import annotations

import argparse

from bot import app, terminal
from bot.config import Settings
from index.errors import InputError

ROLES = ("chat", "ingest", "index", "briefing", "delivery")


def main_job(args: argparse.Namespace, settings: Settings) -> None:
    """What `sitrep` alone does: the bot, in Telegram where a token is set, else in this terminal."""
    if settings.telegram.token:
        app.run(settings, frozenset(ROLES))
    else:
        terminal.chat(settings)


def run(args: argparse.Namespace, settings: Settings) -> None:
    app.run(settings, _roles(args.only))


def chat(_args: argparse.Namespace, settings: Settings) -> None:
    terminal.chat(settings)


def _roles(text: str) -> frozenset[str]:
    """The roles that `--only` names; all of them where it is empty."""
    named = frozenset(part.strip() for part in text.split(",") if part.strip())
    unknown = sorted(named.difference(ROLES))
    if unknown:
        raise InputError(f"--only knows no role {unknown[0]!r}; the roles are {', '.join(ROLES)}")
    return named or frozenset(ROLES)


def check(args: argparse.Namespace, settings: Settings) -> None:
    raise NotImplementedError
