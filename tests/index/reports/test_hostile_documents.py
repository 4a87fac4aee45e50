"""No document takes long to read, whatever it is made of.

A few in each run of the suite; with SITREP_HOSTILE_DOCUMENTS=1000 in the environment a thousand of the greatest length
that is let in, others each time (`--hypothesis-seed` says which).
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from index.ingest.workers import Workers
from index.language.bounds import Bounds
from tests.index.reports.hostile import cost, documents

ASKED = int(os.environ.get("SITREP_HOSTILE_DOCUMENTS", "0"))
LENGTH = Bounds().text if ASKED else 40_000
CPU_S, MEMORY_BYTES = 2.0, 300_000_000
WORST = {"seconds": 0.0, "bytes": 0}


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(count=1, cpu_s=CPU_S) as running:
        yield running
    print(f"\nhostile documents: at most {WORST['seconds']:.2f} s of CPU, {WORST['bytes'] / 1e6:.0f} MB")


@settings(
    max_examples=ASKED or 24,
    deadline=None,
    derandomize=not ASKED,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_a_hostile_document_is_read_within_its_time_and_memory(workers: Workers, data: st.DataObject) -> None:
    source = data.draw(documents(LENGTH))

    # A worker that takes longer is ended, and that is raised here.
    seconds, memory = workers.run(cost, source)

    assert memory < MEMORY_BYTES
    WORST.update(seconds=max(WORST["seconds"], seconds), bytes=max(WORST["bytes"], memory))
