"""How likely two speakers' statements oppose each other where no rule tells it: learnt from small corpora of opposed
and of agreeing reports (`python -m tests.train.opposing`).

Reports word a denial or a counter-accusation in more ways than any list has. What is known of two statements all the
same: whether somebody is named who says each, whom each accuses, how near they are, how far each says what is asked.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from index.answers.candidates import Candidate
from index.answers.inquiry import Inquiry
from index.reports.accounts import Account, alike, differ, opposed, related
from index.reports.report import Testimony

# So many of the likeliest statements of an incident are held against each other.
_MOST = 14
# What is told so much later tells of another state.
_LATE_HOURS = 48.0
# The judge's logit of what says nothing of the matter.
_LEAST_JUDGED = -5.0

# "" is the constant.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "": -2.13,
        "spoken": 1.36,
        "who": 0.21,
        "denied": 0.99,
        "related": -0.37,
        "cosine": 1.29,
        "behind": -0.54,
        "agents_differ": 1.22,
        "agents_same": 0.14,
        "one_agent": 0.29,
        "accuses_speaker": 0.58,
        "late": -1.56,
        "camps": 0.44,
        "alike": -0.02,
        "told": 1.02,
        "least_judged": 0.91,
        "best_judged": 0.68,
        "languages": -0.11,
        "by_rule": 0.59,
    }
)


def most_opposed(
    inquiry: Inquiry, here: Sequence[Candidate], accounts: Mapping[tuple[str, int], Account]
) -> tuple[float, tuple[Account, Account]] | None:
    """The two of an incident's statements that most likely oppose each other, and how likely, from 0 to 1; None where
    no two are of different speakers and reports. `accounts` are theirs, by the statement's key."""
    best: tuple[float, tuple[Account, Account]] | None = None
    for first, second in combinations(here[:_MOST], 2):
        pair = accounts[first.testimony.key], accounts[second.testimony.key]
        if not (may_oppose(*pair) and has_evidence(*pair)):
            continue
        likely = likelihood(features(inquiry, here[0].score, (first, second), pair))
        if best is None or likely > best[0]:
            best = likely, pair
    return best


def may_oppose(account: Account, other: Account) -> bool:
    """Whether two accounts are of two reports and speakers, and do not say alike that the same did it."""
    one, rival = account.testimony, other.testimony
    mine, theirs = account.agent or account.doer, other.agent or other.doer
    agree = bool(mine) and mine == theirs and account.denies == other.denies
    return one.report is not rival.report and differ(one, rival) and not agree


def has_evidence(account: Account, other: Account) -> bool:
    """Whether one of two accounts denies and the other does not, or each has another doer. Of what is only worded
    otherwise, most that seemed likely to be opposed was not, on real news."""
    mine, theirs = account.agent or account.doer, other.agent or other.doer
    return account.denies != other.denies or (bool(mine and theirs) and mine != theirs)


def likelihood(values: Mapping[str, float]) -> float:
    """How likely it is that statements with these features oppose each other."""
    return 1 / (1 + math.exp(-WEIGHTS[""] - sum(WEIGHTS[name] * value for name, value in values.items())))


def features(
    inquiry: Inquiry, top: float, candidates: tuple[Candidate, Candidate], pair: tuple[Account, Account]
) -> dict[str, float]:
    """What tells whether two statements oppose each other. `top` is the score of the likeliest statement."""
    first, second = pair
    mine, theirs = first.agent or first.doer, second.agent or second.doer
    known = bool(mine and theirs)
    one, other = first.testimony, second.testimony
    spoken = one.speaker is not None and other.speaker is not None
    denied = first.denies != second.denies
    judged = sorted(max(_LEAST_JUDGED, candidate.features.get("judge", _LEAST_JUDGED)) / 3 for candidate in candidates)
    voices, others = _actor(one), _actor(other)
    accuses = bool(first.agent and first.agent == others) or bool(second.agent and second.agent == voices)
    apart = abs((one.as_of - other.as_of).total_seconds()) / 3600
    return {
        "spoken": float(spoken),
        "who": float(spoken and inquiry.kind in {"blame", "who"}),
        "denied": float(denied and inquiry.kind == "yesno"),
        "related": float(related(first, second)),
        "cosine": (_cosine(one, other) - 0.84) * 10,
        "behind": max(top - candidate.score for candidate in candidates) / 4,
        "agents_differ": float(known and mine != theirs),
        "agents_same": float(known and mine == theirs),
        "one_agent": float(bool(mine) != bool(theirs)),
        "accuses_speaker": float(accuses),
        "late": float(apart > _LATE_HOURS),
        "camps": float(bool(voices and others) and voices != others),
        "alike": float(alike(one, other, 0.5)),
        "told": float(first.told and second.told),
        "least_judged": judged[0],
        "best_judged": judged[1],
        "languages": float(one.report.reading.language != other.report.reading.language),
        "by_rule": float(opposed(first, second)),
    }


def _actor(testimony: Testimony) -> str:
    return testimony.speaker.actor if testimony.speaker is not None else ""


def _cosine(testimony: Testimony, other: Testimony) -> float:
    if testimony.vector is None or other.vector is None:
        return 0.8
    return float(testimony.vector @ other.vector)
