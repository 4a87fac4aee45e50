"""A picture as it is kept and sent: what it shows, for whom. It is drawn when it is needed. Pure."""

from __future__ import annotations

import dataclasses
from typing import Any

from index.stories.charts import FigureChart
from index.stories.incidents import Overview


@dataclasses.dataclass(frozen=True, slots=True)
class Picture:
    """`title` stands above a chart of tolls; `language` and `zone` are the reader's."""

    subject: FigureChart | Overview
    title: str
    language: str
    zone: str = "UTC"

    def to_json(self) -> dict[str, Any]:
        kept = {"title": self.title, "language": self.language, "zone": self.zone}
        kind = "overview" if isinstance(self.subject, Overview) else "figures"
        return {"kind": kind, "subject": self.subject.to_json(), **kept}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Picture:
        kind: type[FigureChart | Overview] = Overview if row["kind"] == "overview" else FigureChart
        return cls(kind.from_json(row["subject"]), row["title"], row["language"], row["zone"])
