"""A report, read: its statements with who says what, the figures, acts, days and places in them."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime

from index.language.languages import language_of
from index.reports.credits import credit_of
from index.reports.records import Act, Figure, PlaceMention, Reading, Statement
from index.reports.statements import statements_of

# A better reader has a higher number; what an older one read is read again.
READER_VERSION = 1
_LANGUAGE_HEAD = 2_000


def read(title: str, text: str, publisher: str, published: datetime | None, language: str | None = None) -> Reading:
    """Read a report. `publisher` is whose own words are nobody else's; the language is found out where it is None."""
    spoken = language if language else language_of(text[:_LANGUAGE_HEAD])
    written = published.date() if published is not None else None
    headline = next(iter(statements_of(title, spoken)), None)
    statements = tuple(_completed(text, statement, spoken, written) for statement in statements_of(text, spoken))
    return Reading(
        version=READER_VERSION,
        language=spoken,
        written=written,
        headline=None if headline is None else _completed(title, headline, spoken, written),
        statements=statements,
        places=tuple(dict.fromkeys(place.place_id for statement in statements for place in statement.places)),
        credit=credit_of(text, publisher),
    )


def _completed(text: str, statement: Statement, language: str, written: date | None) -> Statement:
    start, end = statement.start, statement.end
    return dataclasses.replace(
        statement,
        figures=figures_in(text, start, end, language, written),
        acts=acts_in(text, start, end, language, written),
        days=days_in(text, start, end, language, written),
        places=places_in(text, start, end, language),
    )


def figures_in(text: str, start: int, end: int, language: str, written: date | None) -> tuple[Figure, ...]:
    """The figures of a stretch of text."""
    return ()


def acts_in(text: str, start: int, end: int, language: str, written: date | None) -> tuple[Act, ...]:
    """The acts that are told in a stretch of text."""
    return ()


def days_in(text: str, start: int, end: int, language: str, written: date | None) -> tuple[date, ...]:
    """The days that are named in a stretch of text."""
    return ()


def places_in(text: str, start: int, end: int, language: str) -> tuple[PlaceMention, ...]:
    """The places that are named in a stretch of text."""
    return ()
