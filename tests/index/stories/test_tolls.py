"""Which counts of a story disagree, which only lag behind, and how a count is worded."""

from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta

import pytest

from index.reports.reading import read
from index.reports.records import Figure, Voice
from index.reports.report import Report, Span
from index.stories.tolls import kind_of, toll_words, tolls_of
from tests.index.reports.building import NOON, figure, said

MAYOR = Voice("the mayor of Karsh", "body", office=("mayor",))
ARMY = Voice("the army", "body", actor="army", office=("army",))
MEDICS = Voice("medical sources", "unnamed", office=("health",))
NAMELESS = Voice("based", "body")


def count(value: float, voice: Voice | None, *, at: datetime = NOON, made: Figure | None = None) -> Report:
    """A report of its own that gives one count of the dead."""
    return said("Shells hit Karsh.", voice, outlet="Outlet", at=at, figures=(made or figure(value),)).report


def replaced(report: Report, number: int) -> Report:
    """The report with an id of its own."""
    return dataclasses.replace(report, article_id=f"a{number}")


def sides(*reports: Report) -> list[list[float]]:
    made = [replaced(report, number) for number, report in enumerate(reports)]
    return [
        sorted(side.figure.value for side in dispute.positions if side.figure) for dispute in tolls_of(made).disputes
    ]


def test_two_named_speakers_whose_counts_are_far_apart_disagree() -> None:
    assert sides(count(40, MAYOR), count(12, ARMY)) == [[12, 40]]


@pytest.mark.parametrize(
    "other",
    [
        count(9, None),
        count(9, MEDICS),
        count(9, NAMELESS),
        count(37, ARMY),
        count(24, ARMY, made=figure(24, modality="about", low=24, high=96)),
    ],
    ids=["an outlet's own", "nobody's", "no body", "a few less", "dozens"],
)
def test_what_no_named_speaker_counts_and_what_is_near_is_no_dispute(other: Report) -> None:
    assert sides(count(40, MAYOR), other) == []


def test_a_lower_count_of_the_day_before_has_been_outgrown() -> None:
    assert sides(count(12, ARMY, at=NOON - timedelta(days=1)), count(40, MAYOR)) == []
    assert sides(count(12, ARMY, at=NOON + timedelta(days=1)), count(40, MAYOR)) == [[12, 40]]


def developments(*values: float) -> int:
    """How many counts changed, of one speaker who gives these values an hour apart."""
    reports = [count(value, MAYOR, at=NOON + timedelta(hours=hour)) for hour, value in enumerate(values)]
    return len(tolls_of([replaced(report, hour) for hour, report in enumerate(reports)]).developments)


def test_a_count_that_rises_is_told_as_risen_and_one_that_goes_up_and_down_is_not() -> None:
    assert developments(8, 11, 13) == 1
    assert developments(16, 13, 16) == 0


@pytest.mark.parametrize(
    ("text", "words"), [("Dozens of people", "dozens wounded"), ("Scores of people", "scores wounded")]
)
def test_a_vague_toll_is_shown_in_the_reports_own_word(text: str, words: str) -> None:
    vague = Figure(24, 24, 99, "about", "people", "wounded", 0, text.index(" "))

    assert toll_words(vague, text) == words


def test_a_vague_number_of_something_is_of_it() -> None:
    vague = Figure(24, 24, 99, "about", "bodies", "", 0, 6)

    assert toll_words(vague, "Dozens of bodies") == "dozens of bodies"


def test_the_dead_of_a_force_are_its_own_whoever_attacked_and_in_any_language() -> None:
    own = kinds_in("The SDF said it had lost two fighters when Islamic State men raided its post.", "en")
    local = kinds_in("قالت شبكة محلية إن تسعة من مقاتلي قسد قتلوا في هجوم لداعش.", "ar")

    assert [*own, *local] == ["SDF", "SDF"]


def kinds_in(text: str, language: str) -> list[str]:
    """Who is counted in a sentence."""
    reading = read("", text, "Wire", NOON, language)
    spans = (Span("a:0", 0, len(text)),)
    first = Report("a", "https://a.example", "", text, "Wire", NOON, NOON, reading, spans).testimonies[0]
    return [kind_of(first, counted) for counted in first.figures]
