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


def judged_stories(connection: sa.Connection, chat_id: int, *, limit: int = 50) -> tuple[tuple[str, int], ...]:
    """The stories that people of a chat found helpful (1) or not (-1), by id; the latest `limit` of them."""
    table = schema.feedback
    query = (
        sa.select(table.c.about, table.c.verdict)
        .where(table.c.chat_id == chat_id, table.c.about.like("s%"), table.c.verdict.in_(("good", "bad")))
        .order_by(table.c.at.desc(), table.c.id.desc())
        .limit(limit)
    )
    found: dict[str, int] = {}
    for row in connection.execute(query):
        found.setdefault(row.about, 1 if row.verdict == "good" else -1)
    return tuple(sorted(found.items()))


def verdicts(connection: sa.Connection) -> dict[str, int]:
    """How many of each verdict there are."""
    table = schema.feedback
    query = sa.select(table.c.verdict, sa.func.count().label("given")).group_by(table.c.verdict)
    return {row.verdict: row.given for row in connection.execute(query)}
