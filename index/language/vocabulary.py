"""What the words of a sentence mean in the listings of their language's lexicon, looked up once for all readers."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from index.language.lexicon import lexicon
from index.language.remembering import remembered
from index.language.spelling import Word, spelled, words_of

# Conjunctions, prepositions and the article are written together with the word that follows.
_CLINGING = {
    "ar": ("و", "ف", "ب", "ل", "ك", "ال", "لل", "وال", "بال", "وب", "ول", "فال", "كال", "ولل", "س", "وس"),
    "he": ("ו", "ה", "ב", "ל", "מ", "ש", "כ", "וה", "שה", "מה", "כש", "וב", "ול", "ומ", "וש", "שב", "של", "לכ", "בכ"),
}
_LEAST_STEM = 2
_REMEMBERED_WORDS = 8192
_REMEMBERED_SENTENCES = 256


class Sense(NamedTuple):
    """What is meant, by how many words, and whether other words cling to the front of the first."""

    meaning: str
    length: int
    clings: bool = False


Senses = Mapping[str, Sense]
_NOTHING = Sense("", 0)
_NONE: Senses = MappingProxyType({})


class Vocabulary:
    """The listings of a lexicon file. An entry ends in `*` where any ending may follow, and has `_` for the spaces
    between its words, of which each may have an ending. The longest entry that fits is the one that counts."""

    def __init__(self, language: str, concern: str) -> None:
        self._whole: dict[str, list[tuple[str, str]]] = {}
        self._stems: dict[str, list[tuple[str, str]]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        self._clinging = _CLINGING.get(language, ())
        for listing, meanings in lexicon(language, concern).items():
            for meaning, entries in meanings.items():
                for entry in entries.split():
                    self._add(listing, meaning, spelled(entry))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))
        self._longest = max(map(len, self._stems), default=0)
        self._longest_opening = max((len(first) - 1 for first in self._phrases if first.endswith("*")), default=0)
        self.entries = remembered(_REMEMBERED_WORDS)(self._entries)

    def _add(self, listing: str, meaning: str, entry: str) -> None:
        if "_" in entry:
            first, *rest = entry.split("_")
            self._phrases.setdefault(first, []).append((tuple(rest), listing, meaning))
        elif entry.endswith("*"):
            self._stems.setdefault(entry[:-1], []).append((listing, meaning))
        else:
            self._whole.setdefault(entry, []).append((listing, meaning))

    def _entries(self, key: str) -> tuple[Senses, list[tuple[tuple[str, ...], str, str]]]:
        """What one word means in each listing that has it, and the phrases that it begins."""
        found: dict[str, Sense] = {}
        self._look_up(key, found, clings=False)
        for cling in self._clinging:
            if key.startswith(cling) and len(key) - len(cling) >= _LEAST_STEM:
                self._look_up(key[len(cling) :], found, clings=True)
        return found or _NONE, self._phrases_from(key)

    def _look_up(self, key: str, found: dict[str, Sense], *, clings: bool) -> None:
        for listing, meaning in self._whole.get(key, ()):
            found.setdefault(listing, Sense(meaning, 1, clings))
        for length in range(min(len(key), self._longest), 1, -1):
            for listing, meaning in self._stems.get(key[:length], ()):
                found.setdefault(listing, Sense(meaning, 1, clings))

    def at(self, words: tuple[Word, ...], place: int) -> Senses:
        """What the words from a place on mean in each listing: the longest phrase that begins there, else the word."""
        senses, phrases = self.entries(words[place].key)
        if not phrases:
            return senses
        found: dict[str, Sense] = {}
        for rest, listing, meaning in phrases:
            if listing not in found and _follow(words, place, rest):
                found[listing] = Sense(meaning, len(rest) + 1)
        return {**senses, **found} if found else senses

    def _phrases_from(self, key: str) -> list[tuple[tuple[str, ...], str, str]]:
        phrases = self._phrases.get(key, [])
        for cling in self._clinging:
            if key.startswith(cling) and key[len(cling) :] in self._phrases:
                return phrases + self._phrases[key[len(cling) :]]
        stems = (f"{key[:length]}*" for length in range(min(len(key), self._longest_opening), 1, -1))
        return [*phrases, *itertools.chain.from_iterable(self._phrases.get(stem, ()) for stem in stems)]


def _follow(words: tuple[Word, ...], place: int, rest: tuple[str, ...]) -> bool:
    if place + len(rest) >= len(words):
        return False
    for step, wanted in enumerate(rest, place + 1):
        key = words[step].key
        if not (key.startswith(wanted[:-1]) if wanted.endswith("*") else key == wanted):
            return False
    return True


class Marked:
    """The words of a sentence, and what each begins to say in every listing of a concern."""

    __slots__ = ("_marks", "_vocabulary", "language", "words")

    def __init__(self, words: tuple[Word, ...], language: str, concern: str) -> None:
        self.words, self.language = words, language
        self._vocabulary = vocabulary(language, concern)
        self._marks = tuple(self._vocabulary.at(words, place) for place in range(len(words)))

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, place: int) -> Word:
        return self.words[place]

    def is_plain(self, place: int) -> bool:
        """Whether the word at a place is in no listing at all."""
        return not self._marks[place]

    def sense(self, listing: str, place: int) -> Sense:
        """What the words from a place on mean in a listing; no meaning and no length where they are not in it."""
        return self._marks[place].get(listing, _NOTHING) if 0 <= place < len(self._marks) else _NOTHING

    def says(self, listing: str, place: int) -> str:
        if 0 <= place < len(self._marks):
            marks = self._marks[place]
            return marks[listing].meaning if listing in marks else ""
        return ""

    def has(self, listing: str) -> bool:
        """Whether any of the words is in a listing."""
        return any(listing in marks for marks in self._marks)

    def length(self, listing: str, place: int) -> int:
        return self.sense(listing, place).length

    def key(self, place: int) -> str:
        return self.words[place].key if 0 <= place < len(self.words) else ""

    def meaning(self, listing: str, key: str) -> str:
        """What a word that need not be in the sentence means in a listing."""
        return self._vocabulary.entries(key)[0].get(listing, _NOTHING).meaning


@functools.cache
def vocabulary(language: str, concern: str) -> Vocabulary:
    return Vocabulary(language, concern)


@remembered(_REMEMBERED_SENTENCES)
def marked(sentence: str, language: str, concern: str) -> Marked:
    """The words of a sentence with what they say in the lexicon of a concern."""
    return Marked(words_of(sentence, language), language, concern)
