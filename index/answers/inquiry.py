"""What a question asks for, understood once: its kind, its names, its time, its words."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import numpy as np
import numpy.typing as npt

from index.places import Place, table
from index.reports.counted import LIFELESS
from index.reports.records import Voice


@dataclasses.dataclass(frozen=True)
class Inquiry:
    """A question, understood. `text` is what is searched for: a follow-up has what it leaves out put back.

    `kind` is what the trained head tells. `outcomes` and `counted` say what a question of a number counts; `deeds` are
    the classes of deeds it names, `actors` the ids of the parties. `first` to `last` are the days of the event that is
    meant; `since`: only what was written from then on is wanted; `assumed`: no year was said. `covers` tells whether
    any of some places is one that is asked about, or lies in one. `vector` is the question's, of length 1.
    """

    @dataclasses.dataclass(frozen=True)
    class Name:
        """A name in the question: as written, with the stems of its words and what it is known as."""

        text: str
        stems: frozenset[str]
        place_ids: frozenset[str] = frozenset()
        actor: str = ""
        # How each of its words may sound, for other spellings and scripts.
        sounds: frozenset[frozenset[str]] = frozenset()
        # That of the question, and whether a word of it says what body it is: a council, a commission.
        language: str = ""
        is_body: bool = False

    asked: str
    text: str
    language: str
    kind: str
    certainty: float
    terms: tuple[str, ...]
    names: tuple[Name, ...]
    vector: npt.NDArray[np.float32]
    outcomes: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    # Whether it asks for what a war or a long time took: "so far", "in the war".
    in_all: bool = False
    # The stems of what is counted or measured, as the question words it.
    measured: frozenset[str] = frozenset()
    # In what a number is asked for: "percent" or "money", "" where in anything else.
    unit: str = ""
    # The numbers in it, in digits, but for those of days.
    numbers: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    # The stems that say to what a deed was done, as far as no name does: "the consulate".
    objects: frozenset[str] = frozenset()
    # Whether it asks who did one of the deeds; of another "who" or "which" they only tell which is meant.
    of_doer: bool = False
    # Whether it asks who denies something, or what.
    of_denial: bool = False
    # Whether it asks how things are now: of several reports the latest tells that.
    of_present: bool = False
    # Whether it asks what somebody is called.
    of_name: bool = False
    # Whether it asks for what each side says.
    of_sides: bool = False
    actors: frozenset[str] = frozenset()
    # Whose words are asked for.
    voice: Voice | None = None
    since: datetime | None = None
    # The first day of those since which something is asked, as it is named.
    begins: date | None = None
    first: date | None = None
    last: date | None = None
    assumed: bool = False
    # Whether it is about what is to come.
    looks_ahead: bool = False
    not_understood: tuple[str, ...] = ()
    covers: Callable[[frozenset[str]], bool] = lambda here: False
    # What was worked out for this question of single statements and reports, by what it is and of which.
    worked_out: dict[tuple[str, Any], Any] = dataclasses.field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def asks_for_toll(self) -> bool:
        """Whether it asks how many people something happened to: reports count them for the incident as a whole."""
        return self.kind == "figure" and bool(self.outcomes) and not self.counted & LIFELESS

    @functools.cached_property
    def telling(self) -> frozenset[str]:
        """The stems that say what is asked, without those of the names: empty where somebody only writes a name."""
        return frozenset(self.terms).difference(*(name.stems for name in self.names))

    @functools.cached_property
    def place_ids(self) -> frozenset[str]:
        """The towns, regions and countries that it names."""
        return frozenset[str]().union(*(name.place_ids for name in self.names))

    @functools.cached_property
    def places(self) -> tuple[Place, ...]:
        """The same as the table has them."""
        return tuple(place for place in map(table().place, sorted(self.place_ids)) if place is not None)
