"""What is held against each other: statements near the question, doers that no list knows, and what was learnt."""

from __future__ import annotations

import dataclasses

import pytest

from index.answers.candidates import Candidate
from index.answers.deciding import decide
from index.answers.opposing import (
    by_rule,
    chance,
    doubted,
    may_be_contested,
    may_oppose,
    most_opposed,
    passage,
    rivals,
)
from index.answers.policy import DEFAULT
from index.reports.accounts import account, opposed
from index.reports.report import Report
from tests.index.answers.building import inquiry, report


def near(*scored: tuple[Report, float]) -> list[Candidate]:
    """The first statement of each report, as near to the question as can be, the judge sure that it says it."""
    features = {"meaning": 1.0, "judge": 2.0}
    found = [Candidate(read.testimonies[0], features, score) for read, score in scored]
    return sorted(found, key=lambda candidate: -candidate.score)


def test_two_who_accuse_the_same_do_not_oppose_each_other() -> None:
    reads = (
        report("The M23 shelled the mill in Rutshuru, the mayor Jean Bahati said."),
        report("The M23 shelled the mill in Rutshuru, the colonel Paul Kasereka said.", outlet="Delta Post"),
    )
    accounts = [account(read.testimonies[0], 9.0) for read in reads]

    assert not may_oppose(*accounts)
    assert may_oppose(accounts[0], dataclasses.replace(accounts[1], denies=True))


def test_a_band_without_a_side_and_a_side_are_two_doers_of_one_deed() -> None:
    question = inquiry("Who sabotaged the power station in Rutshuru?", "blame")
    first = report("The M23 sabotaged the power station in Rutshuru, the governor Paul Kasereka said.")
    second = report(
        "Smugglers sabotaged the power station in Rutshuru, the mayor Jean Bahati said.", outlet="Delta Post"
    )

    decision = decide(question, near((first, 9.0), (second, 8.5)), DEFAULT)

    assert [len(dispute.positions) for dispute in decision.disputes] == [2]


def test_armed_men_are_nobody_else_than_the_side_that_another_names() -> None:
    first, second = (
        account(report(text, outlet=outlet).testimonies[0], 9.0, frozenset({"destroy"}))
        for text, outlet in (
            ("The M23 destroyed the power station in Rutshuru, the governor Paul Kasereka said.", "Delta Post"),
            ("Gunmen destroyed the power station in Rutshuru, the mayor Jean Bahati said.", "Harbour Gazette"),
        )
    )

    assert second.doer == ""
    assert not opposed(dataclasses.replace(first, near_question=True), dataclasses.replace(second, near_question=True))


def test_nobody_is_held_against_himself_or_within_one_report() -> None:
    question = inquiry("Who shelled the mill in Rutshuru?", "blame")
    read = report("The M23 shelled the mill in Rutshuru, the mayor Jean Bahati said. The army shelled it, he said.")
    candidates = [Candidate(one, {"meaning": 1.0}, 9.0) for one in read.testimonies]

    assert rivals(question, candidates, DEFAULT) == []
    assert most_opposed([], DEFAULT) is None


@pytest.mark.parametrize(
    ("question", "earlier", "later"),
    [
        (
            "Is the border post in Rutshuru open to traders?",
            "The border post in Rutshuru is shut to everybody, the customs office said.",
            "Traders may use the post in Rutshuru every day, the head of customs, Grace Kabera, said.",
        ),
        (
            "Is the hospital in Rutshuru treating patients?",
            "The hospital in Rutshuru is treating patients day and night, its director said.",
            "All services in Rutshuru have ended, wrote the charity that runs the hospital.",
        ),
    ],
)
def test_how_things_are_now_is_told_by_the_latest_report(question: str, earlier: str, later: str) -> None:
    asked = inquiry(question, "yesno")
    before, after = report(earlier, day=2), report(later, day=12, outlet="Delta Post")

    decision = decide(asked, near((before, 9.0), (after, 6.0)), DEFAULT)

    assert asked.of_present
    assert decision.picks[0].testimony.report is after


def test_what_is_asked_of_the_past_is_not_how_things_are_now() -> None:
    assert not inquiry("Did the mayor of Rutshuru thank the doctors?", "yesno").of_present


ACCUSING = (
    report("The M23 shelled the mill in Rutshuru, the mayor Jean Bahati said."),
    report("The army shelled the mill in Rutshuru, the colonel Paul Kasereka said.", outlet="Delta Post"),
)


def test_without_vectors_and_a_judge_it_is_still_told() -> None:
    question = inquiry("Who shelled the mill in Rutshuru?", "blame")

    (held,) = rivals(question, [Candidate(read.testimonies[0], {}, 9.0) for read in ACCUSING], DEFAULT)
    sure, unsure = held.as_read((9.0, 9.0, 9.0)), held.as_read((-9.0, 9.0, 9.0))

    assert most_opposed([unsure, sure], DEFAULT) == held.accounts
    assert most_opposed([unsure], DEFAULT) is None
    assert most_opposed([held.as_read((-0.1, 9.0, 9.0))], dataclasses.replace(DEFAULT, least_opposed=0.0)) is None
    assert 0.0 < chance(unsure) < chance(sure) < 1.0


