"""The state machine of briefings and deliveries, on both databases.

SITREP_MACHINE_STEPS=10000 asks for a long run; a short one is part of every test run.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from index.store.database import Database
from tests.bot.machine import Machine

_IN_ONE_EXAMPLE = 50


@contextlib.contextmanager
def quiet_logs() -> Iterator[None]:
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    try:
        yield
    finally:
        structlog.configure(**before)


@pytest.mark.timeout(1800)
def test_the_promises_hold_in_any_order_of_events(people: Database) -> None:
    steps = int(os.environ.get("SITREP_MACHINE_STEPS", "300"))
    Machine.steps = 0

    with quiet_logs():
        run_state_machine_as_test(
            lambda: Machine(people),
            settings=settings(
                max_examples=max(1, steps // (_IN_ONE_EXAMPLE // 2)),
                stateful_step_count=_IN_ONE_EXAMPLE,
                deadline=None,
                suppress_health_check=list(HealthCheck),
                phases=[Phase.explicit, Phase.generate, Phase.shrink],
                derandomize="SITREP_MACHINE_STEPS" not in os.environ,
            ),
        )

    assert Machine.steps >= steps
    assert Machine.delivered >= steps / 30
    print(f"{Machine.steps} steps, {Machine.delivered} messages accepted")
