"""Stories and briefings as the rest of the project asks for them: read from SQL, then composed by pure functions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from index.store.database import Database
from index.store.schema import article, passage, source
from index.stories.briefing import ComposingPolicy, PassageSpan, Period, Told, compose
from index.stories.reading import Member, StoryMembers, read_stories, to_story
from index.stories.shelf import parts
from index.stories.story import Briefing, Story

# An article that reaches us late is news for as long as this after its date.
_LATE = timedelta(days=3)


def list_stories(database: Database, since: datetime | None = None, until: datetime | None = None) -> list[Story]:
    """The stories with an article dated from `since` to before `until`, the latest first."""
    return [to_story(found, count_origins(found.members)) for found in read_stories(database, since, until)]


def make_briefing(
    database: Database,
    since: datetime,
    until: datetime,
    topics: Sequence[str] = (),
    *,
    policy: ComposingPolicy | None = None,
) -> Briefing:
    """What was reported from `since` to before `until`; only on `topics`, where there are any."""
    told = _told(database, since, until)
    failing, sources = _sources(database)
    period = Period(since, until, tuple(topics), failing, sources)
    passages = _passages(database, [member for one in told for member in one.fresh])
    return compose(told, period, passages, policy=policy or ComposingPolicy())


def count_origins(members: Sequence[Member]) -> int:
    """How many independent origins report a story."""
    return len({member.publisher for member in members})


def _told(database: Database, since: datetime, until: datetime) -> list[Told]:
    """The stories of a time, as they stood at its end: what was reported later is not known yet."""
    late = _late_arrivals(database, since, until)
    told = []
    for found in read_stories(database, since - _LATE, until):
        known = tuple(member for member in found.members if member.dated_at < until)
        fresh = tuple(one for one in known if one.dated_at >= since or one.article_id in late)
        if fresh:
            told.append(Told(StoryMembers(found.story_id, found.headline, known), fresh, count_origins(known)))
    return told


def _late_arrivals(database: Database, since: datetime, until: datetime) -> set[str]:
    with database.read() as connection:
        rows = connection.execute(
            sa.select(article.c.id).where(
                article.c.dated_at >= since - _LATE,
                article.c.dated_at < since,
                article.c.first_seen_at >= since,
                article.c.first_seen_at < until,
            )
        )
        return set(rows.scalars())


def _passages(database: Database, members: Iterable[Member]) -> dict[str, list[PassageSpan]]:
    revisions = {member.revision_id: member.article_id for member in members}
    found: dict[str, list[PassageSpan]] = defaultdict(list)
    with database.read() as connection:
        for part in parts(sorted(revisions)):
            columns = (passage.c.revision_id, passage.c.id, passage.c.start, passage.c.end_)
            for row in connection.execute(sa.select(*columns).where(passage.c.revision_id.in_(part))):
                found[revisions[row[0]]].append(PassageSpan(row[1], row[2], row[3]))
    return found


def _sources(database: Database) -> tuple[tuple[str, ...], int]:
    """The active sources whose last poll failed, by name, and how many active ones there are."""
    with database.read() as connection:
        rows = connection.execute(
            sa.select(source.c.name, source.c.failures).where(source.c.state == "active").order_by(source.c.name)
        ).all()
    return tuple(row[0] for row in rows if row[1] > 0), len(rows)
