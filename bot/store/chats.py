"""Chats: who is written to, in which zone, and everything held about one of them."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.store import schema
from bot.store.bans import move_ban
from bot.store.export import names_in_audit
from bot.store.pauses import resume_chat
from bot.store.rows import insert_missing

_ABOUT_A_CHAT = (
    schema.subscription,
    schema.follow,
    schema.watch,
    schema.mute,
    schema.alert,
    schema.page,
    schema.briefing,
    schema.delivery,
    schema.turn,
    schema.proposal,
    schema.feedback,
    schema.topic_pause,
    schema.said,
    schema.awaited,
    schema.hidden,
)


@dataclasses.dataclass(frozen=True, slots=True)
class Chat:
    """A chat as stored. `zone` is None until the person says it; a paused chat is sent nothing unasked.

    `quiet`: from which to which minute of the day alerts wait.
    """

    id: int
    kind: str
    zone: str | None
    language: str | None
    quiet: tuple[int, int] | None
    pictures: bool
    state: str
    paused_reason: str | None
    created_at: datetime


def ensure_chat(
    connection: sa.Connection, chat_id: int, *, kind: str, now: datetime, language: str | None = None
) -> Chat:
    """The chat, made where it is new. Its row is locked until the transaction ends.

    `language` is the one its person writes in; a chat that has one keeps it.
    """
    values = {"id": chat_id, "kind": kind, "language": language, "created_at": now}
    insert_missing(connection, schema.chat, values)
    query = sa.select(schema.chat).where(schema.chat.c.id == chat_id).with_for_update()
    chat = _chat(connection.execute(query).one())
    if chat.language is None and language is not None:
        # It was made for a notice, before anybody had written there.
        set_language(connection, chat_id, language)
        chat = dataclasses.replace(chat, language=language)
    return chat


def get_chat(connection: sa.Connection, chat_id: int) -> Chat | None:
    row = connection.execute(sa.select(schema.chat).where(schema.chat.c.id == chat_id)).first()
    return None if row is None else _chat(row)


_HELD = sa.select(schema.chat).where(schema.chat.c.id == sa.bindparam("chat")).with_for_update()


def held_chat(connection: sa.Connection, chat_id: int) -> Chat:
    """A chat that is known, locked until the transaction ends."""
    return _chat(connection.execute(_HELD, {"chat": chat_id}).one())


def move_chat(connection: sa.Connection, old_id: int, new_id: int, *, now: datetime) -> bool:
    """A group became a supergroup: all that was held about the old id is the new id's; whether there was any.

    Subscriptions that the new id already has are not doubled.
    """
    old = connection.execute(sa.select(schema.chat).where(schema.chat.c.id == old_id).with_for_update()).first()
    move_ban(connection, old_id, new_id)
    if old is None:
        return False
    values = {**old._mapping, "id": new_id, "kind": "supergroup", "state": "active"}
    fresh = {"paused_reason": None, "paused_at": None, "retry_at": None, "tries": 0}
    insert_missing(connection, schema.chat, {**values, **fresh})
    _end_doubles(connection, old_id, new_id)
    _drop_doubles(connection, old_id, new_id)
    for table in _ABOUT_A_CHAT:
        connection.execute(sa.update(table).where(table.c.chat_id == old_id).values(chat_id=new_id))
    connection.execute(sa.delete(schema.chat).where(schema.chat.c.id == old_id))
    resume_chat(connection, new_id, now=now)
    return True


def _end_doubles(connection: sa.Connection, old_id: int, new_id: int) -> None:
    table = schema.subscription
    query = sa.select(table).where(table.c.chat_id.in_((old_id, new_id)), table.c.state == "active")
    rows = list(connection.execute(query))
    kept = {(row.minute, row.zone, row.days, tuple(row.topics)) for row in rows if row.chat_id == new_id}
    doubles = [r.id for r in rows if r.chat_id == old_id and (r.minute, r.zone, r.days, tuple(r.topics)) in kept]
    connection.execute(sa.update(table).where(table.c.id.in_(doubles)).values(state="ended"))


def _drop_doubles(connection: sa.Connection, old_id: int, new_id: int) -> None:
    # Messages and topics have other numbers in the supergroup.
    for table in (schema.topic_pause, schema.said, schema.awaited):
        connection.execute(sa.delete(table).where(table.c.chat_id == old_id))
    keys: tuple[sa.Column[Any], ...] = (schema.follow.c.topic, schema.watch.c.topic, schema.alert.c.story_id)
    keys += (schema.mute.c.story_id, schema.hidden.c.publisher)
    for key in keys:
        chat_id = key.table.c.chat_id
        both = chat_id == old_id, key.in_(sa.select(key).where(chat_id == new_id))
        connection.execute(sa.delete(key.table).where(*both))


def forget_chat(connection: sa.Connection, chat_id: int) -> bool:
    """Remove everything held about a chat, or a private chat's person; whether there was anything.

    What the audit says of the person's actions stays without the id.
    """
    removed = 0
    for table in (schema.delivery, *_ABOUT_A_CHAT):
        removed += connection.execute(sa.delete(table).where(table.c.chat_id == chat_id)).rowcount
    for person in (schema.turn, schema.proposal, schema.feedback, schema.awaited):
        removed += connection.execute(sa.delete(person).where(person.c.user_id == chat_id)).rowcount
    removed += connection.execute(sa.delete(schema.chat).where(schema.chat.c.id == chat_id)).rowcount
    connection.execute(sa.delete(schema.pace).where(schema.pace.c.scope == f"chat:{chat_id}"))
    admin, ban, audit, made_by = schema.admin, schema.ban, schema.audit, schema.subscription.c.made_by
    connection.execute(sa.delete(admin).where(admin.c.user_id == chat_id))
    connection.execute(sa.delete(schema.refusal).where(schema.refusal.c.user_id == chat_id))
    # What they did stands, and not who they were.
    connection.execute(sa.update(schema.subscription).where(made_by == chat_id).values(made_by=None))
    connection.execute(sa.update(admin).where(admin.c.added_by == chat_id).values(added_by=0))
    connection.execute(sa.update(ban).where(ban.c.banned_by == chat_id).values(banned_by=0))
    connection.execute(sa.update(audit).where(audit.c.user_id == chat_id).values(user_id=0))
    connection.execute(sa.update(audit).where(audit.c.target.in_(names_in_audit(chat_id))).values(target="forgotten"))
    return removed > 0


def set_language(connection: sa.Connection, chat_id: int, language: str) -> None:
    """The language that a chat that exists is spoken to in."""
    connection.execute(sa.update(schema.chat).where(schema.chat.c.id == chat_id).values(language=language))


def set_clock(connection: sa.Connection, chat_id: int, zone: str) -> None:
    """The zone by which a chat that exists is told times; its briefings keep theirs."""
    connection.execute(sa.update(schema.chat).where(schema.chat.c.id == chat_id).values(zone=zone))


def set_quiet(connection: sa.Connection, chat_id: int, quiet: tuple[int, int] | None) -> None:
    """From which to which minute of its day a chat that exists is sent no alerts; None: at any time."""
    start, end = quiet or (None, None)
    values = {"quiet_from": start, "quiet_until": end}
    connection.execute(sa.update(schema.chat).where(schema.chat.c.id == chat_id).values(values))


def set_pictures(connection: sa.Connection, chat_id: int, wanted: bool) -> None:
    """Whether a chat that exists gets pictures with its briefings."""
    connection.execute(sa.update(schema.chat).where(schema.chat.c.id == chat_id).values(pictures=wanted))


def _chat(row: sa.Row[Any]) -> Chat:
    quiet = None if row.quiet_from is None else (row.quiet_from, row.quiet_until)
    return Chat(
        id=row.id,
        kind=row.kind,
        zone=row.zone,
        language=row.language,
        quiet=quiet,
        pictures=row.pictures,
        state=row.state,
        paused_reason=row.paused_reason,
        created_at=row.created_at,
    )
