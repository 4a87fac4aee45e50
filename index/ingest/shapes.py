"""What a document is by its content, whatever its server says of it. Pure."""

from __future__ import annotations

import codecs
import re

from index.errors import FetchError
from index.ingest.encodings import decode, is_wide

_NAMED = {
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"RIFF": "a media file",
    b"ftyp": "a media file",
    b"OggS": "a media file",
    b"ID3": "a media file",
    b"PK\x03\x04": "an archive",
    b"\x1f\x8b": "an archive",
    b"Rar!": "an archive",
}
_PDF = b"%PDF-"
# A prolog may hold a licence, a style sheet's address, a document type with its own entities.
_HEAD = 400_000
# What holds no elements of the document, by how it begins and ends.
_APART = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"))
_ELEMENT = re.compile(r"<(?:[\w.-]{1,40}:)?([A-Za-z][\w.-]{0,40})")
_SHAPES = {
    **dict.fromkeys(("rss", "feed", "rdf", "channel"), "feed"),
    **dict.fromkeys(("urlset", "sitemapindex"), "sitemap"),
    **dict.fromkeys(("html", "head", "body"), "page"),
}


def shape_of(body: bytes) -> str:
    """feed, sitemap, document (a PDF) or page. FetchError for what is none of them, such as an image.

    The first element that says what it is decides: whatever stands inside another is not the document's own.
    """
    for magic, name in _NAMED.items():
        # An MP4 has its mark four bytes in.
        if body.startswith(magic) or body[4:].startswith(magic):
            raise FetchError(f"That address is {name}, not a page.", code="wrong_type", permanent=True)
    if body[257:262] == b"ustar":
        raise FetchError("That address is an archive, not a page.", code="wrong_type", permanent=True)
    if _PDF in body[:1024]:
        return "document"
    head = opening(body)
    if head[:1] in ("{", "["):
        return "feed"
    names = (match.group(1).lower() for match in _ELEMENT.finditer(_elements(head)))
    return next((_SHAPES[name] for name in names if name in _SHAPES), "page")


def _elements(head: str) -> str:
    """The markup without comments, character data and processing instructions; one that never ends takes the rest."""
    kept, at = [], 0
    while (start := head.find("<", at)) >= 0:
        kept.append(head[at:start])
        if head[start : start + 9].upper() == "<!DOCTYPE":
            # Its own declarations may hold anything.
            subset, end = head.find("[", start), head.find(">", start)
            at = head.find("]", subset) + 1 if 0 <= subset < end else end + 1
            if not at:
                return "".join(kept)
            continue
        closing = next((close for begin, close in _APART if head.startswith(begin, start)), None)
        if closing is None:
            kept.append("<")
            at = start + 1
            continue
        end = head.find(closing, start + 2)
        if end < 0:
            return "".join(kept)
        at = end + len(closing)
    return "".join([*kept, head[at:]])


def opening(body: bytes) -> str:
    """The first of a document as text, without the white space before it."""
    if is_wide(body) or body.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return decode(body[: _HEAD - _HEAD % 4])[0].lstrip("\ufeff \t\r\n")
    return body[:_HEAD].decode("latin-1").removeprefix("\xef\xbb\xbf").lstrip("\ufeff \t\r\n")
