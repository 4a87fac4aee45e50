"""What chats want to hear of at once, and the alerts that they got."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.store import schema
from bot.store.rows import insert_new
from index.errors import InputError
from index.store import leases

MOST_WATCHED = 20


@dataclasses.dataclass(frozen=True, slots=True)
class Watch:
    """A topic that a chat is alerted about when at least so many independent `origins` report on it."""

    id: int
    chat_id: int
    thread_id: int | None
    topic: str
    origins: int
    created_at: datetime
    looked_at: datetime | None


@dataclasses.dataclass(frozen=True, slots=True)
class Alert:
    """The message about a story that a chat got, as it stands: `content` is a briefing of one story, as JSON."""

    id: int
    story_id: str
    day: date
    changed_at: datetime
    content: dict[str, Any]
    delivery_id: int | None
    # The origins that it was made for, and whether it still counts towards the day's alerts.
    origins: int = 1
    counts: bool = True


def put_watch(
    connection: sa.Connection, chat_id: int, topic: str, *, origins: int, thread_id: int | None, now: datetime
) -> Watch:
    """Watch a topic for a chat that exists; one that it watches gets the new number. Raises InputError at the limit."""
    table = schema.watch
    held = list_watches(connection, chat_id)
    same = next((one for one in held if one.topic.casefold() == topic.casefold()), None)
    if same is not None:
        change = sa.update(table).where(table.c.id == same.id).values(origins=origins, looked_at=None)
        return _watch(connection.execute(change.returning(*table.c)).one())
    if len(held) >= MOST_WATCHED:
        raise InputError(f"A chat can watch {MOST_WATCHED} topics. Stop one first.", code="too_many_topics")
    values = {"chat_id": chat_id, "thread_id": thread_id, "topic": topic, "origins": origins}
    statement = sa.insert(table).values(**values, created_at=now, due_at=now)
    return _watch(connection.execute(statement.returning(*table.c)).one())


def list_watches(connection: sa.Connection, chat_id: int) -> list[Watch]:
    """What a chat watches, in the order in which it began to."""
    table = schema.watch
    rows = connection.execute(sa.select(table).where(table.c.chat_id == chat_id).order_by(table.c.id))
    return [_watch(row) for row in rows]


def remove_watch(connection: sa.Connection, chat_id: int, watch_id: int) -> bool:
    """Stop watching a topic of this chat; whether it did."""
    table = schema.watch
    mine = sa.delete(table).where(table.c.id == watch_id, table.c.chat_id == chat_id)
    return connection.execute(mine).rowcount == 1


def lease_due(connection: sa.Connection, *, owner: str, now: datetime, duration: timedelta, limit: int) -> list[Watch]:
    """Lease watches that are due to be looked at and whose chat can be written to, longest due first."""
    table, chat = schema.watch, schema.chat
    active = sa.exists().where(chat.c.id == table.c.chat_id, chat.c.state == "active")
    rows = leases.lease(
        connection,
        table,
        due=sa.and_(table.c.due_at <= now, active),
        order=(table.c.due_at, table.c.id),
        owner=owner,
        now=now,
        duration=duration,
        limit=limit,
    )
    return sorted((_watch(row) for row in rows), key=lambda found: found.id)


def advance(connection: sa.Connection, watch_id: int, *, owner: str, due_at: datetime) -> bool:
    """Set when to look again and give the row back; False, and nothing written, where the lease was lost."""
    return leases.release(connection, schema.watch, watch_id, owner=owner, values={"due_at": due_at})


def mark_looked(connection: sa.Connection, watch_id: int, state: datetime) -> None:
    """All is told of the stories as they were in this state."""
    table = schema.watch
    connection.execute(sa.update(table).where(table.c.id == watch_id).values(looked_at=state))


def release_all(connection: sa.Connection, *, owner: str) -> None:
    """Give back what this owner leased."""
    table = schema.watch
    mine = sa.update(table).where(table.c.lease_owner == owner)
    connection.execute(mine.values(lease_owner=None, lease_until_at=None))


def bring_back(connection: sa.Connection, *, latest: datetime) -> None:
    """Make due at `latest` what a clock that ran ahead pushed beyond it."""
    table = schema.watch
    connection.execute(sa.update(table).where(table.c.due_at > latest).values(due_at=latest))


def record_alert(
    connection: sa.Connection,
    chat_id: int,
    story_id: str,
    *,
    day: date,
    content: dict[str, Any],
    origins: int = 1,
    now: datetime,
) -> int | None:
    """The id of the new alert; None where the chat has one about this story."""
    values = {"chat_id": chat_id, "story_id": story_id, "day": day, "content": content, "origins": origins}
    return insert_new(connection, schema.alert, values | {"made_at": now, "changed_at": now})


def update_alert(connection: sa.Connection, alert_id: int, **values: Any) -> None:
    table = schema.alert
    connection.execute(sa.update(table).where(table.c.id == alert_id).values(**values))


def count_alerts(connection: sa.Connection, chat_id: int, *, day: date) -> tuple[int, int]:
    """How many alerts of a chat count on a day, and how many it got in all. Its row is locked until the transaction
    ends: nobody adds one meanwhile."""
    chat, table = schema.chat, schema.alert
    connection.execute(sa.select(chat.c.id).where(chat.c.id == chat_id).with_for_update())
    query = sa.select(table.c.counts).where(table.c.chat_id == chat_id, table.c.day == day)
    given = list(connection.execute(query).scalars())
    return sum(given), len(given)


def list_alerts(connection: sa.Connection, chat_id: int, *, since: datetime) -> list[Alert]:
    """The alerts that a chat got since then, the earliest first."""
    table = schema.alert
    query = sa.select(table).where(table.c.chat_id == chat_id, table.c.made_at >= since).order_by(table.c.id)
    return [
        Alert(row.id, row.story_id, row.day, row.changed_at, row.content, row.delivery_id, row.origins, row.counts)
        for row in connection.execute(query)
    ]


def citations_of_alert(connection: sa.Connection, alert_id: int, *, chat_id: int) -> list[dict[str, Any]]:
    """The citations of an alert of this chat, as JSON; none where the chat has no such alert."""
    table = schema.alert
    query = sa.select(table.c.content).where(table.c.id == alert_id, table.c.chat_id == chat_id)
    content = connection.execute(query).scalar_one_or_none()
    return [] if content is None else list(content["citations"])


def forget_alerts(connection: sa.Connection, *, before: datetime) -> int:
    """Drop alerts that were last changed before then; how many."""
    table = schema.alert
    return connection.execute(sa.delete(table).where(table.c.changed_at < before)).rowcount


def _watch(row: sa.Row[Any]) -> Watch:
    return Watch(row.id, row.chat_id, row.thread_id, row.topic, row.origins, row.created_at, row.looked_at)
