"""Searching the corpus: candidates by meaning and by words, weighed together."""

from __future__ import annotations

import contextlib
import dataclasses
import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from index.articles import Hit
from index.embedding.embedder import Embedder, Vectors
from index.language.terms import terms
from index.retrieval import lexical, postings
from index.retrieval.dense import Dense
from index.retrieval.fusion import Evidence, Fused, Weights, Whole, fuse, varied
from index.retrieval.scan import as_matrix
from index.retrieval.scope import Scope, among, extent, within
from index.retrieval.vectors import VectorStore
from index.store.database import Database
from index.store.passages import stored_passages
from index.store.schema import article, passage


@dataclasses.dataclass(frozen=True, slots=True)
class SearchPolicy:
    # Candidates taken by meaning and as many by words, before they are ranked together.
    depth: int = 100
    # How much it counts that a passage means what the question does.
    meaning: float = 2.0
    # How much it counts that a passage holds the question's words.
    words: float = 0.5
    # How much it counts that they stand side by side as in the question.
    phrases: float = 0.5
    # How much it counts that the article's nearest passages together mean what the question does.
    article_meaning: float = 1.0
    # How much it counts that the whole article holds the question's words, and often.
    article_words: float = 0.6
    # How much it counts that it holds all of them.
    coverage: float = 0.5
    # How many of an article's passages, the nearest, say what it means.
    nearest: int = 3
    # How many passages of one article come before those of others; the rest of them come last.
    of_one_article: int = 3
    # Articles whose whole text is weighed for a question.
    articles: int = 40

    @property
    def weights(self) -> Weights:
        return Weights(self.meaning, self.words, self.phrases, self.article_meaning, self.article_words, self.coverage)


class Searcher:
    """Hybrid search over one snapshot of the database. Safe to use from several threads."""

    def __init__(
        self, database: Database, embedder: Callable[[], Embedder], store: VectorStore, policy: SearchPolicy
    ) -> None:
        self._database = database
        self._embedder = embedder
        self._dense = Dense(store)
        self._lexicon = postings.Lexicon()
        self._policy = policy

    def vector(self, query: str) -> Vectors:
        """A question as the embedding model has it."""
        vector: Vectors = self._embedder().queries([query])[0]
        return vector

    def languages(self, connection: sa.Connection) -> list[str]:
        """The languages of the articles, that of most of them first."""
        chosen = sa.select(article.c.language).where(article.c.language.is_not(None)).group_by(article.c.language)
        return list(connection.execute(chosen.order_by(sa.func.count().desc(), article.c.language)).scalars())

    def search(
        self,
        query: str,
        *,
        k: int,
        scope: Scope,
        connection: sa.Connection | None = None,
        vector: Vectors | None = None,
    ) -> list[Hit]:
        """The `k` best passages, best first. Of the snapshot that `connection` reads, where one is open already, and by
        `vector`, where the question is embedded already."""
        if k < 1 or not query.strip():
            return []
        # Before a snapshot is taken: a question waits for the model, and the database need not.
        asked = self.vector(query) if vector is None else vector
        with contextlib.nullcontext(connection) if connection is not None else self._database.read() as reading:
            return self._search(reading, query, asked, k, scope)

    def _search(self, connection: sa.Connection, query: str, vector: Vectors, k: int, scope: Scope) -> list[Hit]:
        embedder = self._embedder()
        depth = max(self._policy.depth, 3 * k)
        reach = extent(connection, scope)
        dense = self._dense.candidates(connection, embedder, vector, scope=scope, extent=reach, depth=depth)
        question, frequencies = self._lexicon.question(connection, lexical.question_terms(terms(query)))
        worded = postings.candidates(connection, question, frequencies, scope=scope, extent=reach, limit=depth)
        candidates = _evidence(connection, vector, embedder.fingerprint, question, {*dense, *worded}, scope)
        ranked = self._rank(connection, question, vector, embedder.fingerprint, candidates)
        evidence = {one.evidence.number: one.evidence for one in candidates}
        article_of = {one.evidence.number: one.article_id for one in candidates}
        best = varied(ranked, article_of, self._policy.of_one_article)[:k]
        passages = stored_passages(connection, [one.number for one in best])
        kept = [one for one in best if one.number in passages]
        return [
            Hit(rank, one.score, passages[one.number], evidence[one.number].cosine, evidence[one.number].words)
            for rank, one in enumerate(kept, 1)
        ]

    def _rank(
        self,
        connection: sa.Connection,
        question: lexical.Question,
        vector: Vectors,
        fingerprint: str,
        candidates: Sequence[_Candidate],
    ) -> list[Fused]:
        """By the passages alone, then the best articles' passages again with what the whole article says."""
        weights = self._policy.weights
        first = fuse([one.evidence for one in candidates], weights)
        article_of = {one.evidence.number: one.article_id for one in candidates}
        chosen = list(dict.fromkeys(article_of[one.number] for one in first))[: self._policy.articles]
        whole = _wholes(connection, question, vector, fingerprint, chosen, self._policy.nearest)
        return fuse([dataclasses.replace(one.evidence, whole=whole.get(one.article_id)) for one in candidates], weights)


