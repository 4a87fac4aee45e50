"""A bot with the sample articles, in both shapes of storage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.store.migrate import migrate
from index import Index, Settings
from index.sample import sample_articles
from tests.bot.chat.conversation import Conversation
from tests.bot.worlds import Clock
from tests.fakes import FakeEmbedder


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """The sample articles, indexed with the fake embedder; what people do to it stays for the module."""
    with Index.open(Settings(tmp_path_factory.mktemp("sample")), embedder=FakeEmbedder()) as corpus:
        migrate(corpus.database)
        corpus.add(sample_articles())
        yield corpus


@pytest.fixture
def clock() -> Clock:
    """A morning on which the sample has reports on what is asked."""
    return Clock(datetime(2024, 4, 24, 6, tzinfo=UTC))


@pytest.fixture
def talk(sample: Index, clock: Clock) -> Conversation:
    return Conversation(sample, clock)


@pytest.fixture
def empty(tmp_path: Path, clock: Clock) -> Iterator[Conversation]:
    """A bot that has read nothing yet."""
    with Index.open(Settings(tmp_path), embedder=FakeEmbedder()) as corpus:
        migrate(corpus.database)
        yield Conversation(corpus, clock)
