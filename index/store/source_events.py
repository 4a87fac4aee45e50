"""What happened to sources that admins should hear of, each once."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from index.store.database import Database
from index.store.schema import source_event

# What is read off over many polls is no news at each of them, and what is badly made stays so.
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_ONCE_IN = {
    "flood": timedelta(days=1),
    "quota": timedelta(days=1),
    "degraded": None,
    "partial": timedelta(days=7),
    "dropped": timedelta(days=7),
    "gap": timedelta(days=1),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a source. `details` are plain values for whoever words it: always `name`; `failures`,
    `code` and `said` (the error), `since` (an ISO moment), `language`, `before`, `url`, `count`, `read`, `article`."""

    kind: str
    details: Mapping[str, Any]


@dataclasses.dataclass(frozen=True, slots=True)
class SourceEvent:
    """An event as it is stored."""

    id: int
    source_id: int
    kind: str
    details: Mapping[str, Any]
    at: datetime


class SourceEventStore:
    """Events that wait to be told."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def untold(self) -> Sequence[SourceEvent]:
        """Events that no admin was told of yet, oldest first."""
        columns = [source_event.c[field.name] for field in dataclasses.fields(SourceEvent)]
        with self._database.read() as connection:
            rows = connection.execute(
                sa.select(*columns).where(source_event.c.told_at.is_(None)).order_by(source_event.c.id)
            )
            return [SourceEvent(*row) for row in rows]

    def mark_told(self, event_ids: Sequence[int], *, now: datetime) -> None:
        told = sa.update(source_event).where(source_event.c.id.in_(event_ids)).values(told_at=now)
        self._database.transact(lambda connection: connection.execute(told))


def record_events(connection: sa.Connection, source_id: int, events: Sequence[Event], *, now: datetime) -> None:
    """Keep what happened, unless the same was kept not long before."""
    for event in events:
        if event.kind in _ONCE_IN and _was_kept(connection, source_id, event.kind, now=now):
            continue
        happened = {"source_id": source_id, "kind": event.kind, "details": dict(event.details), "at": now}
        connection.execute(sa.insert(source_event).values(**happened))


def _was_kept(connection: sa.Connection, source_id: int, kind: str, *, now: datetime) -> bool:
    span = _ONCE_IN[kind]
    since = _LONG_AGO if span is None else now - span
    same = sa.and_(source_event.c.source_id == source_id, source_event.c.kind == kind, source_event.c.at > since)
    return connection.execute(sa.select(source_event.c.id).where(same).limit(1)).first() is not None
