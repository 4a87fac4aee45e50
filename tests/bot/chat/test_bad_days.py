"""Telegram on its bad days, in forms that were not met before: it keeps running, answers, and forgets nobody."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any, ClassVar

import pytest
import telegram
from structlog.testing import capture_logs

from bot.chat import raw_updates
from bot.store import pauses
from tests.bot.chat.conversation import ADMIN, Conversation
from tests.servers import updates

_people = itertools.count(93_000)
QUESTION = "How many attacks on US troops were counted?"


@pytest.fixture
def reader() -> int:
    return next(_people)


def said(talk: Conversation, text: str, **more: Any) -> str:
    return "\n".join(receipt.text or "" for receipt in talk.say(text, **more))


def forum(chat_id: int, topic: int) -> dict[str, Any]:
    return {"chat_id": chat_id, "kind": "supergroup", "is_topic_message": True, "message_thread_id": topic}


def reasons(talk: Conversation, chat_id: int) -> list[tuple[int | None, str]]:
    with talk.services.database.read() as connection:
        return [(pause.thread_id, pause.reason) for pause in pauses.pauses_of(connection, chat_id)]


def wordless(**more: Any) -> dict[str, Any]:
    """A message that has no text of its own."""
    body: dict[str, Any] = updates.message("", **more)
    for message in body.values():
        del message["text"], message["entities"]
    return body


class TestUpdatesThatNobodyPlannedFor:
    BODIES: ClassVar[dict[str, dict[str, Any]]] = {
        "a poll": {
            "poll": {
                "id": "1", "question": "canary",
                "options": [{"text": "canary", "voter_count": 2, "persistent_id": "a"}],
                "total_voter_count": 2, "is_closed": True, "is_anonymous": True, "type": "regular",
                "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
            }
        },
        "counts of reactions": {
            "message_reaction_count": {
                "chat": updates.chat(-5, "channel"), "message_id": 3, "date": 0,
                "reactions": [{"type": {"type": "emoji", "emoji": "👍"}, "total_count": 4}],
            }
        },
        "a message of a business account": updates.message(
            "canary", user_id=93, field="business_message", business_connection_id="b"
        ),
        "what a business account deleted": {
            "deleted_business_messages": {"business_connection_id": "b", "chat": updates.chat(9), "message_ids": [1]}
        },
        "a message of a guest": updates.message("canary", user_id=93, field="guest_message"),
        "a topic that was closed": wordless(user_id=93, chat_id=-930, kind="supergroup", forum_topic_closed={}),
        "a topic that was made": wordless(
            user_id=93, chat_id=-930, kind="supergroup", forum_topic_created={"name": "canary", "icon_color": 1}
        ),
        "somebody who joined": wordless(
            user_id=93, chat_id=-930, kind="supergroup", new_chat_members=[updates.user(94)]
        ),
    }  # fmt: skip

    @pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
    def test_they_are_met_with_silence_and_the_next_question_is_answered(
        self, talk: Conversation, reader: int, body: dict[str, Any]
    ) -> None:
        assert talk.take(body) == []

        assert "140" in said(talk, QUESTION, user_id=reader)

    CHANGES: ClassVar[dict[str, Callable[[dict[str, Any]], object]]] = {
        "no chat": lambda message: message.pop("chat"),
        "an offset in words": lambda message: message.update(
            entities=[{"type": "bold", "offset": "x", "length": []}, 7]
        ),
        "a reply to a word": lambda message: message.update(reply_to_message="canary"),
        "a photo that is a number": lambda message: message.update(photo=5),
        "a sender without a name": lambda message: message.update({"from": {"id": 5}}),
        "a quote of a new kind": lambda message: message.update(quote={"canary": 1}),
    }

    @pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
    def test_what_can_not_be_read_costs_itself_alone_and_its_words_are_in_no_log(
        self, change: Callable[[dict[str, Any]], object]
    ) -> None:
        body = updates.message("canary", user_id=5)
        change(body["message"])

        with capture_logs() as logs:
            read = raw_updates.read({"update_id": 7, **json.loads(json.dumps(body))}, telegram.Bot("1:a"))

        assert read is None or read.update_id == 7
        assert "canary" not in str(logs)
        assert [line["update"] for line in logs] == ([7] if read is None else [])

    def test_a_press_without_a_person_or_a_message_is_passed_over(self, talk: Conversation, reader: int) -> None:
        bare = {"callback_query": {"id": "1", "from": updates.user(reader), "chat_instance": "1", "data": "x"}}

        assert talk.take(bare) == []
        assert "140" in said(talk, QUESTION, user_id=reader)


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        "words",
        [
            "Bad Request: message thread not found",
            "Bad Request: TOPIC_DELETED",
            "Bad Request: the topic_id_invalid",
        ],
    )
    def test_a_topic_that_is_gone_leaves_the_others(self, talk: Conversation, reader: int, words: str) -> None:
        group = -100_000 - reader
        talk.api.members[group, reader] = "administrator"
        for topic in (5, 6):
            talk.say("/subscribe 07:00 Kyiv", user_id=reader, **forum(group, topic))
        talk.api.fault("sendMessage", chat_id=group, status=400, description=words)
        talk.say("/help", user_id=reader, **forum(group, 5))

        assert "what I can do" in said(talk, "/help", user_id=reader, **forum(group, 6))
        assert reasons(talk, group) == [(5, "topic_closed")]
        assert "I try again at" in said(talk, "/subscriptions", user_id=reader, **forum(group, 6))

    @pytest.mark.parametrize(
        ("status", "words", "reason"),
        [
            (403, "Forbidden: user is deactivated", "deactivated"),
            (403, "Forbidden: bot was kicked from the supergroup chat", "kicked"),
            (400, "Bad Request: not enough rights to send text messages to the chat", "no_rights"),
            (403, "Forbidden: the group chat was deleted", "chat_not_found"),
            (400, "Bad Request: CHAT_RESTRICTED", "no_rights"),
            (403, "Forbidden: bots can't send messages to bots", "forbidden"),
        ],
    )
    def test_a_pause_is_seen_by_an_admin_and_ends_when_anything_gets_through(
        self, talk: Conversation, reader: int, status: int, words: str, reason: str
    ) -> None:
        talk.say("/subscribe 07:00 Kyiv", user_id=reader)
        talk.api.fault("sendMessage", chat_id=reader, status=status, description=words)
        assert talk.say("/help", user_id=reader) == []
        assert reasons(talk, reader) == [(None, reason)]
        assert "Chats that cannot be written to" in said(talk, "/stats", user_id=ADMIN)

        assert "Next: " in said(talk, "/subscriptions", user_id=reader)

        assert reasons(talk, reader) == []

    @pytest.mark.parametrize(
        "words",
        [
            "Bad Request: BUTTON_TYPE_INVALID",
            "Bad Request: REPLY_MARKUP_INVALID",
            "Bad Request: BUTTON_COPY_TEXT_INVALID",
        ],
    )
    def test_an_answer_whose_buttons_are_refused_comes_without_them(
        self, talk: Conversation, reader: int, words: str
    ) -> None:
        talk.api.fault("sendMessage", chat_id=reader, status=400, description=words)

        (answer,) = talk.say(QUESTION, user_id=reader)

        assert "140" in (answer.text or "")
        assert list(answer.buttons) == []

    def test_a_group_that_grew_while_a_topic_was_closed_keeps_its_briefings(
        self, talk: Conversation, reader: int
    ) -> None:
        old, new = -reader, -100_000_000 - reader
        talk.api.members[old, reader] = talk.api.members[new, reader] = "creator"
        talk.say("/subscribe 07:00 Kyiv", user_id=reader, chat_id=old, kind="group")
        talk.take(wordless(user_id=reader, chat_id=old, kind="group", migrate_to_chat_id=new))
        talk.take(wordless(user_id=reader, chat_id=new, kind="supergroup", migrate_from_chat_id=old))

        assert "Next: " in said(talk, "/subscriptions", user_id=reader, chat_id=new, kind="supergroup")

    def test_a_chat_that_stays_shut_is_tried_again_for_ever(self, talk: Conversation, reader: int) -> None:
        talk.say("/subscribe 07:00 Kyiv", user_id=reader)
        now = talk.services.clock()
        for _ in range(20):
            talk.services.database.transact(
                lambda c: pauses.pause_chat(c, reader, reason="deactivated", now=now)  # noqa: B023
            )
            with talk.services.database.read() as connection:
                (pause,) = pauses.pauses_of(connection, reader)
            assert pause.retry_at is not None
            assert pause.retry_at - now <= timedelta(days=30)
            now = pause.retry_at
            assert talk.services.database.transact(lambda c: pauses.try_again(c, now=now)) >= 1  # noqa: B023


class TestWhatIsEdited:
    def test_a_picture_whose_caption_is_edited_has_its_answer_edited(self, talk: Conversation, reader: int) -> None:
        body = wordless(user_id=reader, caption="What happened in Zummar?", photo=[])["message"]
        first = talk.take({"message": body})

        again = talk.take({"edited_message": {**body, "caption": QUESTION, "edit_date": 1_700_000_100}})

        assert first
        assert [receipt.method for receipt in again] == ["editMessageText"]
        assert "140" in (again[0].text or "")

    def test_an_edit_of_what_was_never_answered_is_answered_nowhere(self, talk: Conversation, reader: int) -> None:
        body = updates.message("Zummar", user_id=reader, field="edited_message", edit_date=1_700_000_100)

        assert [receipt.method for receipt in talk.take(body) if receipt.method == "sendMessage"] == []

    def test_an_album_whose_last_picture_has_the_words_is_answered_once(self, talk: Conversation, reader: int) -> None:
        album = {"user_id": reader, "photo": [], "media_group_id": f"album-{reader}"}
        pictures = [wordless(**album, **words) for words in ({}, {}, {"caption": QUESTION})]

        receipts = [receipt for picture in pictures for receipt in talk.take(picture)]

        assert sum("140" in (receipt.text or "") for receipt in receipts) == 1
