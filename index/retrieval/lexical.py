"""Finding passages by their terms, from SQL. The database says which passages hold a term; ranking is ours (BM25),
so that both databases rank alike."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import sqlalchemy as sa

from index.retrieval.scan import Numbers
from index.store.schema import passage

_K1 = 1.2
_B = 0.5
# A term of the title speaks for every passage of its article, but less than the passage's own words.
_TITLE = 0.6


@dataclasses.dataclass(frozen=True, slots=True)
class Question:
    """The distinct terms of a question with their weight (idf), and the mean length of a passage."""

    weights: dict[str, float]
    mean_length: float

    @property
    def best(self) -> float:
        """What a passage that holds every term often would nearly score."""
        return sum(self.weights.values()) * (_K1 + 1)


def candidates(
    connection: sa.Connection, terms: Sequence[str], allowed: Numbers | None, limit: int
) -> tuple[Question, list[int]]:
    """The question weighed, and the numbers of the `limit` passages that hold most of its weight."""
    counted = sa.select(sa.func.count(), sa.func.avg(passage.c.term_count)).where(passage.c.live)
    total, mean = connection.execute(counted).one()
    postings = {term: _postings(connection, term) for term in dict.fromkeys(terms)}
    weights = {term: _idf(len(found), total) for term, found in postings.items()}
    question = Question(weights, float(mean or 1.0))
    held = {term: found for term, found in postings.items() if found.size}
    if not held:
        return question, []
    numbers = np.concatenate(list(held.values()))
    worth = np.concatenate([np.full(found.size, weights[term]) for term, found in held.items()])
    unique, places = np.unique(numbers, return_inverse=True)
    scores = np.bincount(places, worth)
    if allowed is not None:
        inside = np.isin(unique, allowed, assume_unique=True)
        unique, scores = unique[inside], scores[inside]
    best = np.argsort(-scores, kind="stable")[:limit]
    return question, [int(number) for number in unique[best]]


def bm25(question: Question, terms: str) -> float:
    """BM25 of a passage whose stored terms are `terms` (the title's, a bar, its own)."""
    title, _, body = terms.partition(" | ")
    own, heading = body.split(), title.split()
    length = _K1 * (1 - _B + _B * len(own) / question.mean_length)
    score = 0.0
    for term, weight in question.weights.items():
        frequency = own.count(term) + _TITLE * min(1, heading.count(term))
        if frequency:
            score += weight * frequency * (_K1 + 1) / (frequency + length)
    return score


def _idf(count: int, total: int) -> float:
    return math.log(1 + (total - count + 0.5) / (count + 0.5))


def _postings(connection: sa.Connection, term: str) -> npt.NDArray[np.int64]:
    """The numbers of the live passages that hold `term`, ascending."""
    if connection.dialect.name == "sqlite":
        quoted = '"' + term.replace('"', '""') + '"'
        cursor = connection.exec_driver_sql("SELECT rowid FROM passage_terms WHERE passage_terms MATCH ?", (quoted,))
    else:
        cursor = connection.exec_driver_sql(
            "SELECT number FROM passage WHERE live AND string_to_array(terms, ' ') @> ARRAY[%s]::text[]"
            " ORDER BY number",
            (term,),
        )
    return np.fromiter((row[0] for row in cursor), np.int64)
