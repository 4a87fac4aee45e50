"""`sitrep source …`: the sources, as an operator changes them."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.config import Settings
from index import Index
from index.answers.answer import iso
from index.errors import InputError
from index.ingest.discovery import Inspection
from index.store.sources import Source


def add(args: argparse.Namespace, settings: Settings) -> None:
    with Index.open(settings.index) as corpus:
        inspection = corpus.inspect(args.url, kind=args.kind)
        if inspection.kind is None and inspection.offers:
            offered = ", ".join(offer.url for offer in inspection.offers[:5])
            raise InputError(f"that page is no source itself; add one that it offers: {offered}")
        source = corpus.ingest.add(inspection, name=args.name, now=_now())
    if inspection.doubt:
        print(f"note: {inspection.doubt.sentence}", file=sys.stderr)
    print(f"added {source.name} ({source.kind}): {source.url}")


def listing(args: argparse.Namespace, settings: Settings) -> None:
    with Index.open(settings.index) as corpus:
        sources = corpus.sources.list()
    if args.json:
        print(json.dumps([_row(source) for source in sources], ensure_ascii=False))
        return
    print("\n".join(_line(source) for source in sources) or "There are no sources; add one with sitrep source add URL.")


def remove(args: argparse.Namespace, settings: Settings) -> None:
    with Index.open(settings.index) as corpus:
        source = corpus.sources.find(args.url)
        corpus.sources.remove(source.id)
    print(f"removed {source.name}; its articles stay")


def test(args: argparse.Namespace, settings: Settings) -> None:
    with Index.open(settings.index) as corpus:
        inspection = corpus.inspect(args.url)
    if args.json:
        print(json.dumps(dataclasses.asdict(inspection), ensure_ascii=False, default=_plain))
    else:
        print(_preview(inspection))


def filter_source(args: argparse.Namespace, settings: Settings) -> None:
    lists = {"topics": args.topics, "keep_words": args.keep, "drop_words": args.drop}
    stated = {name: words for name, words in lists.items() if words is not None}
    with Index.open(settings.index) as corpus:
        source = corpus.sources.find(args.url)
        if stated:
            words = {
                name: tuple(one.strip() for one in text.split(",") if one.strip()) for name, text in stated.items()
            }
            corpus.sources.change(source.id, **words)
        now = corpus.sources.get(source.id) or source
    print(now.name)
    for label, held in (("topics", now.topics), ("keep", now.keep_words), ("drop", now.drop_words)):
        print(f"{label}: {', '.join(held) or '-'}")


def vouch(args: argparse.Namespace, settings: Settings) -> None:
    with Index.open(settings.index) as corpus:
        source = corpus.sources.find(args.url)
        sites = corpus.ingest.sites.vouch(source.url, args.sites, by="operator", now=_now(), name=source.name)
    print(f"{source.name} is vouched for; it speaks for {', '.join(sites)}")


def import_opml(args: argparse.Namespace, settings: Settings) -> None:
    try:
        document = Path(args.file).read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {args.file}: {error.strerror}") from error
    with Index.open(settings.index) as corpus:
        imported = corpus.ingest.import_opml(document, now=_now())
    print(f"{len(imported.added)} sources added, {imported.known} were there already")


def export_opml(args: argparse.Namespace, settings: Settings) -> None:
    with Index.open(settings.index) as corpus:
        document = corpus.ingest.export_opml()
    try:
        Path(args.file).write_bytes(document)
    except OSError as error:
        raise InputError(f"cannot write {args.file}: {error.strerror}") from error
    print(f"the sources are in {args.file}")


def _line(source: Source) -> str:
    seen = (
        "never read yet" if source.last_success_at is None else f"last read {source.last_success_at:%Y-%m-%d %H:%M} UTC"
    )
    state = source.health if source.state == "active" else source.state
    error = f"\n     {source.last_error}" if source.last_error and source.health != "ok" else ""
    return f"{source.id:>4} {source.name} ({source.kind}, {state}, {seen})\n     {source.url}{error}"


def _row(source: Source) -> dict[str, Any]:
    return {key: _plain(value) for key, value in dataclasses.asdict(source).items()}


def _preview(inspection: Inspection) -> str:
    """What is at an address, for a person."""
    if inspection.kind is None:
        lines = [f"{inspection.url} is no source itself."]
        lines += [f"It offers {offer.title or offer.kind}: {offer.url}" for offer in inspection.offers]
        return "\n".join(lines)
    lines = [f"{inspection.name or inspection.url}: a {inspection.kind} with {inspection.count} entries"]
    if inspection.language:
        lines.append(f"Language: {inspection.language}")
    if inspection.per_day is not None:
        lines.append(f"About {inspection.per_day:.1f} entries a day")
    if inspection.full_text is not None:
        lines.append("It gives whole articles" if inspection.full_text else "It gives summaries only")
    lines += [f"- {entry.title}" for entry in inspection.entries]
    if inspection.doubt:
        lines.append(inspection.doubt.sentence)
    return "\n".join(lines)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return iso(value)
    return value if isinstance(value, str | int | float | bool | list | dict | type(None)) else str(value)


def _now() -> datetime:
    return datetime.now(UTC)
