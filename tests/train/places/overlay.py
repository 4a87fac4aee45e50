"""Regions, fronts, camps, crossings, islands, rivers: places of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from index.places.table import LANGUAGES
from tests.train.places.row import Row
from tests.train.places.sources import geonames, lines, listed


def overlay() -> Iterator[Row]:
    """The places of the file, with the provinces of the towns that their line names."""
    for place_id, kind, country, north, east, extent, *cells in lines("overlay.tsv"):
        names = {language: listed(cell) for language, cell in zip(LANGUAGES, cells, strict=True)}
        is_far = extent.isdecimal()
        wide = kind in {"region", "area", "water", "river", "front"}
        nearest = _nearest(country, float(north), float(east))
        yield Row(
            place_id, names["en"][0], kind, country, float(north), float(east),
            zone=nearest["timezone"] if nearest else "",
            province=f"{country}.{nearest['admin1code']}" if nearest and not wide else "",
            names=names,
            seats=() if is_far else listed(extent),
            km=float(extent) if is_far else 0.0,
        )  # fmt: skip


def _nearest(country: str, north: float, east: float) -> Mapping[str, Any] | None:
    """The nearest town of the country."""
    own = [town for town in geonames().values() if town["countrycode"] == country]
    return min(own, key=lambda town: (town["latitude"] - north) ** 2 + (town["longitude"] - east) ** 2, default=None)
