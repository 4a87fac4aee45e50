"""`sitrep read`: the contract of one JSON line an article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli.main import main

_TEXT = "Four people were killed in Khartoum on 2 June, the harbour master told Meridian Wire. The sea was calm."


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "articles.jsonl"
    row = {"url": "https://vale.example/1", "title": "", "text": _TEXT, "publisher": "Vale", "published": "2025-06-04"}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def test_read_prints_one_json_line_an_article_with_its_statements(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(articles), "--json"]) == 0

    (line,) = capsys.readouterr().out.splitlines()
    reading = json.loads(line)
    first, second = reading["statements"]
    assert (reading["url"], reading["language"]) == ("https://vale.example/1", "en")
    assert first["attribution"] == ["the harbour master", "Meridian Wire", "Vale"]
    assert (first["kind"], first["days"]) == ("reported", ["2025-06-02"])
    assert [(figure["value"], figure["outcome"]) for figure in first["figures"]] == [(4, "killed")]
    assert (second["kind"], second["attribution"]) == ("own", ["Vale"])
    assert _TEXT[second["start"] : second["end"]] == "The sea was calm."


def test_read_without_json_is_for_people(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(articles)]) == 0

    assert "[reported] the harbour master via Meridian Wire: Four people" in capsys.readouterr().out


def test_a_line_without_text_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"url": "https://vale.example/1", "publisher": "Vale"}\n', encoding="utf-8")

    assert main(["read", str(path)]) == 2

    assert 'line 1: "text" is missing' in capsys.readouterr().err
