"""Lists of articles in JSON: JSON Feed, ReliefWeb's and GDELT's answers, others alike. Run it in a worker."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from typing import Any

from babel import Locale

from index.ingest.addresses import web_link
from index.ingest.encodings import decode
from index.ingest.entries import (
    MAX_TITLE,
    Entry,
    Feed,
    NotAFeed,
    cut,
    digest,
    entry_link,
    first_sentence,
    keyed,
    language_of,
    text_of,
    without_credit,
)
from index.ingest.heavy import MAX_ENTRIES
from index.ingest.markup import clean, plain_text, title_text
from index.ingest.tables import spell_out_pipes
from index.ingest.timestamps import country_of, moment

# Where lists of articles keep what an article has, by the names that are in use; the first that is there is taken.
_LISTS = ("items", "articles", "data", "results", "entries", "posts", "value", "features", "response", "result")
# What some put around what an article has.
_HOLDERS = ("fields", "attributes", "properties")
_NAMES = {
    "url": ("url", "external_url", "link", "href", "url_alias", "webUrl", "permalink"),
    "title": ("title", "headline", "name", "webTitle"),
    "html": ("content_html", "body-html", "body_html", "content", "body", "html"),
    "text": ("content_text", "text"),
    "summary": ("summary", "description", "excerpt", "lead"),
    "published": (
        "date_published",
        "date_gmt",
        "original",
        "published",
        "published_at",
        "publishedAt",
        "pubDate",
        "webPublicationDate",
        "seendate",
        "created_at",
        "date",
    ),
    "updated": ("date_modified", "modified_gmt", "changed", "updated", "updated_at", "modified"),
    "id": ("id", "guid", "uuid"),
}
_ATTACHED = ("attachments", "file", "files")
# Headings and stress of a text that is written for no browser.
_MARKDOWN = re.compile(r"\*\*|__|^#{1,6}\s+", re.MULTILINE)
_PARTED = re.compile(r" ([,.])(?=\s|$)")


def parse_json(body: bytes, *, url: str) -> Feed:
    """The entries of a list of articles in JSON; NotAFeed where the document is none."""
    try:
        document = json.loads(decode(body)[0].lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise NotAFeed("That is not a feed.") from error
    top = document if isinstance(document, dict) else {}
    version = text_of(top, "version")
    is_feed = "jsonfeed.org/version/" in version
    # An answer in which there is nothing says that nothing was found.
    items = document if isinstance(document, list) or not top else next(_lists(top), None)
    items = [] if items == {} else items
    listed = [item for item in items if isinstance(item, dict)] if items is not None else []
    home = web_link(text_of(top, "home_page_url"), base=url)
    country = country_of(url, text_of(top, "language"))
    entries = [_entry(item, url, country) for item in listed[:MAX_ENTRIES]]
    nothing_of_articles = not any(entry.title and entry.url for entry in entries)
    if items is None or (items and not is_feed and nothing_of_articles):
        raise NotAFeed("That is not a feed.")
    return Feed(
        form="json",
        title=cut(title_text(text_of(top, "title")), MAX_TITLE),
        entries=keyed(entries, home=home or url),
        url=home,
        language=language_of(top.get("language")),
        omitted=max(0, len(listed) - MAX_ENTRIES),
    )


def _lists(document: dict[str, Any]) -> Iterator[list[Any]]:
    """The lists that may be the articles, the likeliest first; some wrap their answer once more."""
    for name in _LISTS:
        value = document.get(name)
        if isinstance(value, list):
            yield value
        elif isinstance(value, dict):
            yield from _lists(value)


def _entry(item: dict[str, Any], base: str, country: str | None) -> Entry:
    fields: dict[str, Any] = next((item[name] for name in _HOLDERS if isinstance(item.get(name), dict)), {})
    dates = fields.get("date") or item.get("date")
    known = {**item, **(dates if isinstance(dates, dict) else {}), **fields}
    url, title, text, summary = (_first(known, kind) for kind in ("url", "title", "text", "summary"))
    key = clean(next((str(item[name]) for name in _NAMES["id"] if item.get(name) not in (None, "")), ""))
    own = key if key.startswith(("https://", "http://")) else _attached(known)
    link = entry_link(url or _first(item, "url") or own, base=base)
    content = clean(text) or plain_text(_first(known, "html"))
    content = spell_out_pipes(_MARKDOWN.sub("", content) if "**" in content else content)
    summary = plain_text(summary)
    origin = ", ".join(_named(known.get("source")))[:200] or text_of(known, "domain") or None
    title = _PARTED.sub(r"\1", title_text(title)) or first_sentence(content or summary)
    dated = {kind: _moment(known, kind, country) for kind in ("published", "updated")}
    return Entry(
        key=key or link or digest(title, content),
        url=link,
        title=cut(without_credit(title, origin), MAX_TITLE),
        summary=cut(summary),
        content=cut(content),
        published_at=dated["published"],
        updated_at=dated["updated"],
        author=", ".join(_people(item))[:200] or None,
        language=_language(known.get("language")),
        origin_name=origin,
    )


def _first(item: dict[str, Any], kind: str) -> str:
    return next((value for name in _NAMES[kind] if (value := _said(item.get(name))).strip()), "")


def _said(value: Any) -> str:
    """A text, or what some wrap it in."""
    if isinstance(value, dict):
        value = value.get("rendered", value.get("processed", value.get("value")))
    return value if isinstance(value, str) else ""


def _attached(item: dict[str, Any]) -> str:
    """Where the first document that is attached to an item lies."""
    files = (file for name in _ATTACHED for file in (item.get(name) or ()) if isinstance(item.get(name), list))
    return next((text_of(file, "url") for file in files if isinstance(file, dict) and text_of(file, "url")), "")


def _moment(item: dict[str, Any], kind: str, country: str | None) -> Any:
    values = (item.get(name) for name in _NAMES[kind])
    written = (str(value) if isinstance(value, int) and not isinstance(value, bool) else value for value in values)
    return next(filter(None, (moment(value, country=country) for value in written)), None)


def _people(item: dict[str, Any]) -> list[str]:
    return _named(item.get("authors")) or _named(item.get("author"))


def _named(value: Any) -> list[str]:
    """The names in a name, an object that has one, or a list of such."""
    if isinstance(value, str):
        return [title_text(value)] if value.strip() else []
    if isinstance(value, dict):
        return _named(value.get("name"))
    return [name for one in value for name in _named(one)] if isinstance(value, list) else []


def _language(value: Any) -> str | None:
    """A tag, or a list of objects with one, or the English name of a language."""
    if isinstance(value, list):
        return next(filter(None, map(_language, value)), None)
    value = value.get("code") if isinstance(value, dict) else value
    return language_of(value) or (_languages().get(value.strip().casefold()) if isinstance(value, str) else None)


@functools.cache
def _languages() -> dict[str, str]:
    """The codes of languages by their English names."""
    return {name.casefold(): code for code, name in Locale("en").languages.items() if "_" not in code}
