"""An embedder in a process of its own: texts that hang it or end it cost themselves and nothing else."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
import sqlalchemy as sa

from index import Index, Settings
from index.embedding.apart import ModelProcess
from index.errors import EmbedderLost
from index.store.schema import revision
from tests.fakes import FakeEmbedder
from tests.index.embedding.troubled import CRASHES, HANGS, RAISES, Troubled

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)


@pytest.fixture
def embedder() -> Iterator[ModelProcess]:
    started = ModelProcess(Troubled, batch_size=4, deadline_s=1.0)
    yield started
    started.close()


def rows(*texts: str) -> list[dict[str, str]]:
    return [
        {"url": f"https://example.org/{n}", "title": f"Report {n}", "text": text, "publisher": "Ledger"}
        for n, text in enumerate(texts)
    ]


def states(corpus: Index) -> list[tuple[str, int]]:
    with corpus.database.read() as connection:
        chosen = sa.select(revision.c.state, revision.c.attempts).order_by(revision.c.article_id)
        return sorted((row.state, row.attempts) for row in connection.execute(chosen))


def test_it_gives_the_vectors_that_the_embedder_gives(embedder: ModelProcess) -> None:
    texts = [f"Report number {n}: {'rockets ' * n}" for n in range(11)]

    assert np.array_equal(embedder.passages(texts), FakeEmbedder().passages(texts))
    assert np.array_equal(embedder.queries(["rockets"]), FakeEmbedder().queries(["rockets"]))
    assert embedder.passages([]).shape == (0, 64)
    assert embedder.fingerprint == "fake-1"


def test_what_the_embedder_raises_is_raised_here(embedder: ModelProcess) -> None:
    with pytest.raises(ValueError, match="no"):
        embedder.passages([RAISES])


@pytest.mark.parametrize("text", [HANGS, CRASHES])
def test_after_it_was_lost_it_is_started_again(embedder: ModelProcess, text: str) -> None:
    with pytest.raises(EmbedderLost):
        embedder.passages([text])

    assert embedder.passages(["rockets"]).shape == (1, 64)


def test_a_question_is_answered_while_passages_hang_and_after_they_are_given_up(embedder: ModelProcess) -> None:
    embedder.queries(["ready"])
    refused: list[str] = []

    def embed() -> None:
        try:
            embedder.passages([HANGS])
        except EmbedderLost as error:
            refused.append(str(error))

    hanging = threading.Thread(target=embed)
    hanging.start()
    began = time.monotonic()
    while hanging.is_alive():
        embedder.queries(["rockets"])
        hanging.join(0.02)

    assert refused == ["The embedding model's process was lost: it took longer than 1 seconds"]
    assert time.monotonic() - began < 30
    assert embedder.queries(["rockets"]).shape == (1, 64)


def test_an_article_that_ends_the_embedder_is_set_aside_after_three_tries_and_the_rest_goes_on(
    tmp_path: Path, embedder: ModelProcess
) -> None:
    with Index.open(Settings(tmp_path), embedder=embedder) as corpus:
        corpus.save(rows("Rockets hit a base.", CRASHES, RAISES, "Rockets hit a town."), now=NOW)

        corpus.index_pending(now=NOW)

        assert states(corpus) == [("indexed", 0), ("indexed", 0), ("quarantined", 3), ("quarantined", 3)]
        assert len(corpus.search("rockets")) == 2


def test_its_process_ends_with_its_parent(embedder: ModelProcess) -> None:
    embedder.queries(["ready"])
    child = embedder._child
    assert child is not None

    # What a kill -9 of the parent does to its end of the pipe.
    child._outgoing.close()

    assert child._process.wait(timeout=10) == 0


def test_where_nobody_asks_its_process_ends_and_begins_again_when_it_is_wanted() -> None:
    embedder = ModelProcess(Troubled, batch_size=4, deadline_s=30.0, rest_s=0.05)
    try:
        embedder.queries(["rockets"])
        first = embedder._child
        ended = wait_until(lambda: embedder._child is None)
        again = embedder.queries(["rockets"])
    finally:
        embedder.close()

    assert first is not None
    assert ended
    assert np.array_equal(again, FakeEmbedder().queries(["rockets"]))


def test_its_process_does_not_rest_while_somebody_waits_for_it() -> None:
    embedder = ModelProcess(Troubled, batch_size=1, deadline_s=30.0, rest_s=0.001)
    texts = [f"Report number {n}" for n in range(60)]
    try:
        vectors = embedder.passages(texts)
    finally:
        embedder.close()

    assert np.array_equal(vectors, FakeEmbedder().passages(texts))


def wait_until(holds: Callable[[], bool], *, timeout_s: float = 20.0) -> bool:
    deadline = time.monotonic() + timeout_s
    while not holds() and time.monotonic() < deadline:
        threading.Event().wait(0.01)
    return holds()
