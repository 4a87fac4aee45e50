"""How alike two articles are, in words, or in facts where their languages differ, in meaning and time."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from index.stories.facts import in_words, telling
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
    # The same where languages differ: there it is beside what the facts say.
    foreign_meaning_weight: float = 0.7
    # How far facts are alike that are all the same, where words would be by 1: reports share facts more than words.
    facts_weight: float = 0.8
    # Cosine of two articles on unrelated matters: 0.80 with multilingual-e5-small.
    unrelated_cosine: float = 0.80
    # Days apart that divide the similarity of two articles by 2.7.
    fading_days: float = 7.0
    # Articles further apart than these days are never compared.
    window_days: int = 21
    # How much is added to the similarity of two articles that are in one story already.
    loyalty: float = 0.1
    # Articles compared with a new one, at most; and of those in other languages.
    candidates: int = 15
    foreign_candidates: int = 10


def similarities(signatures: Sequence[Signature], rarity: Mapping[str, float], *, policy: StoryPolicy) -> Matrix:
    """The similarity of each pair, 0 to 1: words and meaning, fading with the days between them. Of two languages,
    facts stand for words.

    `rarity` says how telling each term and each fact is, see `rarity_of`.
    """
    words = _cosines([weigh(signature.terms, rarity) for signature in signatures])
    meaning, comparable = _meaning(signatures, policy.unrelated_cosine)
    # Where meaning is not known, words have to speak for both: they run at about half of what both say together.
    alike = np.where(comparable, _both(words, meaning, policy.meaning_weight), np.clip(2 * words, 0, 1))
    facts = policy.facts_weight * _cosines([telling(weigh(signature.facts, rarity)) for signature in signatures])
    foreign = _both(facts, meaning, policy.foreign_meaning_weight)
    alike = np.where(_foreign(signatures), np.where(comparable, foreign, facts), alike)
    days = np.array([signature.day for signature in signatures], np.float32)
    apart = np.abs(days[:, None] - days[None, :])
    alike = alike * np.exp(-apart / policy.fading_days)
    alike[apart > policy.window_days] = 0
    return np.asarray(alike, np.float32)


def _both(words: Matrix, meaning: Matrix, weight: float) -> Matrix:
    return np.asarray((words + weight * meaning) / (1 + weight), np.float32)


def _foreign(signatures: Sequence[Signature]) -> npt.NDArray[np.bool_]:
    """Which pairs are known to be in two languages."""
    spoken = np.array([signature.language if signature.facts else "" for signature in signatures])
    known = spoken != ""
    return np.asarray((spoken[:, None] != spoken[None, :]) & known[:, None] & known[None, :], np.bool_)


def rarity_of(occurrences: Mapping[str, int], articles: int) -> dict[str, float]:
    """How telling each term is that stands in so many of the corpus's `articles`."""
    return {term: math.log((articles + 1) / (min(count, articles) + 0.5)) for term, count in occurrences.items()}


def weigh(terms: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """Each term's weight in its article: often in it, seldom elsewhere."""
    return {term: _DAMPED[min(count, _MOST_COUNTED)] * rarity.get(term, 0.0) for term, count in terms.items()}


def shared_terms(one: Signature, other: Signature, rarity: Mapping[str, float], *, most: int = 6) -> list[str]:
    """The terms that make two articles alike, the weightiest first; of two languages the facts, in words."""
    if _foreign([one, other])[0, 1]:
        facts = _shared(telling(weigh(one.facts, rarity)), telling(weigh(other.facts, rarity)))
        return list(dict.fromkeys(map(in_words, facts)))[:most]
    return _shared(weigh(one.terms, rarity), weigh(other.terms, rarity))[:most]


def _shared(first: Mapping[str, float], second: Mapping[str, float]) -> list[str]:
    both = {term: first[term] * second[term] for term in first.keys() & second.keys()}
    return sorted(both, key=lambda term: (-both[term], term))


def _cosines(vectors: Sequence[Mapping[str, float]]) -> Matrix:
    columns: dict[str, int] = {}
    data: list[float] = []
    places: list[int] = []
    ends = [0]
    for weights in vectors:
        norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        data.extend(weight / norm for weight in weights.values())
        places.extend([columns.setdefault(term, len(columns)) for term in weights])
        ends.append(len(data))
    table = sp.csr_array((data, places, ends), shape=(len(vectors), max(1, len(columns))), dtype=np.float32)
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
