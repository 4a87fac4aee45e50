"""By which clocks people live: the zone of a town by its name, in any of our languages, or of a place on the map.

Towns and their zones are those of the table of places. Where somebody is stays in this call: it is neither kept nor
logged.
"""

from __future__ import annotations

import difflib
import functools
import re
import zoneinfo
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from babel import Locale
from babel.core import get_global

from bot.localtime import local, parse_zone, zones_by_name
from index.errors import InputError
from index.places import Place, country_of_adjective, distance, find, table

_LANGUAGES = ("ar", "uk", "ru", "he", "fr", "es")
# Zones that a reader chooses among.
_MOST = 3
_NAME_WORDS = 3
# How alike a mistyped city is to the one that is meant.
_NEAR = 0.8
# A name that is not the usual one is a town's before topics only where the town is large.
_LARGE = 100_000
_ARTICLES = frozenset({"al", "el", "as", "ash", "ar", "an", "la", "le", "the"})
# CLDR keeps some zones under the names that they had.
_CLDR_NAMES = {"Europe/Kyiv": "Europe/Kiev", "Asia/Yangon": "Asia/Rangoon", "Asia/Kolkata": "Asia/Calcutta"}
_RENAMED = {old: new for new, old in _CLDR_NAMES.items()}


def zone_named(text: str) -> str | None:
    """The zone that a person means where the whole text names it: as `parse_zone` takes it; None where nothing fits."""
    try:
        return parse_zone(text)
    except InputError:
        return None


def zone_within(text: str) -> str | None:
    """The words at the end of a text that name a zone: my time zone is New York, set it to +3. Several are one name
    where the first is no small word."""
    words = text.strip(" .!").split()
    counts = range(min(_NAME_WORDS, len(words)), 0, -1)
    endings = [" ".join(words[-count:]) for count in counts if count == 1 or not words[-count].islower()]
    return next((ending for ending in endings if zone_named(ending) is not None), None)


def zone_before_topics(words: Sequence[str]) -> str | None:
    """The zone that these words name where topics may follow: no country, no region and no common word is one."""
    if any("," in word for word in words):
        # Words with commas are a list of topics.
        return None
    text = " ".join(words)
    zone = zone_named(text)
    # The zone database has some countries, too, but whoever names one here means a topic.
    if zone is None or not ("/" in zone or zone.isupper()):
        return None
    if "/" in text or not any(letter.isalpha() for letter in text):
        return zone
    if text.casefold() in zones_by_name():
        # "Wake me": an island where nobody lives is written as a name.
        lived_in = any(candidate.place.prominent for candidate in find(text)[:1])
        return zone if lived_in or text[:1].isupper() else None
    for candidate in find(text)[:1]:
        town = candidate.place
        large = town.population >= _LARGE
        # Lviv is "of lions", too: a name that is another word is a city's where it is a large one, written as a name.
        common = candidate.common and not (candidate.usual and large and text[:1].isupper() and not text.isascii())
        if common or not town.prominent or not (candidate.usual or large):
            return None
        if not candidate.usual and _is_translation(words, town.name):
            return None
    return zone


def _is_translation(words: Sequence[str], usual: str) -> bool:
    """Whether a name of several words has nothing of the usual one: Casablanca is a white house in English, and whoever
    writes that means another."""
    bare = [word.casefold() for word in words if word.casefold() not in _ARTICLES]
    whole = re.sub(r"\W", "", usual.casefold())
    return len(bare) > 1 and all(word.isascii() and word not in whole for word in bare) and "".join(bare) != whole


def city_of(zone: str, language: str) -> str:
    """The city that a zone is named after, in a language."""
    named = Locale(language).time_zones.get(_CLDR_NAMES.get(zone, zone), {}).get("city")
    return str(named or zone.rpartition("/")[2].replace("_", " "))


def is_place_alone(text: str) -> bool:
    """Whether a message is the name of a place and nothing else."""
    name = text.strip().strip("?؟!.").strip()
    if not name or len(name.split()) > _NAME_WORDS or not name[0].isalpha():
        return False
    zone = zone_named(name)
    return is_place(name) or (zone is not None and "/" in zone)


def is_place(name: str) -> bool:
    """Whether a name is a place's and mostly means nothing else."""
    return any(candidate.usual and not candidate.common for candidate in find(name)[:1])


def is_subject(name: str) -> bool:
    """Whether a name is that of a country or of a known place, or says of what country something is: Syrian."""
    if not name[:1].isalpha() or len(name) < 3:
        return False
    candidates = find(name)[:1]
    written_large = name[:1].isupper()
    named = any(
        c.usual and c.place.prominent and (not c.common or written_large or c.place.kind == "country")
        for c in candidates
    )
    return named or country_of_adjective(name) is not None


def zone_like(word: str) -> str | None:
    """The zone of the city whose name is nearly that word: Bagdad, Damascas; None where none is."""
    names = {**_abroad(), **zones_by_name()}
    cities = [name for name, zone in names.items() if "/" not in name and "/" in zone]
    near = difflib.get_close_matches(word.casefold(), cities, n=1, cutoff=_NEAR)
    return names[near[0]] if near else None


def zones_of_town(name: str, now: datetime) -> tuple[str, ...]:
    """The zones of the towns of that name, the likeliest first; none where no town is called so."""
    towns = [candidate.place for candidate in find(name) if candidate.place.kind == "town"]
    return _told_apart([town for town in towns if town.prominent] or towns, now)


def zones_near(north: float, east: float, now: datetime) -> tuple[str, ...]:
    """The likely zones of a place, the nearest town's first; those whose clocks agree all year are one."""
    nearest = table().nearest(north, east)
    here = Place("", "", "", nearest.country, north, east)
    others = sorted(_largest_of_zones(nearest.country), key=lambda town: distance(here, town))
    return _told_apart([nearest, *others], now)


def _largest_of_zones(country: str) -> Iterable[Place]:
    """The largest town of each zone of a country."""
    largest: dict[str, Place] = {}
    for town in table().towns_of(country):
        # A settlement may keep the clocks of the country that settled it.
        if get_global("zone_territories").get(_CLDR_NAMES.get(town.zone, town.zone)) == country:
            largest.setdefault(town.zone, town)
    return largest.values()


def _told_apart(towns: Iterable[Place], now: datetime) -> tuple[str, ...]:
    """The zones of these towns in order; of zones whose clocks agree all year the first one's."""
    seasons = now, now.replace(year=now.year + 1, month=1, day=15), now.replace(year=now.year + 1, month=7, day=15)
    zones: dict[tuple[object, ...], str] = {}
    for town in towns:
        zones.setdefault(tuple(local(at, town.zone).utcoffset() for at in seasons), town.zone)
    return tuple(zones.values())[:_MOST]


@functools.cache
def _abroad() -> Mapping[str, str]:
    """The cities of zones by what they are called in the languages that we speak."""
    known = zoneinfo.available_timezones()
    cities: dict[str, str] = {}
    for language in _LANGUAGES:
        for zone, named in Locale(language).time_zones.items():
            zone = _RENAMED.get(zone, zone)
            if "city" in named and zone in known:
                cities.setdefault(named["city"].casefold(), zone)
    return cities
