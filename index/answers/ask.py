"""Answering a question: the shell that reads what the pure modules decide over."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from index.answers.answer import Answer
from index.answers.compose import Pick, compose
from index.answers.disputes import Dispute, account_dispute, accounts_held, figure_dispute, figures_held
from index.answers.evidence import Report, report
from index.answers.origins import Carried, origins
from index.answers.question import Question, Turn, understand
from index.answers.ranking import Candidate, rank
from index.answers.selection import by_speaker, choose
from index.answers.support import abstention, supported
from index.articles import Hit, StoredPassage


class Retriever(Protocol):
    """What a question is answered from."""

    def search(
        self,
        query: str,
        *,
        k: int = 10,
        since: datetime | None = None,
        until: datetime | None = None,
        publisher: str | None = None,
    ) -> list[Hit]: ...

    def passages(self, article_id: str) -> list[StoredPassage]: ...


@dataclasses.dataclass(frozen=True, slots=True)
class AnswerPolicy:
    # How many passages are looked at for an answer.
    hits: int = 40
    # How many articles are read whole for an answer.
    articles: int = 8
    # How many articles are read whole for an answer that compares figures or accounts.
    wide_articles: int = 16
    # How many claims an answer has.
    claims: int = 3
    # How many claims an answer has on what happened or who did it.
    wide_claims: int = 6
    # How many positions of a disagreement are shown.
    positions: int = 8
    # How likely support must be for a question to be answered at all, from 0 to 1.
    least_support: float = 0.5


_WIDE = frozenset({"figure", "blame", "event"})


def ask(
    retriever: Retriever,
    asked: str,
    *,
    now: datetime,
    zone: str = "UTC",
    turns: Sequence[Turn] = (),
    policy: AnswerPolicy = AnswerPolicy(),
) -> Answer:
    """An answer from articles dated up to `now`, or an abstention."""
    question = understand(asked, now, zone, turns)
    hits = retriever.search(question.text, k=policy.hits, since=question.time.since, until=now)
    most = policy.wide_articles if question.kind in _WIDE else policy.articles
    reports = _read(retriever, hits, most)
    scores = {hit.passage.passage_id: hit.score for hit in hits}
    ranked = rank(question, reports, scores)
    if not supported(question, ranked, reports, hits, policy.least_support):
        return Answer(asked, "abstain", now, abstention(question, ranked, hits, now))
    picks, disputes = decide(question, ranked, policy)
    return compose(asked, picks, disputes, _origins(picks), as_of=now)


def decide(question: Question, ranked: Sequence[Candidate], policy: AnswerPolicy) -> tuple[list[Pick], list[Dispute]]:
    """Which sentences are shown, and which disagreements."""
    if question.kind == "blame":
        accounts = accounts_held(question, ranked[:40])
        dispute = account_dispute(accounts[: policy.positions], "who is responsible")
        chosen = by_speaker(accounts, policy.wide_claims) or list(ranked[: policy.claims])
        return [Pick(one) for one in chosen], [dispute] if dispute else []
    if question.kind == "event":
        return choose(ranked, policy.wide_claims, varied=2.0), []
    disputes = []
    if question.kind == "figure":
        for outcome in question.outcomes or ("",):
            held = figures_held(question, ranked[:60], outcome)[: policy.positions]
            dispute = figure_dispute(held, outcome or "the number")
            disputes += [dispute] if dispute else []
    return choose(ranked, policy.claims), disputes


def _read(retriever: Retriever, hits: Sequence[Hit], most: int) -> list[Report]:
    ids = list(dict.fromkeys(hit.passage.article_id for hit in hits))[:most]
    return [report(passages) for passages in map(retriever.passages, ids) if passages]


def _origins(picks: Sequence[Pick]) -> dict[str, str]:
    used = {one.report.article_id: one.report for pick in picks for one in (pick.candidate, *pick.copies)}
    return origins(
        [
            Carried(each.article_id, each.publisher, "\n".join(sentence.text for sentence in each.sentences))
            for each in used.values()
        ]
    )
