"""Joining what meaning says and what words say into one score."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence


@dataclasses.dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one passage: the cosine with the question, and shares of the question's weight found in words.

    `words`: in the passage (BM25); `phrases`: side by side; `article`: in its whole article.
    """

    number: int
    cosine: float
    words: float = 0.0
    phrases: float = 0.0
    article: float = 0.0


@dataclasses.dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of evidence counts."""

    meaning: float
    words: float
    phrases: float
    article: float

    @property
    def total(self) -> float:
        return self.meaning + self.words + self.phrases + self.article


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
    fused = [
        Fused(
            one.number,
            (
                weights.meaning * (one.cosine - least) / room
                + weights.words * one.words
                + weights.phrases * one.phrases
                + weights.article * one.article
            )
            / weights.total,
        )
        for one in found
    ]
    return sorted(fused, key=lambda one: (-one.score, one.number))
