"""Chats and topics that can not be written to: why, since when, and when it is tried again.

A pause ends when anything gets through. Until then it is tried at growing intervals, for ever: nobody is given up on.
"""

from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.store import schema
from bot.store.bans import is_banned
from bot.store.rows import insert_missing

# The general topic of a forum has no number.
GENERAL = 0
BANNED = "banned"
# What only a person undoes, who has closed the door themselves: Telegram tells when they open it, mostly.
_BY_A_PERSON = frozenset({"blocked", "deactivated", "never_started", "kicked"})
_SOON = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1), timedelta(days=3), timedelta(days=7))
_LATER = (timedelta(days=1), timedelta(days=3), timedelta(days=7), timedelta(days=14), timedelta(days=30))


@dataclasses.dataclass(frozen=True, slots=True)
class Pause:
    """Why nothing is sent to a chat, or to one `thread_id` of it, since when, and when one more try is made."""

    thread_id: int | None
    reason: str
    since_at: datetime
    retry_at: datetime | None


def wait_before(tries: int, reason: str) -> timedelta:
    """How long after the `tries`-th vain try the next one is made. Pure."""
    waits = _LATER if reason in _BY_A_PERSON else _SOON
    return waits[min(max(tries, 1), len(waits)) - 1]


def pause_chat(connection: sa.Connection, chat_id: int, *, reason: str, now: datetime) -> bool:
    """Nothing more is sent to this chat for a while; what waits for it is kept until then or until it expires. Whether
    the pause is new."""
    chat, delivery = schema.chat, schema.delivery
    query = sa.select(chat.c.state, chat.c.tries).where(chat.c.id == chat_id).with_for_update()
    row = connection.execute(query).first()
    if row is not None and row.state == "active":
        retry_at = None if reason == BANNED else now + wait_before(row.tries + 1, reason)
        values = {"state": "paused", "paused_reason": reason, "paused_at": now, "retry_at": retry_at}
        change = sa.update(chat).where(chat.c.id == chat_id)
        connection.execute(change.values(**values, tries=row.tries + 1))
    connection.execute(
        sa.update(delivery)
        .where(delivery.c.chat_id == chat_id, delivery.c.state == "pending")
        .values(state="blocked", last_error_code=reason, lease_owner=None, lease_until_at=None)
    )
    return row is not None and row.state == "active" and row.tries == 0


def pause_topic(connection: sa.Connection, chat_id: int, thread_id: int | None, *, reason: str, now: datetime) -> None:
    """As `pause_chat`, for one topic of a forum; the rest of it goes on."""
    table, delivery, number = schema.topic_pause, schema.delivery, thread_id or GENERAL
    if connection.execute(sa.select(schema.chat.c.id).where(schema.chat.c.id == chat_id)).first() is None:
        return
    new = {"chat_id": chat_id, "thread_id": number, "reason": reason, "paused_at": now}
    insert_missing(connection, table, {**new, "retry_at": None, "tries": 0})
    here = table.c.chat_id == chat_id, table.c.thread_id == number
    row = connection.execute(sa.select(table).where(*here).with_for_update()).one()
    if row.retry_at is None:
        values = {"reason": reason, "retry_at": now + wait_before(row.tries + 1, reason), "tries": row.tries + 1}
        connection.execute(sa.update(table).where(*here).values(values))
    connection.execute(
        sa.update(delivery)
        .where(_of_topic(delivery, chat_id, number), delivery.c.state == "pending")
        .values(state="blocked", last_error_code=reason, lease_owner=None, lease_until_at=None)
    )


def resume_chat(connection: sa.Connection, chat_id: int, *, now: datetime) -> bool:
    """Send to this chat again, first what waited for it; whether it had been paused. A banned one stays paused."""
    if is_banned(connection, chat_id):
        return False
    resumed = _activate(connection, (chat_id,), now=now, tries=0)
    return resumed == 1


def reached(connection: sa.Connection, chat_id: int, thread_id: int | None, *, now: datetime) -> None:
    """Something got through: what held this chat and this topic back is over, and forgotten."""
    chat, topic = schema.chat, schema.topic_pause
    troubled = chat.c.id == chat_id, sa.or_(chat.c.state == "paused", chat.c.tries > 0)
    row = connection.execute(sa.select(chat.c.state, chat.c.tries).where(*troubled)).first()
    if row is not None and not is_banned(connection, chat_id):
        _activate(connection, (chat_id,), now=now, tries=0)
        connection.execute(sa.update(chat).where(chat.c.id == chat_id).values(tries=0))
    here = topic.c.chat_id == chat_id, topic.c.thread_id == (thread_id or GENERAL)
    if connection.execute(sa.delete(topic).where(*here)).rowcount:
        _release(connection, _of_topic(schema.delivery, chat_id, thread_id or GENERAL), now=now)


