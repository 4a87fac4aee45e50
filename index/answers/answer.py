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
    """One side of a disagreement: a figure or an account, and who holds it."""

    value: str
    attribution: tuple[str, ...]
    citations: tuple[int, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Conflict:
    about: str
    positions: tuple[Position, ...]


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
            "conflicts": [dataclasses.asdict(conflict) for conflict in self.conflicts],
            "origins": self.origins,
        }


def iso(moment: datetime | None) -> str | None:
    """ISO 8601 with a trailing Z, or None."""
    return None if moment is None else moment.isoformat().replace("+00:00", "Z")
