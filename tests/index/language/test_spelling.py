from __future__ import annotations

import pytest

from index.language.spelling import spelled, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("إسرائيل", "اسرائيل"),
        ("شخصًا", "شخصا"),
        ("مائة", "مائه"),
        ("٣٥", "35"),
        ("ещё", "еще"),
        ("дев’ять", "дев'ять"),
        ("נֶהֱרַג", "נהרג"),
        ("Killed", "killed"),
    ],
)
def test_what_is_written_in_two_ways_is_spelled_in_one(one: str, other: str) -> None:
    assert spelled(one) == spelled(other)


@pytest.mark.parametrize(
    ("language", "text", "keys"),
    [
        ("en", "Syria's al-Assad said: 1,300 men", ["syria", "al-assad", "said", ":", "1,300", "men"]),
        ("en", "T-72, 155mm, 10:30 and U.S.", ["t-72", ",", "155mm", ",", "10:30", "and", "u.s."]),
        ("fr", "L'armée n'a pas", ["l'", "armée", "n'", "a", "pas"]),
        ("he", 'צה"ל כ-30 הרוגים', ['צה"ל', "כ", "30", "הרוגים"]),
        ("ar", "قتيلًا و30 جريحًا", ["قتيلا", "و", "30", "جريحا"]),
        ("en", "see https://example.org/2024/12 now", ["see", "https://example.org/2024/12", "now"]),
        ("en", "30-40", ["30", "-", "40"]),
    ],
)
def test_a_sentence_is_cut_into_words(language: str, text: str, keys: list[str]) -> None:
    assert [word.key for word in words_of(text, language)] == keys


def test_a_word_stands_where_it_was_written() -> None:
    text = "In Syria's north: قُتل شخصٌ"

    for word in words_of(text, "en"):
        assert spelled(text[word.start : word.end]).removesuffix("'s") == word.key


def test_what_owns_something_says_so() -> None:
    assert [word.owns for word in words_of("Syria's army", "en")] == [True, False]


def test_only_the_beginning_of_an_endless_sentence_is_read() -> None:
    assert len(words_of("word " * 100_000, "en")) <= 600
