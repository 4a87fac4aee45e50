"""The buttons under a briefing: more on a story, mute it, say whether it was helpful."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime

import pytest

from bot.store import schema
from bot.store.interests import interest_of
from tests.bot.chat.conversation import Conversation
from tests.bot.worlds import Clock, rows
from tests.servers.botapi import Receipt

_people = itertools.count(62_000)


@pytest.fixture
def reader() -> int:
    return next(_people)


@pytest.fixture
def clock() -> Clock:
    """A morning on which the sample has stories."""
    return Clock(datetime(2024, 4, 23, 9, tzinfo=UTC))


def briefed(talk: Conversation, reader: int) -> Receipt:
    """The last message of a briefing that has buttons; its picture comes after."""
    return [receipt for receipt in talk.say("/brief", user_id=reader) if receipt.buttons][-1]


def test_a_story_opens_with_its_sources_and_what_can_be_done(talk: Conversation, reader: int) -> None:
    opened = talk.press(briefed(talk, reader), "Story 1", user_id=reader)[-1]

    labels = [button["text"] for button in opened.buttons]
    assert any(label.startswith("[1]") for label in labels)
    assert labels[-2:] == ["Mute this story", "Was this helpful?"]


def test_a_muted_story_stays_out_until_it_is_unmuted(talk: Conversation, reader: int) -> None:
    first = briefed(talk, reader)
    told = len([button for button in first.buttons if button["text"].startswith("Story")])
    talk.press(talk.press(first, "Story 1", user_id=reader)[-1], "Mute", user_id=reader)
    muted = briefed(talk, reader)
    assert len([button for button in muted.buttons if button["text"].startswith("Story")]) == told - 1

    (listing,) = talk.say("/muted", user_id=reader)
    (edited,) = talk.press(listing, "Unmute number 1", user_id=reader)
    assert "No story is muted" in (edited.text or "")
    again = briefed(talk, reader)
    assert len([button for button in again.buttons if button["text"].startswith("Story")]) == told


def test_what_a_chat_thought_of_a_story_is_in_its_interest(talk: Conversation, reader: int) -> None:
    opened = talk.press(briefed(talk, reader), "Story 1", user_id=reader)[-1]
    (asked,) = talk.press(opened, "helpful?", user_id=reader)
    talk.press(asked, "Helpful", user_id=reader)
    talk.press(asked, "Not helpful", user_id=reader)

    database = talk.services.database
    (given,) = rows(database, schema.feedback, schema.feedback.c.chat_id == reader)
    with database.read() as connection:
        assert interest_of(connection, reader).judged == ((given.about, -1),)
    assert "Nothing" not in (briefed(talk, reader).text or "")
