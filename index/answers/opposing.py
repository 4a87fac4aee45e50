"""How likely two speakers' statements oppose each other where no rule tells it: learnt from small corpora of opposed
and of agreeing reports (`python -m tests.train.opposing`).

Reports word a denial or a counter-accusation in more ways than any list has. What is known of two statements all the
same: whether somebody is named who says each, whom each accuses, how near they are, how far each says what is asked.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Mapping, Sequence
from itertools import chain, combinations, zip_longest
from types import MappingProxyType

from index.answers.candidates import Candidate
from index.answers.incidents import of_incident
from index.answers.inquiry import Inquiry
from index.answers.policy import AnswerPolicy
from index.answers.supporting import likelihood
from index.embedding.embedder import PairReading
from index.reports.accounts import Account, account, alike, differ, of_two_actors, opposed, related
from index.reports.report import Testimony

# A statement so near in meaning to the question is of what is asked (see `candidates.nearness`).
NEAR_QUESTION = 0.55
# So many of the likeliest statements of an incident are held against each other.
_MOST = 14
# What is told so much later tells of another state.
_LATE_HOURS = 48.0
# Kinds of question that an account of the deed answers, and nothing else.
OF_ACCOUNTS = frozenset({"blame", "yesno"})
# Characters of a passage that is read beside another.
_ROOM = 420
# What a model that reads both says counts no more than so much: beyond it is as sure as can be.
_MOST_READ = 4.0
# The judge's logit of what says nothing of the matter.
_LEAST_JUDGED = -5.0

# Two statements by their keys, and those pairs of which it was read that they do not contradict each other.
Pair = frozenset[tuple[str, int]]
Doubted = frozenset[Pair]

# Which pair of an incident most likely opposes each other.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "spoken": 1.19,
        "who": 0.59,
        "denied": 0.45,
        "related": 0.55,
        "cosine": 0.68,
        "behind": -0.13,
        "agents_differ": 0.52,
        "agents_same": -0.03,
        "one_agent": 0.42,
        "accuses_speaker": 0.09,
        "late": -0.04,
        "camps": 0.06,
        "alike": -0.04,
        "told": 0.32,
        "least_judged": 0.83,
        "best_judged": 0.75,
        "languages": 0.00,
        "by_rule": 0.12,
        "read": 0.36,
        "stand": 0.51,
    }
)
# How likely a pair does, of all pairs; "" is the constant.
CHANCE: Mapping[str, float] = MappingProxyType(
    {
        "": -3.85,
        "spoken": 1.49,
        "who": 0.64,
        "denied": 1.10,
        "related": -0.08,
        "cosine": 0.78,
        "behind": 0.25,
        "agents_differ": 0.50,
        "agents_same": -0.21,
        "one_agent": 0.48,
        "accuses_speaker": -0.25,
        "late": -1.43,
        "camps": 0.27,
        "alike": 0.25,
        "told": 0.26,
        "least_judged": 0.64,
        "best_judged": 0.47,
        "languages": 0.50,
        "by_rule": -0.06,
        "read": 0.37,
        "stand": 0.12,
    }
)


def account_of(candidate: Candidate, deeds: frozenset[str], *, who: bool) -> Account:
    """The account that a candidate gives of one of the deeds asked about. Whoever else did it matters only where it is
    asked who did."""
    read = account(candidate.testimony, candidate.score, deeds)
    near = candidate.features.get("meaning", 0.0) >= NEAR_QUESTION
    return dataclasses.replace(read, near_question=near, doer=read.doer if who else "")


@dataclasses.dataclass(frozen=True)
class Rivals:
    """Two statements of an incident that may oppose each other: their candidates and accounts, and what tells whether
    they do, beside what a model that reads both says (see `as_read`)."""

    candidates: tuple[Candidate, Candidate]
    accounts: tuple[Account, Account]
    features: Mapping[str, float]

    @property
    def passages(self) -> tuple[str, str]:
        """Both as they are read: who speaks, the sentence, and those beside it as far as there is room."""
        first, second = self.candidates
        return passage(first.testimony), passage(second.testimony)

    def as_read(self, reading: PairReading) -> Rivals:
        """The same with what a model reads in both passages."""
        contradict, first, second = (max(-_MOST_READ, min(_MOST_READ, logit)) for logit in reading)
        return dataclasses.replace(self, features={**self.features, "read": contradict, "stand": min(first, second)})


def rivals(inquiry: Inquiry, candidates: Sequence[Candidate], policy: AnswerPolicy) -> list[Rivals]:
    """The pairs of the likeliest of the statements that may oppose each other on what is asked, those first that most
    likely do; none where nothing is asked that two could differ on."""
    if not may_be_contested(inquiry):
        return []
    statements = of_incident(inquiry, candidates, is_state=True)
    least = statements[0].score - policy.opposed_behind if statements else 0.0
    likely = [candidate for candidate in statements if candidate.score >= least][:_MOST]
    accounts = [account_of(candidate, inquiry.deeds, who=inquiry.kind != "yesno") for candidate in likely]
    held = [
        Rivals(both, pair, features(inquiry, statements[0].score, both, pair))
        for both, pair in zip(combinations(likely, 2), combinations(accounts, 2), strict=True)
        if may_oppose(*pair)
    ]
    held.sort(key=rank, reverse=True)
    return held[: policy.opposed_read]


def by_rule(
    inquiry: Inquiry, candidates: Sequence[Candidate], pairs: Sequence[tuple[Account, Account]], policy: AnswerPolicy
) -> list[Rivals]:
    """Pairs of accounts that a rule holds to oppose each other, to be read: as many as are read, of each two sides in
    turn the pair that most likely does."""
    of_key = {candidate.testimony.key: candidate for candidate in candidates}
    both = [(of_key[first.testimony.key], of_key[second.testimony.key]) for first, second in pairs]
    top = max((candidate.score for pair in both for candidate in pair), default=0.0)
    held = [Rivals(two, pair, features(inquiry, top, two, pair)) for two, pair in zip(both, pairs, strict=True)]
    of_sides: dict[Hashable, list[Rivals]] = {}
    for rival in sorted(held, key=rank, reverse=True):
        of_sides.setdefault(_sides(*rival.accounts), []).append(rival)
    turns = chain.from_iterable(zip_longest(*of_sides.values()))
    return [rival for rival in turns if rival is not None][: policy.opposed_read]


def doubted(pairs: Sequence[tuple[Account, Account]], read: Sequence[Rivals], policy: AnswerPolicy) -> Doubted:
    """Those pairs of whose two sides no pair that was read is likely enough to oppose each other."""
    likely = {_sides(*rival.accounts) for rival in read if chance(rival) >= policy.least_disputed}
    return frozenset(pair_of(*pair) for pair in pairs if _sides(*pair) not in likely)


def _sides(account: Account, other: Account) -> Hashable:
    return frozenset({account.side, other.side})


def pair_of(account: Account, other: Account) -> Pair:
    return frozenset({account.testimony.key, other.testimony.key})


def may_be_contested(inquiry: Inquiry) -> bool:
    """Whether a question asks what two could differ on: who did something, or whether it is so. On real news, what was
    read to contradict on other questions (where he died, what it makes) was none."""
    return asks_of_doing(inquiry) and bool(inquiry.telling)


def asks_of_doing(inquiry: Inquiry) -> bool:
    """Whether a question asks who did something, or whether it was done."""
    return inquiry.kind in OF_ACCOUNTS or (inquiry.kind == "who" and inquiry.of_doer)


def most_opposed(read: Sequence[Rivals], policy: AnswerPolicy) -> tuple[Account, Account] | None:
    """The two accounts that most likely oppose each other, by all that is known of them; None where none are likely
    enough to."""
    contradicting = (rival for rival in read if rival.features["read"] >= policy.least_read)
    likeliest = max(contradicting, key=rank, default=None)
    return likeliest.accounts if likeliest is not None and chance(likeliest) >= policy.least_opposed else None


def rank(rivals: Rivals) -> float:
    """Which of an incident's pairs most likely oppose each other, the higher the likelier."""
    return sum(WEIGHTS[name] * value for name, value in rivals.features.items())


