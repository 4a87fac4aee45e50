"""Statements as candidates for an answer: what speaks for each, weighed as was learned from annotated questions."""

from __future__ import annotations

import dataclasses
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np

from index.answers.inquiry import Inquiry
from index.answers.newcomers import is_newcomer
from index.answers.setting import day_match, names, once, place_match
from index.articles import Hit
from index.language.dates import date_spans
from index.language.terms import terms
from index.language.tokens import tokens
from index.language.wordlists import words
from index.reports.counts import COMBATANTS, EVERYBODY
from index.reports.records import Figure
from index.reports.report import Report, Testimony

# A statement nearer in meaning than so many standard deviations above the others is as near as can be.
_NEAREST = 4.0
# A statement of fewer stems says too little to be shown alone.
_SHORT = 4
# Of fewer statements none stands out.
_FEW = 4
# A year is no number of anything; and what is measured stands within so many words of its number.
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOSE = 4
# A country is mostly named as who acts, and tells so much of where.
_A_COUNTRY = 0.3
# Those who were at one place together: a later count of the dead there calls them people.
_CROWDS = words("worshippers residents tourists protesters migrants")


@dataclasses.dataclass(frozen=True, eq=False)
class Candidate:
    """A statement with its features and the score they come to: the higher, the likelier it answers."""

    testimony: Testimony
    features: Mapping[str, float]
    score: float

    @property
    def report(self) -> Report:
        return self.testimony.report


@dataclasses.dataclass(frozen=True, slots=True)
class Unit:
    """A stem of the question with its weight among the statements found."""

    stem: str
    weight: float


def units(inquiry: Inquiry, reports: Sequence[Report]) -> list[Unit]:
    """The question's stems, weighed by how few of the sentences found have them. A name that the reports only have in
    another spelling or script counts as they spell it."""
    pool = [stems for report in reports for stems in report.stems]
    counts = Counter(stem for stems in pool for stem in stems)
    wanted = dict.fromkeys(inquiry.terms)
    for name in inquiry.names:
        if name.stems and not any(counts[stem] for stem in name.stems) and (spelled := _spelled(name, reports)):
            wanted = dict.fromkeys([*(stem for stem in wanted if stem not in name.stems), *spelled])
    return [Unit(stem, max(0.1, math.log((len(pool) + 1.5) / (counts[stem] + 0.5)))) for stem in wanted]


def _spelled(name: Inquiry.Name, reports: Sequence[Report]) -> tuple[str, ...]:
    """The stems of what reports mostly call a place that a question names; none where they do not name it."""
    mentions = (
        mention
        for report in (reports if name.place_ids else ())
        for statement in report.reading.statements
        for mention in statement.places
        if mention.place_id in name.place_ids
    )
    called = Counter(mention.name for mention in mentions)
    return tuple(terms(called.most_common(1)[0][0])) if called else ()


def cover(wanted: Sequence[Unit], stems: frozenset[str]) -> float:
    """The share of the question's weight that stands among `stems`."""
    total = sum(unit.weight for unit in wanted)
    return sum(unit.weight for unit in wanted if unit.stem in stems) / total if total else 0.0


def gather(
    inquiry: Inquiry, reports: Sequence[Report], hits: Sequence[Hit]
) -> list[tuple[Testimony, dict[str, float]]]:
    """Every statement of the reports with its features."""
    wanted = units(inquiry, reports)
    scores, meanings = scaled(hits, reports), nearness(inquiry, reports)
    rows: list[tuple[Testimony, dict[str, float]]] = []
    best = {report.article_id: _best_passage(report, scores) for report in reports}
    order = {key: place for place, key in enumerate(sorted(best, key=lambda key: -best[key]))}
    for report in reports:
        whole = {
            "article": best[report.article_id],
            "first": 1.0 / (1 + order[report.article_id]),
            "about": cover(wanted, report.head),
            "whole": cover(wanted, report.whole),
            "named": _named(inquiry, report),
            "foreign": float(report.reading.language != inquiry.language),
        }
        for testimony in report.testimonies:
            passage = scores.get(report.passage_at(testimony.statement.start), 0.0)
            before, after = _beside_it(testimony, meanings)
            own = {"meaning": meanings.get(testimony.key, 0.0), "passage": passage, "before": before, "after": after}
            rows.append((testimony, whole | own | _words(wanted, testimony) | fits(inquiry, testimony)))
    return rows


