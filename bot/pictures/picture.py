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

    def to_json(self) -> dict[str, Any]:
        kept = {"title": self.title, "language": self.language, "zone": self.zone}
        kind = next(kind for kind, shown in _KINDS.items() if isinstance(self.subject, shown))
        return {"kind": kind, "subject": self.subject.to_json(), **kept}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Picture:
        return cls(_KINDS[row["kind"]].from_json(row["subject"]), row["title"], row["language"], row["zone"])
