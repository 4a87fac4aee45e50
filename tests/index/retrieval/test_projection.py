"""Chroma is a projection of SQL: whatever happens to it, questions are answered and it is made anew."""

from __future__ import annotations

import contextlib
import shutil
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from index import Index, Settings
from index.errors import SettingsError
from index.retrieval.chroma import VectorsUnavailable
from index.retrieval.projection import read_generation
from index.retrieval.scope import Label
from index.retrieval.vectors import VectorStore
from index.store.database import Database
from tests.bench.rebuild import WideEmbedder, fill
from tests.fakes import FakeEmbedder
from tests.servers.chroma import chroma
from tests.servers.postgresql import free_port

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
ROWS = [
    {"url": f"https://example.org/{n}", "title": f"Report {n}", "text": f"Rockets hit base {n}.", "publisher": "Voice"}
    for n in range(30)
]


def filled(settings: Settings) -> FakeEmbedder:
    embedder = FakeEmbedder()
    with Index.open(settings, embedder=embedder) as corpus:
        corpus.add(ROWS, now=NOW)
    return embedder


def damage(folder: Path) -> None:
    """As a kill in the middle of a write leaves it: the files are there and hold nothing that can be read."""
    for file in folder.rglob("*"):
        if file.is_file():
            file.write_bytes(b"\x00" * 100)


@pytest.mark.parametrize("how", [damage, shutil.rmtree])
def test_a_chroma_that_was_damaged_is_noticed_answered_around_and_made_anew(tmp_path: Path, how: object) -> None:
    settings = Settings(tmp_path)
    embedder = filled(settings)
    embedded = embedder.embedded
    how(tmp_path / "chroma")  # type: ignore[operator]
    (tmp_path / "chroma.in-use").touch()

    with Index.open(settings, embedder=embedder) as corpus:
        assert len(corpus.search("rockets", k=30)) == 30
        corpus.index_pending(now=NOW)

        assert corpus.check(deep=True).is_sound
        assert embedder.embedded == embedded, "nothing is embedded again"


