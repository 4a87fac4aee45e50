"""Candidates by words: which passages hold most of a question's weight, without reading who holds a common word.

Terms are taken from the rarest on. Once the candidates found hold more than all terms that are left could give a
passage without them, no other passage can come among them, and what is left is looked for among the candidates only
(MaxScore). A common word that comes before that is looked for in the newest passages alone.
"""

from __future__ import annotations

import contextlib
import itertools
import threading
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import sqlalchemy as sa

from index.retrieval.lexical import Question, idf
from index.retrieval.scope import Extent, Numbers, Scope, among, keep_within
from index.store.schema import passage

# A word in more passages than this is common.
_COMMON = 10_000
# How much a corpus may grow before its figures are counted again, and below which size they always are.
_GROWTH = 0.1
_SMALL = 5_000
_REMEMBERED = 50_000
# Candidates whose scope is asked for at once, and altogether.
_AT_ONCE = 2_000
_MOST_LOOKED_AT = 20_000

Scores = npt.NDArray[np.float64]


class Lexicon:
    """What is usual in a corpus: how many passages there are, how long they are, how many hold a term. Counted now and
    then. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counted_at = -1
        self._usual = (0, 1.0, 1.0)
        self._frequencies: dict[str, int] = {}

    def question(self, connection: sa.Connection, terms: Sequence[str]) -> tuple[Question, dict[str, int]]:
        """The question weighed, and how many passages hold each of its terms."""
        total, mean_length, mean_passages = self._usual_of(connection)
        frequencies = {term: self._frequency(connection, term) for term in dict.fromkeys(terms)}
        weights = {term: idf(min(count, total), total) for term, count in frequencies.items()}
        pairs = tuple(dict.fromkeys(pair for pair in itertools.pairwise(terms) if pair[0] != pair[1]))
        return Question(weights, pairs, mean_length, mean_passages), frequencies

    def _usual_of(self, connection: sa.Connection) -> tuple[int, float, float]:
        newest = connection.execute(sa.select(sa.func.max(passage.c.number))).scalar_one() or 0
        with self._lock:
            if newest > _SMALL and self._counted_at <= newest < self._counted_at * (1 + _GROWTH):
                return self._usual
        opening = sa.func.sum(sa.case((passage.c.ordinal == 0, 1), else_=0))
        counted = sa.select(sa.func.count(), sa.func.avg(passage.c.term_count), opening).where(passage.c.live)
        total, mean, articles = connection.execute(counted).one()
        usual = (total, float(mean or 1.0), total / (articles or 1) or 1.0)
        with self._lock:
            self._counted_at, self._usual = newest, usual
            self._frequencies.clear()
        return usual

    def _frequency(self, connection: sa.Connection, term: str) -> int:
        with self._lock:
            if term in self._frequencies:
                return self._frequencies[term]
        count = _count(connection, term)
        with self._lock:
            if len(self._frequencies) >= _REMEMBERED:
                self._frequencies.clear()
            self._frequencies[term] = count
        return count


def candidates(
    connection: sa.Connection,
    question: Question,
    frequencies: Mapping[str, int],
    *,
    scope: Scope,
    extent: Extent,
    limit: int,
    common: int = _COMMON,
) -> list[int]:
    """The `limit` passages in scope that hold most of the question's weight, best first."""
    allowed = extent.numbers
    # Of what is found so many may be out of scope.
    most = limit if allowed is not None else limit + extent.later if extent.later is not None else _AT_ONCE
    terms = sorted((term for term, count in frequencies.items() if count), key=lambda term: frequencies[term])
    tally = Tally(most)
    whole: list[str] = []
    stretch: int | None = None
    for place, term in enumerate(terms):
        weight = question.weights[term]
        is_closed = tally.is_closed(sum(question.weights[other] for other in terms[place:]))
        is_common = frequencies[term] > common
        if allowed is not None:
            tally.add(_within_few(connection, term, allowed, is_common=is_common), weight)
        elif not is_common and not is_closed:
            tally.add(_holding(connection, term), weight)
            whole.append(term)
        else:
            if stretch is None and not is_closed:
                stretch = _stretch(connection, frequencies[term], common)
            if stretch is not None:
                tally.add(_holding(connection, term, least=stretch), weight)
            if whole:
                tally.raise_known(_holding(connection, term, beside=whole), weight, below=stretch)
    if allowed is not None or extent.later == 0:
        return [int(number) for number in tally.ranked()[:limit]]
    return _in_scope(connection, tally.ranked(), scope, limit, at_once=most)


