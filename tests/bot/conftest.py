"""Fixtures about people: their tables on both databases, a clock that a test moves."""

from __future__ import annotations

import pytest

from bot.store.migrate import migrate
from index.store.database import Database
from tests.bot.worlds import Clock


@pytest.fixture
def people(database: Database) -> Database:
    """A database with all tables, once on SQLite and once on PostgreSQL."""
    migrate(database)
    return database


@pytest.fixture
def clock() -> Clock:
    return Clock()
