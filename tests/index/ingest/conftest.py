"""What tests of ingest share: a site on loopback, and a desk that reads in this process."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest

from index.ingest.desk import IngestDesk
from index.ingest.fetch import FetchPolicy
from index.ingest.network import Dial, system_dial
from index.ingest.rhythm import PollingPolicy
from index.store.articles import ArticleStore
from index.store.database import Database
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
def desk(database: Database) -> Iterator[IngestDesk]:
    opened = make_desk(database)
    yield opened
    opened.close()


def make_desk(
    database: Database,
    *,
    resolve: Callable[[str, int], list[str]] | None = None,
    dial: Dial = system_dial,
    wait: Callable[[float], None] = lambda seconds: None,
    **polling: Any,
) -> IngestDesk:
    """A desk for loopback, with seeded chance; `resolve` may give the loopback site several names."""
    return IngestDesk(
        database,
        ArticleStore(database),
        fetch=FetchPolicy(allow_private_networks=("*",), timeout_s=5.0),
        polling=PollingPolicy(**polling),
        runner=Here(),
        resolve=resolve or (lambda host, port: ["127.0.0.1"]),
        dial=dial,
        rng=random.Random(1),
        wait=wait,
    )
