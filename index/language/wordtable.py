"""Words of a lexicon and what they mean, looked up with their endings and what clings to their front."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence

from index.language.lexicon import lexicon
from index.language.spelling import Word, spelled

# Conjunctions, prepositions and the article are written together with the word that follows.
_CLINGING = {
    "ar": ("و", "ف", "ب", "ل", "ك", "ال", "لل", "وال", "بال", "وب", "ول", "فال", "كال", "ولل", "س", "وس", "اذ"),
    "he": ("ו", "ה", "ב", "ל", "מ", "ש", "כ", "וה", "שה", "מה", "כש", "וב", "ול", "ומ", "וש", "שב", "של", "לכ", "בכ"),
}
_REMEMBERED = 20_000
_LEAST_STEM = 2


class WordTable:
    """What each word of a listing means. An entry ends in `*` where any ending may follow, and has `_` for the
    spaces between its words; the last word of several may have an ending too."""

    def __init__(self, listing: Mapping[str, str], language: str) -> None:
        self._whole: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._clinging = _CLINGING.get(language, ())
        for meaning, entries in listing.items():
            for entry in entries.split():
                self._add(spelled(entry), meaning)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))
        self.meaning = functools.lru_cache(maxsize=_REMEMBERED)(self._meaning)

    def _add(self, entry: str, meaning: str) -> None:
        if "_" in entry:
            first, *rest = entry.split("_")
            self._phrases.setdefault(first, []).append((tuple(rest), meaning))
        elif entry.endswith("*"):
            self._stems.setdefault(entry[:-1], meaning)
        else:
            self._whole.setdefault(entry, meaning)

    def _meaning(self, key: str) -> str:
        """What one word means, "" where it is not listed."""
        meaning = self._bare(key)
        if meaning or not self._clinging:
            return meaning
        for cling in self._clinging:
            if key.startswith(cling) and len(key) - len(cling) >= _LEAST_STEM:
                meaning = self._bare(key[len(cling) :])
                if meaning:
                    return meaning
        return ""

    def _bare(self, key: str) -> str:
        if key in self._whole:
            return self._whole[key]
        for length in range(len(key), 1, -1):
            if key[:length] in self._stems:
                return self._stems[key[:length]]
        return ""

    def clings(self, key: str) -> bool:
        """Whether a word is listed only without the letters that cling to its front, such as "and"."""
        return bool(self._clinging) and bool(self.meaning(key)) and not self._bare(key)

    def at(self, words: Sequence[Word], place: int) -> tuple[str, int]:
        """What the words from `place` on mean, and how many words say it: ("", 0) where nothing listed begins."""
        key = words[place].key
        phrases = self._phrases.get(key) or (self._phrases_behind(key) if self._clinging else ())
        for rest, meaning in phrases:
            if place + len(rest) < len(words) and all(
                _fits(words[place + 1 + step].key, wanted) for step, wanted in enumerate(rest)
            ):
                return meaning, len(rest) + 1
        meaning = self.meaning(key)
        return (meaning, 1) if meaning else ("", 0)

    def _phrases_behind(self, key: str) -> Iterable[tuple[tuple[str, ...], str]]:
        """The phrases that begin with a word behind what clings to its front."""
        for cling in self._clinging:
            if key.startswith(cling) and key[len(cling) :] in self._phrases:
                return self._phrases[key[len(cling) :]]
        return ()


def _fits(key: str, wanted: str) -> bool:
    return key.startswith(wanted[:-1]) if wanted.endswith("*") else key == wanted


@functools.cache
def table(language: str, concern: str, name: str) -> WordTable:
    """The words that a language's lexicon lists under a name; an empty table where it lists none."""
    listing = lexicon(language, concern).get(name, {})
    return WordTable({name: listing} if isinstance(listing, str) else listing, language)
