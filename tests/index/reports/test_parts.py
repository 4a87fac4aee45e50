from __future__ import annotations

import pytest

from index.reports.counted import Phrasing
from index.reports.nobody import nobody
from index.reports.parts import group_after, is_introduced_as_part, is_whole, whole_after, whole_named_before
from index.reports.totals import totals


def phrasing(text: str, language: str = "en") -> Phrasing:
    return Phrasing(text, language, None)


@pytest.mark.parametrize(
    ("language", "text", "outcome"),
    [
        ("en", "Two of the dead were old", "killed"),
        ("en", "Two of those wounded left", "wounded"),
        ("en", "Two of Sarn's dead were old", "killed"),
        ("en", "Two of them left", ""),
        ("fr", "Deux des blessés sont partis", "wounded"),
        ("es", "Dos de los muertos eran viejos", "killed"),
        ("ru", "Двое из погибших", "killed"),
        ("uk", "Двоє із загиблих", "killed"),
        ("ar", "ثلاثة من القتلى", "killed"),
        ("he", "שניים מההרוגים", "killed"),
    ],
)
def test_of_the_dead_names_the_whole(language: str, text: str, outcome: str) -> None:
    sentence = phrasing(text, language)

    group = group_after(sentence, sentence.numbers[0])

    assert group is not None
    assert group[0] == outcome


@pytest.mark.parametrize("text", ["Two of the mills burned", "Two of our men fell", "Two men died"])
def test_of_others_names_no_whole(text: str) -> None:
    sentence = phrasing(text)

    assert group_after(sentence, sentence.numbers[0]) is None


@pytest.mark.parametrize(
    ("language", "text", "place", "part"),
    [
        ("en", "20 men died, including 3 boys", 1, True),
        ("en", "Among them were 3 boys", 0, True),
        ("en", "The other 7 left", 0, True),
        ("en", "20 men died and 3 boys", 1, False),
        ("fr", "20 morts, parmi eux 3 enfants", 1, True),
        ("es", "20 muertos, incluidos 3 niños", 1, True),
        ("ru", "20 погибших, включая 3 детей", 1, True),
        ("uk", "20 загиблих, зокрема 3 дітей", 1, True),
        ("ar", "20 قتيلا بينهم 3 أطفال", 1, True),
        ("he", "20 הרוגים, בהם 3 ילדים", 1, True),
    ],
)
def test_including_makes_a_part(language: str, text: str, place: int, part: bool) -> None:
    sentence = phrasing(text, language)

    assert is_introduced_as_part(sentence, sentence.numbers[place]) is part


def test_among_the_wounded_says_what_became_of_the_whole() -> None:
    sentence = phrasing("Among the wounded were 3 boys")

    assert whole_named_before(sentence, sentence.numbers[0]) == "wounded"


def test_one_number_out_of_another_counts_what_the_other_does() -> None:
    sentence = phrasing("They freed 34 of 40 hostages")

    assert whole_after(sentence, sentence.numbers[0]) == sentence.numbers[1]
    assert whole_after(sentence, sentence.numbers[1]) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Of the 40 men three died"), ("fr", "Sur les 40 hommes"), ("es", "De los 40 hombres"), ("he", "מתוך 40")],
)
def test_of_the_forty_only_says_of_how_many(language: str, text: str) -> None:
    sentence = phrasing(text, language)

    assert is_whole(sentence, sentence.numbers[0])


@pytest.mark.parametrize(
    ("language", "text", "outcomes"),
    [
        ("en", "Nobody was killed", ["killed"]),
        ("en", "No soldier was wounded", ["wounded"]),
        ("en", "The raid caused no casualties", ["killed", "wounded"]),
        ("en", "No one spoke of the dead", []),
        ("en", "There was no way out", []),
        ("fr", "Personne n'a été tué", ["killed"]),
        ("fr", "L'attaque n'a pas fait de victime", []),
        ("es", "No hubo víctimas", ["killed", "wounded"]),
        ("es", "Ningún soldado fue herido", ["wounded"]),
        ("ru", "Погибших нет", ["killed"]),
        ("ru", "Ни один солдат не пострадал", ["wounded"]),
        ("uk", "Постраждалих немає", ["wounded"]),
        ("uk", "Жоден солдат не загинув", ["killed"]),
        ("ar", "لم يقتل أي جندي", ["killed"]),
        ("ar", "دون وقوع إصابات", ["wounded"]),
        ("he", "אין פצועים", ["wounded"]),
        ("he", "לא נפגע איש", ["wounded"]),
    ],
)
def test_of_whom_there_are_none_is_read(language: str, text: str, outcomes: list[str]) -> None:
    assert [outcome for _, _, outcome in nobody(phrasing(text, language))] == outcomes


@pytest.mark.parametrize(
    ("language", "text", "total"),
    [
        ("en", "So far this year 40 men have died", True),
        ("en", "On Monday 40 men died", False),
        ("fr", "En un mois, 40 hommes sont morts", True),
        ("es", "Desde enero han muerto 40 hombres", True),
        ("ru", "С начала войны погибли 40 человек", True),
        ("ru", "С крыши упали 40 человек", False),
        ("uk", "За тиждень загинуло 40 людей", True),
        ("ar", "منذ بداية الحرب قتل 40 شخصا", True),
        ("he", "מתחילת המלחמה נהרגו 40 בני אדם", True),
    ],
)
def test_a_period_makes_a_total(language: str, text: str, total: bool) -> None:
    assert bool(totals(phrasing(text, language))) is total
