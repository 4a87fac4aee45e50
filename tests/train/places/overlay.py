"""Regions, fronts, camps, crossings, islands, rivers: places of ours."""

from __future__ import annotations

from collections.abc import Iterator

from index.places.table import LANGUAGES
from tests.train.places.row import Row
from tests.train.places.sources import lines, listed, nearest_town


def overlay() -> Iterator[Row]:
    """The places of the file, with the provinces of the towns that their line names."""
    for place_id, kind, country, north, east, extent, *cells in lines("overlay.tsv"):
        names = {language: listed(cell) for language, cell in zip(LANGUAGES, cells, strict=True)}
        is_far = extent.isdecimal()
        wide = kind in {"region", "area", "water", "river", "front"}
        nearest = nearest_town(country, float(north), float(east))
        yield Row(
            place_id, names["en"][0], kind, country, float(north), float(east),
            zone=nearest["timezone"] if nearest else "",
            province=f"{country}.{nearest['admin1code']}" if nearest and not wide else "",
            names=names,
            seats=() if is_far else listed(extent),
            km=float(extent) if is_far else 0.0,
        )  # fmt: skip
