"""Which stored text a quote is of."""

from __future__ import annotations

import dataclasses
from datetime import datetime


@dataclasses.dataclass(frozen=True, slots=True)
class StoredAs:
    """The revision of an article that a passage is of: its number, when it was read, and the SHA-256 of its text."""

    number: int
    read_at: datetime
    digest: str
