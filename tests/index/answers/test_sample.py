"""The sample articles, asked what a newcomer asks first: the answer is of what is asked, and so is a disagreement."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import resources

import pytest

from index import Index, Settings
from index.embedding.model import LocalModel

AS_OF = datetime(2024, 4, 30, tzinfo=UTC)
_KEPT = ("url", "title", "text", "publisher", "published")


@pytest.fixture(scope="module")
def corpus(model: LocalModel, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    lines = (resources.files("index.sample") / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    with Index.open(Settings(tmp_path_factory.mktemp("sample")), embedder=model) as opened:
        opened.add([{key: row[key] for key in _KEPT} for row in map(json.loads, lines)])
        yield opened


@pytest.mark.parametrize(
    "question",
    [
        "Who struck the consulate in Damascus?",
        "Who bombed the Iranian consulate in Damascus?",
        "Did Israel strike the consulate in Damascus?",
    ],
)
def test_who_struck_the_consulate_is_answered_and_nobody_differs_on_drones(corpus: Index, question: str) -> None:
    answer = corpus.ask(question, now=AS_OF)

    assert answer.kind == "answer"
    assert "consul" in answer.claims[0].text
    disputed = [position.quote for conflict in answer.conflicts for position in conflict.positions]
    assert not any("projectiles" in quote or "drones" in quote for quote in disputed), disputed
    # A paper that does not say "Israel" says who it was all the same.
    assert any("Zionist entity" in claim.text or "Israel" in claim.text for claim in answer.claims)


@pytest.mark.parametrize(
    "question", ["Who struck the consulate in Damascus?", "Who bombed the Iranian consulate in Damascus?"]
)
def test_what_names_who_struck_it_comes_first_and_not_what_iran_struck_later(corpus: Index, question: str) -> None:
    first = corpus.ask(question, now=AS_OF).claims[0].text

    assert "Zionist entity" in first or "Israel" in first
    assert "occupied territories" not in first
