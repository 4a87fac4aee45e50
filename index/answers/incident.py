"""Which of the sentences found are about the one incident that a question means."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from index.answers.dates import absolute
from index.answers.evidence import Report
from index.answers.gazetteer import canonical, is_town, names_in, sound
from index.answers.question import Question
from index.answers.ranking import Candidate

# Reports of an incident come within these days of the first, later ones look back on it.
_BEFORE, _AFTER = timedelta(days=1), timedelta(days=21)
# What is written at another time is worth this much less.
_LATE = 1.5
# A report that names the place otherwise is of the incident if it is of the same days and opens with the same words.
_SAME, _SHARE = timedelta(days=3), 0.45
# A question that names a longer time does not say which day it means.
_LONGEST = timedelta(days=7)
# As many reports are taken to be of the incident wherever they say it was.
_LIKELIEST = 3
# As many of the best sentences say when it was.
_VOTERS = 24


def of_incident(question: Question, ranked: Sequence[Candidate], *, least: float = 0.66) -> list[Candidate]:
    """The candidates that tell of the incident asked about, in their order.

    What they are about must meet the question's setting almost as well as the best of them does, they must be
    written around its day, and they must not speak of another place or another year.
    """
    if not ranked:
        return []
    best = max(candidate.features["setting"] for candidate in ranked[:20])
    days = incident_days(question, ranked)
    told = [one for one in ranked if one.features["setting"] >= least * best and _around(days, one.report.written)]
    profile = _profile(told)
    places = _places(question, told)
    return [
        candidate
        for candidate in ranked
        if _around(days, candidate.report.written)
        and (candidate.features["setting"] >= least * best or _alike(profile, days, candidate))
        and not _elsewhere(places, candidate)
        and not _another_year(days, candidate)
    ]


def _profile(told: Sequence[Candidate]) -> frozenset[str]:
    """The stems that most of the reports of an incident open with."""
    heads = {one.report.article_id: one.report.head for one in told[:40]}
    counts = Counter(stem for head in heads.values() for stem in head)
    return frozenset(stem for stem, count in counts.items() if len(heads) >= 3 and count >= 0.5 * len(heads))


def _alike(profile: frozenset[str], days: tuple[date, date] | None, candidate: Candidate) -> bool:
    """Whether a report of the same days opens with the same words, though it names the place otherwise."""
    written = candidate.report.written
    if days is None or written is None or len(profile) < 4 or not days[0] <= written <= days[1] + _SAME:
        return False
    return len(profile & (candidate.report.head | candidate.sentence.stems)) >= _SHARE * len(profile)


def timely(question: Question, ranked: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with those first that were written around the day of what is asked, as far as that is known."""
    days = incident_days(question, ranked)
    return sorted(ranked, key=lambda one: -one.score + (0 if _around(days, one.report.written) else _LATE))


def incident_days(question: Question, ranked: Sequence[Candidate]) -> tuple[date, date] | None:
    """The first and last day of the incident: the question's own, else the day most of the best was written on."""
    first, last = question.time.first, question.time.last
    if first and last and last - first <= _LONGEST:
        return first, last
    weight: dict[date, float] = defaultdict(float)
    # Each report speaks once, through its best sentence: a long one about something else must not outvote the rest.
    reports = {one.report.article_id: one for one in reversed(ranked[:_VOTERS])}
    for place, candidate in enumerate(sorted(reports.values(), key=lambda one: -one.score)):
        written = candidate.report.written
        if written and (first is None or last is None or first <= written <= last + _AFTER):
            weight[written] += candidate.features["setting"] * candidate.features["named"] / (1 + 0.25 * place)
    near = {day: sum(value for other, value in weight.items() if abs((other - day).days) <= 3) for day in weight}
    if not near:
        return (first, last) if first and last else None
    day = max(near, key=lambda each: (near[each], each))
    return day - timedelta(days=3), day


def window(days: tuple[date, date], now: datetime) -> tuple[datetime, datetime]:
    """Between which moments an incident of those days is reported."""
    start = datetime.combine(days[0] - _BEFORE, time(), UTC)
    return start, min(now, datetime.combine(days[1] + _AFTER, time(), UTC))


def _around(days: tuple[date, date] | None, written: date | None) -> bool:
    return days is None or written is None or days[0] - _BEFORE <= written <= days[1] + _AFTER


def _another_year(days: tuple[date, date] | None, candidate: Candidate) -> bool:
    if days is None:
        return False
    years = {span.first.year for span in absolute(candidate.sentence.text)}
    return bool(years) and not years & {days[0].year, days[1].year}


def _places(question: Question, told: Sequence[Candidate]) -> frozenset[str]:
    """The towns asked about and those that reports name at their head; none where none is asked.

    All that the likeliest name are taken, and of others what stands beside a town asked about.
    """
    asked = frozenset(_towns(question.names))
    heads = {one.report.article_id: _head(one.report) for one in told[:12]} if asked else {}
    opened = [head[0] for place, head in enumerate(heads.values()) if place < _LIKELIEST or _named(asked, *head)]
    return asked.union(*opened)


def _elsewhere(places: frozenset[str], candidate: Candidate) -> bool:
    """Whether a sentence names towns, or else the head of its report does, and none of those of the incident."""
    if not places:
        return False
    towns, heard = _towns(candidate.sentence.names), candidate.sentence.sounds
    if not towns:
        towns, heard = _head(candidate.report)
    return bool(towns) and not _named(places, towns, heard)


def _head(report: Report) -> tuple[set[str], frozenset[str]]:
    """The towns that a report names in its title and its first sentences, and how its names sound there."""
    opened = report.sentences[:2]
    names = [*names_in(report.title), *(name for sentence in opened for name in sentence.names)]
    titled = (sound(word) for word in report.title.split())
    return _towns(names), frozenset(titled) | frozenset(one for sentence in opened for one in sentence.sounds)


def _named(places: frozenset[str], towns: set[str], heard: frozenset[str]) -> bool:
    return bool(towns & places) or any(sound(word) and sound(word) in heard for name in places for word in name.split())


def _towns(names: Iterable[str]) -> set[str]:
    return {canonical(name) for name in names if is_town(name)}
