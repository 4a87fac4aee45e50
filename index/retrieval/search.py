"""Searching the corpus: candidates by meaning and by words, weighed together."""

from __future__ import annotations

import contextlib
import dataclasses
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from index.articles import Hit, StoredPassage
from index.embedding.embedder import Embedder, Vectors
from index.language.terms import terms
from index.retrieval import lexical, postings
from index.retrieval.dense import Dense, Held
from index.retrieval.fusion import Evidence, Fused, Weights, Whole, fuse, varied
from index.retrieval.postings import in_scope
from index.retrieval.projection import Standing, read_standing
from index.retrieval.scan import as_matrix
from index.retrieval.scope import Numbers, Reach, Scope, among, extents, languages, within
from index.retrieval.vectors import VectorStore
from index.store.database import Database
from index.store.passages import stored_passages
from index.store.schema import article, passage

# So many candidates for each passage wanted are enough of one language.
_OF_LANGUAGE = 5


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
        self._spoken: tuple[tuple[str, int, int], list[str]] | None = None

    def vector(self, query: str) -> Vectors:
        """A question as the embedding model has it."""
        vector: Vectors = self._embedder().queries([query])[0]
        return vector

    def languages(self, connection: sa.Connection, standing: Standing | None = None) -> list[str]:
        """The languages of the articles, that of most of them first; as they were when the corpus stood as it does, or,
        before a search has told how it stands, as they were last known."""
        if standing is None and self._spoken is not None:
            return list(self._spoken[1])
        if standing is None or standing.generation is None:
            return languages(connection)
        key = (standing.generation.token, standing.first, standing.newest)
        spoken = self._spoken
        if spoken is None or spoken[0] != key:
            spoken = self._spoken = (key, languages(connection))
        return list(spoken[1])

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
            until = scope.until if scope.only_ends else None
            return self.sought(reading, query, asked, until).hits([Wanted(scope, k)])[0]

    def sought(self, connection: sa.Connection, query: str, vector: Vectors, until: datetime | None = None) -> Sought:
        """A question, to be searched for in one snapshot as often as it takes; first in what is dated up to `until`,
        where that is given."""
        standing = read_standing(connection, until)
        weighed = self._lexicon.question(connection, lexical.question_terms(terms(query)), standing)
        return Sought(connection, self._embedder(), self._dense, self._policy, weighed, vector, standing)


@dataclasses.dataclass(frozen=True, slots=True)
class Wanted:
    """How many passages of a scope are wanted."""

    scope: Scope
    most: int


