"""Help and a mistyped command are answered at once: nothing heavy is imported for them."""

from __future__ import annotations

import subprocess
import sys

import pytest

_HEAVY = ("telegram", "sqlalchemy", "chromadb", "numpy", "torch", "structlog", "trafilatura", "matplotlib")
_LOOK = """
import sys
from bot.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(*(name for name in {heavy!r} if name in sys.modules))
"""


@pytest.mark.parametrize("asked", [["--help"], ["ask", "--help"], ["no-such-command"]])
def test_help_and_mistakes_import_nothing_heavy(asked: list[str]) -> None:
    command = [sys.executable, "-c", _LOOK.format(heavy=_HEAVY), *asked]

    outcome = subprocess.run(command, capture_output=True, text=True, check=True)

    assert outcome.stdout.splitlines()[-1] == "", outcome.stdout
