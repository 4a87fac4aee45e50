"""Questions on reports of war that were written for this, with every sentence that answers each marked.

A file a writer, a case a line: four reports, of which three are on one incident and one on another like it, and nine
questions, two of them answered nowhere. `answers` are all sentences that say what is asked, `useful` those that an
editor would show beside them, `near` those that only look like an answer: a report's id and a sentence's number each.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import random
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.train.windows import Group, Window, around

HERE = Path(__file__).parent
# Learnt from by nobody: what was learnt is measured on these writers.
HELD_OUT = frozenset({"curlew", "wren"})
# Of the windows that do not say it so many are of sentences that only look so, so many of a report whose answer was
# taken out; the others are of any sentence of the case.
_NEAR, _WITHOUT = 0.65, 0.85
# How often a question is asked of two windows that say it.
_TWICE = 0.4
# So long after its last report a question is asked.
_LATER = timedelta(hours=12)

Place = tuple[str, int]
Row = dict[str, Any]


@dataclasses.dataclass(frozen=True, slots=True)
class Question:
    """A question of a case, and the sentences that answer it, help beside them, or only look as if they did."""

    text: str
    language: str
    kind: str
    answers: frozenset[Place]
    useful: frozenset[Place]
    near: tuple[Place, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """Reports by their ids, as sentences, and questions on them."""

    key: str
    writer: str
    reports: Mapping[str, Row]
    questions: tuple[Question, ...]

    def sentences(self, report: str) -> tuple[str, ...]:
        return tuple(self.reports[report]["sentences"])

    def window(self, place: Place, question: Question, rng: random.Random) -> Window:
        """A sentence with what stands next to it."""
        report, number = place
        says = frozenset(at for of, at in question.answers if of == report)
        return around(self.sentences(report), number, says, rng)


@functools.cache
def cases() -> tuple[Case, ...]:
    """All cases, those of one writer together."""
    paths = sorted(HERE.glob("*.jsonl"))
    lines = ((path.stem, line) for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(_case(writer, json.loads(line)) for writer, line in lines)


def learnt() -> tuple[tuple[Case, Question], ...]:
    """The questions that are learnt from, with their cases."""
    return tuple((case, question) for case in cases() if case.writer not in HELD_OUT for question in case.questions)


def draw(rng: random.Random) -> Group:
    """A question with a window or two that say it, and one or two that only look so."""
    return group_of(*rng.choice(learnt()), rng)


def group_of(case: Case, question: Question, rng: random.Random) -> Group:
    windows = []
    answers = sorted(question.answers)
    if answers:
        windows.append(case.window(rng.choice(answers), question, rng))
        elsewhere = [place for place in answers if place[0] not in {report for report, _ in answers[:1]}]
        if elsewhere and rng.random() < _TWICE:
            windows.append(case.window(rng.choice(elsewhere), question, rng))
    for _ in range(rng.choice((1, 2)) if answers else 2):
        windows.append(_unsaid(case, question, rng))
    text = question.text.lower().rstrip("?؟ ") if rng.random() < 0.15 else question.text
    return Group("answered", text, tuple(windows))


def _unsaid(case: Case, question: Question, rng: random.Random) -> Window:
    """A window that does not say what is asked, or whose middle does not."""
    chance = rng.random()
    if question.near and chance < _NEAR:
        return case.window(rng.choice(question.near), question, rng)
    if question.answers and chance < _WITHOUT:
        report, number = rng.choice(sorted(question.answers))
        said = {at for of, at in question.answers if of == report}
        left = [text for at, text in enumerate(case.sentences(report)) if at not in said]
        if left:
            return around(left, min(number, len(left) - 1), frozenset(), rng)
    report = rng.choice(sorted(case.reports))
    return case.window((report, rng.randrange(len(case.sentences(report)))), question, rng)


def articles(of: Iterable[Case]) -> list[Row]:
    """The reports of some cases as articles."""
    return [
        {
            "id": f"{case.key}{report}",
            "url": f"https://{case.writer}.example/{case.key}/{report}",
            "title": row["title"],
            "text": " ".join(row["sentences"]),
            "publisher": row["publisher"],
            "published": row["published"],
        }
        for case in of
        for report, row in case.reports.items()
    ]


def queries(of: Iterable[Case]) -> list[Row]:
    """The questions of some cases, with the sentences that answer them, asked after the case's last report."""
    return [
        {
            "id": f"{case.key}-q{number}",
            "query": question.text,
            "as_of": (max(_written(row) for row in case.reports.values()) + _LATER).isoformat(),
            "gold_quotes": [case.sentences(report)[at] for report, at in sorted(question.answers)],
            "useful_quotes": [case.sentences(report)[at] for report, at in sorted(question.useful)],
            "relevant_ids": [f"{case.key}{report}" for report in sorted({of for of, _ in question.answers})],
            "type": question.kind if question.answers else "unanswerable",
        }
        for case in of
        for number, question in enumerate(case.questions)
    ]


def _written(row: Row) -> datetime:
    return datetime.fromisoformat(row["published"].replace("Z", "+00:00"))


def _case(writer: str, row: Row) -> Case:
    reports = {report["id"]: report for report in row["reports"]}
    return Case(row["id"], writer, reports, tuple(_question(question) for question in row["questions"]))


def _question(row: Row) -> Question:
    def places(name: str) -> list[Place]:
        return [(report, number) for report, number in row.get(name, [])]

    return Question(
        row["q"],
        row["lang"],
        row["kind"],
        frozenset(places("answers")),
        frozenset(places("useful")),
        tuple(places("near")),
    )
