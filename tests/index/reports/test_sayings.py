"""Acts of reporting: their kinds, chains and what is no speech at all."""

from __future__ import annotations

import pytest

from index.reports.statements import statements_of


def chain(text: str, language: str = "en") -> list[str]:
    return [voice.name for voice in statements_of(text, language)[0].voices]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two pilots told Meridian Wire that the bay was mined.", ["Two pilots", "Meridian Wire"]),
        ("Meridian Wire reported, citing two pilots, that the bay was mined.", ["two pilots", "Meridian Wire"]),
        ("The bay is mined, the navy said, citing fishermen.", ["fishermen", "the navy"]),
        (
            "The navy said the port had told pilots it was mined, Vale Radio reported.",
            ["the port", "The navy", "Vale Radio"],
        ),
        ("According to the navy, the port said the bay was mined.", ["the port", "the navy"]),
        ("The harbour master told reporters that the bay was mined.", ["The harbour master"]),
        ("Novak was quoted as saying by Vale Radio that the bay was mined.", ["Novak", "Vale Radio"]),
    ],
)
def test_a_chain_runs_from_who_first_said_it_outwards(text: str, expected: list[str]) -> None:
    assert chain(text)[0] == expected[0]
    assert set(chain(text)) >= {expected[-1]}


@pytest.mark.parametrize(
    "text",
    [
        "The bay was mined at dawn.",
        "We saw two ships burn, and our boat turned back.",
        "The states of the coast met in Vale.",
        "Credit reports are late.",
        "At dawn there was no word of the crew.",
    ],
)
def test_what_nobody_else_says_is_the_outlets_own(text: str) -> None:
    assert all(statement.kind == "own" and not statement.voices for statement in statements_of(text, "en"))


def test_hearsay_is_reported_by_nobody_named() -> None:
    (statement,) = statements_of("The ship is said to have sunk.", "en")

    assert (statement.kind, statement.voices) == ("reported", ())


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The fleet claimed responsibility for the blast.", "The fleet"),
        ("The navy put the toll at nine.", "The navy"),
        ("The port is reporting nine dead.", "The port"),
        ("The union called the report a lie.", "The union"),
        ("The port issued a statement saying that the bay was mined.", "The port"),
        ("The port's claim that the bay is mined is old.", "The port"),
        ("The navy, the port said, mined the bay.", "the port"),
        ("Kyiv denied it.", "Kyiv"),
    ],
)
def test_speech_is_more_than_saying(text: str, speaker: str) -> None:
    assert chain(text)[0].removesuffix("'s") == speaker


def test_a_denial_on_the_side_is_a_statement_of_its_own() -> None:
    first, second = statements_of("The fleet accused the navy of mining the bay, a charge the navy denied.", "en")

    assert [voice.name for voice in first.voices] == ["The fleet"]
    assert [voice.name for voice in second.voices] == ["the navy"]


def test_a_leading_event_is_the_outlets_and_what_is_added_the_speakers() -> None:
    first, second = statements_of("The fleet shelled the old port, saying that mines were kept there.", "en")

    assert first.kind == "own"
    assert [voice.name for voice in second.voices] == ["The fleet"]


def test_a_speaker_alone_is_joined_to_what_he_says() -> None:
    text = "Novak added:\n“The bay is mined. Nobody may leave.”"

    statements = statements_of(text, "en")

    assert [[voice.name for voice in statement.voices] for statement in statements] == [["Novak"], ["Novak"]]
    assert statements[0].start == 0


def test_parts_of_a_toll_are_of_who_gave_it() -> None:
    first, second, third = statements_of("Nine were killed, the port said. Two of them were pilots. It rained.", "en")

    assert second.voices == first.voices
    assert third.voices == ()


def test_content_leaves_out_who_says_it() -> None:
    text = "The bay is mined, the navy said."

    (statement,) = statements_of(text, "en")

    assert text[slice(*statement.content)] == "The bay is mined"


# A text that has lost its commas, as archives keep some.
_WITHOUT_COMMAS = (
    "The road to the mill has been shut since the thaw and few lorries pass the ford. Snow lies on the hills above "
    "the reservoir and the ferry runs only at noon. The shops open late and close early because the lamps are dark. "
    "Farmers wait for seed and the school has no coal. The bakery sells bread until ten and the well behind the "
    "church is dry. Nobody has mended the fence and the night bus no longer stops there. "
)


def last_voices(text: str) -> list[str]:
    return [voice.name for voice in statements_of(text, "en")[-1].voices]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "Shells fell on the market and hit the bridge said Olena Kravets head of the regional health office.",
            "Olena Kravets head of the regional health office",
        ),
        ("A shell hit the bridge wounding dozens opposition activists said.", "opposition activists"),
        ("A shell hit the bridge and burned the mill Petra Novak said.", "Petra Novak"),
        ("The shell hit the bridge and injured seven Mayor Pavel Orlik said.", "Mayor Pavel Orlik"),
    ],
)
def test_a_speaker_is_found_where_a_text_has_lost_its_commas(sentence: str, speaker: str) -> None:
    assert last_voices(_WITHOUT_COMMAS + sentence) == [speaker]


def test_a_text_that_has_its_commas_is_read_by_them() -> None:
    sentence = "A shell hit the bridge wounding dozens opposition activists said."
    with_commas = _WITHOUT_COMMAS.replace(" and ", ", and ")

    assert last_voices(with_commas + sentence) == ["dozens opposition activists"]


@pytest.mark.parametrize(
    "sentence", ["A reported blast shook the mill.", "The worst reported use of mines was in the spring."]
)
def test_an_article_or_the_worst_says_nothing(sentence: str) -> None:
    assert chain(sentence) == []


def test_what_informs_a_source_is_no_verb_of_reporting() -> None:
    assert chain("An informed source told the paper that the mill burned.")[0] == "An informed source"


def test_a_claim_by_somebody_is_said_by_him() -> None:
    assert chain("The navy denied the claim by activists in Vale that the bay was mined.")[0] == "activists in Vale"
