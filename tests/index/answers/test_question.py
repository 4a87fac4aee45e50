from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from index.answers.gazetteer import canonical, country, sound
from index.answers.question import Turn, understand
from index.answers.timing import timing

NOW = datetime(2024, 4, 25, 21, 30, tzinfo=UTC)  # a Thursday


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("How many people were killed in Kherson?", "figure"),
        ("Rafah death toll", "figure"),
        ("Who is responsible for the strike?", "blame"),
        ("What happened in Goma on Friday?", "event"),
        ("What did the governor say about the strike?", "said"),
        ("Who commands the brigade?", "who"),
        ("Where did the drone fall?", "where"),
        ("When did the talks begin?", "when"),
        ("Why was the bridge closed?", "why"),
        ("Is the hospital open?", "yesno"),
        ("route of the convoy", "what"),
    ],
)
def test_the_kind_of_answer_is_read_from_the_words(text: str, kind: str) -> None:
    assert understand(text, NOW).kind == kind


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("strikes on 21 August 2013", date(2013, 8, 21), date(2013, 8, 21)),
        ("strikes on April 4 2017", date(2017, 4, 4), date(2017, 4, 4)),
        ("strikes in April 2017", date(2017, 4, 1), date(2017, 4, 30)),
        ("strikes in mid-April 2017", date(2017, 4, 9), date(2017, 4, 21)),
        ("strikes in the last week of April 2017", date(2017, 4, 20), date(2017, 4, 30)),
        ("strikes in summer 2013", date(2013, 6, 1), date(2013, 8, 31)),
        ("strikes on Tuesday", date(2024, 4, 23), date(2024, 4, 23)),
        ("strikes yesterday", date(2024, 4, 24), date(2024, 4, 24)),
        ("strikes on 3 March", date(2024, 3, 3), date(2024, 3, 3)),
        ("strikes on 3 November", date(2023, 11, 3), date(2023, 11, 3)),
        ("strikes last month", date(2024, 3, 1), date(2024, 3, 31)),
        ("strikes this week", date(2024, 4, 19), date(2024, 4, 25)),
    ],
)
def test_the_day_that_is_meant_is_found(text: str, first: date, last: date) -> None:
    found = timing(text, NOW)

    assert (found.first, found.last, found.since) == (first, last, None)


def test_hours_back_and_since_bound_the_reporting() -> None:
    assert timing("attacks in the last 48 hours", NOW).since == datetime(2024, 4, 23, 21, 30, tzinfo=UTC)
    assert timing("attacks since Friday", NOW).since == datetime(2024, 4, 19, tzinfo=UTC)


def test_a_relative_day_is_the_readers() -> None:
    assert timing("strikes today", NOW, "Asia/Baghdad").first == date(2024, 4, 26)


def test_a_day_in_a_name_is_none_that_is_asked_about() -> None:
    assert timing("Does Business Today agree with The Ledger on the Black Friday raid?", NOW).first is None
    assert timing("How many were killed in Gaza Friday?", NOW).first == date(2024, 4, 19)


def test_names_are_known_in_any_case_and_by_other_spellings() -> None:
    assert understand("gas attack in idlib", NOW).names == ("idlib",)
    assert canonical("Kiev") == canonical("Kyiv")
    assert country("Kharkov") == "Ukraine"
    assert sound("Sheikhoun") == sound("Shaykhun") == sound("Sheikhun") != ""


@pytest.mark.parametrize(
    ("before", "asked", "text"),
    [
        ("How many died in Iraq?", "And in Syria?", "How many died in Syria?"),
        ("Who shelled Kherson?", "how many were hurt there?", "how many were hurt there (Kherson)"),
        ("Who shelled Kherson?", "How many drones fell on Odesa?", "How many drones fell on Odesa?"),
    ],
)
def test_a_follow_up_gets_back_what_it_leaves_out(before: str, asked: str, text: str) -> None:
    assert understand(asked, NOW, turns=[Turn(before)]).text == text


def test_the_outlets_asked_for_are_found() -> None:
    found = understand("According to The Herald, what did the Morning Post report say about aid?", NOW)

    assert {"Herald", "Morning Post"} <= {name.removeprefix("The ") for name in found.publishers}


def test_a_month_since_which_is_asked_is_where_the_time_begins() -> None:
    assert understand("How many convoys arrived since October?", NOW).time.since is not None
    assert understand("How many convoys arrived in October?", NOW).time.since is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Who bombed the port?", "blame"),
        ("Who was killed in the port?", "who"),
        ("Is General Novak dead?", "yesno"),
        ("Khan Marwa attack: how many dead?", "figure"),
    ],
)
def test_the_doer_is_told_from_those_it_was_done_to(text: str, kind: str) -> None:
    assert understand(text, NOW).kind == kind
