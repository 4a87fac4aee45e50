"""Fixtures that many suites share: databases, Chroma, the corpus in both shapes, embedders.

A server that is not installed skips its tests on a laptop and fails them where `CI` is set.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Index, Settings
from index.embedding.embedder import EmbeddingPolicy
from index.embedding.model import LocalModel
from index.errors import ModelMissing
from index.store.database import Database
from index.store.migrate import migrate
from tests.fakes import FakeEmbedder
from tests.servers.chroma import chroma
from tests.servers.postgresql import Unavailable, fresh_database, postgresql


def missing(reason: str) -> None:
    """Skip on a laptop, fail in CI."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    try:
        with postgresql() as url:
            yield url
    except Unavailable as error:
        missing(str(error))


@pytest.fixture(scope="session")
def chroma_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with chroma(tmp_path_factory.mktemp("chroma")) as (url, _process):
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """None for SQLite; the address of an empty PostgreSQL database."""
    if request.param == "sqlite":
        yield None
    else:
        with fresh_database(request.getfixturevalue("postgresql_server")) as url:
            yield url


@pytest.fixture
def database(database_url: str | None, tmp_path: Path) -> Iterator[Database]:
    """A database with the corpus's tables, once on SQLite and once on PostgreSQL."""
    opened = Database.open(database_url, tmp_path)
    migrate(opened)
    yield opened
    opened.close()


@contextlib.contextmanager
def shaped(request: pytest.FixtureRequest, folder: Path) -> Iterator[Settings]:
    """The settings of the shape that a fixture's parameter names, with nothing stored yet."""
    if request.param == "embedded":
        yield Settings(folder)
    else:
        with fresh_database(request.getfixturevalue("postgresql_server")) as url:
            chroma_url = request.getfixturevalue("chroma_url")
            yield Settings(folder, database_url=url, chroma_url=chroma_url)


@pytest.fixture(params=["embedded", "servers"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """Both shapes: SQLite with Chroma in process, and PostgreSQL with a Chroma server."""
    with shaped(request, tmp_path) as given:
        yield given


@pytest.fixture(scope="module", params=["embedded", "servers"])
def lasting_settings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Both shapes for a whole module, whose tests only read what one of its fixtures stored."""
    with shaped(request, tmp_path_factory.mktemp("lasting")) as given:
        yield given


@pytest.fixture
def embedder() -> FakeEmbedder:
    return FakeEmbedder()


@pytest.fixture
def corpus(settings: Settings, embedder: FakeEmbedder) -> Iterator[Index]:
    """An empty corpus in both shapes, with the fake embedder."""
    with Index.open(settings, embedder=embedder) as opened:
        yield opened


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> LocalModel:
    """The real default model; converted once, into SITREP_EMBEDDING__MODEL_DIR where that is set."""
    folder = os.environ.get("SITREP_EMBEDDING__MODEL_DIR", "")
    try:
        return LocalModel.open(EmbeddingPolicy(model_dir=folder), tmp_path_factory.mktemp("model"))
    except ModelMissing as error:
        missing(str(error))
        raise
