"""Articles as they come in: what is required of one, and what makes two of them the same."""

from __future__ import annotations

import dataclasses
from datetime import datetime


@dataclasses.dataclass(frozen=True, slots=True)
class Article:
    """Extracted text with metadata, before it is stored.

    `text` is plain text, paragraphs separated by newlines. `published_at` is aware UTC, or None where unknown:
    it is never invented. Neither is `modified_at`, when its publisher says that it changed it last. `part` says what
    `text` is where the whole could not be read: "headline" (the title again) or "teaser".
    """

    url: str
    title: str
    text: str
    publisher: str
    published_at: datetime | None = None
    language: str | None = None
    author: str | None = None
    modified_at: datetime | None = None
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


@dataclasses.dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its score; `rank` counts from 1, a higher score is better."""

    rank: int
    score: float
    passage: StoredPassage


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