def test_what_was_read_to_contradict_is_shown_as_a_dispute() -> None:
    question = inquiry("Was the mill in Rutshuru a depot?", "yesno")
    reads = (
        report("The mill in Rutshuru was full of shells, the colonel Paul Kasereka said."),
        report("Flour was all the mill in Rutshuru ever held, the mayor Jean Bahati said.", outlet="Delta Post"),
    )
    candidates = near(*((read, 9.0) for read in reads))
    (held,) = rivals(question, candidates, DEFAULT)

    assert not decide(question, candidates, DEFAULT).disputes
    (dispute,) = decide(question, candidates, DEFAULT, held.accounts).disputes
    assert {position.testimony.report for position in dispute.positions} == set(reads)


def test_a_statement_is_read_before_those_beside_it_and_after_who_speaks() -> None:
    read = report(
        "The colonel Paul Kasereka spoke on Monday. The M23, he said, shelled the mill in Rutshuru. It still burned."
    )
    long = report(f"The army came. {'It burned for hours, and ' * 20}the mill fell. The mayor wept.")

    assert passage(read.testimonies[1]).endswith(
        "The M23, he said, shelled the mill in Rutshuru. … The colonel Paul Kasereka spoke on Monday. It still burned."
    )
    assert passage(long.testimonies[1]) == long.testimonies[1].sentence_text


def test_a_state_told_much_later_is_another_state() -> None:
    question = inquiry("Is the mill in Rutshuru open?", "yesno")
    shut = report("The mill in Rutshuru is shut, the mayor Jean Bahati said.", day=2)
    others = [
        report("The mill in Rutshuru is open, the colonel Paul Kasereka said.", day=day, outlet="Delta Post")
        for day in (2, 12)
    ]

    now, later = (
        rivals(question, near((shut, 9.0), (other, 9.0)), DEFAULT)[0].as_read((3.0, 3.0, 3.0)) for other in others
    )

    assert chance(later) < chance(now)


def test_who_only_writes_a_name_or_asks_for_a_number_asks_what_nobody_differs_on() -> None:
    assert not may_be_contested(inquiry("Rutshuru", "yesno"))
    assert not may_be_contested(inquiry("How many were killed in Rutshuru?"))
    assert may_be_contested(inquiry("Who shelled the mill in Rutshuru?", "blame"))


def test_a_dispute_told_by_a_rule_is_dropped_where_reading_doubts_it() -> None:
    question = inquiry("Who shelled the mill in Rutshuru?", "blame")
    candidates = near((ACCUSING[0], 9.0), (ACCUSING[1], 8.5))
    decision = decide(question, candidates, DEFAULT)
    (held,) = by_rule(question, candidates, decision.opposing, DEFAULT)

    believed = doubted(decision.opposing, [held.as_read((4.0, 4.0, 4.0))], DEFAULT)
    of_two_deeds = doubted(
        decision.opposing, [held.as_read((-4.0, -4.0, -4.0))], dataclasses.replace(DEFAULT, least_disputed=0.9)
    )

    assert decision.disputes
    assert decide(question, candidates, DEFAULT, doubted=believed).disputes == decision.disputes
    assert not decide(question, candidates, DEFAULT, doubted=of_two_deeds).disputes


def test_of_each_two_sides_one_pair_is_read_first_and_speaks_for_the_others() -> None:
    question = inquiry("Who shelled the mill in Rutshuru?", "blame")
    third = report("The army shelled the mill in Rutshuru, the teacher Alice Uwimana said.", outlet="Delta Sun")
    candidates = near((ACCUSING[0], 9.0), (ACCUSING[1], 8.5), (third, 8.0))
    opposing = decide(question, candidates, DEFAULT).opposing

    [held] = by_rule(question, candidates, opposing, dataclasses.replace(DEFAULT, opposed_read=1))

    assert len(opposing) == 2
    assert doubted(opposing, [held.as_read((4.0, 4.0, 4.0))], DEFAULT) == frozenset()


def test_sides_of_which_nothing_is_read_are_doubted() -> None:
    question = inquiry("Who shelled the mill in Rutshuru?", "blame")
    candidates = near((ACCUSING[0], 9.0), (ACCUSING[1], 8.5))
    opposing = decide(question, candidates, DEFAULT).opposing

    assert by_rule(question, candidates, opposing, dataclasses.replace(DEFAULT, opposed_read=0)) == []
    assert len(doubted(opposing, [], DEFAULT)) == len(opposing) == 1
