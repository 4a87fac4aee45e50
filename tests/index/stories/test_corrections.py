"""What readers were told that its source says otherwise now."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from index import Index
from index.articles import Article
from index.stories.corrections import find_corrections, with_corrections

FIRST = datetime(2024, 4, 3, 9, tzinfo=UTC)
LATER = datetime(2024, 4, 4, 9, tzinfo=UTC)
URL = "https://wire.example/khiam"
TEXT = "At least 21 civilians were killed when shells hit the market of Khiam on Wednesday, the mayor said. {more}"


def article(text: str) -> Article:
    return Article(url=URL, title="Shells hit the market of Khiam", text=text, publisher="Wire", published_at=FIRST)


def told(corpus: Index) -> dict[str, Any]:
    """The content of a briefing on the day, through JSON as it is kept."""
    content: dict[str, Any] = json.loads(json.dumps(corpus.brief(FIRST, LATER).to_json()))
    assert any("21 civilians" in one["quote"] for one in content["citations"])
    return content


@pytest.fixture
def content(corpus: Index) -> dict[str, Any]:
    corpus.add([article(TEXT.format(more="Rescuers dug through the night."))], now=FIRST)
    return told(corpus)


def test_a_silent_edit_is_marked_as_one_with_both_values(corpus: Index, content: dict[str, Any]) -> None:
    corpus.add([article(TEXT.replace("21", "12").format(more="Rescuers dug through the night."))], now=LATER)

    (found,) = find_corrections(corpus.database, [content])

    one = found.correction
    assert (one.kind, one.publisher, one.at) == ("edited", "Wire", LATER)
    assert ("21" in one.before, "12" in one.after) == (True, True)
    text = corpus.passage(found.citation.passage_id)
    assert text is not None
    assert found.citation.quote in text.passage.text


def test_an_edit_that_says_so_is_a_correction(corpus: Index, content: dict[str, Any]) -> None:
    note = "An earlier version of this report gave a higher figure."
    corpus.add([article(TEXT.replace("21", "12").format(more=note))], now=LATER)

    (found,) = find_corrections(corpus.database, [content])

    assert found.correction.kind == "corrected"


def test_a_withdrawn_article_is_told_with_what_it_had_said(corpus: Index, content: dict[str, Any]) -> None:
    assert corpus.articles.withdraw(URL, now=LATER)

    (found,) = find_corrections(corpus.database, [content])

    assert (found.correction.kind, found.correction.at) == ("withdrawn", LATER)
    assert "21 civilians" in found.correction.told


def test_a_figure_whose_sentence_was_taken_out_is_told(corpus: Index, content: dict[str, Any]) -> None:
    corpus.add([article("The market of Khiam stayed closed on Thursday. Traders counted their losses.")], now=LATER)

    (found,) = find_corrections(corpus.database, [content])

    one = found.correction
    assert (one.kind, one.after, one.at) == ("dropped", "", LATER)
    assert "21 civilians" in one.before
    assert "21 civilians" in found.citation.quote


@pytest.mark.parametrize(
    "text",
    [
        TEXT.format(more="Rescuers dug through the night, and the road stayed closed."),
        "Traders counted their losses on Thursday. The mayor put the dead of the day before at 21 killed.",
    ],
)
def test_an_edit_that_leaves_the_figure_alone_is_none(corpus: Index, content: dict[str, Any], text: str) -> None:
    corpus.add([article(text)], now=LATER)

    assert find_corrections(corpus.database, [content]) == ()


def test_what_was_told_already_is_not_told_again(corpus: Index, content: dict[str, Any]) -> None:
    corpus.add([article(TEXT.replace("21", "12").format(more=""))], now=LATER)
    (found,) = find_corrections(corpus.database, [content])

    assert find_corrections(corpus.database, [content], {found.correction.key}) == ()


def test_in_a_briefing_it_is_cited_and_numbered_first(corpus: Index, content: dict[str, Any]) -> None:
    corpus.add([article(TEXT.replace("21", "12").format(more=""))], now=LATER)

    briefing = with_corrections(corpus.brief(FIRST, LATER), find_corrections(corpus.database, [content]))

    (correction,) = briefing.corrections
    assert correction.citations == (1,)
    assert "12 civilians" in briefing.citations[0].quote
    assert [citation.n for citation in briefing.citations] == list(range(1, len(briefing.citations) + 1))
