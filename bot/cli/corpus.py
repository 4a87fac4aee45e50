"""`sitrep import`, `poll`, `index`, `reindex`, `stats`, `backup` and `restore`."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from tqdm import tqdm

from bot.cli.lines import read_articles
from bot.config import Settings
from index import Index


def import_articles(args: argparse.Namespace, settings: Settings) -> None:
    articles = read_articles(args.file, now=datetime.now(UTC))
    with Index.open(settings.index) as corpus:
        added = corpus.save(articles)
        waiting = corpus.pending()
    print(f"{added.new} new, {added.revised} revised, {added.unchanged} unchanged", file=sys.stderr)
    if waiting:
        print(f"{waiting} to index: run sitrep index", file=sys.stderr)


def poll(_args: argparse.Namespace, settings: Settings) -> None:
    with Index.open(settings.index) as corpus:
        report = corpus.poll()
    print(
        f"{report.polled} sources read: {report.new} new articles, {report.revised} revised, "
        f"{report.withdrawn} withdrawn"
    )
    for name, why in report.errors:
        print(f"{name}: {why}", file=sys.stderr)


def index_pending(args: argparse.Namespace, settings: Settings) -> None:
    with Index.open(settings.index) as corpus, _progress("indexing") as progress:
        if args.again:
            corpus.try_again()
        done = corpus.index_pending(progress=progress)
    print(f"{done} articles indexed", file=sys.stderr)


def reindex(_args: argparse.Namespace, settings: Settings) -> None:
    with Index.open(settings.index) as corpus, _progress("rebuilding") as progress:
        corpus.rebuild(progress=progress)


def stats(args: argparse.Namespace, settings: Settings) -> None:
    with Index.open(settings.index) as corpus:
        figures = dataclasses.asdict(corpus.stats())
    if args.json:
        print(json.dumps(figures, default=str))
        return
    for name, value in figures.items():
        print(f"{name.replace('_', ' '):<24} {'none' if value is None else value}")


def backup(args: argparse.Namespace, settings: Settings) -> None:
    with Index.open(settings.index) as corpus:
        corpus.backup(args.file)
    print(f"the database is saved in {args.file}", file=sys.stderr)


def restore(args: argparse.Namespace, settings: Settings) -> None:
    Index.restore(settings.index, args.file)
    print(f"restored from {args.file}; the vector index is rebuilt at the next start", file=sys.stderr)


@contextmanager
def _progress(verb: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on stderr, as a function of (done, total)."""
    with tqdm(desc=verb, unit=" articles", disable=not sys.stderr.isatty()) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield show
