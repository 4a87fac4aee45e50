"""An Answer: claims with their citations, the disagreements between them, or an abstention."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime
from typing import Any, Literal

from index.reports.shown import Citation, Claim, Conflict, Development, Position, Subject, Value, iso, plain

__all__ = [
    "Answer",
    "Citation",
    "Claim",
    "Conflict",
    "Development",
    "Position",
    "Searched",
    "Subject",
    "Value",
    "iso",
]


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
    # It points back to something said before, and nothing was: nothing was looked for.
    points_back: bool = False


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
    # How one speaker's count changed, where it did.
    developments: tuple[Development, ...] = ()
    # Time ran out: not all that was found was read.
    cut_short: bool = False

    def to_json(self) -> dict[str, Any]:
        """The Answer of the command line's contract."""
        return {
            "question": self.question,
            "kind": self.kind,
            "as_of": iso(self.as_of),
            "text": self.text,
            "claims": [claim.to_json() for claim in self.claims],
            "citations": [citation.to_json() for citation in self.citations],
            "conflicts": [plain(conflict) for conflict in self.conflicts],
            "developments": [plain(development) for development in self.developments],
            "origins": self.origins,
            **({"cut_short": True} if self.cut_short else {}),
        }
