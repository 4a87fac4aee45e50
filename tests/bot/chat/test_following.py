"""Topics that a chat follows: named, listed, stopped, and told first."""

from __future__ import annotations

import itertools

import pytest

from bot.store import schema
from tests.bot.chat.conversation import Conversation
from tests.bot.worlds import rows

_people = itertools.count(60_000)


@pytest.fixture
def reader() -> int:
    return next(_people)


def test_topics_are_followed_listed_and_stopped(talk: Conversation, reader: int) -> None:
    (done,) = talk.say("/follow Aleppo hospitals, Red Sea", user_id=reader)
    assert "Aleppo hospitals, Red Sea" in (done.text or "")
    assert "/subscribe" in (done.text or "")  # no briefing tells it yet
    talk.say("/follow red sea", user_id=reader)

    (listing,) = talk.say("/follow", user_id=reader)
    assert [button["text"] for button in listing.buttons] == ["Stop: Aleppo hospitals", "Stop: Red Sea"]

    (edited,) = talk.press(listing, "Red Sea", user_id=reader)
    assert [button["text"] for button in edited.buttons] == ["Stop: Aleppo hospitals"]
    talk.say("/unfollow aleppo hospitals", user_id=reader)
    assert rows(talk.services.database, schema.follow, schema.follow.c.chat_id == reader) == []


def test_too_many_topics_are_refused(talk: Conversation, reader: int) -> None:
    for tens in (0, 10):
        talk.say("/follow " + ", ".join(f"Topic {tens + n}" for n in range(10)), user_id=reader)

    (refused,) = talk.say("/follow one more", user_id=reader)

    assert "20 topics" in (refused.text or "")


def test_forget_removes_followed_topics(talk: Conversation, reader: int) -> None:
    talk.say("/follow Red Sea", user_id=reader)

    talk.say("/forget", user_id=reader)

    assert rows(talk.services.database, schema.follow, schema.follow.c.chat_id == reader) == []


def test_a_briefing_names_the_followed_topic_with_nothing_new(talk: Conversation, reader: int) -> None:
    talk.say("/follow Port of Odesa", user_id=reader)

    shown = "".join(message.text or "" for message in talk.say("/brief", user_id=reader))

    assert "Nothing new on: Port of Odesa" in shown
