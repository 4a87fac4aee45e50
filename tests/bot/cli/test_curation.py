"""What an operator writes down about sources and publishers."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import structlog

from bot.cli.main import main
from index import Index, Settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("SITREP_DATA_DIR", str(tmp_path))
    with Index.open(Settings(tmp_path)) as corpus:
        corpus.sources.add("https://ledger.example/feed", name="The Ledger", now=datetime.now(UTC))
    handlers, level, before = logging.root.handlers[:], logging.root.level, structlog.get_config()
    yield tmp_path
    # The command sends logs to its own stderr, which ends with the test.
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
    structlog.configure(**before)


def test_filters_are_set_shown_and_taken_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["source", "filter", "The Ledger", "--keep", "Kharkiv, Sumy", "--topics", "Ukraine"]) == 0
    assert main(["source", "filter", "1", "--keep", ""]) == 0

    shown = capsys.readouterr().out
    assert "keep: Kharkiv, Sumy\ndrop: -" in shown
    assert shown.endswith("The Ledger\ntopics: Ukraine\nkeep: -\ndrop: -\n")


def test_a_profile_is_written_and_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publisher", "set", "The Ledger", "state-run", "yes"]) == 0
    assert main(["publisher", "set", "The Ledger", "country", "Syria"]) == 0
    capsys.readouterr()

    assert main(["publisher", "list", "--json"]) == 0

    (profile,) = json.loads(capsys.readouterr().out)
    assert (profile["name"], profile["state_run"], profile["country"]) == ("The Ledger", True, "Syria")
    assert profile["leaning"] is None


@pytest.mark.parametrize(("field", "value"), [("mood", "good"), ("state-run", "perhaps")])
def test_a_wrong_field_is_bad_usage(folder: Path, capsys: pytest.CaptureFixture[str], field: str, value: str) -> None:
    assert main(["publisher", "set", "The Ledger", field, value]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