def nearness(inquiry: Inquiry, reports: Sequence[Report]) -> dict[tuple[str, int], float]:
    """How near in meaning each statement is to the question among all of them, from 0 for the mean one to 1: models
    differ in what a cosine says, not in which is the largest."""
    cosines = {
        testimony.key: cosine
        for report in reports
        for testimony in report.testimonies
        if (cosine := cosine_of(inquiry, testimony)) is not None
    }
    if len(cosines) < _FEW:
        return dict.fromkeys(cosines, 1.0)
    values = np.fromiter(cosines.values(), float)
    mean, spread = float(values.mean()), max(float(values.std()), 1e-6)
    return {key: min(1.0, max(-1.0, (value - mean) / spread / _NEAREST)) for key, value in cosines.items()}


def _beside_it(testimony: Testimony, meanings: Mapping[tuple[str, int], float]) -> tuple[float, float]:
    """How near in meaning to the question the sentences before and after a statement's own are: what they are about, it
    may go on with; 0 where there is none."""
    statements, sentence = testimony.report.testimonies, testimony.statement.sentence

    def nearness_of(numbers: Iterable[int]) -> float:
        beside = next((at for at in numbers if statements[at].statement.sentence != sentence), None)
        return 0.0 if beside is None else meanings.get(statements[beside].key, 0.0)

    return (
        nearness_of(range(testimony.number - 1, -1, -1)),
        nearness_of(range(testimony.number + 1, len(statements))),
    )


@once
def cosine_of(inquiry: Inquiry, testimony: Testimony) -> float | None:
    """The cosine of a statement and the question, None where the statement has no vector."""
    return None if testimony.vector is None else float(testimony.vector @ inquiry.vector)


def weighed(rows: Sequence[tuple[Testimony, Mapping[str, float]]], weights: Mapping[str, float]) -> list[Candidate]:
    """The statements with their scores, the likeliest first."""
    found = [
        Candidate(testimony, features, sum(weights.get(name, 0.0) * value for name, value in features.items()))
        for testimony, features in rows
    ]
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.testimony.key))


def scaled(hits: Sequence[Hit], reports: Sequence[Report]) -> dict[str, float]:
    """The scores of the passages found, from 1 for the best to 0 for the last, whatever scale the search uses; in each
    language by itself, for words only count in the question's own."""
    language = {report.article_id: report.reading.language for report in reports}
    by_language: dict[str, list[Hit]] = {}
    for hit in hits:
        by_language.setdefault(language.get(hit.passage.article_id, ""), []).append(hit)
    scores: dict[str, float] = {}
    for group in by_language.values():
        best, least = max(hit.score for hit in group), min(hit.score for hit in group)
        room = max(best - least, 1e-9)
        scores |= {hit.passage.passage_id: (hit.score - least) / room for hit in group}
    return scores


def _best_passage(report: Report, scores: Mapping[str, float]) -> float:
    return max((scores.get(span.passage_id, 0.0) for span in report.spans), default=0.0)


@once
def _named(inquiry: Inquiry, report: Report) -> float:
    """The share of the question's names that the report has, in whatever spelling its places and actors are known."""
    if not inquiry.names:
        return 1.0
    return sum(names(report, name) for name in inquiry.names) / len(inquiry.names)


def _words(wanted: Sequence[Unit], testimony: Testimony) -> dict[str, float]:
    stems, sentence = testimony.report.stems, testimony.statement.sentence
    own = cover(wanted, stems[sentence])
    around = cover(wanted, frozenset().union(*stems[max(0, sentence - 1) : sentence + 2]))
    count = len(testimony.stems)
    text = testimony.text
    return {
        "cover": own,
        "around": around - own,
        "pairs": _pairs(wanted, testimony),
        "lead": float(sentence < 2),
        "depth": min(sentence, 30) / 30,
        "short": float(count < _SHORT),
        "long": max(0.0, len(text) - 220) / 200,
        "fresh": min(len(testimony.stems - {unit.stem for unit in wanted}), 12) / 12,
        "asks": float(text.rstrip().endswith(("?", "؟"))),
        "own": float(testimony.statement.kind == "own"),
        "background": float(testimony.statement.background),
    }


