"""The cases of Russian and Ukrainian: who acts, in the instrumental, and the name of a body or an office in the
nominative where it stands in the genitive.

Behind "according to" ("по данным областной прокуратуры" is областная прокуратура), and by endings alone: the
dictionaries of both languages are under licences that we can not take over. Pure.
"""

from __future__ import annotations

from index.language.lexicon import lexicon
from index.language.reporting import folded
from index.reports.offices import offices

# How nouns and adjectives end that say who did something, or with what; so do few others of so many letters.
_INSTRUMENTALS = {
    "ru": ("ыми", "ими", "ами", "ями", "ьми", "ым", "им", "ом", "ем", "ой", "ей", "ою", "ью"),
    "uk": ("ими", "іми", "ами", "ями", "ьми", "им", "ім", "ом", "ем", "єм", "ою", "ею", "єю", "ю"),
}
_SHORTEST = 4
# The ending of a noun in the genitive and in the nominative: the first that fits.
_NOUNS = {
    "ru": (("ии", "ия"), ("ства", "ство"), ("ы", "а"), ("теля", "тель"), ("иков", "ики"), ("а", "")),
    "uk": (("ії", "ія"), ("ства", "ство"), ("и", "а"), ("теля", "тель"), ("иків", "ики"), ("а", "")),
}
# The same of an adjective before it. Behind these letters Russian writes и for ы.
_ADJECTIVES = {
    "ru": (("ой", "ая"), ("ей", "яя"), ("его", "ий"), ("ого", "ый")),
    "uk": (("ої", "а"), ("ого", "ий")),
}
_SOFTENING = "гкхжчшщ"
# What "according to" takes another case than the genitive behind begins with.
_DATIVE = frozenset({"согласно", "згідно"})
_MOST_ADJECTIVES = 3


def nominative(name: str, before: str, language: str) -> str:
    """The name in the nominative, where what stands `before` it in its report asks for the genitive; else as it is."""
    if language not in _NOUNS or not _asks_for_genitive(before, language):
        return name
    words = name.split()
    places = [at for at, word in enumerate(words[: _MOST_ADJECTIVES + 1]) if _is_office(word, language)]
    if not places:
        return name
    noun = _ended(words[places[0]], _NOUNS[language])
    adjectives = [_ended(word, _ADJECTIVES[language]) for word in words[: places[0]]]
    if noun is None or None in adjectives:
        return name
    return " ".join([*filter(None, adjectives), noun, *words[places[0] + 1 :]])


def is_instrumental(word: str, language: str) -> bool:
    """Whether a word, in lower case, ends as Russian or Ukrainian nouns and adjectives do in the instrumental."""
    return len(word) >= _SHORTEST and word.endswith(_INSTRUMENTALS.get(language, ()))


def _asks_for_genitive(before: str, language: str) -> bool:
    said = f" {' '.join(before.casefold().split())}"
    phrases = lexicon(language, "reporting").get("according", ())
    return any(said.endswith(f" {phrase}") for phrase in phrases if phrase.split()[0] not in _DATIVE)


def _is_office(word: str, language: str) -> bool:
    office = offices(language).office(folded(word))
    return office is not None and office.kind in {"body", "person"}


def _ended(word: str, endings: tuple[tuple[str, str], ...]) -> str | None:
    for genitive, nominative_ending in endings:
        stem = word.removesuffix(genitive)
        if stem != word and len(stem) > 1:
            softened = nominative_ending == "ый" and stem[-1] in _SOFTENING
            return stem + ("ий" if softened else nominative_ending)
    return None
