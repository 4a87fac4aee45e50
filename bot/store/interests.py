"""What a chat wants to be told, gathered from what its people set and pressed."""

from __future__ import annotations

import sqlalchemy as sa

from bot.store.feedback import judged_stories
from bot.store.follows import followed_topics
from bot.store.mutes import list_mutes
from index.stories.interest import Interest


def interest_of(connection: sa.Connection, chat_id: int, topics: tuple[str, ...] = ()) -> Interest:
    """The interest of a chat: in `topics` only, where there are any, and in what it follows."""
    return Interest(
        topics=topics,
        followed=followed_topics(connection, chat_id),
        muted=frozenset(one.story_id for one in list_mutes(connection, chat_id)),
        judged=judged_stories(connection, chat_id),
    )
