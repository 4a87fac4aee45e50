"""What tests of ingest share: a site on loopback, a database, a desk that reads in this process."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest

from index.ingest.desk import IngestDesk
from index.ingest.fetch import FetchPolicy
from index.ingest.rhythm import PollingPolicy
from index.store.articles import ArticleStore
from index.store.database import Database
from index.store.migrate import migrate
from tests.servers.site import Site

T = TypeVar("T")

NOW = datetime(2026, 4, 10, 12, 0, tzinfo=UTC)


class Here:
    """Reads documents in this process, for tests whose documents are harmless."""

    def run(self, function: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        return function(*args, **kwargs)


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Database]:
    database = Database.open(None, tmp_path)
    migrate(database)
    yield database
    database.close()


@pytest.fixture
def desk(corpus: Database) -> Iterator[IngestDesk]:
    opened = make_desk(corpus)
    yield opened
    opened.close()


def make_desk(database: Database, **polling: Any) -> IngestDesk:
    """A desk for loopback, with seeded chance."""
    return IngestDesk(
        database,
        ArticleStore(database),
        fetch=FetchPolicy(allow_private_networks=True, timeout_s=5.0),
        polling=PollingPolicy(**polling),
        runner=Here(),
        rng=random.Random(1),
    )
