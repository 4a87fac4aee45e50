"""Finding passages by their terms, from SQL. The database says which passages hold a term; ranking is ours (BM25),
so that both databases rank alike."""

from __future__ import annotations

import contextlib
import dataclasses
import itertools
import math
from collections.abc import Sequence

import numpy as np
import sqlalchemy as sa

from index.language.wordlists import words
from index.retrieval.scan import Numbers
from index.store.schema import passage

_K1 = 1.2
_B = 0.5
# A term of the title speaks for every passage of its article, but less than the passage's own words.
_TITLE = 0.6
# They ask, and say nothing about what is asked for: without them newsqa's hits@1 rose from 0.757 to 0.770.
_ASKING = words("what who whom whose which where when whi how mani much")


@dataclasses.dataclass(frozen=True, slots=True)
class Question:
    """The distinct terms of a question with their weight (idf), those that stand side by side, and what is usual:
    terms in a passage, passages in an article."""

    weights: dict[str, float]
    pairs: tuple[tuple[str, str], ...]
    mean_length: float
    mean_passages: float

    @property
    def total(self) -> float:
        """The weight of all terms: what scores are a share of."""
        return sum(self.weights.values()) or 1.0


def question_terms(terms: Sequence[str]) -> list[str]:
    """The terms of a question that say what it is about; all of them where none would be left."""
    telling = [term for term in terms if term not in _ASKING]
    return telling or list(terms)


def candidates(
    connection: sa.Connection, terms: Sequence[str], allowed: Numbers | None, limit: int
) -> tuple[Question, list[int]]:
    """The question weighed, and the numbers of the `limit` passages that hold most of its weight."""
    opening = sa.func.sum(sa.case((passage.c.ordinal == 0, 1), else_=0))
    counted = sa.select(sa.func.count(), sa.func.avg(passage.c.term_count), opening).where(passage.c.live)
    total, mean, articles = connection.execute(counted).one()
    postings = {term: _postings(connection, term) for term in dict.fromkeys(terms)}
    weights = {term: _idf(len(found), total) for term, found in postings.items()}
    pairs = tuple(dict.fromkeys(pair for pair in itertools.pairwise(terms) if pair[0] != pair[1]))
    question = Question(weights, pairs, float(mean or 1.0), total / (articles or 1) or 1.0)
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


def passage_share(question: Question, terms: str) -> float:
    """BM25 of a passage whose stored terms are `terms` (the title's, a bar, its own), by the question's weight."""
    title, _, body = terms.partition(" | ")
    length = (body.count(" ") + 1) / question.mean_length
    return _bm25(question, f" {body.replace(' ', '  ')} ", f" {title.replace(' ', '  ')} ", length)


def article_share(question: Question, passages: Sequence[str]) -> float:
    """BM25 of a whole article, given the stored terms of its passages: several may answer only together."""
    title, body = _whole(passages)
    length = (body.count(" ") / 2) / (question.mean_length * question.mean_passages)
    return _bm25(question, body, title, length)


def coverage(question: Question, passages: Sequence[str]) -> float:
    """The share of the question's weight that an article holds at all, however often."""
    title, body = _whole(passages)
    found = [weight for term, weight in question.weights.items() if f" {term} " in body or f" {term} " in title]
    return sum(found) / question.total


def _whole(passages: Sequence[str]) -> tuple[str, str]:
    """The title and the text of an article, padded for counting."""
    title = passages[0].partition(" | ")[0]
    body = " ".join(terms.partition(" | ")[2] for terms in passages)
    return f" {title.replace(' ', '  ')} ", f" {body.replace(' ', '  ')} "


def phrase_share(question: Question, terms: str) -> float:
    """How much of the question stands in the passage side by side, as in the question."""
    padded = f" {terms} "
    weights = question.weights
    found = sum(min(weights[one], weights[two]) for one, two in question.pairs if f" {one} {two} " in padded)
    return found / question.total


def _bm25(question: Question, body: str, title: str, length: float) -> float:
    # Counting in the padded text is several times faster than splitting it.
    norm = _K1 * (1 - _B + _B * length)
    score = 0.0
    for term, weight in question.weights.items():
        sought = f" {term} "
        frequency = body.count(sought) + (_TITLE if sought in title else 0.0)
        if frequency:
            score += weight * frequency * (_K1 + 1) / (frequency + norm)
    return score / question.total


def _idf(count: int, total: int) -> float:
    return math.log(1 + (total - count + 0.5) / (count + 0.5))


def _postings(connection: sa.Connection, term: str) -> Numbers:
    """The numbers of the live passages that hold `term`, ascending."""
    # The driver's own cursor: a common word is in thousands of passages, and a Row made of each took most of a search.
    with contextlib.closing(connection.connection.cursor()) as cursor:
        if connection.dialect.name == "sqlite":
            quoted = '"' + term.replace('"', '""') + '"'
            cursor.execute("SELECT rowid FROM passage_terms WHERE passage_terms MATCH ?", (quoted,))
        else:
            cursor.execute(
                "SELECT number FROM passage WHERE live AND string_to_array(terms, ' ') @> ARRAY[%s]::text[]"
                " ORDER BY number",
                (term,),
            )
        return np.fromiter((row[0] for row in cursor.fetchall()), np.int64)
