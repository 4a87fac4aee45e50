"""A backlog: an article costs the database no more where many wait, or where many are indexed already."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from index import Index, Settings
from tests.bench import backlog
from tests.fakes import FakeEmbedder

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
_UNIT = 100


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Index]:
    with Index.open(Settings(tmp_path), embedder=FakeEmbedder()) as opened:
        yield opened


def work_of(corpus: Index, articles: int) -> int:
    """What indexing so many costs SQLite, in hundreds of its steps."""
    units = 0

    def count() -> int:
        nonlocal units
        units += 1
        return 0

    @sa.event.listens_for(corpus.database.engine, "checkout")
    def watch(dbapi: object, *_: object) -> None:
        dbapi.set_progress_handler(count, _UNIT)  # type: ignore[attr-defined]

    assert corpus._indexer().run(lambda: NOW, limit=articles, progress=None) == articles
    sa.event.remove(corpus.database.engine, "checkout", watch)
    return units


def test_an_article_costs_no_more_where_many_wait_or_many_are_indexed(corpus: Index) -> None:
    backlog.fill(corpus.database, 64)
    few = work_of(corpus, 32)

    backlog.fill(corpus.database, 3000, first=64)
    many = work_of(corpus, 32)
    work_of(corpus, 800)
    later = work_of(corpus, 32)

    assert many < 1.5 * few, (few, many, later)
    assert later < 1.5 * few, (few, many, later)


def test_the_newest_of_a_backlog_are_indexed_first_and_questions_answered_meanwhile(corpus: Index) -> None:
    backlog.fill(corpus.database, 300)

    steps = backlog.index_newest(corpus, 48, NOW, at_once=16)

    for done in steps:
        assert backlog.newest_are_indexed(corpus.database, 300, done)
        assert len(corpus.search("Officials said on Monday", k=100)) >= done
