"""Whom a statement names that the question does not."""

from __future__ import annotations

import pytest

from index.answers.newcomers import names_somebody
from index.answers.picks import Decision, Pick
from index.answers.supporting import lacks_name
from tests.index.answers.building import inquiry, report

PILOT = "Who was the pilot of the helicopter that crashed in Brovary?"
NAMED = "The pilot of the helicopter in Brovary was Olena Marchuk, 34."
NAMELESS = "The helicopter crashed near a kindergarten in Brovary on Wednesday, Governor Oleksii Kuleba said."


@pytest.mark.parametrize(
    ("question", "text", "language", "named"),
    [
        (PILOT, NAMED, "en", True),
        (PILOT, NAMELESS, "en", False),
        ("Who heads the Rapid Support Forces?", "The Rapid Support Forces hold Khartoum North.", "en", False),
        ("Where is Olena Marchuk?", NAMED, "en", False),
        ("What is the name of Bin Laden's son?", "Omar bin Laden last saw his father in 2000.", "en", True),
        ("What is the name of the general?", "On Monday The Pentagon said nothing of it.", "en", False),
        ("Кто стал новым министром?", "Новым министром транспорта станет Андрей Никитин.", "ru", True),
        ("Кто стал новым министром?", "Новый министр транспорта станет известен в понедельник.", "ru", False),
        ("מי מונה לשר?", "השר החדש הוא דני כהן.", "he", True),
    ],
)
def test_who_is_named_that_the_question_does_not_name(question: str, text: str, language: str, named: bool) -> None:
    [testimony] = report(text, language=language).testimonies

    assert names_somebody(inquiry(question, "who"), testimony) is named


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("What is the name of the pilot of the helicopter in Brovary?", True),
        ("Comment s'appelle le pilote de l'hélicoptère de Brovary ?", True),
        (PILOT, False),
    ],
)
def test_a_name_that_is_asked_for_is_not_answered_without_one(question: str, lacking: bool) -> None:
    [testimony] = report(NAMELESS).testimonies
    asked = inquiry(question, "who")

    assert lacks_name(asked, Decision((Pick(testimony),))) is lacking
