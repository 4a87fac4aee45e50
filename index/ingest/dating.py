"""When a page says that its article was published and changed. Pure; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from typing import Any

import lxml.html
from htmldate import find_date

from index.ingest.entries import believable, from_iso
from index.ingest.timestamps import country_of, moment, zone_written

_PUBLISHED_META = (
    *("article:published_time", "og:article:published_time", "article:published", "datepublished", "pubdate"),
    *("publish-date", "publishdate", "publish_date", "parsely-pub-date", "sailthru.date", "dc.date.issued"),
    *("dcterms.created", "dc.date", "dcterms.date", "date", "cxenseparse:recs:publishtime", "publication_date"),
)
_MODIFIED_META = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_HAS_ZONE = re.compile(r"(?:Z|[+-]\d{1,2}(?::?\d{2})?|\b[A-Z]{3,5})\)?\s*$")
# No two zones are further apart: statements of one moment with and without a zone differ by less.
_ZONES_APART = timedelta(hours=14)


def dates_of(
    tree: lxml.html.HtmlElement, stated: dict[str, Any], meta: dict[str, str], *, url: str, now: datetime
) -> tuple[datetime | None, datetime | None]:
    """When the article was published, and when it was changed last."""
    published = [stated.get("datePublished"), *(meta.get(name) for name in _PUBLISHED_META), *_in_elements(tree)]
    modified = [stated.get("dateModified"), *(meta.get(name) for name in _MODIFIED_META)]
    zones = set(filter(None, map(zone_written, (*published, *modified))))
    country = country_of(url, tree.get("lang"))
    zone = zones.pop() if len(zones) == 1 else None
    at = _first(published, country, zone, now) or _day(tree, url, now)
    return at, _first(modified, country, zone, now)


def _first(written: list[Any], country: str | None, zone: tzinfo | None, now: datetime) -> datetime | None:
    """The first moment that can be believed; where it stands without a zone, what states the same with one."""
    read = []
    for text in written:
        is_clear = isinstance(text, str) and not re.fullmatch(r"\d{4}(-\d{2})?", text.strip())
        at = believable(moment(text, country=country, zone=zone), now=now + _ZONES_APART) if is_clear else None
        if at is not None:
            read.append((text, at))
    if not read:
        return None
    first, at = read[0]
    if ":" not in first:
        # The day alone, where the time of it stands beside it.
        at = next((other for text, other in read if ":" in text and text[:10] == first[:10]), at)
    elif not _HAS_ZONE.search(first):
        at = next((other for text, other in read if _HAS_ZONE.search(text) and abs(other - at) <= _ZONES_APART), at)
    return believable(at, now=now) or next((at for _text, at in read if believable(at, now=now)), None)


def _in_elements(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """The publication times that elements are marked with; unmarked ones may be of any article."""
    yield from tree.xpath('//time[@pubdate or @itemprop="datePublished"]/@datetime')
    yield from tree.xpath('//*[@itemprop="datePublished"]/@content')
    yield from tree.xpath("//article//header//time/@datetime | (//main//h1)[1]/following::time[1]/@datetime")


def _day(tree: lxml.html.HtmlElement, url: str, now: datetime) -> datetime | None:
    """A day written in the page's address or header, where nothing better is stated; its first minute."""
    day = find_date(tree, extensive_search=False, original_date=True, url=url, max_date=now.strftime("%Y-%m-%d"))
    return believable(from_iso(day), now=now) if day else None
