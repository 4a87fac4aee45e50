"""What is read in one report, once, when it comes in: typed records that questions and briefings choose among."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Literal

StatementKind = Literal["own", "reported", "quotation"]
Modality = Literal["exact", "at_least", "about", "up_to"]
Outcome = Literal[
    "killed",
    "wounded",
    "missing",
    "captured",
    "displaced",
    "evacuated",
    "rescued",
    "arrested",
    "released",
    "struck",
    "",
]
ActType = Literal["blame", "claim", "denial"]
VoiceKind = Literal["body", "person", "people", "outlet", "unnamed"]

# A number whose upper bound is so many times the lower says no more than how many digits it has.
_VAGUE = 4


@dataclasses.dataclass(frozen=True, slots=True)
class Voice:
    """One link of an attribution chain: `name` as the report writes it, short mentions resolved within the report.

    `actor` is the id of an armed actor or state it belongs to (see `actors`), "" where none is known. `office` is what
    makes two names one speaker whatever they are called: the stems of the role or body without its country and without
    an outlet's labels for it; `person` the family name of a named person, "" else. `count`: how many speak, where said.
    """

    name: str
    kind: VoiceKind
    actor: str = ""
    office: tuple[str, ...] = ()
    person: str = ""
    place: str = ""
    count: int = 1


@dataclasses.dataclass(frozen=True, slots=True)
class Figure:
    """A number at `start:end` of the article's text, with what it counts.

    `low` and `high` bound it (equal to `value` where exact). `counted` is the concept ("people", "children",
    "fighters", "civilians", "bodies", "drones", …: the same word for all languages where the lexicons know it, else the
    stem of the noun). `part`: counted among a larger number ("eleven of them children"). `total`: counted over more
    than one incident ("since October", "in a month"), from `since` where that day is known. `raised_from`: what it was
    before, where the report says so.
    """

    value: float
    low: float
    high: float
    modality: Modality
    counted: str
    outcome: Outcome
    start: int
    end: int
    part: bool = False
    total: bool = False
    since: date | None = None
    raised_from: float | None = None

    @property
    def vague(self) -> bool:
        """Whether only the number of digits is said: "dozens", "hundreds"."""
        return self.modality == "about" and self.high >= _VAGUE * max(self.low, 1)


@dataclasses.dataclass(frozen=True, slots=True)
class Party:
    """Who takes part in an act: the name as written and the id of the actor or state, "" where none is known."""

    name: str
    actor: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Act:
    """Who is said to have done what to whom. `blame`: the statement says that `agent` did it (also where it is told
    as plain fact: "Russia shelled the market"); `claim`: `agent` says that it did it itself; `denial`: the speaker
    denies it, or says that it is not so. `what` is the stems of the deed and its object, `verb` the class of the deed
    ("attack", "kill", "capture", "withdraw", "close", "open", "agree", …: the same word for all languages, "" unknown).
    """

    type: ActType
    agent: Party
    patient: Party
    what: tuple[str, ...]
    verb: str = ""
    negated: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a statement: its id in the table of places."""

    name: str
    place_id: str
    country: str
    start: int
    end: int

    @property
    def is_country(self) -> bool:
        return self.place_id == self.country


@dataclasses.dataclass(frozen=True, slots=True)
class Statement:
    """What one speaker says in one stretch of the text: a sentence, or a part of one where speakers differ.

    `voices` runs from who first said it outwards, without the outlet (empty where the outlet speaks itself). `sentence`
    counts the report's sentences. `content` is the span of what is said, without the words that say who says it.
    `negated`: its main predicate is denied ("has not entered", "no drone was stored", "called it a lie").
    """

    start: int
    end: int
    sentence: int
    kind: StatementKind
    voices: tuple[Voice, ...] = ()
    content: tuple[int, int] = (0, 0)
    figures: tuple[Figure, ...] = ()
    acts: tuple[Act, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    days: tuple[date, ...] = ()
    parties: tuple[Party, ...] = ()
    negated: bool = False
    background: bool = False

    @property
    def speaker(self) -> Voice | None:
        """Who first said it; None where the outlet says it itself."""
        return self.voices[0] if self.voices else None


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """A report, read. `version` is the reader's: a better one reads again. `language` is an ISO 639-1 code.

    `written` is the day of the report (its dateline's, else its publication's); `dateline` the place it was filed from.
    `headline` is the title read as a statement of its own, its offsets those of the title.
    """

    version: int
    language: str
    written: date | None
    headline: Statement | None
    statements: tuple[Statement, ...]
    places: tuple[str, ...] = ()
    dateline: str = ""
    credit: str = ""
