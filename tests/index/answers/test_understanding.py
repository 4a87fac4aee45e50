"""What a question counts, and when it asks for a number."""

from __future__ import annotations

import pytest

from index.answers.asked import asked
from index.answers.understanding import kind_of
from tests.index.answers.building import inquiry


@pytest.mark.parametrize(
    "question",
    [
        "What were the casualties in the harbour?",
        "What losses did the navy take?",
        "¿Cuáles fueron las bajas en el puerto?",
        "Quelles sont les pertes au port ?",
        "ما هي خسائر الأسطول؟",
        "Какие потери у флота?",
        "Які втрати у флоту?",
        "מה האבדות בנמל?",
    ],
)
def test_casualties_are_the_dead_and_the_wounded_in_every_language(question: str) -> None:
    assert inquiry(question).outcomes == {"killed", "wounded"}


def test_the_dead_are_only_the_dead() -> None:
    assert inquiry("How many were killed in the harbour?").outcomes == {"killed"}


def test_a_question_without_an_asking_word_that_names_the_dead_wants_a_number_where_the_head_is_unsure() -> None:
    unsure, sure = asked({"event": 0.6, "figure": 0.2}), asked({"event": 0.95, "figure": 0.02})
    question = "Kupiansk air strike - dead?"

    assert kind_of(unsure, question, "en") == "figure"
    assert kind_of(sure, question, "en") == "event"
    assert kind_of(unsure, "Kupiansk harbour ferry - late?", "en") == "event"


def test_a_follow_up_counts_what_was_counted_before() -> None:
    text = "How many of them were in Iraq (soldiers killed war March)?"

    assert inquiry(text, original="How many of them were in Iraq?").counted == {"soldiers"}
    assert inquiry(text).counted == frozenset()
