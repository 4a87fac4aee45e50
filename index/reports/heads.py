"""What stands at the head of a text before it tells anything: its day, its title once more, a dateline. Pure."""

from __future__ import annotations

import re
from datetime import date

from index.language.dates import after_printed_day, dateline

# What is left behind a title that is repeated, at least, to be a sentence of its own.
_LEAST = 40
_ENDS = frozenset(".!?…\n")
# A caption and who took the picture, run into the first sentence: "Photo: J. Doe / AP The army said".
_PICTURE = re.compile(
    r"[^.!?\n]{0,120}?\b(?:Photo|Image|Picture|Foto|Фото)\s*:\s*[^!?\n]{2,60}?(?:/\s?[^\W\d_]{2,12}|[»”])\s+"
    r"(?=[A-ZА-ЯІЇЄҐ])"
)
_AROUND = " \t\n\u00a0-–—|:.…"


def opens_at(title: str, text: str, language: str, written: date | None) -> int:
    """Where a text goes on after the day that is printed at its head, its title, and the place, the day and the agency
    that it may begin with."""
    picture = _PICTURE.match(text)
    at = picture.end() if picture else after_printed_day(text, language)
    repeated = _after_title(title, text[at:])
    at += repeated + (after_printed_day(text[at + repeated :], language) if repeated else 0)
    head = dateline(text[at:], language, written)
    return at + head.end if head is not None and at + head.end < len(text) else at


def _after_title(title: str, text: str) -> int:
    """Where a text goes on after its own title, which stands at its head in the same words; 0 where it does not, or
    nothing else begins there."""
    words, at = title.split(), 0
    for word in words:
        at += len(text[at:]) - len(text[at:].lstrip())
        if not text.startswith(word, at):
            return 0
        at += len(word)
    if text[at : at + 1] in _ENDS:
        # It is a sentence or a line of its own.
        return 0
    rest = text[at:].lstrip(_AROUND)
    begins = rest[:1].isalpha() and not rest[:1].islower()
    return len(text) - len(rest) if words and begins and len(rest) >= _LEAST else 0
