"""The vector index can not be written, or its probe hangs: articles come in, questions are answered, it is mended."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from index import Index, Settings
from index.retrieval.chroma import Folder, VectorsUnavailable
from index.retrieval.vectors import VectorStore
from index.store.database import Database
from index.store.migrate import migrate
from tests.fakes import FakeEmbedder

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
ROWS = [
    {"url": f"https://example.org/{n}", "title": f"Report {n}", "text": f"Rockets hit base {n}.", "publisher": "Voice"}
    for n in range(30)
]


class Disk:
    """How much is free, as a test says."""

    def __init__(self) -> None:
        self.free = 10**12

    def __call__(self, at: Path) -> int:
        return self.free


def opened(tmp_path: Path, home: Folder, embedder: FakeEmbedder) -> Index:
    database = Database.open(None, tmp_path)
    migrate(database)
    return Index(Settings(tmp_path), database, VectorStore(home), embedder)


def test_a_full_disk_costs_the_vector_index_nothing_and_is_one_clear_line(tmp_path: Path) -> None:
    disk, embedder = Disk(), FakeEmbedder()
    with opened(tmp_path, Folder(tmp_path / "chroma", free=disk), embedder) as corpus:
        corpus.add(ROWS[:10], now=NOW)
        before = corpus._projection.generation(embedder.fingerprint, now=NOW)
        disk.free = 1_000_000

        with capture_logs() as logged:
            corpus.add(ROWS[10:], now=NOW)
            for _ in range(3):
                corpus._store.wake()
                corpus.index_pending(now=NOW)
            assert len(corpus.search("tanks", k=40)) == 30, "by meaning alone: no word of the question is in them"
            said = [problem.sentence for problem in corpus.check().problems]

        assert "20 passages are not in Chroma yet; an exact scan finds them" in said
        [line] = [one for one in logged if one["event"] == "vectors_unavailable"]
        assert line["why"] == "The disk of the vector index is full: free some space in the data folder"

        disk.free = 10**12
        corpus._store.wake()
        with capture_logs() as logged:
            corpus.index_pending(now=NOW)

        assert [one["event"] for one in logged if one["event"].startswith("vectors")] == ["vectors_back"]
        assert corpus._projection.generation(embedder.fingerprint, now=NOW) == before, "it was not made anew"
        assert corpus.check(deep=True).is_sound
        assert corpus._store.count(before.collection) == 30, "nothing is doubled"
        assert embedder.embedded == 2 * 30, "a passage and its statement of each, once"


def test_a_probe_that_takes_too_long_is_ended_and_the_index_made_anew(tmp_path: Path) -> None:
    embedder = FakeEmbedder()
    with opened(tmp_path, Folder(tmp_path / "chroma"), embedder) as corpus:
        corpus.add(ROWS, now=NOW)
    (tmp_path / "chroma.in-use").touch()
    # Less than a process takes to start: whatever it does, it is not done by then.
    home = Folder(tmp_path / "chroma", probe_s=0.01)
    with pytest.raises(VectorsUnavailable, match="hangs") as refused:
        home.open()
    assert refused.value.broken

    with opened(tmp_path, home, embedder) as corpus:
        assert len(corpus.search("rockets", k=30)) == 30
        corpus.index_pending(now=NOW)

        assert corpus.check(deep=True).is_sound
        assert embedder.embedded == 2 * 30, "a passage and its statement of each, once"
