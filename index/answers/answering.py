"""Answering a question: the shell that reads what the pure modules decide over."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Protocol

from index.answers.answer import Answer, Searched
from index.answers.asked import Asked
from index.answers.candidates import Candidate, gather, weighed
from index.answers.composing import compose
from index.answers.deciding import compares, decide
from index.answers.followups import Turn, asks_who, completed, only_points_back, retold
from index.answers.incidents import of_incident
from index.answers.inquiry import Inquiry
from index.answers.learned import SUPPORT, SUPPORT_OF_PARTS, WEIGHTS
from index.answers.opposing import Doubted, Rivals, by_rule, doubted, most_opposed, rivals
from index.answers.picks import Decision
from index.answers.policy import DEFAULT, AnswerPolicy
from index.answers.setting import told_day
from index.answers.speaking import of_speaker
from index.answers.supporting import (
    abstention,
    has_parts,
    lacks_name,
    likelihood,
    newest_told,
    of_other_days,
    of_other_roles,
    searched,
    support_features,
    too_early,
)
from index.answers.understanding import understand
from index.articles import Hit
from index.embedding.embedder import PairReading, Vectors
from index.places import names
from index.reports.accounts import Account
from index.reports.report import Report, Testimony

# Kinds of question on which speakers may differ: all reports of the incident's days are looked for.
_SIDED = frozenset({"figure", "blame", "who", "yesno", "event", "comparison"})
# In so many spellings a place is looked for in another language.
_SPELLINGS = 2
_BEFORE, _AFTER = timedelta(days=2), timedelta(days=10)


@dataclasses.dataclass(frozen=True)
class Evidence:
    """What was found for a question in one snapshot: passages, best first, and their reports."""

    hits: Sequence[Hit]
    reports: Sequence[Report]


@dataclasses.dataclass(frozen=True, slots=True)
class Stretch:
    """Articles dated from `since` to `until`, in one language where it is given, and how many passages are wanted."""

    since: datetime | None
    until: datetime
    most: int
    language: str | None = None


class Retriever(Protocol):
    """What a question is answered from: the corpus at one moment."""

    def vector(self, question: str) -> Vectors:
        """The question's vector, of length 1."""
        ...

    def asked(self, question: str, vector: Vectors) -> Asked:
        """What is asked, by the trained head, or by the question's words where there is none."""
        ...

    def search(
        self, question: str, vector: Vectors, *, since: datetime | None, until: datetime, most: int
    ) -> list[Hit]:
        """The best passages of articles dated from `since` to `until`, best first."""
        ...

    def search_each(self, question: str, vector: Vectors, stretches: Sequence[Stretch]) -> list[list[Hit]]:
        """The same for each of some stretches."""
        ...

    def languages(self) -> list[str]:
        """The languages of the articles, that of most of them first."""
        ...

    def reports(self, article_ids: Sequence[str]) -> list[Report]: ...

    def support(self, question: str, windows: Sequence[tuple[str, ...]]) -> list[tuple[float, ...]] | None:
        """For each sentence of each window how far it says what is asked, by the judge; None where there is none."""
        ...

    def contradictions(self, question: str, pairs: Sequence[tuple[str, str]]) -> list[PairReading] | None:
        """For each pair of passages how far the two contradict each other on what is asked; None where nothing tells
        that."""
        ...


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
    if not turns and only_points_back(asked):
        nothing = Searched((), None, None, points_back=True)
        return Answer(asked, "abstain", now, abstention(nothing, now), searched=nothing)
    if turns and asks_who(asked) and (again := retold(asked, turns, now)) is not None:
        return again
    inquiry = _understood(retriever, asked, now, zone, turns)
    if inquiry.kind == "source" and turns and (again := retold(asked, turns, now)) is not None:
        return again
    recent = _recent(inquiry, now, policy)
    evidence = find(retriever, inquiry, recent, now, policy)
    answer = _answered(retriever, inquiry, evidence, now, policy)
    if answer is None and recent != inquiry.since:
        evidence = find(retriever, inquiry, inquiry.since, now, policy)
        answer = _answered(retriever, inquiry, evidence, now, policy)
        answer = _stale(answer, inquiry, now)
    if answer is not None:
        return answer
    candidates = weighed(gather(inquiry, evidence.reports, evidence.hits), WEIGHTS)
    known = searched(inquiry, candidates, evidence.reports, evidence.hits)
    return Answer(asked, "abstain", now, abstention(known, now), searched=known)


