"""The state machine of briefings and deliveries, on both databases.

SITREP_MACHINE_STEPS=10000 asks for a long run, and for seeded bugs to be found; a short one is part of every test run.
"""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import structlog
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from bot.store import schema
from index.store.database import Database
from tests.bot.machine import Machine
from tests.crash import mutations

_IN_ONE_EXAMPLE = 50
# The seeded bugs of briefings and deliveries, all of which the machine must find as well.
_FOUND = [
    "send_before_commit",
    "interrupted_is_not_counted",
    "interrupted_is_never_found",
    "no_bound_on_resends",
    "timeout_is_a_refusal",
    "refusal_is_a_success",
    "no_lease_guard",
    "finish_without_owner",
    "parts_out_of_order",
    "due_time_moves_first",
    "outbox_in_a_transaction_of_its_own",
    "no_unique_key",
]


@contextlib.contextmanager
def quiet_logs() -> Iterator[None]:
    before = structlog.get_config()
    # A process that dies in the middle of sending leaves its task behind.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    try:
        yield
    finally:
        structlog.configure(**before)
        logging.getLogger("asyncio").setLevel(logging.NOTSET)


def run(database: Database, *, examples: int, phases: Sequence[Phase], derandomize: bool) -> None:
    with quiet_logs():
        run_state_machine_as_test(
            lambda: Machine(database),
            settings=settings(
                max_examples=examples,
                stateful_step_count=_IN_ONE_EXAMPLE,
                deadline=None,
                suppress_health_check=list(HealthCheck),
                phases=phases,
                derandomize=derandomize,
                database=None,
                report_multiple_bugs=False,
            ),
        )


@pytest.mark.timeout(3600)
def test_the_promises_hold_in_any_order_of_events(people: Database) -> None:
    steps = int(os.environ.get("SITREP_MACHINE_STEPS", "300"))
    Machine.steps = Machine.delivered = 0

    run(
        people,
        examples=max(1, steps // (_IN_ONE_EXAMPLE // 2)),
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
        derandomize="SITREP_MACHINE_STEPS" not in os.environ,
    )

    assert Machine.steps >= steps
    assert Machine.delivered >= steps / 30
    print(f"{Machine.steps} steps, {Machine.delivered} messages accepted")


@pytest.mark.skipif("SITREP_MACHINE_STEPS" not in os.environ, reason="takes minutes; tests/crash finds them in seconds")
@pytest.mark.timeout(600)
@pytest.mark.parametrize("bug", _FOUND)
def test_a_seeded_bug_is_found(bug: str, tmp_path: Path) -> None:
    mutations.apply(bug)
    try:
        database = Database.open(None, tmp_path)
        # From the tables themselves, not by migration: the bug may be in them.
        with database.engine.begin() as connection:
            schema.metadata.create_all(connection)
        began = Machine.steps
        with pytest.raises(AssertionError):
            run(database, examples=200, phases=[Phase.generate], derandomize=True)
        print(f"{bug} found after {Machine.steps - began} steps")
        database.close()
    finally:
        mutations.undo()
