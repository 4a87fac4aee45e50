"""What smaller places in the news of wars are called in each language: a file of ours, written for this.

`wars.tsv`: English names, country, north, east, then Arabic, Spanish, French, Hebrew, Russian, Ukrainian, the usual
spelling first, others behind bars. Which town of GeoNames' a line means is told by name and distance; what GeoNames
has no town for is a place of its own.
"""

from __future__ import annotations

import difflib
import functools
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from index.places.keys import name_key
from tests.train.places.row import Row
from tests.train.places.sources import lines, nearest_town, towns_of

_LANGUAGES = ("en", "ar", "es", "fr", "he", "ru", "uk")
# A town of GeoNames' is meant within so many kilometres by a name that is much the same.
_NEAR_KM, _NEAR_ALIKE, _FAR_KM = 15.0, 0.72, 45.0
_KM = 111.0


def named() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The names by language of the towns of GeoNames' that the file has, by their numbers."""
    return {number: names for number, _, names in _all() if number}


def own_places() -> Iterator[Row]:
    """The places of the file that GeoNames has no town for."""
    seen: set[str] = set()
    for number, (country, north, east), names in _all():
        place_id = re.sub(r"[^a-z]+", "-", name_key(names["en"][0])).strip("-") + f"-{country.lower()}"
        if number or place_id in seen:
            continue
        seen.add(place_id)
        nearest = nearest_town(country, north, east)
        yield Row(
            place_id, names["en"][0], "town", country, north, east,
            zone=nearest["timezone"] if nearest else "",
            province=f"{country}.{nearest['admin1code']}" if nearest and nearest["admin1code"] else "",
            prominent=1,
            names=names,
        )  # fmt: skip


@functools.cache
def _all() -> tuple[tuple[str, tuple[str, float, float], Mapping[str, tuple[str, ...]]], ...]:
    """Each line: the number of the town that it means, "" for none; where it is; its names."""
    rows = []
    for english, country, north, east, *cells in lines("wars.tsv"):
        names = {language: _several(cell) for language, cell in zip(_LANGUAGES, (english, *cells), strict=True)}
        names = {language: of for language, of in names.items() if of}
        where = (country, float(north), float(east))
        rows.append((_meant(where, names), where, names))
    return tuple(rows)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split("|") if name.strip() not in {"", "-"})


def _meant(where: tuple[str, float, float], names: Mapping[str, tuple[str, ...]]) -> str:
    country, north, east = where
    keys = {name_key(name) for of in names.values() for name in of}
    best, number = 0.0, ""
    for at, town in towns_of(country).items():
        away = _away(town, north, east)
        if away > _FAR_KM:
            continue
        called = {name_key(name) for name in (town["name"], *town["alternatenames"])}
        alike = 1.0 if keys & called else _alike(names["en"], town["name"]) if away <= _NEAR_KM else 0.0
        score = alike - away / (_FAR_KM * 2)
        if alike >= _NEAR_ALIKE and score > best:
            best, number = score, at
    return number


def _alike(names: tuple[str, ...], other: str) -> float:
    return max(difflib.SequenceMatcher(a=name_key(name), b=name_key(other)).ratio() for name in names)


def _away(town: Mapping[str, Any], north: float, east: float) -> float:
    wide = math.cos(math.radians(north))
    return _KM * math.hypot(town["latitude"] - north, (town["longitude"] - east) * wide)
