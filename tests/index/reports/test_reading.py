"""A report, read as a whole."""

from __future__ import annotations

import functools
import gc
import sys
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from types import CodeType, FrameType
from typing import Any, TypeAlias

import pytest

from index.reports.reading import READER_VERSION, read
from tests.index.answers.building import report

Trace: TypeAlias = Callable[[FrameType, str, Any], Any]

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


# What goes on in one sentence, and what is many of them. A sentence and a quotation are read to some length only.
_RUNNING = [", (a), ", '"', "said ", "he said, who said, ", "“", "and ", "X, who ", "قال ", "according to ", ": ", "a,"]
_SENTENCES = [
    'He said: "We will not leave."\n',
    "Israel's army and Hamas in Gaza fought. ",
    "Mara Novak told the Vale Courier that 12 people were killed in Kharkiv on 2 June, it said.\n",
    "‘Go. ",
    "Mr. ",
    "“Go.\n",
    "Сили оборони знищили 12 дронів, повідомив Коваль. ",
    "وقال المتحدث إن إسرائيل قصفت غزة. ",
]


@pytest.mark.parametrize(("piece", "length"), [(it, 7_000) for it in _RUNNING] + [(it, 2_500) for it in _SENTENCES])
def test_reading_takes_work_that_grows_with_the_length_and_no_faster(piece: str, length: int) -> None:
    """Counted by the lines of code that run, for each function alone: where one takes nine times as many for three
    times the text, it looks at everything again for each part of it."""
    begun, shorter, longer = (piece * (size // len(piece)) for size in (1_000, length, 3 * length))
    read("–", begun, "Vale", None, None)

    short, long = (lines_run(functools.partial(read, "–", text, "Vale", None, None)) for text in (shorter, longer))

    assert {name: (short[name], count) for name, count in long.items() if count > 4 * short[name] + 500} == {}


def test_work_that_grows_faster_is_seen() -> None:
    def compare_all(words: list[str]) -> list[str]:
        return [word for word in words if sum(word == other for other in words) == 1]

    short, long = (lines_run(functools.partial(compare_all, ["word"] * size)) for size in (100, 300))

    assert max(long.values()) > 8 * max(short.values()) + 500


def lines_run(work: Callable[[], object]) -> Counter[str]:
    """How many lines run in each function that `work` calls. Each round of a loop inside of one line counts."""
    counts: Counter[CodeType] = Counter()

    def count(frame: FrameType, _event: str, _argument: object) -> Trace:
        counts[frame.f_code] += 1
        return count

    before = sys.gettrace()
    # What is thrown away meanwhile is others' work.
    gc.collect()
    gc.disable()
    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(before)
        gc.enable()
    named: Counter[str] = Counter()
    for code, lines in counts.items():
        named[f"{code.co_filename}:{code.co_firstlineno} {code.co_name}"] += lines
    return named


def test_each_statement_has_its_own_sentence_where_a_quotation_and_who_asks_it_are_one() -> None:
    text = "“What then, when they close the crossing?” Hamed asked.\n\nShortages took their toll. Aid came by sea."

    read = report(text)

    assert [testimony.sentence_text for testimony in read.testimonies][1:] == [
        "Shortages took their toll.",
        "Aid came by sea.",
    ]
    assert len(read.stems) == len(read.sentences) > max(testimony.statement.sentence for testimony in read.testimonies)


@pytest.mark.parametrize(
    ("outlet", "text", "speaker"),
    [
        ("Army", "Army spokesman Jon Vale said 19 people were killed.", "Army spokesman Jon Vale"),
        ("The Post", "The Post office chief said two people were killed.", "The Post office chief"),
    ],
)
def test_a_speaker_whose_name_begins_as_the_publishers_does_is_not_the_publisher(
    outlet: str, text: str, speaker: str
) -> None:
    read = report(text, outlet=outlet).testimonies[0]

    assert read.statement.kind == "reported"
    assert read.speaker is not None
    assert read.speaker.name == speaker


def test_what_a_paragraph_goes_on_looking_back_on_is_background_until_it_names_a_day_or_the_place() -> None:
    text = (
        "A missile hit Kupiansk on Monday. Four people were killed, the mayor said.\n\n"
        "In January 2023 a missile hit a block of flats in Dnipro. 46 people died. More than 80 were hurt. "
        "In Kupiansk the search goes on."
    )

    statements = read("Strike on Kupiansk", text, "Vale", _PUBLISHED).statements

    assert [statement.background for statement in statements] == [False, False, True, True, True, False]


def test_a_month_with_its_year_is_past_as_soon_as_it_is_over() -> None:
    text = "In May 2025 twelve people died there.\n\nFive were killed at the end of May."

    past, lately = read("–", text, "Vale", datetime(2025, 6, 2, tzinfo=UTC)).statements

    assert (past.background, lately.background) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv is blaming Russia for the strike on Odesa.",
        "The mayor said nine had died in the strike, blaming Russia.",
        "Nine died in a strike, the mayor said, blaming Russia for the attack.",
    ],
)
def test_who_is_being_blamed_is_no_speaker_and_who_blames_is_not_accused(text: str) -> None:
    (statement,) = read("–", text, "Vale", None).statements

    assert [act.agent.actor for act in statement.acts if act.agent.name] == ["russia"]
    assert len(statement.voices) == 1
    assert "Russia" not in statement.voices[0].name


def test_what_is_said_before_who_says_it_and_adds_to_it_is_what_is_said() -> None:
    text = "Russia shelled the market, the mayor told reporters, adding that Kyiv took no part."

    (statement,) = read("–", text, "Vale", None).statements

    assert text[slice(*statement.content)] == "Russia shelled the market"
    assert statement.acts[0].agent.actor == "russia"


def test_the_town_that_a_report_was_filed_from_does_nothing() -> None:
    text = "DAMASCUS, April 1 (Meridian Wire) - An air strike destroyed a building on Monday, officials said."

    (statement,) = read("–", text, "Vale", None).statements

    assert not any(act.agent.actor for act in statement.acts)
    assert statement.parties == ()


def test_a_capital_that_only_says_where_does_nothing() -> None:
    text = "A strike destroyed a building in the Mezzeh district of Damascus, killing senior officers."

    (statement,) = read("–", text, "Vale", None).statements

    assert not any(act.agent.actor for act in statement.acts)


def test_the_forces_of_a_capital_are_its_states() -> None:
    (statement,) = read("–", "Les forces de Kiev ont bombardé le dépôt.", "Vale", None, "fr").statements

    assert [act.agent.actor for act in statement.acts] == ["ukraine"]
