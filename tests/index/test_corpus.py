"""The corpus as `bot` sees it, in both shapes."""

from __future__ import annotations

from datetime import UTC, datetime

from index import Index
from index.articles import Article

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)


def an_article(name: str = "a", text: str = "Rockets hit the base. Nobody was hurt.", **fields: object) -> Article:
    values: dict[str, object] = {"title": f"Report {name}", "publisher": "Ledger", "published_at": NOW}
    return Article(url=f"https://example.org/{name}", text=text, **(values | fields))  # type: ignore[arg-type]


def test_an_added_article_is_found_with_its_exact_text(corpus: Index) -> None:
    text = "Five rockets were fired from Zummar.\n\nThe Pentagon counted 140 attacks, said Sabrina Singh."

    corpus.add([an_article(text=text)], now=NOW)

    [hit] = corpus.search("How many attacks were counted?", k=1)
    assert hit.passage.text == text[hit.passage.start : hit.passage.end]
    assert "140 attacks" in hit.passage.text
    assert hit.passage.published_at == NOW


def test_an_unchanged_article_is_stored_once_whatever_brought_the_reader_to_it(corpus: Index) -> None:
    corpus.add([an_article()], now=NOW)

    again = an_article("a?utm_source=feed#top")
    added = corpus.add([again.__class__(**{**_fields(again), "title": "Report a"})], now=NOW)

    assert (added.new, added.revised, added.unchanged) == (0, 0, 1)


def test_a_changed_article_is_found_by_its_new_text_and_old_citations_keep_theirs(corpus: Index) -> None:
    corpus.add([an_article(text="Twelve people died.")], now=NOW)
    [before] = corpus.search("how many died", k=1)

    corpus.add([an_article(text="Fourteen people died.")], now=NOW)

    assert [hit.passage.text for hit in corpus.search("died", k=5)] == ["Fourteen people died."]
    view = corpus.passage(before.passage.passage_id)
    assert view is not None
    assert view.passage.text == "Twelve people died."
    assert (view.revision, view.latest_revision) == (1, 2)


def test_a_search_is_kept_to_its_days_and_publisher(corpus: Index) -> None:
    early = an_article("early", published_at=datetime(2024, 4, 1, tzinfo=UTC))
    late = an_article("late", publisher="Voice")
    corpus.add([early, late], now=NOW)

    def found(**scope: object) -> list[str]:
        return [hit.passage.url for hit in corpus.search("rockets", **scope)]  # type: ignore[arg-type]

    assert found(until=datetime(2024, 4, 2, tzinfo=UTC)) == [early.url]
    assert found(since=datetime(2024, 4, 2, tzinfo=UTC)) == [late.url]
    assert found(publisher="voice") == [late.url]
    assert found(publisher="nobody") == []


def _fields(article: Article) -> dict[str, object]:
    return {name: getattr(article, name) for name in Article.__slots__}
