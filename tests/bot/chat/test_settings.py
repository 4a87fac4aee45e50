"""Settings and subscribing by buttons, channels, feedback, limits, the allow-list, messages to all, inline mode."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest
import sqlalchemy as sa

from bot.store import chats, schema
from tests.bot.chat.conversation import ADMIN, Conversation
from tests.servers import updates

CHANNEL = -1007
_people = itertools.count(50_000)
POST: dict[str, Any] = {"kind": "channel", "chat_id": CHANNEL, "field": "channel_post"}
QUESTION = "How many attacks on US troops were counted?"


@pytest.fixture
def reader() -> int:
    return next(_people)


def test_subscribing_by_buttons_asks_hour_and_zone(talk: Conversation, reader: int) -> None:
    hours = talk.say("/subscribe", user_id=reader)[0]

    (zones,) = talk.press(hours, "06:00", user_id=reader)
    assert zones.method == "editMessageText"
    (topics,) = talk.press(zones, "Beirut", user_id=reader)
    assert "every day at 06:00, Asia/Beirut" in (topics.text or "")
    (done,) = talk.press(topics, "Leave it at everything", user_id=reader)
    (card,) = talk.press(done, "All settings", user_id=reader)
    (listed,) = talk.press(card, "Briefings", user_id=reader)
    assert "06:00, Asia/Beirut" in (listed.text or "")
    (again,) = talk.press(talk.say("/subscribe", user_id=reader)[0], "20:00", user_id=reader)
    assert "20:00, Asia/Beirut" in (again.text or "")


def test_every_page_of_the_settings_leads_back(talk: Conversation, reader: int) -> None:
    card = talk.say("/settings", user_id=reader)[0]

    for label in ("Time zone", "Language", "New briefing"):
        (page,) = talk.press(card, label, user_id=reader)
        (back,) = talk.press(page, "All settings", user_id=reader)
        assert (back.text or "").startswith("Settings of this chat")


def test_a_language_is_chosen_and_kept(talk: Conversation, reader: int) -> None:
    page = talk.say("/language", user_id=reader)[0]

    (card,) = talk.press(page, "English", user_id=reader)
    assert "Language: English" in (card.text or "")


@pytest.mark.parametrize("text", ["hi", "Hello!"])
def test_small_talk_is_not_taken_for_a_question(talk: Conversation, reader: int, text: str) -> None:
    assert "Ask me" in (talk.say(text, user_id=reader)[0].text or "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("/subscribe 25:00 Kyiv", "At what hour"),
        ("/subscribe 7pm Gaza, Sudan", "on Gaza, Sudan"),
        ("/subscribe Kyiv", "07:00, Europe/Kyiv"),
        ("/subscribe 7 New York Haiti", "07:00, America/New_York (UTC-04:00), on Haiti"),
        (
            "/subscribe 07:00 UTC Mali, Chad, Niger, Sudan, Libya, Syria, Yemen, Iran, Iraq, Israel, Jordan",
            "at most 10 topics",
        ),
    ],
)
def test_what_follows_subscribe(talk: Conversation, reader: int, text: str, words: str) -> None:
    assert words in (talk.say(text, user_id=reader)[0].text or "")


class TestChannels:
    """A channel gets briefings when its admins post the command in it."""

    def test_its_admins_subscribe_it_and_only_they_stop(self, talk: Conversation, reader: int) -> None:
        assert "Europe/Kyiv" in (talk.say("/subscribe 07:00 Kyiv", **POST)[0].text or "")
        listed = talk.say("/subscriptions", **POST)[0]
        assert listed.message is not None
        listed.message["chat"] = updates.chat(CHANNEL, "channel")

        assert talk.press(listed, "Stop", user_id=reader) == []
        assert talk.notices()[-1] == "Only admins of this group can do that."
        talk.api.members[CHANNEL, reader] = "administrator"
        assert "no briefings" in (talk.press(listed, "Stop", user_id=reader)[0].text or "")

    def test_plain_posts_and_questions_are_left_alone(self, talk: Conversation) -> None:
        assert talk.say(QUESTION, **POST) == []
        assert talk.say(f"/ask {QUESTION}", **POST) == []


class TestFeedback:
    def test_the_latest_verdict_of_a_person_counts(self, talk: Conversation, reader: int) -> None:
        answer = talk.say(QUESTION, user_id=reader)[-1]
        (asked,) = talk.press(answer, "helpful?", user_id=reader)
        talk.press(asked, "Helpful", user_id=reader)
        talk.press(asked, "Not helpful", user_id=reader)

        assert talk.notices() == ["Thank you.", "Thank you."]
        assert self.given(talk, reader) == ["bad"]

    def test_a_report_reaches_the_admins_without_the_name(self, talk: Conversation, reader: int) -> None:
        database = talk.services.database
        database.transact(lambda c: chats.ensure_chat(c, ADMIN, kind="private", now=talk.clock()))
        assert "nothing to report" in (talk.say("/report", user_id=reader)[0].text or "")
        talk.say(QUESTION, user_id=reader)
        talk.say("/report", user_id=reader)

        assert self.given(talk, reader) == ["report"]
        with database.read() as connection:
            query = sa.select(schema.delivery.c.payload).where(schema.delivery.c.key.like("report:%"))
            payloads = connection.execute(query).scalars().all()
        assert payloads
        assert str(reader) not in json.dumps(payloads)

    @staticmethod
    def given(talk: Conversation, user_id: int) -> list[str]:
        with talk.services.database.read() as connection:
            query = sa.select(schema.feedback.c.verdict).where(schema.feedback.c.user_id == user_id)
            return list(connection.execute(query).scalars())


class TestLimits:
    def test_a_flood_is_told_once_and_others_are_served(self, empty: Conversation) -> None:
        flood = [updates.message("/help", user_id=1) for _ in range(100)]

        said = empty.take(*flood, updates.message("/help", user_id=2))

        assert len([r for r in said if r.chat_id == 2]) == 1
        told = [r for r in said if "more than I can read" in (r.text or "")]
        assert len(told) == 1
        assert len(said) == 60 + 1 + 1

    def test_questions_of_an_hour_are_limited(self, sample: Any, clock: Any, reader: int) -> None:
        talk = Conversation(sample, clock, questions_per_hour=2)
        for _ in range(2):
            talk.say(QUESTION, user_id=reader)

        assert "a lot in this hour" in (talk.say(QUESTION, user_id=reader)[0].text or "")
        clock.advance(hours=2)
        assert talk.say(QUESTION, user_id=reader)[0].links

    def test_only_allowed_chats_and_admins_are_answered(self, sample: Any, clock: Any, reader: int) -> None:
        talk = Conversation(sample, clock, allowed_chats=(reader,))

        assert "let you in" in (talk.say("/help", user_id=reader + 1)[0].text or "")
        assert "/subscribe" in (talk.say("/help", user_id=reader)[0].text or "")
        assert "/addsource" in (talk.say("/help", user_id=ADMIN)[0].text or "")
        assert talk.say("/help", user_id=reader + 1, chat_id=-9, kind="supergroup") == []


class TestBroadcast:
    def test_it_is_shown_then_queued_once_for_each_chat(self, empty: Conversation) -> None:
        for user_id in (11, 12, 13):
            empty.say("/subscribe 07:00 Kyiv", user_id=user_id)
        empty.take(updates.membership("kicked", user_id=13))
        preview = empty.say("/broadcast Maintenance at 5 < 6 & so on", user_id=ADMIN)[-1]
        assert preview.text == "Maintenance at 5 < 6 & so on"

        for _ in range(2):
            empty.press(preview, "Send to", user_id=ADMIN)
        with empty.services.database.read() as connection:
            query = sa.select(schema.delivery.c.chat_id).where(schema.delivery.c.key.like("broadcast:%"))
            queued = sorted(connection.execute(query).scalars())
        assert queued == [11, 12, ADMIN]

    def test_readers_can_not(self, talk: Conversation, reader: int) -> None:
        assert "Only admins" in (talk.say("/broadcast x", user_id=reader)[0].text or "")


class TestInline:
    def ask(self, talk: Conversation, query: str, offset: str = "") -> dict[str, Any]:
        talk.take({"inline_query": {"id": "1", "from": updates.user(5), "query": query, "offset": offset}})
        receipt = next(r for r in reversed(talk.api.receipts) if r.method == "answerInlineQuery")
        return receipt.params

    def test_claims_are_shared_with_their_sources(self, talk: Conversation) -> None:
        answered = self.ask(talk, QUESTION)

        results = answered["results"] if isinstance(answered["results"], list) else json.loads(answered["results"])
        assert results
        assert len(results) <= 5
        assert all("<a href=" in one["input_message_content"]["message_text"] for one in results)

    def test_half_a_word_finds_nothing(self, talk: Conversation) -> None:
        answered = self.ask(talk, "How")

        assert answered["results"] in ([], "[]")
