"""The overview of a briefing, read from SQL: what its picture shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from index.store.database import Database
from index.store.schema import article, revision, story_article, story_signature
from index.stories.activity import DAYS, USUAL_DAYS, Lead, activity, distinct
from index.stories.atlas import places_in
from index.stories.incidents import Incident, Overview, landmarks, place_of

# Enough to know where a report is set.
_OPENING = 420


def make_overview(database: Database, until: datetime, story_ids: Sequence[str]) -> Overview:
    """Reports by theatre in the two weeks before `until`, and where the stories happened."""
    leads = _leads(database, until)
    recent: dict[str, list[Lead]] = defaultdict(list)
    for lead in leads:
        if lead.dated_at >= until - timedelta(days=DAYS):
            recent[lead.story_id].append(lead)
    spots = {story_id: place_of(ones) for story_id, ones in recent.items()}
    placed = {story_id: spot for story_id, spot in spots.items() if spot is not None}
    return Overview(
        activity=activity(leads, until),
        incidents=tuple(Incident(story_id, placed[story_id]) for story_id in story_ids if story_id in placed),
        earlier=tuple(
            sorted({placed[story_id] for story_id in placed if story_id not in story_ids}, key=lambda spot: spot.name)
        ),
        landmarks=landmarks(),
    )


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
