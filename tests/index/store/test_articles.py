"""Saving articles: identity by address, revisions by text, on both databases."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from index.articles import Article
from index.store.articles import ArticleStore
from index.store.database import Database
from index.store.identity import clean, url_key
from index.store.schema import article, revision

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)


def an_article(text: str = "Rockets hit the base.", **fields: object) -> Article:
    values: dict[str, object] = {"url": "https://example.org/a", "title": "Report", "publisher": "Ledger"}
    return Article(text=text, **(values | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "url",
    [
        "http://www.example.org/a/",
        "https://example.org/a#comments",
        "https://EXAMPLE.org:443/a?utm_source=x&fbclid=y",
        "https://example.org/a?ref=home",
    ],
)
def test_an_address_is_one_article_however_the_reader_came_to_it(url: str) -> None:
    assert url_key(url) == url_key("https://example.org/a")


@pytest.mark.parametrize("url", ["https://example.org/b", "https://example.org/a?id=2", "https://example.com/a"])
def test_another_address_is_another_article(url: str) -> None:
    assert url_key(url) != url_key("https://example.org/a")


def test_characters_that_no_store_takes_are_removed_and_all_others_kept() -> None:
    kept = "tab\t line\n “quoted” \u200f עברית \u200d 👩\u200d🚒 \u00ad\r\n"

    assert clean(f"\x00{kept}\x1b\x85\ud800\ufffe") == kept


def test_saving_the_same_text_again_changes_nothing(database: Database) -> None:
    store = ArticleStore(database)
    first = store.save([an_article()], now=NOW)

    again = store.save([an_article()], now=NOW + timedelta(hours=1))

    assert (first.new, again.new, again.revised, again.unchanged) == (1, 0, 0, 1)
    with database.read() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(revision)).scalar_one() == 1


def test_a_changed_text_is_a_new_revision_and_overtakes_one_that_still_waits(database: Database) -> None:
    store = ArticleStore(database)
    for text in ("Twelve died.", "Thirteen died.", "Fourteen died."):
        store.save([an_article(text)], now=NOW)

    with database.read() as connection:
        rows = connection.execute(sa.select(revision.c.number, revision.c.state).order_by(revision.c.number)).all()
    assert [tuple(row) for row in rows] == [(1, "superseded"), (2, "superseded"), (3, "pending")]


def test_a_date_is_learned_later_but_never_moved(database: Database) -> None:
    store = ArticleStore(database)
    store.save([an_article()], now=NOW)
    early = NOW - timedelta(days=3)

    store.save([an_article(published_at=early)], now=NOW)
    store.save([an_article(published_at=NOW)], now=NOW)

    with database.read() as connection:
        row = connection.execute(sa.select(article.c.published_at, article.c.dated_at)).one()
    assert tuple(row) == (early, early)


@pytest.mark.parametrize("published_at", [NOW + timedelta(days=2), datetime(1, 1, 2, tzinfo=UTC)])
def test_an_impossible_date_counts_as_unknown(database: Database, published_at: datetime) -> None:
    ArticleStore(database).save([an_article(published_at=published_at)], now=NOW)

    with database.read() as connection:
        row = connection.execute(sa.select(article.c.published_at, article.c.dated_at)).one()
    assert tuple(row) == (None, NOW)


def test_two_savers_at_once_make_each_revision_once(database: Database) -> None:
    store = ArticleStore(database)
    texts = [f"Version {n}." for n in range(12)]
    threads = [
        threading.Thread(target=lambda: [store.save([an_article(text)], now=NOW) for text in texts])  # type: ignore[func-returns-value]
        for _ in range(3)
    ]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.read() as connection:
        numbers = list(connection.execute(sa.select(revision.c.number).order_by(revision.c.number)).scalars())
        waiting = connection.execute(
            sa.select(sa.func.count()).select_from(revision).where(revision.c.state == "pending")
        ).scalar_one()
    assert numbers == list(range(1, len(numbers) + 1))
    assert waiting == 1
