"""RSS, Atom, RDF and JSON Feed: bytes in, entries out. Slow on hostile input: run it in a worker."""

from __future__ import annotations

import io
import json
import re
import warnings
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import feedparser

from index.ingest.addresses import web_link
from index.ingest.encodings import decode
from index.ingest.entries import (
    MAX_TITLE,
    Entry,
    Feed,
    NotAFeed,
    cut,
    digest,
    from_iso,
    keyed,
    to_utc,
)
from index.ingest.heavy import HEAVY_BYTES, MAX_ENTRIES, lighten
from index.ingest.markup import clean, one_line, plain_text

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_ISO_DAY = re.compile(r"(\d{4}(?:-\d{1,2}){0,2})(?:$|[T\s])", re.IGNORECASE)
_JSON_START = re.compile(rb"^(?:\xef\xbb\xbf)?\s*\{")


def parse_feed(body: bytes, *, url: str, content_type: str = "") -> Feed:
    """The entries of a feed, in its order; NotAFeed where the document is none.

    Broken documents give what can be read of them.
    """
    if _JSON_START.match(body):
        return _parse_json(body, url=url)
    omitted = 0
    if len(body) > HEAVY_BYTES:
        body, omitted = lighten(body)
    text, guessed = decode(body, content_type)
    # feedparser believes declarations that the bytes do not bear out; told UTF-8, it has nothing to believe.
    parsed = _feedparse(_as_utf8(text), url=url)
    form = parsed.get("version") or ""
    if not parsed.entries and not form:
        raise NotAFeed("That address is a web page, not a feed." if _is_page(body) else "That is not a feed.")
    listed = parsed.entries[:MAX_ENTRIES]
    return Feed(
        form=form or "feed",
        title=cut(one_line(plain_text(parsed.feed.get("title", ""))), MAX_TITLE),
        entries=keyed([_entry(item, url) for item in listed]),
        url=web_link(parsed.feed.get("link"), base=url),
        language=_language(parsed.feed.get("language")),
        degraded=bool(parsed.bozo),
        guessed=guessed,
        omitted=omitted + len(parsed.entries) - len(listed),
    )


def _feedparse(body: bytes, *, url: str) -> Any:
    """Never a string: feedparser would open it as a file or an address."""
    headers = {"content-location": url, "content-type": "application/xml; charset=utf-8"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return feedparser.parse(
            io.BytesIO(body), response_headers=headers, resolve_relative_uris=False, sanitize_html=False
        )


def _as_utf8(text: str) -> bytes:
    return b'<?xml version="1.0" encoding="utf-8"?>' + _DECLARATION.sub("", text).encode("utf-8", "replace")


def _is_page(body: bytes) -> bool:
    return re.search(rb"<(?:!doctype\s+html|html|body)\b", body[:4096], re.IGNORECASE) is not None


def _entry(item: dict[str, Any], base: str) -> Entry:
    # dict.get, since feedparser's own hands out other fields where one is missing.
    def stated(name: str) -> Any:
        return dict.get(item, name)

    title = cut(one_line(plain_text(_text(item, "title"))), MAX_TITLE)
    link = web_link(_link(item), base=base)
    bodies = [_body(content) for content in item.get("content", ())]
    source = stated("source") or {}
    return Entry(
        key=clean(str(stated("id") or "")) or link or digest(title, str(stated("summary"))),
        url=link,
        title=title,
        summary=cut(plain_text(_text(item, "summary"))),
        content=cut(max(bodies, key=len, default="")),
        published_at=_moment(item, "published") or _moment(item, "created"),
        updated_at=_moment(item, "updated"),
        author=one_line(_text(item, "author"))[:200] or None,
        language=_language(next((c.get("language") for c in item.get("content", ())), None)),
        origin_name=one_line(str(source.get("title", "")))[:200] or None,
    )


def _text(item: dict[str, Any], name: str) -> str:
    value = dict.get(item, name)
    return value if isinstance(value, str) else ""


def _moment(item: dict[str, Any], name: str) -> datetime | None:
    """feedparser reads a bare year as its first of January and month 13 as the next January: neither was said."""
    written = _text(item, name).strip()
    day = _ISO_DAY.match(written)
    if day is not None and from_iso(day.group(1)) is None:
        return None
    return to_utc(dict.get(item, f"{name}_parsed"))


def _link(item: dict[str, Any]) -> str | None:
    link = _text(item, "link")
    if link:
        return link
    alternates = [x.get("href") for x in item.get("links", ()) if x.get("rel", "alternate") == "alternate"]
    return next(filter(None, alternates), None)


def _body(content: Mapping[str, Any]) -> str:
    value = content.get("value") or ""
    return clean(value) if content.get("type") == "text/plain" else plain_text(value)


def _language(tag: object) -> str | None:
    """The language of a tag such as en-GB, in lower case; None for what is no tag."""
    match = re.match(r"\s*([A-Za-z]{2,3})(?:[-_]|\s*$)", tag) if isinstance(tag, str) else None
    return match.group(1).lower() if match else None


def _parse_json(body: bytes, *, url: str) -> Feed:
    try:
        document = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise NotAFeed("That is not a feed.") from error
    version = document.get("version")
    items = document.get("items")
    if not isinstance(version, str) or "jsonfeed.org/version/" not in version or not isinstance(items, list):
        raise NotAFeed("That is not a feed.")
    listed = [item for item in items if isinstance(item, dict)]
    return Feed(
        form="json",
        title=cut(one_line(_json_text(document, "title")), MAX_TITLE),
        entries=keyed([_json_entry(item, url) for item in listed[:MAX_ENTRIES]]),
        url=web_link(_json_text(document, "home_page_url"), base=url),
        language=_language(document.get("language")),
        omitted=max(0, len(listed) - MAX_ENTRIES),
    )


def _json_entry(item: dict[str, Any], base: str) -> Entry:
    link = web_link(_json_text(item, "url") or _json_text(item, "external_url"), base=base)
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    names = [_json_text(author, "name") for author in authors or () if isinstance(author, dict)]
    content = clean(_json_text(item, "content_text")) or plain_text(_json_text(item, "content_html"))
    title = cut(one_line(plain_text(_json_text(item, "title"))), MAX_TITLE)
    return Entry(
        key=clean(str(item.get("id") or "")) or link or digest(title, content),
        url=link,
        title=title,
        summary=cut(clean(_json_text(item, "summary"))),
        content=cut(content),
        published_at=from_iso(item.get("date_published")),
        updated_at=from_iso(item.get("date_modified")),
        author=one_line(", ".join(filter(None, names)))[:200] or None,
        language=_language(item.get("language")),
    )


def _json_text(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""
