"""What a question names: places, parties, other names."""

from __future__ import annotations

import pytest

from index.answers.setting import may_name, names
from index.places import mentions
from tests.index.answers.building import inquiry, report


def _places(question: str) -> set[str]:
    return {name.text for name in inquiry(question).names if name.place_ids}


def _names(question: str) -> set[str]:
    return {name.text for name in inquiry(question).names}


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("How many soldiers does Moscow say were killed at Deir Ezzor airport?", {"Deir Ezzor"}),
        ("What does Kyiv say about the strike in Belgorod?", {"Belgorod"}),
        ("What do Khartoum and Cairo say about the six killed at Hasmurat?", set()),
        ("Did Iran's missiles kill any American soldiers at the bases in Iraq?", {"Iraq"}),
        ("كم عدد القتلى في غزة بعد هجوم إسرائيل؟", {"غزة"}),
        ("Скільки ракет Росія випустила по Україні?", {"Україні"}),
        ("How many drones did Russia launch that night?", set()),
    ],
)
def test_a_capital_or_a_state_that_acts_or_speaks_is_no_place_where_another_name_is(
    question: str, places: set[str]
) -> None:
    assert _places(question) == places


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Kyiv attack how many hurt", {"Kyiv"}),
        ("What happened in Kharkiv and Kyiv?", {"Kharkiv", "Kyiv"}),
        ("Did Ukraine attack Moscow?", {"Moscow"}),
        ("news from Sudan", {"Sudan"}),
    ],
)
def test_a_capital_is_a_place_where_the_question_names_no_other(question: str, places: set[str]) -> None:
    assert _places(question) == places


def test_initials_are_no_town() -> None:
    assert _places("How many are dead according to SANA?") == set()


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Почему Дуда грозит закрыть аэропорт?", "Дуда"),
        ("Is Zelensky ready to talk?", "Zelensky"),
        ("My family is from Gimbi. How many were killed there?", "Gimbi"),
    ],
)
def test_a_word_that_asks_is_no_part_of_a_name(question: str, name: str) -> None:
    assert _names(question) == {name}


def test_a_hospital_is_named_by_the_word_behind_it_in_a_script_without_capitals() -> None:
    assert "الشفاء" in _names("كم عدد القتلى في قصف مستشفى الشفاء؟")


def test_a_year_far_ahead_is_not_when_anything_happened() -> None:
    assert inquiry("How big is the fund for Ukraine in the budget for 2034?").first is None


def test_who_is_responsible_asks_for_blame() -> None:
    assert inquiry("Who is responsible for the explosion at the depot?", "who").kind == "blame"


@pytest.mark.parametrize("asked", ["Monday's", "last week's", "yesterday’s"])
def test_a_time_that_something_is_of_is_a_time(asked: str) -> None:
    assert inquiry(f"How many died in {asked} air strikes on Aleppo?").first is not None


@pytest.mark.parametrize(
    "text",
    [
        "KYIV, Ukraine (AP) - Shells hit.",
        "By our own staff in town BEIRUT - Shells hit a house by the river on Monday night.",
    ],
)
def test_a_town_in_capitals_where_a_report_was_filed_is_a_town(text: str) -> None:
    assert {mention.place.kind for mention in mentions(text, "en")} >= {"town"}


def test_a_word_of_a_partys_name_is_no_place() -> None:
    assert _places("Кого президент принял в Белом доме?") == set()


def test_a_report_in_another_language_may_have_a_bodys_name_and_has_that_of_its_outlet() -> None:
    [council] = inquiry("¿Quién pidió una reunión del Consejo de Seguridad?").names
    [outlet] = inquiry("How many trucks did the Vale Radio count?").names
    ours = report("Twelve trucks waited at the port.", outlet="Vale Radio News")

    assert (council.text, council.is_body) == ("Consejo de Seguridad", True)
    assert may_name(ours, council)
    assert names(ours, outlet)
    assert not may_name(ours, outlet)
