"""Bringing the tables about people up to date."""

from __future__ import annotations

from bot.store import schema
from index.store.database import Database


def migrate(database: Database) -> None:
    """Create or upgrade the tables of `bot.store.schema`; nothing happens where they are up to date."""
    schema.metadata.create_all(database.engine)
