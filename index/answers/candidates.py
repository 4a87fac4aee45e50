"""Statements as candidates for an answer: what speaks for each, weighed as was learned from annotated questions."""

from __future__ import annotations

import dataclasses
import functools
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

import numpy as np

from index.answers.inquiry import Inquiry
from index.articles import Hit
from index.language.dates import date_spans
from index.language.reporting import folded
from index.language.terms import terms
from index.language.tokens import tokens
from index.places import Place, near, table, within
from index.reports.counts import COMBATANTS, EVERYBODY
from index.reports.offices import offices
from index.reports.records import Figure, PlaceMention
from index.reports.report import Report, Testimony, narrowest
from index.reports.romanised import skeleton

# A statement nearer in meaning than so many standard deviations above the others is as near as can be.
_NEAREST = 4.0
# A statement of fewer stems says too little to be shown alone.
_SHORT = 4
# Of fewer statements none stands out.
_FEW = 4
# So many consonants of a name tell it, whatever its ending.
_STEM = 4
_LATE = timedelta(days=2)
# A year is no number of anything; and what is measured stands within so many words of its number.
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOSE = 4
# What lies so near a city is told of as near it.
_NEAR_KM = 30.0

Of = TypeVar("Of", Report, Testimony)
Result = TypeVar("Result")


def _once(work: Callable[[Inquiry, Of], Result]) -> Callable[[Inquiry, Of], Result]:
    """The same function, which works each of a question's statements or reports out once: statements are gathered
    again when more of them were found."""

    @functools.wraps(work)
    def worked_out(inquiry: Inquiry, of: Of) -> Result:
        key = (work.__name__, of)
        if key not in inquiry.worked_out:
            inquiry.worked_out[key] = work(inquiry, of)
        result: Result = inquiry.worked_out[key]
        return result

    return worked_out


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
        for report in reports
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
            own = {"meaning": meanings.get(testimony.key, 0.0), "passage": passage}
            rows.append((testimony, whole | own | _words(wanted, testimony) | fits(inquiry, testimony)))
    return rows


def nearness(inquiry: Inquiry, reports: Sequence[Report]) -> dict[tuple[str, int], float]:
    """How near in meaning each statement is to the question among all of them, from 0 for the mean one to 1: models
    differ in what a cosine says, not in which is the largest."""
    cosines = {
        testimony.key: float(testimony.vector @ inquiry.vector)
        for report in reports
        for testimony in report.testimonies
        if testimony.vector is not None
    }
    if len(cosines) < _FEW:
        return dict.fromkeys(cosines, 1.0)
    values = np.fromiter(cosines.values(), float)
    mean, spread = float(values.mean()), max(float(values.std()), 1e-6)
    return {key: min(1.0, max(-1.0, (value - mean) / spread / _NEAREST)) for key, value in cosines.items()}


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


@_once
def _named(inquiry: Inquiry, report: Report) -> float:
    """The share of the question's names that the report has, in whatever spelling its places and actors are known."""
    if not inquiry.names:
        return 1.0
    return sum(names(report, name) for name in inquiry.names) / len(inquiry.names)


def names(report: Report, name: Inquiry.Name) -> bool:
    """Whether a report has a name of the question, in any spelling and script that is known."""
    if name.place_ids & frozenset(report.reading.places) or (name.actor and name.actor in _actors(report)):
        return True
    if name.stems and name.stems <= report.whole:
        return True
    return bool(name.sounds) and all(_sounds(sound, report) for sound in name.sounds)


def _sounds(sound: str, report: Report) -> bool:
    """Whether a report has a word of that sound; its last consonant may differ, for endings do."""
    if sound in report.sounds:
        return True
    stem = sound[:-1]
    return len(stem) >= _STEM and any(word.startswith(stem) and len(word) <= len(sound) + 1 for word in report.sounds)


def _actors(report: Report) -> frozenset[str]:
    statements = report.reading.statements
    parties = {party.actor for statement in statements for party in statement.parties}
    return frozenset(parties | {voice.actor for statement in statements for voice in statement.voices})


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


@_once
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
            found["fit_who"] = _newcomer(inquiry, testimony)
        case "where":
            fresh = [mention for mention in statement.places if mention.place_id not in inquiry.place_ids]
            # A country is mostly named as who acts.
            found["fit_where"] = float(any(mention.place_id != mention.country for mention in fresh)) or 0.3 * bool(
                fresh
            )
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
    return everybody and (figure.value == 0 or bool(inquiry.counted & (COMBATANTS | {"civilians"})))


