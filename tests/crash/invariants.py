"""What must hold after any kill: promises I1 and I2, read from SQL and from the server's own log of receipts.

Each function returns violations as sentences; an empty list is a pass.
"""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bot.localtime import next_occurrence
from bot.store import schema as people
from index.store import schema as corpus
from index.store.database import Database
from tests.crash.roles import part_text

_MOST_RESENDS = 2
_UNSENT = {"expired", "blocked", "unknown", "cancelled", "dead"}


def read_receipts(path: Path) -> list[dict[str, Any]]:
    """The messages that the server accepted, in its order; the last line may be half written."""
    found = []
    for line in path.read_text().splitlines():
        try:
            receipt = json.loads(line)
        except ValueError:
            continue
        if receipt["method"] == "sendMessage" and receipt["accepted"]:
            found.append(receipt)
    return found


def delivered(database: Database, log: Path, *, settled: bool) -> list[str]:
    """I1: copies of each message against what its row says, and each briefing's parts."""
    receipts = read_receipts(log)
    copies = Counter((receipt["chat_id"], receipt["text"]) for receipt in receipts)
    with database.read() as connection:
        rows = list(connection.execute(sa.select(people.delivery)))
    # What was accepted before the rows were read must be in them; what they say was sent, in what was accepted since.
    arrived = {(receipt["chat_id"], receipt["text"]) for receipt in read_receipts(log)}
    found = [
        f"delivery {row.id} (sent, {row.unknown_outcomes} unknown) never arrived"
        for row in rows
        if row.state == "sent" and (row.chat_id, part_text(row.briefing_id, row.part)) not in arrived
    ]
    found += [trouble for row in rows for trouble in _delivery(row, copies, settled=settled)]
    known = {(row.chat_id, part_text(row.briefing_id, row.part)) for row in rows}
    found += [f"chat {chat} got {text!r}, which has no row" for chat, text in copies if (chat, text) not in known]
    return found + _order(receipts)


def _delivery(row: sa.Row[Any], copies: Mapping[tuple[int, str], int], *, settled: bool) -> Iterable[str]:
    number = copies[row.chat_id, part_text(row.briefing_id, row.part)]
    # A row that is being sent right now may be one unknown outcome ahead of its record.
    doubtful = row.unknown_outcomes + (row.state == "sending" and not settled)
    allowed = 1 + min(doubtful, _MOST_RESENDS)
    what = f"delivery {row.id} ({row.state}, {row.unknown_outcomes} unknown)"
    if number > allowed:
        yield f"{what} was accepted {number} times, at most {allowed} allowed"
    if row.unknown_outcomes > _MOST_RESENDS + 1:
        yield f"{what} was sent again more often than {_MOST_RESENDS} times"
    if settled and number == 0 and row.state not in _UNSENT | {"sent"}:
        yield f"{what} was lost"
    if settled and row.state == "dead":
        yield f"{what} was given up though the server never refused it for good"


def _order(receipts: list[dict[str, Any]]) -> list[str]:
    firsts: dict[tuple[int, int], list[int]] = {}
    for receipt in receipts:
        match = re.fullmatch(r"briefing (\d+) part (\d+)", receipt["text"])
        if match:
            parts = firsts.setdefault((receipt["chat_id"], int(match[1])), [])
            if int(match[2]) not in parts:
                parts.append(int(match[2]))
    return [f"briefing {key[1]} arrived as parts {parts}" for key, parts in firsts.items() if parts != sorted(parts)]


