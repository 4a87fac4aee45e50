"""Whether a piece of text has what this kind of question asks for: a number, a person, a place, a time, a cause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from index.answers.dates import absolute, relative
from index.answers.figures import Figure
from index.answers.gazetteer import canonical, is_place, names_in
from index.answers.question import Question
from index.language.terms import terms
from index.language.tokens import tokens

_CAUSE = re.compile(r"\b(?:because|due to|in response|after|since|in order to|prompted|as a result|so that|over)\b")
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]?\d{0,2}\s*(?:a\.?m|p\.?m|gmt)\b|\b(?:19|20)\d\d\b|\b(?:week|month|year|day|hour)s?\b", re.IGNORECASE
)
_PERSON = re.compile(r"\b[A-Z][\w'’-]+\s+(?:[A-Z][\w'’.-]+|al-[A-Z][\w-]+)")
_NEAR_PLACE = re.compile(
    r"\b(?:in|at|near|from|outside|inside|around|north|south|east|west|of|to)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?[A-Z]\w+"
)
_SPEECH = re.compile(r"[\"“”]|\b(?:said|says|told|added|stated|according|warned|claimed|denied|accused|announced)\b")


def fit(question: Question, text: str, counts: Sequence[Figure], written: date | None) -> dict[str, float]:
    """The features, each from 0 to 1, of the question's kind; none where any sentence may answer.

    `counts` are the figures in `text`, `written` the day of its report.
    """
    kind = question.kind
    if kind == "figure":
        return _figure_fit(question, counts)
    if kind == "who":
        return {"who": _newcomer(question, text), "spoken": float(bool(_SPEECH.search(text)))}
    if kind == "where":
        places = [name for name in names_in(text) if is_place(name)]
        asked = {canonical(name) for name in question.names}
        fresh = any(canonical(name) not in asked for name in places)
        return {"where": 1.0 if fresh else 0.5 if _NEAR_PLACE.search(text) else 0.0}
    if kind == "when":
        dated = written is not None and bool(relative(text, written))
        weekday = bool(re.search(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", text))
        clock = bool(_CLOCK.search(text))
        return {"when": 1.0 if absolute(text) or dated or weekday else 0.7 if clock else 0.0}
    if kind == "why":
        return {"why": float(bool(_CAUSE.search(text)))}
    if kind in {"said", "blame"}:
        return {"said": float(bool(_SPEECH.search(text)))}
    return {}


def on_day(question: Question, text: str, written: date | None) -> float:
    """1 where the text tells of the day asked about, a half where it names no day and was written then."""
    first, last = question.time.first, question.time.last
    if first is None or last is None:
        return 0.0
    told = [*absolute(text, written), *(relative(text, written) if written else ())]
    if told:
        return float(any(span.first <= last and first <= span.last for span in told))
    return 0.5 * (written is not None and first <= written <= last + timedelta(days=2))


def _newcomer(question: Question, text: str) -> float:
    """1 where the sentence names a person the question does not, less for any other new name."""
    asked = " ".join(question.names).lower()
    people = [found.group() for found in _PERSON.finditer(text)]
    if any(not any(word.lower() in asked for word in person.split()) for person in people):
        return 1.0
    names = [token.text for token in tokens(text)[1:] if token.is_name]
    return 0.6 if any(name.lower() not in asked for name in names) else 0.0


def _figure_fit(question: Question, counts: Sequence[Figure]) -> dict[str, float]:
    outcome = any(figure.outcome in question.outcomes for figure in counts)
    counted = set(question.counted)
    same = any(counted & set(terms(figure.counted)) for figure in counts)
    return {
        "outcome": float(outcome),
        "counted": float(same),
        "number": float(bool(counts)),
    }
