"""The command line's contract, by the real command on the sample articles."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from tests.bot.end_to_end.process import sitrep

COUNTED = "How many attacks on US troops were counted?"
SAMPLE = resources.files("index.sample") / "articles.jsonl"


@pytest.fixture
def env(indexed: Path, model_dir: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {**kept, "SITREP_DATA_DIR": str(indexed), "SITREP_EMBEDDING__MODEL_DIR": model_dir}


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    rows = [json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines()]
    return {row["url"]: row["text"] for row in rows}


def output(*arguments: str, env: Mapping[str, str], stdin: str = "") -> Any:
    done = sitrep(*arguments, env=env, stdin=stdin)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def batch(tmp_path: Path, *rows: dict[str, Any]) -> str:
    path = tmp_path / "batch.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return str(path)


def test_a_search_gives_ranked_passages_of_the_publisher_asked_for(env: dict[str, str], texts: dict[str, str]) -> None:
    [found] = output("search", COUNTED, "-k", "3", "--publisher", "Atlantic Ledger", "--json", env=env)

    assert found["query"] == COUNTED
    assert [hit["rank"] for hit in found["hits"]] == [1, 2, 3]
    assert {hit["publisher"] for hit in found["hits"]} == {"Atlantic Ledger"}
    assert all(hit["text"] in texts[hit["url"]] for hit in found["hits"])
    assert set(found["hits"][0]) == {
        *("rank", "score", "passage_id", "article_id", "url", "title", "publisher", "published", "text")
    }


def test_an_answer_quotes_the_stored_text_to_the_letter(env: dict[str, str], texts: dict[str, str]) -> None:
    [answer] = output("ask", COUNTED, "--json", env=env)

    assert answer["kind"] == "answer"
    assert "140" in answer["claims"][0]["text"]
    assert any("Singh" in name for name in answer["claims"][0]["attribution"])
    assert all(claim["citations"] for claim in answer["claims"])
    for citation in answer["citations"]:
        assert texts[citation["url"]][citation["start"] : citation["end"]] == citation["quote"]


def test_a_batch_answers_line_by_line_as_of_each_questions_own_day(env: dict[str, str], tmp_path: Path) -> None:
    asked = batch(
        tmp_path,
        {"id": "before", "query": COUNTED, "as_of": "2024-04-03"},
        {"id": "after", "query": COUNTED, "as_of": "2024-04-30T00:00:00Z"},
    )

    before, after = output("ask", "--batch", asked, "--json", env=env)

    assert (before["id"], after["id"]) == ("before", "after")
    assert all(citation["published"] <= "2024-04-04" for citation in before["citations"])
    assert "140" in after["text"]


def test_stories_and_a_briefing_name_their_articles(env: dict[str, str], texts: dict[str, str]) -> None:
    [stories] = output("stories", "--json", env=env)
    [briefing] = output("brief", "--since", "2024-04-20", "--until", "2024-04-23", "--json", env=env)

    told = [url for story in stories for url in story["articles"]]
    assert sorted(told) == sorted(texts)
    assert set(stories[0]) == {
        *("story_id", "headline", "first_seen", "last_seen", "articles", "publishers", "origins")
    }
    assert briefing["stories"]
    assert all(claim["citations"] for story in briefing["stories"] for claim in story["claims"])


def test_importing_the_same_articles_again_changes_nothing(env: dict[str, str]) -> None:
    done = sitrep("import", "-", env=env, stdin=SAMPLE.read_text(encoding="utf-8"))

    assert done.returncode == 0
    assert done.stderr.startswith("0 new, 0 revised, 20 unchanged")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("serch", "x"), "serch"),
        (("search",), "--batch"),
        (("search", "x", "-k", "0"), "-k"),
        (("search", "x", "--since", "soon"), "soon"),
        (("search", "x", "--since", "2024-05-01", "--until", "2024-04-01"), "--since"),
        (("ask", "--batch", "nowhere.jsonl"), "nowhere.jsonl"),
        (("run", "--only", "chat,cook"), "cook"),
        (("--config", "nowhere.toml", "stats"), "nowhere.toml"),
        (("source", "add", "file:///etc/passwd"), "http"),
        (("source", "add", "http://127.0.0.1/feed"), "private"),
        (("source", "remove", "https://nowhere.example/"), "source"),
        (("source", "import", "nowhere.opml"), "nowhere.opml"),
    ],
)
def test_bad_usage_is_one_line_and_exit_2(env: dict[str, str], arguments: tuple[str, ...], said: str) -> None:
    done = sitrep(*arguments, env=env)

    assert done.returncode == 2, done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert said in done.stderr
    assert done.stdout == ""


def test_a_backup_is_restored_with_its_articles(env: dict[str, str], tmp_path: Path) -> None:
    saved = tmp_path / "saved.db"
    elsewhere = {**env, "SITREP_DATA_DIR": str(tmp_path / "elsewhere")}

    assert sitrep("backup", str(saved), env=env).returncode == 0
    assert sitrep("restore", str(saved), env=elsewhere).returncode == 0

    [before], [after] = output("stats", "--json", env=env), output("stats", "--json", env=elsewhere)
    assert after == before
    assert after["articles"] == 20
