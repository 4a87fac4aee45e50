"""A picture as it is kept and sent: what it shows, for whom. It is drawn when it is needed. Pure."""

from __future__ import annotations

import dataclasses
from typing import Any

from bot.usage import Usage
from index.stories.charts import FigureChart
from index.stories.incidents import Overview

Subject = FigureChart | Overview | Usage
_KINDS: dict[str, type[Subject]] = {"overview": Overview, "figures": FigureChart, "usage": Usage}


@dataclasses.dataclass(frozen=True, slots=True)
class Picture:
    """`title` stands above a chart of tolls; `language` and `zone` are the reader's."""

    subject: Subject
    title: str
    language: str
    zone: str = "UTC"
    # Its JSON, once it was asked for: thousands of chats get one picture.
    _row: dict[str, Any] = dataclasses.field(default_factory=dict, init=False, repr=False, compare=False)

    def to_json(self) -> dict[str, Any]:
        if not self._row:
            kind = next(kind for kind, shown in _KINDS.items() if isinstance(self.subject, shown))
            own = {"title": self.title, "language": self.language, "zone": self.zone}
            self._row.update({"kind": kind, "subject": self.subject.to_json(), **own})
        return self._row

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Picture:
        return cls(_KINDS[row["kind"]].from_json(row["subject"]), row["title"], row["language"], row["zone"])
