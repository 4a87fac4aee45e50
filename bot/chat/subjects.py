"""What is left of a wish when hour, days and city are read: pieces that may be topics, and what shows that. Pure."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Sequence

from bot.chat.clock_words import ClockWords
from bot.chat.words import Word, among, is_asked_word
from bot.towns import is_subject


@dataclasses.dataclass(frozen=True, slots=True)
class Segment:
    """Words that stand together. `is_marked`: behind a word for what it is about; `behind_hour`: nothing but an hour,
    days and a city stand before it."""

    words: tuple[Word, ...]
    is_marked: bool
    behind_hour: bool

    @property
    def is_shown(self) -> bool:
        """Whether something shows that this is a topic: a word before it, or a place or a name in it."""
        return self.is_marked or any(_is_name(word) for word in self.words) or _has_place(self.words)

    @property
    def written(self) -> str:
        first = self.words[0].written
        # From, in, to: joined to a name.
        if self.is_marked and first[0] in "מבל" and not is_subject(first) and is_subject(first[1:]):
            first = first[1:]
        rest = [word.written for word in self.words[1:]]
        return " ".join([first, *rest]).replace("' ", "'").rstrip(".)").rstrip()


def segments_of(words: Sequence[Word], used: set[int], known: Sequence[ClockWords], *, timed: bool) -> list[Segment]:
    """What is left, in pieces that commas, hours and words that only ask keep apart."""
    made: list[Segment] = []
    piece: list[Word] = []
    marked, begun = False, False

    def close() -> None:
        nonlocal piece
        while piece and _is_small(piece[-1]) and not _is_last_of_name(piece):
            piece.pop()
        if piece:
            made.append(Segment(tuple(piece), marked, begun))
        piece = []

    for place, word in enumerate(words):
        name = _is_name(word) and word.written.isupper()
        if place in used:
            close()
            marked, begun = False, True
            continue
        if not name and (is_asked_word(word.bare, "topical") or is_asked_word(word.bare, "news")) and not piece:
            marked = True
        elif not name and _only_asks(word, piece, known):
            close()
            marked = is_asked_word(word.bare, "topical") or is_asked_word(word.bare, "news")
        elif piece or not _is_small(word) or _begins_name(words, place):
            piece.append(word)
        if word.break_after:
            close()
            marked = marked and is_asked_word(word.bare, "topical")
    close()
    return made


def _only_asks(word: Word, piece: list[Word], known: Sequence[ClockWords]) -> bool:
    """Whether a word ends the piece before it."""
    if piece and (is_asked_word(word.bare, "joints") or _continues_name(word, piece)):
        return False
    kinds = ("speech", "news", "topical", "zone")
    return any(is_asked_word(word.bare, kind) for kind in kinds) or among(word.bare, known, "at")


def _continues_name(word: Word, piece: list[Word]) -> bool:
    """Whether a word written large is one more of a name: the Red Sea, Sudán del Sur."""
    last = [before for before in piece[-2:] if not _is_small(before)][-1:]
    return _is_name(word, anywhere=True) and all(_is_name(before, anywhere=True) for before in last)


def _is_last_of_name(piece: list[Word]) -> bool:
    """Whether a small word is written large behind a name: Sudán del Sur."""
    return len(piece) > 1 and piece[-1].written[:1].isupper() and _is_name(piece[0], anywhere=True)


def _is_small(word: Word) -> bool:
    if len(word.written) > 1 and word.written.isupper() and word.written.isalpha():
        return False
    return is_asked_word(word.bare, "joints") or not any(c.isalnum() for c in word.bare)


_NAME_ARTICLES = frozenset({"La", "Las", "Los", "El", "Le", "Les", "Al"})


def _begins_name(words: Sequence[Word], place: int) -> bool:
    """Whether an article is written as part of a name: Los Angeles, Al Jazeera."""
    following = words[place + 1 : place + 2]
    return words[place].written in _NAME_ARTICLES and bool(following) and following[0].written[:1].isupper()


def _is_name(word: Word, *, anywhere: bool = False) -> bool:
    """Whether a word is written as a name, and not only because a sentence begins with it, unless `anywhere`."""
    letters = word.written.strip(".-'’")
    if len(letters) < 2:
        return False
    if letters.isupper() and letters.isalpha():
        return True
    return letters[0].isupper() and (anywhere or not (word.first or _is_spoken(word)))


def _is_spoken(word: Word) -> bool:
    return any(is_asked_word(word.bare, kind) for kind in ("speech", "news", "topical", "joints", "zone"))


def _has_place(words: Sequence[Word]) -> bool:
    written = [part for word in words for part in re.split(r"[-–/]", word.written.strip("."))]
    pairs = [" ".join(pair) for pair in itertools.pairwise(written)]
    return any(is_subject(name) for name in [*written, *pairs])
