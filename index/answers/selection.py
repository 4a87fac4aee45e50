"""Which of the ranked sentences make the answer: few, not saying the same, and every side of a dispute."""

from __future__ import annotations

from collections.abc import Sequence

from index.answers.compose import Pick
from index.answers.disputes import Held
from index.answers.ranking import Candidate


def choose(candidates: Sequence[Candidate], most: int, *, apart: float = 0.6, varied: float = 0.0) -> list[Pick]:
    """The best `most` sentences. One that shares `apart` of its stems with a better one is its copy, not another.

    `varied` takes that much off a score for each share of stems that is said already.
    """
    chosen: list[Candidate] = []
    copies: dict[int, list[Candidate]] = {}
    rest = list(candidates)
    while rest and len(chosen) < most:
        best = max(rest, key=lambda one: one.score - varied * _said(one, chosen))
        rest.remove(best)
        same = next((place for place, one in enumerate(chosen) if overlap(best, one) >= apart), None)
        if same is None:
            chosen.append(best)
        elif best.report.article_id != chosen[same].report.article_id and len(copies.get(same, ())) < 2:
            copies.setdefault(same, []).append(best)
    return [Pick(one, tuple(copies.get(place, ()))) for place, one in enumerate(chosen)]


def overlap(one: Candidate, other: Candidate) -> float:
    """The share of the shorter sentence's stems that the other has."""
    here, there = one.sentence.stems, other.sentence.stems
    shorter = min(len(here), len(there))
    return len(here & there) / shorter if shorter else 0.0


def by_speaker(accounts: Sequence[tuple[str, Held]], most: int) -> list[Candidate]:
    """The first account of each speaker and stance, up to `most`."""
    seen: set[tuple[str, str]] = set()
    found: list[Candidate] = []
    for stance, held in accounts:
        if (stance, held.speaker) in seen or any(overlap(held.candidate, one) >= 0.6 for one in found):
            continue
        seen.add((stance, held.speaker))
        found.append(held.candidate)
    return found[:most]


def _said(one: Candidate, chosen: Sequence[Candidate]) -> float:
    return max((overlap(one, other) for other in chosen), default=0.0)