def is_troubled(connection: sa.Connection, chat_id: int) -> bool:
    """Whether `reached` would change anything."""
    chat, topic = schema.chat, schema.topic_pause
    troubled = chat.c.id == chat_id, sa.or_(chat.c.state == "paused", chat.c.tries > 0)
    found = sa.exists().where(*troubled), sa.exists().where(topic.c.chat_id == chat_id)
    return bool(connection.execute(sa.select(sa.or_(*found))).scalar_one())


def try_again(connection: sa.Connection, *, now: datetime) -> int:
    """Let the next message to each chat and topic whose time has come find out; how many. They stay on trial until one
    gets through."""
    chat, topic = schema.chat, schema.topic_pause
    due = chat.c.state == "paused", chat.c.retry_at <= now
    ids = tuple(connection.execute(sa.select(chat.c.id).where(*due)).scalars())
    tried = _activate(connection, ids, now=now) if ids else 0
    for row in connection.execute(sa.select(topic).where(topic.c.retry_at <= now)).all():
        here = topic.c.chat_id == row.chat_id, topic.c.thread_id == row.thread_id
        connection.execute(sa.update(topic).where(*here).values(retry_at=None))
        _release(connection, _of_topic(schema.delivery, row.chat_id, row.thread_id), now=now)
        tried += 1
    return tried


def pauses_of(connection: sa.Connection, chat_id: int) -> tuple[Pause, ...]:
    """What holds this chat back: the whole of it, or topics of it."""
    chat, topic = schema.chat, schema.topic_pause
    whole = connection.execute(sa.select(chat).where(chat.c.id == chat_id, chat.c.state == "paused")).first()
    made = [] if whole is None else [Pause(None, whole.paused_reason, whole.paused_at, whole.retry_at)]
    rows = connection.execute(sa.select(topic).where(topic.c.chat_id == chat_id).order_by(topic.c.thread_id))
    return (*made, *(Pause(row.thread_id, row.reason, row.paused_at, row.retry_at) for row in rows))


def paused_chats(connection: sa.Connection) -> dict[str, int]:
    """How many chats are paused for each reason, for operators; those that are being tried once more count."""
    chat = schema.chat
    held = sa.or_(chat.c.state == "paused", sa.and_(chat.c.tries > 0, chat.c.paused_reason.is_not(None)))
    query = sa.select(chat.c.paused_reason, sa.func.count().label("number")).where(held)
    return {row.paused_reason: row.number for row in connection.execute(query.group_by(chat.c.paused_reason))}


def paused_topics(connection: sa.Connection) -> int:
    """How many topics of forums are paused, for operators."""
    return int(connection.execute(sa.select(sa.func.count()).select_from(schema.topic_pause)).scalar_one())


def topic_is_open(table: sa.Table) -> sa.ColumnElement[bool]:
    """Whether the topic that a row of `table` is for is not paused: a condition for queries."""
    pause = schema.topic_pause
    here = pause.c.chat_id == table.c.chat_id, pause.c.thread_id == sa.func.coalesce(table.c.thread_id, GENERAL)
    return ~sa.exists().where(*here, pause.c.retry_at.is_not(None))


def _activate(connection: sa.Connection, ids: tuple[int, ...], *, now: datetime, tries: int | None = None) -> int:
    """Write to these chats again; with no `tries` they are on trial, and remember why they were paused."""
    chat, delivery = schema.chat, schema.delivery
    over = {} if tries is None else {"tries": tries, "paused_reason": None, "paused_at": None}
    paused = sa.update(chat).where(chat.c.id.in_(ids), chat.c.state == "paused")
    resumed = connection.execute(paused.values(state="active", retry_at=None, **over)).rowcount
    if tries is not None:
        connection.execute(sa.update(chat).where(chat.c.id.in_(ids), chat.c.tries > 0).values(over))
    _release(connection, sa.and_(delivery.c.chat_id.in_(ids), topic_is_open(delivery)), now=now)
    return resumed


def _release(connection: sa.Connection, which: sa.ColumnElement[bool], *, now: datetime) -> None:
    delivery = schema.delivery
    waiting = which, delivery.c.state == "blocked", delivery.c.expires_at > now
    connection.execute(sa.update(delivery).where(*waiting).values(state="pending", not_before_at=now))


def _of_topic(delivery: sa.Table, chat_id: int, thread_id: int) -> sa.ColumnElement[bool]:
    return sa.and_(delivery.c.chat_id == chat_id, sa.func.coalesce(delivery.c.thread_id, GENERAL) == thread_id)
