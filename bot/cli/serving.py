"""`sitrep run`, `chat`, `migrate` and `check`."""

from __future__ import annotations

import argparse
import dataclasses
import json
import os

from bot import app, config, terminal
from bot.config import Settings
from index.errors import InputError, SitrepError
from index.ingest.confinement import keep_to_itself

ROLES = ("chat", "ingest", "index", "briefing", "delivery", "page")


class Unsound(SitrepError):
    """A check found something wrong."""

    code = "unsound"


def main_job(args: argparse.Namespace, settings: Settings) -> None:
    """What `sitrep` alone does: the bot, in Telegram where a token is set, else in this terminal."""
    if settings.telegram.token:
        _run(settings, frozenset(ROLES))
    else:
        terminal.chat(settings)


def run(args: argparse.Namespace, settings: Settings) -> None:
    _run(settings, _roles(args.only))


def _run(settings: Settings, roles: frozenset[str]) -> None:
    """The bot. Its secrets are in the settings now: no process that it starts inherits them, nor can look for them."""
    for name in [name for name in os.environ if config.is_secret(name)]:
        del os.environ[name]
    keep_to_itself()
    app.run(settings, roles)


def chat(_args: argparse.Namespace, settings: Settings) -> None:
    terminal.chat(settings)


def migrate(_args: argparse.Namespace, settings: Settings) -> None:
    """Bring the database up to date and leave: a release's first step, before its processes start."""
    with app.open_corpus(settings):
        print("The database is up to date.")


def _roles(text: str) -> frozenset[str]:
    """The roles that `--only` names; all of them where it is empty."""
    named = frozenset(part.strip() for part in text.split(",") if part.strip())
    unknown = sorted(named.difference(ROLES))
    if unknown:
        raise InputError(f"--only knows no role {unknown[0]!r}; the roles are {', '.join(ROLES)}")
    return named or frozenset(ROLES)


def check(args: argparse.Namespace, settings: Settings) -> None:
    """What is wrong, a line each; nothing wrong is said too. Raises Unsound, for exit 1, where anything is."""
    with app.open_corpus(settings) as corpus:
        health = corpus.check(args.deep or args.repair, repair=args.repair)
        pending = corpus.pending()
    if args.json:
        print(json.dumps({"sound": health.is_sound, **dataclasses.asdict(health), "pending": pending}, default=str))
    else:
        print(f"{health.passages} passages indexed, {pending} articles waiting")
        for problem in health.problems:
            print(problem.sentence)
        if health.repaired:
            print(f"{health.repaired} mended")
    if not health.is_sound:
        raise Unsound(f"{len(health.problems)} found; sitrep check --repair mends what can be mended")
