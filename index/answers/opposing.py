"""How likely two speakers' statements oppose each other where no rule tells it: learnt from small corpora of opposed
and of agreeing reports (`python -m tests.train.opposing`).

Reports word a denial or a counter-accusation in more ways than any list has. What is known of two statements all the
same: whether somebody is named who says each, whom each accuses, how near they are, how far each says what is asked.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from index.answers.candidates import Candidate
from index.answers.inquiry import Inquiry
from index.answers.policy import AnswerPolicy
from index.answers.supporting import likelihood
from index.reports.accounts import Account, account, alike, differ, of_two_actors, opposed, related
from index.reports.report import Testimony

# A statement so near in meaning to the question is of what is asked (see `candidates.nearness`).
NEAR_QUESTION = 0.55
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


def account_of(candidate: Candidate, deeds: frozenset[str], *, who: bool) -> Account:
    """The account that a candidate gives of one of the deeds asked about. Whoever else did it matters only where it is
    asked who did."""
    read = account(candidate.testimony, candidate.score, deeds)
    near = candidate.features.get("meaning", 0.0) >= NEAR_QUESTION
    return dataclasses.replace(read, near_question=near, doer=read.doer if who else "")


def pairs(
    inquiry: Inquiry, statements: Sequence[Candidate], policy: AnswerPolicy, *, who: bool
) -> Iterator[tuple[tuple[Candidate, Candidate], tuple[Account, Account]]]:
    """The pairs of the likeliest of an incident's statements that may oppose each other, with their accounts."""
    least = statements[0].score - policy.opposed_behind if statements else 0.0
    likely = [candidate for candidate in statements if candidate.score >= least][:_MOST]
    accounts = [account_of(candidate, inquiry.deeds, who=who) for candidate in likely]
    for candidates, pair in zip(combinations(likely, 2), combinations(accounts, 2), strict=True):
        if may_oppose(*pair):
            yield candidates, pair


def most_opposed(
    inquiry: Inquiry, statements: Sequence[Candidate], policy: AnswerPolicy
) -> tuple[Account, Account] | None:
    """The two of an incident's statements that most likely oppose each other; None where none are likely enough to."""
    chances = [
        (likelihood(features(inquiry, statements[0].score, candidates, pair), WEIGHTS), pair)
        for candidates, pair in pairs(inquiry, statements, policy, who=inquiry.kind != "yesno")
        if has_evidence(*pair)
    ]
    chance, likeliest = max(chances, key=lambda found: found[0], default=(0.0, None))
    return likeliest if chance >= policy.least_opposed else None


def may_oppose(account: Account, other: Account) -> bool:
    """Whether two accounts are of two reports and speakers, and do not say alike that the same did it."""
    if account.testimony.report is other.testimony.report:
        return False
    agree = bool(account.actor) and account.actor == other.actor and account.denies == other.denies
    return not agree and differ(account.testimony, other.testimony)


def has_evidence(account: Account, other: Account) -> bool:
    """Whether one of two accounts denies and the other does not, or each has another doer. Of what is only worded
    otherwise, most that seemed likely to be opposed was not, on real news."""
    return account.denies != other.denies or of_two_actors(account, other)


def features(
    inquiry: Inquiry, top: float, candidates: tuple[Candidate, Candidate], pair: tuple[Account, Account]
) -> dict[str, float]:
    """What tells whether two statements oppose each other. `top` is the score of the likeliest statement."""
    first, second = pair
    testimony, rival = first.testimony, second.testimony
    speaker, opponent = _actor(testimony), _actor(rival)
    spoken = testimony.speaker is not None and rival.speaker is not None
    judged = sorted(max(_LEAST_JUDGED, candidate.features.get("judge", _LEAST_JUDGED)) / 3 for candidate in candidates)
    accuses = bool(first.agent and first.agent == opponent) or bool(second.agent and second.agent == speaker)
    apart = abs((testimony.as_of - rival.as_of).total_seconds()) / 3600
    return {
        "spoken": float(spoken),
        "who": float(spoken and inquiry.kind in {"blame", "who"}),
        "denied": float(first.denies != second.denies and inquiry.kind == "yesno"),
        "related": float(related(first, second)),
        "cosine": (_cosine(testimony, rival) - 0.84) * 10,
        "behind": max(top - candidate.score for candidate in candidates) / 4,
        "agents_differ": float(of_two_actors(first, second)),
        "agents_same": float(bool(first.actor) and first.actor == second.actor),
        "one_agent": float(bool(first.actor) != bool(second.actor)),
        "accuses_speaker": float(accuses),
        "late": float(apart > _LATE_HOURS),
        "camps": float(bool(speaker and opponent) and speaker != opponent),
        "alike": float(alike(testimony, rival, 0.5)),
        "told": float(first.told and second.told),
        "least_judged": judged[0],
        "best_judged": judged[1],
        "languages": float(testimony.report.reading.language != rival.report.reading.language),
        "by_rule": float(opposed(first, second)),
    }


def _actor(testimony: Testimony) -> str:
    return testimony.speaker.actor if testimony.speaker is not None else ""


def _cosine(testimony: Testimony, other: Testimony) -> float:
    if testimony.vector is None or other.vector is None:
        return 0.8
    return float(testimony.vector @ other.vector)
