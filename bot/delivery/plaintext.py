"""A message without markup, for when Telegram could not read it with."""

from __future__ import annotations

import dataclasses
import html
from html.parser import HTMLParser

from bot.wording.message import Message

_LIMIT, _CAPTION_LIMIT = 4096, 1024


class _Text(HTMLParser):
    """Collects the text, with the address of each link behind its words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.bare: list[str] = []
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links and (link := self._links.pop()):
            self.parts.append(f" ({link})")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
        self.bare.append(data)


def as_plain(message: Message) -> Message:
    """The same words and buttons, no tags; links are written out where the message stays within Telegram's
    limit.
    """
    reader = _Text()
    reader.feed(message.html)
    reader.close()
    text, limit = "".join(reader.parts), _LIMIT if message.picture is None else _CAPTION_LIMIT
    if _units(text) > limit:
        text = "".join(reader.bare)
    while _units(text) > limit:
        text = text[: len(text) - (_units(text) - limit + 1) // 2]
    return dataclasses.replace(message, html=html.escape(text, quote=False))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