def scheduled(database: Database) -> list[str]:
    """Promise 6: each local date of a subscription is used exactly once, and a briefing is whole."""
    found = []
    with database.read() as connection:
        briefings = list(connection.execute(sa.select(people.briefing).order_by(people.briefing.c.local_date)))
        parts: dict[int, list[sa.Row[Any]]] = {}
        for row in connection.execute(sa.select(people.delivery)):
            parts.setdefault(row.briefing_id, []).append(row)
        subscriptions = list(connection.execute(sa.select(people.subscription)))
    dates: dict[int, list[Any]] = {}
    for row in briefings:
        dates.setdefault(row.subscription_id, []).append(row.local_date)
        own = parts.get(row.id, [])
        whole = sorted(part.part for part in own) == list(range(1, own[0].parts + 1)) if own else False
        if row.outcome == "made" and not whole:
            found.append(f"briefing {row.id} has {len(own)} messages queued")
        if row.outcome == "skipped" and own:
            found.append(f"briefing {row.id} was skipped and has messages")
    for row in subscriptions:
        days = dates.get(row.id, [])
        first = next_occurrence(row.minute, row.zone, row.created_at).day
        if days != [first + timedelta(days=n) for n in range(len(days))]:
            found.append(f"subscription {row.id} has dates lost or doubled: {len(days)} from {first}")
        if row.due_date != first + timedelta(days=len(days)):
            found.append(f"subscription {row.id} is due {row.due_date} after {len(days)} days from {first}")
    return found


def ingested(database: Database) -> list[str]:
    """I2 at any moment: no half article, no half revision, nothing twice."""
    found = []
    with database.read() as connection:
        doubled = connection.execute(
            sa.select(corpus.article.c.url_key).group_by(corpus.article.c.url_key).having(sa.func.count() > 1)
        )
        found += [f"article {row.url_key} is stored twice" for row in doubled]
        articles = set(connection.execute(sa.select(corpus.article.c.id)).scalars())
        revisions: dict[str, list[sa.Row[Any]]] = {}
        for row in connection.execute(sa.select(corpus.revision).order_by(corpus.revision.c.number)):
            revisions.setdefault(row.article_id, []).append(row)
        passages: dict[int, list[sa.Row[Any]]] = {}
        for row in connection.execute(sa.select(corpus.passage)):
            passages.setdefault(row.revision_id, []).append(row)
    found += [f"article {one} has no text" for one in articles - revisions.keys()]
    for article, own in revisions.items():
        if [row.number for row in own] != list(range(1, len(own) + 1)):
            found.append(f"article {article} has revisions {[row.number for row in own]}")
        if any(a.text_hash == b.text_hash for a, b in itertools.pairwise(own)):
            found.append(f"article {article} has one text twice")
        if sum(row.state == "indexed" for row in own) > 1:
            found.append(f"article {article} is searchable in two revisions")
        for row in own:
            found += _revision(row, passages.get(row.id, []))
    return found


def _revision(row: sa.Row[Any], passages: list[sa.Row[Any]]) -> Iterable[str]:
    live = [passage for passage in passages if passage.live]
    if row.state == "indexed":
        ordinals = sorted(passage.ordinal for passage in live)
        reaches = max((passage.end_ for passage in live), default=0)
        if ordinals != list(range(len(ordinals))) or reaches < len(row.text.rstrip()):
            yield f"revision {row.id} is indexed in part: passages {ordinals} to {reaches} of {len(row.text)}"
        if any(len(passage.embedding) != 64 * 4 for passage in live):
            yield f"revision {row.id} has a passage without its embedding"
    elif live:
        yield f"revision {row.id} is {row.state} and has {len(live)} searchable passages"


def complete(database: Database, listing: Mapping[str, str], acknowledged: Iterable[str]) -> list[str]:
    """I2 in the end: everything published and everything acknowledged is there, in its last state, and indexed."""
    article, revision = corpus.article, corpus.revision
    with database.read() as connection:
        joined = sa.select(article.c.url, revision.c.text, revision.c.state, revision.c.number).join(
            revision, revision.c.article_id == article.c.id
        )
        latest = {row.url: row for row in connection.execute(joined.order_by(revision.c.number))}
    found = [f"{url} was acknowledged and is gone" for url in set(acknowledged) if url not in latest]
    for url, text in listing.items():
        row = latest.get(url)
        if row is None:
            found.append(f"{url} was published and never came in")
        elif text not in row.text:
            found.append(f"{url} is not in its last state")
    return found + [f"{url} is {row.state}" for url, row in latest.items() if row.state != "indexed"]
