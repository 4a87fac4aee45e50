"""A retriever over a few articles in memory: passages that share most words with the query come first."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import UTC, datetime

from index.articles import Article, Hit, StoredPassage
from index.language.passages import PassagePolicy, cut
from index.language.terms import terms

SEEN = datetime(2024, 4, 30, tzinfo=UTC)


def article(
    text: str, *, title: str = "A report", publisher: str = "The Outlet", day: str | None = "2024-04-22"
) -> Article:
    published_at = datetime.fromisoformat(f"{day}T06:00:00+00:00") if day else None
    return Article(f"https://example.org/{abs(hash((text, publisher)))}", title, text, publisher, published_at)


def passages(each: Article) -> list[StoredPassage]:
    spans = cut(each.text, PassagePolicy(most_pieces=80, least_pieces=10))
    return [
        StoredPassage(
            f"{each.url}#{number}", each.url, each.url, each.title, each.publisher, each.published_at, SEEN,
            number, start, end, each.text[start:end],
        )
        for number, (start, end) in enumerate(spans)
    ]  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Shelf:
    """The double of a retriever."""

    articles: Sequence[Article]
    # How near in meaning every sentence is to every question, as the model has it.
    near: float = 0.85

    def search(
        self,
        query: str,
        *,
        k: int = 10,
        since: datetime | None = None,
        until: datetime | None = None,
        publisher: str | None = None,
    ) -> list[Hit]:
        wanted = set(terms(query))
        dated = [each for each in self.articles if _within(each.published_at or SEEN, since, until)]
        found = [one for each in dated for one in passages(each) if publisher in (None, each.publisher)]
        scored = sorted(found, key=lambda one: -len(wanted & set(terms(f"{one.title} {one.text}"))))
        return [Hit(rank, 1 / rank, one) for rank, one in enumerate(scored[:k], 1)]

    def passages(self, article_id: str) -> list[StoredPassage]:
        return [one for each in self.articles if each.url == article_id for one in passages(each)]

    def nearness(self, query: str, texts: Sequence[str]) -> list[float]:
        return [self.near for _ in texts]


def _within(moment: datetime, since: datetime | None, until: datetime | None) -> bool:
    return (since is None or moment >= since) and (until is None or moment <= until)
