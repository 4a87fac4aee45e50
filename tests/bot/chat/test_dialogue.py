"""Subscribing step by step, the zone of a shared place, and cities that were mistyped or are in another language."""

from __future__ import annotations

import dataclasses
import itertools
import json
from typing import Any

import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from bot.chat.intents import HeadIntents
from bot.store import schema
from bot.store.chats import get_chat
from tests.bot.chat.conversation import Conversation
from tests.bot.worlds import rows
from tests.servers import updates
from tests.servers.botapi import Receipt

_people = itertools.count(85_000)
# A street of Baghdad.
NORTH, EAST = 33.31523, 44.36612


@pytest.fixture
def reader() -> int:
    return next(_people)


def labels(receipt: Receipt) -> list[str]:
    return [button["text"] for button in receipt.buttons]


def topics(talk: Conversation, reader: int) -> list[list[str]]:
    held = rows(talk.services.database, schema.subscription, schema.subscription.c.chat_id == reader)
    return [one.topics for one in held if one.state == "active"]


def zone(talk: Conversation, reader: int) -> str | None:
    with talk.services.database.read() as connection:
        chat = get_chat(connection, reader)
    return chat.zone if chat else None


def share(talk: Conversation, reader: int, north: float, east: float, **more: Any) -> list[Receipt]:
    body = updates.message("", user_id=reader, **more)["message"]
    del body["text"], body["entities"]
    return talk.take({"message": {**body, "location": {"latitude": north, "longitude": east}}})


class TestStepByStep:
    def test_an_hour_a_city_and_topics(self, talk: Conversation, reader: int) -> None:
        asked = talk.press(talk.say("/start", user_id=reader)[0], "every morning", user_id=reader)[0]
        (where,) = talk.press(asked, "07:00", user_id=reader)
        (about,) = talk.press(where, "Baghdad", user_id=reader)
        (more,) = talk.press(about, "Israel", user_id=reader)
        (still,) = talk.press(more, "Iran", user_id=reader)
        (done,) = talk.press(still, "That is all", user_id=reader)

        assert (where.text or "").startswith("You will get a briefing every day at 07:00, UTC, on everything.")
        assert "Leave it at everything" in labels(about)
        assert "Israel" not in labels(more)
        assert done.text == (
            "You will get a briefing every day at 07:00, Asia/Baghdad (UTC+03:00), on Israel, Iran.\n"
            "Next: 25 Apr 2024, 07:00"
        )
        assert topics(talk, reader) == [["Israel", "Iran"]]

    def test_topics_can_be_skipped_and_whoever_stops_gets_everything(self, talk: Conversation, reader: int) -> None:
        asked = talk.say("/subscribe", user_id=reader)[0]
        (where,) = talk.press(asked, "18:00", user_id=reader)
        assert topics(talk, reader) == [[]]

        (about,) = talk.press(where, "Kyiv", user_id=reader)
        (done,) = talk.press(about, "Leave it at everything", user_id=reader)

        assert "at 18:00, Europe/Kyiv" in (done.text or "")
        assert labels(done) == ["All settings"]

    def test_topics_are_named_in_the_readers_language(self, talk: Conversation, reader: int) -> None:
        own = {"user_id": reader, "language": "ar"}
        talk.say("/timezone بغداد", **own)
        (about,) = talk.press(talk.say("/subscribe", **own)[0], "07:00", user_id=reader)
        label = next(one for one in labels(about) if one == "إسرائيل")
        talk.press(about, label, user_id=reader)

        assert topics(talk, reader) == [["إسرائيل"]]

    def test_a_briefing_that_was_stopped_meanwhile_takes_no_topics(self, talk: Conversation, reader: int) -> None:
        talk.say("/timezone Kyiv", user_id=reader)
        (about,) = talk.press(talk.say("/subscribe", user_id=reader)[0], "07:00", user_id=reader)
        talk.say("/unsubscribe", user_id=reader)

        for label in ("Israel", "Leave it at everything"):
            (gone,) = talk.press(about, label, user_id=reader) or [about]
            assert "There are no briefings" in (gone.text or "") or gone is about
        assert topics(talk, reader) == []


