"""Answering a question: the shell that reads what the pure modules decide over."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol

from index.answers.abroad import Nearness, across, own_and_foreign
from index.answers.accounts import account_dispute, accounts, one_each
from index.answers.answer import Answer
from index.answers.compose import Pick, compose
from index.answers.coverage import covering, last_named, newest_first, told_day
from index.answers.disputes import Dispute, Held, figure_dispute, figures_held
from index.answers.evidence import Report, report
from index.answers.incident import incident_days, of_incident, timely, window
from index.answers.newsabroad import news_in_english
from index.answers.question import Question, Turn, understand
from index.answers.ranking import Candidate, rank, scaled
from index.answers.selection import choose
from index.answers.support import (
    NOBODY,
    abstention,
    brevity,
    compared,
    likelihood,
    newest_told,
    searched,
    speaks,
    too_early,
)
from index.articles import Hit, StoredPassage
from index.language.languages import language_of


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

    def nearness(self, query: str, texts: Sequence[str]) -> list[float]: ...


@dataclasses.dataclass(frozen=True, slots=True)
class AnswerPolicy:
    # How many passages are looked at for an answer.
    hits: int = 60
    # How many articles are read whole for an answer.
    articles: int = 8
    # How many articles are read whole for an answer that compares figures or accounts.
    wide_articles: int = 16
    # What a passage's score counts that was only found by the words of another.
    second_hand: float = 0.5
    # How many claims an answer has.
    claims: int = 3
    # How many claims an answer has on what happened or who did it.
    wide_claims: int = 5
    # How many accounts are shown of who did it.
    accounts: int = 8
    # How many characters a claim may have.
    longest: int = 205
    # How many characters a claim may have where there are many.
    wide_longest: int = 128
    # How many characters an account of who did it may have.
    account_longest: int = 120
    # How many positions of a disagreement are shown.
    positions: int = 18
    # How likely support must be for a long question to be answered at all, from 0 to 1.
    least_support: float = 0.25
    # The same for a short one, which one sentence should answer.
    least_support_short: float = 0.47
    # Who asks for news gets it from so many days, where any in them answers.
    news_days: int = 14
    # How near in meaning, as the model has it, a sentence in another language must be to answer a question.
    least_nearness: float = 0.8
    # How near in meaning the model has a question and a sentence on another matter: 0.80 with multilingual-e5-small.
    unrelated_nearness: float = 0.8


DEFAULT = AnswerPolicy()
_ONE_PARTY = re.compile(r"\b(?:says?|claims?|said|claimed)\s+(?:it|they|he|she)\b", re.IGNORECASE)
# How far back the newest report on a place is looked for, in days; 0 for as far as there is anything.
_BACK = (14, 60, 365, 0)
_WIDE = frozenset({"figure", "blame", "event"})


@dataclasses.dataclass(frozen=True, slots=True)
class _Found:
    """What a question is decided over."""

    question: Question
    ranked: Sequence[Candidate]
    reports: Sequence[Report]
    hits: Sequence[Hit]
    # All sentences read, those too that can not tell of what is asked.
    near: Sequence[Candidate] = ()
    foreign: Sequence[Hit] = ()


def ask(
    retriever: Retriever,
    asked: str,
    *,
    now: datetime,
    zone: str = "UTC",
    turns: Sequence[Turn] = (),
    policy: AnswerPolicy = DEFAULT,
) -> Answer:
    """An answer from articles dated up to `now`, or an abstention."""
    english = news_in_english(asked, language_of(asked))
    question = dataclasses.replace(understand(english or asked, now, zone, turns), asked=asked)
    found = _find(retriever, _recent(question, now, policy), now=now, policy=policy)
    stale = None
    if question.wants_news and not _supports(retriever, found, now, policy):
        stale = _newest(retriever, question, now, policy)
        last = datetime.combine(stale[1], time.max, UTC) if stale else now
        asking = _recent(question, last, policy) if stale else question
        found = _find(retriever, asking, now=min(last, now), policy=policy)
    if not _supports(retriever, found, now, policy):
        return _from_abroad(retriever, found, now=now, policy=policy) or _abstain(
            retriever, dataclasses.replace(found, question=question), now, policy
        )
    picks, disputes = decide(found.question, found.ranked, policy)
    longest = policy.wide_longest if disputes or len(picks) > policy.claims else policy.longest
    longest = policy.account_longest if found.question.kind == "blame" else longest
    answer = compose(found.question, picks, disputes, as_of=now, longest=longest)
    if stale is None:
        return answer
    return dataclasses.replace(answer, stale=stale, text=f"{newest_told(*stale)}\n{answer.text}")


def _newest(retriever: Retriever, question: Question, now: datetime, policy: AnswerPolicy) -> tuple[str, date] | None:
    """The place asked about and the day of the newest report found on it, looked for further and further back."""
    for days in _BACK:
        since = now - timedelta(days=days) if days else None
        told = last_named(question, retriever.search(question.text, k=policy.hits, since=since, until=now))
        if told:
            return told
    return None


def _from_abroad(retriever: Retriever, found: _Found, *, now: datetime, policy: AnswerPolicy) -> Answer | None:
    """An answer from articles in other languages than the question's."""
    if not found.foreign:
        return None
    reports = _read(retriever, found.foreign, policy.articles)
    told = across(found.question, reports, found.foreign, retriever.nearness, least=policy.least_nearness)
    if not told:
        return None
    picks = choose(told, policy.claims)
    return compose(found.question, picks, [], as_of=now, longest=policy.longest)


