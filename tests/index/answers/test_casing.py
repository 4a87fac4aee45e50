"""Names that nothing marks as names."""

from __future__ import annotations

import pytest

from index.answers.casing import places_named, with_capitals


@pytest.mark.parametrize(
    ("typed", "written", "language"),
    [
        ("any news from goma", "any news from Goma", "en"),
        ("latest on el fasher", "latest on El Fasher", "en"),
        ("did hamas accept the deal", "did Hamas accept the deal", "en"),
        ("rsf attack on the camp", "RSF attack on the camp", "en"),
        ("houthi attack red sea", "Houthi attack Red Sea", "en"),
        ("кто обстрелял харьков", "кто обстрелял Харьков", "ru"),
        ("що сталося в одесі", "що сталося в Одесі", "uk"),
        ("combien de morts à goma", "combien de morts à Goma", "fr"),
        ("qué pasó en jartum ayer", "qué pasó en Jartum ayer", "es"),
    ],
)
def test_names_get_the_capitals_that_nobody_typed(typed: str, written: str, language: str) -> None:
    assert with_capitals(typed, language) == written


@pytest.mark.parametrize(
    "question",
    [
        "who died in the strike on the school bus near the border of the mine",
        "how many men were killed in the raid by the army on the market last march",
        "what is the number of dead killed by a grenade",
        "who played roles in the movement",
        "what is making us stop the talks",
    ],
)
def test_words_that_are_places_too_stay_words(question: str) -> None:
    assert with_capitals(question, "en") == question


def test_a_question_with_a_capital_is_left_as_it_is() -> None:
    assert with_capitals("Did Hamas leave rafah?", "en") == "Did Hamas leave rafah?"


@pytest.mark.parametrize(
    ("question", "language", "place"),
    [
        ("كم قتيلا في غارة دير البلح على المدرسة؟", "ar", "Deir al-Balah"),
        ("كم عدد الجرحى في هجوم الخرطوم", "ar", "Khartoum"),
    ],
)
def test_a_place_is_known_by_its_name_alone_in_scripts_without_capitals(
    question: str, language: str, place: str
) -> None:
    assert [mention.place.name for mention in places_named(question, language)] == [place]


@pytest.mark.parametrize(
    ("question", "language"),
    [("من قصف السوق؟", "ar"), ("متى فتح المعبر", "ar"), ("מי אחראי לפיגוע", "he"), ("Who shelled Goma?", "en")],
)
def test_plain_words_name_no_place(question: str, language: str) -> None:
    assert places_named(question, language) == ()
