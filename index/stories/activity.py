"""How much is reported of each theatre of war, day by day, against what is usual there. Pure."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from index.places import Mention
from index.stories.atlas import capitals, country_of, places_in

DAYS = 14
_DAY = timedelta(hours=24)
# What is usual is the mean of these days before, and of no fewer than the second.
USUAL_DAYS, _LEAST_DAYS = 56, 14
_MOST_THEATRES = 4
# What a name says of where a report is set: a town more than a country, a country more than its people or its army.
_TOWN, _COUNTRY, _PEOPLE = 3.0, 1.5, 1.0
_TITLE = 2.0
# Copies of one wire open alike.
_OPENING_WORDS = 25
_DATELINE = re.compile(
    r"^\s*(?:[A-Z][\w'’.-]*(?:[ ,/]+[\w'’.-]+){0,7}[\s,]*)?(?:\([^()]{2,40}\)\s*)?[-–—]{1,2}\s+|^\s*\([^()]{2,40}\)\s+"
)


@dataclasses.dataclass(frozen=True, slots=True)
class Lead:
    """An article as far as its setting goes: its headline and how it begins."""

    article_id: str
    story_id: str
    dated_at: datetime
    title: str
    opening: str

    @property
    def told(self) -> str:
        """How it begins, without the place where it was written."""
        return _DATELINE.sub("", self.opening, count=1)


@dataclasses.dataclass(frozen=True, slots=True)
class Theatre:
    """Reports of each of the days up to the end, oldest first. `usual` a day; None where too little was read before."""

    country: str
    days: tuple[int, ...]
    usual: float | None


@dataclasses.dataclass(frozen=True, slots=True)
class Activity:
    """The theatres with most reports in days of 24 hours that end at `until`. `others` counts the other theatres'."""

    until: datetime
    theatres: tuple[Theatre, ...]
    others: int = 0

    def to_json(self) -> dict[str, Any]:
        return {
            "until": self.until.isoformat(),
            "theatres": [dataclasses.asdict(theatre) for theatre in self.theatres],
            "others": self.others,
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Activity:
        theatres = tuple(
            Theatre(theatre["country"], tuple(theatre["days"]), theatre["usual"]) for theatre in row["theatres"]
        )
        return cls(datetime.fromisoformat(row["until"]), theatres, row["others"])


def activity(leads: Iterable[Lead], until: datetime) -> Activity:
    """Reports of each theatre in the two weeks before `until`; copies that open alike count once a day."""
    reports = distinct([lead for lead in leads if until - _DAY * (DAYS + USUAL_DAYS) <= lead.dated_at < until], until)
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    oldest = 0
    for lead in reports:
        back = _days_back(lead, until)
        oldest = max(oldest, back)
        where = theatre_of(lead)
        if where:
            counts[where][back] += 1
    read = min(oldest + 1 - DAYS, USUAL_DAYS)
    totals = {where: sum(by_day[back] for back in range(DAYS)) for where, by_day in counts.items()}
    ordered = sorted((where for where in totals if totals[where]), key=lambda where: (-totals[where], where))
    theatres = tuple(_theatre(where, counts[where], read) for where in ordered[:_MOST_THEATRES])
    return Activity(until, theatres, sum(totals[where] for where in ordered[_MOST_THEATRES:]))


def distinct(leads: Sequence[Lead], until: datetime) -> list[Lead]:
    """The reports without copies: of those of one day that open with the same words, the first."""
    seen: dict[tuple[int, str], Lead] = {}
    for lead in sorted(leads, key=lambda lead: (lead.dated_at, lead.article_id)):
        opening = " ".join(re.findall(r"\w+", lead.told.casefold())[:_OPENING_WORDS])
        seen.setdefault((_days_back(lead, until), opening or lead.article_id), lead)
    return list(seen.values())


def theatre_of(lead: Lead) -> str:
    """The country that a report is set in, "" where it names none: its towns say most, and its headline."""
    weights: dict[str, float] = defaultdict(float)
    for text, factor in ((lead.title, _TITLE), (lead.told, 1.0)):
        for mention in places_in(text):
            weights[country_of(mention.place)] += factor * _weight(mention)
    weights.pop("", None)
    return max(sorted(weights), key=lambda where: weights[where]) if weights else ""


def _weight(mention: Mention) -> float:
    if mention.place.kind == "country":
        return _COUNTRY if mention.kind == "place" else _PEOPLE
    return _PEOPLE if mention.place.id in capitals() else _TOWN


def _theatre(where: str, by_day: Counter[int], read: int) -> Theatre:
    days = tuple(by_day[back] for back in reversed(range(DAYS)))
    before = sum(count for back, count in by_day.items() if back >= DAYS)
    return Theatre(where, days, round(before / read, 2) if read >= _LEAST_DAYS else None)


def _days_back(lead: Lead, until: datetime) -> int:
    """0 for the last 24 hours."""
    return int((until - lead.dated_at - timedelta(microseconds=1)) / _DAY)
