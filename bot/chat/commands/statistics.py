"""Figures for admins."""

from __future__ import annotations

import dataclasses

import sqlalchemy as sa

from bot.chat.incoming import Incoming
from bot.chat.reply import Reply, say
from bot.chat.services import Services
from bot.chat.typeset import Html
from bot.store import outbox, schema
from bot.store.feedback import verdicts


def stats(incoming: Incoming, services: Services) -> Reply:
    """What is stored, who is served, what is on its way."""
    audience = services.audience(incoming)
    texts = audience.texts
    corpus = services.index.stats()
    with services.database.read() as connection:
        people = {
            "chats": _count(connection, schema.chat),
            "subscriptions": _count(connection, schema.subscription, schema.subscription.c.state == "active"),
            "questions": _count(connection, schema.turn),
        }
        deliveries = outbox.counts(connection)
        given = verdicts(connection)
    lines = [texts("stats-heading")]
    for name, value in (*dataclasses.asdict(corpus).items(), *people.items()):
        if texts.has(f"stats-{name.replace('_', '-')}") and isinstance(value, int):
            lines.append(texts(f"stats-{name.replace('_', '-')}", count=value))
    if corpus.newest_at is not None:
        lines.append(texts("stats-newest", at=texts.moment(corpus.newest_at, audience.zone)))
    shares = {verdict: given.get(verdict, 0) for verdict in ("good", "bad", "report")}
    lines.append(texts("stats-verdicts", **shares))
    for state, count in sorted(deliveries.items()):
        lines.append(Html(texts("stats-deliveries", state=state, count=count)))
    return say("\n".join(lines))


def _count(connection: sa.Connection, table: sa.Table, *where: sa.ColumnElement[bool]) -> int:
    query = sa.select(sa.func.count()).select_from(table).where(*where)
    found: int = connection.execute(query).scalar_one()
    return found
