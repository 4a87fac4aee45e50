"""What a chat was told lately, in briefings and alerts, and which corrections of it."""

from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.store import briefings, outbox, schema, watches

# What was told longer ago is not corrected any more.
_ALERTS = timedelta(days=3)


@dataclasses.dataclass(frozen=True, slots=True)
class Shown:
    """`briefings` as JSON, oldest first, and what `alerts` told; `corrected` are the keys of corrections.

    `mark` differs where what was shown does.
    """

    briefings: tuple[dict[str, Any], ...]
    alerts: tuple[dict[str, Any], ...]
    corrected: frozenset[str]
    mark: tuple[str, ...]

    @property
    def contents(self) -> tuple[dict[str, Any], ...]:
        return self.briefings + self.alerts


def correction_key(chat_id: int, key: str) -> str:
    """What a correction is queued under when it is sent at once."""
    return f"{correction_prefix(chat_id)}{key}"


def correction_prefix(chat_id: int) -> str:
    return f"correction:{chat_id}:"


def shown_to(connection: sa.Connection, chat_id: int, *, now: datetime) -> Shown:
    """What the chat was told."""
    told = briefings.remembered(connection, chat_id)
    contents = tuple(briefings.contents(connection, told)) if told else ()
    alerts = watches.list_alerts(connection, chat_id, since=now - _ALERTS)
    at_once = outbox.keys_of(connection, chat_id, correction_prefix(chat_id))
    corrected = {one["key"] for content in contents for one in content.get("corrections", ())} | set(at_once)
    mark = (*(one.digest for one in told), *(f"{one.id} {one.changed_at}" for one in alerts), *at_once)
    return Shown(contents, tuple(one.content for one in alerts), frozenset(corrected), mark)


def chats_told_of(connection: sa.Connection, article_id: str, *, since: datetime) -> set[int]:
    """The chats that a briefing or an alert told of an article."""
    briefing, alert = schema.briefing, schema.alert
    told: set[int] = set()
    for table, at in ((briefing, briefing.c.due_at), (alert, alert.c.made_at)):
        mentions = sa.cast(table.c.content, sa.Text).contains(article_id, autoescape=True)
        told |= set(connection.execute(sa.select(table.c.chat_id).where(at >= since, mentions)).scalars())
    return told
