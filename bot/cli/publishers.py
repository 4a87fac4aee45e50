"""`sitrep publisher …`: what readers are told of publishers, as an operator writes it down."""

from __future__ import annotations

import argparse
import dataclasses
import json
from datetime import UTC, datetime

from bot.config import Settings
from index import Index
from index.answers.answer import iso
from index.profiles import FIELDS, Publisher


def listing(args: argparse.Namespace, settings: Settings) -> None:
    with Index.open(settings.index) as corpus:
        profiles = corpus.ingest.publishers.list()
    if args.json:
        rows = [dataclasses.asdict(one) | {"changed_at": one.changed_at and iso(one.changed_at)} for one in profiles]
        print(json.dumps(rows, ensure_ascii=False))
        return
    print("\n".join(_line(one) for one in profiles) or "Nothing is written down about any publisher.")


def describe(args: argparse.Namespace, settings: Settings) -> None:
    with Index.open(settings.index) as corpus:
        store = corpus.ingest.publishers
        print(_line(store.describe(args.name, args.field, args.value, by="operator", now=datetime.now(UTC))))


def _line(profile: Publisher) -> str:
    shown = {True: "yes", False: "no", None: "unknown"}
    fields = ((name.replace("_", "-"), getattr(profile, name)) for name in FIELDS)
    return f"{profile.name}: " + ", ".join(f"{name} {shown.get(value, value)}" for name, value in fields)
