"""Readings as they are stored: rows of their fields in order, as JSON."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from index.reports.records import Act, Figure, Party, PlaceMention, Reading, Statement, Voice

Row = Sequence[Any]


def encode(reading: Reading) -> str:
    """A reading as compact JSON."""
    return json.dumps(_row(reading), ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Reading:
    """The reading that `encode` wrote."""
    version, language, written, headline, statements, places, dateline, credit = json.loads(text)
    return Reading(
        version=version,
        language=language,
        written=_day(written),
        headline=None if headline is None else _statement(headline),
        statements=tuple(map(_statement, statements)),
        places=tuple(places),
        dateline=dateline,
        credit=credit,
    )


def _row(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return [_row(getattr(value, field.name)) for field in dataclasses.fields(value)]
    if isinstance(value, tuple):
        return [_row(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def _statement(row: Row) -> Statement:
    start, end, sentence, kind, voices, content, figures, acts, places, days, parties, negated, background = row
    return Statement(
        start=start,
        end=end,
        sentence=sentence,
        kind=kind,
        voices=tuple(map(_voice, voices)),
        content=(content[0], content[1]),
        figures=tuple(map(_figure, figures)),
        acts=tuple(map(_act, acts)),
        places=tuple(PlaceMention(*place) for place in places),
        days=tuple(map(date.fromisoformat, days)),
        parties=tuple(Party(*party) for party in parties),
        negated=negated,
        background=background,
    )


def _voice(row: Row) -> Voice:
    name, kind, actor, office, person, place, count = row
    return Voice(name, kind, actor, tuple(office), person, place, count)


def _figure(row: Row) -> Figure:
    value, low, high, modality, counted, outcome, start, end, part, total, since, raised_from = row
    return Figure(
        value=value,
        low=low,
        high=high,
        modality=modality,
        counted=counted,
        outcome=outcome,
        start=start,
        end=end,
        part=part,
        total=total,
        since=_day(since),
        raised_from=raised_from,
    )


def _act(row: Row) -> Act:
    kind, agent, patient, what, verb, negated = row
    return Act(kind, Party(*agent), Party(*patient), tuple(what), verb, negated)


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
