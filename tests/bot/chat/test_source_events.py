"""Admins are told of what happens to sources, once, and judge a move to another site themselves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.chat.happenings import event_text
from bot.housekeeping import tell_admins
from bot.store import schema
from bot.wording.texts import languages, texts_for
from index.store.source_events import Event, SourceEvent
from tests.bot.chat.conversation import ADMIN, Conversation
from tests.bot.worlds import rows
from tests.servers import updates


def happen(talk: Conversation, kind: str, details: dict[str, Any] | None = None, **values: object) -> int:
    """A poll of a new source that came to this."""
    store, now = talk.services.index.sources, talk.clock()
    source = store.add("https://ledger.example/feed", name="The Ledger", now=now)
    (leased,) = store.lease("t", now=now, limit=1)
    store.finish(
        leased.id,
        owner="t",
        values=dict(values),
        events=[Event(kind, {"name": "The Ledger", **(details or {})})],
        now=now,
    )
    return source.id


def test_each_owner_and_admin_is_told_once_whether_they_have_written_or_not(empty: Conversation) -> None:
    empty.say("/subscribe 07:00 Kyiv", user_id=ADMIN)
    empty.say("/addadmin 8001", user_id=ADMIN)
    happen(empty, "recovered")

    assert [tell_admins(empty.services) for _ in range(3)] == [1, 0, 0]

    told = rows(empty.services.database, schema.delivery, schema.delivery.c.key.like("source-event:%"))
    said = "About a source: The Ledger works again."
    assert [(one.chat_id, one.payload["html"]) for one in told] == [(ADMIN, said), (8001, said)]


HAPPENED: dict[str, dict[str, Any]] = {
    "died": {"failures": 3, "code": "timeout", "said": "The site took too long to answer."},
    "gone": {"failures": 1, "code": "gone", "said": "The site says that this address is gone for good."},
    "recovered": {},
    "quiet": {"since": "2024-04-15T10:00:00+00:00"},
    "returned": {},
    "language": {"language": "ru", "before": "en"},
    "moved": {"url": "https://new.example/rss"},
    "flood": {"count": 10_000},
    "long": {"count": 50_000, "read": 1000},
    "degraded": {},
    "withdrawn": {"url": "https://ledger.example/1", "article": "0123456789abcdef"},
}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", list(HAPPENED))
def test_every_event_is_told_in_the_admins_own_language(kind: str, language: str) -> None:
    event = SourceEvent(1, 1, kind, {"name": "The Ledger", **HAPPENED[kind]}, datetime(2024, 4, 16, tzinfo=UTC))

    told = event_text(event, texts_for(language), "Europe/Kyiv", chats=2)

    english = event_text(event, texts_for("en"), "Europe/Kyiv", chats=2)
    assert "The Ledger" in told
    assert (told == english) == (language == "en")
    assert ("13:00" in told) == (kind == "quiet")
    assert "took too long" not in told


def test_two_admins_are_told_in_two_languages(empty: Conversation) -> None:
    empty.say("/subscribe 07:00 Kyiv", user_id=ADMIN)
    empty.say("/addadmin 8001", user_id=ADMIN)
    empty.say("/subscribe 07:00 Kyiv", user_id=8001, language="ar")
    happen(empty, "language", HAPPENED["language"])

    tell_admins(empty.services)

    told = rows(empty.services.database, schema.delivery, schema.delivery.c.key.like("source-event:%"))
    by_chat = {one.chat_id: one.payload["html"] for one in told}
    assert "another language: Russian, before English" in by_chat[ADMIN]
    assert "الروسية" in by_chat[8001]


def test_an_article_taken_down_is_told_of_with_how_many_had_read_it(empty: Conversation) -> None:
    empty.say("/subscribe 07:00 Kyiv", user_id=ADMIN)
    happen(empty, "withdrawn", HAPPENED["withdrawn"])
    told_of = {**HAPPENED["withdrawn"], "article": "fedcba9876543210"}
    with empty.services.database.read() as connection:
        subscription = connection.execute(sa.select(schema.subscription.c.id)).scalar_one()
    now = empty.clock()
    row = {"chat_id": ADMIN, "subscription_id": subscription, "local_date": now.date(), "due_at": now, "made_at": now}
    content = {"citations": [{"article_id": told_of["article"]}]}
    empty.services.database.transact(
        lambda connection: connection.execute(sa.insert(schema.briefing).values(**row, outcome="made", content=content))
    )
    store = empty.services.index.sources
    (leased,) = store.lease("u", now=now + timedelta(hours=1), limit=1)
    store.finish(
        leased.id, owner="u", values={}, events=[Event("withdrawn", {"name": "The Ledger", **told_of})], now=now
    )

    tell_admins(empty.services)

    told = rows(empty.services.database, schema.delivery, schema.delivery.c.key.like("source-event:%"))
    assert len(told) == 1
    assert "will be told of this: 1" in told[0].payload["html"]


def test_a_move_elsewhere_is_followed_only_when_an_admin_says_so(empty: Conversation) -> None:
    hello = empty.say("/start", user_id=ADMIN)[0]
    empty.say("/subscribe 07:00 Kyiv", user_id=ADMIN)
    moved = "https://new.example/rss"
    number = happen(empty, "moved", {"url": moved}, moved_to=moved)
    store = empty.services.index.sources
    tell_admins(empty.services)
    (told,) = rows(empty.services.database, schema.delivery, schema.delivery.c.key.like("source-event:%"))
    data = told.payload["buttons"][0][0]["data"]
    assert hello.message is not None
    before = store.get(number)

    (done,) = empty.take(updates.press(data, under=hello.message, user_id=ADMIN))
    (again,) = empty.take(updates.press(data, under=hello.message, user_id=ADMIN))

    after = store.get(number)
    assert before is not None
    assert after is not None
    assert (before.url, after.url, after.moved_to) == ("https://ledger.example/feed", "https://new.example/rss", None)
    assert "https://new.example/rss" in (done.text or "")
    assert "decided already" in (again.text or "")
