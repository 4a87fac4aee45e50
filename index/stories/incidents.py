"""Where a story happened, as far as its reports say: the place that most of them name where they begin. Pure."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from index.answers.gazetteer import country, is_capital, is_place, is_town
from index.answers.toponyms import CAPITALS
from index.stories.activity import Activity, Lead, places_in, theatre_of
from index.stories.atlas import Atlas, Spot

_THERE = r"(?:in|at|near|outside|around|inside|over|on|across|towards?|(?:town|city|village|suburb|district) of)"
# A town that the gazetteer may not know: capitalised, after a word of place.
_NAMED = re.compile(rf"\b{_THERE}\s+((?:[A-Z][\w'’-]+)(?:[ -](?:[A-Z][\w'’-]+)){{0,2}})")
# What a capital has where its government has not.
_SCENE = (
    r"(?:suburb|countryside|airport|neighbou?rhood|district|mosque|hospital|school|market|province|attack|blast|bomb"
    r"|explosion|strike|shelling|street|university)"
)
_IN_TITLE, _FIRST, _LATER = 2.0, 1.5, 1.0
_REGION = 0.4
_LEAST_SHARE = 1 / 3


@dataclasses.dataclass(frozen=True, slots=True)
class Incident:
    """A story on the map. `number` is its place in the briefing, counted from 1."""

    story_id: str
    spot: Spot
    number: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class Overview:
    """What the picture of a briefing shows: reports by theatre, and where the stories happened.

    `earlier` are the places of the two weeks' other stories, `landmarks` capitals to know a map by.
    """

    activity: Activity
    incidents: tuple[Incident, ...]
    earlier: tuple[Spot, ...] = ()
    landmarks: tuple[Spot, ...] = ()

    def numbered(self, story_ids: Sequence[str]) -> Overview:
        """The overview with the incidents of these stories alone, numbered in their order."""
        numbers = {story_id: number for number, story_id in enumerate(story_ids, start=1)}
        told = [dataclasses.replace(one, number=numbers.get(one.story_id, 0)) for one in self.incidents]
        return dataclasses.replace(
            self, incidents=tuple(sorted((one for one in told if one.number), key=lambda one: one.number))
        )

    def to_json(self) -> dict[str, Any]:
        return dataclasses.asdict(self) | {"activity": self.activity.to_json()}

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Overview:
        return cls(
            activity=Activity.from_json(row["activity"]),
            incidents=tuple(Incident(o["story_id"], Spot(**o["spot"]), o["number"]) for o in row["incidents"]),
            earlier=tuple(Spot(**one) for one in row["earlier"]),
            landmarks=tuple(Spot(**one) for one in row["landmarks"]),
        )


def landmarks(atlas: Atlas) -> tuple[Spot, ...]:
    """The capitals that the gazetteer knows."""
    found = (atlas.spot(name) for name in sorted(CAPITALS))
    return tuple(spot for spot in found if spot is not None)


def place_of(leads: Sequence[Lead], atlas: Atlas) -> Spot | None:
    """Where a story happened; None where its reports name no place, or too few of them the same."""
    votes: Counter[Spot] = Counter()
    named_by: Counter[Spot] = Counter()
    for lead in leads:
        of_lead = dict(sorted(_named(lead, atlas), key=lambda pair: pair[1]))
        votes.update(of_lead)
        named_by.update(of_lead.keys())
    if not votes:
        return None
    best = max(votes, key=lambda spot: (votes[spot], spot.exact))
    return best if named_by[best] >= _LEAST_SHARE * len(leads) else None


@functools.lru_cache(maxsize=16384)
def _named(lead: Lead, atlas: Atlas) -> tuple[tuple[Spot, float], ...]:
    """The places in a headline and an opening, each with what its mention says."""
    found = []
    for text, weight in ((lead.title, _IN_TITLE), (lead.told, _FIRST)):
        for spot in _spots(text, lead, atlas):
            found.append((spot, weight if spot.exact else weight * _REGION))
            weight = _LATER
    return tuple(found)


def _spots(text: str, lead: Lead, atlas: Atlas) -> Iterator[Spot]:
    """The places that a text names, those that the gazetteer knows first."""
    for name in places_in(text):
        if is_town(name) and (not is_capital(name) or _is_there(name, text)):
            spot = atlas.spot(name)
            if spot is not None:
                yield spot
    named = {country(name) for name in (*places_in(lead.title), *places_in(lead.told)) if is_place(name)}
    countries = [theatre_of(lead), *sorted(named)]
    for match in _NAMED.finditer(text):
        words = match[1].split(" ")
        names = (" ".join(words[:length]) for length in range(len(words), 0, -1))
        spots = (None if is_place(name) else atlas.spot(name, countries) for name in names)
        spot = next((spot for spot in spots if spot is not None), None)
        if spot is not None:
            yield spot


def _is_there(name: str, text: str) -> bool:
    return bool(
        re.search(rf"\b{_THERE}\s+(?:\w+\s+){{0,2}}{re.escape(name)}\b|\b{re.escape(name)}['’s]*\s+{_SCENE}", text)
    )
