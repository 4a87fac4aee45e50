"""Subscriptions: which briefing a chat gets, at which minute of the day, in which zone."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.localtime import ALL_DAYS, APART, Occurrence, changed_occurrence, next_occurrence
from bot.store import schema
from bot.store.pauses import topic_is_open
from index.errors import InputError
from index.store import leases

_MOST = 20
# No next occurrence is farther away than two days (a zone that skips a date, and a change of zone), and of some days of
# the week no farther than a week more.
_FAR, _A_WEEK = timedelta(hours=50), timedelta(days=7)


@dataclasses.dataclass(frozen=True, slots=True)
class Subscription:
    """A briefing for a chat, on the weekdays of `days`. `due` is its next occurrence; no topics means everything."""

    id: int
    chat_id: int
    thread_id: int | None
    minute: int
    zone: str
    topics: tuple[str, ...]
    due: Occurrence
    covered_until_at: datetime | None
    created_at: datetime
    days: int = ALL_DAYS


def add_subscription(
    connection: sa.Connection,
    chat_id: int,
    *,
    minute: int,
    zone: str,
    topics: Sequence[str] = (),
    thread_id: int | None = None,
    days: int = ALL_DAYS,
    made_by: int | None = None,
    now: datetime,
) -> Subscription:
    """Subscribe a chat that exists; asking twice changes nothing. Raises InputError at the limit."""
    connection.execute(sa.select(schema.chat.c.id).where(schema.chat.c.id == chat_id).with_for_update())
    existing = list_subscriptions(connection, chat_id)
    wanted = (minute, zone, tuple(topics), thread_id, days)
    for known in existing:
        if (known.minute, known.zone, known.topics, known.thread_id, known.days) == wanted:
            return known
    if len(existing) >= _MOST:
        raise InputError(f"A chat can have {_MOST} subscriptions. Remove one first.", code="too_many")
    due = next_occurrence(minute, zone, now, days=days)
    values = {
        "chat_id": chat_id,
        "thread_id": thread_id,
        "minute": minute,
        "zone": zone,
        "topics": list(topics),
        "days": days,
        "made_by": made_by,
    }
    statement = sa.insert(schema.subscription).values(**values, created_at=now, due_at=due.at, due_date=due.day)
    row = connection.execute(statement.returning(*schema.subscription.c)).one()
    return subscription_of(row)


def list_subscriptions(connection: sa.Connection, chat_id: int) -> list[Subscription]:
    """The active subscriptions of a chat, earliest in the day first."""
    table = schema.subscription
    query = sa.select(table).where(table.c.chat_id == chat_id, table.c.state == "active")
    return [subscription_of(row) for row in connection.execute(query.order_by(table.c.minute, table.c.id))]


def remove_subscription(connection: sa.Connection, chat_id: int, subscription_id: int) -> bool:
    """End a subscription of this chat; whether there was one. What it has queued is not sent any more."""
    table, delivery, briefing = schema.subscription, schema.delivery, schema.briefing
    ended = connection.execute(
        sa.update(table)
        .where(table.c.id == subscription_id, table.c.chat_id == chat_id, table.c.state == "active")
        .values(state="ended", lease_owner=None, lease_until_at=None)
    )
    own = sa.select(briefing.c.id).where(briefing.c.subscription_id == subscription_id, briefing.c.chat_id == chat_id)
    connection.execute(
        sa.update(delivery)
        .where(delivery.c.briefing_id.in_(own), delivery.c.state.in_(("pending", "blocked")))
        .values(state="cancelled", lease_owner=None, lease_until_at=None)
    )
    return ended.rowcount == 1


def change_subscription(
    connection: sa.Connection,
    chat_id: int,
    subscription_id: int,
    *,
    minute: int | None = None,
    zone: str | None = None,
    topics: Sequence[str] | None = None,
    now: datetime,
) -> Subscription | None:
    """Change what is given; None where this chat has no such subscription.

    The next occurrence follows `changed_occurrence`: no local date is doubled and none is lost. A briefing
    that is being made at this moment loses its lease, so it can not write an old due time over the new one.
    """
    table = schema.subscription
    mine = sa.and_(table.c.id == subscription_id, table.c.chat_id == chat_id, table.c.state == "active")
    row = connection.execute(sa.select(table).where(mine).with_for_update()).first()
    if row is None:
        return None
    before = subscription_of(row)
    new_minute = before.minute if minute is None else minute
    new_zone = before.zone if zone is None else zone
    due = before.due
    if (new_minute, new_zone) != (before.minute, before.zone):
        last = last_occurrence(connection, subscription_id)
        due = changed_occurrence(new_minute, new_zone, pending=before.due, last=last, now=now, days=before.days)
    values = {
        "minute": new_minute,
        "zone": new_zone,
        "topics": list(before.topics if topics is None else topics),
        "due_at": due.at,
        "due_date": due.day,
        "lease_owner": None,
        "lease_until_at": None,
    }
    statement = sa.update(table).where(mine).values(**values).returning(*table.c)
    return subscription_of(connection.execute(statement).one())


def set_zone(connection: sa.Connection, chat_id: int, zone: str, *, now: datetime) -> list[Subscription]:
    """The chat's zone, and that of all its subscriptions; the subscriptions as they are now.

    Where the zone was only assumed before, one that has not been due yet begins anew: its hour was never UTC's.
    """
    chat = schema.chat
    known = connection.execute(sa.select(chat.c.zone).where(chat.c.id == chat_id)).scalar_one_or_none()
    connection.execute(sa.update(chat).where(chat.c.id == chat_id).values(zone=zone))
    for subscription in list_subscriptions(connection, chat_id):
        change_subscription(connection, chat_id, subscription.id, zone=zone, now=now)
        if known is None and last_occurrence(connection, subscription.id) is None:
            _begin_anew(
                connection, subscription.id, next_occurrence(subscription.minute, zone, now, days=subscription.days)
            )
    return list_subscriptions(connection, chat_id)


def _begin_anew(connection: sa.Connection, subscription_id: int, due: Occurrence) -> None:
    table = schema.subscription
    change = sa.update(table).where(table.c.id == subscription_id)
    connection.execute(change.values(due_at=due.at, due_date=due.day))


def lease_due(
    connection: sa.Connection, *, owner: str, now: datetime, duration: timedelta, limit: int
) -> list[Subscription]:
    """Lease subscriptions whose moment has come and whose chat can be written to, longest due first."""
    table, chat = schema.subscription, schema.chat
    active = sa.exists().where(chat.c.id == table.c.chat_id, chat.c.state == "active")
    rows = leases.lease(
        connection,
        table,
        due=sa.and_(table.c.state == "active", table.c.due_at <= now, active, topic_is_open(table)),
        order=(table.c.due_at, table.c.id),
        owner=owner,
        now=now,
        duration=duration,
        limit=limit,
    )
    return sorted((subscription_of(row) for row in rows), key=lambda found: (found.due.at, found.id))


def advance(
    connection: sa.Connection, subscription_id: int, *, owner: str, due: Occurrence, values: dict[str, Any]
) -> bool:
    """Set the next occurrence and give the row back; False, and nothing written, where the lease was lost."""
    row = {**values, "due_at": due.at, "due_date": due.day}
    return leases.release(connection, schema.subscription, subscription_id, owner=owner, values=row)


def release_all(connection: sa.Connection, *, owner: str) -> None:
    """Give back what this owner leased."""
    table = schema.subscription
    mine = sa.update(table).where(table.c.lease_owner == owner)
    connection.execute(mine.values(lease_owner=None, lease_until_at=None))


def bring_back(connection: sa.Connection, *, now: datetime) -> int:
    """Make due again what a clock that ran ahead pushed days into the future; how many."""
    table, briefing = schema.subscription, schema.briefing
    daily = table.c.days == ALL_DAYS
    beyond = sa.or_(sa.and_(daily, table.c.due_at > now + _FAR), table.c.due_at > now + _FAR + _A_WEEK)
    far = sa.and_(table.c.state == "active", beyond)
    moved = 0
    for row in connection.execute(sa.select(table).where(far).with_for_update(skip_locked=True)).all():
        own = briefing.c.subscription_id == row.id
        # What was skipped in a future that did not come is not used up.
        unreal = sa.and_(own, briefing.c.outcome == "skipped", briefing.c.made_at > now)
        connection.execute(sa.delete(briefing).where(unreal))
        dates = set(connection.execute(sa.select(briefing.c.local_date).where(own)).scalars())
        due = next_occurrence(row.minute, row.zone, max(row.created_at, now - APART), days=row.days)
        while due.day in dates:
            due = next_occurrence(row.minute, row.zone, due.at, last=due, days=row.days)
        if due.at < row.due_at:
            moved += 1
            change = sa.update(table).where(table.c.id == row.id)
            connection.execute(change.values(due_at=due.at, due_date=due.day))
    return moved


def last_occurrence(connection: sa.Connection, subscription_id: int) -> Occurrence | None:
    """The latest occurrence that is used up, whether a briefing was made of it or it was skipped."""
    table = schema.briefing
    query = sa.select(table.c.due_at, table.c.local_date).where(table.c.subscription_id == subscription_id)
    row = connection.execute(query.order_by(table.c.local_date.desc()).limit(1)).first()
    return None if row is None else Occurrence(row.due_at, row.local_date)


def subscription_of(row: sa.Row[Any]) -> Subscription:
    """A row of the table as the record."""
    return Subscription(
        id=row.id,
        chat_id=row.chat_id,
        thread_id=row.thread_id,
        minute=row.minute,
        zone=row.zone,
        topics=tuple(row.topics),
        due=Occurrence(row.due_at, row.due_date),
        covered_until_at=row.covered_until_at,
        created_at=row.created_at,
        days=row.days,
    )
