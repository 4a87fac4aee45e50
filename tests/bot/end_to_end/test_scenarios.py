"""Scenarios in which the bot once failed its readers, played with the running bot over HTTP."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.wording.texts import languages
from tests.bot.end_to_end.talk import Talk
from tests.bot.end_to_end.world import LANGUAGES, QUESTION, World, admins
from tests.servers import updates
from tests.servers.site import Reply, Site

pytestmark = pytest.mark.timeout(300)

_people = itertools.count(3100)
_NEWS = (
    ("8 people were killed when a missile struck the port of Kramatorsk on {day}, the regional governor said.", 5),
    ("11 people were killed when a missile struck the port of Kramatorsk on {day}, the regional governor said.", 1),
)
_ASKED = {
    "ar": "كم شخصًا قُتل في كراماتورسك؟",
    "en": "How many people were killed in Kramatorsk?",
    "es": "¿Cuántas personas murieron en Kramatorsk?",
    "fr": "Combien de personnes ont été tuées à Kramatorsk ?",
    "he": "כמה אנשים נהרגו בקרמטורסק?",
    "ru": "Сколько людей погибло в Краматорске?",
    "uk": "Скільки людей загинуло в Краматорську?",
}


@pytest.fixture(scope="module")
def world(running_copy: Callable[..., World]) -> World:
    limits = {f"SITREP_TELEGRAM__{name}": "100000" for name in ("MESSAGES_PER_MINUTE", "QUESTIONS_PER_HOUR")}
    return running_copy(admins=admins(LANGUAGES), **limits)


@pytest.fixture
def reader(world: World) -> Talk:
    return Talk(world.api, "en", next(_people))


@pytest.fixture
def owner(world: World) -> Talk:
    return Talk(world.api, "en", admins(LANGUAGES)["en"])


def told(talk: Talk, text: str) -> str:
    """What is said back, whatever it is."""
    before = talk.api.last
    talk.api.push(updates.message(text, user_id=talk.user_id, language=talk.language))
    receipts = talk.api.wait(lambda: talk.api.sent(talk.user_id, after=before), timeout=120)
    return receipts[0].text or ""


def of_today(site: Site) -> bytes:
    """A feed of two reports of the last hours on one strike, the later with the higher toll."""
    now = datetime.now(UTC)
    items = ""
    for number, (text, hours_ago) in enumerate(_NEWS):
        at = now - timedelta(hours=hours_ago)
        words = text.format(day=at.strftime("%A"))
        more = " Cranes and two warehouses burned down. Rescuers went on searching the rubble of the grain terminal."
        items += (
            f"<item><title>Missile strikes port of Kramatorsk</title><link>{site.url}/{number}</link>"
            f"<guid>{number}</guid><pubDate>{at.strftime('%a, %d %b %Y %H:%M:%S GMT')}</pubDate>"
            f"<description>{words}{more}</description></item>"
        )
    return f'<rss version="2.0"><channel><title>Quayside Courier</title>{items}</channel></rss>'.encode()


def brief_when_read(talk: Talk) -> str:
    """The briefing as soon as both reports are in it; each asking waits for its reply."""
    for _ in range(2000):
        briefing = told(talk, "/brief Kramatorsk")
        if "before that 8" in briefing or "11 people" in briefing:
            return briefing
    raise AssertionError("the news was not read")


def test_a_strikes_dead_are_those_of_that_strike(reader: Talk) -> None:
    answer = told(reader, "How many were killed in the strike on the consulate in Damascus?")

    assert "seven" in answer
    assert "No deaths" not in answer


@pytest.mark.parametrize(
    "question",
    ["How many people were killed by the five rockets?", "¿Cuántas personas murieron por los cinco cohetes?"],
)
def test_where_nobody_was_hurt_the_dead_of_earlier_attacks_are_no_answer(reader: Talk, question: str) -> None:
    answer = told(reader, question)

    assert "No US personnel were hurt" in answer
    assert "contractor" not in answer


def test_a_question_on_another_place_leans_on_nothing_that_was_asked_before(reader: Talk) -> None:
    told(reader, "What happened in Gaza?")

    assert "Gaza, Erbil" not in told(reader, "Is it safe to travel to Erbil?")
    assert "Gaza" not in told(reader, "Kharkiv").partition("nearest")[0]


def test_a_long_question_is_answered(reader: Talk) -> None:
    long = "I have read a good deal on this and still do not know what to think of it. " * 15

    assert "140" in told(reader, f"{QUESTION} {long}"[:1200])


@pytest.mark.parametrize("language", languages())
def test_the_first_question_that_is_offered_is_answered(world: World, language: str) -> None:
    newcomer = Talk(world.api, language, next(_people))

    answer = newcomer.press(newcomer.say("/start", "start"), newcomer.text("button-try"), "answer-footing")

    assert "140" in (answer.text or "")


def test_a_source_that_is_read_already_is_not_offered_again(owner: Talk, offered: str) -> None:
    found = owner.say(f"/addsource {offered}", "addsource-found")
    owner.press(found, owner.text("button-confirm"), "addsource-done")

    again = owner.say(f"/addsource {offered}", "addsource-known")

    assert again.buttons == []


def test_a_message_of_a_kind_that_is_new_is_met_with_how_to_ask(reader: Talk) -> None:
    body = updates.message("", user_id=reader.user_id)
    del body["message"]["text"], body["message"]["entities"]
    body["message"]["checklist"] = {"title": "Pack", "tasks": [{"id": 1, "text": "Water"}]}
    before = reader.api.last

    reader.api.push(body)

    reader.hear("ask-how", after=before)


def test_news_of_today_is_told_with_the_later_toll_and_found_in_every_language(owner: Talk, world: World) -> None:
    with Site() as site:
        site.routes["/feed.xml"] = Reply(of_today(site), headers={"content-type": "application/rss+xml"})
        found = owner.say(f"/addsource {site.url}/feed.xml", "addsource-found")
        owner.press(found, owner.text("button-confirm"), "addsource-done")
        briefing = brief_when_read(owner)
        answers = {
            language: told(Talk(world.api, language, next(_people)), question) for language, question in _ASKED.items()
        }

    assert "11 people" in briefing.partition("8 people")[0]
    assert [language for language, answer in answers.items() if "11 people" not in answer] == []
