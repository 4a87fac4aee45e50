"""An Answer: claims with their citations, the disagreements between them, or an abstention."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime
from typing import Any, Literal


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
class Claim:
    """A statement found in a passage. `attribution` runs from who first said it to the outlet that carries it."""

    text: str
    quote: str
    attribution: tuple[str, ...]
    citations: tuple[int, ...]


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


@dataclasses.dataclass(frozen=True, slots=True)
class Searched:
    """What was looked for in vain: names, days, and what came nearest; for whoever words it in another language."""

    names: tuple[str, ...]
    first: date | None
    last: date | None
    # The names that no report found has, and of the places among the rest the day of the newest report on each.
    unnamed: tuple[str, ...] = ()
    seen: tuple[tuple[str, date], ...] = ()
    nearest: str = ""
    publisher: str = ""
    written: date | None = None
    passages: int = 0
    outlets: int = 0
    newest_at: datetime | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Answer:
    """What the corpus supports of an answer, as of `as_of` (aware UTC).

    An abstention has no claims and no citations; `text` then says what was looked for and not found, as `searched`
    has it in parts.
    `origins` counts independent origins behind the claims, copies of one wire as one.
    """

    question: str
    kind: Literal["answer", "abstain"]
    as_of: datetime
    text: str
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    developments: tuple[Development, ...] = ()
    origins: int = 0
    searched: Searched | None = None
    # Where news is asked for and there is none: the place and the day of the newest report on it.
    stale: tuple[str, date] | None = None

    def to_json(self) -> dict[str, Any]:
        """The Answer of the command line's contract."""
        return {
            "question": self.question,
            "kind": self.kind,
            "as_of": iso(self.as_of),
            "text": self.text,
            "claims": [dataclasses.asdict(claim) for claim in self.claims],
            "citations": [citation.to_json() for citation in self.citations],
            "conflicts": [_plain(conflict) for conflict in self.conflicts],
            "developments": [_plain(development) for development in self.developments],
            "origins": self.origins,
        }


def _plain(part: Any) -> Any:
    """A part of an answer as JSON has it."""
    if dataclasses.is_dataclass(part):
        return {field.name: _plain(getattr(part, field.name)) for field in dataclasses.fields(part)}
    if isinstance(part, tuple):
        return [_plain(inner) for inner in part]
    if isinstance(part, datetime):
        return iso(part)
    return part.isoformat() if isinstance(part, date) else part


def iso(moment: datetime | None) -> str | None:
    """ISO 8601 with a trailing Z, or None."""
    return None if moment is None else moment.isoformat().replace("+00:00", "Z")
