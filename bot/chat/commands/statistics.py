"""Figures for admins."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import sqlalchemy as sa

from bot.chat.incoming import Incoming
from bot.chat.reply import Reply
from bot.chat.services import Audience, Services
from bot.pictures.picture import Picture
from bot.store import outbox, schema
from bot.store.feedback import verdicts
from bot.store.pauses import paused_chats, paused_topics
from bot.store.tallies import deliveries_by_day, tallies
from bot.usage import DAYS, HEALTH, UNREADABLE, WAITS_MS, Usage, usage, within
from bot.wording.message import Message
from bot.wording.texts import Texts
from bot.wording.typeset import Html, shorten
from index.store.sources import Source

# Articles are searchable minutes after they came.
_BEHIND = timedelta(hours=1)
_TITLE_UNITS = 120


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
        paused, topics = paused_chats(connection), paused_topics(connection)
    lines = [texts("stats-heading")]
    for name, value in (*dataclasses.asdict(corpus).items(), *people.items()):
        if texts.has(f"stats-{name.replace('_', '-')}") and isinstance(value, int):
            lines.append(texts(f"stats-{name.replace('_', '-')}", count=value))
    if corpus.waiting_since_at is not None and incoming.now - corpus.waiting_since_at > _BEHIND:
        lines.append(texts("stats-behind", at=texts.moment(corpus.waiting_since_at, audience.zone)))
    for name, count in (("set-aside", corpus.quarantined), ("too-slow", corpus.slow)):
        if count:
            lines.append(texts(f"stats-{name}", count=count))
    for aside in services.index.set_aside():
        lines.append(texts("stats-aside", title=shorten(aside.title, _TITLE_UNITS), who=aside.publisher))
    if corpus.newest_at is not None:
        lines.append(texts("stats-newest", at=texts.moment(corpus.newest_at, audience.zone)))
    shares = {verdict: given.get(verdict, 0) for verdict in ("good", "bad", "report")}
    lines.append(texts("stats-verdicts", **shares))
    for state, count in sorted(deliveries.items()):
        lines.append(Html(texts("stats-deliveries", state=texts(f"delivery-{state}"), count=count)))
    reasons = [
        texts("stats-paused-one", why=texts(f"pause-{_dashed(why)}"), count=n) for why, n in sorted(paused.items())
    ]
    if reasons:
        lines.append(texts("stats-paused", reasons=Html(texts.joint.join(reasons))))
    if topics:
        lines.append(texts("stats-paused-topics", count=topics))
    return Reply((Message("\n".join(lines)), _fortnight(incoming, services, audience)))


def _fortnight(incoming: Incoming, services: Services, audience: Audience) -> Message:
    """The picture of the last two weeks, its caption the same in words."""
    texts, last = audience.texts, incoming.now.date()
    with services.database.read() as connection:
        counted = tallies(connection, since=last - timedelta(days=DAYS))
        sent = deliveries_by_day(connection, last=last, days=DAYS)
    shown = usage(last, counted, sent, [_health(one) for one in services.index.sources.list()])
    lines = [
        Html(f"<b>{texts('usage-heading')}</b>"),
        texts("usage-line", what=texts("usage-questions"), items=_sums(texts, "answered abstained", shown)),
        texts("usage-line", what=texts("usage-deliveries"), items=_sums(texts, "sent failed", shown)),
    ]
    states = [texts(f"usage-source-{state}", count=n) for state, n in zip(HEALTH, shown.sources, strict=True) if n]
    if states:
        lines.append(texts("usage-line", what=texts("usage-sources"), items=texts.listed(states)))
    if sum(shown.waits):
        lines += [_within(texts, "half", within(shown.waits, 0.5)), _within(texts, "most", within(shown.waits, 0.95))]
    unread = sum(number for (_, what), number in counted.items() if what == UNREADABLE)
    if unread:
        lines.append(texts("usage-unreadable", count=unread))
    return Message("\n".join(lines), picture=Picture(shown, "", texts.language, audience.zone))


def _sums(texts: Texts, names: str, shown: Usage) -> Html:
    return texts.listed(texts(f"usage-{name}", count=sum(getattr(shown, name))) for name in names.split())


def _within(texts: Texts, share: str, seconds: float | None) -> Html:
    """In how many seconds that share of the answers came; there is no telling beyond the longest that is counted."""
    if seconds is None:
        return texts(f"usage-beyond-{share}", seconds=f"{WAITS_MS[-1] / 1000:g}")
    return texts(f"usage-within-{share}", seconds=f"{seconds:g}")


def _dashed(code: str) -> str:
    return code.replace("_", "-")


def _health(source: Source) -> str:
    """How a source is, in one of the words of HEALTH."""
    if source.state != "active":
        return "paused"
    if source.health != "failing" and source.last_success_at is None:
        return "new"
    return source.health


def _count(connection: sa.Connection, table: sa.Table, *where: sa.ColumnElement[bool]) -> int:
    query = sa.select(sa.func.count()).select_from(table).where(*where)
    found: int = connection.execute(query).scalar_one()
    return found
