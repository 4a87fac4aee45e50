"""With the real model, what is no question is told from what is one, in forms that the catalogues do not list."""

from __future__ import annotations

from pathlib import Path

from bot.chat.intents import HeadIntents, Intent
from index import Index, Settings
from index.embedding.embedder import EmbeddingPolicy
from tests.bot.chat.lines import (
    LATER_QUESTIONS,
    LATER_SMALL,
    LATEST_QUESTIONS,
    LATEST_SMALL,
    NEXT_QUESTIONS,
    NEXT_SMALL,
)

_NEWS = frozenset({Intent.QUESTION, Intent.PLACE})
_LEAST = 0.95


def test_talk_and_questions_of_unusual_form_are_told_apart(model_dir: str, tmp_path: Path) -> None:
    with Index.open(Settings(tmp_path, embedding=EmbeddingPolicy(model_dir=model_dir))) as corpus:
        intents = HeadIntents(corpus.talk)
        said = (*LATER_SMALL, *LATEST_SMALL, *NEXT_SMALL)
        asked = (*LATER_QUESTIONS, *LATEST_QUESTIONS, *NEXT_QUESTIONS)
        taken = [text for text, _ in said if intents.of(text).intent in _NEWS]
        missed = [text for text in asked if intents.of(text).intent not in _NEWS]

    assert 1 - (len(taken) + len(missed)) / (len(said) + len(asked)) >= _LEAST, (taken, missed)
