"""What a run starts from, and what is read from its databases; each function runs in a process of its own."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bot.store import chats, schema, subscriptions
from index import Index
from index.store import schema as corpus
from index.store.database import Database
from index.store.sources import SourceStore
from tests.crash import invariants
from tests.crash.servers import BLOCKED_CHAT, CURSED_CHAT
from tests.crash.settings import Run
from tests.fakes import FakeEmbedder

_ZONES = ("UTC", "Europe/Kyiv", "Asia/Baghdad", "America/New_York", "Asia/Kathmandu")
_CHATS = [*range(1, 16), BLOCKED_CHAT]
assert CURSED_CHAT in _CHATS


def opened(run: Run) -> Database:
    return Database.open(run.database_url, Path(run.folder) / "data")


def prepare(run: Run) -> None:
    with Index.open(run.index_settings(), embedder=FakeEmbedder()) as index:
        database = index.database
        # From the tables themselves, not by migration: a seeded bug may be in them.
        with database.engine.begin() as connection:
            schema.metadata.create_all(connection)
        sources = SourceStore(database)
        for number, url in enumerate(run.site_urls):
            sources.add(f"{url}/feed", name=f"site {number}", kind="feed", language="en", now=run.poll_clock())
    now = run.people_clock()

    def people(connection: sa.Connection) -> None:
        for number, chat_id in enumerate(_CHATS):
            chats.ensure_chat(connection, chat_id, kind="private", now=now)
            zone = _ZONES[number % len(_ZONES)]
            subscriptions.add_subscription(connection, chat_id, minute=number * 37 % 1440, zone=zone, now=now)

    database = opened(run)
    database.transact(people)
    database.close()


def meanwhile(run: Run) -> list[str]:
    """Checks that hold at any moment."""
    database = opened(run)
    found = invariants.delivered(database, run.receipts, settled=False)
    found += invariants.scheduled(database) + invariants.ingested(database)
    database.close()
    return found


def final(run: Run, listing: dict[str, str]) -> list[str]:
    """Checks once everything has come to its end."""
    database = opened(run)
    found = invariants.delivered(database, run.receipts, settled=True)
    found += invariants.scheduled(database) + invariants.ingested(database)
    acknowledged = run.acknowledged.read_text().split() if run.acknowledged.exists() else []
    found += invariants.complete(database, listing, acknowledged)
    database.close()
    return found


def open_ends(run: Run, listing: dict[str, str]) -> str:
    """What is still under way; empty when nothing is."""
    database = opened(run)
    delivery, revision = schema.delivery, corpus.revision
    with database.read() as connection:
        sending = _count(connection, delivery, delivery.c.state.in_(("pending", "sending")))
        pending = _count(connection, revision, revision.c.state == "pending")
    lacking = len(invariants.complete(database, listing, ()))
    database.close()
    ends = {"deliveries": sending, "revisions": pending, "articles": lacking}
    return ", ".join(f"{number} {name}" for name, number in ends.items() if number)


def figures(run: Run) -> dict[str, Any]:
    """How much happened: a harness under which nothing happens proves nothing."""
    database = opened(run)
    delivery = schema.delivery
    with database.read() as connection:
        states = Counter(connection.execute(sa.select(delivery.c.state)).scalars())
        unknown = connection.execute(sa.select(sa.func.sum(delivery.c.unknown_outcomes))).scalar_one()
        outcomes = Counter(connection.execute(sa.select(schema.briefing.c.outcome)).scalars())
        revisions = _count(connection, corpus.revision)
        passages = _count(connection, corpus.passage)
    database.close()
    copies = Counter((r["chat_id"], r["text"]) for r in invariants.read_receipts(run.receipts))
    errors = Path(run.folder) / "errors"
    heads = [line for line in errors.read_text().splitlines() if line[:4] == "--- "] if errors.exists() else []
    ticks = Counter(f"{line.split()[1]} {line.split()[3]}" for line in heads)
    return {
        "deliveries": dict(states),
        "unknown_outcomes": int(unknown or 0),
        "accepted": sum(copies.values()),
        "second_copies": sum(number - 1 for number in copies.values()),
        "briefings": dict(outcomes),
        "revisions": revisions,
        "passages": passages,
        "errors_of_ticks": dict(ticks),
        "an_error": heads[0][:400] if heads else "",
    }


def idle(figures: dict[str, Any], points: int) -> list[str]:
    """What should have happened in so many kills and did not; and errors that are mistakes of the code."""
    least = {"accepted": points // 2, "second_copies": points // 100, "revisions": points // 10}
    found = [f"only {figures[name]} {name}" for name, number in least.items() if figures[name] < number]
    errors = figures["errors_of_ticks"].items()
    return found + [f"{number} times {error}" for error, number in errors if _MISTAKE.match(error)]


_MISTAKE = re.compile(r"\w+ (Type|Attribute|Name|Key|Index|Value|Assertion|UnboundLocal)Error:")


def _count(connection: sa.Connection, table: sa.Table, *where: sa.ColumnElement[bool]) -> int:
    counted = sa.select(sa.func.count()).select_from(table).where(*where)
    return int(connection.execute(counted).scalar_one())
