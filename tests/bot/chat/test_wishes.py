"""Wordings of a subscription: nearly all are understood, the rest is asked back, none is taken for another."""

from __future__ import annotations

import pytest

from bot.chat.commands.subscribing import days_in_words, zone_of
from bot.chat.wishes import read_wish
from bot.wording.texts import texts_for
from tests.bot.chat import wordings_as_typed
from tests.bot.chat.wordings import FIRST, FRESH, FRESHER, HELD, LATER, Wording, is_right

_LEAST = 0.95


@pytest.mark.parametrize("wordings", [FIRST, HELD, LATER, FRESH, FRESHER, *wordings_as_typed.ALL])
def test_nearly_all_wordings_are_understood_and_none_is_misread(wordings: tuple[Wording, ...]) -> None:
    read = {wording[0]: (wording, read_wish(wording[0], zone_of)) for wording in wordings}

    wrong = {text: wish for text, (wording, wish) in read.items() if not is_right(wording, wish)}

    assert not {text: wish for text, wish in wrong.items() if not wish.unclear}
    assert 1 - len(wrong) / len(wordings) >= _LEAST


@pytest.mark.parametrize("text", ["Gaza", "drones near Erbil", "Iran, Red Sea shipping", "5th brigade"])
def test_topics_stay_topics(text: str) -> None:
    assert read_wish(text, lambda _: None).topics


@pytest.mark.parametrize(
    ("days", "words"), [(127, "every day"), (31, "from Monday to Friday"), (95, "every day but Sat"), (5, "Mon")]
)
def test_the_days_of_a_briefing_are_told_in_words(days: int, words: str) -> None:
    assert words in days_in_words(days, texts_for("en"))
