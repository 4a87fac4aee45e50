"""An incident that a question tells by what it counts itself: the five rockets. Its reports count the same.

A report of it also looks back: on others' dead, on those of a whole campaign. Where its reports say that nobody was
hurt, these are no answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.answers.candidates import Candidate
from index.answers.incidents import beside
from index.answers.inquiry import Inquiry
from index.reports.counts import COMBATANTS, EVERYBODY, Count
from index.reports.figures import figures_in
from index.reports.records import Figure
from index.reports.report import Report, Testimony

# What is told of the incident stands in so many sentences behind the one that counts what the question counts.
_NEXT = 3
_ARMS = frozenset({"missiles", "drones", "shells", "bombs", "attacks", "strikes"})


def named_by_count(inquiry: Inquiry) -> tuple[Figure, ...]:
    """The things that a question counts itself: five rockets."""
    figures = figures_in(inquiry.text, 0, len(inquiry.text), inquiry.language, None)
    return tuple(figure for figure in figures if figure.counted in _ARMS - inquiry.counted and figure.value > 1)


def of_the_same(things: Sequence[Figure], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of reports that count these things alike, and of those of the same days and place; all where none
    counts them so."""
    reports = {candidate.report for candidate in candidates}
    alike = [report for report in reports if things and _counts(things, report)]
    same = {report for report in reports if report in alike or any(beside(other, report) for other in alike)}
    return [candidate for candidate in candidates if candidate.report in same] or list(candidates)


def nobody_hurt(inquiry: Inquiry, figure: Figure) -> bool:
    """Whether a figure says that nobody was hurt, which answers how many were killed."""
    everybody = figure.counted in EVERYBODY | COMBATANTS
    return figure.value == 0 and figure.outcome == "wounded" and everybody and "killed" in inquiry.outcomes


def without_looking_back(things: Sequence[Figure], telling: Sequence[Count]) -> list[Count]:
    """The counts, without those that stand apart from what tells of the incident, where one says that nobody was."""
    none = [count for count in telling if count.figure.value == 0 and not count.testimony.statement.background]
    if not none:
        return list(telling)
    saying = {count.testimony.report for count in none if count.testimony.speaker is None}
    return [
        count
        for count in telling
        if count in none
        # Whoever says that there were none does not count them a sentence later: those are others.
        or (is_of_it(things, count.testimony) and (count.testimony.speaker or count.testimony.report not in saying))
    ]


def is_of_it(things: Sequence[Figure], testimony: Testimony) -> bool:
    """Whether a statement stands with the first that counts these things, and does not look back."""
    places = [
        statement.sentence
        for statement in testimony.report.reading.statements
        if any(_is_alike(thing, figure) for thing in things for figure in statement.figures)
    ]
    if not places or testimony.statement.background:
        return False
    return any(0 <= testimony.statement.sentence - place <= _NEXT for place in places)


def _counts(things: Sequence[Figure], report: Report) -> bool:
    figures = [figure for statement in report.reading.statements for figure in statement.figures]
    return all(any(_is_alike(thing, figure) for figure in figures) for thing in things)


def _is_alike(thing: Figure, figure: Figure) -> bool:
    return thing.counted == figure.counted and thing.value in (figure.value, figure.low)
