"""Bare numbers that go on counting what was counted before."""

from __future__ import annotations

import pytest

from index.reports.reading import read


def read_figures(text: str) -> list[tuple[float, str]]:
    return [
        (figure.value, figure.outcome)
        for statement in read("–", text, "Vale", None).statements
        for figure in statement.figures
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed on Saturday, the governor said. The hospital says 16.",
        "Nine people were killed on Saturday. The harbour ministry stays with sixteen.",
        "Nine people were killed, the governor said. The harbour hospital lists 16 by name.",
        "Nine people were killed, the governor said. The mayor gave a figure of 16 on Monday.",
        "Погибли 9 человек, сообщил мэр. В больнице говорят о 16.",
    ],
)
def test_a_bare_number_that_somebody_gives_counts_what_was_counted_before(text: str) -> None:
    assert read_figures(text) == [(9, "killed"), (16, "killed")]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed, the governor said. He was 16.",
        "Nine people were killed. The mayor said 16 shops had burned.",
        "Nine people were killed. The mayor said he had been in office for 16 years.",
        "Nine people were killed, the governor said. The town has 1,600, the mayor said.",
        "The governor said the road was closed. The hospital says 16.",
        "Nine people were killed, the army's final figure says. India counted 16 on its side.",
        'Nine people were killed. "We hear it at night," said Mara Novak, 16.',
    ],
)
def test_a_number_of_something_else_or_of_another_order_does_not(text: str) -> None:
    assert (16, "killed") not in read_figures(text)
    assert (1_600, "killed") not in read_figures(text)


def test_names_that_are_listed_are_of_those_counted_before() -> None:
    text = "Nine people were killed, the governor said. The association recorded 16 names by Monday."

    assert read_figures(text) == [(9, "killed"), (16, "killed")]


def test_what_was_counted_long_before_is_not_gone_on_with() -> None:
    text = "Nine people were killed, the governor said. Rain fell. It was cold. Shops shut. The hospital says 16."

    assert (16, "killed") not in read_figures(text)