def _find(retriever: Retriever, question: Question, *, now: datetime, policy: AnswerPolicy) -> _Found:
    found = retriever.search(question.text, k=policy.hits, since=question.time.since, until=now)
    hits, foreign = own_and_foreign(question, found)
    most = policy.wide_articles if question.kind in _WIDE else policy.articles
    reports = _read(retriever, hits, most)
    scores = scaled(hits)
    ranked = rank(question, reports, scores)
    if question.kind in _WIDE and ranked:
        reports, ranked = _widened(retriever, question, reports, ranked, scores, now=now, policy=policy)
    return _Found(question, covering(question, ranked), reports, hits, ranked, foreign)


def _recent(question: Question, now: datetime, policy: AnswerPolicy) -> Question:
    """A question for news, asked of the last days only."""
    if not question.wants_news:
        return question
    since = now - timedelta(days=policy.news_days)
    return dataclasses.replace(question, time=dataclasses.replace(question.time, since=since))


def _supports(retriever: Retriever, found: _Found, now: datetime, policy: AnswerPolicy) -> bool:
    if too_early(found.question, found.hits, now) or not found.ranked:
        return False
    short = brevity(found.question)
    least = policy.least_support + short * (policy.least_support_short - policy.least_support)
    # It tells nothing of a question that takes several reports together.
    near = closeness(found.question, found.ranked, retriever.nearness, policy) if short else 0.0
    return likelihood(found.question, found.ranked, found.reports, found.hits, near) >= least


def closeness(question: Question, ranked: Sequence[Candidate], nearness: Nearness, policy: AnswerPolicy) -> float:
    """How near in meaning the nearest of the best sentences is, from 0 for one on another matter to 1."""
    near = max(nearness(question.text, compared(ranked)), default=0.0)
    return max(0.0, (near - policy.unrelated_nearness) / (1 - policy.unrelated_nearness))


def _abstain(retriever: Retriever, found: _Found, now: datetime, policy: AnswerPolicy) -> Answer:
    known = searched(found.question, found.near, found.reports, [*found.hits, *found.foreign])
    newest = _newest(retriever, found.question, now, policy)
    if newest:
        known = dataclasses.replace(known, seen=(newest,))
    return Answer(found.question.asked, "abstain", now, abstention(known, now), searched=known)