def _pairs(wanted: Sequence[Unit], testimony: Testimony) -> float:
    """The share of neighbouring stems of the question that stand close in the statement."""
    if len(wanted) < 2:
        return 0.0
    places: dict[str, int] = {}
    for place, stem in enumerate(testimony.terms):
        places.setdefault(stem, place)
    close = sum(
        unit.stem in places and following.stem in places and abs(places[unit.stem] - places[following.stem]) <= 3
        for unit, following in pairwise(wanted)
    )
    return close / (len(wanted) - 1)


@once
def fits(inquiry: Inquiry, testimony: Testimony) -> dict[str, float]:
    """Whether a statement has what a question of its kind is after; where and when it tells of."""
    found = {"place": place_match(inquiry, testimony), "day": day_match(inquiry, testimony)}
    statement = testimony.statement
    match inquiry.kind:
        case "figure" if inquiry.asks_for_toll:
            figures = statement.figures
            asked = any(counts(inquiry, figure) for figure in figures)
            found |= {"fit_figure": float(asked), "fit_number": float(bool(figures))}
        case "figure":
            measured = any(figure.counted in inquiry.counted for figure in statement.figures)
            numbers = numbered(testimony.text)
            beside = not inquiry.counted and _beside(inquiry.measured, testimony.text, numbers)
            found |= {"fit_figure": float(measured or beside), "fit_number": float(measured or bool(numbers))}
        case "who":
            found["fit_who"] = is_newcomer(inquiry, testimony)
        case "where":
            fresh = [mention for mention in statement.places if mention.place_id not in inquiry.place_ids]
            found["fit_where"] = max((_A_COUNTRY if mention.is_country else 1.0 for mention in fresh), default=0.0)
        case "when":
            found["fit_when"] = float(bool(statement.days) or _tells_time(testimony))
        case "blame":
            found["fit_blame"] = float(any(act.agent.name for act in statement.acts) or bool(statement.parties))
        case "said" | "source":
            found["fit_said"] = float(statement.kind != "own")
        case "yesno":
            found["fit_yesno"] = float(any(act.verb in inquiry.deeds for act in statement.acts))
        case _:
            pass
    return found


def _tells_time(testimony: Testimony) -> bool:
    """Whether a statement has a date, a month or a year."""
    return bool(date_spans(testimony.text, testimony.report.reading.language, testimony.report.written))


def numbered(text: str) -> list[int]:
    """The places of a text's tokens that are numbers in digits, other than years."""
    parts = tokens(text)
    return [at for at, part in enumerate(parts) if part.text[0].isdigit() and not _YEAR.fullmatch(part.text)]


def _beside(stems: frozenset[str], text: str, numbers: Sequence[int]) -> bool:
    """Whether one of some stems stands close to one of the numbers of a text."""
    parts = tokens(text)
    close = {at for number in numbers for at in range(max(0, number - _CLOSE), number + _CLOSE + 1)}
    return any(not stems.isdisjoint(terms(parts[at].text)) for at in sorted(close) if at < len(parts))


def counts(inquiry: Inquiry, figure: Figure) -> bool:
    """Whether a figure is of what the question counts."""
    if inquiry.outcomes and figure.outcome not in inquiry.outcomes:
        return False
    if not inquiry.counted or inquiry.counted & EVERYBODY:
        return bool(inquiry.outcomes) or (figure.counted in EVERYBODY and bool(figure.counted or figure.outcome))
    if figure.counted in inquiry.counted or (inquiry.counted & COMBATANTS and figure.counted in COMBATANTS):
        return True
    everybody = bool(inquiry.outcomes) and figure.counted in EVERYBODY
    return everybody and (figure.value == 0 or bool(inquiry.counted & (COMBATANTS | _CROWDS | {"civilians"})))
