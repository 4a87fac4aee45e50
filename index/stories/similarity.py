"""How alike two articles are, in words, meaning and time."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from index.stories.signature import Signature

Matrix = npt.NDArray[np.float32]

_MOST_COUNTED = 200
_DAMPED = [0.0, *(1 + math.log(count) for count in range(1, _MOST_COUNTED + 1))]


@dataclasses.dataclass(frozen=True, slots=True)
class StoryPolicy:
    """When articles are one story."""

    # Mean similarity of an article to a story, from which on it belongs to it (0 to 1).
    join_at: float = 0.24
    # Weight of what the embeddings say beside the words' 1.
    meaning_weight: float = 0.5
    # Cosine of two articles on unrelated matters: 0.80 with multilingual-e5-small.
    unrelated_cosine: float = 0.80
    # Days apart that divide the similarity of two articles by 2.7.
    fading_days: float = 7.0
    # Articles further apart than these days are never compared.
    window_days: int = 21
    # How much is added to the similarity of two articles that are in one story already.
    loyalty: float = 0.1
    # Articles compared with a new one, at most.
    candidates: int = 15


def similarities(signatures: Sequence[Signature], rarity: Mapping[str, float], *, policy: StoryPolicy) -> Matrix:
    """The similarity of each pair, 0 to 1: words and meaning, fading with the days between them.

    `rarity` says how telling each term is, see `rarity_of`.
    """
    words = _words(signatures, rarity)
    meaning, comparable = _meaning(signatures, policy.unrelated_cosine)
    weight = policy.meaning_weight
    # Where meaning is not known, words have to speak for both: they run at about half of what both say together.
    alike = np.where(comparable, (words + weight * meaning) / (1 + weight), np.clip(2 * words, 0, 1))
    days = np.array([signature.day for signature in signatures], np.float32)
    apart = np.abs(days[:, None] - days[None, :])
    alike = alike * np.exp(-apart / policy.fading_days)
    alike[apart > policy.window_days] = 0
    return np.asarray(alike, np.float32)


def rarity_of(occurrences: Mapping[str, int], articles: int) -> dict[str, float]:
    """How telling each term is that stands in so many of the corpus's `articles`."""
    return {term: math.log((articles + 1) / (min(count, articles) + 0.5)) for term, count in occurrences.items()}


def weigh(terms: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """Each term's weight in its article: often in it, seldom elsewhere."""
    return {term: _DAMPED[min(count, _MOST_COUNTED)] * rarity.get(term, 0.0) for term, count in terms.items()}


def shared_terms(one: Signature, other: Signature, rarity: Mapping[str, float], *, most: int = 6) -> list[str]:
    """The terms that make two articles alike, the weightiest first."""
    first, second = weigh(one.terms, rarity), weigh(other.terms, rarity)
    both = {term: first[term] * second[term] for term in first.keys() & second.keys()}
    return sorted(both, key=lambda term: (-both[term], term))[:most]


def _words(signatures: Sequence[Signature], rarity: Mapping[str, float]) -> Matrix:
    columns: dict[str, int] = {}
    data: list[float] = []
    places: list[int] = []
    ends = [0]
    for signature in signatures:
        weights = weigh(signature.terms, rarity)
        norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        data.extend(weight / norm for weight in weights.values())
        places.extend([columns.setdefault(term, len(columns)) for term in weights])
        ends.append(len(data))
    table = sp.csr_array((data, places, ends), shape=(len(signatures), max(1, len(columns))), dtype=np.float32)
    return np.asarray(np.clip((table @ table.T).toarray(), 0, 1), np.float32)


def _meaning(signatures: Sequence[Signature], unrelated: float) -> tuple[Matrix, npt.NDArray[np.bool_]]:
    """How near the embeddings of each pair are, and whether one model made both."""
    models = np.array([signature.fingerprint if signature.embedding.any() else "" for signature in signatures])
    nearness = np.zeros((len(models), len(models)), np.float32)
    for model in set(models) - {""}:
        rows = np.flatnonzero(models == model)
        table = np.stack([signatures[int(row)].embedding for row in rows])
        nearness[np.ix_(rows, rows)] = np.clip((table @ table.T - unrelated) / (1 - unrelated), 0, 1)
    return nearness, (models[:, None] == models[None, :]) & (models != "")[:, None]