def _widened(
    retriever: Retriever,
    question: Question,
    reports: list[Report],
    ranked: list[Candidate],
    scores: dict[str, float],
    *,
    now: datetime,
    policy: AnswerPolicy,
) -> tuple[list[Report], list[Candidate]]:
    """More reports of the same incident: what was written around its day, found by the best sentence's own words."""
    days = incident_days(question, ranked)
    since, until = window(days, now) if days else (question.time.since, now)
    query = f"{question.text} {ranked[0].report.title} {ranked[0].sentence.text}"
    more = retriever.search(query, k=policy.hits, since=since, until=until)
    known = {each.article_id for each in reports}
    fresh = [hit for hit in more if hit.passage.article_id not in known]
    for passage_id, score in scaled(fresh).items():
        scores.setdefault(passage_id, policy.second_hand * score)
    wider = [*reports, *_read(retriever, fresh, policy.wide_articles)]
    return wider, rank(question, wider, scores)


def decide(question: Question, ranked: Sequence[Candidate], policy: AnswerPolicy) -> tuple[list[Pick], list[Dispute]]:
    """Which sentences are shown, and which disagreements."""
    if question.kind == "blame":
        chosen = one_each(accounts(of_incident(question, ranked, least=0.55)), policy.accounts)
        dispute = account_dispute(chosen)
        picks = [Pick(one.held.candidate) for one in chosen] or choose(ranked, policy.claims)
        return picks, [dispute] if dispute else []
    ranked = timely(question, ranked)
    if question.kind != "figure" and ranked:
        ranked = _of_the_named(ranked)
    if question.kind == "event":
        picks = choose(newest_first(ranked) if question.wants_news else ranked, policy.wide_claims, varied=2.0)
        return _in_order(question, picks), []
    if question.kind == "figure":
        return _counted(question, ranked, policy)
    if question.kind == "said" and question.speaker:
        ranked = [one for one in ranked if speaks(question, one)] or ranked
    return choose(ranked, policy.claims), []


def _in_order(question: Question, picks: list[Pick]) -> list[Pick]:
    """News from the newest back, a timeline from the oldest on."""
    if question.wants_timeline:
        return sorted(picks, key=lambda pick: told_day(pick.candidate))
    if question.wants_news:
        return sorted(picks, key=lambda pick: pick.candidate.report.written or date.min, reverse=True)
    return picks


def _of_the_named(ranked: Sequence[Candidate]) -> list[Candidate]:
    """Without what comes from reports that name less of what is asked about than the report of the best does."""
    return [one for one in ranked if one.features["named"] >= ranked[0].features["named"]]


def _counted(question: Question, ranked: Sequence[Candidate], policy: AnswerPolicy) -> tuple[list[Pick], list[Dispute]]:
    """Claims and disagreements of a question about numbers: the sentences that give the number come first."""
    told = of_incident(question, ranked)
    held = figures_held(question, told, question.outcomes)[: policy.positions]
    # Who asks what one party says of its own does not ask whether others agree.
    dispute = None if _ONE_PARTY.search(question.text) else figure_dispute(held, _about(question, held))
    telling = _with_nobody([one.candidate for one in held], told, question.outcomes)
    rest = [one for one in ranked if one not in telling]
    return choose([*telling, *rest], policy.claims), [dispute] if dispute else []


def _with_nobody(telling: list[Candidate], told: Sequence[Candidate], outcomes: Sequence[str]) -> list[Candidate]:
    """With the likeliest sentence that says that nobody was hurt, where it is likelier than the first number."""
    first = telling[0].score if telling else -math.inf
    nobody = next((one for one in told if outcomes and NOBODY.search(one.sentence.text)), None)
    return telling if nobody is None or nobody.score < first or nobody in telling else [nobody, *telling]


def _about(question: Question, held: Sequence[Held]) -> str:
    """What the positions are on: "the number killed and wounded". Bodies that were found are the dead."""
    if question.outcomes == ("killed",) and any(one.of_the_lifeless for one in held):
        return "the number of dead"
    return " ".join(["the number", " and ".join(question.outcomes)]).strip()


def _read(retriever: Retriever, hits: Sequence[Hit], most: int) -> list[Report]:
    ids = list(dict.fromkeys(hit.passage.article_id for hit in hits))[:most]
    return [report(passages) for passages in map(retriever.passages, ids) if passages]
