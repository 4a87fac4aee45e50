"""The article on a web page. Slow on hostile input: run it in a worker."""

from __future__ import annotations

import dataclasses
import logging
import re
from collections.abc import Sequence
from datetime import datetime

import lxml.html
import trafilatura

from index.ingest.encodings import decode
from index.ingest.entries import cut
from index.ingest.furniture import drop_called, drop_pointers, without_furniture
from index.ingest.leads import blocks_of, contains, with_lead
from index.ingest.markup import STRUCK, clean, parse_html, strip_hidden
from index.ingest.metadata import Metadata, read_metadata
from index.ingest.tables import spell_out_tables
from index.ingest.walls import wall_of

# No honest article has more elements; trafilatura's time grows with their square.
_MAX_ELEMENTS = 60_000


@dataclasses.dataclass(frozen=True, slots=True)
class Page:
    """A page as a reader would see its article. `wall` says why `text` is not an article, if it is not:
    cookie_wall, paywall, robot_check, error_page, needs_script, no_text."""

    url: str
    text: str
    stated: Metadata
    wall: str | None = None

    def behind(self, wall: str) -> Page:
        """The page, told to be no article of its own."""
        return dataclasses.replace(self, wall=wall)


def extract(body: bytes, *, url: str, now: datetime, content_type: str = "") -> Page:
    """The article on the page that was fetched from `url`. Everything in it is plain text."""
    markup, _guessed = decode(body, content_type)
    tree = parse_html(_without_declaration(markup))
    if tree is None:
        return Page(url, "", Metadata(), "no_text")
    stated = read_metadata(tree, url=url, now=now)
    strip_hidden(tree, revealed=True)
    for struck in list(tree.iter(*STRUCK)):
        struck.drop_tree()
    if sum(1 for _ in tree.iter()) <= _MAX_ELEMENTS:
        spell_out_tables(tree)
        drop_called(tree)
        drop_pointers(tree)
    blocks = blocks_of(tree) if sum(1 for _ in tree.iter()) <= _MAX_ELEMENTS else []
    headings = [block.text for block in blocks if block.tag == "h1"]
    text = _without_title(_article_text(tree, url), [stated.title, *headings])
    text = cut(without_furniture(with_lead(text, blocks, stated.title, stated.described)))
    return Page(url, text, stated, wall_of(stated.title, text, tree, free=stated.free))


def _without_declaration(markup: str) -> str:
    """We have decoded it: a declaration of another encoding would only mislead the parser."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", markup)


def _without_title(text: str, titles: Sequence[str]) -> str:
    """The headline is kept as the title; above the text it would be found, and quoted, twice."""
    first, _line_end, rest = text.partition("\n")
    is_title = any(title and len(first) <= 2 * len(title) and contains(first, title) for title in titles)
    return rest if rest and is_title else text


def _article_text(tree: lxml.html.HtmlElement, url: str) -> str:
    if sum(1 for _ in tree.iter()) > _MAX_ELEMENTS:
        return ""
    # It reports every page without an article as an error.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = trafilatura.bare_extraction(tree, url=url, include_comments=False, with_metadata=False)
    return clean(document.text or "") if document is not None and not isinstance(document, dict) else ""
