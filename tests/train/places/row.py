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
    prominent: bool = True
    names: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    others: tuple[str, ...] = ()
    adjectives: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    # A region's: the towns whose provinces it is made of, or its extent.
    seats: tuple[str, ...] = ()
    km: float = 0.0
