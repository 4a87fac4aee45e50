"""Stories as the rest of the project asks for them."""

from __future__ import annotations

from datetime import datetime

from index.store.database import Database
from index.stories.reading import StoryMembers, read_stories, to_story
from index.stories.story import Story


def list_stories(database: Database, since: datetime | None = None, until: datetime | None = None) -> list[Story]:
    """The stories with an article dated from `since` to before `until`, the latest first."""
    return [to_story(found, count_origins(found)) for found in read_stories(database, since, until)]


def count_origins(found: StoryMembers) -> int:
    """How many independent origins report a story."""
    return len({member.publisher for member in found.members})
