"""No document takes long to read, whatever it is made of.

A few in each run of the suite; with SITREP_HOSTILE_DOCUMENTS=1000 in the environment a thousand of the greatest length
that is let in, others each time (`--hypothesis-seed` says which).
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from index.ingest.workers import TooHeavy, Workers
from index.language.bounds import Bounds
from index.reports.intake import Source
from tests.index.reports.hostile import cost, documents

ASKED = int(os.environ.get("SITREP_HOSTILE_DOCUMENTS", "0"))
LENGTH = Bounds().text if ASKED else 40_000
CPU_S, MEMORY_BYTES = 2.0, 300_000_000
# A thousand take the better part of an hour.
TIMEOUT_S = 60 + 4 * ASKED


@pytest.mark.timeout(TIMEOUT_S)
def test_hostile_documents_are_read_within_their_time_and_memory() -> None:
    costs: list[tuple[float, int]] = []
    too_heavy: list[str] = []

    @settings(
        max_examples=ASKED or 24,
        deadline=None,
        derandomize=not ASKED,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(source=documents(LENGTH))
    def read(source: Source) -> None:
        try:
            costs.append(workers.run(cost, source))
        except TooHeavy:
            too_heavy.append(source.text[:200])

    with Workers(count=1, cpu_s=CPU_S) as workers:
        read()

    seconds, memory = max(second for second, _ in costs), max(most for _, most in costs)
    print(f"\nhostile documents: {len(costs)} read, at most {seconds:.2f} s of CPU, {memory / 1e6:.0f} MB")
    assert too_heavy == []
    assert memory < MEMORY_BYTES
