"""A story's articles as their newest indexed revisions have them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import numpy as np

from index.stories.interest import Vector
from index.stories.story import Story


@dataclasses.dataclass(frozen=True, slots=True)
class Member:
    """One article of a story, as its newest indexed revision has it. `labels` are the topics of its sources, which
    admins gave them."""

    article_id: str
    revision_id: int
    story_id: str
    url: str
    title: str
    text: str
    publisher: str
    published_at: datetime | None
    dated_at: datetime
    similarity: float
    why: dict[str, Any]
    embedding: bytes = dataclasses.field(default=b"", repr=False)
    labels: tuple[str, ...] = ()
    # The house that brought it, "" where the operator imported it; and when we first had this text.
    origin: str = ""
    seen_at: datetime | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Passing:
    """Articles that came into a story (`came`) or left it, from or to the story `other_id`, and why they did.

    `kind`: merge, one story became part of the other; split, one came out of the other; move, articles changed over.
    """

    at: datetime
    kind: str
    other_id: str
    came: bool
    articles: int


@dataclasses.dataclass(frozen=True, slots=True)
class StoryMembers:
    """A story with its articles, and, where they were asked for, its splits and merges, the oldest first."""

    story_id: str
    headline: str
    members: tuple[Member, ...]
    history: tuple[Passing, ...] = ()


def centre(members: Sequence[Member]) -> Vector:
    """What the articles are about together: the mean of their embeddings, those of one model, scaled to length 1."""
    embeddings = [np.frombuffer(member.embedding, "<f4") for member in members if member.embedding]
    same = [embedding for embedding in embeddings if embedding.size == embeddings[0].size]
    mean = np.mean(same, axis=0) if same else np.zeros(0, np.float32)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)


def to_story(story: StoryMembers, origins: int) -> Story:
    """The story of the contract."""
    return Story(
        story_id=story.story_id,
        headline=story.headline,
        first_seen_at=story.members[0].dated_at,
        last_seen_at=story.members[-1].dated_at,
        article_urls=tuple(member.url for member in story.members),
        publishers=len({member.publisher for member in story.members}),
        origins=origins,
    )
