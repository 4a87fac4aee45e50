"""How often words are written, and how often the name of a place may be: what is above it is mostly another word."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping

from wordfreq import iter_wordlist, zipf_frequency

from index.places.keys import SCRIPTS, name_key, script_of
from tests.train.places.row import Row
from tests.train.places.sources import WARS

# The Zipf value of the name of a town of so many people, at most: so much for each tenfold.
_PER_TENFOLD, _LEAST, _IN_WARS = 0.9, -0.4, 0.6
# A place of ours counts as a town of so many people; a town whose people nobody counted as one of so few.
_OF_OURS, _UNCOUNTED = 300_000, 500
# A country's name, by how much more often than in the other languages.
_COUNTRY_MORE, _COUNTRY_LEAST = 0.8, 4.0
# A language of one country writes more of its towns.
_AT_HOME = {("he", "IL"): 0.6}


def frequency(word: str, language: str) -> float:
    """How often a word is written in a language, or one that has the same key."""
    return _by_key(language).get(name_key(word), 0.0)


def allowed(row: Row, language: str) -> float:
    """How often the name of a place is written at most, as far as the place explains it."""
    if row.kind == "country":
        others = [written_often(names[0], other) for other, names in row.names.items() if other != language]
        return max(_COUNTRY_LEAST, max(others) + _COUNTRY_MORE)
    people = row.population if row.kind == "town" else _OF_OURS
    more = (_IN_WARS if row.country in WARS else 0.0) + _AT_HOME.get((language, row.country), 0.0)
    return _LEAST + _PER_TENFOLD * math.log10(max(people, _UNCOUNTED)) + more


def written_often(name: str, language: str) -> float:
    """How often a name is written just so; 0 for one that is not, or has several words."""
    return _by_word(language).get(name.casefold(), 0.0)


@functools.cache
def _by_word(language: str) -> Mapping[str, float]:
    return {word: zipf_frequency(word, language) for word in iter_wordlist(language, "best")}


@functools.cache
def _by_key(language: str) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for word, often in _by_word(language).items():
        if script_of(word) == SCRIPTS[language]:
            key = name_key(word)
            found[key] = max(found.get(key, 0.0), often)
    return found
