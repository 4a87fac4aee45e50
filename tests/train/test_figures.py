"""The reports whose figures are asked for: each quote stands in its report, and every report is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

FOLDERS = sorted(Path(__file__).with_name("figures").iterdir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.name))
def test_each_quote_stands_in_its_report(folder: Path) -> None:
    articles, queries = (
        [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        for name in ("corpus", "queries")
    )
    texts = {article["id"]: article["text"] for article in articles}
    held = [position for query in queries for position in query.get("positions", ())]

    assert held
    assert all(position["quote"] in texts[position["article_id"]] for position in held)
