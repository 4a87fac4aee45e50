"""Telegram's own parser (tdjson) for the HTML that a bot sends: what is accepted, and what a reader sees."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import tdjson


class ParseError(Exception):
    """Telegram would answer 400 with this description."""


@dataclasses.dataclass(frozen=True)
class Parsed:
    """`text` as displayed; entity offsets and lengths are in UTF-16 units."""

    text: str
    entities: tuple[dict[str, Any], ...]

    @property
    def utf16(self) -> int:
        return len(self.text.encode("utf-16-le")) // 2

    @property
    def links(self) -> list[str]:
        return [e["type"]["url"] for e in self.entities if e["type"]["@type"] == "textEntityTypeTextUrl"]


def parse(text: str, parse_mode: str | None = "HTML") -> Parsed:
    """`text` as Telegram understands it, ends trimmed; ParseError where it would refuse it."""
    if parse_mode is None:
        return Parsed(text.strip(), ())
    if parse_mode != "HTML":
        raise ParseError("Bad Request: unsupported parse_mode")
    reply = _execute({"@type": "parseTextEntities", "text": text, "parse_mode": {"@type": "textParseModeHTML"}})
    if reply["@type"] == "error":
        raise ParseError(f"Bad Request: {reply['message'][:1].lower()}{reply['message'][1:]}")
    return Parsed(reply["text"].strip(), tuple(reply["entities"]))


def tappable(text: str) -> list[tuple[str, str]]:
    """What Telegram makes tappable of its own accord in a message of HTML, outside its links: kind and words.

    A time of day is none: it leads nowhere but to that minute of a video that the message answers.
    """
    shown = parse(text)
    own = [(e["offset"], e["offset"] + e["length"]) for e in shown.entities if "Url" in e["type"]["@type"]]
    units = shown.text.encode("utf-16-le")
    found = []
    for entity in _execute({"@type": "getTextEntities", "text": shown.text})["entities"]:
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        kind = entity["type"]["@type"].removeprefix("textEntityType")
        if kind != "MediaTimestamp" and not any(start < end and begin < stop for start, stop in own):
            found.append((kind, units[2 * begin : 2 * end].decode("utf-16-le")))
    return found


def _execute(query: dict[str, Any]) -> dict[str, Any]:
    reply = tdjson.td_execute(json.dumps(query).encode())
    assert reply is not None
    result: dict[str, Any] = json.loads(reply)
    return result


_execute({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})
