from __future__ import annotations

import pytest

from index.reports.counted import Counted, Phrasing, counted
from index.reports.fates import Fate, fate_after, fate_before, nearer


def fates(text: str, language: str = "en", place: int = 0) -> tuple[str, str]:
    """What is said before and after a number of a sentence."""
    phrasing = Phrasing(text, language, None)
    number = phrasing.numbers[place]
    subject = counted(phrasing, number)
    before, after = fate_before(phrasing, number, subject), fate_after(phrasing, number, subject)
    return before.outcome if before else "", after.outcome if after else ""


@pytest.mark.parametrize(
    ("language", "text", "outcome"),
    [
        ("en", "20 people were killed", "killed"),
        ("en", "20 people at the mill were badly wounded", "wounded"),
        ("en", "20 men and a boy died", "killed"),
        ("en", "20 men (two of them old) died", "killed"),
        ("en", "20 people who were killed", "killed"),
        ("en", "20 people waited when a man died", ""),
        ("en", "20 rockets killed a man", ""),
        ("en", "20 rockets fell; a man died", ""),
        ("fr", "20 personnes ont été blessées", "wounded"),
        ("es", "20 personas resultaron heridas", "wounded"),
        ("ru", "20 человек погибли", "killed"),
        ("uk", "20 людей дістали поранення", "wounded"),
        ("ar", "20 مدنيا قتلوا", "killed"),
        ("ar", "20 مدنيا وأصيب جندي", ""),
        ("he", "20 בני אדם נהרגו", "killed"),
    ],
)
def test_what_is_said_after_a_number(language: str, text: str, outcome: str) -> None:
    assert fates(text, language)[1] == outcome


@pytest.mark.parametrize(
    ("language", "text", "outcome"),
    [
        ("en", "The raid killed 20 people", "killed"),
        ("en", "It put the toll from the raid on the mill at 20", "killed"),
        ("en", "The dead of the raid number 20", "killed"),
        ("en", "It killed the driver and 20 passengers", "killed"),
        ("en", "A man died and 20 trucks", ""),
        ("en", "When a man was killed 20 people", "killed"),
        ("fr", "Le bilan s'établit à 20", "killed"),
        ("es", "El ataque mató a 20 personas", "killed"),
        ("ru", "Погибли 20 человек", "killed"),
        ("uk", "Кількість поранених сягнула 20", "wounded"),
        ("ar", "مقتل 20 شخصا", "killed"),
        ("he", "נפצעו 20 בני אדם", "wounded"),
    ],
)
def test_what_is_said_before_a_number(language: str, text: str, outcome: str) -> None:
    assert fates(text, language)[0] == outcome


def test_nothing_is_said_across_another_number() -> None:
    assert fates("The raid killed 5 men and 20 women", place=1)[0] == ""


def test_the_nearer_of_two_is_taken_and_the_later_of_two_as_near() -> None:
    near, far = Fate("wounded", 0), Fate("killed", 3)
    subject = Counted("people", 0, True)

    assert nearer(far, near, subject) is near
    assert nearer(near, far, subject) is near
    assert nearer(Fate("killed", 0), near, subject) is near
    assert nearer(None, far, subject) is far
    assert nearer(None, None, subject) is None
