"""A process stopped at each of its steps: the product passes, and each seeded bug is caught in the very same trial."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.crash.mutations import BUGS
from tests.crash.trials import CAUGHT_IN, TRIALS

_ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def outcomes() -> dict[tuple[str, str | None], dict[str, Any]]:
    """All of them in one process of their own: it forks, so nothing else may have been started in it."""
    command = [sys.executable, "-m", "tests.crash.steps"]
    done = subprocess.run(command, cwd=_ROOT, env=dict(os.environ), capture_output=True, text=True, check=False)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert found, done.stderr
    return {(outcome["trial"], outcome["bug"]): outcome for outcome in found}


@pytest.mark.timeout(400)
@pytest.mark.parametrize("trial", TRIALS)
def test_the_promises_hold_whatever_step_is_the_last(
    trial: str, outcomes: dict[tuple[str, str | None], dict[str, Any]]
) -> None:
    outcome = outcomes[trial, None]

    assert outcome["violations"] == []
    assert outcome["stops"] > 5


@pytest.mark.timeout(400)
@pytest.mark.parametrize("bug", BUGS)
def test_a_seeded_bug_is_caught(bug: str, outcomes: dict[tuple[str, str | None], dict[str, Any]]) -> None:
    assert outcomes[CAUGHT_IN[bug], bug]["violations"]
