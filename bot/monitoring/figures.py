"""How the bot does, in numbers of nobody in particular, read from SQL: the same from whichever process is asked."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.store import schema as people
from index.retrieval.projection import lacking, read_generation
from index.store import schema as corpus

# Deliveries are counted that were made so long ago at most: each row is looked at.
_LOOKED_BACK = timedelta(days=1)
# Passages that Chroma lacks are counted up to so many.
_MOST_LACKING = 100_000


@dataclasses.dataclass(frozen=True, slots=True)
class Queue:
    """What waits, and since how many seconds the one that has waited longest."""

    length: int
    oldest_s: float


@dataclasses.dataclass(frozen=True, slots=True)
class Figures:
    """`deliveries` of the last day by state, `tallies` of today by what was counted, `sources` by health. `lacking`:
    passages that Chroma has not got."""

    queues: Mapping[str, Queue]
    deliveries: Mapping[str, int]
    tallies: Mapping[str, int]
    sources: Mapping[str, int]
    quarantined: int
    generation: int
    lacking: int


def read_figures(connection: sa.Connection, *, now: datetime) -> Figures:
    """All figures of one snapshot."""
    revision, source, delivery, tally = corpus.revision, corpus.source, people.delivery, people.tally
    subscription, generation = people.subscription, read_generation(connection)
    due = sa.and_(delivery.c.state.in_(("pending", "sending")), delivery.c.not_before_at <= now)
    overdue = sa.and_(subscription.c.state == "active", subscription.c.due_at <= now)
    late = sa.and_(source.c.state == "active", source.c.due_at <= now)
    queues = {
        "index": _queue(connection, revision.c.created_at, revision.c.state == "pending", now),
        "delivery": _queue(connection, delivery.c.created_at, due, now),
        "briefing": _queue(connection, subscription.c.due_at, overdue, now),
        "ingest": _queue(connection, source.c.due_at, late, now),
    }
    return Figures(
        queues=queues,
        deliveries=_by(connection, delivery.c.state, delivery.c.created_at >= now - _LOOKED_BACK),
        tallies=dict(_pairs(connection, sa.select(tally.c.what, tally.c.number).where(tally.c.day == now.date()))),
        sources=_by(connection, source.c.health, source.c.state == "active"),
        quarantined=_queue(connection, revision.c.created_at, revision.c.state == "quarantined", now).length,
        generation=0 if generation is None else generation.number,
        lacking=0 if generation is None else lacking(connection, generation, _MOST_LACKING).size,
    )


def _queue(
    connection: sa.Connection, since: sa.ColumnElement[datetime], where: sa.ColumnElement[bool], now: datetime
) -> Queue:
    length, oldest = connection.execute(sa.select(sa.func.count(), sa.func.min(since)).where(where)).one()
    return Queue(length, max(0.0, (now - oldest).total_seconds()) if oldest else 0.0)


def _by(connection: sa.Connection, what: sa.Column[str], where: sa.ColumnElement[bool]) -> dict[str, int]:
    return dict(_pairs(connection, sa.select(what, sa.func.count()).where(where).group_by(what)))


def _pairs(connection: sa.Connection, chosen: sa.Select[str, int]) -> list[tuple[str, int]]:
    return [(what, number) for what, number in connection.execute(chosen)]
