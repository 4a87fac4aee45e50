"""How alike two articles are, in words, or in facts where their languages differ, in meaning and time."""

from __future__ import annotations

import dataclasses
import itertools
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from index.stories.facts import in_words, kind_of, telling
from index.stories.signature import Signature

Matrix = npt.NDArray[np.float32]

_MOST_COUNTED = 200
# Kinds of facts that many events of a war have.
_GENERAL = frozenset({"deed", "country"})
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
    # What is left of that where they share nothing but kinds of deeds and countries.
    general_facts: float = 0.25
    # What one name of a place adds that no table has, to reports of the same days and the same kind of deed or toll.
    names_weight: float = 0.25
    same_days: int = 2
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
    facts = policy.facts_weight * _facts_alike(signatures, rarity, policy)
    foreign = np.where(comparable, _both(facts, meaning, policy.foreign_meaning_weight), facts)
    foreign = np.clip(foreign + policy.names_weight * _named_alike(signatures, rarity, policy), 0, 1)
    alike = np.where(_foreign(signatures), foreign, alike)
    days = np.array([signature.day for signature in signatures], np.float32)
    apart = np.abs(days[:, None] - days[None, :])
    alike = alike * np.exp(-apart / policy.fading_days)
    alike[apart > policy.window_days] = 0
    return np.asarray(alike, np.float32)


def _both(words: Matrix, meaning: Matrix, weight: float) -> Matrix:
    return np.asarray((words + weight * meaning) / (1 + weight), np.float32)


def _facts_alike(signatures: Sequence[Signature], rarity: Mapping[str, float], policy: StoryPolicy) -> Matrix:
    """How much of their facts two reports share. That both tell of an attack or of one country is no event."""
    weights = [telling(weigh(signature.facts, rarity)) for signature in signatures]
    compared = [{fact: weight for fact, weight in facts.items() if kind_of(fact) != "name"} for facts in weights]
    particular = [{fact: 1.0 for fact in facts if kind_of(fact) not in _GENERAL} for facts in compared]
    return np.where(_cosines(particular) > 0, 1.0, policy.general_facts) * _cosines(compared)


def _named_alike(signatures: Sequence[Signature], rarity: Mapping[str, float], policy: StoryPolicy) -> Matrix:
    """1 where two reports name a town alike that they do not both find in the table, tell of one kind of deed or one
    toll, and are of the same days; a name that many reports have counts for nothing."""
    holding: dict[str, list[int]] = defaultdict(list)
    for row, signature in enumerate(signatures):
        for fact in signature.facts:
            if kind_of(fact) == "name":
                holding[fact].append(row)
    alike = np.zeros((len(signatures), len(signatures)), np.float32)
    rarest = max((rarity.get(fact, 0.0) for fact in holding), default=0.0)
    for fact, rows in holding.items():
        if rarity.get(fact, 0.0) * 2 < rarest:
            continue
        for row, other in itertools.combinations(rows, 2):
            if _tell_alike(signatures[row], signatures[other], policy):
                alike[row, other] = alike[other, row] = 1.0
    return alike


def _tell_alike(signature: Signature, other: Signature, policy: StoryPolicy) -> bool:
    shared = {kind_of(fact) for fact in signature.facts.keys() & other.facts.keys()}
    near = abs(signature.day - other.day) <= policy.same_days
    return near and "place" not in shared and bool(shared & {"deed", "outcome"})


def _foreign(signatures: Sequence[Signature]) -> npt.NDArray[np.bool_]:
    """Which pairs are known to be in two languages."""
    spoken = np.array([signature.language if signature.facts else "" for signature in signatures])
    read = spoken != ""
    return np.asarray((spoken[:, None] != spoken[None, :]) & read[:, None] & read[None, :], np.bool_)


def rarity_of(occurrences: Mapping[str, int], articles: int) -> dict[str, float]:
    """How telling each term is that stands in so many of the corpus's `articles`."""
    return {term: math.log((articles + 1) / (min(count, articles) + 0.5)) for term, count in occurrences.items()}


def weigh(terms: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """Each term's weight in its article: often in it, seldom elsewhere."""
    return {term: _DAMPED[min(count, _MOST_COUNTED)] * rarity.get(term, 0.0) for term, count in terms.items()}


def shared_terms(signature: Signature, other: Signature, rarity: Mapping[str, float], *, most: int = 6) -> list[str]:
    """The terms that make two articles alike, the weightiest first; of two languages the facts, in words."""
    if _foreign([signature, other])[0, 1]:
        facts = _shared(telling(weigh(signature.facts, rarity)), telling(weigh(other.facts, rarity)))
        return list(dict.fromkeys(map(in_words, facts)))[:most]
    return _shared(weigh(signature.terms, rarity), weigh(other.terms, rarity))[:most]


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