def _understood(retriever: Retriever, asked: str, now: datetime, zone: str, turns: Sequence[Turn]) -> Inquiry:
    vector = retriever.vector(asked)
    wish = retriever.asked(asked, vector)
    text = completed(asked, wish, turns)
    if text == asked:
        return understand(asked, wish, vector, now, zone)
    whole = retriever.vector(text)
    return understand(text, retriever.asked(text, whole), whole, now, zone, original=asked)


def _recent(inquiry: Inquiry, now: datetime, policy: AnswerPolicy) -> datetime | None:
    """Since when reports are looked at: a question for news that names no time is one of the last days."""
    if inquiry.kind == "news" and inquiry.since is None and inquiry.first is None:
        return now - timedelta(days=policy.news_days)
    return inquiry.since


def _stale(answer: Answer | None, inquiry: Inquiry, now: datetime) -> Answer | None:
    """Old news, with how old it is."""
    days = [citation.published_at.date() for citation in answer.citations if citation.published_at] if answer else []
    if answer is None or not days:
        return answer
    name = next((name.text for name in inquiry.names), inquiry.asked)
    newest = (name, max(days))
    return dataclasses.replace(answer, stale=newest, text=f"{newest_told(*newest)}\n{answer.text}")


def find(
    retriever: Retriever, inquiry: Inquiry, since: datetime | None, now: datetime, policy: AnswerPolicy
) -> Evidence:
    """The best passages for a question and the reports that they are from; those of the days asked about besides, or,
    where speakers may differ, of the incident's; and the best in every other language."""
    text = _searched_for(inquiry, retriever.languages())
    hits = retriever.search(text, inquiry.vector, since=since, until=now, most=policy.hits)
    evidence = Evidence(hits, retriever.reports(_articles(hits, policy.articles)))
    first, last = inquiry.first, inquiry.last or inquiry.first
    if first is None and inquiry.kind in _SIDED:
        first = last = _anchor(inquiry, evidence)
    begins, ends = (since, now) if first is None or last is None else _around(first, last, since, now)
    stretches = [Stretch(begins, ends, policy.hits)] if first is not None else []
    if inquiry.first is None:
        begins, ends = since, now
    others = [language for language in retriever.languages() if language != inquiry.language]
    stretches += [Stretch(begins, ends, policy.foreign_hits, language) for language in others]
    found = retriever.search_each(text, inquiry.vector, stretches)
    most = [policy.articles if stretch.language is None else policy.foreign_articles for stretch in stretches]
    return _joined(retriever, evidence, list(zip(found, most, strict=True)))


def _searched_for(inquiry: Inquiry, languages: Sequence[str]) -> str:
    """The words that are looked for: of a question in another language than most articles, also what its places are
    called in that."""
    if not languages or inquiry.language == languages[0]:
        return inquiry.text
    called = (name for place in inquiry.places for name in names(place, languages[0])[:_SPELLINGS])
    return " ".join([inquiry.text, *dict.fromkeys(called)])


def _around(first: date, last: date, since: datetime | None, now: datetime) -> tuple[datetime, datetime]:
    """From when to when reports tell of some days: from shortly before them to some time after."""
    begins = datetime.combine(first - _BEFORE, time.min, now.tzinfo)
    ends = min(now, datetime.combine(last + _AFTER, time.max, now.tzinfo))
    return max(begins, since) if since else begins, ends


def _articles(hits: Sequence[Hit], most: int) -> list[str]:
    return list(dict.fromkeys(hit.passage.article_id for hit in hits))[:most]


def _anchor(inquiry: Inquiry, evidence: Evidence) -> date | None:
    """The day of the likeliest statement."""
    here = of_incident(inquiry, weighed(gather(inquiry, evidence.reports, evidence.hits), WEIGHTS))
    day = told_day(here[0].testimony) if here else date.min
    return day if day > date.min + _BEFORE else None


def _joined(retriever: Retriever, evidence: Evidence, found: Sequence[tuple[Sequence[Hit], int]]) -> Evidence:
    """What was found at first, and what else was found, with the reports that so many of its hits are from."""
    hits = {hit.passage.passage_id: hit for hit in evidence.hits}
    articles = dict.fromkeys(report.article_id for report in evidence.reports)
    seen = len(articles)
    for beside, most in found:
        for hit in beside:
            hits.setdefault(hit.passage.passage_id, hit)
        articles |= dict.fromkeys(_articles(beside, most))
    return Evidence(list(hits.values()), [*evidence.reports, *retriever.reports(list(articles)[seen:])])


