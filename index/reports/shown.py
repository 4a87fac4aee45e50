"""What is shown of reports: claims with their citations, positions that differ, and how a count changed."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime
from typing import Any

from index.reports.records import Modality


@dataclasses.dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim stands: `quote` is the stored article text from `start` to `end` (code points), exactly."""

    n: int
    passage_id: str
    article_id: str
    url: str
    title: str
    publisher: str
    published_at: datetime | None
    quote: str
    start: int
    end: int
    # The source that carries it, where that is not its publisher's own site.
    carrier: str | None = None

    @property
    def outlet(self) -> str:
        """The publisher, and who carries it where that is another."""
        return f"{self.publisher}, as carried by {self.carrier}" if self.carrier else self.publisher

    def to_json(self) -> dict[str, Any]:
        """As the contract has it; `carrier` only where there is one."""
        row = dataclasses.asdict(self)
        if self.carrier is None:
            del row["carrier"]
        row["published"] = iso(row.pop("published_at"))
        return row


@dataclasses.dataclass(frozen=True, slots=True)
class Tally:
    """From `low` to `high` people, or weapons (`outcome` ""): what became of them, and who is counted apart ("": people
    at large). `modality` as a figure has it."""

    low: float
    high: float
    modality: Modality
    outcome: str
    counted: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Gist:
    """What the records hold of a quote in `language`, for whoever words it in another: no more than they hold.

    `speaker` is as written, "" where the outlet says it itself, `actor` his entry in the actors' file, "" where he has
    none. `deed` is the kind of what was done, `places` are ids of the table of places. Where neither a deed nor a
    number is certain, it only holds who is `mentioned` (ids of actors), and where.
    """

    language: str
    speaker: str = ""
    actor: str = ""
    deed: str = ""
    tallies: tuple[Tally, ...] = ()
    places: tuple[str, ...] = ()
    day: date | None = None
    mentioned: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Claim:
    """A statement found in a passage. `attribution` runs from who first said it to the outlet that carries it."""

    text: str
    quote: str
    attribution: tuple[str, ...]
    citations: tuple[int, ...]
    gist: Gist | None = None

    def to_json(self) -> dict[str, Any]:
        """As the contract has it: without the gist, which is for whoever words it."""
        row: dict[str, Any] = plain(dataclasses.replace(self, gist=None))
        del row["gist"]
        return row


@dataclasses.dataclass(frozen=True, slots=True)
class Position:
    """One side of a disagreement: a figure or an account, who holds it, as of when."""

    value: str
    attribution: tuple[str, ...]
    citations: tuple[int, ...]
    quote: str = ""
    as_of: datetime | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Subject:
    """What positions are on, in parts, for whoever words it: who is counted, what became of them or which deed is told
    of, where, on which day; "" and None where it is not known."""

    counted: str = ""
    outcome: str = ""
    deed: str = ""
    place: str = ""
    day: date | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Conflict:
    """Positions of two speakers or more on one incident that can not all be right."""

    about: str
    positions: tuple[Position, ...]
    of: Subject = Subject()


@dataclasses.dataclass(frozen=True, slots=True)
class Value:
    """What a speaker counted at one time."""

    value: str
    as_of: datetime | None
    citations: tuple[int, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Development:
    """How one speaker's count changed, the latest last."""

    about: str
    speaker: str
    values: tuple[Value, ...]
    of: Subject = Subject()


def iso(moment: datetime | None) -> str | None:
    """ISO 8601 with a trailing Z, or None."""
    return None if moment is None else moment.isoformat().replace("+00:00", "Z")


def plain(part: Any) -> Any:
    """What is shown as JSON has it: fields by name, moments in ISO 8601."""
    if dataclasses.is_dataclass(part):
        return {field.name: plain(getattr(part, field.name)) for field in dataclasses.fields(part)}
    if isinstance(part, tuple):
        return [plain(inner) for inner in part]
    if isinstance(part, datetime):
        return iso(part)
    return part.isoformat() if isinstance(part, date) else part
