"""Positions: who holds what on one incident, as of when; disputes between speakers, and how one speaker's count grew."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime

from index.reports.records import Figure, Voice
from index.reports.report import Testimony


@dataclasses.dataclass(frozen=True, slots=True)
class Incident:
    """What is compared: who is counted and what became of them, or the deed that is told of; where, and on which day."""

    counted: str = ""
    outcome: str = ""
    deed: str = ""
    place: str = ""
    day: date | None = None


@dataclasses.dataclass(frozen=True)
class Position:
    """What one speaker holds: a figure, or an account in the words of the statement. `testimonies` say it, the one it is
    quoted from first; all are of this speaker."""

    speaker: Voice
    testimonies: tuple[Testimony, ...]
    figure: Figure | None = None

    @property
    def testimony(self) -> Testimony:
        return self.testimonies[0]

    @property
    def as_of(self) -> datetime:
        return self.testimony.as_of


@dataclasses.dataclass(frozen=True)
class Dispute:
    """Positions of different speakers on one incident that can not all be right."""

    incident: Incident
    positions: tuple[Position, ...]


@dataclasses.dataclass(frozen=True)
class Development:
    """One speaker's changing count, oldest first."""

    speaker: Voice
    positions: tuple[Position, ...]


def speaker_of(testimony: Testimony) -> Voice:
    """Who holds what a statement says: its speaker, else the outlet."""
    return testimony.speaker or Voice(testimony.report.publisher, "outlet", office=(testimony.report.publisher,))
