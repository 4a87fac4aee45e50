"""A question has an end, whatever an article costs."""

from __future__ import annotations

from datetime import UTC, datetime

from index.answers.ask import ask
from index.articles import Article, StoredPassage
from index.deadline import InTime
from tests.index.answers.shelf import Shelf, article

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
TEXT = "Twelve people were killed when shells hit the harbour of Odesa on Sunday, the harbour office said."


class Slow:
    """A shelf where each article takes a second of a clock that the test reads."""

    def __init__(self, *articles: Article) -> None:
        self._shelf = Shelf(articles)
        self.seconds = 0.0
        self.search = self._shelf.search
        self.nearness = self._shelf.nearness

    def passages(self, article_id: str) -> list[StoredPassage]:
        self.seconds += 1.0
        return self._shelf.passages(article_id)


def test_what_is_ready_when_the_time_is_over_is_given() -> None:
    shelf = Slow(*(article(f"{TEXT} Report {n}.", title=f"Harbour {n}", publisher=f"Post {n}") for n in range(8)))
    costly: list[str] = []

    hurried = InTime(shelf, 3.0, costly=costly.append, clock=lambda: shelf.seconds)
    answer = ask(hurried, "How many people were killed in the harbour of Odesa?", now=NOW)

    assert answer.kind == "answer"
    assert shelf.seconds == 3.0
    assert costly == []


def test_an_article_that_takes_most_of_the_time_is_named() -> None:
    shelf = Slow(article(TEXT, title="Harbour", publisher="Post"))
    costly: list[str] = []
    hurried = InTime(shelf, 1.5, costly=costly.append, clock=lambda: shelf.seconds)

    hurried.passages("a0")
    hurried.passages("a1")

    assert costly == ["a0"]
