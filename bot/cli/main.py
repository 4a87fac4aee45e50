"""The console script: what it takes, and how it ends (0 done, 1 failed, 2 bad usage or configuration)."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from index.errors import AddressRefused, InputError, SettingsError, SitrepError
from index.memory import keep_in_one_arena, look_for_garbage_less_often, multiply_in_one_thread
from index.profiles import FIELDS

EXIT_FAILED, EXIT_USAGE = 1, 2


class _Later:
    """A module of commands, imported when one of them runs: help and a mistyped command are answered at once."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, command: str) -> Callable[[argparse.Namespace, Any], None]:
        def run(args: argparse.Namespace, settings: Any) -> None:
            getattr(importlib.import_module(self._module), command)(args, settings)

        return run


corpus, publishers, reading = _Later("bot.cli.corpus"), _Later("bot.cli.publishers"), _Later("bot.cli.reading")
records = _Later("bot.cli.records")
replaying, serving, sources = _Later("bot.cli.replaying"), _Later("bot.cli.serving"), _Later("bot.cli.sources")


class _Parser(argparse.ArgumentParser):
    """One line on stderr and exit 2 where argparse would print its whole usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(EXIT_USAGE, f"{self.prog}: {message}; see {self.prog} --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit status; errors are one line on stderr."""
    args = build_parser().parse_args(arguments)
    multiply_in_one_thread()
    # With every policy come the modules that they stand beside.
    from bot import config, logs

    # What a process writes, its data folder above all, is its owner's alone.
    os.umask(0o077)
    try:
        settings = config.load(args.config, os.environ)
        logs.configure(settings.log)
        keep_in_one_arena()
        look_for_garbage_less_often()
        args.run(args, settings)
        sys.stdout.flush()
        return 0
    except SitrepError as error:
        print(f"sitrep: {' '.join(str(error).split())}", file=sys.stderr)
        return EXIT_USAGE if isinstance(error, SettingsError | InputError | AddressRefused) else EXIT_FAILED
    except BrokenPipeError:
        # The reader went away, as `head` does: not our failure. Python would complain at exit without this.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("sitrep: stopped", file=sys.stderr)
        return EXIT_FAILED


def build_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="sitrep", description="Briefs people on armed conflicts, with a citation for every sentence.")
    parser.add_argument("--config", type=Path, metavar="PATH", help="configuration file (default: config.toml, if any)")
    parser.set_defaults(run=serving.main_job)
    commands = parser.add_subparsers(metavar="COMMAND")
    _serving_commands(commands)
    _source_commands(commands)
    _publisher_commands(commands)
    _corpus_commands(commands)
    _reading_commands(commands)
    return parser


_Commands: TypeAlias = "argparse._SubParsersAction[Any]"  # argparse has no public name for it


