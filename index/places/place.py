"""What a place is, and what is said of it."""

from __future__ import annotations

import dataclasses

# How a name is one of its place: the usual one, another one, one made by leaving out the article, an adjective.
USUAL, OTHER, SHORTENED, ADJECTIVE = range(4)


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """A place of the table.

    `id`: GeoNames' number of a town, the ISO code of a country, else a word of ours. `kind`: country, town, region,
    camp, crossing, front, site, district, island, river, water or area. `country`: an ISO code, "" where it lies in
    none. `zone`: its IANA time zone, "" where it has several. `prominent`: 2 where its name
    alone tells it, 1 where it must be written as a place is, 0 where the text must be about its country.
    """

    id: str
    name: str
    kind: str
    country: str
    lat: float
    lon: float
    population: int = 0
    zone: str = ""
    province: str = ""
    prominent: int = 2


@dataclasses.dataclass(frozen=True, slots=True)
class Naming:
    """A place that is called by a name. `common`: the languages in which the word mostly means something else."""

    place: Place
    rank: int = USUAL
    common: frozenset[str] = frozenset()
    unprefixed: bool = False
    adjective: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text: `text == source[start:end]`.

    `kind` is "place", or "adjective" where a country is named as who acts ("Syrian"), not as where.
    """

    place: Place
    start: int
    end: int
    text: str
    kind: str = "place"


@dataclasses.dataclass(frozen=True, slots=True)
class Region:
    """What a region is made of: provinces, or all that lies within so many kilometres of its middle."""

    provinces: frozenset[str] = frozenset()
    km: float = 0.0
