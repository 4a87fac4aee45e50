"""Who says what: statements and their chains of attribution."""

from __future__ import annotations

import pytest

from index.reports.records import Statement
from index.reports.statements import statements_of


def speakers(statement: Statement) -> list[str]:
    return [voice.name for voice in statement.voices]


def test_statements_cover_the_text_in_order() -> None:
    text = "The town is quiet.\n\nThe mayor said the road was open, but the army said it was mined. Shops opened."

    statements = statements_of(text, "en")

    assert "".join(text[s.start : s.end] for s in statements).replace("\n", "").replace(" ", "") == text.replace(
        "\n", ""
    ).replace(" ", "")
    assert [s.start for s in statements] == sorted(s.start for s in statements)


def test_two_speakers_in_one_sentence_are_two_statements_that_meet() -> None:
    text = "The mayor said the road was open, but the army said it was mined."

    first, second = statements_of(text, "en")

    assert speakers(first) == ["The mayor"]
    assert speakers(second) == ["the army"]
    assert first.end == second.start


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Two aid workers told a radio station that the bridge had fallen.", "Two aid workers"),
        ("The bridge has fallen, said Petra Novak, who crossed it daily.", "Petra Novak"),
        ("The rebels accuse the army of shelling the bridge.", "The rebels"),
        ("The bridge was shelled, according to the drivers' union.", "the drivers' union"),
        ("The army denied that it had shelled the bridge.", "The army"),
        ("“We did not fire,” the front's commander insisted.", "the front's commander"),
        ("Harbour police: no ship has left since dawn.", "Harbour police"),
    ],
)
def test_every_way_to_report_speech_gives_its_speaker(sentence: str, speaker: str) -> None:
    (statement,) = statements_of(sentence, "en")

    assert statement.kind != "own"
    assert speakers(statement)[0] == speaker


@pytest.mark.parametrize(
    ("language", "sentence", "speaker"),
    [
        ("ar", "قالت هيئة الموانئ إن السفينة غادرت.", "هيئة الموانئ"),
        ("ar", "غادرت السفينة الميناء صباحا، بحسب هيئة الموانئ.", "هيئة الموانئ"),
        ("ru", "Мост обрушился ночью, сообщил начальник порта.", "начальник порта"),
        ("ru", "Начальник порта заявил, что мост обрушился.", "Начальник порта"),
        ("uk", "За словами начальника порту, міст упав уночі.", "начальника порту"),
        ("es", "El puente cayó de noche, informó la autoridad portuaria.", "la autoridad portuaria"),
        ("fr", "Le pont s'est effondré, a déclaré le directeur du port.", "le directeur du port"),
        ("he", "דובר הנמל מסר כי הגשר קרס.", "דובר הנמל"),
    ],
)
def test_speakers_are_read_in_all_our_languages(language: str, sentence: str, speaker: str) -> None:
    (statement,) = statements_of(sentence, language)

    assert statement.kind == "reported"
    assert speakers(statement) == [speaker]


def test_a_pronoun_and_a_family_name_are_who_was_named_before() -> None:
    text = "Harbour master Petra Novak said the port was shut. Novak said two ships were hit. She warned of mines."

    statements = statements_of(text, "en")

    assert {speakers(statement)[0] for statement in statements} == {"Harbour master Petra Novak"}


def test_what_is_quoted_over_several_sentences_is_one_speakers() -> None:
    text = '"The port is shut. Nobody may leave. We wait," the harbour master said. The sea was calm.'

    statements = statements_of(text, "en")

    assert [statement.kind for statement in statements] == ["quotation", "quotation", "quotation", "own"]
    assert {speakers(statement)[0] for statement in statements[:3]} == {"the harbour master"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine people were killed in Dolna, according to the Red Crescent.",
        "How many people were killed in Dolna, according to the Red Crescent.",
        "On Monday, according to the Red Crescent, nine people were killed in Dolna.",
    ],
)
def test_the_words_that_say_according_to_whom_are_no_part_of_a_name(sentence: str) -> None:
    (statement,) = statements_of(sentence, "en")

    assert speakers(statement) == ["the Red Crescent"]