def _command(commands: _Commands, name: str, text: str) -> argparse.ArgumentParser:
    """A command that takes --config behind its name, too."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text)
    parser.add_argument("--config", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser


def _serving_commands(commands: _Commands) -> None:
    run = _command(commands, "run", "run the bot in Telegram")
    run.add_argument("--only", default="", metavar="ROLE,…", help="only these: chat, ingest, index, briefing, delivery")
    run.set_defaults(run=serving.run)
    chat = _command(commands, "chat", "the same bot in this terminal, without Telegram")
    chat.set_defaults(run=serving.chat)
    migrating = _command(commands, "migrate", "bring the database up to date, before the processes of a release start")
    migrating.set_defaults(run=serving.migrate)
    check = _command(commands, "check", "check the configuration and the health of what is stored")
    check.add_argument("--deep", action="store_true", help="compare every passage with the vector index")
    check.add_argument("--repair", action="store_true", help="mend what --deep finds")
    check.add_argument("--json", action="store_true")
    check.set_defaults(run=serving.check)


def _source_commands(commands: _Commands) -> None:
    source = _command(commands, "source", "add, list, test and remove sources").add_subparsers(
        required=True, metavar="ACTION"
    )
    add = _command(source, "add", "add a feed or page")
    add.add_argument("url", metavar="URL")
    add.add_argument("--name", metavar="N", help="what readers see as the publisher")
    add.add_argument("--kind", metavar="K", help="what it is, where that is not to be found out: feed, page, channel")
    add.set_defaults(run=sources.add)
    listing = _command(source, "list", "all sources with their health")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=sources.listing)
    remove = _command(source, "remove", "stop reading a source; its articles stay")
    remove.add_argument("url", metavar="URL")
    remove.set_defaults(run=sources.remove)
    test = _command(source, "test", "show what is at an address; adds nothing")
    test.add_argument("url", metavar="URL")
    test.add_argument("--json", action="store_true")
    test.set_defaults(run=sources.test)
    filtering = _command(source, "filter", "which entries of a source are read; an empty list ends a filter")
    filtering.add_argument("url", metavar="URL")
    for name, text in (
        ("keep", "only entries with one of these"),
        ("drop", "none with these"),
        ("topics", "what it covers"),
    ):
        filtering.add_argument(f"--{name}", metavar="WORD,…", help=text)
    filtering.set_defaults(run=sources.filter_source)
    vouching = _command(source, "vouch", "say that a source is who it says: its reports count for alerts at once")
    vouching.add_argument("url", metavar="URL")
    vouching.add_argument("sites", metavar="SITE", nargs="*", help="other sites of the same outlet")
    vouching.set_defaults(run=sources.vouch)
    for action, does in (("import", sources.import_opml), ("export", sources.export_opml)):
        opml = _command(source, action, f"{action} the list of sources as OPML")
        opml.add_argument("file", metavar="FILE.opml")
        opml.set_defaults(run=does)


def _publisher_commands(commands: _Commands) -> None:
    publisher = _command(commands, "publisher", "what readers are told of publishers").add_subparsers(
        required=True, metavar="ACTION"
    )
    listing = _command(publisher, "list", "all profiles")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=publishers.listing)
    setting = _command(publisher, "set", "write down one field; unknown takes it back")
    setting.add_argument("name", metavar="NAME")
    setting.add_argument("field", metavar="FIELD", help=", ".join(FIELDS))
    setting.add_argument("value", metavar="VALUE")
    setting.set_defaults(run=publishers.describe)


def _corpus_commands(commands: _Commands) -> None:
    importing = _command(commands, "import", "take in articles from JSON lines")
    importing.add_argument("file", metavar="FILE.jsonl", help="- for standard input")
    importing.set_defaults(run=corpus.import_articles)
    indexing = _command(commands, "index", "index everything that waits for it")
    indexing.add_argument("--again", action="store_true", help="also what was set aside because it failed")
    indexing.set_defaults(run=corpus.index_pending)
    for name, does, text in (
        ("poll", corpus.poll, "read every source once, now"),
        ("reindex", corpus.reindex, "rebuild the vector index from the database"),
    ):
        _command(commands, name, text).set_defaults(run=does)
    stats = _command(commands, "stats", "figures about the corpus")
    stats.add_argument("--json", action="store_true")
    stats.set_defaults(run=corpus.stats)
    backup = _command(commands, "backup", "copy the database to a file, also while the bot runs")
    backup.add_argument("file", metavar="FILE", type=Path)
    backup.set_defaults(run=corpus.backup)
    restore = _command(commands, "restore", "put a backup in place of the database")
    restore.add_argument("file", metavar="FILE", type=Path)
    restore.set_defaults(run=corpus.restore)


def _reading_commands(commands: _Commands) -> None:
    search = _command(commands, "search", "ranked passages")
    search.add_argument("-k", type=_count, default=10, metavar="N", help="how many (default: 10)")
    search.add_argument("--publisher", metavar="P", help="only this publisher's")
    ask = _command(commands, "ask", "an answer with citations")
    for reader, does in ((search, reading.search), (ask, reading.ask)):
        reader.add_argument("query", nargs="?", metavar="QUESTION")
        reader.add_argument("--batch", metavar="FILE.jsonl", help='{"id","query","as_of"?} a line; one JSON line each')
        reader.set_defaults(run=does)
    records_of = _command(commands, "read", "what is read in each article of a file; nothing is stored")
    records_of.add_argument("file", metavar="FILE.jsonl", help="- for standard input")
    records_of.set_defaults(run=records.read_file)
    stories = _command(commands, "stories", "what articles report on the same development")
    stories.add_argument("--why", action="store_true", help="say of each article what put it where it is")
    stories.set_defaults(run=reading.stories)
    brief = _command(commands, "brief", "a briefing now (default: the last 24 hours)")
    brief.add_argument("--topic", action="append", default=[], metavar="Q", help="only this topic; may be repeated")
    brief.set_defaults(run=reading.brief)
    for reader in (search, stories, brief):
        reader.add_argument("--since", metavar="T", help="2024-04-21, 2024-04-21T06:00:00Z, or 24h, 7d, 2w ago")
        reader.add_argument("--until", metavar="T", help="the same; a date alone includes that day")
    replay = _command(commands, "replay", "play a past time again: the briefings that readers would have got")
    replay.add_argument("--from", dest="since", required=True, metavar="T", help="2024-04-01, or 30d ago")
    replay.add_argument("--to", dest="until", required=True, metavar="T", help="the same")
    replay.add_argument("--reader", action="append", default=[], metavar="NAME=TOPIC,…", help="may be repeated")
    replay.add_argument("--every", type=_count, default=24, metavar="H", help="hours between briefings (default: 24)")
    replay.set_defaults(run=replaying.replay)
    for reader in (search, ask, records_of, stories, brief, replay):
        reader.add_argument("--json", action="store_true", help="JSON on stdout")


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
