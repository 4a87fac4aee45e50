"""The outbox: what is to be sent, and what became of it.

A row is leased, marked `sending` in a transaction that is committed before the bytes leave, and finished by
the one who holds the lease. A row found in `sending` without a lease is one whose fate nobody knows.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.store import schema
from bot.store.chats import Chat
from bot.store.pauses import topic_is_open
from bot.store.rows import insert_missing, insert_new
from bot.wording.message import Message
from index.store import leases

_UNFINISHED = ("pending", "sending")


@dataclasses.dataclass(frozen=True, slots=True)
class Delivery:
    """One message to one chat. `part` counts from 1; `briefing_id` is None for a notice."""

    id: int
    briefing_id: int | None
    chat_id: int
    thread_id: int | None
    part: int
    parts: int
    message: Message
    attempts: int
    unknown_outcomes: int
    created_at: datetime
    expires_at: datetime
    last_error_code: str | None


class BeingSent(Exception):
    """A message that is just leaving can not be changed: its new words have to wait."""


def enqueue_briefing(
    connection: sa.Connection,
    briefing_id: int,
    *,
    chat: Chat,
    thread_id: int | None,
    messages: Sequence[Message],
    now: datetime,
    expires_at: datetime,
) -> None:
    """Queue the messages of a briefing for a chat that is held, in order, in the transaction that makes the briefing.

    Where the chat was paused meanwhile they wait for it to come back.
    """
    state = "pending" if chat.state == "active" else "blocked"
    rows = [
        {
            "briefing_id": briefing_id,
            "chat_id": chat.id,
            "thread_id": thread_id,
            "part": part,
            "parts": len(messages),
            "payload": message.to_json(),
            "picture": message.picture is not None,
            "state": state,
            "created_at": now,
            "not_before_at": now,
            "expires_at": expires_at,
        }
        for part, message in enumerate(messages, start=1)
    ]
    if rows:
        connection.execute(sa.insert(schema.delivery), rows)


def enqueue_notice(
    connection: sa.Connection,
    chat_id: int,
    message: Message,
    *,
    key: str,
    now: datetime,
    expires_at: datetime,
) -> bool:
    """Queue a message that is not part of a briefing, once for each `key`; whether it is new."""
    values = {
        "chat_id": chat_id,
        "key": key,
        "part": 1,
        "parts": 1,
        "payload": message.to_json(),
        "created_at": now,
        "not_before_at": now,
        "expires_at": expires_at,
    }
    return insert_missing(connection, schema.delivery, values)


def enqueue_alert(
    connection: sa.Connection,
    chat_id: int,
    message: Message,
    *,
    thread_id: int | None,
    key: str,
    now: datetime,
    expires_at: datetime,
) -> int | None:
    """Queue a message for a topic of a chat, once for each `key`; the row's id, None where it is not new."""
    values = {
        "chat_id": chat_id,
        "thread_id": thread_id,
        "key": key,
        "part": 1,
        "parts": 1,
        "payload": message.to_json(),
        "created_at": now,
        "not_before_at": now,
        "expires_at": expires_at,
    }
    return insert_new(connection, schema.delivery, values)


def revise(
    connection: sa.Connection, delivery_id: int, message: Message, *, key: str, now: datetime, expires_at: datetime
) -> int | None:
    """Put `message` in the place of one that is queued or was sent; the row that will do it.

    None where it never arrived. Raises BeingSent.
    """
    table = schema.delivery
    row = connection.execute(sa.select(table).where(table.c.id == delivery_id).with_for_update()).first()
    if row is None:
        return None
    if row.state in ("pending", "blocked"):
        new = dataclasses.replace(message, edits=Message.from_json(row.payload).edits)
        # Who holds a lease on the old words must not send them.
        values = {"payload": new.to_json(), "lease_owner": None, "lease_until_at": None}
        connection.execute(sa.update(table).where(table.c.id == delivery_id).values(values))
        return delivery_id
    if row.state == "sending":
        raise BeingSent
    if row.state != "sent" or row.message_id is None:
        return None
    edit = dataclasses.replace(message, edits=row.message_id)
    chat_id, thread_id = row.chat_id, row.thread_id
    return enqueue_alert(connection, chat_id, edit, thread_id=thread_id, key=key, now=now, expires_at=expires_at)


def lease_due(
    connection: sa.Connection, *, owner: str, now: datetime, duration: timedelta, limit: int, pictures: bool = True
) -> list[Delivery]:
    """Lease what may be sent now, in the order to send it: alerts and notices, texts, pictures, doubtful ones last; a
    part only after those before it, a picture only where some text of it arrived, none at all if `pictures` is False.
    """
    table, chat = schema.delivery, schema.chat
    earlier = table.alias("earlier")
    waits_for_part = (
        sa.exists()
        .where(earlier.c.briefing_id == table.c.briefing_id, earlier.c.part < table.c.part)
        .where(earlier.c.state.in_(_UNFINISHED))
    )
    said = sa.exists().where(earlier.c.briefing_id == table.c.briefing_id, earlier.c.state == "sent")
    active = sa.exists().where(chat.c.id == table.c.chat_id, chat.c.state == "active")
    due = sa.and_(
        table.c.state == "pending",
        table.c.not_before_at <= now,
        table.c.expires_at > now,
        active,
        topic_is_open(table),
        sa.not_(waits_for_part),
        sa.or_(table.c.picture.is_(False), said) if pictures else table.c.picture.is_(False),
    )
    # An alert must not wait for ten thousand briefings of one minute, nor these for as many pictures, which only say
    # again what they say. Each turn in the order of its index: then a whole morning need not be sorted for each batch.
    certain, told = table.c.unknown_outcomes == 0, table.c.key.not_like("broadcast:%")
    turns = (told, table.c.picture.is_(False), table.c.picture)
    rows: list[sa.Row[Any]] = []
    for turn in (*(sa.and_(certain, one) for one in turns), ~certain):
        found = leases.lease(
            connection,
            table,
            due=sa.and_(due, turn),
            order=(table.c.not_before_at, table.c.id),
            owner=owner,
            now=now,
            duration=duration,
            limit=limit - len(rows),
        )
        rows += sorted(found, key=lambda row: (row.not_before_at, row.id))
        if len(rows) == limit:
            break
    return [_delivery(row) for row in rows]


