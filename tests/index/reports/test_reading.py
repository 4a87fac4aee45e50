"""A report, read as a whole."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest

from index.reports.reading import READER_VERSION, read

_PUBLISHED = datetime(2025, 6, 4, 9, tzinfo=UTC)


def test_a_reading_holds_language_day_credit_and_headline() -> None:
    text = "PORT VALE, June 3 (Meridian Wire) - Four people were killed on Monday, the harbour master said."

    reading = read("Harbour master: four killed", text, "Vale Courier", _PUBLISHED)

    assert (reading.version, reading.language, reading.credit) == (READER_VERSION, "en", "Meridian Wire")
    assert reading.written == date(2025, 6, 3)
    assert reading.headline is not None
    assert reading.headline.speaker is not None
    assert reading.headline.speaker.name == "Harbour master"


def test_a_statement_holds_its_figures_days_and_speaker() -> None:
    (statement,) = read(
        "–", "Four people were killed on 2 June, the harbour master said.", "Vale", _PUBLISHED
    ).statements

    assert [figure.value for figure in statement.figures] == [4]
    assert statement.days == (date(2025, 6, 2),)
    assert [voice.name for voice in statement.voices] == ["the harbour master"]


def test_who_speaks_is_not_who_did_it() -> None:
    (statement,) = read("–", "Hamas said Israel's military shelled the mill.", "Vale", _PUBLISHED).statements

    assert [(act.type, act.agent.actor) for act in statement.acts] == [("blame", "israel")]
    assert [party.actor for party in statement.parties] == ["israel"]


def test_who_says_we_is_the_speaker() -> None:
    text = '"Our men attacked the mill at dawn," ELN commander Luis Prado said.'

    (statement,) = read("–", text, "Vale", _PUBLISHED).statements

    assert [(act.type, act.agent.actor) for act in statement.acts] == [("claim", "eln")]


def test_a_text_without_words_has_no_statements() -> None:
    reading = read("", "", "Vale", None)

    assert reading.statements == ()
    assert reading.headline is None
    assert reading.written is None


_PIECES = [", (a), ", '"', "said ", "he said, who said, ", "“", "and ", "X, who ", "قال ", "according to ", ": ", "a,"]


@pytest.mark.parametrize("piece", _PIECES)
def test_reading_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (4_000, 16_000))

    began = time.process_time()
    read("–", short, "Vale", None, "en")
    middle = time.process_time()
    read("–", long, "Vale", None, "en")
    ended = time.process_time()

    assert ended - middle < 12 * (middle - began) + 0.5
