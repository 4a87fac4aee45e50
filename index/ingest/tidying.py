"""What is a publisher's and not an article's: lines that repeat across its articles, and reposts of one text."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from index.articles import Article
from index.store.entries import EntryStore
from index.store.identity import text_hash, url_key

# A line that stood in so many articles is no news at the edges of a text, and so many more anywhere in it.
AT_EDGES = 3
ANYWHERE = 8
# Longer paragraphs are told again on purpose: the background of a war.
_MAX_LINE = 300


class Tidy:
    """Tidies articles before they are saved; remembers the lines of the publishers."""

    def __init__(self, entries: EntryStore, known: Callable[[Sequence[str]], set[str]]) -> None:
        self._entries = entries
        self._known = known

    def tidy(self, articles: Sequence[Article], *, now: datetime) -> list[Article]:
        """The articles, in their order, without their publishers' boilerplate; a repost under its first address."""
        result = list(articles)
        for publisher in dict.fromkeys(one.publisher for one in articles):
            own = [one for one in articles if one.publisher == publisher]
            # Each article is counted once, however often it changes and in however many feeds it stands.
            stored = self._known([one.url for one in own])
            new = {url_key(one.url): one for one in own if one.url not in stored}
            fresh = Counter(line for one in new.values() for line in set(map(line_key, _lines(one.text))))
            self._entries.count_lines(publisher, fresh, now=now)
            counts = self._entries.line_counts(publisher, [line_key(line) for one in own for line in _lines(one.text)])
            for place, one in enumerate(articles):
                if one.publisher == publisher:
                    result[place] = self._as_first_published(without_boilerplate(one, counts))
        return result

    def _as_first_published(self, article: Article) -> Article:
        url = self._entries.published_as(article.publisher, text_hash(article.title, article.text))
        return article if url is None else dataclasses.replace(article, url=url)


def without_boilerplate(article: Article, counts: Mapping[str, int]) -> Article:
    """`article` without the lines that its publisher repeats; as it was where nothing else would be left."""
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
