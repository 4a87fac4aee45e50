"""A report, read: its statements with who says what, the figures, acts, days and places in them."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TypeVar

from index.language.dates import dateline, days_in, headed, older_than
from index.language.languages import language_of
from index.reports.acts import THE_SPEAKER, acts_in, negated
from index.reports.carried import carried
from index.reports.credits import credit_of
from index.reports.deeds import PartySpan
from index.reports.figures import figures_in
from index.reports.named import Named, named_in, placed
from index.reports.records import Act, Party, PlaceMention, Reading, Statement, Voice
from index.reports.statements import statements_of

Name = TypeVar("Name", PartySpan, PlaceMention)

# A better reader has a higher number; what an older one read is read again.
READER_VERSION = 26
_LANGUAGE_HEAD = 2_000
# Characters before a name in which the word before it stands.
_BEFORE = 24
# What a report is about stands in its first sentences; what it looks back on takes a few.
_OPENING, _GOES_ON = 3, 2
# A longer report is a book: what lies beyond is not read.
_MOST_CHARACTERS = 150_000


@dataclasses.dataclass(frozen=True, slots=True)
class _Report:
    """What all statements of a report are read with."""

    text: str
    language: str
    written: date | None
    named: Named
    # Where it goes on behind its dateline: the town that it was filed from does nothing.
    begins: int = 0


def read(title: str, text: str, publisher: str, published: datetime | None, language: str | None = None) -> Reading:
    """Read a report. `publisher` is whose own words are nobody else's; the language is found out where it is None."""
    body = text[:_MOST_CHARACTERS]
    spoken = language if language else language_of(body[:_LANGUAGE_HEAD])
    day = published.date() if published is not None else None
    head = dateline(body, spoken, day)
    written = (head.day if head is not None else None) or headed(body, spoken) or day
    titled = named_in(title, spoken)
    named = named_in(body, spoken, titled.countries, titled.home)
    statements = _statements(_Report(body, spoken, written, named, head.end if head is not None else 0))
    headline = _statements(_Report(title, spoken, written, named_in(title, spoken, named.countries, named.home)))[:1]
    filed = named_in(head.place, spoken, named.countries).places if head is not None else ()
    return Reading(
        version=READER_VERSION,
        language=spoken,
        written=written,
        headline=headline[0] if headline else None,
        statements=statements,
        places=tuple(dict.fromkeys(place.place_id for statement in statements for place in statement.places)),
        dateline=filed[0].place_id if filed else "",
        credit=credit_of(body, publisher),
    )


def _statements(report: _Report) -> tuple[Statement, ...]:
    statements = [_completed(report, statement) for statement in statements_of(report.text, report.language)]
    return tuple(_looking_back(report.text, tuple(carried(report.text, report.language, statements))))


def _looking_back(text: str, statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements, in a paragraph that begins with what was long before also those that go on with it: "In January
    2023 a missile hit Dnipro. 46 people died." One with a day, or a place that the report opens with, does not."""
    opening = {
        place.place_id for statement in statements if statement.sentence < _OPENING for place in statement.places
    }
    before: Statement | None = None
    since = _GOES_ON + 1
    for statement in statements:
        begins = before is None or "\n" in text[before.end : statement.start]
        is_news = bool(statement.days) or any(place.place_id in opening for place in statement.places)
        if begins:
            since = 0 if statement.background else _GOES_ON + 1
        elif statement.sentence != (before.sentence if before else -1):
            since = _GOES_ON + 1 if is_news and not statement.background else since + 1
        goes_on = not statement.background and not is_news and 0 < since <= _GOES_ON
        before = statement
        yield dataclasses.replace(statement, background=True) if goes_on else statement


def _completed(report: _Report, statement: Statement) -> Statement:
    """A statement with all that is told in it."""
    text, language, written = report.text, report.language, report.written
    start, end = statement.start, statement.end
    voices = tuple(placed(voice, report.named) for voice in statement.voices)
    # Who says it takes no part in what he says, unless he says so.
    first, last = statement.content if voices else (start, end)
    parties = [
        party
        for party in _between(report.named.parties, max(start, report.begins), end)
        if first <= party.start < last or not any(party.name in voice.name for voice in voices)
        if not _is_where(report, party)
    ]
    acts = acts_in(text, start, end, language, parties)
    return dataclasses.replace(
        statement,
        voices=voices,
        figures=figures_in(text, start, end, language, written),
        acts=tuple(_spoken_for(act, voices[0] if voices else None) for act in acts),
        days=days_in(text, start, end, language, written),
        places=tuple(_between(report.named.places, first, last)),
        parties=tuple(dict.fromkeys(Party(party.name, party.actor) for party in parties)),
        negated=negated(text, start, end, language),
        background=older_than(text, start, end, language, written),
    )


def _is_where(report: _Report, party: PartySpan) -> bool:
    """Whether a capital in English only says where: "the Mezzeh district of Damascus". Other languages have "the forces
    of Kyiv"."""
    place = _between(report.named.places, party.start, party.start + 1)
    before = report.text[max(0, party.start - _BEFORE) : party.start].split()
    return report.language == "en" and bool(place) and not place[0].is_country and before[-1:] == ["of"]


def _between(named: Sequence[Name], first: int, last: int) -> Sequence[Name]:
    """Those that begin at `first` or later and before `last`, of parties or places in order."""
    return named[bisect_left(named, first, key=_start) : bisect_left(named, last, key=_start)]


def _start(named: PartySpan | PlaceMention) -> int:
    return named.start


def _spoken_for(act: Act, speaker: Voice | None) -> Act:
    """An act with its speaker's name where he says "we"."""
    if speaker is None:
        return act
    itself = Party(speaker.name, speaker.actor)
    # Who is said to claim a deed is mostly the speaker by name.
    claims = act.type == "claim" and not act.agent.actor and speaker.name.endswith(act.agent.name)
    return dataclasses.replace(
        act,
        agent=itself if act.agent == THE_SPEAKER or claims else act.agent,
        patient=itself if act.patient == THE_SPEAKER else act.patient,
    )
