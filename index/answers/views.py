"""Other ways to see what an answer rests on: every figure in it, and its days in order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from index.answers.answer import Answer
from index.answers.compose import Pick, compose
from index.answers.dates import absolute, relative
from index.answers.incident import of_incident
from index.answers.origins import Carried, origins
from index.answers.question import Question
from index.answers.ranking import Candidate
from index.answers.selection import choose


def figures_view(question: Question, ranked: Sequence[Candidate], *, as_of: datetime, most: int = 12) -> Answer | None:
    """Every sentence about the incident that counts something, each once; None where none does."""
    told = [one for one in of_incident(question, ranked) if one.sentence.figures]
    return _answer(question, choose(told, most), as_of)


def timeline_view(question: Question, ranked: Sequence[Candidate], *, as_of: datetime, most: int = 12) -> Answer | None:
    """What happened on which day, the earliest first; None where no sentence tells its day."""
    told = [one for one in ranked[:60] if day_of(one) is not None]
    picks = sorted(choose(told, most), key=lambda pick: (day_of(pick.candidate), pick.candidate.sentence.start))
    return _answer(question, picks, as_of)


def day_of(candidate: Candidate) -> date | None:
    """The day that a sentence tells of: stated in it, or a weekday seen from when it was written."""
    written = candidate.report.written
    stated = [span.first for span in absolute(candidate.sentence.text, written) if span.is_day]
    seen = [span.first for span in relative(candidate.sentence.text, written)] if written else []
    return next(iter([*stated, *seen]), None)


def origins_of(picks: Sequence[Pick]) -> dict[str, str]:
    """The origin of each article that an answer cites."""
    used = {one.report.article_id: one.report for pick in picks for one in (pick.candidate, *pick.copies)}
    return origins(
        [
            Carried(each.article_id, each.publisher, "\n".join(sentence.text for sentence in each.sentences))
            for each in used.values()
        ]
    )


def _answer(question: Question, picks: Sequence[Pick], as_of: datetime) -> Answer | None:
    return compose(question, picks, [], origins_of(picks), as_of=as_of, longest=200) if picks else None