class Sought:
    """One question in one snapshot: what the database said once is not asked again. Used by one thread."""

    def __init__(
        self,
        connection: sa.Connection,
        embedder: Embedder,
        dense: Dense,
        policy: SearchPolicy,
        weighed: tuple[lexical.Question, Mapping[str, int]],
        vector: Vectors,
        standing: Standing,
    ) -> None:
        self._connection = connection
        self._fingerprint, self._embedder = embedder.fingerprint, embedder
        self._dense = dense
        self._policy = policy
        self._question, self._frequencies = weighed
        self._vector = vector
        self._held = Held(connection, embedder.fingerprint, standing.generation, is_whole=standing.is_whole)
        self._postings = postings.Postings(connection, standing)
        self.standing = standing

    def hits(self, wanted: Sequence[Wanted]) -> list[list[Hit]]:
        """The best passages of each of some scopes, best first; with as many statements as for one of them."""
        found = self._candidates(wanted)
        orders = self._ranked(found)
        best: list[list[Fused]] = []
        for order, own, scope in zip(orders, found, wanted, strict=True):
            article_of = {one.evidence.number: one.article_id for one in own}
            best.append(varied(order, article_of, self._policy.of_one_article)[: scope.most])
        numbers = list(dict.fromkeys(one.number for order in best for one in order))
        passages = stored_passages(self._connection, numbers) if numbers else {}
        return [_hits(order, own, passages) for order, own in zip(best, found, strict=True)]

    def _candidates(self, wanted: Sequence[Wanted]) -> list[list[_Candidate]]:
        """What is near in meaning or holds the question's words, of each scope, with what speaks for it."""
        scopes = [one.scope for one in wanted]
        reaches = [
            Reach(one.scope, extent, self._depth(one))
            for one, extent in zip(wanted, extents(self._connection, scopes, self.standing.later), strict=True)
        ]
        worded = postings.ranked(self._postings, self._question, self._frequencies, reaches)
        looked_at = [postings.looked_at_once(reach) if postings.needs_scope(reach.extent) else 0 for reach in reaches]
        first = [order[:count].tolist() for order, count in zip(worded, looked_at, strict=True)]
        dense, inside = self._dense.each(self._connection, self._embedder, self._vector, reaches, self._held, first)
        numbers = [
            {*near, *(self._in_scope(order, reach, own, count) if count else order[: reach.depth].tolist())}
            for near, order, reach, own, count in zip(dense, worded, reaches, inside, looked_at, strict=True)
        ]
        return _evidence(self._connection, self._vector, self._fingerprint, self._question, numbers, scopes)

    def _depth(self, wanted: Wanted) -> int:
        """How many candidates are looked at; of one language, which is searched beside all, no more than it needs."""
        enough = _OF_LANGUAGE * wanted.most if wanted.scope.language else self._policy.depth
        return max(min(self._policy.depth, enough), 3 * wanted.most)

    def _in_scope(self, order: Numbers, reach: Reach, inside: set[int], looked_at: int) -> list[int]:
        """Of another language few passages hold the question's words, and to look for more takes long."""
        within_reach = order[:looked_at] if reach.scope.is_language else order
        return in_scope(self._connection, within_reach, reach.scope, reach.depth, inside=inside, looked_at=looked_at)

    def _ranked(self, found: Sequence[Sequence[_Candidate]]) -> list[list[Fused]]:
        """By the passages alone, then the best articles' passages again with what the whole article says."""
        weights = self._policy.weights
        chosen = []
        for candidates in found:
            article_of = {one.evidence.number: one.article_id for one in candidates}
            first = fuse([one.evidence for one in candidates], weights)
            chosen.append(list(dict.fromkeys(article_of[one.number] for one in first))[: self._policy.articles])
        every = list(dict.fromkeys(itertools.chain(*chosen)))
        nearest = self._policy.nearest
        wholes = _wholes(self._connection, self._question, self._vector, self._fingerprint, every, nearest)
        orders = []
        for candidates, ids in zip(found, chosen, strict=True):
            own = {key: wholes[key] for key in ids if key in wholes}
            orders.append(
                fuse([dataclasses.replace(one.evidence, whole=own.get(one.article_id)) for one in candidates], weights)
            )
        return orders


def _hits(order: Sequence[Fused], candidates: Sequence[_Candidate], passages: Mapping[int, StoredPassage]) -> list[Hit]:
    evidence = {one.evidence.number: one.evidence for one in candidates}
    kept = [one for one in order if one.number in passages]
    return [
        Hit(rank, one.score, passages[one.number], evidence[one.number].cosine, evidence[one.number].words)
        for rank, one in enumerate(kept, 1)
    ]


@dataclasses.dataclass(frozen=True, slots=True)
class _Candidate:
    article_id: str
    evidence: Evidence


def _evidence(
    connection: sa.Connection,
    vector: Vectors,
    fingerprint: str,
    question: lexical.Question,
    numbers: Sequence[set[int]],
    scopes: Sequence[Scope],
) -> list[list[_Candidate]]:
    """What speaks for every candidate in each scope, however it was found."""
    marks = [sa.and_(*within(scope)).label(f"inside{at}") for at, scope in enumerate(scopes)]
    columns = (passage.c.number, passage.c.article_id, passage.c.terms, passage.c.fingerprint, passage.c.embedding)
    rows: Sequence[Any] = connection.execute(
        sa.select(*columns, *marks)
        .select_from(passage.join(article, passage.c.article_id == article.c.id))
        .where(among(connection, passage.c.number, sorted(set[int]().union(*numbers))))
        .order_by(passage.c.number)
    ).all()
    cosines = _cosines(rows, vector, fingerprint)
    found: list[list[_Candidate]] = [[] for _ in scopes]
    for row in rows:
        places = [at for at in range(len(scopes)) if row.number in numbers[at] and row[len(columns) + at]]
        if places:
            evidence = Evidence(
                number=row.number,
                cosine=cosines.get(row.number, 0.0),
                words=lexical.passage_share(question, row.terms),
                phrases=lexical.phrase_share(question, row.terms),
            )
            for at in places:
                found[at].append(_Candidate(row.article_id, evidence))
    return found


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
