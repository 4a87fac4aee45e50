"""Stories as they are read: with their articles, and with the reasons why each article is where it is."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from index.store.database import Database
from index.store.schema import (
    article,
    article_source,
    revision,
    source,
    story,
    story_article,
    story_event,
    story_signature,
)
from index.stories.interest import Vector
from index.stories.members import Member, Passing, StoryMembers, centre
from index.stories.shelf import parts

# A story was merged into one that was merged, at most so often.
_MERGES = 50


def read_stories(
    database: Database, since: datetime | None = None, until: datetime | None = None
) -> list[StoryMembers]:
    """The stories with at least one article dated from `since` to before `until`, each with all its articles.

    The latest story first, the articles of each in order of time.
    """
    bounds = []
    if since is not None:
        bounds.append(article.c.dated_at >= since)
    if until is not None:
        bounds.append(article.c.dated_at < until)
    with database.read() as connection:
        touched = connection.execute(
            sa.select(story_article.c.story_id)
            .join(article, article.c.id == story_article.c.article_id)
            .where(article.c.state == "live", *bounds)
            .distinct()
        ).scalars()
        return _read(connection, list(touched))


def read_story(database: Database, story_id: str) -> StoryMembers | None:
    """One story; of one that was merged, the story that took it over."""
    current = current_ids(database, [story_id])[story_id]
    with database.read() as connection:
        return next(iter(_read(connection, [current])), None)


def with_history(database: Database, stories: Sequence[StoryMembers]) -> list[StoryMembers]:
    """The stories with what was split off them, merged into them or moved, and when."""
    passings: dict[str, list[Passing]] = defaultdict(list)
    ids = sorted(story.story_id for story in stories)
    with database.read() as connection:
        for part in parts(ids):
            either = story_event.c.story_id.in_(part) | story_event.c.other_id.in_(part)
            for row in connection.execute(sa.select(story_event).where(either).order_by(story_event.c.id)):
                count = len(row.article_ids)
                if row.story_id in part:
                    passings[row.story_id].append(Passing(row.at, row.kind, row.other_id, False, count))
                if row.other_id in part:
                    passings[row.other_id].append(Passing(row.at, row.kind, row.story_id, True, count))
    return [dataclasses.replace(story, history=tuple(passings[story.story_id])) for story in stories]


def centres(database: Database, story_ids: Iterable[str]) -> dict[str, Vector]:
    """What each of these stories is about, by the id asked for; one that is no more is left out."""
    wanted = current_ids(database, story_ids)
    with database.read() as connection:
        middles = {story.story_id: centre(story.members) for story in _read(connection, sorted(set(wanted.values())))}
    return {asked: middles[now] for asked, now in wanted.items() if now in middles}


def current_ids(database: Database, story_ids: Iterable[str]) -> dict[str, str]:
    """Where each of these stories is now: of one that was merged, the story that took it over."""
    current: dict[str, str] = {story_id: story_id for story_id in story_ids}
    with database.read() as connection:
        for _ in range(_MERGES):
            ids = sorted(set(current.values()))
            merged = {
                row[0]: row[1]
                for part in parts(ids)
                for row in connection.execute(
                    sa.select(story.c.id, story.c.merged_into).where(
                        story.c.id.in_(part), story.c.merged_into.is_not(None)
                    )
                )
            }
            if not merged:
                break
            current = {asked: merged.get(now, now) for asked, now in current.items()}
    return current


def _read(connection: sa.Connection, story_ids: Sequence[str]) -> list[StoryMembers]:
    members: dict[str, list[Member]] = defaultdict(list)
    headlines: dict[str, str] = {}
    topics = _topics_by_source(connection)
    for part in parts(sorted(story_ids)):
        labels = _labels(connection, topics, part) if topics else {}
        for row in connection.execute(_members().where(story_article.c.story_id.in_(part))).mappings():
            values = dict(row)
            headlines[values["story_id"]] = values.pop("headline")
            members[values["story_id"]].append(Member(**values, labels=labels.get(values["article_id"], ())))
    stories = [
        StoryMembers(story_id, headlines[story_id], tuple(sorted(ones, key=_in_time)))
        for story_id, ones in members.items()
    ]
    return sorted(stories, key=lambda story: (story.members[-1].dated_at, story.story_id), reverse=True)


def _topics_by_source(connection: sa.Connection) -> dict[int, list[str]]:
    return {row.id: row.topics for row in connection.execute(sa.select(source.c.id, source.c.topics)) if row.topics}


def _labels(
    connection: sa.Connection, topics: Mapping[int, Sequence[str]], story_ids: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """The topics of the sources of each article of these stories, by the article's id."""
    brought = (
        sa.select(article_source.c.article_id, article_source.c.source_id)
        .join(story_article, story_article.c.article_id == article_source.c.article_id)
        .where(story_article.c.story_id.in_(story_ids))
    )
    labels: dict[str, tuple[str, ...]] = {}
    for row in connection.execute(brought):
        labels[row.article_id] = (*labels.get(row.article_id, ()), *topics.get(row.source_id, ()))
    return labels


def _members() -> sa.Select[Any]:
    return (
        sa.select(
            article.c.id.label("article_id"),
            revision.c.id.label("revision_id"),
            story_article.c.story_id,
            article.c.url,
            revision.c.title,
            revision.c.text,
            article.c.publisher,
            article.c.published_at,
            article.c.dated_at,
            story_article.c.similarity,
            story_article.c.why,
            story_signature.c.embedding,
            story.c.headline,
            article.c.origin,
            revision.c.created_at.label("seen_at"),
        )
        .join(story, story.c.id == story_article.c.story_id)
        .join(article, article.c.id == story_article.c.article_id)
        .join(story_signature, story_signature.c.article_id == article.c.id)
        .join(revision, revision.c.id == story_signature.c.revision_id)
        .where(article.c.state == "live")
    )


def _in_time(member: Member) -> tuple[datetime, str]:
    return member.dated_at, member.article_id
