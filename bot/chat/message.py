"""What the bot says: HTML as Telegram parses it, and buttons. The only shape in which text leaves for a chat."""

from __future__ import annotations

import dataclasses
from typing import Any


@dataclasses.dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: `data` comes back to us when pressed (64 bytes at most), `url` opens a page."""

    label: str
    data: str | None = None
    url: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Message:
    """One message within Telegram's limits; `buttons` are rows."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {"html": self.html, "buttons": [[dataclasses.asdict(b) for b in row] for row in self.buttons]}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Message:
        return cls(row["html"], tuple(tuple(Button(**b) for b in line) for line in row["buttons"]))
