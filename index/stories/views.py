"""Other looks at what was reported: how outlets word one story, its figures over time, its days in order."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from index.language.loaded import Loaded, loaded_words
from index.reports.citing import Citations
from index.reports.counts import Count
from index.reports.report import Report
from index.reports.shown import Citation
from index.reports.wordings import worded
from index.stories.leanings import Leanings
from index.stories.members import Member
from index.stories.statements import Candidate, candidates, choose, originals, rarity
from index.stories.tolls import counted, names_of_speakers, toll_words

Reports = Mapping[str, Report]


@dataclasses.dataclass(frozen=True, slots=True)
class Telling:
    """How one outlet tells a story: its headline and its best sentence, with the words in them that take a side.

    The places of loaded words count from the start of the headline and of `quote`. `leaning` is the
    outlet's as its profile has it; None: nobody wrote it down.
    """

    publisher: str
    title: str
    title_loaded: tuple[Loaded, ...]
    quote: str
    quote_loaded: tuple[Loaded, ...]
    leaning: str | None
    published_at: datetime | None
    citation: int


@dataclasses.dataclass(frozen=True, slots=True)
class Comparison:
    tellings: tuple[Telling, ...]
    citations: tuple[Citation, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class FigurePoint:
    """A toll as one speaker gave it on one day."""

    day: date
    outcome: str
    kind: str
    value: str
    low: float
    high: float
    speaker: str
    publisher: str
    citation: int


@dataclasses.dataclass(frozen=True, slots=True)
class FigureTable:
    points: tuple[FigurePoint, ...]
    citations: tuple[Citation, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Day:
    """What was reported on one day: claims with their citation numbers."""

    day: date
    claims: tuple[tuple[str, int], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Timeline:
    days: tuple[Day, ...]
    citations: tuple[Citation, ...]


def compare(members: Sequence[Member], reports: Reports, leanings: Leanings) -> Comparison:
    """Each outlet's telling of a story, by leaning and then by name, those of unknown leaning last."""
    numbered = Citations()
    tolls = []
    by_publisher: dict[str, list[Candidate]] = defaultdict(list)
    every = _candidates(members, reports)
    for candidate in every:
        by_publisher[candidate.report.publisher].append(candidate)
    for publisher, said in sorted(by_publisher.items()):
        best = next(iter(choose(said, 1, among=every)), None)
        if best is not None:
            tolls.append(_telling(publisher, best, leanings.get(publisher), numbered))
    tolls.sort(key=lambda telling: (telling.leaning is None, (telling.leaning or "").casefold()))
    return Comparison(tuple(tolls), numbered.all)


def _telling(publisher: str, best: Candidate, side: str | None, numbered: Citations) -> Telling:
    title, wording = best.report.title, worded(best.testimony, None)
    return Telling(
        publisher=publisher,
        title=title,
        title_loaded=tuple(loaded_words(title)),
        quote=wording.quote,
        quote_loaded=tuple(loaded_words(wording.quote)),
        leaning=side,
        published_at=best.report.published_at,
        citation=numbered.number(best.testimony, wording),
    )


def figure_table(stories: Sequence[Sequence[Member]], reports: Reports) -> FigureTable:
    """The tolls that the stories' reports give, each speaker's values in order of time; citations from the newest."""
    rows: list[tuple[Count, str, str, str]] = []
    for members in stories:
        read = _reports(members, reports)
        for (outcome, kind), counts in counted(read).items():
            names = names_of_speakers(counts)
            seen = set()
            for count in sorted(counts, key=lambda count: count.as_of):
                speaker = names[count.testimony.key]
                if (speaker, count.figure.low, count.figure.high) not in seen:
                    seen.add((speaker, count.figure.low, count.figure.high))
                    rows.append((count, outcome, kind, speaker))
    rows.sort(key=lambda row: (_told_on(row[0].testimony.report), row[1], row[2], row[0].figure.low))
    numbered = Citations()
    numbers = {
        id(count): numbered.number(count.testimony, worded(count.testimony, count.figure))
        for count, *_ in reversed(rows)
    }
    points = tuple(_point(count, outcome, kind, speaker, numbers[id(count)]) for count, outcome, kind, speaker in rows)
    return FigureTable(points, numbered.all)


def _told_on(report: Report) -> date:
    return report.written or report.dated_at.date()


def _point(count: Count, outcome: str, kind: str, speaker: str, citation: int) -> FigurePoint:
    return FigurePoint(
        day=_told_on(count.testimony.report),
        outcome=outcome,
        kind=kind,
        value=toll_words(count.figure, count.testimony.report.text),
        low=count.figure.low,
        high=count.figure.high,
        speaker=speaker,
        publisher=count.testimony.report.publisher,
        citation=citation,
    )


def timeline(members: Sequence[Member], reports: Reports, *, a_day: int = 2) -> Timeline:
    """Day by day what was reported that had not been reported before, at most `a_day` claims each."""
    numbered = Citations()
    by_day: dict[date, list[Candidate]] = defaultdict(list)
    for candidate in _candidates(members, reports):
        by_day[_told_on(candidate.report)].append(candidate)
    before: list[Candidate] = []
    days = []
    for day in sorted(by_day):
        chosen = choose(by_day[day], a_day, known=before)
        if chosen:
            wordings = [(candidate.testimony, worded(candidate.testimony, None)) for candidate in chosen]
            claims = tuple((wording.text, numbered.number(said, wording)) for said, wording in wordings)
            days.append(Day(day, claims))
        before.extend(chosen)
    return Timeline(tuple(days), numbered.all)


def _reports(members: Sequence[Member], reports: Reports) -> list[Report]:
    return [reports[member.article_id] for member in members if member.article_id in reports]


def _candidates(members: Sequence[Member], reports: Reports) -> list[Candidate]:
    own = originals(_reports(members, reports))
    weights = rarity([f"{report.title}\n{report.text}" for report in own])
    return [candidate for report in own for candidate in candidates(report, weights)]
