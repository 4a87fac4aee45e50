"""What the bot says: HTML as Telegram parses it, and buttons. The only shape in which text leaves for a chat."""

from __future__ import annotations

import dataclasses
from typing import Any

from bot.pictures.picture import Picture


@dataclasses.dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: `data` comes back to us when pressed (64 bytes at most), `url` opens a page, `copy` is
    put on the reader's clipboard (256 characters at most)."""

    label: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Message:
    """One message within Telegram's limits; `buttons` are rows. Under a picture, the text is its caption.

    `edits`: it takes the place of that message. `place_button` is the label of a button below the chat with which a
    person shares where they are; "" takes that button away. A message has either it or `buttons`. `delayed` is a line
    that it begins with where it leaves much later than it was made.
    """

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    picture: Picture | None = None
    edits: int | None = None
    place_button: str | None = None
    delayed: str | None = None

    def to_json(self) -> dict[str, Any]:
        buttons = [[_set(b) for b in row] for row in self.buttons]
        row: dict[str, Any] = {"html": self.html, "buttons": buttons, "edits": self.edits}
        if self.delayed is not None:
            row["delayed"] = self.delayed
        return row if self.picture is None else {**row, "picture": self.picture.to_json()}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Message:
        buttons = tuple(tuple(Button(**b) for b in line) for line in row["buttons"])
        picture = Picture.from_json(row["picture"]) if "picture" in row else None
        return cls(row["html"], buttons, picture, row.get("edits"), delayed=row.get("delayed"))


def _set(button: Button) -> dict[str, Any]:
    """A button as JSON, without what it has not; an older version knows no `copy`."""
    row = {"label": button.label, "data": button.data, "url": button.url}
    return row if button.copy is None else {**row, "copy": button.copy}
