"""Articles as they come in: what is required of one, and what makes two of them the same."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from typing import Literal


@dataclasses.dataclass(frozen=True, slots=True)
class Provenance:
    """Who served an article's text: `site` did, `via` its page or a feed of it. `origin` is the house (a site, and what
    an admin has bound to it) of the source that brought it; `own`: that source may speak for the site. `carrier` is the
    name of a source that carries what is not its own, or its own words under another's address; `stated_source` is
    whom the source names as the origin: attribution, never identity."""

    site: str
    origin: str
    via: Literal["page", "feed"] = "page"
    own: bool = True
    carrier: str | None = None
    stated_source: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Article:
    """Extracted text with metadata, before it is stored.

    `text` is plain text, paragraphs separated by newlines. `published_at` is aware UTC, or None where unknown:
    it is never invented. Neither is `modified_at`, when its publisher says that it changed it last. Without
    `provenance` it was typed in by the operator, who is believed about the publisher. `part` says what `text` is where
    the whole could not be read: "headline" (the title again) or "teaser".
    """

    url: str
    title: str
    text: str
    publisher: str
    published_at: datetime | None = None
    language: str | None = None
    author: str | None = None
    modified_at: datetime | None = None
    provenance: Provenance | None = None
    part: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class StoredPassage:
    """A contiguous piece of a stored revision: `text == revision.text[start:end]`, in code points."""

    passage_id: str
    article_id: str
    url: str
    title: str
    publisher: str
    published_at: datetime | None
    first_seen_at: datetime
    ordinal: int
    start: int
    end: int
    text: str
    # The house that the article comes from, "" where the operator imported it; who carries it, if not its own site.
    origin: str = ""
    carrier: str | None = None
    stated_source: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its score; `rank` counts from 1, a higher score is better.

    `cosine`: how near it is to the question in meaning; `words`: BM25 by the question's weight, 1 for all of it.
    """

    rank: int
    score: float
    passage: StoredPassage
    cosine: float = 0.0
    words: float = 0.0


@dataclasses.dataclass(frozen=True, slots=True)
class SentenceChange:
    """One sentence that changed: `before` is empty where it was added, `after` where it was taken out."""

    before: str
    after: str


@dataclasses.dataclass(frozen=True, slots=True)
class PassageView:
    """A passage in its surroundings, for a reader who checks a citation. `part` says what the text is where it is not
    the whole article. `modified_at` is when the publisher says that the newest revision was made; `changes` are what
    that one has otherwise, those of the passage first."""

    passage: StoredPassage
    before: str
    after: str
    revision: int
    latest_revision: int
    modified_at: datetime | None = None
    changes: tuple[SentenceChange, ...] = ()
    part: str | None = None
