"""What is no question is told from what is one, in seven languages."""

from __future__ import annotations

import pytest

from bot.chat.intents import HeadIntents, Heard, Intent, WordIntents
from tests.bot.chat.lines import QUESTIONS, SMALL

HALF = 60
_LEAST = 0.95


def name(heard: Heard) -> str:
    return heard.command or str(heard.intent)


@pytest.mark.parametrize("part", [slice(0, HALF), slice(HALF, None)], ids=["first", "held"])
def test_small_talk_and_questions_are_told_apart(part: slice) -> None:
    intents = WordIntents()
    said, asked = SMALL[part], QUESTIONS[part]

    taken = [text for text, _ in said if intents.of(text).intent is Intent.QUESTION]
    missed = [text for text in asked if intents.of(text).intent is not Intent.QUESTION]

    assert len(said) == len(asked) == HALF
    assert 1 - (len(taken) + len(missed)) / (2 * HALF) >= _LEAST, (taken, missed)
    # To take a question for small talk is the worse mistake.
    assert missed == []


@pytest.mark.parametrize("part", [slice(0, HALF), slice(HALF, None)], ids=["first", "held"])
def test_what_is_said_is_told_apart_too(part: slice) -> None:
    intents = WordIntents()

    wrong = [(text, name(intents.of(text))) for text, meant in SMALL[part] if name(intents.of(text)) != meant]

    assert len(wrong) / HALF <= 1 - 0.9, wrong


def test_a_head_is_asked_where_the_phrases_do_not_know() -> None:
    asked: list[str] = []

    def talk(text: str) -> str | None:
        asked.append(text)
        return {"cheers mate": "thanks", "make it stop please now": "unsubscribe"}.get(text)

    intents = HeadIntents(talk)

    assert intents.of("thanks!") == Heard(Intent.THANKS)
    assert intents.of("cheers mate") == Heard(Intent.THANKS, guessed=True)
    assert intents.of("make it stop please now") == Heard(Intent.WISH, "stop", guessed=True)
    assert intents.of("What happened in Gaza?") == Heard(Intent.QUESTION)
    assert "thanks!" not in asked


def test_one_word_ends_nothing_unless_it_is_a_phrase() -> None:
    intents = HeadIntents({"more": "unsubscribe", "ще": "farewell", "cheers": "thanks"}.get)

    assert intents.of("more") == Heard(Intent.QUESTION)
    assert intents.of("ще") == Heard(Intent.QUESTION)
    assert intents.of("cheers") == Heard(Intent.THANKS, guessed=True)
    assert intents.of("unsubscribe") == Heard(Intent.WISH, "stop")
