"""How well a text answers a question by its words (BM25): the same on every database, for it is counted here."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence

from index.language.wordlists import words

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


def idf(count: int, total: int) -> float:
    """The weight of a term that so many of all passages hold."""
    return math.log(1 + (total - count + 0.5) / (count + 0.5))