def _answered(
    retriever: Retriever, inquiry: Inquiry, evidence: Evidence, now: datetime, policy: AnswerPolicy
) -> Answer | None:
    candidates = judged(retriever, inquiry, evidence, policy)
    decision = decide(inquiry, candidates, policy)
    doubts = _doubts(retriever, inquiry, candidates, decision, policy)
    if doubts:
        decision = decide(inquiry, candidates, policy, doubted=doubts)
    if not decision.disputes and (opposed := contradicting(retriever, inquiry, candidates, policy)) is not None:
        decision = decide(inquiry, candidates, policy, opposed, doubts)
    if not supported(inquiry, candidates, evidence, decision, now, policy):
        return None
    return compose(inquiry, decision, as_of=now)


def judged(retriever: Retriever, inquiry: Inquiry, evidence: Evidence, policy: AnswerPolicy) -> list[Candidate]:
    """All statements found, the likeliest first; the judge is asked about the best of them. Where accounts or counts
    are compared it does not decide: what they tell of is known from their records."""
    rows = gather(inquiry, evidence.reports, evidence.hits)
    first = of_speaker(inquiry.voice, weighed(rows, WEIGHTS), policy.rival_behind)
    windows = list(dict.fromkeys(map(window, (candidate.testimony for candidate in first))))[: policy.judged]
    verdicts = retriever.support(inquiry.text, [texts for texts, _ in windows])
    if verdicts is None:
        return first
    scores = {
        texts[place]: scores[place]
        for (texts, place), scores in zip(windows, verdicts, strict=True)
        if place < len(scores)
    }
    least = min(scores.values(), default=0.0)
    with_judge = [
        dataclasses.replace(
            candidate, features={**candidate.features, "judge": scores.get(candidate.testimony.sentence_text, least)}
        )
        for candidate in first
    ]
    if compares(inquiry):
        return with_judge
    return weighed([(candidate.testimony, candidate.features) for candidate in with_judge], WEIGHTS)


def contradicting(
    retriever: Retriever, inquiry: Inquiry, candidates: Sequence[Candidate], policy: AnswerPolicy
) -> tuple[Account, Account] | None:
    """The two accounts that contradict each other on what is asked, as who reads both tells; None for none."""
    read = _read(retriever, inquiry, rivals(inquiry, candidates, policy))
    return None if read is None else most_opposed(read, policy)


def _doubts(
    retriever: Retriever, inquiry: Inquiry, candidates: Sequence[Candidate], decision: Decision, policy: AnswerPolicy
) -> Doubted:
    """The pairs of accounts of a decision that a rule takes to oppose each other, and that do not as who reads both
    tells: they may be of two deeds."""
    read = _read(retriever, inquiry, by_rule(inquiry, candidates, decision.opposing, policy))
    return frozenset() if read is None else doubted(decision.opposing, read, policy)


def _read(retriever: Retriever, inquiry: Inquiry, pairs: Sequence[Rivals]) -> list[Rivals] | None:
    """Pairs of statements with what is read in both; None where there are none, or nobody who reads them."""
    readings = retriever.contradictions(inquiry.text, [pair.passages for pair in pairs]) if pairs else None
    if readings is None:
        return None
    return [pair.as_read(reading) for pair, reading in zip(pairs, readings, strict=False)]


def window(testimony: Testimony) -> tuple[tuple[str, ...], int]:
    """A statement's sentence between those beside it, and its place among them."""
    before, after = testimony.neighbours
    texts = (before, testimony.sentence_text, after)
    return tuple(text for text in texts if text), int(bool(before))


def supported(
    inquiry: Inquiry,
    candidates: Sequence[Candidate],
    evidence: Evidence,
    decision: Decision,
    now: datetime,
    policy: AnswerPolicy,
) -> bool:
    """Whether what was decided answers the question."""
    if not decision.picks or too_early(inquiry, evidence.reports, now):
        return False
    if of_other_days(inquiry, decision) or lacks_name(inquiry, decision):
        return False
    if not decision.disputes and of_other_roles(inquiry, candidates):
        return False
    features = support_features(inquiry, candidates, evidence.reports, decision)
    return likelihood(features, SUPPORT_OF_PARTS if has_parts(inquiry) else SUPPORT) >= policy.least_support
