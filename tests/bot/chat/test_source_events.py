"""Admins are told of what happens to sources, once, and judge a move to another site themselves."""

from __future__ import annotations

from bot.housekeeping import tell_admins
from bot.store import schema
from tests.bot.chat.conversation import ADMIN, Conversation
from tests.bot.worlds import rows
from tests.servers import updates


def happen(talk: Conversation, kind: str, **values: object) -> int:
    """A poll of a new source that came to this."""
    store, now = talk.services.index.sources, talk.clock()
    source = store.add("https://ledger.example/feed", name="The Ledger", now=now)
    (leased,) = store.lease("t", now=now, limit=1)
    store.finish(leased.id, owner="t", values=dict(values), events=[(kind, "The Ledger did it.")], now=now)
    return source.id


def test_each_admin_who_has_a_chat_is_told_once(empty: Conversation) -> None:
    empty.say("/subscribe 07:00 Kyiv", user_id=ADMIN)
    empty.say("/addadmin 8001", user_id=ADMIN)
    happen(empty, "died")

    assert [tell_admins(empty.services) for _ in range(3)] == [1, 0, 0]

    told = rows(empty.services.database, schema.delivery, schema.delivery.c.key.like("source-event:%"))
    assert [(one.chat_id, one.payload["html"]) for one in told] == [(ADMIN, "About a source: The Ledger did it.")]


def test_a_move_elsewhere_is_followed_only_when_an_admin_says_so(empty: Conversation) -> None:
    hello = empty.say("/start", user_id=ADMIN)[0]
    empty.say("/subscribe 07:00 Kyiv", user_id=ADMIN)
    number = happen(empty, "moved", moved_to="https://new.example/rss")
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
