"""RSS, Atom, RDF and JSON Feed: bytes in, entries out. Slow on hostile input: run it in a worker."""

from __future__ import annotations

import dataclasses
import io
import itertools
import re
import warnings
from collections.abc import Mapping
from datetime import datetime, tzinfo
from html.entities import html5
from typing import Any

import feedparser

from index.ingest.addresses import web_link
from index.ingest.bylines import without_addresses
from index.ingest.encodings import decode
from index.ingest.entries import (
    MAX_TITLE,
    Entry,
    Feed,
    NotAFeed,
    credit_in,
    cut,
    digest,
    entry_link,
    first_sentence,
    keyed,
    language_of,
    text_of,
    without_credit,
)
from index.ingest.heavy import HEAVY_BYTES, MAX_ENTRIES, lighten
from index.ingest.jsonfeeds import parse_json
from index.ingest.markup import clean, plain_text, title_text
from index.ingest.shapes import opening
from index.ingest.timestamps import country_of, moment, zone_written

# How some catalogues of reports begin each of theirs, and all that they say where the report is a file.
_LABELLED = re.compile(r"(Countr(?:y|ies)|Sources?|Date|Format|Language|Themes?|Disasters?)\s?:\s?(\S.{0,200})")
_SEE_FILE = re.compile(r"please (?:refer to|see) the attached (?:file|map|infographic|document)s?\.?", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
# A document type that only names itself; one with declarations of its own is feedparser's to judge.
_DOCUMENT_TYPE = re.compile(r"<!DOCTYPE[^>\[]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
# A character by its number; of two halves, which are no characters, some programs make one.
_CHARACTER = re.compile(r"&#(?:x([0-9a-f]{1,8})|(\d{1,9}));(?:&#(?:x([0-9a-f]{1,8})|(\d{1,9}));)?", re.IGNORECASE)
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
# Fields that say when, in whatever vocabulary: the first that can be read is taken where the usual ones are missing.
_DATE_FIELD = re.compile(r"date|time|published|issued|created", re.IGNORECASE)
# The name of an outlet at the end, set off by spaces that hold or as an element of its own.
_CREDITED = r"(?:&nbsp;|\xa0|>)\s{{0,9}}{}\s{{0,9}}(?:</\w{{1,20}}>\s{{0,9}}){{0,9}}$"
# When something is to happen, or ends: not when it was written of.
_OF_THE_EVENT = re.compile(r"event|start|end|expir|deadline|valid|until|due|closing", re.IGNORECASE)


def parse_feed(body: bytes, *, url: str, content_type: str = "") -> Feed:
    """The entries of a feed, in its order; NotAFeed where the document is none.

    Broken documents give what can be read of them.
    """
    if opening(body)[:1] in ("{", "["):
        return parse_json(body, url=url)
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
    tag = parsed.feed.get("language")
    country = country_of(url, tag if isinstance(tag, str) else None)
    read = _Dates(country, _common_zone([*listed, parsed.feed]))
    home = web_link(parsed.feed.get("link"), base=url)
    return Feed(
        form=form or "feed",
        title=cut(title_text(parsed.feed.get("title", "")), MAX_TITLE),
        entries=keyed([_entry(item, url, read) for item in listed], home=home or url),
        url=home,
        language=language_of(tag),
        degraded=bool(parsed.bozo),
        guessed=guessed,
        omitted=omitted + len(parsed.entries) - len(listed),
    )


@dataclasses.dataclass(frozen=True, slots=True)
class _Dates:
    """How the dates of one feed are read: by its country, and by the one zone that it writes others of them in."""

    country: str | None
    zone: tzinfo | None

    def read(self, item: dict[str, Any], *names: str) -> datetime | None:
        """The first of the named fields that says a moment."""
        written = (text_of(item, name) for name in names)
        return next(filter(None, (moment(one, country=self.country, zone=self.zone) for one in written)), None)

    def any_of(self, item: dict[str, Any]) -> datetime | None:
        """A moment that some other field states."""
        names = (name for name in item if isinstance(name, str) and _DATE_FIELD.search(name))
        return self.read(item, *(name for name in names if not _OF_THE_EVENT.search(name)))


def _common_zone(items: list[Any]) -> tzinfo | None:
    written = (dict.get(item, name) for item in items for name in ("published", "updated"))
    zones = set(filter(None, map(zone_written, written)))
    return zones.pop() if len(zones) == 1 else None


def _feedparse(body: bytes, *, url: str) -> Any:
    """Never a string: feedparser would open it as a file or an address."""
    headers = {"content-location": url, "content-type": "application/xml; charset=utf-8"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return feedparser.parse(
            io.BytesIO(body), response_headers=headers, resolve_relative_uris=False, sanitize_html=False
        )


def _as_utf8(text: str) -> bytes:
    text = _DECLARATION.sub("", text)
    if "<!ENTITY" not in text:
        # Of HTML's entities XML knows five: the others would be lost, whatever document type is named.
        text = _ENTITY.sub(_entity, _DOCUMENT_TYPE.sub("", text, count=1))
    text = _CHARACTER.sub(_character, text)
    return b'<?xml version="1.0" encoding="utf-8"?>' + text.encode("utf-8", "replace")


def _character(match: re.Match[str]) -> str:
    """A numbered character as it is written, two halves as the one that they are, and "" for what is none."""
    numbers = [int(hexadecimal, 16) if hexadecimal else int(decimal) for hexadecimal, decimal in _numbers(match)]
    if len(numbers) == 2 and 0xD800 <= numbers[0] < 0xDC00 <= numbers[1] < 0xE000:
        return chr(0x10000 + (numbers[0] - 0xD800) * 0x400 + numbers[1] - 0xDC00)
    return "".join(f"&#{number};" for number in numbers if number < 0xD800 or 0xE000 <= number <= 0x10FFFF)


def _numbers(match: re.Match[str]) -> list[tuple[str, str]]:
    found = [(match.group(at) or "", match.group(at + 1) or "") for at in (1, 3)]
    return [pair for pair in found if any(pair)]


def _entity(match: re.Match[str]) -> str:
    name = match.group(1)
    return match.group() if name.lower() in _XML_ENTITIES else html5.get(f"{name};", match.group())


def _is_page(body: bytes) -> bool:
    return re.search(r"<(?:!doctype\s+html|html|body)\b", opening(body)[:4096], re.IGNORECASE) is not None


def _entry(item: dict[str, Any], base: str, dates: _Dates) -> Entry:
    # dict.get, since feedparser's own hands out other fields where one is missing.
    def stated(name: str) -> Any:
        return dict.get(item, name)

    link = entry_link(_link(item), base=base)
    bodies = [_body(content) for content in item.get("content", ())]
    summary, said_by = _without_labels(plain_text(text_of(item, "summary")))
    content, _again = _without_labels(max(bodies, key=len, default=""))
    title = title_text(text_of(item, "title")) or first_sentence(max(summary, content, key=len))
    source = stated("source") or {}
    origin = title_text(str(source.get("title", "")))[:200] or said_by
    if origin is None:
        title, origin = credit_in(title)
    published, updated = dates.read(item, "published", "created"), dates.read(item, "updated")
    return Entry(
        key=clean(str(stated("id") or "")) or link or digest(title, str(stated("summary"))),
        url=link,
        title=cut(without_credit(title, origin), MAX_TITLE),
        summary=cut(_without_credit(summary, title, origin, text_of(item, "summary"))),
        content=cut(content),
        published_at=published or (dates.any_of(item) if updated is None else None),
        updated_at=updated,
        author=_author(item),
        language=language_of(next((c.get("language") for c in item.get("content", ())), None)),
        origin_name=origin,
    )


def _without_labels(text: str) -> tuple[str, str | None]:
    """A text without the labels that a catalogue puts above it, and what it names as the source there."""
    lines = text.split("\n")
    labels = [_LABELLED.fullmatch(line) for line in itertools.takewhile(_LABELLED.fullmatch, lines)]
    if len(labels) < 2 and not (labels and len(lines) > 1):
        return ("" if _SEE_FILE.fullmatch(text) else text), None
    named = [label[2].strip() for label in labels if label and label[1].startswith("Source")]
    rest = [line for line in lines[len(labels) :] if not _SEE_FILE.fullmatch(line)]
    return "\n".join(rest), ", ".join(named)[:200] or None


def _without_credit(summary: str, title: str, origin: str | None, markup: str) -> str:
    """A teaser without the outlet's name behind it; where an aggregator only repeats the headline there is none."""
    if origin is None:
        return summary
    # An element of its own, or spaces that hold, set it off as well as a dash does.
    apart = re.search(_CREDITED.format(re.escape(origin)), markup, re.IGNORECASE)
    bare = summary[: -len(origin)].rstrip(" \n|–—-") if apart else without_credit(summary, origin)
    return "" if bare == without_credit(title, origin) else bare


def _author(item: dict[str, Any]) -> str | None:
    """All who are named, without their addresses."""
    named = [_as_written(author) for author in item.get("authors", ()) if isinstance(author, dict)]
    return without_addresses(map(title_text, filter(None, named) if any(named) else [text_of(item, "author")]))


def _as_written(author: dict[str, Any]) -> str:
    """An author's name; feedparser takes the end of a long domain for the beginning of it."""
    name = text_of(author, "name")
    return text_of(author, "email") + name if re.match(r"[a-z]{1,12}(?:\s*\(|$)", name) else name


def _link(item: dict[str, Any]) -> str | None:
    """Where an entry leads: its page, or what is attached to it where it has none."""
    link = text_of(item, "link")
    if link:
        return link
    links = [other for other in item.get("links", ()) if other.get("href")]
    alternates = [other["href"] for other in links if other.get("rel", "alternate") == "alternate"]
    attached = [other["href"] for other in links if other.get("rel") == "enclosure"]
    attached = [href for href in attached if not re.search(r"\.(?:jpe?g|png|gif|webp|mp3|mp4|m4a)(?:\?|$)", href)]
    return next(iter(alternates + attached), None)


def _body(content: Mapping[str, Any]) -> str:
    value = content.get("value") or ""
    return clean(value) if content.get("type") == "text/plain" else plain_text(value)
