"""Workers are bounded in time and memory, and one killed does not harm the next."""

from __future__ import annotations

import contextlib
import platform
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from index.ingest.entries import NotAFeed
from index.ingest.feeds import parse_feed
from index.ingest.pages import extract
from index.ingest.workers import LIGHT_BYTES, MEMORY_BYTES, WALL_S, TooHeavy, Workers
from tests.index.ingest import hostile

NOW = datetime(2026, 4, 10, tzinfo=UTC)


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(cpu_s=2.0) as running:
        yield running


def test_a_result_and_an_error_come_back(workers: Workers) -> None:
    assert workers.run(hostile.double, 21) == 42
    with pytest.raises(ValueError, match="as asked"):
        workers.run(hostile.fail)


def test_a_loop_is_stopped_by_its_own_cpu_time() -> None:
    started = time.monotonic()

    with Workers(cpu_s=0.3) as workers, pytest.raises(TooHeavy):
        workers.run(hostile.spin)

    assert time.monotonic() - started < 10


def test_memory_is_refused_and_the_next_document_is_read(workers: Workers) -> None:
    with pytest.raises(TooHeavy):
        workers.run(hostile.hoard)

    assert workers.run(hostile.double, 2) == 4


def test_a_worker_that_dies_is_replaced(workers: Workers) -> None:
    with pytest.raises(TooHeavy):
        workers.run(hostile.die)

    assert workers.run(hostile.double, 3) == 6


@pytest.mark.parametrize("name", list(hostile.feeds()))
def test_a_hostile_feed_is_read_or_refused_within_bounds(workers: Workers, name: str) -> None:
    body = hostile.feeds()[name]

    def read() -> None:
        feed = workers.run(parse_feed, body, url="http://a.example/feed")
        assert len(feed.entries) <= 1000
        assert all(len(entry.content) <= 200_010 for entry in feed.entries)

    assert_bounded(workers, read)


@pytest.mark.parametrize("name", list(hostile.pages()))
def test_a_hostile_page_is_read_or_refused_within_bounds(workers: Workers, name: str) -> None:
    body = hostile.pages()[name]

    def read() -> None:
        page = workers.run(extract, body, url="http://a.example/a", now=NOW)
        assert len(page.text) <= 200_010

    assert_bounded(workers, read)


def assert_bounded(workers: Workers, read: Callable[[], None]) -> None:
    started = time.monotonic()
    with contextlib.suppress(NotAFeed, TooHeavy):
        read()
    assert time.monotonic() - started < WALL_S
    # What a worker may have, above an interpreter with its libraries.
    assert workers.run(hostile.most_memory) < MEMORY_BYTES + 300_000_000


def test_a_worker_that_has_grown_forgets_what_it_remembers() -> None:
    with Workers(count=1) as workers:
        before = workers.run(hostile.memory)
        workers.run(hostile.remember)
        after = workers.run(hostile.memory)

    assert after - before < 100_000_000


def test_a_light_document_does_not_wait_for_a_heavy_one() -> None:
    with Workers(count=1, cpu_s=2.0) as workers, ThreadPoolExecutor(1) as thread:
        assert workers.run(hostile.double, 1) == 2

        heavy = thread.submit(workers.run, hostile.spin, b" " * (LIGHT_BYTES + 1))
        light = [workers.run(hostile.double, n) for n in range(20)]

        assert not heavy.done()
        assert light == [2 * n for n in range(20)]
        assert isinstance(heavy.exception(), TooHeavy)


def test_a_worker_has_no_network_no_program_no_file_and_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123456:made-up")
    with Workers(1) as workers:
        met = workers.run(hostile.tried)

    assert met["environment"] == ""
    assert met["file"] != ""
    if platform.machine() in ("x86_64", "aarch64"):
        assert met["network"] == met["program"] == "PermissionError"
