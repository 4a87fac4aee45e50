"""Joining what meaning says and what words say into one score."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence


@dataclasses.dataclass(frozen=True, slots=True)
class Whole:
    """What speaks for an article as a whole.

    `cosine`: mean of the passages nearest to the question; `words`: BM25 of all its text by the question's weight;
    `covered`: the share of the question's weight that it holds at all.
    """

    cosine: float
    words: float
    covered: float


@dataclasses.dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one passage: the cosine with the question, and shares of the question's weight found in words.

    `words`: in the passage (BM25); `phrases`: side by side; `whole`: in its whole article, where that was read.
    """

    number: int
    cosine: float
    words: float = 0.0
    phrases: float = 0.0
    whole: Whole | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of evidence counts: of the passage, and of its article."""

    meaning: float
    words: float
    phrases: float
    article_meaning: float
    article_words: float
    coverage: float

    @property
    def total(self) -> float:
        passage = self.meaning + self.words + self.phrases
        return passage + self.article_meaning + self.article_words + self.coverage


@dataclasses.dataclass(frozen=True, slots=True)
class Fused:
    number: int
    score: float


def fuse(found: Sequence[Evidence], weights: Weights) -> list[Fused]:
    """Best first; a score of 1 would be a perfect match in every respect.

    Ranks alone (RRF) would throw away that a name was found exactly, and scaling by the best of each question that
    even the best was poor. The cosine is measured from the least similar candidate, for models differ in how near
    they put what has nothing in common.
    """
    least = min((one.cosine for one in found), default=0.0)
    room = max(1.0 - least, 1e-6)
    total = weights.total
    fused = [Fused(one.number, _score(one, weights, least, room) / total) for one in found]
    return sorted(fused, key=lambda one: (-one.score, one.number))


def varied(ranked: Sequence[Fused], article_of: Mapping[int, str], most: int) -> list[Fused]:
    """Best first, but what an article has beyond its `most` best after all others."""
    seen: Counter[str] = Counter()
    first: list[Fused] = []
    rest: list[Fused] = []
    for one in ranked:
        seen[article_of[one.number]] += 1
        (first if seen[article_of[one.number]] <= most else rest).append(one)
    return first + rest


def _score(one: Evidence, weights: Weights, least: float, room: float) -> float:
    score = weights.meaning * (one.cosine - least) / room + weights.words * one.words + weights.phrases * one.phrases
    if one.whole is not None:
        score += weights.article_meaning * max(0.0, one.whole.cosine - least) / room
        score += weights.article_words * one.whole.words + weights.coverage * one.whole.covered
    return score
