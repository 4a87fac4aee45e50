"""A language is searched where its passages lie: the nearest in it are found without filtering by it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index import Index, Settings
from index.embedding.embedder import Vectors
from index.retrieval.dense import Dense
from index.retrieval.scope import Extent, Scope
from tests.fakes import FakeEmbedder

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
SIDES = {"en": "the ", "uk": "\u0456 ", "ar": "\u0641\u064a "}


class OneSidedEmbedder(FakeEmbedder):
    """Texts lie by their topic, and those of one language far to one side."""

    dimension = 32

    def passages(self, texts: Sequence[str]) -> Vectors:
        return np.array([self._vector(text) for text in texts], np.float32).reshape(len(texts), self.dimension)

    def queries(self, texts: Sequence[str]) -> Vectors:
        return self.passages(texts)

    def _vector(self, text: str) -> Vectors:
        side = next((at for at, word in enumerate(SIDES.values()) if word in text), 0)
        topic = [int(word) for word in text.split() if word.isdecimal()]
        vector = np.zeros(self.dimension, np.float32)
        vector[side] = 2.0
        vector[4:] = np.random.default_rng(topic[-1] if topic else 0).standard_normal(self.dimension - 4) / 6
        unit: Vectors = vector / np.linalg.norm(vector)
        return unit


def rows(count: int) -> list[dict[str, Any]]:
    return [
        {
            "url": f"https://vale.example/{language}/{n}",
            "title": "Report",
            "text": f"{word}town of topic {n}",
            "publisher": "Vale Radio",
            "published": (NOW - timedelta(hours=n)).isoformat(),
            "language": language,
        }
        for language, word in SIDES.items()
        for n in range(count if language == "en" else count // 4)
    ]


@pytest.mark.parametrize("language", ["uk", "ar"])
def test_the_nearest_passages_of_another_language_are_found_without_a_filter(tmp_path: Path, language: str) -> None:
    with Index.open(Settings(tmp_path), embedder=OneSidedEmbedder()) as corpus:
        corpus.add(rows(120), now=NOW)
        vector = corpus.embedder.queries(["the town of topic 17"])[0]
        ids = [row["url"] for row in rows(120) if row["language"] == language]
        dense, scope = Dense(corpus._store), Scope(language=language)
        with corpus.database.read() as connection:
            found = dense.candidates(
                connection, corpus.embedder, vector, scope=scope, extent=Extent(None, None), depth=10
            )
        [first, *_] = corpus.search("the town of topic 17", k=1, language=language)

    assert len(ids) == 30
    assert 10 >= len(found) >= 3
    assert first.passage.url == f"https://vale.example/{language}/17"
