"""Bringing the tables about people to the schema that this version of the code knows."""

from __future__ import annotations

from pathlib import Path

from index.store.database import Database
from index.store.migrate import Tree, upgrade

PEOPLE = Tree(Path(__file__).parent / "migrations", "bot_version", "0004")


def migrate(database: Database) -> None:
    """Make the tables about people, or bring them up to date. Raises StorageUnusable for a newer database."""
    upgrade(database, PEOPLE)
