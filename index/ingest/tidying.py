"""What is a site's and not an article's: lines that repeat across its own articles, and reposts of one text."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from index.articles import Article
from index.sites import site_of
from index.store.entries import EntryStore
from index.store.identity import text_hash, url_key

# A line that stood in so many articles is no news at the edges of a text, and so many more anywhere in it.
AT_EDGES = 3
ANYWHERE = 8
# Longer paragraphs are told again on purpose: the background of a war.
_MAX_LINE = 300


class Tidy:
    """Tidies articles before they are saved; remembers the lines of the sites."""

    def __init__(self, entries: EntryStore, known: Known) -> None:
        self._entries = entries
        self._known = known

    def tidy(self, articles: Sequence[Article], *, now: datetime) -> list[Article]:
        """The articles, in their order, without their sites' boilerplate; a repost under its first address.

        Nothing is learned of a site from what others carry of it, or they could make a line of it vanish.
        """
        result = list(articles)
        for site in dict.fromkeys(_site(article) for article in articles):
            served = [article for article in articles if _site(article) == site]
            own = [article for article in served if article.provenance is None or article.provenance.own]
            # Each article is counted once, however often it changes and in however many feeds it stands.
            stored = self._known([article.url for article in own], site=site)
            new = {url_key(article.url): article for article in own if article.url not in stored}
            fresh = Counter(line for article in new.values() for line in set(map(line_key, _lines(article.text))))
            self._entries.count_lines(site, fresh, now=now)
            lines = [line_key(line) for article in served for line in _lines(article.text)]
            counts = self._entries.line_counts(site, lines)
            for place, article in enumerate(articles):
                if _site(article) == site:
                    result[place] = self._as_first_published(without_boilerplate(article, counts), site)
        return result

    def _as_first_published(self, article: Article, site: str) -> Article:
        if article.provenance is not None and not article.provenance.own:
            return article
        url = self._entries.published_as(site, text_hash(article.title, article.text))
        return article if url is None else dataclasses.replace(article, url=url)


class Known(Protocol):
    """Which addresses a site's articles are stored under."""

    def __call__(self, urls: Sequence[str], *, site: str = "") -> set[str]: ...


def _site(article: Article) -> str:
    return article.provenance.site if article.provenance is not None else site_of(article.url)


def without_boilerplate(article: Article, counts: Mapping[str, int]) -> Article:
    """`article` without the lines that its site repeats; as it was where nothing else would be left."""
    lines = article.text.split("\n")
    start, end = 0, len(lines)
    while start < end and _repeats(lines[start], counts, AT_EDGES):
        start += 1
    while end > start and _repeats(lines[end - 1], counts, AT_EDGES):
        end -= 1
    kept = [line for line in lines[start:end] if not _repeats(line, counts, ANYWHERE)]
    return dataclasses.replace(article, text="\n".join(kept)) if kept else article


def line_key(line: str) -> str:
    return hashlib.sha256(" ".join(line.split()).casefold().encode("utf-8", "replace")).hexdigest()[:16]


def _lines(text: str) -> Iterable[str]:
    """The lines that could be boilerplate: those at the edges, and short ones anywhere."""
    return (line for line in text.split("\n") if line and len(line) <= _MAX_LINE)


def _repeats(line: str, counts: Mapping[str, int], times: int) -> bool:
    return not line.strip() or (len(line) <= _MAX_LINE and counts.get(line_key(line), 0) >= times)
