"""What is held about a person, ready for JSON: all that is theirs, in whatever chat, and nothing of another's."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bot.store import schema

# Whose rows say which person they are about.
_OF_A_PERSON = (schema.turn, schema.feedback, schema.proposal, schema.awaited)
# What a chat has together; what one of a group's people asked or judged is not among it.
_SHARED = (
    schema.subscription,
    schema.follow,
    schema.watch,
    schema.mute,
    schema.hidden,
    schema.alert,
    schema.briefing,
    schema.delivery,
    schema.page,
    schema.topic_pause,
)
# Leases are how processes share work, and other people's numbers are theirs.
_LEFT_OUT = frozenset({"lease_owner", "lease_until_at", "added_by", "banned_by"})

Held = dict[str, list[dict[str, Any]]]


def export_person(connection: sa.Connection, user_id: int) -> Held:
    """Everything held about a person: their private chat, and what is theirs in any other."""
    audit, pace, ban, admin = schema.audit, schema.pace, schema.ban, schema.admin
    held = {"chat": _rows(connection, schema.chat, schema.chat.c.id == user_id)}
    for table in _SHARED:
        held[table.name] = _rows(connection, table, table.c.chat_id == user_id)
    for table in _OF_A_PERSON:
        held[table.name] = _rows(connection, table, table.c.user_id == user_id)
    own = sa.select(schema.turn.c.id).where(schema.turn.c.user_id == user_id)
    held["said"] = _rows(connection, schema.said, schema.said.c.turn_id.in_(own))
    made = schema.subscription.c.made_by == user_id
    held["subscription"] += _rows(connection, schema.subscription, sa.and_(made, ~_in(schema.subscription, user_id)))
    held["audit"] = _rows(connection, audit, audit.c.user_id == user_id)
    held["audit_about"] = [
        {**row, "user_id": None}
        for row in _rows(
            connection, audit, sa.and_(audit.c.target.in_(names_in_audit(user_id)), audit.c.user_id != user_id)
        )
    ]
    held["refusal"] = _rows(connection, schema.refusal, schema.refusal.c.user_id == user_id)
    held["admin"] = _rows(connection, admin, admin.c.user_id == user_id)
    held["ban"] = _rows(connection, ban, ban.c.id == user_id)
    held["pace"] = _rows(connection, pace, pace.c.scope == f"chat:{user_id}")
    return held


def names_in_audit(number: int) -> tuple[str, ...]:
    """How the audit names a person or a chat as what an action was about."""
    return (str(number), f"person {number}", f"chat {number}")


def _in(table: sa.Table, chat_id: int) -> sa.ColumnElement[bool]:
    return table.c.chat_id == chat_id


def _rows(connection: sa.Connection, table: sa.Table, where: sa.ColumnElement[bool]) -> list[dict[str, Any]]:
    columns = [column for column in table.c if column.name not in _LEFT_OUT]
    found = connection.execute(sa.select(*columns).where(where).order_by(*table.primary_key))
    return [{name: _plain(value) for name, value in row._mapping.items()} for row in found]


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
