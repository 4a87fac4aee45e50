"""The import contract: an article as a mapping, such as a line of JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from index.articles import Article
from index.errors import InputError
from index.ingest.addresses import web_link
from index.ingest.markup import words_of_markup


def to_article(row: Mapping[str, Any]) -> Article:
    """An Article of `url`, `title`, `text`, `publisher`, `published` (ISO 8601 or None), `language`?, `author`?."""
    return Article(
        url=web_address(_text(row, "url")),
        title=words_of_markup(_text(row, "title")),
        text=words_of_markup(_text(row, "text")),
        publisher=_text(row, "publisher"),
        published_at=_moment(row.get("published")),
        language=_optional(row, "language"),
        author=_optional(row, "author"),
    )


def web_address(url: str) -> str:
    """The address as it is written; InputError where nobody could open it."""
    if web_link(url) is None or not url.lower().startswith(("http://", "https://")):
        raise InputError("An article's 'url' must be a whole web address that begins with http:// or https://")
    return url


def _text(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"An article needs {key!r}, a text that is not empty")
    return value


def _optional(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise InputError(f"An article's {key!r} must be a text")
    return value or None


def _moment(value: object) -> datetime | None:
    """ISO 8601; without a zone it is taken as UTC."""
    if value is None or value == "":
        return None
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise InputError("An article's 'published' must be a date of ISO 8601, such as 2024-04-21T06:00:00Z") from error
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
