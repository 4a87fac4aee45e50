"""Watching topics and quiet hours, as people set them."""

from __future__ import annotations

import itertools

import pytest

from bot.store import schema
from tests.bot.chat.conversation import Conversation
from tests.bot.worlds import rows

_people = itertools.count(61_000)


@pytest.fixture
def reader() -> int:
    return next(_people)


def watched(talk: Conversation, reader: int) -> list[tuple[str, int]]:
    return [
        (row.topic, row.origins) for row in rows(talk.services.database, schema.watch, schema.watch.c.chat_id == reader)
    ]


def test_a_topic_is_watched_with_a_number_of_origins(talk: Conversation, reader: int) -> None:
    (done,) = talk.say("/watch drones near Erbil", user_id=reader)
    assert "at least" not in (done.text or "")
    assert "2 independent origins" in (done.text or "")

    talk.say("/watch 3 Drones near Erbil", user_id=reader)

    assert watched(talk, reader) == [("drones near Erbil", 3)]


@pytest.mark.parametrize("text", ["/watch 0 drones", "/watch 21 drones", "/watch ,"])
def test_what_can_not_be_watched_is_explained(talk: Conversation, reader: int, text: str) -> None:
    (refused,) = talk.say(text, user_id=reader)

    assert "/watch" in (refused.text or "")
    assert watched(talk, reader) == []


def test_watches_are_listed_and_stopped(talk: Conversation, reader: int) -> None:
    talk.say("/watch drones near Erbil", user_id=reader)
    talk.say("/watch Red Sea", user_id=reader)

    (listing,) = talk.say("/watch", user_id=reader)
    (edited,) = talk.press(listing, "drones", user_id=reader)
    assert [button["text"] for button in edited.buttons] == ["Stop: Red Sea"]

    talk.say("/unwatch 1", user_id=reader)
    assert watched(talk, reader) == []


def test_quiet_hours_are_set_shown_and_ended(talk: Conversation, reader: int) -> None:
    (done,) = talk.say("/quiet 23:00 7am", user_id=reader)
    assert "From 23:00 to 07:00" in (done.text or "")
    talk.say("/watch Red Sea", user_id=reader)
    assert "From 23:00 to 07:00" in (talk.say("/watch", user_id=reader)[0].text or "")

    (ended,) = talk.say("/quiet off", user_id=reader)
    assert "any hour" in (ended.text or "")
    assert "/quiet 23:00 7:00" in (talk.say("/quiet whenever", user_id=reader)[0].text or "")
