"""Which articles are in which story, in SQL: membership, the stories themselves, and their splits and merges."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from index.store.schema import article, revision, story, story_article, story_event, story_signature
from index.stories.clustering import Settlement
from index.stories.shelf import parts
from index.stories.signature import Signature

# Of a very large story only the newest are compared again; the others stay where they are.
_MOST_COMPANIONS = 80


@dataclasses.dataclass(frozen=True, slots=True)
class Placed:
    """An article in its story: mean similarity to the rest of it, and why it is there."""

    signature: Signature
    story_id: str
    similarity: float
    why: Mapping[str, Any]


def companions(connection: sa.Connection, article_ids: set[str]) -> set[str]:
    """The articles with all that are in a story with one of them."""
    article_set = set(article_ids)
    for story_id in sorted(set(stories_of(connection, article_ids).values())):
        article_set.update(
            connection.execute(
                sa.select(story_article.c.article_id)
                .join(story_signature, story_signature.c.article_id == story_article.c.article_id)
                .where(story_article.c.story_id == story_id)
                .order_by(story_signature.c.dated_at.desc())
                .limit(_MOST_COMPANIONS)
            ).scalars()
        )
    return article_set


def stories_of(connection: sa.Connection, article_ids: Iterable[str]) -> dict[str, str]:
    story_ids: dict[str, str] = {}
    for part in parts(sorted(article_ids)):
        rows = connection.execute(
            sa.select(story_article.c.article_id, story_article.c.story_id).where(story_article.c.article_id.in_(part))
        )
        story_ids.update({row[0]: row[1] for row in rows})
    return story_ids


def seniority(connection: sa.Connection, story_ids: set[str]) -> tuple[dict[str, float], dict[str, int]]:
    """When each story was first seen, as a number, and how many articles it has."""
    ages: dict[str, float] = {}
    sizes: dict[str, int] = {}
    for part in parts(sorted(story_ids)):
        for row in connection.execute(sa.select(story.c.id, story.c.first_seen_at).where(story.c.id.in_(part))):
            ages[row[0]] = row[1].timestamp()
        counted = (
            sa.select(story_article.c.story_id, sa.func.count())
            .where(story_article.c.story_id.in_(part))
            .group_by(story_article.c.story_id)
        )
        sizes.update({row[0]: row[1] for row in connection.execute(counted)})
    return ages, sizes


def put_stories(connection: sa.Connection, placed: Sequence[Placed], settlement: Settlement, *, now: datetime) -> None:
    """Write where the placed articles are, their stories' spans and headlines, and what was split and merged."""
    ids = [member.signature.article_id for member in placed]
    touched = {member.story_id for member in placed} | {change.story_id for change in settlement.changes}
    existing = {
        row
        for part in parts(sorted(touched))
        for row in connection.execute(sa.select(story.c.id).where(story.c.id.in_(part))).scalars()
    }
    moments = {member.story_id: member.signature.dated_at for member in placed}
    blank = [
        {
            "id": story_id,
            "headline": "",
            "first_seen_at": moments[story_id],
            "last_seen_at": moments[story_id],
            "changed_at": now,
        }
        for story_id in sorted(touched - existing)
    ]
    if blank:
        connection.execute(sa.insert(story), blank)
    for part in parts(ids):
        connection.execute(sa.delete(story_article).where(story_article.c.article_id.in_(part)))
    connection.execute(sa.insert(story_article), [_membership(member, now) for member in placed])
    for story_id in sorted(touched):
        _refresh(connection, story_id, now)
    _record(connection, settlement, now)


def _refresh(connection: sa.Connection, story_id: str, now: datetime) -> None:
    """Bring a story's span and headline in line with its articles; one without any is no longer live."""
    rows = connection.execute(
        sa.select(article.c.dated_at, revision.c.title)
        .join(story_article, story_article.c.article_id == article.c.id)
        .join(story_signature, story_signature.c.article_id == article.c.id)
        .join(revision, revision.c.id == story_signature.c.revision_id)
        .where(story_article.c.story_id == story_id)
        .order_by(story_article.c.similarity.desc(), article.c.dated_at, article.c.id)
    ).all()
    values: dict[str, Any] = {"state": "merged"}
    if rows:
        moments = [row[0] for row in rows]
        values = {"state": "live", "merged_into": None, "headline": rows[0][1]}
        values |= {"first_seen_at": min(moments), "last_seen_at": max(moments)}
    connection.execute(sa.update(story).where(story.c.id == story_id).values(changed_at=now, **values))


def _record(connection: sa.Connection, settlement: Settlement, now: datetime) -> None:
    for change in settlement.changes:
        values = {"kind": change.kind, "story_id": change.story_id, "other_id": change.other_id}
        connection.execute(sa.insert(story_event).values(at=now, article_ids=list(change.article_ids), **values))
        if change.kind == "merge":
            connection.execute(
                sa.update(story).where(story.c.id == change.story_id).values(merged_into=change.other_id)
            )


def _membership(member: Placed, now: datetime) -> dict[str, Any]:
    return {
        "article_id": member.signature.article_id,
        "story_id": member.story_id,
        "similarity": member.similarity,
        "why": dict(member.why),
        "assigned_at": now,
    }
