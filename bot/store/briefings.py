"""Briefings: what became of each occurrence of a subscription."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Protocol

import sqlalchemy as sa

from bot.localtime import Occurrence
from bot.store import schema
from bot.store.rows import insert_missing, insert_new
from bot.store.subscriptions import Subscription
from index.stories.story import Briefing

# What was told longer ago than so many briefings may be told again.
_REMEMBERED = 5
_NOT_DELIVERED = ("expired", "dead", "unknown", "blocked", "cancelled")


@dataclasses.dataclass(frozen=True, slots=True)
class Missed:
    """A day without its briefing. `reason`: skipped (we were down), undelivered (it did not get through)."""

    day: date
    reason: str


@dataclasses.dataclass(frozen=True, slots=True)
class Remembered:
    """A briefing that a chat got; two of the same digest said the same."""

    briefing_id: int
    digest: str


class Made(Protocol):
    """A briefing, and its JSON as `written` makes it."""

    @property
    def briefing(self) -> Briefing: ...

    @property
    def row(self) -> dict[str, Any]: ...


def record_skipped(
    connection: sa.Connection, subscription: Subscription, occurrence: Occurrence, *, now: datetime
) -> None:
    """This occurrence is used up without a briefing."""
    values = _row(subscription, occurrence, now) | {"outcome": "skipped"}
    insert_missing(connection, schema.briefing, values)


def record_made(
    connection: sa.Connection,
    subscription: Subscription,
    occurrence: Occurrence,
    content: Made,
    *,
    now: datetime,
) -> int | None:
    """The id of the new briefing; None where this local date is used up already."""
    values = _row(subscription, occurrence, now) | {
        "outcome": "made",
        "since_at": content.briefing.since,
        "until_at": content.briefing.until,
        "content": content.row,
    }
    return insert_new(connection, schema.briefing, values)


def _remembered() -> sa.Select[int, str]:
    table, delivery = schema.briefing, schema.delivery
    sent = sa.exists().where(delivery.c.briefing_id == table.c.id, delivery.c.picture.is_(False))
    lost = sa.and_(sent, ~sent.where(delivery.c.state.not_in(_NOT_DELIVERED)))
    return (
        sa.select(table.c.id, table.c.content["digest"].as_string().label("digest"))
        .where(table.c.chat_id == sa.bindparam("chat"), table.c.outcome == "made", ~lost)
        .order_by(table.c.due_at.desc(), table.c.id.desc())
        .limit(_REMEMBERED)
    )


# Made once: for each of ten thousand briefings, to put it together took longer than to run it.
_REMEMBERED_ROWS = _remembered()


def remembered(connection: sa.Connection, chat_id: int) -> tuple[Remembered, ...]:
    """The latest briefings that got through to a chat, or may still, oldest first: what its next one builds on."""
    rows = connection.execute(_REMEMBERED_ROWS, {"chat": chat_id}).all()
    return tuple(Remembered(row.id, row.digest) for row in reversed(rows) if row.digest)


def contents(connection: sa.Connection, found: Sequence[Remembered]) -> list[dict[str, Any]]:
    """What briefings said, as JSON, in the given order."""
    table = schema.briefing
    query = sa.select(table.c.id, table.c.content).where(table.c.id.in_([one.briefing_id for one in found]))
    by_id = {row.id: row.content for row in connection.execute(query)}
    return [by_id[one.briefing_id] for one in found]


def written(content: Briefing) -> dict[str, Any]:
    """The briefing as JSON with a digest, by which chats that were told the same are known without reading it."""
    row = content.to_json()
    overview = None if content.overview is None else content.overview.to_json()
    return row | {"overview": overview, "digest": hashlib.sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()}


def missed_before(connection: sa.Connection, subscription_id: int, day: date) -> tuple[Missed, ...]:
    """The days before `day` that the subscriber has not been told of: those since the latest briefing made.

    That one is among them where none of its messages got through.
    """
    table = schema.briefing
    before = sa.and_(table.c.subscription_id == subscription_id, table.c.local_date < day)
    query = sa.select(table.c.id, table.c.local_date).where(before, table.c.outcome == "made")
    latest = connection.execute(query.order_by(table.c.local_date.desc()).limit(1)).first()
    skipped = sa.select(table.c.local_date).where(before, table.c.outcome == "skipped")
    if latest is not None:
        skipped = skipped.where(table.c.local_date > latest.local_date)
    days = connection.execute(skipped.order_by(table.c.local_date)).scalars()
    missed = [Missed(found, "skipped") for found in days]
    if latest is not None and _undelivered(connection, latest.id):
        missed.insert(0, Missed(latest.local_date, "undelivered"))
    return tuple(missed)


def citations_of(connection: sa.Connection, briefing_id: int, *, chat_id: int) -> list[dict[str, Any]] | None:
    """The citations of a briefing of this chat, as JSON; None where the chat has no such briefing."""
    table = schema.briefing
    query = sa.select(table.c.content).where(table.c.id == briefing_id, table.c.chat_id == chat_id)
    content = connection.execute(query).scalar_one_or_none()
    return None if content is None else list(content["citations"])


def briefing_content(connection: sa.Connection, briefing_id: int) -> dict[str, Any] | None:
    """What a briefing said, as JSON, whoever's it is: for admins, where it was reported to them."""
    content = connection.execute(sa.select(schema.briefing.c.content).where(schema.briefing.c.id == briefing_id))
    return content.scalar_one_or_none()


def language_of(connection: sa.Connection, chat_id: int) -> str | None:
    """The language that a chat's admins or its person chose, None where none is known."""
    query = sa.select(schema.chat.c.language).where(schema.chat.c.id == chat_id)
    return connection.execute(query).scalar_one_or_none()


def _undelivered(connection: sa.Connection, briefing_id: int) -> bool:
    delivery = schema.delivery
    said = sa.and_(delivery.c.briefing_id == briefing_id, delivery.c.picture.is_(False))
    states = connection.execute(sa.select(delivery.c.state).where(said))
    found = set(states.scalars())
    return bool(found) and found <= set(_NOT_DELIVERED)


def _row(subscription: Subscription, occurrence: Occurrence, now: datetime) -> dict[str, Any]:
    return {
        "subscription_id": subscription.id,
        "chat_id": subscription.chat_id,
        "local_date": occurrence.day,
        "due_at": occurrence.at,
        "made_at": now,
    }
