"""What the reports found cover: the days that are asked about, the place, and how lately anybody wrote of it. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date, timedelta

from index.answers.dates import absolute, relative
from index.answers.evidence import Report
from index.answers.gazetteer import is_country, is_place, is_town, proper_name
from index.answers.naming import has_name, is_named
from index.answers.question import Question
from index.answers.ranking import Candidate
from index.articles import Hit
from index.language.terms import terms

# A report of what happened comes within so many days of it; later ones look back.
_LATER, _MUCH_LATER = timedelta(days=21), timedelta(days=90)
# Among news each day of age counts so much against a sentence.
_AGE = 0.08
# A report is about a town that its head names, and about a country that so many of its sentences name besides: what is
# told happens in towns, and countries are named in passing.
_MENTIONS, _HEAD = 2, 3


def covering(question: Question, ranked: Sequence[Candidate]) -> list[Candidate]:
    """The candidates whose reports can tell of what is asked: not written before its days and, where it is asked
    what happened, not long after them, and about its place. None where the best is about another town: then that is
    where it happened."""
    kept = [one for one in ranked if _can_tell(question, one) and not _is_background(question, one)]
    if question.kind == "event":
        about = {one.report.article_id for one in kept if _is_about(question, one.report)}
        return _there(question.towns, [one for one in kept if one.report.article_id in about])
    kept = kept or list(ranked)
    there = _there(question.towns, kept)
    if not there or there[0] is not kept[0]:
        return []
    # Reports of one incident call its place by several names: which of them are of it is found when they are compared.
    return kept if question.kind in {"figure", "blame"} else there


def newest_first(ranked: Sequence[Candidate]) -> list[Candidate]:
    """News: what was written later counts more."""
    newest = max((one.report.written for one in ranked if one.report.written), default=None)
    if newest is None:
        return list(ranked)
    aged = [dataclasses.replace(one, score=one.score - _AGE * _days(newest, one.report.written)) for one in ranked]
    return sorted(aged, key=lambda one: -one.score)


def told_day(candidate: Candidate) -> date:
    """The day that a sentence tells of: the first that it names, else the day it was written."""
    written = candidate.report.written
    named = [*absolute(candidate.sentence.text, written)]
    named += relative(candidate.sentence.text, written) if written else ()
    days = sorted((span.start, span.first) for span in named if span.is_day)
    return days[0][1] if days else written or date.min


def last_named(question: Question, hits: Sequence[Hit]) -> tuple[str, date] | None:
    """The place that is asked about and the day of the newest passage that names it."""
    place = next((name for name in question.names if is_place(name)), "")
    if not place:
        return None
    days = [
        hit.passage.published_at.date()
        for hit in hits
        if hit.passage.published_at and is_named(place, frozenset(terms(f"{hit.passage.title} {hit.passage.text}")))
    ]
    return (proper_name(place), max(days)) if days else None


def _days(newest: date, written: date | None) -> int:
    return min(60, (newest - written).days) if written else 60


def _can_tell(question: Question, one: Candidate) -> bool:
    first, last, written = question.time.first, question.time.last, one.report.written
    if first is None or last is None or written is None:
        return True
    if written < first - timedelta(days=1):
        return False
    late = written > last + (_LATER if question.kind == "event" else _MUCH_LATER)
    return not late or any(span.first <= last and first <= span.last for span in absolute(one.sentence.text))


def _is_background(question: Question, one: Candidate) -> bool:
    """Whether a sentence looks back on years, where it is asked what happened: "since early 2011"."""
    written = one.report.written
    if question.kind != "event" or question.wants_timeline or written is None:
        return False
    spans = [span for span in absolute(one.sentence.text, written) if span.last < written - _MUCH_LATER]
    first, last = question.time.first, question.time.last
    asked = first is not None and last is not None and any(span.first <= last and first <= span.last for span in spans)
    return bool(spans) and not asked


def _is_about(question: Question, report: Report) -> bool:
    """Whether a report is about one of the places asked about, where any is: in passing, many places are named."""
    places = [name for name in question.names if is_place(name)]
    return not places or any(_is_of(place, report) for place in places)


def _there(towns: Sequence[str], ranked: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that may tell of the towns asked about, all where none is: the report names one, and the sentence
    no other, or else one of them stands near it or at its report's head."""
    if not towns:
        return list(ranked)
    reports = {one.report.article_id: one.report for one in ranked}
    naming = {key for key, each in reports.items() if any(has_name(town, each) for town in towns)}
    return [one for one in ranked if one.report.article_id in naming and not _of_another(towns, one)]


def _of_another(towns: Sequence[str], one: Candidate) -> bool:
    if not any(map(is_town, one.sentence.names)):
        return False
    place, told = one.sentence.number, one.report.sentences
    near = [*told[:_HEAD], *told[max(0, place - 1) : place + 2]]
    stems = frozenset(terms(one.report.title)).union(*(each.stems for each in near))
    sounds = frozenset[str]().union(*(each.sounds for each in near))
    return not any(is_named(town, stems, sounds) for town in towns)


def _is_of(name: str, report: Report) -> bool:
    if not has_name(name, report):
        return False
    if is_named(name, frozenset(terms(report.title))):
        return True
    naming = [one.number for one in report.sentences if is_named(name, one.stems, one.sounds)]
    wanted = _MENTIONS if is_country(name) else 1
    return len(naming) >= wanted and naming[0] < _HEAD
