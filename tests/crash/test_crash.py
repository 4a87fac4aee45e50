"""A short run of the crash harness in every test run: 50 kills in all.

`python -m tests.crash --bug all` checks the harness.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]


def harness(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.crash", *arguments]
    return subprocess.run(command, cwd=_ROOT, env=dict(os.environ), capture_output=True, text=True, check=False)


@pytest.mark.timeout(400)
def test_nothing_is_lost_or_doubled_on_one_machine() -> None:
    done = harness("--points", "30", "--shape", "embedded", "--seed", "3")

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.timeout(400)
def test_nothing_is_lost_or_doubled_in_the_scaled_shape(postgresql_server: str) -> None:
    done = harness("--points", "20", "--shape", "scaled", "--seed", "3")

    assert done.returncode == 0, done.stdout + done.stderr
