"""The table of places: one file, mapped into memory and searched there.

The file is a line of JSON, which says where each column lies, and then the columns. It is made by
`python -m tests.train.places`. Names are found by the digests of their keys, all those of a text at once.
"""

from __future__ import annotations

import functools
import json
import math
import mmap
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.places.keys import digest
from index.places.place import ADJECTIVE, Naming, Place, Region

FILE = Path(__file__).with_name("places.bin")
LANGUAGES = ("en", "ar", "es", "fr", "he", "ru", "uk")
# What the file has of each place and of each name, in this order.
COLUMNS = {
    "number": "<i4", "kind": "u1", "country": "<u2", "province": "<u2", "zone": "<u2", "north": "<f4", "east": "<f4",
    "population": "<u4", "prominent": "u1", "names_at": "<u4",
    "digest": "<u8", "place": "<u4", "rank": "u1", "common": "u1", "starts": "<u8", "names": "u1",
}  # fmt: skip
_EARTH_KM = 6371.0
# A city of so many people lies in no region that is drawn as a circle: such a one is named for what is around it.
_METROPOLIS = 1_000_000
# Names of several words: how many at most.
MOST_WORDS = 4


class Gazetteer:
    """Every place of the table. Nothing changes it, and any number of threads may ask it."""

    def __init__(self, data: mmap.mmap | bytes) -> None:
        head = bytes(data[: data.find(b"\n")])
        header: Mapping[str, Any] = json.loads(head)
        self._kinds: Sequence[str] = header["kinds"]
        self._countries: Sequence[str] = header["countries"]
        self._provinces: Sequence[str] = header["provinces"]
        self._zones: Sequence[str] = header["zones"]
        self._own: Sequence[str] = header["own"]
        self._regions = {
            region: Region(frozenset(area["provinces"]), area["km"]) for region, area in header["regions"].items()
        }
        start = -(-(len(head) + 1) // 8) * 8
        self._columns = {
            name: np.frombuffer(data, COLUMNS[name], count=count, offset=start + offset)
            for name, (offset, count) in header["columns"].items()
        }
        self._row_of_own = {name: row for row, name in enumerate(self._own)}

    def __len__(self) -> int:
        return len(self._columns["number"])

    def place(self, place_id: str) -> Place | None:
        """The place of an id, None where the table has none."""
        return _called(self, place_id)

    def at(self, row: int) -> Place:
        """The place in a row of the table."""
        return _place(self, row)

    def namings(self, keys: Iterable[str]) -> list[tuple[Naming, ...]]:
        """For each key the places that are called so."""
        return self.namings_of([digest(key) for key in keys])

    def namings_of(self, digests: Sequence[int]) -> list[tuple[Naming, ...]]:
        """For each digest of a key the places that are called so."""
        wanted = np.array(digests, dtype=np.uint64)
        column = self._columns["digest"]
        first = np.searchsorted(column, wanted, side="left")
        there = (first < len(column)) & (column[np.minimum(first, len(column) - 1)] == wanted)
        return [
            self._namings(int(row), number) if hit else ()
            for row, number, hit in zip(first, digests, there, strict=True)
        ]

    def begins_names(self, digests: Sequence[int]) -> list[bool]:
        """For each digest of a word's key whether a name of several words begins with it."""
        wanted = np.array(digests, dtype=np.uint64)
        column = self._columns["starts"]
        at = np.minimum(np.searchsorted(column, wanted), len(column) - 1)
        answers: list[bool] = (column[at] == wanted).tolist()
        return answers

    def names(self, place: Place, language: str = "") -> tuple[str, ...]:
        """What a place is called in a language, the usual name first; in all of them where none is given."""
        by_language, others = _names_of(self, self._row(place.id) or 0)
        if language:
            return by_language.get(language, ())
        every = [name for names in by_language.values() for name in names]
        return tuple(dict.fromkeys([place.name, *every, *others]))

    def within(self, place: Place, other: Place) -> bool:
        """Whether a place lies in a country or a region; a place lies in itself."""
        if place.id == other.id:
            return True
        if other.kind == "country":
            return bool(other.country) and place.country == other.country
        region = self._regions.get(other.id)
        if region is None or (place.kind == "country"):
            return False
        if region.provinces and place.province:
            return place.province in region.provinces
        inner = self._regions.get(place.id)
        if region.provinces and inner is not None and inner.provinces:
            return inner.provinces <= region.provinces
        if place.population >= _METROPOLIS:
            return False
        reach = region.km if inner is None else region.km - inner.km
        return place.country == other.country and reach > 0 and distance(place, other) <= reach

    def nearest(self, north: float, east: float, *, populated: int = 0) -> Place:
        """The town nearest to a point, of those with so many people."""
        columns = self._columns
        across = np.abs(columns["east"] - east) % 360
        across = np.minimum(across, 360 - across) * np.cos(np.radians((columns["north"] + north) / 2))
        far = (columns["north"] - north) ** 2 + across**2
        is_town = (columns["kind"] == self._kinds.index("town")) & (columns["population"] >= populated)
        return self.at(int(np.argmin(np.where(is_town & (columns["number"] > 0), far, np.inf))))

    def towns_of(self, country: str) -> list[Place]:
        """The towns of a country, the largest first."""
        rows = np.nonzero(self._columns["country"] == self._countries.index(country))[0]
        towns = [self.at(int(row)) for row in rows if self._kinds[self._columns["kind"][row]] == "town"]
        return sorted(towns, key=lambda town: -town.population)

    def _row(self, place_id: str) -> int | None:
        if place_id in self._row_of_own:
            return self._row_of_own[place_id]
        if not place_id.isdecimal() or not place_id.isascii():
            return None
        numbers = self._columns["number"][len(self._own) :]
        row = int(np.searchsorted(numbers, int(place_id)))
        found = row < len(numbers) and int(numbers[row]) == int(place_id)
        return row + len(self._own) if found else None

    def _namings(self, row: int, number: int) -> tuple[Naming, ...]:
        columns, namings = self._columns, []
        while row < len(columns["digest"]) and int(columns["digest"][row]) == number:
            place, rank = int(columns["place"][row]), int(columns["rank"][row])
            common = int(columns["common"][row])
            namings.append(
                Naming(
                    self.at(place),
                    rank=rank,
                    common=frozenset(name for bit, name in enumerate(LANGUAGES) if common >> bit & 1),
                    unprefixed=bool(common >> 7),
                    adjective=rank == ADJECTIVE,
                )
            )
            row += 1
        return tuple(namings)

    def _raw(self, row: int) -> Place:
        columns = self._columns
        own = row < len(self._own)
        record = self._record(row)
        return Place(
            id=self._own[row] if own else str(int(columns["number"][row])),
            name=record.partition("\t")[0],
            kind=self._kinds[columns["kind"][row]],
            country=self._countries[columns["country"][row]],
            lat=round(float(columns["north"][row]), 5),
            lon=round(float(columns["east"][row]), 5),
            population=int(columns["population"][row]),
            zone=self._zones[columns["zone"][row]],
            province=self._provinces[columns["province"][row]],
            prominent=int(columns["prominent"][row]),
        )

    def _record(self, row: int) -> str:
        at = self._columns["names_at"]
        return bytes(self._columns["names"][int(at[row]) : int(at[row + 1])]).decode()


@functools.cache
def table() -> Gazetteer:
    """The table, opened when it is first asked for."""
    with FILE.open("rb") as file:
        return Gazetteer(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def distance(place: Place, other: Place) -> float:
    """How many kilometres lie between two places, from middle to middle."""
    north, to_north = math.radians(place.lat), math.radians(other.lat)
    east = math.radians(other.lon - place.lon)
    part = math.sin((to_north - north) / 2) ** 2 + math.cos(north) * math.cos(to_north) * math.sin(east / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(part))


@functools.lru_cache(maxsize=8192)
def _place(gazetteer: Gazetteer, row: int) -> Place:
    return gazetteer._raw(row)


@functools.lru_cache(maxsize=8192)
def _called(gazetteer: Gazetteer, place_id: str) -> Place | None:
    row = gazetteer._row(place_id)
    return None if row is None else gazetteer.at(row)


@functools.lru_cache(maxsize=2048)
def _names_of(gazetteer: Gazetteer, row: int) -> tuple[Mapping[str, tuple[str, ...]], tuple[str, ...]]:
    _, *listed = gazetteer._record(row).split("\t")
    by_language = {
        language: tuple(names.split(";")) for language, names in zip(LANGUAGES, listed, strict=False) if names
    }
    others = listed[len(LANGUAGES)] if len(listed) > len(LANGUAGES) else ""
    return by_language, tuple(others.split(";")) if others else ()