def test_a_chroma_that_seemed_sound_and_whose_process_died_again_is_made_anew(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    embedder = filled(settings)
    marker = tmp_path / "chroma.in-use"
    marker.touch()
    opened = Index.open(settings, embedder=embedder)
    assert len(opened.search("rockets", k=30)) == 30
    assert opened.check().is_sound
    left_behind = marker.read_text()
    opened.close()
    before = generation(tmp_path)

    marker.write_text(left_behind)
    with Index.open(settings, embedder=embedder) as corpus:
        assert len(corpus.search("rockets", k=30)) == 30
        corpus.index_pending(now=NOW)

        assert corpus.check(deep=True).is_sound
    assert generation(tmp_path) == before + 1


def generation(folder: Path) -> int:
    database = Database.open(None, folder)
    with database.read() as connection:
        found = read_generation(connection)
    database.close()
    assert found is not None
    return found.number


class SlowHome:
    """Chroma takes its time to open, and then is away."""

    def __init__(self) -> None:
        self.entered, self.over = threading.Event(), threading.Event()

    def open(self) -> ClientAPI:
        self.entered.set()
        assert self.over.wait(60)
        raise VectorsUnavailable("away")

    def check_room(self) -> None: ...

    def close(self, client: ClientAPI) -> None: ...

    def clear(self) -> None: ...


def test_a_question_does_not_wait_for_chroma_to_be_opened() -> None:
    home = SlowHome()
    store = VectorStore(home)
    opening = threading.Thread(target=_count, args=(store,))
    opening.start()
    assert home.entered.wait(60)

    with pytest.raises(VectorsUnavailable, match="being opened"):
        store.query("any", np.zeros(64, np.float32), 1)

    home.over.set()
    opening.join()


class HangingHome:
    """Chroma that takes a question and does not answer."""

    def __init__(self) -> None:
        self.asked, self.over = 0, threading.Event()

    def open(self) -> Any:
        return self

    def get_collection(self, name: str, embedding_function: None) -> Any:
        return self

    def query(self, **_: object) -> Any:
        self.asked += 1
        assert self.over.wait(60)
        return {"ids": [["a"]]}

    def check_room(self) -> None: ...

    def close(self, client: ClientAPI) -> None: ...

    def clear(self) -> None: ...


def test_questions_do_not_wait_for_a_chroma_that_hangs_nor_try_it_again_at_once() -> None:
    home = HangingHome()
    store = VectorStore(home, patience_s=0.05)

    for _ in range(5):
        with pytest.raises(VectorsUnavailable, match="slow"):
            store.query("any", np.zeros(64, np.float32), 1)
    assert home.asked == 1

    home.over.set()
    store.wake()
    assert store.query("any", np.zeros(64, np.float32), 1) == ["a"]


def test_a_question_does_not_wait_for_chroma_to_be_filled() -> None:
    store = VectorStore(SlowHome())

    with store.filled(), pytest.raises(VectorsUnavailable, match="being filled"):
        store.query("any", np.zeros(64, np.float32), 1)


def test_questions_are_answered_while_a_large_index_is_made_anew(settings: Settings) -> None:
    embedder = WideEmbedder()
    with Index.open(settings, embedder=embedder) as corpus:
        fill(corpus.database, 1500, embedder.fingerprint)
        meanwhile: list[list[str]] = []

        corpus.rebuild(lambda *_: meanwhile.append([hit.passage.passage_id for hit in corpus.search("mark17x3", k=5)]))

        assert [hit.passage.passage_id for hit in corpus.search("mark17x3", k=5)] == meanwhile[0]
        assert meanwhile == [meanwhile[0]] * 2
        assert meanwhile[0][0] == "a17-1-3"
        assert corpus.check(deep=True).is_sound


def _count(store: VectorStore) -> None:
    with contextlib.suppress(VectorsUnavailable):
        store.count("any")


def test_a_chroma_that_one_thread_opened_another_makes_anew(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    embedder = filled(settings)
    shutil.rmtree(tmp_path / "chroma")

    with Index.open(settings, embedder=embedder) as corpus:
        asking = threading.Thread(target=corpus.search, args=("rockets",))
        asking.start()
        asking.join()
        corpus.index_pending(now=NOW)

        assert corpus.check(deep=True).is_sound


def test_a_second_process_answers_by_exact_scan_and_writes_nothing_to_chroma(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    embedder = filled(settings)

    with Index.open(settings, embedder=embedder) as first, Index.open(settings, embedder=embedder) as second:
        assert len(first.search("rockets", k=30)) == 30
        second.add([ROWS[0] | {"url": "https://example.org/new"}], now=NOW)

        assert len(second.search("rockets", k=40)) == 31
        assert len(first.search("rockets", k=40)) == 31
        first.index_pending(now=NOW)
        assert first.check(deep=True).is_sound


def test_a_server_that_goes_away_and_comes_back_loses_nothing(tmp_path: Path) -> None:
    port = free_port()
    settings = Settings(tmp_path, chroma_url=f"http://127.0.0.1:{port}")
    embedder = FakeEmbedder()
    with Index.open(settings, embedder=embedder) as corpus:
        corpus.add(ROWS[:10], now=NOW)
        assert len(corpus.search("rockets", k=30)) == 10
        assert "vectors_unavailable" in [problem.code for problem in corpus.check().problems]

    (tmp_path / "server").mkdir()
    with chroma(tmp_path / "server", port), Index.open(settings, embedder=embedder) as corpus:
        corpus.add(ROWS, now=NOW)
        assert corpus.check(deep=True).is_sound
        assert len(corpus.search("rockets", k=30)) == 30


def test_check_names_what_differs_and_repair_mends_it(corpus: Index) -> None:
    corpus.add(ROWS, now=NOW)
    store = corpus._store
    generation = corpus._projection.generation(corpus.embedder.fingerprint, now=NOW)
    ids = [f"{hit.passage.passage_id}" for hit in corpus.search("rockets", k=3)]
    store.delete(generation.collection, ids[:1])
    wrong = np.eye(1, corpus.embedder.dimension, dtype=np.float32)
    store.upsert(generation.collection, [ids[1], "stray"], np.vstack([wrong, wrong]), [Label(0, "voice", "en")] * 2)

    [problem] = corpus.check(deep=True).problems
    assert problem.code == "vectors_differ"
    mended = corpus.check(deep=True, repair=True)

    assert mended.is_sound
    assert mended.repaired == 3


def test_a_rebuild_fills_a_new_collection_without_embedding_again(corpus: Index, embedder: FakeEmbedder) -> None:
    corpus.add(ROWS, now=NOW)
    embedded, before = embedder.embedded, [hit.passage.passage_id for hit in corpus.search("rockets base 7")]

    assert corpus.rebuild() == len(ROWS)

    assert embedder.embedded == embedded
    assert [hit.passage.passage_id for hit in corpus.search("rockets base 7")] == before
    assert corpus.check(deep=True).is_sound


def test_chroma_and_the_exact_scan_rank_alike(settings: Settings, embedder: FakeEmbedder) -> None:
    with Index.open(settings, embedder=embedder) as corpus:
        corpus.add(ROWS, now=NOW)
        by_chroma = [(hit.passage.passage_id, hit.score) for hit in corpus.search("base 12 was hit", k=10)]

        with corpus._store.filled():
            by_scan = [(hit.passage.passage_id, hit.score) for hit in corpus.search("base 12 was hit", k=10)]

    assert by_chroma == by_scan


def test_a_chroma_address_that_is_none_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="CHROMA_URL"):
        Index.open(Settings(tmp_path, chroma_url="localhost:8000"))
