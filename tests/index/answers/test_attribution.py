from __future__ import annotations

import pytest

from index.answers.attribution import attributions
from index.answers.speakers import sayings
from index.reports.agencies import agency_credit


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Five shells fell on the port, two port workers told Reuters.", "two port workers"),
        ("The Northern Relief Committee said the road was closed.", "The Northern Relief Committee"),
        ('"We saw the jets," said Colonel Adam Novak.', "Colonel Adam Novak"),
        ("According to the provincial health office, six died.", "the provincial health office"),
        ("The Harbour Society, which runs the clinic, said it was empty.", "The Harbour Society"),
        ("The road is closed, a city official said on Monday.", "a city official"),
        ('"It is over" army spokesman Jan Kos told reporters.', "army spokesman Jan Kos"),
        ("It reported nine deaths citing a statement from the Red Crescent.", "a statement from the Red Crescent"),
    ],
)  # fmt: skip
def test_the_speaker_of_a_sentence_is_found(sentence: str, speaker: str) -> None:
    assert speaker in [saying.speaker for saying in sayings(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "An alleged attack killed six.",
        "He was told to leave.",
        "The claims were false.",
        "Five people were reported dead.",
    ],
)
def test_a_verb_of_saying_that_reports_nothing_has_no_speaker(sentence: str) -> None:
    assert sayings(sentence) == []


def test_the_chain_runs_from_the_speaker_to_the_publisher() -> None:
    (found,) = attributions(["Five rockets were fired, two Iraqi sources told Reuters."], "Example Outlet")

    assert found.chain == ("two Iraqi sources", "Reuters", "Example Outlet")
    assert found.kind == "reported"


def test_an_agency_credit_stands_between_speaker_and_publisher() -> None:
    found = attributions(["The governor said six died.", "--AFP"], "The Daily")

    assert found[0].chain == ("governor", "AFP", "The Daily")


def test_a_pronoun_is_resolved_to_the_last_speaker_of_its_kind() -> None:
    found = attributions(
        [
            "Governor Talal Haddad said the base was hit.",
            "The Relief Office said aid was sent.",
            "He added that fires burn.",
        ],
        "Daily",
    )

    assert found[2].speaker == "Governor Talal Haddad"


def test_a_nameless_monitor_is_the_one_named_further_down() -> None:
    found = attributions(
        [
            "Ten people died, a monitoring group said.",
            "The Coastal Observatory for Rights monitor said two were children.",
        ],
        "Daily",
    )

    assert "Coastal Observatory for Rights" in found[0].speaker


def test_a_sentence_inside_a_quotation_keeps_its_speaker() -> None:
    found = attributions(
        ['"We heard strikes.', "We ran inside.", 'Then it was quiet" resident Abu Salim said.'], "Daily"
    )

    assert [one.speaker for one in found] == ["resident Abu Salim"] * 3


def test_what_nobody_else_says_is_the_outlets_own() -> None:
    (found,) = attributions(["The bridge fell into the river at dawn."], "Daily")

    assert (found.kind, found.chain, found.speaker) == ("own", ("Daily",), "")


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("KYIV (Reuters) - Six people died.", "Reuters"),
        ("Six people died. --AFP", "AFP"),
        ("Six people died. (AP)", "Associated Press"),
        ("Six people died.", ""),
    ],
)
def test_an_agency_is_credited_at_the_head_or_the_end(text: str, agency: str) -> None:
    assert agency_credit(text) == agency


def test_the_states_of_a_countrys_name_is_no_verb_of_saying() -> None:
    (found,) = attributions(["The United States has about 2,500 soldiers there."], "The Outlet")

    assert found.chain == ("The Outlet",)


def test_an_attack_that_claims_lives_says_nothing() -> None:
    assert sayings("The mine claimed the lives of 12 shepherds.") == []
    assert sayings("The shelling claimed at least nine lives.") == []
    assert [one.speaker for one in sayings("The group claimed that 12 lives were lost.")] == ["The group"]


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("The relief office said nine died, and the army said it had fired on nobody.", ("relief office", "Daily")),
        ("Adam Novak, an officer of the relief office, accused Marwa of a raid, a charge that the army rejects.",
         ("Adam Novak", "Daily")),
        ("Explosions were heard near the port before dawn, in what Marwa officials called a raid.", ("Daily",)),
        ("Shells hit the depot again at noon after the army said that drones had come from there.", ("Daily",)),
        ("The army spokesman told CNN that, according to naval intelligence, the house was a depot.",
         ("naval intelligence", "army spokesman", "CNN", "Daily")),
        ('The relief office counted 40 raids in the north, deputy spokeswoman Ana Novak said at the time, calling them'
         ' "grave".', ("relief office", "deputy spokeswoman Ana Novak", "Daily")),
        ("Two sources told Reuters that the militia had said it would go on.",
         ("militia", "Two sources", "Reuters", "Daily")),
        ("Foreign Minister Jan Kos said Marwa had informed its neighbours.", ("Foreign Minister Jan Kos", "Daily")),
        ("Jan Kos, a spokesman for the space agency, said three drones fell.", ("Jan Kos", "Daily")),
        ("The Northern Brigade, the most feared of the militias, denied the raid.", ("Northern Brigade", "Daily")),
        ("A post on a channel close to the Northern Brigade said the talks were over.",
         ("post on a channel close to the Northern Brigade", "Daily")),
        ("Rockets were fired on Sunday, two Marwa sources and a port official told Reuters.",
         ("two Marwa sources and a port official", "Reuters", "Daily")),
        ("Ten people died in the south of the town of Marwa on the River Odra said the Coastal Observatory.",
         ("Coastal Observatory", "Daily")),
        ("According to the Marwa news agency the raids hit the port killing five.", ("Marwa news agency", "Daily")),
        ("Date of publication 19 October 2016 Marwa has accused Odesa of a raid.", ("Marwa", "Daily")),
        ("Syrians believe that the road is closed.", ("Daily",)),
    ],
)  # fmt: skip
def test_only_who_passes_on_what_another_says_is_in_its_chain(sentence: str, chain: tuple[str, ...]) -> None:
    (found,) = attributions([sentence], "Daily")

    assert found.chain == chain


def test_each_part_of_a_sentence_has_its_own_speaker() -> None:
    sentence = "The relief office said nine died, but the army denied that it had fired."
    (found,) = attributions([sentence], "Daily")

    assert found.at(sentence.index("nine")).speaker == "relief office"
    assert found.at(sentence.index("denied")).speaker == "army"


def test_somebody_mentioned_again_is_who_was_called_so_before_not_the_last_who_spoke() -> None:
    found = attributions(
        [
            "The road is shut, the mayor of Marwa said.",
            "A senior port official gave another picture: nine shells fell, the official said, five of them in Marwa.",
            "The Odesan military said it was not involved.",
            "The military said two of its men were hurt.",
            "The mayor spoke of fires and said they would burn for days.",
        ],
        "Daily",
    )

    assert [one.speaker for one in found] == [
        "mayor of Marwa",
        "senior port official",
        "Odesan military",
        "Odesan military",
        "",
    ]


def test_what_a_pronoun_speaks_of_first_and_says_then_is_said_by_it() -> None:
    found = attributions(
        ["Colonel Adam Novak said some were hurt.", "He spoke of fires and said they would burn."], "Daily"
    )

    assert found[1].speaker == "Colonel Adam Novak"
