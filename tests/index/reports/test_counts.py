"""What several reports say of one number: who disagrees with whom, and what replaces what."""

from __future__ import annotations

from datetime import timedelta

import pytest

from index.reports.citing import figure_words
from index.reports.counts import (
    Count,
    beside_parts,
    compete,
    disputes,
    history,
    merged,
    positions,
    summed,
    whole,
    without_asides,
)
from index.reports.positions import Incident, Position
from index.reports.records import Figure
from tests.index.answers.building import report
from tests.index.reports.building import NOON, figure, said, voice

MEDICS, POLICE = voice("the hospital's medics"), voice("the harbour police")
HOUR = timedelta(hours=1)


def count(
    number: Figure, speaker: object = MEDICS, hours: int = 0, outlet: str = "Harbour Gazette", text: str = "A count."
) -> Count:
    testimony = said(text, speaker, outlet=outlet, at=NOON + hours * HOUR, figures=(number,))  # type: ignore[arg-type]
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


def test_a_later_count_that_is_said_to_have_grown_brings_those_before_it_up_to_date_but_no_enemys() -> None:
    grown = count(figure(11), POLICE, hours=3, text="The toll has risen to 11, the harbour police said.")
    army, rebels = voice("the army", actor="ukraine"), voice("the ministry", actor="russia")
    risen = count(figure(11), army, hours=3, text="The toll has risen to 11, the army said.")

    assert not disputes(positions([count(figure(8)), grown])[0], Incident())
    assert disputes(positions([count(figure(8), hours=5), grown])[0], Incident())
    assert disputes(positions([count(figure(8), rebels), risen])[0], Incident())


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


def values_of(held: list[Position]) -> list[float]:
    return [position.figure.value for position in held if position.figure is not None]


def test_each_outcome_has_a_dispute_of_its_own() -> None:
    killed = [count(figure(8)), count(figure(11), POLICE)]
    wounded = [count(figure(30, "wounded")), count(figure(45, "wounded"), POLICE)]

    held, _ = positions([*killed, *wounded])
    rivals = disputes(held, Incident(place="Vale"))

    assert [(rival.incident.outcome, rival.incident.place) for rival in rivals] == [
        ("killed", "Vale"),
        ("wounded", "Vale"),
    ]
    assert [values_of(list(rival.positions)) for rival in rivals] == [[8, 11], [30, 45]]


def test_an_outlets_own_count_joins_the_equal_one_that_a_speaker_gives() -> None:
    held, _ = positions(
        [count(figure(8)), count(figure(8), None, hours=1), count(figure(9), None, outlet="Delta Post")]
    )

    joined = merged(held)

    assert values_of(joined) == [8, 9]
    assert [len(position.testimonies) for position in joined] == [2, 1]
    assert joined[0].speaker == MEDICS


def test_two_named_speakers_with_one_number_stay_two() -> None:
    held, _ = positions([count(figure(8)), count(figure(8), POLICE)])

    assert len(merged(held)) == 2


def test_an_outlets_count_of_a_part_or_of_another_outcome_joins_nothing() -> None:
    held, _ = positions(
        [count(figure(8)), count(figure(8, "wounded"), None), count(figure(8, part=True), None, outlet="Delta Post")]
    )

    assert len(merged(held)) == 3


def test_whole_counts_leave_out_parts_certain_people_and_totals() -> None:
    everybody, civilians = count(figure(24)), count(figure(19, counted="civilians"), hours=1)
    others = [
        count(figure(7, part=True), hours=2),
        count(figure(5, counted="children"), hours=3),
        count(figure(900, total=True), hours=4),
    ]

    assert whole([everybody, civilians, *others]) == [everybody, civilians]
    assert whole(others) == [others[2]]
    assert whole(others[:2]) == others[:2]


def test_of_one_statement_the_largest_count_of_each_outcome_is_whole() -> None:
    numbers = (figure(6), figure(15), figure(9, "wounded"))
    testimony = said("Six more died and fifteen in all.", MEDICS, figures=numbers)
    elsewhere = count(figure(4))

    counts = [*(Count(testimony, number, 1.0) for number in numbers), elsewhere]

    assert whole(counts) == [counts[1], counts[2], elsewhere]


@pytest.mark.parametrize(
    ("later", "values"),
    [
        (figure(30, modality="at_least"), [40]),
        (figure(50, modality="at_least"), [40, 50]),
        (figure(12), [40]),
        (figure(25), [40, 25]),
    ],
)
def test_a_later_lower_bound_or_a_fraction_takes_nothing_back(later: Figure, values: list[float]) -> None:
    counted = history([count(figure(40)), count(later, hours=20)])

    assert [value.figure.value for value in counted] == values


@pytest.mark.parametrize(
    ("number", "is_vague"),
    [
        (figure(24, low=24, high=99, modality="about"), True),
        (figure(30, low=26, high=34, modality="about"), False),
        (figure(24, low=24, high=99), False),
    ],
)
def test_a_number_of_which_only_the_digits_are_said_is_vague(number: Figure, is_vague: bool) -> None:
    assert number.vague is is_vague


def test_a_vague_number_is_shown_in_its_own_words_and_another_in_digits() -> None:
    text = "Dozens were hurt and about thirty fled."

    assert figure_words(figure(24, low=24, high=99, modality="about", start=0, end=6), text) == "dozens"
    assert figure_words(figure(30, low=26, high=34, modality="about", start=21, end=33), text) == "about 30"


