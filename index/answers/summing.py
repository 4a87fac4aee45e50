"""What happened: the statements that together tell most of it, not the likeliest ones, which say one thing twice."""

from __future__ import annotations

from collections.abc import Sequence

from index.answers.candidates import Candidate
from index.answers.picks import Pick, picked
from index.reports.report import Testimony

# What a statement gains by telling of those hurt, where none has; by telling who did what; what a total of a war, or
# what only goes on about a day that is told of, loses; in units of score.
_OF_HURT, _OF_DEED, _OF_WAR = 1.5, 0.5, 3.0
# What it loses where all of its stems are told already, or its meaning is.
_TOLD_BEFORE = 3.0
# The cosine of two statements that say the same, as multilingual-e5-small has them, in whatever languages.
_SAME = 0.93
_HURT = frozenset({"killed", "wounded", "missing"})


def summed_up(candidates: Sequence[Candidate], most: int, behind: float) -> list[Pick]:
    """At most so many statements of one incident, each the one that adds most to those before it; none that is so much
    less likely than the first."""
    pool = [candidate for candidate in candidates if candidate.score >= candidates[0].score - behind]
    chosen: list[Candidate] = []
    while pool and len(chosen) < most:
        told = frozenset[str]().union(*(candidate.testimony.stems for candidate in chosen))
        of_hurt = any(_of_hurt(candidate.testimony) for candidate in chosen)
        worth = [candidate.score + _worth(candidate.testimony, told, of_hurt=of_hurt) for candidate in pool]
        place = worth.index(max(worth))
        if chosen and worth[place] < candidates[0].score - behind:
            break
        best = pool[place]
        chosen.append(best)
        pool = [candidate for candidate in pool if not _is_told(candidate.testimony, best.testimony)]
    picks = {pick.testimony.key: pick for pick in picked(candidates, len(candidates), behind)}
    return [picks.get(candidate.testimony.key, Pick(candidate.testimony)) for candidate in chosen]


def _worth(testimony: Testimony, told: frozenset[str], *, of_hurt: bool) -> float:
    """What a statement adds where `told` are the stems told before it, and whether of those hurt."""
    repeated = len(testimony.stems & told) / max(1, len(testimony.stems))
    hurt = _of_hurt(testimony) and not of_hurt
    deed = any(act.agent.actor or act.patient.name for act in testimony.statement.acts)
    of_war = any(figure.total for figure in testimony.figures)
    return _OF_HURT * hurt + _OF_DEED * deed - _OF_WAR * of_war - _TOLD_BEFORE * repeated


def _of_hurt(testimony: Testimony) -> bool:
    return any(figure.outcome in _HURT and not figure.total for figure in testimony.figures)


def _is_told(testimony: Testimony, other: Testimony) -> bool:
    """Whether one of two statements tells what the other does, or stands in the same sentence."""
    if testimony.report is other.report and testimony.statement.sentence == other.statement.sentence:
        return True
    if testimony.vector is None or other.vector is None:
        return False
    return float(testimony.vector @ other.vector) >= _SAME
