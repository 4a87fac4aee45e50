"""Which of the ranked sentences make the answer: few, not saying the same, and every side of a dispute."""

from __future__ import annotations

import calendar
from collections.abc import Sequence

from index.answers.compose import Pick
from index.answers.ranking import Candidate
from index.language.terms import terms
from index.language.tokens import tokens

# A dateline makes no sentence another one.
_DATES = frozenset(terms(" ".join([*calendar.month_name, *calendar.month_abbr, *calendar.day_name])))


def choose(candidates: Sequence[Candidate], most: int, *, apart: float = 0.6, varied: float = 0.0) -> list[Pick]:
    """The first `most` sentences. One that shares `apart` of its stems with a better one is its copy, not another.

    `varied` takes that much off a score for each share of stems that is said already.
    """
    candidates = [one for one in candidates if len(one.sentence.terms) > 1]
    chosen: list[Candidate] = []
    copies: dict[int, list[Candidate]] = {}
    rest = list(candidates)
    while rest and len(chosen) < most:
        best = max(rest, key=lambda one: one.score - varied * _said(one, chosen)) if varied else rest[0]
        rest.remove(best)
        same = next((place for place, one in enumerate(chosen) if _repeats(best, one, apart)), None)
        if same is None:
            chosen.append(best)
        elif best.report.article_id != chosen[same].report.article_id and len(copies.get(same, ())) < 2:
            copies.setdefault(same, []).append(best)
    return [Pick(one, tuple(copies.get(place, ()))) for place, one in enumerate(chosen)]


def _repeats(one: Candidate, other: Candidate, apart: float) -> bool:
    """Whether a sentence says the same as another: alike, and with no name or number that the other lacks."""
    share = overlap(one, other)
    return share >= 0.85 or (share >= apart and not _particulars(one) - _particulars(other))


def _particulars(one: Candidate) -> set[str]:
    return {token.text for token in tokens(one.sentence.text)[1:] if token.is_name or token.text[0].isdigit()}


def overlap(one: Candidate, other: Candidate) -> float:
    """The share of the shorter sentence's stems that the other has, dates aside."""
    here, there = _undated(one), _undated(other)
    shorter = min(len(here), len(there))
    return len(here & there) / shorter if shorter else 0.0


def _undated(one: Candidate) -> frozenset[str]:
    return frozenset(stem for stem in one.sentence.stems - _DATES if not (len(stem) == 4 and stem.isdigit()))


def _said(one: Candidate, chosen: Sequence[Candidate]) -> float:
    return max((overlap(one, other) for other in chosen), default=0.0)