def test_more_than_a_number_is_not_at_least_that_number() -> None:
    text = "More than 100 people died, over 400 were hurt and at least 30 are missing."

    values = [(text.index(number), int(number)) for number in ("100", "400", "30")]
    told = [figure_words(figure(value, modality="at_least", start=at, end=at + 2), text) for at, value in values]

    assert told == ["more than 100", "more than 400", "at least 30"]


def test_a_count_that_was_too_high_is_corrected_by_anybody_but_an_enemy() -> None:
    high = count(figure(24), voice("the health ministry", actor="lebanon"))
    lowered = count(figure(22), POLICE, hours=5, text="The police lowered the toll to 22.")
    enemy = count(figure(22), voice("the army", actor="israel"), hours=5, text="The army lowered the toll to 22.")

    assert not disputes(positions([high, lowered])[0], Incident())
    assert disputes(positions([high, enemy])[0], Incident())


def test_what_is_out_of_date_is_no_rival_of_the_count_after_the_next() -> None:
    grown = [
        count(figure(9)),
        count(figure(18), POLICE, hours=7, text="The police now counted 18 dead."),
        count(figure(45), voice("the mayor"), hours=27, text="The toll has risen to 45, the mayor said."),
    ]

    assert not disputes(positions(grown)[0], Incident())


def test_a_part_that_another_report_names_or_leaves_is_no_rival_of_its_whole() -> None:
    figures = (figure(8), figure(2, counted="soldiers", part=True))
    whole_one = Count(said("Eight were killed, two of them soldiers.", POLICE, figures=figures), figures[0], 1.0)
    civilians = count(figure(6, counted="civilians"), outlet="Delta Post")
    others = count(figure(5, counted="civilians"), outlet="Delta Post")

    assert beside_parts([whole_one, civilians]) == [whole_one]
    assert beside_parts([whole_one, others]) == [whole_one, others]


def test_two_kinds_of_people_that_are_joined_are_added() -> None:
    text = "Three children and six adults were killed, the harbour police said."
    three, six = figure(3, counted="children", start=0, end=5), figure(6, start=19, end=22)
    testimony = said(text, POLICE, figures=(three, six))

    (added,) = summed([Count(testimony, three, 1.0), Count(testimony, six, 1.0)])

    assert (added.figure.value, added.figure.counted) == (9, "people")


def test_fewer_civilians_than_people_are_no_dispute() -> None:
    assert not compete(figure(19), figure(11, counted="civilians"))
    assert compete(figure(19), figure(25, counted="civilians"))


def test_those_who_live_in_a_place_are_all_who_were_hurt_there() -> None:
    residents = count(figure(180, counted="residents"))

    assert whole([residents, count(figure(2, counted="children"))]) == [residents]


def test_counts_that_make_a_whole_together_are_its_parts() -> None:
    total = count(figure(17))
    parts = (figure(12, counted="soldiers"), figure(5))
    told = said("Twelve soldiers died, the police said, and five others.", POLICE, outlet="Delta Post", figures=parts)
    counts = [total, *(Count(told, part, 1.0) for part in parts)]

    assert beside_parts(counts) == [total]


def test_what_an_outlet_adds_beside_a_speakers_count_is_no_count_of_all() -> None:
    spoken, own = figure(21, start=0, end=2), figure(2, start=5, end=6)
    told = report("The hospital said 21 people were killed. Two had died during the night.")
    speaker, outlet = told.testimonies

    assert without_asides([Count(speaker, spoken, 1.0), Count(outlet, own, 1.0)]) == [Count(speaker, spoken, 1.0)]


def test_half_of_a_count_is_no_part_of_it_for_that() -> None:
    forty = count(figure(40))
    told = said("Twenty were killed, the police said.", POLICE, outlet="Delta Post", figures=(figure(20),))

    assert beside_parts([forty, Count(told, figure(20), 1.0)]) == [forty, Count(told, figure(20), 1.0)]


def test_of_what_a_speaker_counts_at_one_moment_the_largest_of_the_relevant_is_the_whole() -> None:
    town, region = count(figure(16)), count(figure(22))
    nearest = Count(town.testimony, town.figure, 1.3)
    other_matter = Count(region.testimony, region.figure, -1.0)

    assert history([nearest, region]) == [region]
    assert history([nearest, other_matter]) == [nearest]


def test_another_speakers_larger_count_of_the_next_day_is_a_rival_and_no_news_of_the_first() -> None:
    hospital, army = count(figure(12)), count(figure(20), POLICE, hours=24)

    (dispute,) = disputes(positions([hospital, army])[0], Incident(outcome="killed"))

    assert {position.figure.value for position in dispute.positions if position.figure} == {12, 20}


def test_a_count_since_the_day_of_the_incident_is_of_the_incident() -> None:
    of_day = count(figure(12))
    since = count(figure(31, total=True, since=NOON.date()), POLICE, hours=24)
    since_long = count(figure(900, total=True, since=NOON.date() - timedelta(days=90)), POLICE, hours=24)

    assert whole([of_day, since]) == [of_day, since]
    assert whole([of_day, since_long]) == [of_day]