class TestPlace:
    def test_a_shared_place_gives_the_zone_and_is_kept_nowhere(self, talk: Conversation, reader: int) -> None:
        where = talk.press(talk.say("/subscribe", user_id=reader)[0], "07:00", user_id=reader)[0]
        (asked,) = talk.press(where, "Where I am now", user_id=reader)
        keyboard = (
            json.loads(asked.params["reply_markup"])
            if isinstance(asked.params["reply_markup"], str)
            else (asked.params["reply_markup"])
        )
        assert keyboard["keyboard"][0][0]["request_location"] is True

        with capture_logs() as logs:
            thanks, clocks = share(talk, reader, NORTH, EAST)
        talk.press(clocks, "Baghdad", user_id=reader)

        assert thanks.params["reply_markup"] == {"remove_keyboard": True}
        assert labels(clocks) == ["09:00, Baghdad", "Another time"]
        assert zone(talk, reader) == "Asia/Baghdad"
        with talk.services.database.read() as connection:
            tables = schema.metadata.sorted_tables
            held = [str(row) for table in tables for row in connection.execute(sa.select(table)).all()]
        assert not [one for one in (*held, *map(str, logs)) if "33.31" in one or "44.36" in one]

    def test_where_a_country_has_several_the_reader_chooses(self, talk: Conversation, reader: int) -> None:
        _, clocks = share(talk, reader, 46.63, 32.6)

        assert labels(clocks) == ["09:00, Kyiv", "09:00, Simferopol", "Another time"]

    def test_a_place_in_a_group_is_not_for_the_bot(self, talk: Conversation, reader: int) -> None:
        assert share(talk, reader, NORTH, EAST, chat_id=-100_900 - reader, kind="supergroup") == []
        group = {"user_id": reader, "chat_id": -100_900 - reader, "kind": "supergroup"}
        talk.api.members[group["chat_id"], reader] = "administrator"
        (asked,) = talk.say("/subscribe", **group)
        (where,) = talk.press(asked, "07:00", user_id=reader)
        assert "Where I am now" not in labels(where)


class TestCities:
    @pytest.mark.parametrize(
        ("written", "found"),
        [
            ("بغداد", "Asia/Baghdad"),
            ("Київ", "Europe/Kyiv"),
            ("ירושלים", "Asia/Jerusalem"),
            ("Le Caire", "Africa/Cairo"),
        ],
    )
    def test_a_city_in_another_language(self, talk: Conversation, reader: int, written: str, found: str) -> None:
        talk.say(f"/timezone {written}", user_id=reader)

        assert zone(talk, reader) == found

    def test_a_town_that_is_no_zones_city(self, talk: Conversation, reader: int) -> None:
        talk.say("/timezone Zahedan", user_id=reader)

        assert zone(talk, reader) == "Asia/Tehran"

    def test_of_towns_of_one_name_the_reader_chooses(self, talk: Conversation, reader: int) -> None:
        (clocks,) = talk.say("/timezone Valencia", user_id=reader)
        talk.press(clocks, "Madrid", user_id=reader)

        assert zone(talk, reader) == "Europe/Madrid"

    def test_a_mistyped_city_is_a_topic_until_the_reader_says_otherwise(self, talk: Conversation, reader: int) -> None:
        (made,) = talk.say("/subscribe 7 Damascas Gaza, Red Sea", user_id=reader)
        assert "on Damascas Gaza, Red Sea" in (made.text or "")

        (put_right,) = talk.press(made, "Yes, Asia/Damascus", user_id=reader)

        assert "at 07:00, Asia/Damascus (UTC+03:00), on Gaza, Red Sea" in (put_right.text or "")
        assert zone(talk, reader) == "Asia/Damascus"

    @pytest.mark.parametrize("text", ["/subscribe 7 Iran", "/subscribe 7 Libya, Egypt", "/subscribe 7 drones"])
    def test_a_topic_is_not_taken_for_a_city(self, talk: Conversation, reader: int, text: str) -> None:
        (made,) = talk.say(text, user_id=reader)

        assert topics(talk, reader) == [text.partition("7 ")[2].split(", ")]
        assert labels(made) == []


