"""What people do that nobody planned for: commands in their own script, bare mentions, words in the wrong place."""

from __future__ import annotations

import dataclasses
import itertools
from typing import Any

import pytest

from bot.chat.intents import HeadIntents
from tests.bot.chat.conversation import ADMIN, Conversation
from tests.servers import updates

_people = itertools.count(88_000)
_groups = itertools.count(-100_880_000, -1)
# Keeps a telephone from making a command out of what nobody meant as one.
JOINER = "\u2060"
QUESTION = "How many attacks on US troops were counted?"


@pytest.fixture
def reader() -> int:
    return next(_people)


@pytest.fixture
def group() -> dict[str, Any]:
    return {"chat_id": next(_groups), "kind": "supergroup"}


def said(talk: Conversation, text: str, **more: Any) -> str:
    """What is said back, all of it."""
    return "\n".join(receipt.text or "" for receipt in talk.say(text, **more))


def likened(talk: Conversation, labels: dict[str, str]) -> Conversation:
    """The same talk with a head that takes these messages for what they are not."""
    talk.services = dataclasses.replace(talk.services, intents=HeadIntents(labels.get))
    return talk


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("/ subscribe", "At what hour"),
        ("／help", "what I can do"),
        ("/помощь", "Ask me something"),
        ("/menu", "Ask me something"),
        ("/hello", "Hello."),
        ("/стоп", "no briefings"),
        ("/субскрайб", "do not know that command"),
        ("/lang", "/language"),
        ("/subs", "/subscribe"),
        ("/settngs", "/settings"),
        ("/nonsense", "/help lists"),
    ],
)
def test_a_command_as_people_write_it(talk: Conversation, reader: int, written: str, answer: str) -> None:
    assert answer in said(talk, written, user_id=reader)


@pytest.mark.parametrize(
    ("written", "command"),
    [("follow Gaza", "/follow Gaza"), ("watch 3 drones", "/watch 3 drones"), ("Hide Rafidain Voice", "/hide Rafidain")],
)
def test_a_command_without_its_slash_is_shown_with_it(
    talk: Conversation, reader: int, written: str, command: str
) -> None:
    assert command in said(talk, written, user_id=reader).replace(JOINER, "")


class TestInGroups:
    def test_a_bare_mention_asks_what_it_replies_to(
        self, talk: Conversation, reader: int, group: dict[str, Any]
    ) -> None:
        question = updates.message(QUESTION, user_id=reader, **group)["message"]

        assert "140" in said(talk, "@sitrep_bot", user_id=reader + 5_000, reply_to_message=question, **group)

    def test_a_bare_mention_runs_nobodys_command(self, talk: Conversation, reader: int, group: dict[str, Any]) -> None:
        command = updates.message("/forget", user_id=reader, **group)["message"]
        talk.api.members[group["chat_id"], reader + 5_000] = "administrator"

        answer = said(talk, "@sitrep_bot", user_id=reader + 5_000, reply_to_message=command, **group)

        assert "ask in words" in answer

    def test_a_bare_mention_fulfils_nobodys_wish(self, talk: Conversation, reader: int, group: dict[str, Any]) -> None:
        wish = updates.message("delete my data", user_id=reader, **group)["message"]
        talk.api.members[group["chat_id"], reader + 5_000] = "administrator"

        assert "Remove everything" not in said(
            talk, "@sitrep_bot", user_id=reader + 5_000, reply_to_message=wish, **group
        )

    def test_it_is_called_by_its_account_without_a_name(
        self, talk: Conversation, reader: int, group: dict[str, Any]
    ) -> None:
        body = updates.message(f"Sitrep {QUESTION}", user_id=reader, **group)
        body["message"]["entities"] = [{"type": "text_mention", "offset": 0, "length": 6, "user": updates.BOT}]

        assert "140" in (talk.take(body)[0].text or "")

    def test_somebody_else_who_is_called_is_not_the_bot(
        self, talk: Conversation, reader: int, group: dict[str, Any]
    ) -> None:
        body = updates.message(f"Sitrep {QUESTION}", user_id=reader, **group)
        entity = {"type": "text_mention", "offset": 0, "length": 6, "user": updates.user(reader + 1)}
        body["message"]["entities"] = [entity]

        assert talk.take(body) == []

    def test_a_mention_at_the_end_and_in_capitals_counts(
        self, talk: Conversation, reader: int, group: dict[str, Any]
    ) -> None:
        assert "140" in said(talk, f"{QUESTION} @SITREP_BOT", user_id=reader, **group)

    def test_thanks_to_an_answer_are_no_question(self, talk: Conversation, reader: int, group: dict[str, Any]) -> None:
        answer = talk.say(f"@sitrep_bot {QUESTION}", user_id=reader, **group)[0]

        thanked = said(talk, "thanks a lot!", user_id=reader + 5_000, reply_to_message=answer.message, **group)

        assert thanked.startswith("You are welcome")

    @pytest.mark.parametrize("wish", ["stop", "delete my data", "subscribe me", "change language"])
    def test_a_members_wish_is_refused(self, talk: Conversation, reader: int, group: dict[str, Any], wish: str) -> None:
        assert "Only admins of this group" in said(talk, f"@sitrep_bot {wish}", user_id=reader, **group)

    def test_made_an_admin_it_does_not_introduce_itself_again(self, talk: Conversation, group: dict[str, Any]) -> None:
        talk.take(updates.membership("member", **group))
        body = updates.membership("administrator", **group)
        body["my_chat_member"]["old_chat_member"] = {"user": updates.BOT, "status": "member"}

        assert talk.take(body) == []


