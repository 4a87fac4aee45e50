"""What is asked has an end: nothing more is read for a question once its time is over, and what is ready is given."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from index.articles import Hit, StoredPassage

# One article that alone took so large a part of the time is named to whoever runs the bot.
_SHARE = 0.5


class Corpus(Protocol):
    """What a question is answered from."""

    def search(
        self,
        query: str,
        *,
        k: int = 10,
        since: datetime | None = None,
        until: datetime | None = None,
        publisher: str | None = None,
    ) -> list[Hit]: ...

    def passages(self, article_id: str) -> list[StoredPassage]: ...

    def nearness(self, query: str, texts: Sequence[str]) -> list[float]: ...


class InTime:
    """A corpus for one question: once its time is over, no further article is given. `costly` is called with the id of
    an article that took most of the time by itself."""

    def __init__(
        self,
        corpus: Corpus,
        seconds: float,
        *,
        costly: Callable[[str], None] = lambda article_id: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._corpus = corpus
        self._seconds = seconds
        self._costly = costly
        self._clock = clock
        self._end = clock() + seconds
        self._last: tuple[str, float] | None = None

    def search(
        self,
        query: str,
        *,
        k: int = 10,
        since: datetime | None = None,
        until: datetime | None = None,
        publisher: str | None = None,
    ) -> list[Hit]:
        self._looked("")
        return self._corpus.search(query, k=k, since=since, until=until, publisher=publisher)

    def passages(self, article_id: str) -> list[StoredPassage]:
        """The article's passages; none once the time is over."""
        self._looked(article_id)
        return self._corpus.passages(article_id) if self._clock() < self._end else []

    def nearness(self, query: str, texts: Sequence[str]) -> list[float]:
        self._looked("")
        return self._corpus.nearness(query, texts) if self._clock() < self._end else [0.0] * len(texts)

    def _looked(self, article_id: str) -> None:
        """What was read before this took the time until now."""
        now = self._clock()
        if self._last is not None and self._last[0] and now - self._last[1] > _SHARE * self._seconds:
            self._costly(self._last[0])
        self._last = (article_id, now)
