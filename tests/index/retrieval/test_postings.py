"""Candidates by words: the best are found without reading who holds a common word, alike on both databases."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import numpy as np
import pytest

from index import Index, Settings
from index.language.terms import terms
from index.retrieval.postings import Lexicon, Tally, candidates
from index.retrieval.scope import EVERYTHING, Extent, Scope
from tests.fakes import FakeEmbedder

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
COMMON = ("people", "killed", "officials", "attack", "region")
RARE = ("harbour", "bakery", "monastery", "refinery", "causeway", "aqueduct")


def rows(count: int) -> Iterator[dict[str, str]]:
    rng = random.Random(3)
    for n in range(count):
        words = [word for word in COMMON if rng.random() < 0.6] + [word for word in RARE if rng.random() < 0.02]
        yield {"url": f"https://e.org/{n}", "title": "Report", "text": " ".join(words) or "calm", "publisher": "Ledger"}


def weight_of(numbers: list[int], corpus: Index, asked: str) -> list[float]:
    """How much of the question's weight each passage holds, by its stored terms."""
    with corpus.database.read() as connection:
        question, _ = Lexicon().question(connection, terms(asked))
    texts = {passage: f" {text} " for passage, text in stored_terms(corpus).items()}
    return [
        round(sum(weight for term, weight in question.weights.items() if f" {term} " in texts[number]), 6)
        for number in numbers
    ]


def stored_terms(corpus: Index) -> dict[int, str]:
    import sqlalchemy as sa

    from index.store.schema import passage

    with corpus.database.read() as connection:
        return {row[0]: row[1] for row in connection.execute(sa.select(passage.c.number, passage.c.terms))}


@pytest.fixture(scope="module")
def newsroom(lasting_settings: Settings) -> Iterator[Index]:
    with Index.open(lasting_settings, embedder=FakeEmbedder()) as corpus:
        corpus.add(rows(500), now=NOW)
        yield corpus


ASKED = [
    "killed at the harbour",
    "people killed near the bakery and the refinery, officials",
    "monastery",
    "harbour bakery monastery refinery causeway aqueduct people killed region",
]


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("common", [30, 100])
def test_reading_common_words_in_part_finds_passages_as_good_as_reading_all(
    newsroom: Index, asked: str, common: int
) -> None:
    found = {}
    for most in (common, 10_000):
        with newsroom.database.read() as connection:
            question, frequencies = Lexicon().question(connection, terms(asked))
            found[most] = candidates(
                connection, question, frequencies, scope=Scope(), extent=EVERYTHING, limit=8, common=most
            )

    part, whole = (weight_of(found[most], newsroom, asked) for most in (common, 10_000))
    assert sum(part) >= 0.9 * sum(whole)
    assert part[0] == whole[0]


def test_common_words_alone_are_looked_for_in_the_newest_passages(newsroom: Index) -> None:
    with newsroom.database.read() as connection:
        question, frequencies = Lexicon().question(connection, terms("people killed in an attack"))
        best = candidates(connection, question, frequencies, scope=Scope(), extent=EVERYTHING, limit=10, common=50)

    assert weight_of(best, newsroom, "people killed in an attack") == [round(question.total, 6)] * 10
    assert min(best) > 250


@pytest.mark.parametrize(
    "places",
    [range(100, 140), [3, 9, *range(100, 140), 250, 480], range(0, 500, 12), range(90, 94)],
    ids=["together", "some-late", "scattered", "few"],
)
def test_in_a_narrow_window_a_common_word_is_found_in_each_of_its_passages(
    newsroom: Index, places: Sequence[int]
) -> None:
    allowed = np.array(sorted(stored_terms(newsroom)))[list(places)]
    with newsroom.database.read() as connection:
        question, frequencies = Lexicon().question(connection, terms("people killed"))
        given = {"scope": Scope(), "extent": Extent(allowed, None), "limit": 100}
        part = candidates(connection, question, frequencies, **given, common=5)
        whole = candidates(connection, question, frequencies, **given, common=10_000)

    assert part == whole
    assert set(part) <= set(allowed.tolist())


def test_a_tally_is_closed_when_nothing_unseen_can_come_among_the_best() -> None:
    tally = Tally(2)
    tally.add(np.array([1, 2, 3]), 2.0)
    tally.add(np.array([2, 9]), 1.0)

    assert tally.ranked().tolist() == [2, 1, 3, 9]
    assert tally.is_closed(1.9)
    assert not tally.is_closed(2.0), "it could come level"
    tally.raise_known(np.array([1, 50]), 5.0, below=None)
    assert tally.ranked().tolist() == [1, 2, 3, 9]
