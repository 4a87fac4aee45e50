"""The text of a PDF report. Slow and greedy on hostile input: run it in a worker."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from datetime import UTC, datetime

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from index.ingest.entries import MAX_TEXT, MAX_TITLE, believable, cut, first_sentence
from index.ingest.markup import clean, one_line
from index.ingest.metadata import Metadata
from index.ingest.pages import Page

# What aid organisations publish has some forty; annual reports have hundreds.
_MAX_PAGES = 100
# Titles that the program gave which made the file.
_FILE_NAME = re.compile(r"^(?:microsoft word|untitled|slide \d|.*\.(?:docx?|indd|pdf|pptx?|xlsx?)\b)", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:;…。！？؟۔।။።\"”»)]$")
# A line that is a heading or the end of a paragraph is clearly shorter than the others.
_SHORT = 0.7


def extract_document(body: bytes, *, url: str, now: datetime) -> Page:
    """The text of a PDF, a line a paragraph, with what it states of itself."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(body))
        pages = [page.extract_text() or "" for page in reader.pages[:_MAX_PAGES]]
        stated = {str(name): str(value) for name, value in (reader.metadata or {}).items()}
        created = reader.metadata.creation_date if reader.metadata else None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError):
        return Page(url, "", Metadata(), "no_text")
    text = cut(clean("\n".join(_paragraphs(_lines(pages)))), MAX_TEXT)
    title = one_line(stated.get("/Title", ""))
    if not title or _FILE_NAME.match(title):
        title = first_sentence(text)
    moment = created if created is None or created.tzinfo else created.replace(tzinfo=UTC)
    metadata = Metadata(
        title=cut(title, MAX_TITLE),
        author=one_line(stated.get("/Author", ""))[:200] or None,
        published_at=believable(moment.astimezone(UTC) if moment else None, now=now),
    )
    return Page(url, text, metadata, None if text else "no_text")


def _lines(pages: list[str]) -> list[str]:
    """The lines of all pages, without their numbers and what stands at the top and bottom of most of them."""
    split = [[" ".join(line.split()) for line in page.split("\n")] for page in pages]
    counts = Counter(line for lines in split for line in {*lines[:3], *lines[-3:]} if line)
    repeated = {line for line, count in counts.items() if count > 2 and count * 2 > len(pages)}
    return [line for lines in split for line in lines if line not in repeated and not re.fullmatch(r"\W*\d*\W*", line)]


def _paragraphs(lines: list[str]) -> list[str]:
    """Lines joined where the column's width broke them."""
    widths = sorted(len(line) for line in lines)
    usual = widths[len(widths) * 3 // 4] if widths else 0
    paragraphs: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and not re.match(r"[•\-–*]\s|\d+[.)]\s", line):
            broken = paragraphs[-1].endswith("-") and line[:1].islower()
            paragraphs[-1] = paragraphs[-1][:-1] + line if broken else f"{paragraphs[-1]} {line}"
        else:
            paragraphs.append(line)
        goes_on = len(line) >= usual * _SHORT and not (_ENDS.search(line) and len(line) < usual * 0.9)
    return paragraphs
