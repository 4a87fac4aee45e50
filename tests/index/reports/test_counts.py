"""What several reports say of one number: who disagrees with whom, and what replaces what."""

from __future__ import annotations

from datetime import timedelta

import pytest

from index.reports.counts import Count, compete, disputes, history, positions
from index.reports.positions import Incident
from index.reports.records import Figure
from tests.index.reports.building import NOON, figure, said, voice

MEDICS, POLICE = voice("the hospital's medics"), voice("the harbour police")
HOUR = timedelta(hours=1)


def count(number: Figure, speaker: object = MEDICS, hours: int = 0, outlet: str = "Harbour Gazette") -> Count:
    testimony = said("A count.", speaker, outlet=outlet, at=NOON + hours * HOUR, figures=(number,))  # type: ignore[arg-type]
    return Count(testimony, number, 1.0)


def test_one_speakers_later_count_replaces_the_earlier_one_and_is_no_dispute() -> None:
    counts = [count(figure(8)), count(figure(11), hours=3)]

    held, developments = positions(counts)

    assert [position.figure.value for position in held if position.figure] == [11]
    assert [position.figure.value for position in developments[0].positions if position.figure] == [8, 11]
    assert disputes(held, Incident()) == []


def test_different_speakers_with_different_counts_are_a_dispute_with_both_sides() -> None:
    held, _ = positions([count(figure(8)), count(figure(11), POLICE)])

    (dispute,) = disputes(held, Incident(outcome="killed"))

    assert {position.speaker.name for position in dispute.positions} == {MEDICS.name, POLICE.name}


def test_the_same_count_in_two_outlets_is_one_position_that_cites_both() -> None:
    held, developments = positions([count(figure(8)), count(figure(8), outlet="Delta Post", hours=1)])

    assert len(held) == 1
    assert len(held[0].testimonies) == 2
    assert developments == []


def test_a_correction_downwards_replaces_what_was_counted_before() -> None:
    values = history([count(figure(8)), count(figure(6), hours=20)])

    assert [value.figure.value for value in values] == [8, 6]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure(8), figure(8)),
        (figure(8), figure(30, "wounded")),
        (figure(24), figure(11, counted="children", part=True)),
        (figure(24), figure(11, counted="children")),
        (figure(17, counted="fighters"), figure(42, counted="civilians")),
        (figure(20, modality="at_least"), figure(29)),
        (figure(30, modality="about"), figure(33)),
        (figure(50, modality="up_to"), figure(40)),
    ],
)
def test_parts_other_outcomes_other_people_and_loose_bounds_do_not_compete(one: Figure, other: Figure) -> None:
    assert not compete(one, other)
    assert not compete(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure(8), figure(11)),
        (figure(31, modality="at_least"), figure(0)),
        (figure(12, modality="at_least"), figure(70, modality="at_least", counted="soldiers")),
        (figure(4, counted="children"), figure(2, counted="children")),
        (figure(10), figure(12, counted="children")),
        (figure(40, counted="soldiers"), figure(19, counted="soldiers")),
    ],
)
def test_counts_that_can_not_both_be_right_compete(one: Figure, other: Figure) -> None:
    assert compete(one, other)
    assert compete(other, one)
