"""Positions: who holds what on one incident, as of when; disputes between speakers; how one speaker's count grew."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime

from index.language.remembering import remembered
from index.reports.actors import state_of
from index.reports.offices import PLAIN_OFFICES
from index.reports.records import Figure, Voice
from index.reports.report import Testimony
from index.reports.romanised import skeleton, sound_alike
from index.reports.speakers import SpeakerContext, office_of, same_speaker, short_for_body


@dataclasses.dataclass(frozen=True, slots=True)
class Incident:
    """What is compared: who is counted and what became of them, or which deed is told of; where, on which day."""

    counted: str = ""
    outcome: str = ""
    deed: str = ""
    place: str = ""
    day: date | None = None


@dataclasses.dataclass(frozen=True)
class Position:
    """What one speaker holds: a figure, or an account in the words of the statement. `testimonies` say it, all of this
    speaker, the one that it is quoted from first."""

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


def one_speaker(testimony: Testimony, other: Testimony) -> bool:
    """Whether two statements on one incident are of one speaker, however each report calls him: a family name alone is
    the person whom another report names in full, "the ministry" alone the ministry that another report names."""
    home = testimony.report.home if testimony.report.home == other.report.home else ""
    return _one_voice(speaker_of(testimony), speaker_of(other), home)


# A report repeats its speakers: "he said" three hundred times is compared once.
@remembered(4096)
def _one_voice(first: Voice, second: Voice, home: str) -> bool:
    """The same of two voices in reports on one country, an ISO code, "" where they are on two."""
    context = SpeakerContext(state_of(home))
    return same_speaker(first, second, context) or _short_for(first, second) or _short_for(second, first)


def _short_for(short: Voice, full: Voice) -> bool:
    """Whether a voice that is a family name or a plain office alone stands for one with more to its name."""
    offices = office_of(short)
    if short.actor and full.actor and short.actor != full.actor:
        return False
    if not offices and not short.actor and len(short.name.split()) == 1 and full.person:
        sound, known = skeleton(short.name), skeleton(full.person)
        return len(known) > 1 and (
            sound_alike(sound, known) or sound.startswith(known) or (known.startswith(sound) and len(sound) > 1)
        )
    return short_for_body(short, full) or (bool(offices) and offices <= PLAIN_OFFICES and offices < office_of(full))
