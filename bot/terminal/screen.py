"""Messages on a terminal: Telegram's HTML as text, links written out, buttons numbered. Pure but for `write`."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_MARK = re.compile(r"\[\d+\]")
_UNSEEN = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


class Screen:
    """What was said, on a terminal; it remembers the buttons of the current turn, which `!1`, `!2`… press."""

    def __init__(
        self, write: Callable[[str], None], *, colour: bool, keep: Callable[[bytes, str], object] = lambda *_: "a file"
    ) -> None:
        """`keep` puts a file of that kind somewhere and says where."""
        self._write = write
        self._keep = keep
        self._colour = colour
        self.buttons: list[Pressable] = []

    def new_turn(self) -> None:
        """The person said something: buttons are numbered from 1 again."""
        self._fresh = True

    _fresh = True

    def show(self, method: str, params: dict[str, Any]) -> None:
        """One call of the bot's. Those that change nothing on a screen are left out."""
        if method in {"sendMessage", "editMessageText"}:
            self._say(rendered(params["text"], colour=self._colour))
            self._list_buttons(params)
        elif method == "answerCallbackQuery" and params.get("text"):
            self._say(f"({params['text']})")
        elif method == "sendPhoto":
            self._say(
                f"{rendered(params.get('caption', ''), colour=self._colour)}\n({self._keep(params['photo'], 'png')})"
            )
            self._list_buttons(params)
        elif method == "sendDocument":
            kind = str(params.get("document_name", "")).rpartition(".")[2] or "txt"
            self._say(f"({self._keep(params['document'], kind)})")

    def note(self, text: str) -> None:
        """Something that the terminal says, not the bot."""
        self._say(f"({text})")

    def _say(self, text: str) -> None:
        self._write(f"\n{text.translate(_UNSEEN)}\n")

    def _list_buttons(self, params: dict[str, Any]) -> None:
        rows = (params.get("reply_markup") or {}).get("inline_keyboard", [])
        if rows and self._fresh:
            self.buttons, self._fresh = [], False
        labels = []
        for row in rows:
            for button in row:
                self.buttons.append(Pressable(button["text"], button.get("callback_data"), button.get("url")))
                labels.append(f"  !{len(self.buttons)}  {button['text']}".translate(_UNSEEN))
        if labels:
            self._write("\n".join(labels) + "\n")


@dataclasses.dataclass(frozen=True, slots=True)
class Pressable:
    label: str
    data: str | None
    url: str | None


def rendered(html: str, *, colour: bool) -> str:
    """Our HTML as a terminal shows it."""
    reader = _Reader(colour)
    reader.feed(html)
    reader.close()
    return "".join(reader.parts)


class _Reader(HTMLParser):
    """Collects text. A citation mark such as [1] stays bare: its address stands in the list of sources."""

    def __init__(self, colour: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._colour = colour
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self.parts)))
        elif tag == "b" and self._colour:
            self.parts.append(_BOLD)
        elif tag == "blockquote":
            self.parts.append("«")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            url, start = self._links.pop()
            if not _MARK.fullmatch("".join(self.parts[start:])):
                self.parts.append(f" ({url})")
        elif tag == "b" and self._colour:
            self.parts.append(_PLAIN)
        elif tag == "blockquote":
            self.parts.append("»")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
