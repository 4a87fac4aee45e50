"""Who says it where no verb of reporting does."""

from __future__ import annotations

import pytest

from index.reports.statements import statements_of


def first_speakers(text: str, language: str) -> list[str]:
    return [statement.voices[0].name if statement.voices else "" for statement in statements_of(text, language)]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Two lorries crossed the line after dusk, in the border guard's telling.", "the border guard"),
        ("By the harbour authority's count, nine boats sank.", "the harbour authority"),
        ("Nine boats sank, by the tally of the harbour police.", "the harbour police"),
        ("In the version of Colonel Pavel Orlov nobody had fired.", "Colonel Pavel Orlov"),
        ("Nine boats sank, said a first list by the fishermen's union.", "the fishermen's union"),
        ("Nine boats sank, according to a new tally from the harbour police.", "the harbour police"),
        ("The mast fell by itself, state radio quoted a naval officer as saying.", "a naval officer"),
    ],
)
def test_somebodys_telling_is_said_by_him(sentence: str, speaker: str) -> None:
    assert first_speakers(sentence, "en") == [speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge fell in the count of three.",
        "The list of names hung on the door.",
    ],
)
def test_a_count_or_a_view_of_nobody_in_office_is_not_said(sentence: str) -> None:
    assert first_speakers(sentence, "en") == [""]


@pytest.mark.parametrize(
    ("language", "sentence", "speaker"),
    [
        ("en", '"The pier was empty," sighed the harbour chief, Lev Ron.', "the harbour chief, Lev Ron"),
        ("uk", "«На пірсі нікого не було», — знизав плечима речник порту Лев Ронін.", "речник порту Лев Ронін"),
        ("uk", "«На пірсі нікого не було», — зітхнув речник порту Лев Ронін.", "речник порту Лев Ронін"),
        ("ru", "«На пирсе никого не было», — вздохнул начальник порта Лев Ронин.", "начальник порта Лев Ронин"),
        ("fr", "« Le quai était vide », a grommelé le chef du port, Luc Roy.", "le chef du port, Luc Roy"),
        ("es", "«El muelle estaba vacío», suspiró el jefe del puerto, Luis Rey.", "el jefe del puerto, Luis Rey"),
        ("he", '"הרציף היה ריק", נאנח ראש המועצה דן רון.', "ראש המועצה דן רון"),
    ],
)
def test_whoever_stands_behind_a_verb_right_after_a_quotation_said_it(
    language: str, sentence: str, speaker: str
) -> None:
    assert first_speakers(sentence, language) == [speaker]


def test_a_name_in_quotation_marks_is_no_speech() -> None:
    assert first_speakers('The brigade "Dawn" shelled General Ivan Petrov.', "en") == [""]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Nine people drowned, a crew and its captain, said the harbour chief.", "the harbour chief"),
        (
            "Three boats sank, all of which had carried grain, said Commissioner Ana Reyes, who saw it.",
            "Commissioner Ana Reyes",
        ),
        ("The harbour chief, a former captain, said three boats sank.", "The harbour chief, a former captain"),
        ("Three boats sank, the beekeeper, Lev Ronin, said.", "the beekeeper, Lev Ronin"),
        ("Three boats sank, the harbour chief said by radio.", "the harbour chief"),
    ],
)
def test_what_stands_before_a_comma_is_said_and_does_not_say(sentence: str, speaker: str) -> None:
    assert first_speakers(sentence, "en") == [speaker]
