"""What speaks against an answer: other days, and parties in each other's place."""

from __future__ import annotations

import pytest

from index.answers.picks import Decision, Pick
from index.answers.supporting import of_other_days, of_other_roles
from tests.index.answers.building import inquiry, ranked, report

FIRED = "Kyiv, 4 March. Russia fired 420 drones at Ukraine overnight. Most were shot down."
AID = "The United States sent a new aid package to Ukraine. It holds shells."


@pytest.mark.parametrize(
    ("question", "text", "turned"),
    [
        ("How many drones did Russia fire at Ukraine?", FIRED, False),
        ("How many drones did Ukraine fire at Russia?", FIRED, True),
        ("How big is the US aid package for Ukraine?", AID, False),
        ("How big is the Ukrainian aid package for the US?", AID, True),
        ("How many drones were shot down?", FIRED, False),
    ],
)
def test_parties_in_each_others_place_are_another_question(question: str, text: str, turned: bool) -> None:
    assert of_other_roles(inquiry(question), ranked((report(text), 1.0))) is turned


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("How many drones did Russia fire on 4 March 2026?", False),
        ("How many drones did Russia fire overnight into 4 March 2026?", False),
        ("How many drones did Russia fire on 18 February 2026?", True),
        ("How many drones did Russia fire?", False),
    ],
)
def test_what_is_of_other_days_answers_nothing(question: str, others: bool) -> None:
    [first, *_] = (one.testimony for one in ranked((report(FIRED), 1.0)) if "420" in one.testimony.text)

    assert of_other_days(inquiry(question), Decision((Pick(first, ()),))) is others
