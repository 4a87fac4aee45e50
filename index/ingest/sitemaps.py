"""News sitemaps: the addresses of a site's newest articles. Run it in a worker."""

from __future__ import annotations

import lxml.etree

from index.ingest.addresses import web_link
from index.ingest.entries import MAX_TITLE, Entry, Feed, NotAFeed, cut, from_iso, keyed
from index.ingest.heavy import MAX_ENTRIES, xml_tree
from index.ingest.markup import one_line


def parse_sitemap(body: bytes, *, url: str) -> Feed:
    """The entries of a sitemap, newest first; NotAFeed where the document is none.

    The sitemaps that an index points to come as the entries of a feed of form "sitemapindex".
    """
    root = xml_tree(body)
    kind = "" if root is None else _name(root)
    if root is None or kind not in ("urlset", "sitemapindex"):
        raise NotAFeed("That is not a sitemap.")
    found = [entry for entry in (_entry(element, url) for element in root) if entry is not None]
    found.sort(key=lambda entry: entry.published_at.timestamp() if entry.published_at else 0.0, reverse=True)
    return Feed(
        form=kind,
        title="",
        entries=keyed(found[:MAX_ENTRIES]),
        url=url,
        language=next((entry.language for entry in found if entry.language), None),
        omitted=max(0, len(found) - MAX_ENTRIES),
    )


def _entry(element: lxml.etree._Element, base: str) -> Entry | None:
    if _name(element) not in ("url", "sitemap"):
        return None
    # The first of each: a news sitemap repeats `title` and `loc` for pictures, after the article's own.
    stated: dict[str, str] = {}
    for field in element.iter():
        if isinstance(field.tag, str) and field.text and field.text.strip():
            stated.setdefault(_name(field), field.text.strip())
    link = web_link(stated.get("loc"), base=base)
    if link is None:
        return None
    modified = from_iso(stated.get("lastmod"))
    return Entry(
        key=link,
        url=link,
        title=cut(one_line(stated.get("title", "")), MAX_TITLE),
        published_at=from_iso(stated.get("publication_date")),
        updated_at=modified,
        language=(stated.get("language") or "")[:2].lower() or None,
        origin_name=one_line(stated.get("name", ""))[:200] or None,
    )


def _name(element: lxml.etree._Element) -> str:
    return lxml.etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""