@_once
def place_match(inquiry: Inquiry, testimony: Testimony) -> float:
    """1 where a statement is of a place asked about, -1 where it names others alone, or where it names none and its
    report has none that is asked about; 0 where neither is known."""
    if not inquiry.place_ids:
        return 0.0
    report = testimony.report
    # A place outside the country that a report is set in may be another of that name, where its own is not named.
    countries = set(report.reading.places)
    inside = [
        place
        for place in testimony.statement.places
        if not report.home or place.country == report.home or place.country in countries
    ]
    named = narrowest(inside)
    if inquiry.covers(named or testimony.places) or _called_so(inquiry, testimony):
        return 1.0
    if named and any(place.place_id != place.country and not _around(inquiry, testimony, place) for place in inside):
        return -float(not names_another(inquiry, testimony))
    asked = [name for name in inquiry.names if name.place_ids]
    named_so = inquiry.covers(frozenset(report.reading.places)) or any(names(report, name) for name in asked)
    return 0.0 if named_so else -1.0


def names_another(inquiry: Inquiry, testimony: Testimony) -> bool:
    """Whether a statement has a name of the question that no table knows: it is of what is asked, wherever."""
    unknown = [name for name in inquiry.names if not name.place_ids and not name.actor and name.stems]
    return any(name.stems <= testimony.stems for name in unknown)


def _around(inquiry: Inquiry, testimony: Testimony, named: PlaceMention) -> bool:
    """Whether what a statement names is the region in which a place asked about lies: "Idlib province" of a town."""
    place = table().place(named.place_id)
    asked = inquiry.places
    if place is None or not any(inner.country == place.country for inner in asked):
        return False
    if any(within(inner, place) for inner in asked) or is_near(inquiry, place):
        return True
    of_one = any(inner.province and inner.province == place.province for inner in asked)
    return of_one and _is_called_region(testimony, named)


def is_near(inquiry: Inquiry, city: Place) -> bool:
    """Whether what is asked about lies so near a larger city that reports name that for it: "a town near Damascus"."""
    return any(inner.population < city.population and near(inner, city, _NEAR_KM) for inner in inquiry.places)


def _is_called_region(testimony: Testimony, named: PlaceMention) -> bool:
    """Whether "province" or "region" stands right beside a name."""
    text, roles = testimony.report.text, offices(testimony.report.reading.language)
    beside = [*text[max(0, named.start - 20) : named.start].split()[-1:], *text[named.end : named.end + 20].split()[:1]]
    named_roles = (roles.office(folded(word.strip(".,:;"))) for word in beside)
    return any(office is not None and "regional" in office.concepts for office in named_roles)


def _called_so(inquiry: Inquiry, testimony: Testimony) -> bool:
    """Whether a statement names a place that is called or sounds like one asked about: of several of one name another
    was taken."""
    called = {name.text.casefold() for name in inquiry.names if name.place_ids}
    if any(place.name.casefold() in called for place in testimony.statement.places):
        return True
    asked = {name.sounds for name in inquiry.names if name.place_ids and name.sounds}
    heard = [frozenset(skeleton(word) for word in place.name.split()) for place in testimony.statement.places]
    return any(sounds <= named for sounds in asked for named in heard)


def day_match(inquiry: Inquiry, testimony: Testimony) -> float:
    """1 where a statement tells of the days asked about, a half where it was written then, -1 where of other days."""
    first, last = inquiry.first, inquiry.last
    days = testimony.statement.days
    if first is None or last is None:
        return -1.0 if inquiry.begins is not None and days and max(days) < inquiry.begins else 0.0
    if days:
        return 1.0 if any(first <= day <= last for day in days) else -1.0
    written = testimony.report.written
    if written is None:
        return 0.0
    return 0.5 if first <= written <= last + _LATE else -0.5


def _newcomer(inquiry: Inquiry, testimony: Testimony) -> float:
    """1 where a statement names a party or a person that the question does not."""
    statement = testimony.statement
    named = {party.actor or party.name.casefold() for party in statement.parties}
    named |= {voice.name.casefold() for voice in statement.voices if voice.kind == "person"}
    if named - inquiry.actors:
        return 1.0
    asked = set(inquiry.text.casefold().split())
    return float(any(token.is_name and token.text.casefold() not in asked for token in tokens(testimony.text)[1:]))


def told_day(testimony: Testimony) -> date:
    """The day a statement tells of: the last that it names, else the day it was written."""
    return max(testimony.statement.days, default=testimony.report.written or date.min)
