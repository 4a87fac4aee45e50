"""JSON lines: whole or not at all, and the first bad line is named."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli.lines import read_articles, read_batch
from index.errors import InputError

NOW = datetime(2024, 4, 22, 12, tzinfo=UTC)
GOOD = {"url": "https://a.example/1", "title": "T", "text": "Words.", "publisher": "A", "published": None}


def file(tmp_path: Path, *rows: object) -> str:
    path = tmp_path / "lines.jsonl"
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows))
    return str(path)


def test_articles_keep_their_text_to_the_letter(tmp_path: Path) -> None:
    text = "One \u2028 line,  two spaces\nand a tab\t."

    [article] = read_articles(file(tmp_path, {**GOOD, "text": text, "published": "2024-04-22"}), now=NOW)

    assert article.text == text
    assert article.published_at == datetime(2024, 4, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("{", "line 2 is not JSON"),
        ([], "line 2 must be a JSON object"),
        ({**GOOD, "url": ""}, 'line 2: "url"'),
        ({**GOOD, "url": "/1"}, 'line 2: "url"'),
        ({**GOOD, "url": "//a.example/1"}, 'line 2: "url"'),
        ({**GOOD, "url": "javascript:alert(1)"}, 'line 2: "url"'),
        ({**GOOD, "text": 7}, 'line 2: "text"'),
        ({**GOOD, "published": "soon"}, "line 2: published"),
        ({**GOOD, "published": 1713744000}, "line 2: published"),
        ({**GOOD, "language": 1}, 'line 2: "language"'),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, row: object, why: str) -> None:
    with pytest.raises(InputError) as caught:
        read_articles(file(tmp_path, GOOD, row), now=NOW)

    assert why in str(caught.value)


def test_a_question_asked_as_of_a_day_sees_that_day(tmp_path: Path) -> None:
    [asked] = read_batch(file(tmp_path, {"id": "q", "query": "Who?", "as_of": "2017-04-18"}), now=NOW)

    assert asked.as_of == datetime(2017, 4, 18, 23, 59, 59, 999999, tzinfo=UTC)


def test_a_query_without_an_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="line 1"):
        read_batch(file(tmp_path, {"query": "Who?"}), now=NOW)


def test_a_missing_file_is_named() -> None:
    with pytest.raises(InputError, match=r"nowhere\.jsonl"):
        read_batch("nowhere.jsonl", now=NOW)
