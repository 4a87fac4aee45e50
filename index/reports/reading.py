"""A report, read: its statements with who says what, the figures, acts, days and places in them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date, datetime

from index.language.dates import dateline, days_in, older_than
from index.language.languages import language_of
from index.places import mentions
from index.reports.actors import parties_in
from index.reports.acts import THE_SPEAKER, PartySpan, acts_in, negated
from index.reports.credits import credit_of
from index.reports.figures import figures_in
from index.reports.records import Act, Party, PlaceMention, Reading, Statement, Voice
from index.reports.statements import statements_of

# A better reader has a higher number; what an older one read is read again.
READER_VERSION = 1
_LANGUAGE_HEAD = 2_000
# A longer report is a book: what lies beyond is not read.
_MOST_CHARACTERS = 400_000


@dataclasses.dataclass(frozen=True, slots=True)
class _Report:
    """What all statements of a report are read with."""

    text: str
    language: str
    written: date | None
    parties: tuple[PartySpan, ...]
    places: tuple[PlaceMention, ...]


def read(title: str, text: str, publisher: str, published: datetime | None, language: str | None = None) -> Reading:
    """Read a report. `publisher` is whose own words are nobody else's; the language is found out where it is None."""
    body = text[:_MOST_CHARACTERS]
    spoken = language if language else language_of(body[:_LANGUAGE_HEAD])
    head = dateline(body, spoken, published.date() if published is not None else None)
    written = head.day if head is not None and head.day else published.date() if published is not None else None
    statements = _statements(body, spoken, written)
    headline = _statements(title, spoken, written)[:1]
    return Reading(
        version=READER_VERSION,
        language=spoken,
        written=written,
        headline=headline[0] if headline else None,
        statements=statements,
        places=tuple(dict.fromkeys(place.place_id for statement in statements for place in statement.places)),
        credit=credit_of(body, publisher),
    )


def _statements(text: str, language: str, written: date | None) -> tuple[Statement, ...]:
    parties = tuple(
        PartySpan(naming.name, naming.actor, naming.start, naming.end) for naming in parties_in(text, language)
    )
    report = _Report(text, language, written, parties, _places(text, language, parties))
    return tuple(_completed(report, statement) for statement in statements_of(text, language))


def _completed(report: _Report, statement: Statement) -> Statement:
    """A statement with all that is told in it."""
    text, language, written = report.text, report.language, report.written
    start, end = statement.start, statement.end
    # Who says it takes no part in what he says, unless he says so.
    first, last = statement.content if statement.voices else (start, end)
    named = [party for party in report.parties if first <= party.start < last]
    acts = acts_in(text, start, end, language, named)
    return dataclasses.replace(
        statement,
        figures=figures_in(text, start, end, language, written),
        acts=tuple(_spoken_for(act, statement.speaker) for act in acts),
        days=days_in(text, start, end, language, written),
        places=tuple(place for place in report.places if first <= place.start < last),
        parties=tuple(dict.fromkeys(Party(party.name, party.actor) for party in named)),
        negated=negated(text, start, end, language),
        background=older_than(text, start, end, language, written),
    )


def _spoken_for(act: Act, speaker: Voice | None) -> Act:
    """An act with its speaker's name where he says "we"."""
    if speaker is None:
        return act
    itself = Party(speaker.name, speaker.actor)
    return dataclasses.replace(
        act,
        agent=itself if act.agent == THE_SPEAKER else act.agent,
        patient=itself if act.patient == THE_SPEAKER else act.patient,
    )


def _places(text: str, language: str, parties: Sequence[PartySpan]) -> tuple[PlaceMention, ...]:
    """The places that a text names, each read with what the whole of it tells of the country. A party's name is none."""
    acting = [(party.start, party.end) for party in parties]
    named: list[PlaceMention] = []
    for mention in mentions(text, language):
        while acting and acting[0][1] <= mention.start:
            acting.pop(0)
        if mention.kind == "place" and not (acting and acting[0][0] < mention.end):
            place = mention.place
            named.append(PlaceMention(mention.text, place.id, place.country, mention.start, mention.end))
    return tuple(named)
