"""A picture as it is kept and sent: what it shows, for whom. It is drawn when it is needed. Pure."""

from __future__ import annotations

import dataclasses
from typing import Any

from index.stories.charts import FigureChart


@dataclasses.dataclass(frozen=True, slots=True)
class Picture:
    """`title` stands above it; `language` and `zone` are the reader's."""

    subject: FigureChart
    title: str
    language: str
    zone: str = "UTC"

    def to_json(self) -> dict[str, Any]:
        kept = {"title": self.title, "language": self.language, "zone": self.zone}
        return {"kind": "figures", "subject": self.subject.to_json(), **kept}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Picture:
        return cls(FigureChart.from_json(row["subject"]), row["title"], row["language"], row["zone"])
