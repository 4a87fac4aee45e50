from __future__ import annotations

import pytest

from index.answers.figures import figures
from index.answers.numerals import numerals


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It killed at least 12 people and wounded 30 others.", [("at least 12", "killed"), ("30", "wounded")]),
        ("Fourteen miners were killed, the mayor said.", [("Fourteen", "killed")]),
        ("The death toll from the raid on the market has risen to 41.", [("41", "killed")]),
        ("A monitor put the death toll at 19 on Friday.", [("19", "killed")]),
        ("It left more than 100 people dead and over 60 hurt.", [("more than 100", "killed"), ("over 60", "wounded")]),
        ("The flood of fire claimed the lives of some 80 people.", [("some 80", "killed")]),
        ("At least 87 people including 31 children died there.", [("At least 87", "killed"), ("31", "killed")]),
        ("Some 10,000 civilians fled the town.", [("Some 10,000", "displaced")]),
        ("Soldiers arrested twenty-one men at the bridge.", [("twenty-one", "detained")]),
    ],
)  # fmt: skip
def test_a_figure_knows_what_became_of_those_it_counts(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(figure.value, figure.outcome) for figure in figures(sentence)] == expected


def test_a_part_of_a_count_is_told_from_the_whole() -> None:
    whole, part = figures("At least 18 civilians including five children were killed in the strike.")

    assert (whole.part, part.part) == (False, True)
    assert (part.counted, part.low) == ("children", 5)


def test_a_total_that_a_part_was_among_is_the_whole() -> None:
    part, whole = figures("Six civilians were among at least 22 people killed in the raids.")

    assert (part.part, whole.part) == (True, False)


def test_things_are_counted_too() -> None:
    found = figures("There were about 140 attacks: 57 attacks in Iraq and 83 attacks in Syria.")

    assert [(figure.low, figure.counted) for figure in found] == [(140, "attacks"), (57, "attacks"), (83, "attacks")]


@pytest.mark.parametrize(
    "sentence",
    [
        "It happened on April 11, 2017 at 7.15 pm.",
        "The 25-year-old man fled.",
        "Flight 253 landed.",
        "Resolution 2118 was adopted in 2013.",
        "Two F-16s"[4:] + " were seen.",
        "They are aged 18.",
    ],
)
def test_dates_ages_and_names_are_no_counts(sentence: str) -> None:
    assert figures(sentence) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 500 and 1300 people", 500, 1300),
        ("10 to 15 rockets", 10, 15),
        ("dozens of tanks", 24, 99),
        ("two hundred and six men", 206, 206),
        ("half a million people", 500000, 500000),
        ("3.5 million people", 3.5e6, 3.5e6),
        ("a dozen shells", 12, 12),
    ],
)
def test_numbers_are_read_with_their_range(text: str, low: float, high: float) -> None:
    (found,) = numerals(text)

    assert (found.low, found.high) == (low, high)


def test_a_toll_that_is_only_feared_is_marked() -> None:
    stated, feared = figures("He said 40 people were killed and that the toll could reach 200.")

    assert (stated.projected, feared.projected) == (False, True)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Dozens of bodies were found in the yard.", "Dozens of bodies"),
        ("At least 35 bodies were found in the yard.", "At least 35 bodies"),
        ("Hundreds were killed.", "Hundreds"),
        ("Two of its soldiers were killed.", "Two of its soldiers"),
        ("Two dozen soldiers were killed.", "Two dozen soldiers"),
    ],
)
def test_a_number_that_is_a_noun_is_put_before_what_it_counts_with_of(sentence: str, said: str) -> None:
    (figure,) = figures(sentence)

    assert figure.counting(figure.counted) == said


def test_what_is_counted_together_is_one_count() -> None:
    (figure,) = figures("The army launched more than 300 drones and missiles at the port.")
    (people, _) = figures("It hurt 20 soldiers and killed nine people.")

    assert figure.counted == "drones and missiles"
    assert people.counted == "soldiers"
