"""Places: one generated table, and what is asked of it.

`table()` is the gazetteer; `mentions` reads the places that a text names, `find` those that a name may mean; `within`,
`near` and `names` say how places lie and what they are called. Pure once the table is open.
"""

from __future__ import annotations

from index.places.finding import Candidate, country_of_adjective, find, near, spelled_like
from index.places.keys import LATIN, script_of
from index.places.place import Mention, Place
from index.places.reading import mentions
from index.places.table import Gazetteer, distance, table

__all__ = [
    "LATIN",
    "Candidate",
    "Gazetteer",
    "Mention",
    "Place",
    "country_of_adjective",
    "distance",
    "find",
    "mentions",
    "names",
    "near",
    "script_of",
    "spelled_like",
    "table",
    "within",
]


def names(of: Place, language: str = "") -> tuple[str, ...]:
    """What a place is called in a language, the usual name first; everywhere where no language is given."""
    return table().names(of, language)


def within(inner: Place, outer: Place) -> bool:
    """Whether a place lies in a country or a region."""
    return table().within(inner, outer)
