from __future__ import annotations

import time
from datetime import date

import pytest

from index.reports.figures import figures_in
from index.reports.records import Figure
from tests.index.answers.building import report
from tests.index.reports.figure_sentences import SENTENCES, Expected

WRITTEN = date(2024, 6, 6)
CASES = [(language, text, expected) for language, sentences in SENTENCES.items() for text, expected in sentences]


def read(text: str, language: str = "en") -> list[Figure]:
    return list(figures_in(text, 0, len(text), language, WRITTEN))


def only(text: str, language: str = "en") -> Figure:
    figures = read(text, language)
    assert len(figures) == 1
    return figures[0]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_a_sentence_gives_its_figures_and_no_others(language: str, text: str, expected: list[Expected]) -> None:
    figures = read(text, language)

    assert [(figure.value, figure.outcome) for figure in figures] == [(value, out) for value, _, out in expected]
    for figure, (_, counted, _) in zip(figures, expected, strict=True):
        assert counted in {figure.counted, ""}


def test_a_figure_stands_where_its_number_does_in_the_whole_text() -> None:
    text = "It rained. The strike killed at least 21 people."

    figure = figures_in(text, 11, len(text), "en", None)[0]

    assert text[figure.start : figure.end] == "21"


@pytest.mark.parametrize(
    ("text", "modality", "low", "high"),
    [
        ("At least 30 people died.", "at_least", 30, 30),
        ("Upwards of a hundred people died.", "at_least", 100, 100),
        ("Fewer than 50 people died.", "up_to", 50, 50),
        ("Some 40 people died.", "about", 40, 40),
        ("Between 30 and 40 people died.", "about", 30, 40),
        ("From 30 to 40 people died.", "about", 30, 40),
        ("Dozens of people died.", "about", 24, 99),
        ("Several hundred people died.", "about", 200, 999),
        ("Exactly 30 people died.", "exact", 30, 30),
    ],
)
def test_a_hedge_is_kept_beside_the_number(text: str, modality: str, low: float, high: float) -> None:
    figure = only(text)

    assert (figure.modality, figure.low, figure.high) == (modality, low, high)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The toll was raised from 283 to 310."),
        ("en", "The number of dead climbed to 310, up from 283."),
        ("ru", "Число погибших выросло с 283 до 310."),
        ("uk", "Кількість загиблих зросла з 283 до 310."),
        ("ar", "ارتفع عدد القتلى من 283 إلى 310."),
        ("he", "מספר ההרוגים עלה מ-283 ל-310."),
        ("fr", "Le bilan est passé de 283 à 310 morts."),
        ("es", "El saldo subió de 283 a 310 muertos."),
    ],
)
def test_a_number_that_rose_keeps_what_it_was_before(language: str, text: str) -> None:
    figure = only(text, language)

    assert (figure.value, figure.raised_from, figure.outcome) == (310, 283, "killed")


@pytest.mark.parametrize(
    ("language", "text", "part"),
    [
        ("en", "Eleven of the dead were children.", 11),
        ("en", "Three of those killed at the mill were carters.", 3),
        ("en", "The raid killed 20 people, including 4 women.", 4),
        ("en", "Two miners were among those killed.", 2),
        ("ru", "Среди погибших двое детей.", 2),
        ("uk", "Загинули десятеро людей, з них троє дітей.", 3),
        ("ar", "ومن بين القتلى أربع نساء.", 4),
        ("he", "בין ההרוגים שלושה ילדים.", 3),
        ("fr", "Dix personnes ont été tuées, dont trois enfants.", 3),
        ("es", "Diez personas murieron, entre ellas tres niños.", 3),
    ],
)
def test_a_part_is_marked_and_shares_what_became_of_the_whole(language: str, text: str, part: float) -> None:
    figures = [figure for figure in read(text, language) if figure.part]

    assert [(figure.value, figure.outcome) for figure in figures] == [(part, "killed")]


def test_a_whole_of_which_others_are_a_part_is_none_itself() -> None:
    figures = read("Six civilians were among at least 22 people killed in the raid.")

    assert [(figure.value, figure.outcome, figure.part) for figure in figures] == [
        (6, "killed", True),
        (22, "killed", False),
    ]


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Some 4,400 people have been killed since October.", date(2023, 10, 1)),
        ("Since 3 March 2024, 70 people have been wounded.", date(2024, 3, 3)),
        ("The ministry counts 9,100 dead since the war began.", None),
        ("In one week 800 families fled.", None),
    ],
)
def test_a_number_of_more_than_one_incident_is_a_total(text: str, since: date | None) -> None:
    figure = only(text)

    assert figure.total
    assert figure.since == since


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The conflict has left more than 30,000 people dead.", "en"),
        ("The war in Sudan has killed tens of thousands of people.", "en"),
        ("The envoy spoke of a five-year war, which has killed 90,000 people.", "en"),
        ("More than 14,000 people were killed in the nearly four-year war.", "en"),
        ("Some 40,000 people have been killed since Yemen's war broke out.", "en"),
        ("The agency says 196 workers were killed between October and the end of March.", "en"),
        ("Война унесла жизни 14 000 человек.", "ru"),
        ("Війна забрала життя 14 000 людей.", "uk"),
        ("أسفرت الحرب عن مقتل 20 ألف شخص.", "ar"),
        ("המלחמה גבתה את חייהם של 1,200 בני אדם.", "he"),
        ("La guerre a fait 20 000 morts.", "fr"),
        ("La guerra ha dejado 20.000 muertos.", "es"),
    ],
)
def test_what_a_war_or_months_of_it_took_is_a_total(text: str, language: str) -> None:
    assert only(text, language).total