class Tally:
    """The weight of a question that passages were seen to hold."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._numbers: Numbers = np.empty(0, np.int64)
        self._scores: Scores = np.empty(0, np.float64)

    def is_closed(self, left: float) -> bool:
        """Whether no passage unseen so far can come among the best, where it can get no more than `left`."""
        if self._scores.size < self._limit:
            return False
        return bool(np.partition(self._scores, -self._limit)[-self._limit] > left)

    def add(self, numbers: Numbers, weight: float) -> None:
        """These passages hold a term of such a weight."""
        together = np.concatenate([self._numbers, numbers])
        scores = np.concatenate([self._scores, np.full(numbers.size, weight)])
        self._numbers, places = np.unique(together, return_inverse=True)
        self._scores = np.bincount(places, scores, minlength=self._numbers.size).astype(np.float64)

    def raise_known(self, numbers: Numbers, weight: float, *, below: int | None) -> None:
        """The same, but only of passages seen before, and only of numbers `below`: the others are counted already."""
        counted = numbers if below is None else numbers[numbers < below]
        self._scores[np.isin(self._numbers, counted)] += weight

    def ranked(self) -> Numbers:
        """All passages seen, best first."""
        ranked: Numbers = self._numbers[np.argsort(-self._scores, kind="stable")]
        return ranked


def _in_scope(connection: sa.Connection, ranked: Numbers, scope: Scope, limit: int, *, at_once: int) -> list[int]:
    kept: list[int] = []
    for begin in range(0, min(ranked.size, _MOST_LOOKED_AT), at_once):
        batch = ranked[begin : begin + at_once].tolist()
        inside = keep_within(connection, scope, batch)
        kept += [number for number in batch if number in inside]
        if len(kept) >= limit:
            break
    return kept[:limit]


def _stretch(connection: sa.Connection, frequency: int, common: int) -> int:
    """The least number of the newest passages among which about `common` hold a term of such a frequency."""
    lowest, highest = sa.func.min(passage.c.number), sa.func.max(passage.c.number)
    least = connection.execute(sa.select(lowest)).scalar_one()
    newest: int = connection.execute(sa.select(highest)).scalar_one()
    return newest - int((newest - least + 1) * common / frequency)


def _within_few(connection: sa.Connection, term: str, allowed: Numbers, *, is_common: bool) -> Numbers:
    """Those of `allowed` that hold a term."""
    if not allowed.size:
        return allowed
    if not is_common:
        return np.intersect1d(_holding(connection, term), allowed)
    padded = sa.literal(" ").concat(passage.c.terms).concat(" ")
    find = sa.func.instr if connection.dialect.name == "sqlite" else sa.func.strpos
    chosen = sa.select(passage.c.number).where(
        among(connection, passage.c.number, allowed.tolist()), find(padded, f" {term} ") > 0
    )
    return np.fromiter(connection.execute(chosen).scalars(), np.int64)


def _count(connection: sa.Connection, term: str) -> int:
    if connection.dialect.name == "sqlite":
        statement = "SELECT count(*) FROM passage_terms WHERE passage_terms MATCH :term"
    else:
        statement = "SELECT count(*) FROM passage WHERE live AND string_to_array(terms, ' ') @> ARRAY[:term]::text[]"
    sought = _quoted(term) if connection.dialect.name == "sqlite" else term
    count: int = connection.execute(sa.text(statement), {"term": sought}).scalar_one()
    return count


def _holding(connection: sa.Connection, term: str, *, beside: Sequence[str] = (), least: int | None = None) -> Numbers:
    """The numbers of live passages that hold `term`: of those that hold a term of `beside`, too, or from `least` on."""
    # The driver's own cursor: a Row made of each of some thousand numbers took most of a search.
    with contextlib.closing(connection.connection.cursor()) as cursor:
        if connection.dialect.name == "sqlite":
            match = f"({' OR '.join(map(_quoted, beside))}) AND {_quoted(term)}" if beside else _quoted(term)
            query = "SELECT rowid FROM passage_terms WHERE passage_terms MATCH ? AND rowid >= ?"
            cursor.execute(query, (match, least or 0))
        else:
            query = "SELECT number FROM passage WHERE live AND string_to_array(terms, ' ') @> %s::text[]"
            query += " AND string_to_array(terms, ' ') && %s::text[]" if beside else " AND number >= %s"
            cursor.execute(query, ([term], list(beside) if beside else least or 0))
        return np.fromiter((row[0] for row in cursor.fetchall()), np.int64)


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'