def chance(rivals: Rivals) -> float:
    """How likely a pair that was read opposes each other, from 0 to 1."""
    return likelihood(rivals.features, CHANCE)


def passage(testimony: Testimony) -> str:
    """A statement as it is read beside another, with the sentences before and after it."""
    speaker = testimony.speaker.name if testimony.speaker is not None else ""
    return as_read(speaker, testimony.sentence_text, testimony.neighbours)


def as_read(speaker: str, sentence: str, beside: tuple[str, str]) -> str:
    """Who speaks, where the sentence does not say so, the sentence, and behind it those before and after it, as far as
    there is room: the one that is meant comes first."""
    text = f"{speaker}: {sentence}" if speaker and speaker not in sentence else sentence
    context = ""
    for other in beside:
        if other and len(text) + len(context) + len(other) <= _ROOM:
            context = f"{context} {other}"
    return f"{text} …{context}" if context else text


def may_oppose(account: Account, other: Account) -> bool:
    """Whether two accounts are of two reports and speakers, and do not say alike that the same did it; one wire's words
    in two papers do not contradict each other."""
    if account.testimony.report is other.testimony.report:
        return False
    as_much = account.denies == other.denies and account.actor == other.actor
    agree = as_much and (bool(account.actor) or alike(account.testimony, other.testimony))
    return not agree and differ(account.testimony, other.testimony)


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
