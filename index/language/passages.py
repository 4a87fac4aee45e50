"""Cutting an article's text into passages on sentence boundaries, with exact offsets."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterator

from index.language.sentences import sentences

Span = tuple[int, int]

_PART = re.compile(r"\w+|[^\w\s]")
# Characters that a multilingual vocabulary spends about one piece on, in the long run, by kind of word.
_LATIN_PER_PIECE = 5.5
_OTHER_PER_PIECE = 3.5
_WIDE_PER_PIECE = 1.5


@dataclasses.dataclass(frozen=True, slots=True)
class PassagePolicy:
    # How long a passage may be, in the embedding model's word pieces (estimated).
    most_pieces: int = 220
    # A last passage shorter than this joins the one before it where that does not make it much too long.
    least_pieces: int = 40


def cut(text: str, policy: PassagePolicy) -> list[Span]:
    """The passages of `text` as (start, end) in code points: in order, without overlap, none blank.

    A passage begins and ends with a sentence; only a sentence that is longer than a passage is itself cut,
    between words where it has any. Nothing but white space lies between passages.
    """
    spans: list[Span] = []
    sizes: list[int] = []
    for (start, end), size in _units(text, policy.most_pieces):
        joined = _joined(text, spans[-1], sizes[-1], (start, end), size) if spans else 0
        if spans and joined <= policy.most_pieces:
            spans[-1] = (spans[-1][0], end)
            sizes[-1] = joined
        else:
            spans.append((start, end))
            sizes.append(size)
    if len(spans) > 1 and sizes[-1] < policy.least_pieces:
        joined = _joined(text, spans[-2], sizes[-2], spans[-1], sizes[-1])
        if joined <= policy.most_pieces + policy.least_pieces:
            spans[-2:] = [(spans[-2][0], spans[-1][1])]
    return spans


def pieces(text: str) -> int:
    """About how many word pieces a multilingual vocabulary makes of `text`."""
    return sum(_word_pieces(found.group()) for found in _PART.finditer(text))


def _word_pieces(word: str) -> int:
    first = word[0]
    if first.isascii():
        return 1 + int(len(word) / _LATIN_PER_PIECE)
    if unicodedata.east_asian_width(first) in "WF":
        return 1 + int(len(word) / _WIDE_PER_PIECE)
    return 1 + int(len(word) / _OTHER_PER_PIECE)


def _joined(text: str, first: Span, size: int, second: Span, more: int) -> int:
    """The pieces of two neighbours together: their sum, unless they are parts of one word."""
    return size + more if first[1] < second[0] else pieces(text[first[0] : second[1]])


def _units(text: str, most: int) -> Iterator[tuple[Span, int]]:
    for start, end in sentences(text):
        size = pieces(text[start:end])
        if size <= most:
            yield (start, end), size
        else:
            yield from _parts(text, start, end, most)


def _parts(text: str, start: int, end: int, most: int) -> Iterator[tuple[Span, int]]:
    """A sentence that is too long, cut between words, or anywhere in a word that is too long by itself."""
    begin, last, size = start, start, 0
    for found in re.finditer(r"\S+", text[start:end]):
        for part_start, part_end in _slices(found.start() + start, found.end() + start, most):
            more = pieces(text[part_start:part_end])
            joined = _joined(text, (begin, last), size, (part_start, part_end), more) if size else more
            if joined > most and size:
                yield (begin, last), size
                begin, joined = part_start, more
            last = part_end
            size = joined
    if size:
        yield (begin, last), size


def _slices(start: int, end: int, most: int) -> Iterator[Span]:
    # A character is at most about one piece, so `most` characters never make more than a passage.
    for begin in range(start, end, most):
        yield begin, min(begin + most, end)
