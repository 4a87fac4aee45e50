"""A Chroma server that stalls, is late or keeps something back: questions are answered, articles are taken in."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index import Index, Settings
from index.retrieval.chroma import Server
from index.retrieval.vectors import VectorStore
from index.store.database import Database
from index.store.migrate import migrate
from tests.fakes import FakeEmbedder
from tests.servers.trouble import Proxy, troubled

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
ROWS = [
    {"url": f"https://example.org/{n}", "title": f"Report {n}", "text": f"Rockets hit base {n}.", "publisher": "Voice"}
    for n in range(30)
]
NEW = ROWS[0] | {"url": "https://example.org/new"}
# A tenth of what the bot has.
QUESTION_S, WRITING_S = 0.3, 1.5


@pytest.fixture
def proxy(chroma_url: str) -> Iterator[Proxy]:
    with troubled(chroma_url) as running:
        yield running


@pytest.fixture
def corpus(tmp_path: Path, proxy: Proxy) -> Iterator[Index]:
    settings = Settings(tmp_path, chroma_url=proxy.url)
    database = Database.open(None, tmp_path)
    migrate(database)
    store = VectorStore(Server(proxy.url, patience_s=WRITING_S), patience_s=QUESTION_S)
    with Index(settings, database, store, FakeEmbedder()) as opened:
        opened.add(ROWS, now=NOW)
        yield opened


def found(corpus: Index, k: int = 40) -> tuple[int, float]:
    began = time.monotonic()
    return len(corpus.search("rockets", k=k)), time.monotonic() - began


@pytest.mark.parametrize("late_s", [600.0, 1.0])
def test_a_server_that_stalls_or_is_late_keeps_no_question_waiting(corpus: Index, proxy: Proxy, late_s: float) -> None:
    assert found(corpus)[0] == 30
    asked = proxy.asked
    assert asked, "Chroma was asked"

    proxy.late_s = late_s
    first, second = found(corpus), found(corpus)

    assert (first[0], second[0]) == (30, 30)
    # The exact scan itself takes milliseconds; a busy machine gets a second.
    assert first[1] < QUESTION_S + 1.0
    assert proxy.asked == asked + 1, "and it is not asked again at once"


def test_a_server_that_stalls_keeps_no_article_from_being_found(corpus: Index, proxy: Proxy) -> None:
    proxy.late_s = 600.0
    began = time.monotonic()

    corpus.add([NEW], now=NOW + timedelta(hours=1))

    assert time.monotonic() - began < 20 * WRITING_S
    assert found(corpus)[0] == 31
    assert "1 passages are not in Chroma yet; an exact scan finds them" in [p.sentence for p in corpus.check().problems]


def test_what_a_stalling_server_missed_it_gets_when_it_answers_again(corpus: Index, proxy: Proxy) -> None:
    proxy.late_s = 600.0
    corpus.add([NEW], now=NOW + timedelta(hours=1))

    proxy.late_s = 0.0
    corpus._store.wake()
    corpus.index_pending(now=NOW + timedelta(hours=2))

    assert corpus.check(deep=True).is_sound
    assert found(corpus)[0] == 31


def test_a_server_that_returns_fewer_than_it_holds_costs_no_result(corpus: Index, proxy: Proxy) -> None:
    proxy.fewer = 3
    asked = proxy.asked

    # By meaning alone: no word of the question is in the reports.
    assert len(corpus.search("tanks", k=30)) == 30
    assert proxy.asked > asked
