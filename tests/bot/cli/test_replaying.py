from pathlib import Path

import pytest

from bot.cli.main import main
from index import Index, Settings
from index.sample import sample_articles
from tests.fakes import FakeEmbedder


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with the sample corpus."""
    with Index.open(Settings(tmp_path), embedder=FakeEmbedder()) as corpus:
        corpus.add(sample_articles())
    monkeypatch.setenv("SITREP_DATA_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_month_is_replayed_for_each_reader_without_faults(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readers = ["--reader", "all", "--reader", "iraq=rockets Iraq"]

    status = main(["replay", "--from", "2024-04-20", "--to", "2024-04-24", *readers])

    said = capsys.readouterr()
    assert status == 0
    assert said.out.count("=== all") == said.out.count("=== iraq") == 4
    assert "Zummar" in said.out
    assert "8 briefings, 0 faults" in said.err


def test_a_replay_that_ends_before_it_begins_is_refused(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", "--from", "2024-04-24", "--to", "2024-04-20"]) == 2
    assert "--from must be before --to" in capsys.readouterr().err


def test_stories_say_why_an_article_is_where_it_is(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stories", "--why", "--since", "2024-04-21", "--until", "2024-04-22"]) == 0

    said = capsys.readouterr().out
    assert "alike to https://meridian-wire.example/2024/04/rockets-zummar-us-base" in said
    assert "both have:" in said
