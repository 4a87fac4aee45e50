"""Stories and briefings as the rest of the project asks for them: read from SQL, then composed by pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from index.answers.origins import Carried, distinct, origins
from index.articles import StoredPassage
from index.store.database import Database
from index.store.passages import article_passages
from index.store.schema import article, source
from index.stories.briefing import ComposingPolicy, Period, Told, compose
from index.stories.interest import EVERYTHING, Interest
from index.stories.members import Member, StoryMembers, to_story
from index.stories.reading import read_stories, read_story
from index.stories.story import Briefing, Story
from index.stories.topics import is_on_topic
from index.stories.views import Comparison, FigureTable, Timeline, compare, figure_table, timeline

# An article that reaches us late is news for as long as this after its date.
_LATE = timedelta(days=3)
# Articles of a story from before the time asked for that are read for rival figures.
_READ_BACK = 30


def list_stories(database: Database, since: datetime | None = None, until: datetime | None = None) -> list[Story]:
    """The stories with an article dated from `since` to before `until`, the latest first."""
    return [to_story(found, count_origins(found.members)) for found in read_stories(database, since, until)]


def make_briefing(
    database: Database,
    since: datetime,
    until: datetime,
    interest: Interest = EVERYTHING,
    *,
    policy: ComposingPolicy | None = None,
) -> Briefing:
    """What was reported from `since` to before `until`, as it interests one reader."""
    told = _told(database, since, until)
    failing, sources = _sources(database)
    period = Period(since, until, interest, failing, sources)
    return compose(told, period, policy=policy or ComposingPolicy())


def compare_story(database: Database, story_id: str) -> Comparison | None:
    """How each outlet words a story; None where there is no such story."""
    found = read_story(database, story_id)
    return compare(found.members, _passages(database, found.members)) if found else None


def story_timeline(database: Database, story_id: str) -> Timeline | None:
    """A story day by day; None where there is no such story."""
    found = read_story(database, story_id)
    return timeline(found.members, _passages(database, found.members)) if found else None


def topic_figures(
    database: Database, topic: str, since: datetime | None = None, until: datetime | None = None
) -> FigureTable:
    """The tolls that reports on a topic give over time."""
    stories = [
        found.members
        for found in read_stories(database, since, until)
        if any(is_on_topic(member, topic) for member in found.members)
    ]
    return figure_table(stories, _passages(database, [member for members in stories for member in members]))


def find_stories(
    database: Database, topic: str, since: datetime | None = None, until: datetime | None = None
) -> list[Story]:
    """The stories on a topic, those with most articles on it first."""
    found = []
    for one in read_stories(database, since, until):
        count = sum(is_on_topic(member, topic) for member in one.members)
        if count:
            found.append((count, to_story(one, count_origins(one.members))))
    return [story for _, story in sorted(found, key=lambda pair: (-pair[0], pair[1].story_id))]


def count_origins(members: Sequence[Member]) -> int:
    """How many independent origins report a story: copies of one wire are one."""
    if len({member.publisher for member in members}) == 1:
        return 1
    carried = [Carried(member.article_id, member.publisher, member.text) for member in members]
    return len(distinct(origins(carried).values()))


def _told(database: Database, since: datetime, until: datetime) -> list[Told]:
    """The stories of a time, as they stood at its end: what was reported later is not known yet."""
    late = _late_arrivals(database, since, until)
    told = []
    for found in read_stories(database, since - _LATE, until):
        known = tuple(member for member in found.members if member.dated_at < until)
        fresh = tuple(one for one in known if one.dated_at >= since or one.article_id in late)
        if fresh:
            story = StoryMembers(found.story_id, found.headline, known)
            told.append(Told(story, fresh, count_origins(known), _passages(database, _worth_reading(known, fresh))))
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


def _worth_reading(known: Sequence[Member], fresh: Sequence[Member]) -> list[Member]:
    """What is new, and of what was known before the latest."""
    new = {member.article_id for member in fresh}
    return [*fresh, *(member for member in known[-_READ_BACK:] if member.article_id not in new)]


def _passages(database: Database, members: Iterable[Member]) -> dict[str, list[StoredPassage]]:
    with database.read() as connection:
        return {member.article_id: article_passages(connection, member.article_id) for member in members}


def _sources(database: Database) -> tuple[tuple[str, ...], int]:
    """The active sources whose last poll failed, by name, and how many active ones there are."""
    with database.read() as connection:
        rows = connection.execute(
            sa.select(source.c.name, source.c.failures).where(source.c.state == "active").order_by(source.c.name)
        ).all()
    return tuple(row[0] for row in rows if row[1] > 0), len(rows)