def begin_sending(
    connection: sa.Connection, delivery_id: int, *, owner: str, now: datetime, duration: timedelta
) -> bool:
    """Mark that the bytes may leave from now on; False where the row is no longer this owner's to send.

    That is so after its lease ran out, its chat was paused, or a person unsubscribed or was forgotten.
    """
    table, chat = schema.delivery, schema.chat
    statement = (
        sa.update(table)
        .where(table.c.id == delivery_id, table.c.state == "pending", table.c.lease_owner == owner)
        .where(table.c.lease_until_at > now, table.c.expires_at > now)
        .where(sa.exists().where(chat.c.id == table.c.chat_id, chat.c.state == "active"))
        .values(state="sending", attempts=table.c.attempts + 1, lease_until_at=now + duration)
    )
    return connection.execute(statement).rowcount == 1


def finish(connection: sa.Connection, delivery_id: int, *, owner: str, values: dict[str, Any]) -> bool:
    """Write what became of a row and give it back; False, and nothing written, where the lease was lost."""
    return leases.release(connection, schema.delivery, delivery_id, owner=owner, values=values)


def recover_interrupted(connection: sa.Connection, *, now: datetime, delay: timedelta, most_resends: int) -> int:
    """Rows whose sender died while sending: an unknown outcome each, to be sent again later or given up; how
    many.
    """
    table = schema.delivery
    given_up = table.c.unknown_outcomes + 1 > most_resends
    statement = (
        sa.update(table)
        .where(table.c.state == "sending")
        .where(sa.or_(table.c.lease_until_at.is_(None), table.c.lease_until_at <= now))
        .values(
            state=sa.case((given_up, "unknown"), else_="pending"),
            unknown_outcomes=table.c.unknown_outcomes + 1,
            not_before_at=now + delay,
            last_error_code="interrupted",
            lease_owner=None,
            lease_until_at=None,
        )
    )
    return connection.execute(statement).rowcount


def expire(connection: sa.Connection, *, now: datetime) -> int:
    """Give up what could not be delivered in time; how many."""
    table = schema.delivery
    free = sa.or_(table.c.lease_until_at.is_(None), table.c.lease_until_at <= now)
    waiting = table.c.state.in_(("pending", "blocked"))
    late = sa.update(table).where(waiting, table.c.expires_at <= now, free)
    values = {"state": "expired", "lease_owner": None, "lease_until_at": None}
    return connection.execute(late.values(values)).rowcount


def release_all(connection: sa.Connection, *, owner: str) -> int:
    """Give back what this owner leased and did not begin to send; how many."""
    table = schema.delivery
    statement = sa.update(table).where(table.c.lease_owner == owner, table.c.state == "pending")
    return connection.execute(statement.values(lease_owner=None, lease_until_at=None)).rowcount


def keys_of(connection: sa.Connection, chat_id: int, prefix: str) -> tuple[str, ...]:
    """What follows the prefix in the keys of this chat's rows that have it."""
    table = schema.delivery
    mine = table.c.chat_id == chat_id, table.c.key.startswith(prefix, autoescape=True)
    found = connection.execute(sa.select(table.c.key).where(*mine).order_by(table.c.id)).scalars()
    return tuple(key.removeprefix(prefix) for key in found if key)


def briefing_at(connection: sa.Connection, chat_id: int, message_id: int) -> int | None:
    """The briefing that a message which was sent belongs to."""
    table = schema.delivery
    here = table.c.chat_id == chat_id, table.c.message_id == message_id, table.c.briefing_id.is_not(None)
    found: int | None = connection.execute(sa.select(table.c.briefing_id).where(*here).limit(1)).scalar_one_or_none()
    return found


def counts(connection: sa.Connection) -> dict[str, int]:
    """How many deliveries are in each state, for operators."""
    table = schema.delivery
    query = sa.select(table.c.state, sa.func.count().label("number")).group_by(table.c.state)
    return {row.state: row.number for row in connection.execute(query)}


def _delivery(row: sa.Row[Any]) -> Delivery:
    return Delivery(
        id=row.id,
        briefing_id=row.briefing_id,
        chat_id=row.chat_id,
        thread_id=row.thread_id,
        part=row.part,
        parts=row.parts,
        message=Message.from_json(row.payload),
        attempts=row.attempts,
        unknown_outcomes=row.unknown_outcomes,
        created_at=row.created_at,
        expires_at=row.expires_at,
        last_error_code=row.last_error_code,
    )
