"""JSON lines from a file or standard input, checked as a whole before anything is done with them."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.cli.moments import parse_moment
from index.articles import Article
from index.errors import InputError
from index.importing import web_address
from index.ingest.markup import words_of_markup


@dataclasses.dataclass(frozen=True, slots=True)
class Asked:
    """One line of a batch file: a query, and the moment it is asked at, if the file says so."""

    query_id: str | int
    query: str
    as_of: datetime | None


def read_articles(name: str, *, now: datetime, untitled: bool = False) -> list[Article]:
    """The articles of a JSON lines file, `-` for standard input; `untitled` ones, too, where nothing is stored.

    Raises InputError naming the first bad line.
    """
    rows = ((number, row | {"title": row.get("title") or "–"} if untitled else row) for number, row in _rows(name))
    return [_article(f"{name} line {number}", row, now) for number, row in rows]


def read_batch(name: str, *, now: datetime) -> list[Asked]:
    """The queries of a batch file. Raises InputError naming the first bad line."""
    batch = []
    for number, row in _rows(name):
        where = f"{name} line {number}"
        if not isinstance(row.get("id"), str | int):
            raise InputError(f'{where}: each query needs an "id"')
        as_of = row.get("as_of")
        moment = None if as_of is None else _moment(f"{where}: as_of", as_of, now, day_ends=True)
        batch.append(Asked(row["id"], _text(where, row, "query"), moment))
    return batch


def _rows(name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(_read(name).split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputError(f"{name} line {number} is not JSON; nothing was read from the file") from error
        if not isinstance(row, dict):
            raise InputError(f"{name} line {number} must be a JSON object")
        yield number, row


def _read(name: str) -> str:
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"cannot read {name}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not UTF-8 text; save it as UTF-8 and try again") from error


def _article(where: str, row: dict[str, Any], now: datetime) -> Article:
    published = row.get("published")
    return Article(
        url=_address(where, row),
        title=words_of_markup(_text(where, row, "title")),
        text=words_of_markup(_text(where, row, "text")),
        publisher=_text(where, row, "publisher"),
        published_at=None if published in (None, "") else _moment(f"{where}: published", published, now),
        language=_optional(where, row, "language"),
        author=_optional(where, row, "author"),
    )


def _address(where: str, row: dict[str, Any]) -> str:
    try:
        return web_address(_text(where, row, "url"))
    except InputError as error:
        raise InputError(f'{where}: "url" must be a whole web address, such as https://example.org/1') from error


def _text(where: str, row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f'{where}: "{key}" is missing or empty; it must be text')
    return value


def _optional(where: str, row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise InputError(f'{where}: "{key}" must be text')
    return value or None


def _moment(where: str, value: Any, now: datetime, *, day_ends: bool = False) -> datetime:
    if not isinstance(value, str):
        raise InputError(f"{where} must be a date as text, such as 2024-04-21T06:00:00Z")
    try:
        return parse_moment(value, now=now, day_ends=day_ends)
    except InputError as error:
        raise InputError(f"{where}: {error}") from error
