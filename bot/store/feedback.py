"""What people thought of answers and briefings."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from bot.store import schema


def give_feedback(
    connection: sa.Connection, chat_id: int, *, user_id: int, about: str, verdict: str, now: datetime
) -> None:
    """Keep a person's verdict (good, bad, report) on an answer or a briefing; an earlier one is replaced."""
    table = schema.feedback
    connection.execute(sa.delete(table).where(table.c.about == about, table.c.user_id == user_id))
    values = {"chat_id": chat_id, "user_id": user_id, "about": about, "verdict": verdict, "at": now}
    connection.execute(sa.insert(table).values(values))


def take_back(connection: sa.Connection, *, user_id: int, about: str) -> None:
    """A person thinks nothing of it any more; a report stays."""
    table = schema.feedback
    theirs = table.c.about == about, table.c.user_id == user_id, table.c.verdict != "report"
    connection.execute(sa.delete(table).where(*theirs))


_JUDGED = (
    sa.select(schema.feedback.c.about, schema.feedback.c.verdict)
    .where(schema.feedback.c.chat_id == sa.bindparam("chat"), schema.feedback.c.about.like("s%"))
    .where(schema.feedback.c.verdict.in_(("good", "bad")))
    .order_by(schema.feedback.c.at.desc(), schema.feedback.c.id.desc())
    .limit(sa.bindparam("most"))
)


def judged_stories(connection: sa.Connection, chat_id: int, *, limit: int = 50) -> tuple[tuple[str, int], ...]:
    """The stories that people of a chat found helpful (1) or not (-1), by id; the latest `limit` of them."""
    found: dict[str, int] = {}
    for row in connection.execute(_JUDGED, {"chat": chat_id, "most": limit}):
        found.setdefault(row.about, 1 if row.verdict == "good" else -1)
    return tuple(sorted(found.items()))


def verdicts(connection: sa.Connection) -> dict[str, int]:
    """How many of each verdict there are."""
    table = schema.feedback
    query = sa.select(table.c.verdict, sa.func.count().label("given")).group_by(table.c.verdict)
    return {row.verdict: row.given for row in connection.execute(query)}
