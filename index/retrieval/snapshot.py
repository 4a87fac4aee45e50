"""What one question reads: all of it in one snapshot of the database, and each text embedded once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import sqlalchemy as sa

from index.articles import Hit, StoredPassage
from index.embedding.embedder import Embedder, Vectors
from index.retrieval.scope import Scope
from index.retrieval.search import Searcher
from index.store.passages import article_passages_of


class Snapshot:
    """The corpus at one moment, for one question; of one thread."""

    def __init__(self, connection: sa.Connection, searcher: Searcher, embedder: Callable[[], Embedder]) -> None:
        self._connection = connection
        self._searcher = searcher
        self._embedder = embedder
        self._vectors: dict[str, Vectors] = {}
        self._passages: dict[str, list[StoredPassage]] = {}

    def search(
        self,
        query: str,
        *,
        k: int = 10,
        since: datetime | None = None,
        until: datetime | None = None,
        publisher: str | None = None,
        language: str | None = None,
    ) -> list[Hit]:
        """The `k` best passages of articles in scope, best first."""
        if not query.strip():
            return []
        scope = Scope(since, until, publisher, language)
        vector = self.vector(query)
        return self._searcher.search(query, k=k, scope=scope, connection=self._connection, vector=vector)

    def passages_of(self, article_ids: Sequence[str]) -> dict[str, list[StoredPassage]]:
        """The searchable passages of articles, in order; each article is read once."""
        unread = [article_id for article_id in article_ids if article_id not in self._passages]
        if unread:
            self._passages |= article_passages_of(self._connection, unread)
        return {article_id: self._passages[article_id] for article_id in article_ids}

    def passages(self, article_id: str) -> list[StoredPassage]:
        """The searchable passages of an article, in order."""
        return self.passages_of([article_id])[article_id]

    def vector(self, query: str) -> Vectors:
        """A question as the embedding model has it."""
        if query not in self._vectors:
            self._vectors[query] = self._searcher.vector(query)
        return self._vectors[query]

    def nearness(self, query: str, texts: Sequence[str]) -> list[float]:
        """How near each text is to the question in meaning, whatever languages they are in."""
        if not texts:
            return []
        return [float(near) for near in self._embedder().passages(texts) @ self.vector(query)]
