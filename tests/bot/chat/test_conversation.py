"""What readers get to see: commands, questions, buttons, refusals."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from bot.chat.registry import COMMANDS
from bot.store import schema
from tests.bot.chat.conversation import ADMIN, Conversation
from tests.servers import updates

GROUP = -100500
_people = itertools.count(10_000)


@pytest.fixture
def reader() -> int:
    """A person nobody has met before."""
    return next(_people)


def test_start_says_what_to_do_and_its_buttons_work(talk: Conversation, reader: int) -> None:
    (hello,) = talk.say("/start", user_id=reader)

    assert [button["text"] for button in hello.buttons] == [
        "Try this question",
        "Briefing now",
        "A briefing every morning",
    ]
    for label in ("Try", "now", "morning"):
        assert talk.press(hello, label, user_id=reader)


def test_help_lists_what_this_person_may_use(talk: Conversation, reader: int) -> None:
    own = talk.say("/help", user_id=reader)[0].text or ""
    admins = talk.say("/help", user_id=ADMIN)[0].text or ""

    assert "/subscribe" in own
    assert "/addsource" not in own
    assert "/addsource" in admins
    listed = {command.name for command in COMMANDS.values() if command.listed}
    assert all(f"/{name} " in admins for name in listed)


def test_a_question_is_answered_with_links_and_buttons(talk: Conversation, reader: int) -> None:
    answer = talk.say("How many attacks on US troops were counted?", user_id=reader)[0]

    assert answer.links
    assert all(link.startswith("https://") for link in answer.links)
    assert any(button["text"].startswith("[1]") for button in answer.buttons)
    assert any(r.method == "sendChatAction" for r in talk.api.receipts)


def test_a_citation_button_opens_the_passage_for_this_chat_only(talk: Conversation, reader: int) -> None:
    answer = talk.say("How many attacks on US troops were counted?", user_id=reader)[0]
    data = next(b["callback_data"] for b in answer.buttons if b["text"].startswith("[1]"))
    assert answer.message is not None
    elsewhere = {**answer.message, "chat": updates.chat(reader + 5_000)}

    (opened,) = talk.press(answer, "[1]", user_id=reader)
    assert opened.links
    assert talk.take(updates.press(data, under=elsewhere, user_id=reader)) == []
    assert talk.notices()[-1] == "This button has expired. Please send the command again."


def test_buttons_of_a_forgotten_answer_say_so(talk: Conversation, reader: int) -> None:
    answer = talk.say("How many attacks on US troops were counted?", user_id=reader)[0]
    talk.say("/forget yes", user_id=reader)

    assert talk.press(answer, "[1]", user_id=reader) == []
    assert talk.notices()[-1] == "I no longer keep that answer. Please ask again."


@pytest.mark.parametrize("data", ["", "cite:t1.1:ffffff:c:AAAAAAAAAAAA", "x", "🂡" * 16, "cite:t1.1"])
def test_a_forged_press_is_answered_politely(talk: Conversation, reader: int, data: str) -> None:
    hello = talk.say("/start", user_id=reader)[0]
    assert hello.message is not None

    assert talk.take(updates.press(data, under=hello.message, user_id=reader)) == []
    assert talk.notices() in ([], ["This button has expired. Please send the command again."])


def test_what_the_corpus_does_not_say_is_not_answered(empty: Conversation) -> None:
    (reply,) = empty.say("How many moons has Jupiter?")

    assert reply.links == ()
    assert not [button for button in reply.buttons if button["text"].startswith("[")]


@pytest.mark.parametrize(
    ("text", "words"),
    [("?!…", "in words"), ("😀" * 50, "in words"), ("a" * 4096, "at most 2,000"), ("/ask", "in words")],
)
def test_a_question_without_words_or_without_end_gets_a_hint(
    talk: Conversation, reader: int, text: str, words: str
) -> None:
    (reply,) = talk.say(text, user_id=reader)

    assert words in (reply.text or "")


def test_subscribing_listing_and_stopping(talk: Conversation, reader: int) -> None:
    made = talk.say("/subscribe 07:00 Baghdad Gaza, Red Sea", user_id=reader)[0]
    assert "07:00, Asia/Baghdad (UTC+03:00), on Gaza, Red Sea" in (made.text or "")
    talk.say("/subscribe 6:30pm New York", user_id=reader)
    listed = talk.say("/subscriptions", user_id=reader)[0]
    assert [b["text"] for b in listed.buttons] == ["Stop number 1", "Stop number 2"]

    (after,) = talk.press(listed, "number 1", user_id=reader)
    assert after.method == "editMessageText"
    assert "18:30, America/New_York" in (after.text or "")
    assert "Baghdad" not in (after.text or "")
    assert "Stopped" in (talk.say("/unsubscribe", user_id=reader)[0].text or "")
    assert "no briefings" in (talk.say("/unsubscribe", user_id=reader)[0].text or "")


def test_a_zone_is_set_for_all_and_an_unknown_one_is_refused(talk: Conversation, reader: int) -> None:
    talk.say("/subscribe 7", user_id=reader)
    assert "Europe/Kyiv" in (talk.say("/timezone kyiv", user_id=reader)[0].text or "")
    assert "Europe/Kyiv" in (talk.say("/subscriptions", user_id=reader)[0].text or "")

    assert "do not know that time zone" in (talk.say("/timezone Nowhereville-on-Sea", user_id=reader)[0].text or "")
    assert "Europe/Kyiv" in (talk.say("/timezone", user_id=reader)[0].text or "")


def test_where_nothing_was_read_lately_the_newest_day_is_briefed(talk: Conversation, reader: int) -> None:
    talk.clock.advance(days=400)

    shown = talk.say("/brief", user_id=reader)

    assert "Nothing newer has been read" in (shown[0].text or "")
    assert shown[0].links
    assert talk.press(shown[0], "[1]", user_id=reader)[0].links


@pytest.mark.parametrize("command", ["compare", "timeline", "figures"])
def test_other_looks_at_a_story_are_cited(talk: Conversation, reader: int, command: str) -> None:
    shown = talk.say(f"/{command} Damascus", user_id=reader)

    assert any(receipt.links for receipt in shown)
    button = next(r for r in shown if r.buttons)
    assert talk.press(button, "[", user_id=reader)[0].links
    assert "Send a topic" in (talk.say(f"/{command}", user_id=reader)[0].text or "")


def test_tolls_come_with_a_picture_whose_caption_says_the_same(talk: Conversation, reader: int) -> None:
    *texts, photo = talk.say("/figures Khan Younis", user_id=reader)

    assert {receipt.method for receipt in texts} == {"sendMessage"}
    assert photo.method == "sendPhoto"
    assert photo.params["photo"]["width"] == 1080
    assert "Killed: 283 to 392" in (photo.text or "")


def test_a_briefing_comes_with_a_picture_until_it_is_switched_off(talk: Conversation, reader: int) -> None:
    talk.clock.now = datetime(2024, 4, 23, 20, 0, tzinfo=UTC)

    photo = talk.say("/brief", user_id=reader)[-1]
    assert photo.method == "sendPhoto"
    assert photo.params["photo"]["width"] == 1080
    again = talk.say("/brief", user_id=reader)[-1]
    assert again.params["photo"] == photo.message["photo"][-1]["file_id"]  # not uploaded a second time
    talk.api.photos.clear()
    assert talk.say("/brief", user_id=reader)[-1].params["photo"]["width"] == 1080  # Telegram forgot it
    assert "in these 24 hours" in (photo.text or "")
    assert "On the map: 1 " in (photo.text or "")

    card = talk.say("/settings", user_id=reader)[-1]
    assert "Pictures: off" in (talk.press(card, "pictures off", user_id=reader)[-1].text or "")
    assert {receipt.method for receipt in talk.say("/brief", user_id=reader)} == {"sendMessage"}


def test_a_link_to_a_story_opens_it_and_a_forged_one_says_so(talk: Conversation, reader: int) -> None:
    story = talk.services.index.stories()[0]

    assert any(r.links for r in talk.say(f"/start story_{story.story_id}", user_id=reader))
    assert "no story" in (talk.say("/start story_000", user_id=reader)[0].text or "")
    for payload in ("story_../x", "admin", "x" * 64):
        assert talk.say(f"/start {payload}", user_id=reader)[0].buttons


def test_forget_leaves_nothing_and_says_the_same_twice(talk: Conversation, reader: int) -> None:
    talk.say("/subscribe 07:00 Baghdad", user_id=reader)
    talk.say("How many attacks on US troops were counted?", user_id=reader)

    first, second = (talk.say("/forget yes", user_id=reader)[0].text for _ in range(2))
    assert first == second
    with talk.services.database.read() as connection:
        for table in schema.metadata.sorted_tables:
            for column in (c for c in table.c if c.name in {"chat_id", "user_id"}):
                rows = connection.execute(sa.select(table).where(column == reader)).all()
                assert rows == [], table.name


def test_an_unknown_command_is_answered_in_private_and_not_in_groups(talk: Conversation, reader: int) -> None:
    assert "do not know that command" in (talk.say("/nonsense", user_id=reader)[0].text or "")
    assert talk.say("/nonsense", user_id=reader, chat_id=GROUP, kind="supergroup") == []


def test_an_update_that_is_delivered_twice_has_one_effect(talk: Conversation, reader: int) -> None:
    message = updates.message("/help", user_id=reader)

    assert len(talk.take(message, update_id=900_001)) == 1
    assert talk.take(message, update_id=900_001) == []


@pytest.mark.parametrize(
    "body",
    [
        {"poll_answer": {"poll_id": "1", "option_ids": [0], "option_persistent_ids": [], "user": updates.user(5)}},
        {"message": {"message_id": 1, "date": 0, "chat": updates.chat(5), "sticker": None}},
        {"channel_post": {"message_id": 1, "date": 0, "chat": updates.chat(-5, "channel"), "text": "/help"}},
        updates.message("hello", user_id=5, field="edited_message"),
        {"something_new": {"a": 1}},
    ],
    ids=["poll", "no text", "channel post", "edited", "unknown"],
)
def test_other_updates_are_ignored(talk: Conversation, body: dict[str, Any]) -> None:
    assert talk.take(body) == []


def test_a_block_pauses_the_chat_and_start_resumes_it(talk: Conversation, reader: int) -> None:
    talk.say("/subscribe 07:00 Kyiv", user_id=reader)
    talk.take(updates.membership("kicked", user_id=reader))
    assert state(talk, reader) == "paused"

    talk.say("/start", user_id=reader)
    assert state(talk, reader) == "active"


def test_a_reply_that_telegram_refuses_pauses_or_moves_the_chat(talk: Conversation, reader: int) -> None:
    talk.say("/subscribe 07:00 Kyiv", user_id=reader)
    talk.api.fault("sendMessage", chat_id=reader, status=403, description="Forbidden: bot was blocked by the user")
    assert talk.say("/help", user_id=reader) == []
    assert state(talk, reader) == "paused"

    group, moved = -reader, -100_000 - reader
    talk.api.members[group, reader] = "creator"
    talk.say("/subscribe 07:00 Kyiv", user_id=reader, chat_id=group, kind="group")
    talk.api.fault("sendMessage", chat_id=group, migrate_to_chat_id=moved)
    assert [r.chat_id for r in talk.say("/help", user_id=reader, chat_id=group, kind="group")] == [moved]
    assert state(talk, moved) == "active"


def state(talk: Conversation, chat_id: int) -> str | None:
    with talk.services.database.read() as connection:
        query = sa.select(schema.chat.c.state).where(schema.chat.c.id == chat_id)
        return connection.execute(query).scalar()