class TestInADialogue:
    def test_an_hour_is_one_whatever_it_is_like(self, talk: Conversation, reader: int) -> None:
        likened(talk, {"noon": "nothing", "at 7 or 8": "farewell"})
        talk.say("/subscribe", user_id=reader)

        assert "At what hour" in said(talk, "at 7 or 8", user_id=reader)
        assert "12:00" in said(talk, "noon", user_id=reader)

    def test_words_alone_are_no_hour(self, talk: Conversation, reader: int) -> None:
        talk.say("/subscribe", user_id=reader)

        assert "At what hour" in said(talk, "somewhere over there", user_id=reader)
        assert "no briefings" in said(talk, "/subscriptions", user_id=reader)

    def test_a_command_without_its_slash_is_no_city(self, talk: Conversation, reader: int) -> None:
        talk.say("/subscribe", user_id=reader)
        talk.say("7:00", user_id=reader)

        assert "/follow Gaza" in said(talk, "follow Gaza", user_id=reader).replace(JOINER, "")

    def test_a_question_in_arabic_is_no_city(self, talk: Conversation, reader: int) -> None:
        talk.say("/subscribe", user_id=reader, language="ar")
        talk.say("7:00", user_id=reader, language="ar")

        assert "لا أعرف هذه المدينة" not in said(talk, "لماذا لا ترد علي", user_id=reader, language="ar")

    def test_what_is_only_like_a_wish_to_subscribe_must_say_when(self, talk: Conversation, reader: int) -> None:
        likened(talk, {"alert me about Odesa": "subscribe", "news on Odesa at 9 please": "subscribe"})

        assert "At what hour" in said(talk, "alert me about Odesa", user_id=reader)
        assert "09:00" in said(talk, "news on Odesa at 9 please", user_id=reader)

    @pytest.mark.parametrize(
        ("wish", "zone"),
        [("my time zone is Kyiv", "Europe/Kyiv"), ("set timezone to +3", "UTC+03:00"), ("I live in New York", "York")],
    )
    def test_a_wish_for_a_time_zone_takes_its_city_along(
        self, talk: Conversation, reader: int, wish: str, zone: str
    ) -> None:
        likened(talk, {wish: "timezone"})

        assert zone in said(talk, wish, user_id=reader)


class TestWords:
    def test_asking_words_alone_lean_on_an_answer(self, talk: Conversation, reader: int) -> None:
        for word in ("when?", "чому?", "¿dónde?"):
            assert "what this is about" in said(talk, word, user_id=reader)

    def test_a_place_that_is_like_thanks_is_a_place(self, talk: Conversation, reader: int) -> None:
        likened(talk, {"Springfield": "thanks"})

        assert "welcome" not in said(talk, "Springfield", user_id=reader)

    def test_a_place_with_a_question_mark_is_a_topic_without_one(self, talk: Conversation, reader: int) -> None:
        assert "Gaza?" not in said(talk, "Gaza?", user_id=reader)

    def test_a_number_is_no_topic_to_watch(self, talk: Conversation, reader: int) -> None:
        assert "Send a topic" in said(talk, "/watch 3", user_id=reader)

    def test_quiet_hours_name_no_zone_that_nobody_says(self, talk: Conversation, reader: int) -> None:
        talk.say("/timezone +3", user_id=reader)

        assert "UTC+03:00" in said(talk, "/quiet 23 7", user_id=reader)

    @pytest.mark.parametrize("named", ["0", "-1", "99", "3 4", "two", "1.5"])
    def test_no_other_source_is_removed_than_the_one_named(self, talk: Conversation, named: str) -> None:
        assert "No source of that number" in said(talk, f"/removesource {named}", user_id=ADMIN)

    @pytest.mark.parametrize("change", ["thanks", QUESTION, "lol"])
    def test_a_question_that_is_edited_again_and_again_has_one_answer(
        self, talk: Conversation, reader: int, change: str
    ) -> None:
        body = updates.message("What happened in Zummar?", user_id=reader)["message"]
        talk.take({"message": body})

        receipts = talk.take({"edited_message": {**body, "text": change, "edit_date": 1_700_000_100}})

        assert [r.method for r in receipts if r.method == "sendMessage"] == []
