"""What a question holds: no connection while it waits for the embedder, nothing that it read once it is answered."""

from __future__ import annotations

import contextlib
import gc
import weakref
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from index import Index

NOW = datetime(2026, 4, 25, 12, tzinfo=UTC)
ROW = {
    "url": "https://e.example/1",
    "title": "Shelling near Orlivka",
    "text": "Shells killed three people near Orlivka on Saturday, doctors said.",
    "publisher": "Ledger",
    "published": NOW.isoformat(),
}


@pytest.fixture
def no_garbage_collection() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_garbage_collection")
def test_a_report_is_gone_when_its_snapshot_is_closed(corpus: Index) -> None:
    corpus.add([ROW], now=NOW)

    with corpus.snapshot() as snapshot:
        hits = snapshot.search("Orlivka", snapshot.vector("Orlivka"), since=None, until=NOW, most=3)
        reports = snapshot.reports([hits[0].passage.article_id])
        kept = weakref.ref(reports[0])
        [statement] = reports[0].testimonies
        del reports

    assert statement.text == ROW["text"], "who still holds a statement can use it"
    del statement
    assert kept() is None, "the snapshot holds nothing that it read"


def test_who_waits_for_the_embedder_holds_no_connection(corpus: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[None] = []
    read = corpus.database.read

    def counted() -> contextlib.AbstractContextManager[sa.Connection]:
        opened.append(None)
        return read()

    monkeypatch.setattr(corpus.database, "read", counted)
    with corpus.snapshot() as snapshot:
        vector = snapshot.vector("Orlivka")
        assert not opened
        for _ in range(2):
            snapshot.search("Orlivka", vector, since=None, until=NOW, most=3)
        assert len(opened) == 1, "one transaction a question"
