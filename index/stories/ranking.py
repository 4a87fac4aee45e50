"""What matters most in a briefing."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from index.reports.report import Report
from index.stories.leanings import Leanings, are_opposed
from index.stories.members import Member
from index.stories.openings import arms, deeds_of_war, sides, tells_event, toll

_NO_LEANINGS: Leanings = MappingProxyType({})


@dataclasses.dataclass(frozen=True, slots=True)
class RankingPolicy:
    """What a story weighs by. Each is added, times what its comment names."""

    # Doublings of the independent origins.
    origins_weight: float = 1.0
    # Outlets of different leanings, as admins wrote them down, report it.
    opposed_weight: float = 0.7
    # Powers of ten of the people killed or wounded.
    casualties_weight: float = 0.5
    # Doublings of the articles since the last briefing.
    articles_weight: float = 0.3
    # Powers of ten of the drones and missiles.
    arms_weight: float = 0.2
    # It opens with a deed of war: an attack, a capture, a truce, an exchange; and with the town, or whom it met.
    deed_weight: float = 0.2
    event_weight: float = 0.6
    # Its headline names two states or armed actors, or more; half of it where it names one.
    sides_weight: float = 0.3
    # First reported since the last briefing.
    new_weight: float = 0.15
    # On a topic that the reader follows: about as much as eight times the origins.
    followed_weight: float = 3.0
    # Stories like it were helpful to the reader; the same is taken off where they were not. It moves a story by less
    # than a doubling of its origins does, so it never hides one.
    taste_weight: float = 0.8
    # Cosine of two stories on unrelated matters: 0.80 with multilingual-e5-small.
    unrelated_cosine: float = 0.80


@dataclasses.dataclass(frozen=True, slots=True)
class Importance:
    """A story's weight with what it is made of."""

    score: float
    origins: int
    opposed: bool
    casualties: float
    fresh: int
    new: bool


def importance(
    members: Sequence[Member],
    fresh: Sequence[Member],
    reports: Mapping[str, Report],
    *,
    origins: int,
    new: bool,
    leanings: Leanings = _NO_LEANINGS,
    policy: RankingPolicy,
) -> Importance:
    """How much a story matters, of whose `members` only the `fresh` ones are new to the reader; `new`: all are."""
    opposed = are_opposed((member.publisher for member in members), leanings)
    new_reports = [reports[member.article_id] for member in fresh if member.article_id in reports]
    casualties = max(map(toll, new_reports), default=0.0)
    score = (
        policy.origins_weight * math.log2(1 + origins)
        + policy.opposed_weight * opposed
        + policy.casualties_weight * math.log10(1 + casualties)
        + policy.arms_weight * math.log10(1 + max(map(arms, new_reports), default=0.0))
        + policy.deed_weight * any(map(deeds_of_war, new_reports))
        + policy.event_weight * any(map(tells_event, new_reports))
        + policy.sides_weight * min(max(map(sides, new_reports), default=0), 2) / 2
        + policy.articles_weight * math.log2(1 + len(fresh))
        + policy.new_weight * new
    )
    return Importance(score, origins, opposed, casualties, len(fresh), new)


def for_reader(weight: Importance, *, followed: bool, taste: float, policy: RankingPolicy) -> Importance:
    """The same for one reader. `followed`: it is on a topic that the reader follows. `taste`: whether stories like it
    were helpful, -1 to 1."""
    score = weight.score + policy.followed_weight * followed + policy.taste_weight * taste
    return dataclasses.replace(weight, score=score)
