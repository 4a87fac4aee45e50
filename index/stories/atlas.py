"""Where places lie, by the table of places. Pure once the table is open."""

from __future__ import annotations

import dataclasses
import functools

from index.language.languages import language_of
from index.language.remembering import remembered
from index.language.wordlists import words
from index.places import Mention, Place, find, mentions, names, table

# What is drawn by its middle.
_WIDE = frozenset({"region", "river", "water", "front"})
# What is no spot on the map.
_NO_SPOTS = frozenset({"country", "area"})
# Seats of government that stand for their states: to know a map by, and seldom where a report is set.
_CAPITALS = words(
    "damascus baghdad moscow tehran kyiv jerusalem beirut cairo kabul sanaa khartoum tripoli mogadishu ankara islamabad"
    " kinshasa bamako juba washington london paris berlin brussels riyadh doha amman"
)
_REMEMBERED = 32768


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

    def spot(self, name: str) -> Spot | None:
        """Where the likeliest place of a name lies. A country is no spot. None: not known."""
        places = [candidate.place for candidate in find(name)]
        if not places or places[0].kind == "country":
            return None
        return next((spot_of(place) for place in places if place.kind not in _NO_SPOTS), None)


@functools.cache
def world() -> Atlas:
    """The atlas of the table."""
    return Atlas()


def spot_of(place: Place) -> Spot | None:
    """A place on the map; None for a country."""
    if place.kind in _NO_SPOTS:
        return None
    return Spot(place.name, country_of(place), place.lat, place.lon, exact=place.kind not in _WIDE)


def country_of(place: Place) -> str:
    """The English name of the country that a place lies in, "" where there is none."""
    country = table().place(place.country) if place.country else None
    return country.name if country else ""


@functools.cache
def capitals() -> frozenset[str]:
    """The ids of the capitals."""
    found = (find(name) for name in sorted(_CAPITALS))
    return frozenset(candidates[0].place.id for candidates in found if candidates)


@remembered(1024)
def code_of(country_name: str) -> str:
    """The ISO code of a country by its English name, "" for what is none."""
    return next(
        (candidate.place.country for candidate in find(country_name, "en") if candidate.place.kind == "country"), ""
    )


def country_called(country_name: str, language: str) -> str:
    """What a country is called in a language; as it is where we do not know it."""
    place = table().place(code_of(country_name))
    return names(place, language)[0] if place and names(place, language) else country_name


def called(name: str, language: str) -> str:
    """What the place of a name is called in a language; as it is where we do not know it."""
    place = next((candidate.place for candidate in find(name)), None)
    return (names(place, language) or (name,))[0] if place and language != "en" else name


@remembered(_REMEMBERED)
def places_in(text: str) -> tuple[Mention, ...]:
    """The places that a text names, in order. Every briefing asks for the same weeks again, so it is remembered."""
    return mentions(text, language_of(text))
