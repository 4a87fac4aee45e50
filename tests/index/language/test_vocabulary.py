from __future__ import annotations

import pytest

from index.language.lexicon import LANGUAGES, lexicon
from index.language.vocabulary import marked, vocabulary

CONCERNS = ("counting", "acts", "dates")


def test_a_phrase_goes_before_the_word_that_begins_it() -> None:
    words = marked("they lost their lives", "en", "counting")

    assert (words.says("outcomes", 1), words.length("outcomes", 1)) == ("killed", 3)


def test_an_ending_may_follow_a_stem() -> None:
    words = marked("Погибшие и погибли", "ru", "counting")

    assert [words.says("outcomes", place) for place in range(3)] == ["killed", "", "killed"]


def test_each_word_of_a_phrase_may_have_an_ending() -> None:
    words = marked("Погибли двое медицинских работников.", "ru", "counting")

    assert (words.says("concepts", 2), words.length("concepts", 2)) == ("medics", 2)


@pytest.mark.parametrize(("language", "text"), [("ar", "والقتلى"), ("he", "וההרוגים")])
def test_what_clings_to_a_word_does_not_hide_it(language: str, text: str) -> None:
    sense = marked(text, language, "counting").sense("outcomes", 0)

    assert (sense.meaning, sense.clings) == ("killed", True)


def test_beyond_the_sentence_nothing_is_said() -> None:
    words = marked("killed", "en", "counting")

    assert (words.says("outcomes", -1), words.says("outcomes", 1), words.key(1)) == ("", "", "")


def test_a_word_of_no_listing_is_plain() -> None:
    words = marked("zyx killed", "en", "counting")

    assert [words.is_plain(0), words.is_plain(1)] == [True, False]


@pytest.mark.parametrize("concern", CONCERNS)
@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_a_lexicon_has_its_own_words_and_listings_that_english_has_too(language: str, concern: str) -> None:
    own, english = lexicon(language, concern), lexicon("en", concern)

    assert own != english
    assert set(own) - set(english) <= {"none_after", "duals", "clitics"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_scales_and_bounds_are_numbers(language: str) -> None:
    counting = lexicon(language, "counting")

    assert all(float(value) >= 0 for listing in ("values", "scales") for value in counting[listing])
    for bounds in counting["vague"]:
        low, high = (float(bound) for bound in bounds.split("-"))
        assert low <= high


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_speak_of_the_same_concepts_outcomes_and_deeds(language: str) -> None:
    for concern, listing in (("counting", "concepts"), ("counting", "outcomes"), ("acts", "deeds")):
        assert set(lexicon(language, concern)[listing]) <= set(lexicon("en", concern)[listing])


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_months_and_weekdays_are_named(language: str) -> None:
    dates = lexicon(language, "dates")

    assert set(dates["months"]) == {str(month) for month in range(1, 13)}
    assert set(dates["weekdays"]) == {str(day) for day in range(7)}


def test_a_vocabulary_is_made_once() -> None:
    assert vocabulary("en", "dates") is vocabulary("en", "dates")
