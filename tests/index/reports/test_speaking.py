"""Who can speak: what is read as a speaker, what only stands where one would, and what is cut from one."""

from __future__ import annotations

import pytest

from index.language.languages import language_of
from index.reports.statements import statements_of


def speakers(text: str, language: str = "") -> list[str]:
    statements = statements_of(text, language or language_of(text))
    return [voice.name for statement in statements for voice in statement.voices]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The ministry's latest count stands at 80 dead.", "The ministry"),
        ("According to data from the Quay Observatory, ten boats are missing.", "the Quay Observatory"),
        ("According to the Valdian health ministry, nine people were hurt.", "the Valdian health ministry"),
        ("According to Vale Radio, the president met the pilots.", "Vale Radio"),
        ("In November Harlow declared that the talks were over.", "Harlow"),
        ("Officials late Tuesday afternoon announced that a curfew would begin.", "Officials"),
        ("Senator Ada Brook twice said the dam was safe.", "Senator Ada Brook"),
        (
            "The former mayor of Harwick known for his many quarrels said the bridge would open.",
            "The former mayor of Harwick known for his many quarrels",
        ),
        ("An earlier version of the report said that the dam had burst.", "An earlier version of the report"),
        ("Isla Brook isn't saying that the dam is safe.", "Isla Brook"),
        ("The Vale Herald reports that the dam has burst.", "The Vale Herald"),
        ("A leaked memo shows that the dam had been weak.", "A leaked memo"),
        ("63 percent said the dam was safe.", "63 percent"),
        ("Об этом сообщил в Telegram глава области Пётр Лесной.", "глава области Пётр Лесной"),
        ("Le pont est fermé, estimait mardi matin le maire, Paul Lesnoy.", "le maire, Paul Lesnoy"),
        ("Le pont est fermé, a déclaré mardi soir à la presse le gouverneur.", "le gouverneur"),
        ("Le pont est fermé, a précisé la mairie à l'issue des fouilles.", "la mairie"),
        ("El puente sigue cerrado, informó este martes por la mañana el alcalde.", "el alcalde"),
        ("El puente de la ciudad sigue cerrado, según informó el martes la Cruz Roja.", "la Cruz Roja"),
        ("الجسر مغلق، حسبما قال الثلاثاء رئيس البلدية.", "رئيس البلدية"),
        ("הגשר סגור, מסר ביום שלישי ראש העיר.", "ראש העיר"),
        ("Вардія заявила, що міст закрито.", "Вардія"),
        ("Лісовий заявив, що міст відкрито.", "Лісовий"),
        ("Генштаб доповідає, що міст відкрито.", "Генштаб"),
        (
            "Загинули троє, повідомила Державна служба з надзвичайних ситуацій у середу.",
            "Державна служба з надзвичайних ситуацій",
        ),
        ("Мост закрыт, сказал в интервью телеканалу Волна губернатор Лесной.", "губернатор Лесной"),
        ("В сообщении ведомства говорится, что мост закрыт.", "ведомства"),
        ("Позднее Лесной заявил, что мост открыт.", "Лесной"),
        ("В марте приморский губернатор сказал, что мост закрыт.", "приморский губернатор"),
        ("Мост закрыт, сообщают власти.", "власти"),
        ("По данным Vale Radio, президент поручил министру оценить ущерб.", "Vale Radio"),
        ("Лесной на совещании сказал, что мост закрыт.", "Лесной"),
        ("Пізніше Лісовий повідомив, що міст відкрито.", "Лісовий"),
        ("Según informa Radio Valle, el puente fue cerrado ayer.", "Radio Valle"),
        ("أعلن الدفاع المدني في الساحل مقتل تسعة أشخاص في قصف منزل.", "الدفاع المدني في الساحل"),
    ],
)
def test_a_speaker_ends_where_its_noun_phrase_ends_and_is_no_more_than_who_speaks(text: str, speaker: str) -> None:
    assert speakers(text)[:1] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        'Details: "One of the two pumps is out of service."',
        "Vale Bay: The council meets the dockers on Monday.",
        "Source: Vale Radio and its readers.",
        "A recent missile attack on a power plant showed that the grid is weak.",
        "A new camp near the border suggests that more will come.",
        "The deal needs the consent of all member states.",
        "The clerk was found guilty of two counts of theft.",
        "The port has a rate of nine boats per capita.",
        "Harlow's remarks were later widely condemned.",
        "No group claimed responsibility for the blast.",
        "Firms accused of selling the boats were searched.",
        "Using the new lock does not mean that the port is safe.",
        "The port recorded 286 reported thefts.",
        "Там заверили, что мост открыт.",
        "ولد في الوادي وكتب قصائد كثيرة.",
    ],
)
def test_headings_deeds_things_numbers_and_forms_of_verbs_say_nothing(text: str) -> None:
    assert not speakers(f"The port was closed at dawn.\n{text}", language_of(text))


def test_what_happened_to_people_who_are_counted_is_not_told_by_them() -> None:
    assert "Two people" not in speakers("Two people were killed in Tarn. It said that the road was closed.")


def test_a_label_is_a_speaker_where_the_report_has_named_him() -> None:
    report = 'The talks of Ada Brook began. Brook: "We will not leave."'

    assert speakers(report) == ["Ada Brook"]


def test_a_short_name_is_not_short_for_a_thing_of_that_name() -> None:
    report = "Statues of Brook were broken in the port. Brook said the port was safe."

    assert speakers(report) == ["Brook"]


def test_people_of_a_place_are_not_the_place() -> None:
    report = "A bomb went off at Vale University. Activists in rural Vale said that a market was hit."

    assert speakers(report) == ["Activists in rural Vale"]


def test_a_contraction_stands_for_whom_its_pronoun_stands_for() -> None:
    assert speakers("Ada Brook met the dockers. She's claiming that the dam is safe.") == ["Ada Brook"]


def test_a_verb_in_a_headline_of_capitals_is_a_verb() -> None:
    assert speakers("Ada Brook Says Vale Dam Will Hold Until Spring") == ["Ada Brook"]
