"""Where time ran out an answer and a briefing say so, in the reader's language."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import pytest

from bot.wording.message import Message
from bot.wording.render import Reader, answer_messages
from bot.wording.render_briefing import briefing_messages
from bot.wording.texts import languages, texts_for
from bot.wording.typeset import plain
from index.answers.answer import Answer, Citation, Claim
from index.stories.story import Briefing

NOW = datetime(2026, 4, 25, 12, tzinfo=UTC)
TEXT = "Shells killed nine people near Orlivka."
CITATION = Citation(1, "p1", "a1", "https://ledger.example/1", "Shelling", "Ledger", NOW, TEXT, 0, len(TEXT))
ANSWER = Answer("How many?", "answer", NOW, TEXT, (Claim(TEXT, TEXT, ("Ledger",), (1,)),), (CITATION,), origins=1)
ABSTENTION = Answer("How many?", "abstain", NOW, "Nothing.")
BRIEFING = Briefing(NOW, NOW, (), (), ())


def shown(messages: list[Message]) -> str:
    return "\n".join(plain(message.html) for message in messages)


@pytest.mark.parametrize("language", languages())
def test_what_was_cut_short_says_so_once(language: str) -> None:
    reader = Reader(texts_for(language))
    line = reader.texts.plain("cut-short")

    for answer in (ANSWER, ABSTENTION):
        assert shown(answer_messages(answer, reader)).count(line) == 0
        assert shown(answer_messages(dataclasses.replace(answer, cut_short=True), reader)).count(line) == 1
    assert shown(briefing_messages(BRIEFING, reader)).count(line) == 0
    assert shown(briefing_messages(dataclasses.replace(BRIEFING, cut_short=True), reader)).count(line) == 1


def test_a_briefing_that_was_cut_short_does_not_call_the_time_quiet() -> None:
    reader = Reader(texts_for("en"))
    read = dataclasses.replace(BRIEFING, sources=3)

    assert "No news: " in shown(briefing_messages(read, reader))
    assert "No news: " not in shown(briefing_messages(dataclasses.replace(read, cut_short=True), reader))
