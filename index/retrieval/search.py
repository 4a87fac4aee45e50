"""Searching the corpus: candidates by meaning and by words, weighed together."""

from __future__ import annotations

import contextlib
import dataclasses
import itertools
import threading
from collections.abc import Callable, Sequence
from datetime import datetime

import numpy as np
import sqlalchemy as sa

from index.articles import Hit
from index.embedding.embedder import Embedder, Vectors
from index.language.terms import terms
from index.retrieval import lexical
from index.retrieval.chroma import VectorsUnavailable
from index.retrieval.fusion import Evidence, Fused, Weights, Whole, fuse, varied
from index.retrieval.projection import Generation, held, read_generation
from index.retrieval.scan import Numbers, Scan, embeddings
from index.retrieval.vectors import VectorStore
from index.store.database import Database
from index.store.passages import stored_passages
from index.store.schema import article, passage

# Where Chroma lacks more passages than this, all are compared exactly until it has caught up.
_MOST_MISSING = 5000


@dataclasses.dataclass(frozen=True, slots=True)
class SearchPolicy:
    # Candidates taken by meaning and as many by words, before they are ranked together.
    depth: int = 100
    # Up to so many passages all are compared exactly; above, Chroma finds the nearest. Exact is as fast for few.
    exact_up_to: int = 5000
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


@dataclasses.dataclass(frozen=True, slots=True)
class Scope:
    """Which articles are searched: dated within [since, until], of one publisher. None: any."""

    since: datetime | None = None
    until: datetime | None = None
    publisher: str | None = None

    @property
    def is_all(self) -> bool:
        return self == Scope()


class Searcher:
    """Hybrid search over one snapshot of the database. Safe to use from several threads."""

    def __init__(
        self, database: Database, embedder: Callable[[], Embedder], store: VectorStore, policy: SearchPolicy
    ) -> None:
        self._database = database
        self._embedder = embedder
        self._store = store
        self._policy = policy
        self._scan_of: tuple[tuple[str, str], Scan] | None = None
        self._lock = threading.Lock()

    def search(self, query: str, *, k: int, scope: Scope) -> list[Hit]:
        """The `k` best passages, best first."""
        if k < 1 or not query.strip():
            return []
        embedder = self._embedder()
        vector: Vectors = embedder.queries([query])[0]
        depth = max(self._policy.depth, 3 * k)
        with self._database.read() as connection:
            allowed = None if scope.is_all else _within(connection, scope)
            dense = self._dense(connection, embedder, vector, allowed, depth)
            question, worded = lexical.candidates(connection, lexical.question_terms(terms(query)), allowed, depth)
            found = _evidence(connection, vector, embedder.fingerprint, question, {*dense, *worded})
            ranked = self._rank(connection, question, vector, embedder.fingerprint, found)
            best = varied(ranked, {one.evidence.number: one.article_id for one in found}, self._policy.of_one_article)[
                :k
            ]
            passages = stored_passages(connection, [one.number for one in best])
        scores = {one.number: one.score for one in best}
        kept = [number for number in scores if number in passages]
        return [Hit(rank, scores[number], passages[number]) for rank, number in enumerate(kept, 1)]

    def _rank(
        self,
        connection: sa.Connection,
        question: lexical.Question,
        vector: Vectors,
        fingerprint: str,
        found: Sequence[_Candidate],
    ) -> list[Fused]:
        """By the passages alone, then the best articles' passages again with what the whole article says."""
        policy = self._policy
        weights = Weights(
            policy.meaning,
            policy.words,
            policy.phrases,
            policy.article_meaning,
            policy.article_words,
            policy.coverage,
        )
        first = fuse([one.evidence for one in found], weights)
        article_of = {one.evidence.number: one.article_id for one in found}
        chosen = list(dict.fromkeys(article_of[one.number] for one in first))[: policy.articles]
        whole = _wholes(connection, question, vector, fingerprint, chosen, policy.nearest)
        return fuse([dataclasses.replace(one.evidence, whole=whole.get(one.article_id)) for one in found], weights)

    def _dense(
        self, connection: sa.Connection, embedder: Embedder, vector: Vectors, allowed: Numbers | None, depth: int
    ) -> list[int]:
        generation = read_generation(connection)
        scan = self._scan(embedder, generation)
        # Loading Chroma alone takes longer than comparing a question with a few thousand passages.
        if (
            allowed is None
            and generation is not None
            and generation.fingerprint == embedder.fingerprint
            and held(connection, generation) > self._policy.exact_up_to
        ):
            missing = _live(connection, generation.fingerprint, lacking=generation.number)
            # While it is made anew it answers late, and most passages are compared exactly in any case.
            if missing.size <= _MOST_MISSING:
                with contextlib.suppress(VectorsUnavailable):
                    return self._projected(connection, scan, generation, vector, missing, depth)
        numbers = _live(connection, embedder.fingerprint) if allowed is None else allowed
        return [number for number, _ in scan.top(connection, vector, numbers, depth)]

    def _projected(
        self,
        connection: sa.Connection,
        scan: Scan,
        generation: Generation,
        vector: Vectors,
        missing: Numbers,
        depth: int,
    ) -> list[int]:
        """From Chroma, and by exact scan from what Chroma has not got yet."""
        ids = self._store.query(generation.collection, vector, depth)
        if len(ids) < depth and len(ids) < held(connection, generation):
            raise VectorsUnavailable("Chroma has lost passages", broken=True)
        chosen = sa.select(passage.c.number).where(passage.c.id.in_(ids), passage.c.live)
        numbers = list(connection.execute(chosen).scalars())
        return numbers + [number for number, _ in scan.top(connection, vector, missing, depth)]

    def _scan(self, embedder: Embedder, generation: Generation | None) -> Scan:
        """The embeddings read so far. A restored backup has another token, and its numbers mean other passages."""
        key = (embedder.fingerprint, "" if generation is None else generation.token)
        with self._lock:
            if self._scan_of is None or self._scan_of[0] != key:
                self._scan_of = (key, Scan(embedder.fingerprint, embedder.dimension))
            return self._scan_of[1]


