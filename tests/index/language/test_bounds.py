"""What is let in of a stranger's text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.language.bounds import Bounds, bounded
from index.sample import sample_articles

LONG = 195_000
BOUNDS = Bounds()


def test_honest_reports_come_through_as_they_are() -> None:
    for article in sample_articles():
        assert bounded(article.text) == article.text


@pytest.mark.parametrize("unit", [*'a9("—[', "A.,’", "1,000,", "Tessarin and ", "Hi. ", "a\u0301\u0301", "\n "])
def test_what_no_report_has_is_broken_up_in_linear_time(unit: str) -> None:
    text = (unit * LONG)[:LONG]

    began = time.process_time()
    kept = bounded(text)
    took = time.process_time() - began

    assert took < 1.0
    assert max(len(word) for word in kept.split()) <= BOUNDS.word + 1 if kept.split() else True
    assert max(len(line) for line in kept.split("\n")) <= max(BOUNDS.sentence + 1, 200_000 * kept.count(". "))
    assert kept.count(". ") + kept.count("\n") <= BOUNDS.sentences + LONG // BOUNDS.word + 1


def test_a_letter_keeps_the_marks_that_a_script_puts_on_it() -> None:
    assert bounded("e\u0301\u0302 " + "a" + "\u0301" * 500) == "e\u0301\u0302 a" + "\u0301" * BOUNDS.marks


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*'Aé9"([’- \n', ", ", ". "]), max_size=60), st.integers(1, 400))
def test_nothing_but_what_is_too_long_is_changed(parts: list[str], times: int) -> None:
    text = "".join(parts) * times

    kept = bounded(text)

    assert bounded(kept) == kept
    assert len(kept) <= BOUNDS.text + len(text) // BOUNDS.word + 1


def test_a_text_of_nothing_but_points_is_cut_where_no_report_has_so_many() -> None:
    kept = bounded("”1“ " * LONG)

    assert sum(character in "”“" for character in kept) == BOUNDS.points