@pytest.mark.parametrize(
    "text",
    [
        "A strike on a camp that held prisoners of war killed 50 people.",
        "The war monitor said that strikes killed 20 people.",
        "Delta war: a strike kills 20 people.",
        "At least 12 people were killed in the war zone.",
        "Six people were killed in the latest turn of the conflict.",
    ],
)
def test_a_war_that_only_describes_makes_no_total(text: str) -> None:
    assert not only(text).total


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It was not clear whether there were any casualties in the harbour.", "en"),
        ("The mayor did not say if anyone was killed.", "en"),
        ("Невідомо, чи є загиблі.", "uk"),
    ],
)
def test_whether_anybody_was_hurt_counts_nobody(text: str, language: str) -> None:
    assert read(text, language) == []


def test_since_that_gives_a_reason_makes_no_total() -> None:
    assert not only("Forty people waited, since the bridge lay in the river.").total


def test_only_the_number_that_the_period_speaks_of_is_a_total() -> None:
    figures = read("A strike killed 5 people on Tuesday, bringing the number of dead since October to 4,400.")

    assert [(figure.value, figure.total) for figure in figures] == [(5, False), (4400, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Five rockets killed two people.",
        "Three gunmen shot dead two people.",
        "Air defence downed 9 drones after two people were killed.",
    ],
)
def test_what_kills_is_not_counted_among_the_dead(text: str) -> None:
    killed = [figure.value for figure in read(text) if figure.outcome == "killed"]

    assert killed == [2]


@pytest.mark.parametrize(
    "text",
    [
        "Killed in 2023: see https://news.example.org/2023/11/44 or read more.",
        "The dead were named at 10:30 on 3 June.",
        "A 44-year-old man died.",
        "He died on Palm Street 17.",
        "The dead came from the 33rd Brigade and from kilometre 40.",
        "Deaths fell by 45%, at a cost of $30 million.",
        "Call +44 20 7946 0000 about the dead.",
        "She spoke after his 1941 death and the 2008 killing.",
        "T-72 tanks and 155 mm guns fired; a Su-24 was lost.",
    ],
)
def test_numbers_that_count_nothing_are_never_the_dead(text: str) -> None:
    assert not [figure for figure in read(text) if figure.outcome == "killed" and figure.value > 1]


def test_no_casualties_are_neither_dead_nor_wounded() -> None:
    figures = read("There were no casualties.")

    assert {(figure.value, figure.outcome) for figure in figures} == {(0, "killed"), (0, "wounded")}


def test_no_figures_of_casualties_are_not_no_casualties() -> None:
    assert read("He gave no casualty figures.") == []


def test_a_number_of_310_digits_is_no_figure() -> None:
    assert read(f"The blast killed {'9' * 310} people.") == []


@pytest.mark.parametrize("word", ["killed 5 ", "1 ", "twenty ", "and ", "(", "between ", "قتل ", "9" * 9])
def test_a_long_sentence_of_one_word_is_read_in_no_time(word: str) -> None:
    text = word * 20_000

    began = time.process_time()
    figures_in(text, 0, len(text), "en", WRITTEN)

    assert time.process_time() - began < 1


def test_a_language_without_a_lexicon_still_gives_its_digits() -> None:
    assert [figure.value for figure in read("12 نفر کشته شدند.", "fa")] == [12]


@pytest.mark.parametrize(
    ("language", "text", "total"),
    [
        ("en", "Seven days of airstrikes across the province had left more than 75 civilians dead.", True),
        ("en", "At least 40 people were killed in four days of fighting in the city.", True),
        ("en", "The shelling killed nine people two days after the truce.", False),
        ("en", "Three people were killed in the second attack in two days.", False),
        ("ru", "За три дня боёв погибли 40 человек.", True),
        ("uk", "За чотири дні обстрілів загинули 40 людей.", True),
        ("fr", "Trois jours de bombardements ont fait 40 morts.", True),
        ("es", "Cuatro días de combates dejaron 40 muertos.", True),
        ("ar", "قتل 40 شخصا خلال أربعة أيام من القصف.", True),
    ],
)
def test_what_days_of_fighting_took_is_no_count_of_one_incident(language: str, text: str, total: bool) -> None:
    figures = [figure for testimony in report(text, language=language).testimonies for figure in testimony.figures]

    assert [figure.total for figure in figures if figure.outcome == "killed"] == [total]


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("en", "The monitor updated its earlier death toll of 15, saying three more people had died.", [(3, True)]),
        ("en", "A previous toll of 12 dead was given by police on Monday.", []),
        ("fr", "Le bilan précédent de 12 morts datait de lundi.", []),
        ("fr", "Un bilan initial de 12 morts a été donné lundi.", [(12, False)]),
        ("ru", "Предыдущее число погибших, 12, назвали в понедельник.", []),
    ],
)
def test_an_earlier_toll_is_none_and_what_was_added_to_it_is_a_part(
    language: str, text: str, left: list[tuple[float, bool]]
) -> None:
    assert [(figure.value, figure.part) for figure in read(text, language)] == left


def test_some_of_the_victims_are_a_part_of_them() -> None:
    figure = only("Fourteen of the victims died in the strike on the harbour road.")

    assert (figure.value, figure.outcome, figure.part) == (14, "killed", True)