def _within(connection: sa.Connection, scope: Scope) -> Numbers:
    """The numbers of the live passages in scope, ascending."""
    where = [passage.c.live, article.c.state == "live"]
    if scope.since is not None:
        where.append(article.c.dated_at >= scope.since)
    if scope.until is not None:
        where.append(article.c.dated_at <= scope.until)
    if scope.publisher is not None:
        where.append(sa.func.lower(article.c.publisher) == scope.publisher.lower())
    joined = passage.join(article, passage.c.article_id == article.c.id)
    chosen = sa.select(passage.c.number).select_from(joined).where(*where).order_by(passage.c.number)
    return np.fromiter(connection.execute(chosen).scalars(), np.int64)


def _live(connection: sa.Connection, fingerprint: str, lacking: int | None = None) -> Numbers:
    """The numbers of the live passages of a model, or of those that generation `lacking` has not got."""
    where = [passage.c.live, passage.c.fingerprint == fingerprint]
    if lacking is not None:
        where.append(sa.or_(passage.c.generation.is_(None), passage.c.generation != lacking))
    chosen = sa.select(passage.c.number).where(*where).order_by(passage.c.number)
    return np.fromiter(connection.execute(chosen).scalars(), np.int64)


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
) -> list[_Candidate]:
    """What speaks for every candidate, however it was found."""
    wanted = sorted(numbers)
    vectors = embeddings(connection, wanted, fingerprint)
    rows = connection.execute(
        sa.select(passage.c.number, passage.c.article_id, passage.c.terms)
        .where(passage.c.number.in_(wanted))
        .order_by(passage.c.number)
    )
    return [
        _Candidate(
            row.article_id,
            Evidence(
                number=row.number,
                cosine=float(vectors[row.number] @ vector) if row.number in vectors else 0.0,
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
    rows = connection.execute(
        sa.select(passage.c.article_id, passage.c.number, passage.c.terms)
        .where(passage.c.article_id.in_(article_ids), passage.c.live)
        .order_by(passage.c.article_id, passage.c.ordinal)
    ).all()
    vectors = embeddings(connection, [row.number for row in rows], fingerprint)
    wholes: dict[str, Whole] = {}
    for article_id, group in itertools.groupby(rows, key=lambda row: row.article_id):
        parts = list(group)
        texts = [row.terms for row in parts]
        cosines = sorted((float(vectors[row.number] @ vector) for row in parts if row.number in vectors), reverse=True)
        near = cosines[:nearest] or [0.0]
        wholes[article_id] = Whole(
            sum(near) / len(near), lexical.article_share(question, texts), lexical.coverage(question, texts)
        )
    return wholes
