"""Joining what meaning says and what words say into one score."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence


@dataclasses.dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one passage: the cosine with the question, and BM25 as a share of the best it could be."""

    number: int
    cosine: float
    lexical: float


@dataclasses.dataclass(frozen=True, slots=True)
class Fused:
    number: int
    score: float


def fuse(found: Sequence[Evidence], lexical_share: float) -> list[Fused]:
    """Best first: a convex combination of both scores, each scaled by the best and the worst of this question.

    Ranks alone (RRF) would throw away that a name was found exactly; see MODELS.md's figures.
    """
    cosine = _scaled([one.cosine for one in found])
    lexical = _scaled([one.lexical for one in found])
    fused = [
        Fused(one.number, (1 - lexical_share) * dense + lexical_share * words)
        for one, dense, words in zip(found, cosine, lexical, strict=True)
    ]
    return sorted(fused, key=lambda one: (-one.score, one.number))


def _scaled(scores: Sequence[float]) -> list[float]:
    if not scores:
        return []
    low, high = min(scores), max(scores)
    if high == low:
        return [0.0] * len(scores)
    return [(score - low) / (high - low) for score in scores]