class TestWhatIsNoQuestion:
    def test_a_command_that_is_nearly_one(self, talk: Conversation, reader: int) -> None:
        assert "/language" in (talk.say("/langauge", user_id=reader)[0].text or "")
        assert "/broadcast" not in (talk.say("/brodcast", user_id=reader)[0].text or "")

    @pytest.mark.parametrize("text", ["who are you?", "What can you do", "help"])
    def test_who_asks_what_the_bot_is_hears_it(self, talk: Conversation, reader: int, text: str) -> None:
        assert "Try this question" in labels(talk.say(text, user_id=reader)[0])

    def test_thanks(self, talk: Conversation, reader: int) -> None:
        assert (talk.say("Thank you!", user_id=reader)[0].text or "").startswith("You are welcome")

    def test_a_picture_a_voice_or_a_file_is_answered_with_how_to_ask(self, talk: Conversation, reader: int) -> None:
        file = {"file_id": "F", "file_unique_id": "f", "file_size": 9}
        for sent in (
            {"photo": [{**file, "width": 5, "height": 5}]},
            {"voice": {**file, "duration": 2}},
            {"document": {**file, "file_name": "report.pdf"}},
        ):
            body = updates.message("", user_id=reader)["message"]
            del body["text"], body["entities"]
            (said,) = talk.take({"message": {**body, **sent}})
            assert (said.text or "").startswith("Please ask in words")

    def test_the_words_under_a_picture_are_a_question(self, talk: Conversation, reader: int) -> None:
        body = updates.message("", user_id=reader)["message"]
        del body["text"], body["entities"]
        photo = {"photo": [{"file_id": "F", "file_unique_id": "f", "width": 5, "height": 5}]}
        said = talk.take({"message": {**body, **photo, "caption": "How many attacks on US troops were counted?"}})

        assert said[0].links


class TestTyped:
    """What is typed while an answer is waited for is that answer."""

    @pytest.mark.parametrize(
        ("language", "hour", "city", "topic"),
        [("en", "7:30", "Kyiv", "grain exports"), ("uk", "7:30", "Київ", "зерно"), ("ar", "٧:٣٠", "بغداد", "غزة")],
    )
    def test_hour_city_and_topics(
        self, talk: Conversation, reader: int, language: str, hour: str, city: str, topic: str
    ) -> None:
        own: dict[str, Any] = {"user_id": reader, "language": language}
        talk.say("/subscribe", **own)
        (made,) = talk.say(hour, **own)
        assert "07:30" in (made.text or "")

        (where,) = talk.press(talk.say("/subscribe", **own)[0], "09:00", user_id=reader)
        (about,) = talk.say(city, **own)
        (done,) = talk.say(topic, **own)

        assert zone(talk, reader) in {"Europe/Kyiv", "Asia/Baghdad"}
        assert where.buttons
        assert about.buttons
        assert topic in (done.text or "")
        assert [topic] in topics(talk, reader)

    def test_a_question_leaves_the_dialogue_and_so_does_a_command(self, talk: Conversation, reader: int) -> None:
        talk.say("/subscribe", user_id=reader)
        assert talk.say("How many attacks on US troops were counted?", user_id=reader)[0].links

        talk.say("/subscribe", user_id=reader)
        assert "Nothing was changed" in (talk.say("/cancel", user_id=reader)[0].text or "")
        assert topics(talk, reader) == []

    def test_topics_that_are_like_a_wish_are_topics(self, talk: Conversation, reader: int) -> None:
        like = {"grain exports": "sources", "put an end to it": "unsubscribe"}
        talk.services = dataclasses.replace(talk.services, intents=HeadIntents(like.get))
        for text in ("/subscribe", "7:30", "Kyiv"):
            talk.say(text, user_id=reader)

        (changed,) = talk.say("grain exports", user_id=reader)
        talk.say("/subscribe", user_id=reader)
        (stopped,) = talk.say("put an end to it", user_id=reader)

        assert "on grain exports" in (changed.text or "")
        assert (stopped.text or "").startswith("Stopped.")

    def test_what_is_no_hour_is_asked_again(self, talk: Conversation, reader: int) -> None:
        talk.say("/subscribe", user_id=reader)

        (again,) = talk.say("25:00", user_id=reader)
        (made,) = talk.say("weekdays at 8, Kyiv", user_id=reader)

        assert "At what hour" in (again.text or "")
        assert "from Monday to Friday at 08:00, Europe/Kyiv" in (made.text or "")


