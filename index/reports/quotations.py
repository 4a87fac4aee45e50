"""What stands in quotation marks: an open quotation ends with its paragraph, unless the next one opens another."""

from __future__ import annotations

import dataclasses
import re

_PAIRS = {"“": '”"', "«": "»", "„": "“”»", "‹": "›", "〝": "〞"}
_STRAIGHT = frozenset({'"', "״"})
_LOW_SINGLE = "‘"
# Two apostrophes are a quotation mark in texts that know no other.
_TWO_SINGLES = "''"
# A mark inside a word of Hebrew is part of it; so is an apostrophe anywhere.
_MOST_CHARACTERS = 6_000


_MARK = re.compile("[“”«»„‹›〝〞\"״‘’']")


@dataclasses.dataclass(frozen=True, slots=True)
class Quotation:
    """`start:end` is what is quoted with its marks. `continued`: it was left open and goes on in the next paragraph."""

    start: int
    end: int
    continued: bool = False


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text in order. They do not overlap; one inside another is part of the outer."""
    spans: list[Quotation] = []
    offset = 0
    for paragraph in text.splitlines(keepends=True):
        spans.extend(_in_paragraph(paragraph, offset))
        offset += len(paragraph)
    return tuple(_with_continuations(text, spans))


def _in_paragraph(paragraph: str, offset: int) -> list[Quotation]:
    spans: list[Quotation] = []
    opened, closers, doubled = -1, "", paragraph.find(_TWO_SINGLES) >= 0
    for mark in _MARK.finditer(paragraph):
        at, character = mark.start(), mark.group()
        twice = doubled and character == "'" and paragraph.startswith(_TWO_SINGLES, at)
        if opened < 0:
            closers = _TWO_SINGLES if twice else _closers(paragraph, at, character)
            opened = at if closers else -1
        elif twice and closers == _TWO_SINGLES and at > opened + 1:
            spans.append(Quotation(offset + opened, offset + at + 2))
            opened = -1
        elif closers != _TWO_SINGLES and _closes(paragraph, at, closers):
            spans.append(Quotation(offset + opened, offset + at + 1))
            opened = -1
    if opened >= 0 and len(paragraph) - opened < _MOST_CHARACTERS:
        spans.append(Quotation(offset + opened, offset + len(paragraph.rstrip()), continued=True))
    return [span for span in spans if span.end - span.start > 2]


def _closers(paragraph: str, at: int, character: str) -> str:
    """The marks that end a quotation which opens here, "" where none does."""
    if character in _PAIRS:
        return _PAIRS[character]
    if character in _STRAIGHT and not _in_word(paragraph, at):
        return f"{character}”"
    opens_word = paragraph[at + 1 : at + 2].isalnum() and not paragraph[at - 1 : at].isalnum()
    if character == _LOW_SINGLE and opens_word and _closing_single(paragraph, at):
        return "’"
    return ""


def _closes(paragraph: str, at: int, closers: str) -> bool:
    """Whether a mark ends the quotation that is open; an opening one does behind a stop, where it was mistaken."""
    if paragraph[at] == "“" and "“" not in closers:
        return "”" in closers and paragraph[at - 1] in ",.!?…" and not paragraph[at + 1 : at + 2].isalnum()
    return paragraph[at] in closers and not _in_word(paragraph, at)


def _in_word(paragraph: str, at: int) -> bool:
    """Whether a mark is one of the letters of a Hebrew word, or an apostrophe in any."""
    before, after = paragraph[at - 1 : at], paragraph[at + 1 : at + 2]
    if paragraph[at] in _STRAIGHT:
        return "א" <= before <= "ת" and "א" <= after <= "ת"
    return before.isalnum() and after.isalnum()


def _closing_single(paragraph: str, at: int) -> bool:
    """Whether a quotation in single marks is closed: by a mark behind a stop or a word, not by an apostrophe."""
    return paragraph.find("’", at + 1, at + _MOST_CHARACTERS) > at


def _with_continuations(text: str, spans: list[Quotation]) -> list[Quotation]:
    """An open quotation counts as continued only where the next paragraph opens with a mark."""
    result = []
    for place, span in enumerate(spans):
        following = spans[place + 1] if place + 1 < len(spans) else None
        goes_on = span.continued and following is not None and not text[span.end : following.start].strip()
        result.append(dataclasses.replace(span, continued=goes_on))
    return result
