"""Other looks at what was reported: how outlets word one story, its figures over time, its days in order."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from index.answers.answer import Citation
from index.answers.citing import Citations
from index.articles import StoredPassage
from index.language.loaded import Loaded, loaded_words
from index.stories.leanings import Leanings
from index.stories.members import Member
from index.stories.statements import Statement, choose, rarity, statements, told
from index.stories.tolls import Stand, stated_tolls

Passages = Mapping[str, Sequence[StoredPassage]]


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


def compare(members: Sequence[Member], passages: Passages, leanings: Leanings) -> Comparison:
    """Each outlet's telling of a story, by leaning and then by name, those of unknown leaning last."""
    book = Citations()
    found = []
    by_publisher: dict[str, list[Statement]] = defaultdict(list)
    every = _statements(members, passages)
    for statement in every:
        by_publisher[statement.member.publisher].append(statement)
    for publisher, said in sorted(by_publisher.items()):
        best = next(iter(choose(said, 1, among=every)), None)
        if best is not None:
            found.append(_telling(publisher, best, leanings.get(publisher), book.number(best.sentence)))
    found.sort(key=lambda one: (one.leaning is None, (one.leaning or "").casefold()))
    return Comparison(tuple(found), book.all)


def _telling(publisher: str, best: Statement, side: str | None, citation: int) -> Telling:
    title = best.member.title
    return Telling(
        publisher=publisher,
        title=title,
        title_loaded=tuple(loaded_words(title)),
        quote=best.text,
        quote_loaded=tuple(loaded_words(best.text)),
        leaning=side,
        published_at=best.member.published_at,
        citation=citation,
    )


def figure_table(stories: Sequence[Sequence[Member]], passages: Passages) -> FigureTable:
    """The tolls that the stories' reports give, each speaker's values in order of time; citations from the newest."""
    found = []
    for members in stories:
        said = _statements(members, passages)
        day = min((one.report.written for one in said if one.report.written), default=None)
        for (outcome, kind), stands in stated_tolls(said, day).items() if day else ():
            found += [(stand, outcome, kind) for stand in stands]
    found.sort(key=lambda one: (_told_on(one[0]), one[1], one[2], one[0].low))
    book = Citations()
    numbers = {id(stand): book.number(stand.statement.sentence) for stand, _, _ in reversed(found)}
    points = tuple(_point(stand, outcome, kind, numbers[id(stand)]) for stand, outcome, kind in found)
    return FigureTable(points, book.all)


def _told_on(stand: Stand) -> date:
    return stand.statement.report.written or stand.statement.member.dated_at.date()


def _point(stand: Stand, outcome: str, kind: str, citation: int) -> FigurePoint:
    who = stand.statement.attribution
    return FigurePoint(
        day=_told_on(stand),
        outcome=outcome,
        kind=kind,
        value=stand.value,
        low=stand.low,
        high=stand.high,
        speaker=who.speaker or who.chain[-1],
        publisher=stand.statement.member.publisher,
        citation=citation,
    )


def timeline(members: Sequence[Member], passages: Passages, *, a_day: int = 2) -> Timeline:
    """Day by day what was reported that had not been reported before, at most `a_day` claims each."""
    book = Citations()
    said = _statements(members, passages)
    by_day: dict[date, list[Statement]] = defaultdict(list)
    for statement in said:
        by_day[statement.report.written or statement.member.dated_at.date()].append(statement)
    before: list[Statement] = []
    days = []
    for day in sorted(by_day):
        chosen = choose(by_day[day], a_day, known=before)
        if chosen:
            days.append(Day(day, tuple((told(one), book.number(one.sentence)) for one in chosen)))
        before.extend(chosen)
    return Timeline(tuple(days), book.all)


def _statements(members: Sequence[Member], passages: Passages) -> list[Statement]:
    weights = rarity([f"{member.title}\n{member.text}" for member in members])
    return [
        statement
        for member in members
        for statement in statements(member, passages.get(member.article_id, ()), weights)
    ]
