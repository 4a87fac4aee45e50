"""Lists of sources as OPML files, as feed readers exchange them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

import defusedxml.ElementTree
from defusedxml import DefusedXmlException

from index.errors import InputError
from index.ingest.addresses import web_link
from index.ingest.markup import one_line
from index.ingest.reading import KINDS
from index.store.sources import MOST_SOURCES, Source


@dataclasses.dataclass(frozen=True, slots=True)
class Outline:
    """One source of an OPML file. `name` is the address where the file gives none."""

    url: str
    name: str
    kind: str = "feed"


def read_opml(document: bytes) -> list[Outline]:
    """The sources of an OPML file, each address once; InputError where it is none."""
    try:
        # Entities and external documents are refused outright.
        root = defusedxml.ElementTree.fromstring(document, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise InputError("That is not an OPML file.", code="not_opml") from error
    if root.tag.lower() != "opml":
        raise InputError("That is not an OPML file.", code="not_opml")
    found: dict[str, Outline] = {}
    for place, stated in enumerate(_stated(root)):
        url = web_link(stated["xmlurl"])
        if url is not None:
            name = one_line(stated.get("title") or stated.get("text") or "")[:200] or url
            kind = stated.get("sitrepkind", "feed")
            found.setdefault(url, Outline(url, name, kind if kind in KINDS else "feed"))
        # Half of a list may be double, or lead nowhere.
        if len(found) > MOST_SOURCES or place > 2 * MOST_SOURCES:
            raise InputError(f"That file lists more than {MOST_SOURCES} sources.", code="too_many_sources")
    return list(found.values())


def _stated(root: Element) -> Iterator[dict[str, str]]:
    """The attributes of each outline with an address, whatever the case of their names."""
    for element in root.iter("outline"):
        stated = {name.lower(): value for name, value in element.attrib.items()}
        if "xmlurl" in stated:
            yield stated


def write_opml(sources: Iterable[Source]) -> bytes:
    """An OPML file of the sources; what is no feed carries its kind in an attribute of our own."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = "sitrep sources"
    body = SubElement(root, "body")
    for source in sources:
        outline = SubElement(body, "outline", text=source.name, title=source.name, xmlUrl=source.url, type="rss")
        if source.kind != "feed":
            outline.set("sitrepKind", source.kind)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
