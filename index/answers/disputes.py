"""Rival figures and rival accounts of the same thing, each with who holds it."""

from __future__ import annotations

import dataclasses
import re
import statistics
from collections.abc import Sequence
from datetime import date, timedelta

from index.answers.attribution import Attribution
from index.answers.dates import absolute
from index.answers.figures import Figure
from index.answers.gazetteer import canonical
from index.answers.question import Question
from index.answers.ranking import Candidate
from index.language.terms import terms
from index.language.wordlists import words

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
_LONG = timedelta(days=31)
# Counted together more often than not: a position on one says what it has of the other.
_CASUALTIES = ("killed", "wounded")
# Things counted together: "how many drones and missiles".
_TOGETHER = re.compile(r"\bhow many (?:\w+ )?\w+ and (?!were|was|are|is|who|how|did)\w+", re.IGNORECASE)
# So many times the middle of what is said is of something else.
_OUTLIER = 20.0
# A count that the same sentence takes back.
_EARLIER = re.compile(
    r"\b(?:earlier|previous|initial|preliminary|first)\s+(?:death\s+)?(?:toll|count|figure|report)\b[^.]{0,40}$",
    re.IGNORECASE,
)
_FIGHTERS = words(
    "fighter milit gunman gunmen rebel insurg terrorist jihadist extremist soldier troop militiaman militiamen"
)
_BODIES = words("bodi corps remain")
# A side's own losses, told beside another's: "two of its soldiers".
_SOLDIERS = words("soldier troop offic servicemen")
_CIVILIANS = words("civilian resid inhabit citizen bystand worshipp")


@dataclasses.dataclass(frozen=True, slots=True)
class Held:
    """One position: what is held, in which sentence, by whom."""

    value: str
    candidate: Candidate
    who: Attribution
    low: float = 0.0
    high: float = 0.0
    # Bodies are counted.
    of_the_lifeless: bool = False

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
        if _is_cumulative(candidate) and not _CUMULATIVE.search(question.text):
            continue
        counts = [(outcome, _fitting(question, candidate, outcome)) for outcome in outcomes or ("",)]
        whole = [figure for _, figures in counts for figure in figures if not figure.part or _apart(question)]
        if not whole:
            continue
        beside = [one for one in _CASUALTIES if set(outcomes) & set(_CASUALTIES) and one not in outcomes]
        counts += [(outcome, _fitting(question, candidate, outcome)) for outcome in beside]
        value = ", ".join(_value(candidate, figures, outcome) for outcome, figures in counts if figures)
        # Who asks for bodies found is not told of people killed.
        value = value.removesuffix(" killed") if set(question.counted) & _BODIES else value
        most = max(whole, key=lambda figure: figure.high)
        who = candidate.report.attributions[candidate.sentence.number].at(most.start)
        held = Held(value, candidate, who, most.low, most.high, most.is_of_the_lifeless)
        if not any(_same_position(held, other) for other in found):
            found.append(held)
    found = _comparable(found)
    exact = [one for one in found if one.low == one.high and one.low > 1]
    kept = exact if len(exact) >= 3 else found
    first = {one.low: one for one in reversed(kept)}
    return sorted(kept, key=lambda one: first[one.low] is not one)


def _is_cumulative(candidate: Candidate) -> bool:
    """Whether a sentence counts over months: "since March 18" is no long time in a report of April 1."""
    text, written = candidate.sentence.text, candidate.report.written
    if not _CUMULATIVE.search(text):
        return False
    return written is None or not any(span.is_day and written - span.first < _LONG for span in absolute(text, written))


def _comparable(found: list[Held]) -> list[Held]:
    """Without the dead of a whole war among those of an incident, and without "dozens" where a number says so too."""
    if not found:
        return []
    middle = statistics.median(max(1.0, one.high) for one in found)
    near = [one for one in found if one.high <= _OUTLIER * middle]
    exact = [one for one in near if one.high < 2 * one.low]
    return [one for one in near if one in exact or not any(one.low <= other.low <= one.high for other in exact)]


def _fitting(question: Question, candidate: Candidate, outcome: str) -> list[Figure]:
    """The figures of a sentence that count what is asked, parts of a whole included."""
    apart = _apart(question)
    text = candidate.sentence.text
    fitting = [one for one in candidate.sentence.figures if _counts(question, one, outcome, apart)]
    fitting = [one for one in fitting if not _EARLIER.search(text[: one.start])] or fitting
    if all(_is_of_others(question, one) for one in fitting):
        return []
    return fitting if any(not one.part or apart for one in fitting) else []


def _value(candidate: Candidate, figures: Sequence[Figure], outcome: str) -> str:
    """ "at least four [4] and 3 soldiers killed (two [2] women)": as written, words also in digits, parts apart."""
    whole = _each_once([one for one in figures if not one.part] or figures)
    parts = [one for one in figures if one.part and one not in whole]
    if outcome == "killed" and all(one.is_of_the_lifeless for one in whole):
        return " and ".join(one.counting(one.counted) for one in whole[:3])
    said = "injured" if outcome == "wounded" and "injur" in candidate.sentence.text.lower() else outcome
    inside = f" ({', '.join(map(_number, parts[:2]))})" if parts else ""
    return f"{' and '.join(map(_number, whole[:3]))} {said}".strip() + inside


def _each_once(figures: Sequence[Figure]) -> list[Figure]:
    """Each number once, as it is hedged where it is hedged: a headline often runs into the sentence that says it."""
    best: dict[tuple[float, float], Figure] = {}
    for figure in figures:
        known = best.get((figure.low, figure.high))
        if known is None or len(figure.value) > len(known.value):
            best[figure.low, figure.high] = figure
    return sorted(best.values(), key=lambda one: one.start)


def _number(figure: Figure) -> str:
    counted = figure.counted if figure.is_of_people_kind or not figure.outcome else ""
    counted = counted if len(counted) < 40 else ""
    if figure.low == figure.high and not re.search(r"\d", figure.value):
        return dataclasses.replace(figure, value=f"{figure.value} [{figure.low:.0f}]").counting(counted)
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
        sought = set(question.counted) if _TOGETHER.search(question.text) else set(question.counted[-1:])
        return bool(sought) and set(terms(figure.head)) <= sought <= counted
    if figure.outcome != outcome:
        return False
    if (
        figure.counted.lower().startswith(("its ", "their "))
        and counted & _SOLDIERS
        and not counted & set(question.terms)
    ):
        return False
    kind = next((kind for kind, stems in _APART.items() if stems & counted), "")
    return kind == apart if apart else figure.part or not kind


def _is_of_others(question: Question, figure: Figure) -> bool:
    """Whether fighters are counted where civilians are asked for, or the other way round."""
    counted = set(terms(figure.counted))
    asked = set(question.counted) | set(question.terms)
    return bool((asked & _CIVILIANS and counted & _FIGHTERS) or (asked & _FIGHTERS and counted & _CIVILIANS))
