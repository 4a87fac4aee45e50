"""Follow-ups: what points back to something said before, and what is put back in it."""

from __future__ import annotations

import pytest

from index.answers.asked import asked
from index.answers.followups import Turn, asks_who, completed, only_points_back
from tests.index.answers.building import inquiry


@pytest.mark.parametrize(
    "question",
    ["Who said that?", "What is this?", "and when was that?", "من قال ذلك؟", "кто это сказал?", "qui a dit cela ?"],
)
def test_what_says_nothing_but_that_points_back(question: str) -> None:
    assert only_points_back(question)


@pytest.mark.parametrize(
    "question",
    ["Is there any news?", "What is there in Basra?", "Who shelled them?", "What happened?", "من قصف ذلك الجسر؟"],
)
def test_what_names_or_tells_something_stands_alone(question: str) -> None:
    assert not only_points_back(question)


FIGURE = asked({"figure": 1.0})


def test_a_question_that_points_back_leans_even_where_it_names_a_place() -> None:
    before = [Turn("How many soldiers were killed in the war?")]

    text = completed("How many of them were in Iraq?", FIGURE, before)

    assert "soldiers" in text
    assert inquiry(text, original="How many of them were in Iraq?").counted == {"soldiers"}


def test_a_question_that_names_a_place_and_points_nowhere_stands_alone() -> None:
    before = [Turn("How many soldiers were killed in the war?")]

    assert completed("How many were arrested in Iraq?", FIGURE, before) == "How many were arrested in Iraq?"


@pytest.mark.parametrize(
    "question",
    [
        "who said that?",
        "¿Quién dijo eso?",
        "qui a dit cela ?",
        "من قال ذلك؟",
        "кто это сказал?",
        "מי אמר את זה?",
    ],
)
def test_who_said_that_asks_who_and_nothing_else(question: str) -> None:
    assert asks_who(question)


@pytest.mark.parametrize("question", ["when was that?", "What is this?", "Who said that the mill burned?"])
def test_what_asks_for_more_does_not_ask_who_said_it(question: str) -> None:
    assert not asks_who(question)


@pytest.mark.parametrize(
    ("earlier", "asked_now", "whole"),
    [
        ("How many were hurt in Vale Bay on Monday?", "and on Tuesday?", "How many were hurt in Vale Bay on Tuesday"),
        ("Attack on Kharkiv 7 July how many hurt", "and Odesa on 9 July?", "Attack on Odesa 9 July how many hurt"),
        ("How many were killed in Kharkiv?", "and last week?", "How many were killed in Kharkiv and last week?"),
        ("What did Hamas say about the truce?", "and Israel?", "What did Israel say about the truce"),
        ("¿Cuántos ataques contra tropas rusas?", "¿y en Siria?", "¿Cuántos ataques contra tropas rusas ¿y en Siria?"),
        ("Сколько погибло в Харькове 7 июля?", "а в Киеве?", "Сколько погибло в Киеве 7 июля"),
        ("كم قتيلا في رفح يوم الاثنين؟", "وفي خان يونس؟", "كم قتيلا في خان يونس يوم الاثنين"),
    ],
)
def test_the_same_is_asked_again_of_the_place_party_and_time_that_are_named_now(
    earlier: str, asked_now: str, whole: str
) -> None:
    assert completed(asked_now, asked({"again": 1.0}), [Turn(earlier)]) == whole
