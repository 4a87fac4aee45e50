"""The overview of a briefing, read from SQL: what its picture shows."""

from __future__ import annotations

import dataclasses
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from index.store.database import Database
from index.store.schema import article, revision, story_article, story_signature
from index.stories.activity import DAYS, USUAL_DAYS, Activity, Lead, activity, distinct
from index.stories.atlas import Spot, places_in
from index.stories.desk import changed_at
from index.stories.incidents import Incident, Overview, landmarks, place_of

# What is no story's, such as an article that is not in one yet, may be so many seconds old.
_KEPT_S = 60.0
# Enough to know where a report is set.
_OPENING = 420


@dataclasses.dataclass(frozen=True, slots=True)
class _Fortnight:
    """Reports by theatre in the two weeks before a moment, and where the stories of that time happened."""

    activity: Activity
    placed: Mapping[str, Spot]


class Overviews:
    """Overviews of briefings: what all of one moment share is read once. Safe to use from several threads."""

    def __init__(self, database: Database, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._kept: tuple[tuple[datetime, datetime | None], float, _Fortnight] | None = None

    def make(self, until: datetime, story_ids: Sequence[str]) -> Overview:
        """Reports by theatre in the two weeks before `until`, and where the stories happened."""
        known = self._fortnight(until)
        placed = known.placed
        return Overview(
            activity=known.activity,
            incidents=tuple(Incident(one, placed[one]) for one in story_ids if one in placed),
            earlier=tuple(sorted({placed[one] for one in placed if one not in story_ids}, key=lambda spot: spot.name)),
            landmarks=landmarks(),
        )

    def _fortnight(self, until: datetime) -> _Fortnight:
        key = (until, changed_at(self._database))
        with self._lock:
            if self._kept is not None and self._kept[0] == key and self._monotonic() - self._kept[1] < _KEPT_S:
                return self._kept[2]
            read = _read(self._database, until)
            self._kept = (key, self._monotonic(), read)
            return read


def _read(database: Database, until: datetime) -> _Fortnight:
    leads = _leads(database, until)
    recent: dict[str, list[Lead]] = defaultdict(list)
    for lead in leads:
        if lead.dated_at >= until - timedelta(days=DAYS):
            recent[lead.story_id].append(lead)
    spots = {story_id: place_of(ones) for story_id, ones in recent.items()}
    placed = {story_id: spot for story_id, spot in spots.items() if spot is not None}
    return _Fortnight(activity(leads, until), placed)


def busiest_places(database: Database, until: datetime, *, most: int) -> tuple[str, ...]:
    """The places where most of the reports of the two weeks before `until` are set, by the names that we use."""
    leads = [lead for lead in _leads(database, until) if lead.dated_at >= until - timedelta(days=DAYS)]
    counts = Counter(
        place
        for lead in distinct(leads, until)
        for place in {mention.place.name for text in (lead.title, lead.told) for mention in places_in(text)}
    )
    ordered = sorted(counts, key=lambda place: (-counts[place], place))
    return tuple(ordered[:most])


def _leads(database: Database, until: datetime) -> list[Lead]:
    opening = sa.func.substr(revision.c.text, 1, _OPENING).label("opening")
    columns = (
        article.c.id.label("article_id"),
        story_article.c.story_id,
        article.c.dated_at,
        revision.c.title,
        opening,
    )
    query = (
        sa.select(*columns)
        .join(story_article, story_article.c.article_id == article.c.id)
        .join(story_signature, story_signature.c.article_id == article.c.id)
        .join(revision, revision.c.id == story_signature.c.revision_id)
        .where(article.c.state == "live", article.c.dated_at < until)
        .where(article.c.dated_at >= until - timedelta(days=DAYS + USUAL_DAYS))
    )
    with database.read() as connection:
        return [Lead(**row) for row in connection.execute(query).mappings()]
