"""Where places lie, by the table of places: those that the gazetteer knows, and the towns of named countries."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Collection

from index.answers.gazetteer import country, is_country, is_place, other_names
from index.places import Place, find, names, table

# What is drawn by its middle.
_WIDE = frozenset({"region", "river", "water", "front"})


@dataclasses.dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map. `exact`: a town; else a region, by its middle."""

    name: str
    country: str
    north: float
    east: float
    exact: bool = True


class Atlas:
    """Finds places on the map."""

    def spot(self, name: str, countries: Collection[str] = ()) -> Spot | None:
        """Where a place lies: one that the gazetteer knows, else a town of one of the countries. None: not known.

        A country is no spot.
        """
        if is_country(name):
            return None
        if is_place(name):
            usual = other_names(name)[0]
            place = next((place for written in other_names(name) if (place := _lying(written, country(name)))), None)
            return _spot(place, usual, country(name)) if place else None
        for other in countries:
            town = _lying(name, other)
            if town is not None:
                return _spot(town, town.name, other)
        return None


@functools.cache
def world() -> Atlas:
    """The atlas of the table."""
    return Atlas()


@functools.lru_cache(maxsize=1024)
def code_of(country_name: str) -> str:
    """The ISO code of a country by its English name, "" for what is none."""
    return next((found.place.country for found in find(country_name, "en") if found.place.kind == "country"), "")


def country_called(country_name: str, language: str) -> str:
    """What a country is called in a language; as it is where we do not know it."""
    place = table().place(code_of(country_name))
    return names(place, language)[0] if place and names(place, language) else country_name


@functools.lru_cache(maxsize=4096)
def _lying(name: str, country_name: str) -> Place | None:
    """The likeliest place of that name in a country."""
    code = code_of(country_name)
    places = (found.place for found in find(name) if found.place.kind not in {"country", "area"})
    return next((place for place in places if place.country == code or not code), None)


def _spot(place: Place, name: str, country_name: str) -> Spot:
    return Spot(name, country_name, place.lat, place.lon, exact=place.kind not in _WIDE)
