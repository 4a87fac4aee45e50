"""What places are called in the languages that we speak: countries and well known cities from CLDR, which Babel
carries, the gazetteer's towns and regions from our own list.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping

from babel import Locale

from index.answers.gazetteer import other_names
from index.answers.placenames import LANGUAGES, names_abroad_of
from index.language.terms import terms

# Stems that are words of their own in that language: gas, fumes, lady.
_AMBIGUOUS = frozenset({"газ", "чад", "dama"})

# A name as its terms: names in other forms of a word have the same.
Name = frozenset[str]


def names_abroad(words: frozenset[str]) -> list[tuple[Name, frozenset[Name]]]:
    """The places that these terms name in any language, each with all the names that it has in all of them."""
    found = [(name, all_names) for name, all_names in _places().items() if name <= words]
    # "Nova Scotia" is not also "Scotia": of names within each other only the longest counts.
    return [one for one in found if not any(one[0] < other[0] for other in found)]


def called(english: str, language: str) -> str:
    """What a place of the gazetteer is called in a language; as in English where we do not know."""
    if language not in LANGUAGES:
        return english
    ours = names_abroad_of().get(english, {}).get(language)
    return ours or _in_cldr(language).get(english.casefold(), english)


@functools.cache
def known_places() -> tuple[str, ...]:
    """The English names of the places that we can name in other languages."""
    countries = (str(name) for code, name in Locale("en").territories.items() if len(code) == 2)
    cities = (str(zone).rpartition("/")[2].replace("_", " ") for zone in Locale("ru").time_zones)
    return tuple(dict.fromkeys([*names_abroad_of(), *countries, *cities]))


@functools.cache
def _in_cldr(language: str) -> Mapping[str, str]:
    """English names of countries and of the cities of zones, in lower case, with those of the language."""
    english, other = Locale("en"), Locale(language)
    found = {
        name.casefold(): str(other.territories[code])
        for code, name in english.territories.items()
        if code in other.territories
    }
    for zone, named in other.time_zones.items():
        if "city" in named:
            city = english.time_zones.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
            found[city.casefold()] = str(named["city"])
    return found


@functools.cache
def _places() -> Mapping[Name, frozenset[Name]]:
    """Each name in any of the languages with all the names of the same place."""
    places: dict[str, set[Name]] = defaultdict(set)
    for language in ("en", *LANGUAGES):
        locale = Locale(language)
        for code, name in locale.territories.items():
            if len(code) == 2:
                places[code].add(frozenset(terms(name)))
        for zone, named in locale.time_zones.items():
            if "city" in named:
                english = zone.rpartition("/")[2].replace("_", " ")
                places[zone] |= {frozenset(terms(city)) for city in (english, named["city"])}
    for place, abroad in names_abroad_of().items():
        places[place] |= {frozenset(terms(name)) for name in (*other_names(place), *abroad.values())}
    found: dict[Name, frozenset[Name]] = {}
    for names in places.values():
        whole = frozenset(name for name in names if name and not name <= _AMBIGUOUS)
        for name in whole:
            found[name] = found.get(name, frozenset()) | whole
    return found