class TestFreeText:
    """Free text that is no question is met sensibly."""

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("good night", "Goodbye"),
            ("дякую!", "You are welcome"),
            ("السلام عليكم", "Hello"),
            ("are you human?", "I brief people on armed conflicts"),
            ("stop", "There are no briefings"),
            ("unsubscribe", "There are no briefings"),
            ("👍", "Please ask in words"),
            ("7:30", "A briefing every day at 07:30?"),
            ("Gaza", "Briefing"),
            ("Kharkiv", "None of the reports that come nearest names Kharkiv"),
            ("asdf", "I can only answer from reports on armed conflicts"),
            ("https://nowhere.example/1", "nothing from that address"),
            ("change language", "Which language"),
        ],
    )
    def test_it_says_what_it_did(self, talk: Conversation, reader: int, text: str, words: str) -> None:
        assert words in (talk.say(text, user_id=reader)[0].text or "")

    def test_stop_stops_what_there_is(self, talk: Conversation, reader: int) -> None:
        talk.say("/subscribe 07:00 Kyiv", user_id=reader)

        (stopped,) = talk.say("please stop sending me messages", user_id=reader)

        assert (stopped.text or "").startswith("Stopped.")
        assert topics(talk, reader) == []

    def test_a_time_alone_becomes_a_briefing_when_confirmed(self, talk: Conversation, reader: int) -> None:
        (asked,) = talk.say("18:30", user_id=reader)
        talk.press(asked, "Yes", user_id=reader)

        assert topics(talk, reader) == [[]]

    @pytest.mark.parametrize("command", ["/news", "/stories", "/topics", "/about", "/privacy", "/stop", "/cancel"])
    def test_near_spellings_of_commands_lead_somewhere(self, talk: Conversation, reader: int, command: str) -> None:
        assert "I do not know that command" not in (talk.say(command, user_id=reader)[0].text or "")

    def test_a_link_that_was_read_is_answered_from_it(self, talk: Conversation, reader: int) -> None:
        answer = talk.say("How many attacks on US troops were counted?", user_id=reader)[0]

        (found, *_) = talk.say(answer.links[0], user_id=reader)

        assert "I have read that article" in (found.text or "")
        assert answer.links[0] in found.links


class TestTravel:
    def test_who_travels_chooses_what_becomes_of_their_hour(self, talk: Conversation, reader: int) -> None:
        talk.say("/subscribe 07:00 Kyiv", user_id=reader)
        _, clocks = share(talk, reader, NORTH + 20, EAST - 42)
        (asked,) = talk.press(clocks, clocks.buttons[0]["text"].split(", ")[-1], user_id=reader)
        assert labels(asked)[0].startswith("At my local 07:00")

        talk.press(asked, "As before", user_id=reader)

        held = rows(talk.services.database, schema.subscription, schema.subscription.c.chat_id == reader)
        assert [one.zone for one in held] == ["Europe/Kyiv"]
        assert zone(talk, reader) != "Europe/Kyiv"
