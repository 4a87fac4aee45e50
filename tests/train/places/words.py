"""How often words are written, and how often the name of a place may be: what is above it is mostly another word."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping

from wordfreq import iter_wordlist, zipf_frequency

from index.places.keys import SCRIPTS, name_key, script_of
from tests.train.places.row import Row
from tests.train.places.sources import geonames_countries

# The Zipf value of the name of a town of so many people, at most: so much for each tenfold, more for a capital, and
# more in a language of the country. About a twentieth of GeoNames' towns over 100,000 people lies above that.
_PER_TENFOLD, _LEAST, _CAPITAL = 0.9, -1.2, 0.6
_AT_HOME, _AT_HOME_ELSE = {"ar": 1.4, "he": 1.7, "ru": 0.5, "uk": 1.0}, 0.9
# A place of ours counts as a town of so many people; a town whose people nobody counted as one of so few.
_WIDE, _SMALL, _UNCOUNTED = 2_000_000, 100_000, 500
# A country's name, and the adjectives to it, by how much more often than in the other languages.
_COUNTRY_MORE, _COUNTRY_LEAST = 0.8, 4.0
_TELLING = frozenset({"en", "fr", "ru", "uk"})
_NEIGHBOURS = {"PS": frozenset({"he"})}


def frequency(word: str, language: str) -> float:
    """How often a word is written in a language, or one that has the same key."""
    return _by_key(language).get(name_key(word), 0.0)


def allowed(row: Row, language: str) -> float:
    """How often the name of a place is written at most, as far as the place explains it."""
    if row.kind == "country":
        return max(_COUNTRY_LEAST, _abroad(row, language) + _COUNTRY_MORE)
    wide = row.kind in {"region", "area", "water", "river", "island"}
    people = row.population if row.kind == "town" else _WIDE if wide else _SMALL
    people = max(people, _SMALL) if row.called else people
    return (
        _LEAST
        + _PER_TENFOLD * math.log10(max(people, _UNCOUNTED))
        + _at_home(row, language)
        + (_CAPITAL if row.capital else 0.0)
    )


def allowed_adjective(row: Row, language: str) -> float:
    """How often an adjective of a country is written at most."""
    # A short word of the other languages is many things.
    abroad = max(
        (written_often(word, other) for other in _TELLING - {language} for word in row.adjectives.get(other, ())),
        default=0.0,
    )
    return max(_COUNTRY_LEAST, abroad + _COUNTRY_MORE + _at_home(row, language))


def _at_home(row: Row, language: str) -> float:
    return _AT_HOME.get(language, _AT_HOME_ELSE) if language in spoken_in(row.country) else 0.0


def _abroad(row: Row, language: str) -> float:
    return max(written_often(names[0], other) for other, names in row.names.items() if other != language)


@functools.cache
def spoken_in(country: str) -> frozenset[str]:
    """The languages that a country speaks."""
    listed = str(geonames_countries().get(country, {}).get("languages", ""))
    return frozenset(tag.partition("-")[0] for tag in listed.split(",")) | _NEIGHBOURS.get(country, frozenset())


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
