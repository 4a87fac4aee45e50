"""A channel's briefing has buttons that work for whoever reads it, and no other."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from bot.rounds import make_briefer
from bot.store import schema
from tests.bot.chat.conversation import Conversation

CHANNEL = -100_800_800


def test_under_a_channels_briefing_stand_only_buttons_that_work(talk: Conversation) -> None:
    here: dict[str, Any] = {"chat_id": CHANNEL, "kind": "channel", "field": "channel_post"}
    talk.say("/subscribe 07:00 UTC", **here)
    due = talk.clock.now - timedelta(seconds=1)
    mine = schema.subscription.c.chat_id == CHANNEL
    change = sa.update(schema.subscription).where(mine).values(due_at=due, due_date=due.date())
    talk.services.database.transact(lambda connection: connection.execute(change))

    make_briefer(talk.services).tick()

    with talk.services.database.read() as connection:
        table = schema.delivery
        query = sa.select(table.c.payload).where(table.c.chat_id == CHANNEL)
        rows = connection.execute(query.order_by(table.c.part)).scalars().all()
    labels = [b["label"] for payload in rows for row in payload["buttons"] for b in row]
    assert not [label for label in labels if label.startswith("Story")]
    assert {"Helpful", "Not helpful", "Report"} <= set(labels)


def test_an_outlet_that_is_hidden_is_in_no_answer_of_that_chat(talk: Conversation) -> None:
    reader, other = 91_001, 91_002
    question = "How many attacks on US troops were counted?"
    answer = talk.say(question, user_id=reader)[0]
    outlet = next(b["text"] for b in answer.buttons if b["text"].startswith("[1] ")).removeprefix("[1] ")

    (done,) = talk.say(f"/hide {outlet}", user_id=reader)
    after = talk.say(question, user_id=reader)[-1].text or ""
    elsewhere = talk.say(question, user_id=other)[0].text or ""

    assert outlet in (done.text or "")
    assert outlet not in after
    assert "One outlet is hidden here" in after
    assert outlet in elsewhere

    (listed,) = talk.say("/hide", user_id=reader)
    (none,) = talk.press(listed, "Show again", user_id=reader)
    assert "No outlet is left out" in (none.text or "")