@dataclasses.dataclass(frozen=True, slots=True)
class _Candidate:
    article_id: str
    evidence: Evidence


def _evidence(
    connection: sa.Connection,
    vector: Vectors,
    fingerprint: str,
    question: lexical.Question,
    numbers: set[int],
    scope: Scope,
) -> list[_Candidate]:
    """What speaks for every candidate in scope, however it was found."""
    rows: Sequence[Any] = connection.execute(
        sa.select(passage.c.number, passage.c.article_id, passage.c.terms, passage.c.fingerprint, passage.c.embedding)
        .select_from(passage.join(article, passage.c.article_id == article.c.id))
        .where(among(connection, passage.c.number, sorted(numbers)), *within(scope))
        .order_by(passage.c.number)
    ).all()
    cosines = _cosines(rows, vector, fingerprint)
    return [
        _Candidate(
            row.article_id,
            Evidence(
                number=row.number,
                cosine=cosines.get(row.number, 0.0),
                words=lexical.passage_share(question, row.terms),
                phrases=lexical.phrase_share(question, row.terms),
            ),
        )
        for row in rows
    ]


def _wholes(
    connection: sa.Connection,
    question: lexical.Question,
    vector: Vectors,
    fingerprint: str,
    article_ids: Sequence[str],
    nearest: int,
) -> dict[str, Whole]:
    """What speaks for each of the articles as a whole."""
    columns = (passage.c.article_id, passage.c.number, passage.c.terms, passage.c.fingerprint, passage.c.embedding)
    rows: Sequence[Any] = connection.execute(
        sa.select(*columns)
        .where(among(connection, passage.c.article_id, article_ids), passage.c.live)
        .order_by(passage.c.article_id, passage.c.ordinal)
    ).all()
    cosines = _cosines(rows, vector, fingerprint)
    wholes: dict[str, Whole] = {}
    for article_id, parts in _by_article(rows):
        texts = [row.terms for row in parts]
        near = sorted((cosines[row.number] for row in parts if row.number in cosines), reverse=True)[:nearest] or [0.0]
        wholes[article_id] = Whole(
            sum(near) / len(near), lexical.article_share(question, texts), lexical.coverage(question, texts)
        )
    return wholes


def _by_article(rows: Sequence[Any]) -> Iterator[tuple[str, list[Any]]]:
    for article_id, parts in itertools.groupby(rows, key=lambda row: row.article_id):
        yield article_id, list(parts)


def _cosines(rows: Sequence[Any], vector: Vectors, fingerprint: str) -> dict[int, float]:
    """The cosine of each passage by its number; those of another model are left out."""
    own = [row for row in rows if row.fingerprint == fingerprint]
    if not own:
        return {}
    cosines = as_matrix([row.embedding for row in own]) @ vector
    return dict(zip((row.number for row in own), map(float, cosines), strict=True))
