"""The same conversation in every language, and right-to-left texts that hold together."""

from __future__ import annotations

import itertools
import re

import pytest

from bot.wording.texts import languages, texts_for
from tests.bot.chat.conversation import Conversation

_people = itertools.count(80_000)
_SCRIPTS = {"ar": "[\u0600-\u06ff]", "he": "[\u0590-\u05ff]", "ru": "[А-я]", "uk": "[А-яіїєґ]"}


@pytest.fixture
def reader() -> int:
    return next(_people)


def test_the_languages_of_the_readers_are_there() -> None:
    assert languages() == ["ar", "en", "es", "fr", "he", "ru", "uk"]


@pytest.mark.parametrize("language", languages())
def test_a_readers_first_minutes(talk: Conversation, reader: int, language: str) -> None:
    own = {"user_id": reader, "language": language}
    texts = texts_for(language)

    hello = talk.say("/start", **own)[0]
    assert hello.buttons[0]["text"] == texts.plain("button-try")
    answer = talk.say("How many attacks on US troops were counted?", **own)[0]
    assert answer.links
    assert texts.plain("sources-heading") in (answer.text or "")
    subscribed = talk.say("/subscribe 07:00 Baghdad Gaza", **own)[0]
    assert "Asia/Baghdad" in (subscribed.text or "")
    for command in ("/help", "/settings", "/subscriptions", "/timezone", "/sources", "/forget"):
        (said,) = talk.say(command, **own)
        if language in _SCRIPTS:
            assert re.search(_SCRIPTS[language], said.text or ""), command
    refused = talk.say("/stats", **own)[0]
    assert refused.text == texts.plain("refused-admin")


@pytest.mark.parametrize("language", languages())
def test_a_chosen_language_stays_whatever_telegram_says(talk: Conversation, reader: int, language: str) -> None:
    page = talk.say("/language", user_id=reader, language="en")[0]
    name = next(b["text"] for b in page.buttons if b["callback_data"].startswith(f"language:{language}:"))
    talk.press(page, name, user_id=reader)

    said = talk.say("/timezone Nowhereville-on-Sea", user_id=reader, language="fr")[0]
    assert said.text == texts_for(language).plain("error-zone-unknown")


@pytest.mark.parametrize("language", ["ar", "he"])
def test_names_in_right_to_left_texts_are_isolated_and_balanced(talk: Conversation, reader: int, language: str) -> None:
    said = talk.say("/subscribe 07:00 Baghdad Gaza", user_id=reader, language=language)[0].text or ""

    assert re.search("\u2068[^\u2069]*Asia/Baghdad[^\u2069]*\u2069", said)
    assert said.count("\u2068") == said.count("\u2069")


@pytest.mark.parametrize(("word", "language"), [("مرحبًا", "ar"), ("привіт", "uk"), ("salut", "fr"), ("hello", "he")])
def test_hello_is_understood(talk: Conversation, reader: int, word: str, language: str) -> None:
    said = talk.say(word, user_id=reader, language=language)[0]

    assert said.text == texts_for(language).plain("small-talk")
