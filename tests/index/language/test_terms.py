"""The same word makes the same term, however and wherever it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.terms import terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S. military", "US military"),
        ("1,500 troops", "1500 troop"),
        ("Erdoğan", "Erdogan"),
        ("Syria's", "Syria"),
        ("Assad’s attacks", "assad attack"),
        ("مُحَمَّد", "محمد"),
        ("إسرائيل", "اسرائيل"),
        ("کابل", "كابل"),
        ("ёлка", "елка"),
    ],
)
def test_two_spellings_of_one_thing_agree(one: str, other: str) -> None:
    assert terms(one) == terms(other)


def test_the_country_is_not_the_pronoun() -> None:
    assert terms("They told us") != terms("They told US")
    assert terms("US TROOPS HIT") == terms("us troops hit")


def test_scripts_without_spaces_are_found_by_pairs_of_characters() -> None:
    assert set(terms("叙利亚")) <= set(terms("美国军队在叙利亚"))


@given(st.text(max_size=200))
def test_terms_are_single_words_that_survive_being_joined(text: str) -> None:
    found = terms(text)

    assert " ".join(found).split() == found
    assert all(len(term) <= 40 for term in found)


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_word_has_the_same_term_in_a_question_and_in_an_article(one: str, other: str) -> None:
    together = terms(f"{one.lower()} \n {other.lower()}")

    assert together == terms(one.lower()) + terms(other.lower())
