"""Which reports are of the incident that a question means."""

from __future__ import annotations

from datetime import UTC, datetime

from index.answers.answer import Answer
from index.answers.ask import ask
from tests.index.answers.shelf import Shelf, article

LATER = datetime(2024, 5, 20, tzinfo=UTC)
FIRST = article(
    "Shells hit the market of Kherson on Tuesday, police said. The shelling of the market of Kherson killed 7 people,"
    " police said.",
    title="Shells hit the market of Kherson",
    publisher="Morning Post",
    day="2024-04-03",
)
RIVAL = article(
    "The shelling of the market of Kherson killed 9 people, hospitals said on Wednesday. Shells hit the market before"
    " noon.",
    title="Toll of the market of Kherson",
    publisher="Evening Star",
    day="2024-04-04",
)
THIRD = article(
    "The shelling of the market of Kherson killed 8 people, the governor said on Wednesday.",
    title="Governor visits the market of Kherson",
    publisher="Evening Star",
    day="2024-04-04",
)
WEEKS_LATER = article(
    "The shelling of a bus stop in Kherson killed 31 people, police said on Friday. Shells hit the stop near the"
    " old market.",
    title="Shells hit a bus stop in Kherson",
    publisher="Morning Post",
    day="2024-04-26",
)
ANOTHER_TOWN = article(
    "Shells hit the market of Kharkiv on Wednesday, police said. Ambulances came within minutes. The shelling of the"
    " market killed 45 people, hospitals said. A day before, shells hit the market of Kherson.",
    title="Shells hit the market of Kharkiv",
    publisher="Late News",
    day="2024-04-04",
)


def test_a_month_does_not_make_one_incident_of_two() -> None:
    assert told(ask(Shelf([FIRST, RIVAL, WEEKS_LATER]), _killed("in April 2024"), now=LATER)) == {"7", "9"}


def test_a_sentence_without_a_place_is_of_the_place_that_its_report_is_about() -> None:
    shelf = Shelf([FIRST, RIVAL, THIRD, ANOTHER_TOWN])

    assert told(ask(shelf, _killed("on 3 April 2024"), now=LATER)) == {"7", "8", "9"}


def _killed(when: str) -> str:
    return f"How many people were killed in the shelling of the market of Kherson {when}?"


def told(answer: Answer) -> set[str]:
    """The figures of the only dispute shown."""
    (dispute,) = answer.conflicts
    return {word for position in dispute.positions for word in position.value.split() if word.isdigit()}
