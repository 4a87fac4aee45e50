"""What admins have written down about a publisher."""

from __future__ import annotations

import dataclasses
from datetime import datetime

FIELDS = ("country", "language", "ownership", "leaning", "state_run")


@dataclasses.dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher as admins describe it; None is unknown."""

    name: str
    country: str | None = None
    language: str | None = None
    ownership: str | None = None
    leaning: str | None = None
    state_run: bool | None = None
    changed_at: datetime | None = None
    changed_by: str | None = None
