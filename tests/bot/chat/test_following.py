"""Topics that a chat follows: named, listed, stopped, and told first."""

from __future__ import annotations

import itertools
from datetime import timedelta

import pytest

from bot.store import schema
from bot.wording.texts import texts_for
from index.articles import Article
from tests.bot.chat.conversation import Conversation
from tests.bot.worlds import rows

HOUR = timedelta(hours=1)
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

    talk.say("/forget yes", user_id=reader)

    assert rows(talk.services.database, schema.follow, schema.follow.c.chat_id == reader) == []


def test_a_briefing_names_the_followed_topic_with_nothing_new(talk: Conversation, reader: int) -> None:
    talk.say("/follow Port of Odesa", user_id=reader)

    shown = "".join(message.text or "" for message in talk.say("/brief", user_id=reader))

    assert "Nothing new on: Port of Odesa" in shown


def test_a_topic_in_arabic_brings_reports_in_english_first(empty: Conversation, reader: int) -> None:
    now, articles = empty.clock(), []
    for hours, place, what in ((1, "Aleppo", "hospital"), (2, "Kharkiv", "grain mill"), (3, "Homs", "market")):
        text = f"A drone struck a {what} in {place} on Sunday and wounded {hours + 2} people, doctors there said. "
        articles.append(
            Article(f"https://{place}.example/1", f"Drone hits {what} in {place}", text * 3, place, now - hours * HOUR)
        )
    empty.services.index.add(articles)
    own = {"user_id": reader, "language": "ar"}

    for topic, place in (("خاركيف", "Kharkiv"), ("حمص", "Homs"), ("حلب", "Aleppo")):
        empty.say(f"/follow {topic}، البحر الأحمر", **own)
        told = empty.say("/brief", **own)[0].text or ""
        empty.say("/unfollow all", **own)

        assert told.index(place) == min(told.index(one) for one in ("Kharkiv", "Homs", "Aleppo"))
        quiet = texts_for("ar").plain("briefing-quiet-topics", topics="البحر الأحمر")
        assert _bare(quiet) in _bare(told)


def _bare(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")
