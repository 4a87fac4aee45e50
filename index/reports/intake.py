"""What a reader is given of a revision, and the reading of several at once, as a worker that can be ended does it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime

from index.reports.reading import read
from index.reports.records import Reading


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """A revision before it is read."""

    title: str
    text: str
    publisher: str
    published_at: datetime | None
    language: str | None


def read_all(sources: Sequence[Source]) -> list[Reading]:
    """The readings of several revisions, in their order."""
    return [
        read(source.title, source.text, source.publisher, source.published_at, source.language) for source in sources
    ]
