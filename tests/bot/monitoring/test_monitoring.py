"""What machines are told: alive, ready, and figures that name nobody."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import httpx
import pytest
import sqlalchemy as sa
from prometheus_client.parser import text_string_to_metric_families

from bot.monitoring.exposition import expose
from bot.monitoring.figures import Figures, Queue, read_figures
from bot.monitoring.policy import MonitoringPolicy
from bot.monitoring.serving import MonitoringServer
from bot.store import schema, tallies
from bot.store.migrate import migrate
from index import Index, Settings
from index.errors import StorageUnusable
from tests.fakes import FakeEmbedder

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
ROW = {"url": "https://example.org/1", "title": "Report", "text": "Rockets hit a base.", "publisher": "Voice"}
CHAT = 777_000_111


def figures_of(settings: Settings) -> Figures:
    with Index.open(settings, embedder=FakeEmbedder()) as corpus:
        migrate(corpus.database)
        corpus.add([ROW], now=NOW)
        corpus.save([ROW | {"url": "https://example.org/2"}], now=NOW)

        def some(connection: sa.Connection) -> None:
            tallies.count(connection, NOW.date(), "answered", "wait.2")
            connection.execute(sa.insert(schema.chat).values(id=CHAT, kind="private", created_at=NOW))
            row = {"chat_id": CHAT, "part": 1, "parts": 1, "payload": {}, "created_at": NOW, "not_before_at": NOW}
            for state in ("pending", "sent", "sent", "dead"):
                connection.execute(sa.insert(schema.delivery).values(**row, state=state, expires_at=NOW))

        corpus.database.transact(some)
        with corpus.database.read() as connection:
            return read_figures(connection, now=NOW + timedelta(minutes=2))


def samples(page: bytes) -> dict[tuple[str, str], float]:
    """Each sample by its name and its one label."""
    return {
        (sample.name, next(iter(sample.labels.values()), "")): sample.value
        for family in text_string_to_metric_families(page.decode())
        for sample in family.samples
    }


def test_the_figures_tell_of_queues_outcomes_and_chroma_in_both_shapes(settings: Settings) -> None:
    told = samples(expose(figures_of(settings), {"passages": 1.5}))

    assert told[("sitrep_queue_length", "index")] == 1
    assert told[("sitrep_queue_oldest_seconds", "index")] == 120
    assert told[("sitrep_queue_length", "delivery")] == 1
    assert told[("sitrep_deliveries", "sent")] == 2
    assert told[("sitrep_deliveries", "dead")] == 1
    assert told[("sitrep_deliveries", "expired")] == 0
    assert told[("sitrep_questions_today", "answered")] == 1
    assert told[("sitrep_answer_seconds_today_bucket", "0.5")] == 0
    assert told[("sitrep_answer_seconds_today_bucket", "1")] == 1
    assert told[("sitrep_chroma_generation", "")] == 1
    assert told[("sitrep_chroma_lacking", "")] == 0
    assert told[("sitrep_model_seconds_total", "passages")] == 1.5


def test_nobody_is_named(settings: Settings) -> None:
    page = expose(figures_of(settings), {}).decode()

    assert str(CHAT) not in page
    assert "example.org" not in page
    assert "Voice" not in page


QUIET = Figures({"index": Queue(0, 0.0)}, {}, {}, {}, 0, 1, 0)


class Probed:
    """A server in a loop of its own, with what it reads."""

    def __init__(self) -> None:
        self.ready, self.error = False, False

    async def metrics(self) -> bytes:
        if self.error:
            raise StorageUnusable("The database server went away", code="storage_away")
        return expose(QUIET, {})

    def get(self, path: str) -> httpx.Response:
        async def ask() -> httpx.Response:
            policy = MonitoringPolicy(listen="127.0.0.1:0")
            server = MonitoringServer(policy, metrics=self.metrics, is_ready=lambda: self.ready)
            port = server.open()
            try:
                async with httpx.AsyncClient() as client:
                    return await client.get(f"http://127.0.0.1:{port}{path}")
            finally:
                await server.close()

        return asyncio.run(ask())


def test_a_process_is_alive_before_it_is_ready() -> None:
    probed = Probed()
    assert probed.get("/healthz").status_code == 200
    assert (probed.get("/readyz").status_code, probed.get("/readyz").text) == (503, "starting\n")

    probed.ready = True

    assert probed.get("/readyz").status_code == 200
    assert b"sitrep_queue_length" in probed.get("/metrics").content


def test_a_process_whose_database_is_away_is_alive_and_not_ready() -> None:
    probed = Probed()
    probed.ready = probed.error = True

    assert probed.get("/healthz").status_code == 200
    assert (probed.get("/readyz").status_code, probed.get("/readyz").text) == (503, "storage_away\n")
    assert probed.get("/metrics").status_code == 503
    assert probed.get("/other").status_code == 404


@pytest.mark.parametrize("listen", ["8091", "host", "host:", ":80", "host:99999"])
def test_an_address_that_is_none_is_refused(listen: str) -> None:
    with pytest.raises(ValueError, match=r"monitoring\.listen"):
        MonitoringPolicy(listen=listen)
