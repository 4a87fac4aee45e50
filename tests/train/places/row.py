"""A place on its way into the table."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping


@dataclasses.dataclass(slots=True)
class Row:
    """A place with its names: by language, the usual one first; of no language that we know; adjectives."""

    id: str
    name: str
    kind: str
    country: str
    lat: float = 0.0
    lon: float = 0.0
    population: int = 0
    zone: str = ""
    province: str = ""
    # 2: known by its name alone; 1: where it is written as a place is; 0: in a text on its country.
    prominent: int = 2
    capital: bool = False
    # Whether we say ourselves what it is called: it is in the news beyond its size.
    called: bool = False
    names: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    others: tuple[str, ...] = ()
    adjectives: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    # A region's: the towns whose provinces it is made of, or its extent.
    seats: tuple[str, ...] = ()
    km: float = 0.0
