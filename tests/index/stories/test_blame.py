"""Who did it: what is a dispute in a story, and what is a war."""

from __future__ import annotations

import pytest

from index.stories.blame import blame_disputes
from tests.index.stories.test_briefing import briefed, member, report, story

UKRAINE = "Ukraine's air force said on Sunday that Russia had shelled the hospital of Kherson and killed nine people."
DENIAL = "Russia's defence ministry denied that its forces had shelled the hospital of Kherson."


def disputes(*texts: str, day: int = 21) -> list[tuple[str, ...]]:
    days = (21, day)
    reports = [
        report(member(f"a{n}", "The hospital of Kherson", text, publisher=f"Outlet {n}", day=days[n % 2]))
        for n, text in enumerate(texts)
    ]
    return [tuple(position.speaker.name for position in dispute.positions) for dispute in blame_disputes(reports)]


def test_who_is_accused_and_denies_it_is_a_dispute() -> None:
    assert disputes(UKRAINE, DENIAL) == [("Ukraine's air force", "Russia's defence ministry")]


def test_two_sides_that_accuse_each_other_of_one_deed_are_a_dispute() -> None:
    other = "Russia's defence ministry accused Ukraine of shelling the hospital of Kherson."

    assert len(disputes(UKRAINE, other)) == 1


@pytest.mark.parametrize(
    "other",
    [
        "Ukraine's general staff said that Russia had shelled the hospital of Kherson from across the river.",
        "Russia's defence ministry denied that its forces had left the island of Kherson.",
        "Shells hit the hospital of Kherson on Sunday.",
    ],
)
def test_who_says_the_same_denies_something_else_or_has_no_side_disputes_nothing(other: str) -> None:
    assert disputes(UKRAINE, other) == []


def test_a_denial_of_another_week_disputes_nothing() -> None:
    assert disputes(UKRAINE, DENIAL, day=29) == []


def test_a_briefing_shows_who_denies_it_beside_one_claim() -> None:
    first = member("a", "The hospital of Kherson", UKRAINE, publisher="Outlet")
    second = member("b", "The hospital of Kherson", DENIAL, publisher="Other")

    (brief,) = briefed(story(first, second)).stories

    assert len(brief.claims) == 1
    (conflict,) = brief.conflicts
    assert [position.attribution[0] for position in conflict.positions] == [
        "Ukraine's air force",
        "Russia's defence ministry",
    ]


MINERS = "The mayor of Zamrud said that Houthi fighters had shot seven miners near Zamrud."


def test_who_is_accused_and_names_another_disputes_it_where_both_count_the_same() -> None:
    answer = "The Houthis said that seven miners had been shot by smugglers."

    assert disputes(MINERS, answer) == [("The mayor of Zamrud", "The Houthis")]


@pytest.mark.parametrize(
    "answer",
    [
        "The Houthis said that forty sailors had been shot by smugglers.",
        "The Houthis said that Saudi Arabia had bombed a bridge in Saada.",
    ],
)
def test_who_is_accused_and_tells_of_another_incident_disputes_nothing(answer: str) -> None:
    assert disputes(MINERS, answer) == []


def test_an_accusation_is_answered_in_another_language() -> None:
    answer = "قال الحوثيون إن السعودية قصفت عمال المناجم."

    assert disputes("The mayor of Zamrud said that the Houthis had bombed the miners.", answer) != []


def test_a_town_in_two_hands_at_one_time_is_disputed() -> None:
    army = "The Sudanese army said that it had captured the town of Nyala."
    fighters = "The town of Nyala is fully in our hands, the Rapid Support Forces said."

    assert len(disputes(army, fighters)) == 1
    assert disputes(army, fighters, day=24) == []


def test_whom_a_strike_was_aimed_at_is_disputed_by_who_denies_it_there() -> None:
    told = "The strike on Khan Younis was aimed at a commander of the brigade, the Israeli army said."
    denied = "Hamas denied that the strike on Khan Younis had hit anybody but families in tents."
    elsewhere = "Hamas denied that the strike on Jabalia had hit anybody but families in tents."

    assert disputes(told, denied) == [("the Israeli army", "Hamas")]
    assert disputes(told, elsewhere) == []


def test_a_speaker_that_is_a_pronoun_s_is_nobody_who_denies() -> None:
    assert (
        disputes(UKRAINE, "Many pointed their fingers at Russia, which denied that it had shelled the hospital.") == []
    )
