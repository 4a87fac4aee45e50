"""Rival figures and rival accounts of the same thing, each with who holds it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from datetime import date

from index.answers.attribution import Attribution
from index.answers.figures import Figure
from index.answers.gazetteer import canonical
from index.answers.question import Question
from index.answers.ranking import Candidate
from index.text.terms import terms
from index.text.wordlists import words

# Kinds of people that are counted apart: so many dead, of them so many children.
_APART = {
    "children": words("child children kid boy girl babi infant minor newborn"),
    "women": words("woman women womn"),
}


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
# What is counted over months or years is no rival of what one incident cost.
_CUMULATIVE = re.compile(
    rf"\bsince (?:the (?:start|beginning|outbreak)|(?:early |late |mid-)?(?:{_MONTH}|\d{{4}})\b"
    r"|(?:last )?(?:year|month))"
    rf"|\bbetween {_MONTH} and\b|\bso far this (?:year|month)\b"
    r"|\b(?:in|over|during) the (?:last|past) (?:\w+ )?(?:months|years?)\b",
    re.IGNORECASE,
)
# Counted together more often than not: a position on one says what it has of the other.
_CASUALTIES = ("killed", "wounded")


@dataclasses.dataclass(frozen=True, slots=True)
class Held:
    """One position: what is held, in which sentence, by whom."""

    value: str
    candidate: Candidate
    who: Attribution
    low: float = 0.0
    high: float = 0.0

    @property
    def speaker(self) -> str:
        return canonical(self.who.speaker or self.who.chain[-1])

    @property
    def written(self) -> date | None:
        return self.candidate.report.written


@dataclasses.dataclass(frozen=True, slots=True)
class Dispute:
    """Positions that can not all be right, or that grew with time; ordered by time, then size."""

    about: str
    held: tuple[Held, ...]


def figures_held(question: Question, candidates: Sequence[Candidate], outcomes: Sequence[str]) -> list[Held]:
    """What the sentences say of how many met these outcomes, or, with none, of how many there are of what is asked.

    One position a speaker and value; the first with a value come before those that repeat it, and vague ones stand
    only where little else is known.
    """
    found: list[Held] = []
    for candidate in candidates:
        if _CUMULATIVE.search(candidate.sentence.text) and not _CUMULATIVE.search(question.text):
            continue
        counts = [(outcome, _fitting(question, candidate, outcome)) for outcome in outcomes or ("",)]
        whole = [figure for _, figures in counts for figure in figures if not figure.part or _apart(question)]
        if not whole:
            continue
        beside = [one for one in _CASUALTIES if set(outcomes) & set(_CASUALTIES) and one not in outcomes]
        counts += [(outcome, _fitting(question, candidate, outcome)) for outcome in beside]
        value = ", ".join(_value(candidate, figures, outcome) for outcome, figures in counts if figures)
        most = max(whole, key=lambda figure: figure.high)
        who = candidate.report.attributions[candidate.sentence.number].at(most.start)
        held = Held(value, candidate, who, most.low, most.high)
        if not any(_same_position(held, other) for other in found):
            found.append(held)
    exact = [one for one in found if one.low == one.high and one.low > 1]
    kept = exact if len(exact) >= 3 else found
    first = {one.low: one for one in reversed(kept)}
    return sorted(kept, key=lambda one: first[one.low] is not one)


def _fitting(question: Question, candidate: Candidate, outcome: str) -> list[Figure]:
    """The figures of a sentence that count what is asked, parts of a whole included."""
    apart = _apart(question)
    fitting = [one for one in candidate.sentence.figures if _counts(question, one, outcome, apart)]
    return fitting if any(not one.part or apart for one in fitting) else []


def _value(candidate: Candidate, figures: Sequence[Figure], outcome: str) -> str:
    """ "at least four [4] and 3 soldiers killed (two [2] women)": as written, words also in digits, parts apart."""
    whole = [one for one in figures if not one.part] or list(figures)
    parts = [one for one in figures if one.part and one not in whole]
    said = "injured" if outcome == "wounded" and "injur" in candidate.sentence.text.lower() else outcome
    inside = f" ({', '.join(map(_number, parts[:2]))})" if parts else ""
    return f"{' and '.join(map(_number, whole[:3]))} {said}".strip() + inside


def _number(figure: Figure) -> str:
    counted = figure.counted if figure.is_of_people_kind or not figure.outcome else ""
    counted = counted if len(counted) < 40 else ""
    if figure.low == figure.high and not re.search(r"\d", figure.value):
        return f"{figure.value} [{figure.low:.0f}] {counted}".strip()
    return figure.counting(counted)


def _same_position(one: Held, other: Held) -> bool:
    return (one.low, one.high) == (other.low, other.high) and same_speaker(one.speaker, other.speaker)


def same_speaker(one: str, other: str) -> bool:
    """Whether two ways of naming a speaker mean the same: one has all the words of the other."""
    here, there = set(re.findall(r"\w+", one)), set(re.findall(r"\w+", other))
    if not here or not there:
        return False
    surnames = one.split()[-1] == other.split()[-1] and len(one.split()[-1]) > 5
    return surnames or here <= there or there <= here


def figure_dispute(held: Sequence[Held], about: str) -> Dispute | None:
    """A dispute, where speakers or days differ over the number."""
    if not any(_differ(one, other) for one in held for other in held):
        return None
    return Dispute(about, tuple(sorted(held, key=lambda one: (one.written or date.min, one.low))))


def _differ(one: Held, other: Held) -> bool:
    apart = not same_speaker(one.speaker, other.speaker) or one.written != other.written
    return apart and (one.low, one.high) != (other.low, other.high)


def _apart(question: Question) -> str:
    asked = set(question.terms) | set(question.counted)
    return next((kind for kind, stems in _APART.items() if stems & asked or kind in asked), "")


def _counts(question: Question, figure: Figure, outcome: str, apart: str) -> bool:
    counted = set(terms(figure.counted))
    added = figure.value.lower().startswith(("another", "additional")) and outcome == "killed"
    if figure.projected or added or figure.counted.lower().startswith("more"):
        return False
    if not outcome:
        return bool(question.counted) and set(terms(figure.head)) == set(question.counted[-1:])
    if figure.outcome != outcome:
        return False
    kind = next((kind for kind, stems in _APART.items() if stems & counted), "")
    return kind == apart if apart else figure.part or not kind
