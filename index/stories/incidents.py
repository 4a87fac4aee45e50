"""Where a story happened, as far as its reports say: the place that most of them name where they begin. Pure."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from index.language.remembering import remembered
from index.places import Mention, table
from index.stories.activity import Activity, Lead
from index.stories.atlas import Spot, capitals, places_in, spot_of

_THERE = r"(?:in|at|near|outside|around|inside|over|on|across|towards?|(?:town|city|village|suburb|district) of)"
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
        numbered = [
            dataclasses.replace(incident, number=numbers.get(incident.story_id, 0)) for incident in self.incidents
        ]
        return dataclasses.replace(
            self,
            incidents=tuple(
                sorted((incident for incident in numbered if incident.number), key=lambda incident: incident.number)
            ),
        )

    def to_json(self) -> dict[str, Any]:
        return dataclasses.asdict(self) | {"activity": self.activity.to_json()}

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Overview:
        return cls(
            activity=Activity.from_json(row["activity"]),
            incidents=tuple(Incident(o["story_id"], Spot(**o["spot"]), o["number"]) for o in row["incidents"]),
            earlier=tuple(Spot(**spot) for spot in row["earlier"]),
            landmarks=tuple(Spot(**spot) for spot in row["landmarks"]),
        )


def landmarks() -> tuple[Spot, ...]:
    """The capitals."""
    places = (table().place(place_id) for place_id in capitals())
    spots = sorted((spot for place in places if place and (spot := spot_of(place))), key=lambda spot: spot.name)
    return tuple(spots)


def place_of(leads: Sequence[Lead]) -> Spot | None:
    """Where a story happened; None where its reports name no place, or too few of them the same."""
    votes: Counter[Spot] = Counter()
    named_by: Counter[Spot] = Counter()
    for lead in leads:
        of_lead = dict(sorted(_named(lead), key=lambda pair: pair[1]))
        votes.update(of_lead)
        named_by.update(of_lead.keys())
    if not votes:
        return None
    best = max(votes, key=lambda spot: (votes[spot], spot.exact))
    return best if named_by[best] >= _LEAST_SHARE * len(leads) else None


@remembered(16384)
def _named(lead: Lead) -> tuple[tuple[Spot, float], ...]:
    """The places in a headline and an opening, each with what its mention says."""
    leads = []
    for text, weight in ((lead.title, _IN_TITLE), (lead.told, _FIRST)):
        for mention in places_in(text):
            spot = spot_of(mention.place)
            if spot is not None and (mention.place.id not in capitals() or _is_there(mention, text)):
                leads.append((spot, weight if spot.exact else weight * _REGION))
                weight = _LATER
    return tuple(leads)


def _is_there(mention: Mention, text: str) -> bool:
    """Whether a capital is where it happened: else it stands for its government."""
    before, after = text[: mention.start], text[mention.end :]
    return bool(re.search(rf"\b{_THERE}\s+(?:\w+\s+){{0,2}}$", before) or re.match(rf"['’s]*\s+{_SCENE}", after))
