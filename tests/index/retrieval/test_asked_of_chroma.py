"""Every question goes through Chroma, in both shapes, and costs a bounded number of statements whatever the corpus."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from index import Index, Settings
from index.retrieval.chroma import Folder, Home
from index.retrieval.dense import Dense
from index.retrieval.scan import embeddings
from index.retrieval.scope import Extent, Scope, keep_within
from index.retrieval.search import Wanted
from index.retrieval.vectors import VectorStore
from index.store.database import Database
from index.store.migrate import migrate
from tests.fakes import FakeEmbedder
from tests.servers.trouble import troubled

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
PLACES = ("Goma", "Aden", "Kharkiv", "Rafah", "Idlib")
QUESTIONS = [f"How many were killed in {place}?" for place in PLACES] + ["Who shelled the harbour?"]


def rows(count: int) -> list[dict[str, Any]]:
    """Reports of the two years before now, a day apart in turn."""
    return [
        {
            "url": f"https://ledger.example/{n}",
            "title": f"Shelling near {PLACES[n % len(PLACES)]}",
            "text": f"Shells killed {n} people near {PLACES[n % len(PLACES)]}, officials of district {n} said.",
            "publisher": f"Ledger {n % 4}",
            "published": (NOW - timedelta(days=n % 700, hours=1)).isoformat(),
            "language": "en" if n % 3 else "uk",
        }
        for n in range(count)
    ]


class CountingHome:
    """A home of Chroma that counts what its collections are asked; `filtered` are the queries with a filter."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self.queries, self.filtered = 0, 0

    def open(self) -> Any:
        return _CountingClient(self, self._home.open())

    def check_room(self) -> None:
        self._home.check_room()

    def close(self, client: Any) -> None:
        self._home.close(client.client)

    def clear(self) -> None:
        self._home.clear()


class _CountingClient:
    def __init__(self, home: CountingHome, client: Any) -> None:
        self.client, self._home = client, home

    def __getattr__(self, name: str) -> Any:
        return getattr(self.client, name)

    def get_collection(self, *args: Any, **kwargs: Any) -> Any:
        return _CountingCollection(self._home, self.client.get_collection(*args, **kwargs))

    def get_or_create_collection(self, *args: Any, **kwargs: Any) -> Any:
        return _CountingCollection(self._home, self.client.get_or_create_collection(*args, **kwargs))


class _CountingCollection:
    def __init__(self, home: CountingHome, collection: Any) -> None:
        self._home, self._collection = home, collection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._collection, name)

    def query(self, **kwargs: Any) -> Any:
        self._home.queries += 1
        self._home.filtered += kwargs.get("where") is not None
        return self._collection.query(**kwargs)


@contextlib.contextmanager
def counted_corpus(folder: Path) -> Iterator[tuple[Index, CountingHome]]:
    home = CountingHome(Folder(folder / "chroma"))
    database = Database.open(None, folder)
    migrate(database)
    with Index(Settings(folder), database, VectorStore(home), FakeEmbedder()) as corpus:
        yield corpus, home


@pytest.mark.parametrize("articles", [3, 60])
def test_each_question_is_a_query_of_embedded_chroma_however_small_the_corpus(tmp_path: Path, articles: int) -> None:
    with counted_corpus(tmp_path) as (corpus, home):
        corpus.add(rows(articles), now=NOW)

        for question in QUESTIONS:
            corpus.ask(question, now=NOW)

        assert home.queries >= len(QUESTIONS)
        assert home.filtered == 0, "nothing is later than now"


def test_each_question_is_a_query_of_a_chroma_server_seen_from_outside(tmp_path: Path, chroma_url: str) -> None:
    with (
        troubled(chroma_url) as proxy,
        Index.open(Settings(tmp_path, chroma_url=proxy.url), embedder=FakeEmbedder()) as corpus,
    ):
        corpus.add(rows(60), now=NOW)
        before = proxy.queries

        for question in QUESTIONS:
            corpus.ask(question, now=NOW)

        assert proxy.queries - before >= len(QUESTIONS)


def test_what_is_later_than_the_question_is_asked_for_on_top_and_dropped(tmp_path: Path) -> None:
    with counted_corpus(tmp_path) as (corpus, home):
        corpus.add(rows(60), now=NOW)
        then = NOW - timedelta(days=20)

        hits = corpus.search("Shells killed people near Goma", k=50, until=then)

        assert len(hits) == 40
        assert all(hit.passage.published_at and hit.passage.published_at <= then for hit in hits)
        assert (home.queries, home.filtered) == (1, 0)


def test_a_narrow_window_is_compared_exactly_without_chroma(tmp_path: Path) -> None:
    with counted_corpus(tmp_path) as (corpus, home):
        corpus.add(rows(60), now=NOW)

        hits = corpus.search("Shells killed people", k=50, since=NOW - timedelta(days=7), until=NOW)

        assert len(hits) == 7
        assert home.queries == 0


SCOPES = [
    Scope(since=NOW - timedelta(days=300), until=NOW),
    Scope(until=NOW - timedelta(days=300)),
    Scope(publisher="ledger 1"),
    Scope(language="uk"),
    Scope(since=NOW - timedelta(days=500), publisher="LEDGER 2", language="en"),
]


@pytest.fixture(scope="module")
def archive(lasting_settings: Settings) -> Iterator[Index]:
    with Index.open(lasting_settings, embedder=FakeEmbedder()) as corpus:
        corpus.add(rows(400), now=NOW)
        yield corpus


@pytest.mark.parametrize("scope", SCOPES)
def test_a_wide_window_is_filtered_in_chroma_and_finds_what_the_exact_scan_does(archive: Index, scope: Scope) -> None:
    embedder = archive.embedder
    vector = embedder.queries(["Shells near Idlib, officials of district 77"])[0]
    dense = Dense(archive._store)
    with archive.database.read() as connection:
        wide = Extent(numbers=None, later=None)
        given = {"connection": connection, "embedder": embedder, "vector": vector, "scope": scope, "depth": 12}
        by_chroma = dense.candidates(**given, extent=wide)
        with archive._store.filled():
            by_scan = dense.candidates(**given, extent=wide)
        _, vectors = embeddings(connection, by_scan, embedder.fingerprint)
        _, found = embeddings(connection, by_chroma, embedder.fingerprint)
        outside = set(by_scan) - keep_within(connection, scope, by_scan)

    # Many are equally near: any of them will do.
    assert not outside
    assert sorted(found @ vector)[-len(by_scan) :] == pytest.approx(sorted(vectors @ vector))


def test_an_article_whose_date_is_learned_later_is_found_in_its_window(corpus: Index) -> None:
    undated = rows(1)[0] | {"published": None}
    corpus.add([undated, *rows(40)[1:]], now=NOW)
    corpus.add([undated | {"published": (NOW - timedelta(days=400)).isoformat()}], now=NOW)

    hits = corpus.search("Shells near Goma", k=5, until=NOW - timedelta(days=399))

    assert [hit.passage.url for hit in hits] == ["https://ledger.example/0"]
    assert corpus.check(deep=True).is_sound


@contextlib.contextmanager
def counted(corpus: Index) -> Iterator[list[str]]:
    """The statements that the database is asked meanwhile."""
    made: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        made.append(statement)

    sa.event.listen(corpus.database.engine, "before_cursor_execute", note)
    try:
        yield made
    finally:
        sa.event.remove(corpus.database.engine, "before_cursor_execute", note)


def statements(corpus: Index, ask: str) -> Counter[str]:
    with counted(corpus) as made:
        corpus.search(ask, k=20, until=NOW)
    return Counter(statement.split()[0] for statement in made)


def test_a_question_takes_as_many_statements_on_a_large_corpus_as_on_a_small_one(settings: Settings) -> None:
    with Index.open(settings, embedder=FakeEmbedder()) as corpus:
        corpus.add(rows(5), now=NOW)
        few = statements(corpus, QUESTIONS[0])
        corpus.add(rows(400), now=NOW)
        many = statements(corpus, QUESTIONS[0])

    assert sum(many.values()) <= sum(few.values()) <= 20


def test_a_question_in_a_corpus_of_four_languages_takes_no_more_statements_than_it_may(settings: Settings) -> None:
    with Index.open(settings, embedder=FakeEmbedder()) as corpus:
        corpus.add([row | {"language": ("en", "uk", "ar", "ru")[at % 4]} for at, row in enumerate(rows(120))], now=NOW)
        corpus.ask(QUESTIONS[0], now=NOW)

        with counted(corpus) as made:
            corpus.ask(QUESTIONS[0], now=NOW)

    assert sum(statement != "BEGIN" for statement in made) <= 18


def test_several_scopes_are_searched_by_as_many_statements_as_one(corpus: Index) -> None:
    corpus.add(rows(60), now=NOW)
    question = QUESTIONS[1]
    vector = corpus.embedder.queries([question])[0]
    wanted = [Wanted(Scope(language="uk"), 12), Wanted(Scope(since=NOW - timedelta(days=30), until=NOW), 30)]

    with corpus.database.read() as connection:
        searched = [corpus._searcher.sought(connection, question, vector).hits([one])[0] for one in wanted]
        sought = corpus._searcher.sought(connection, question, vector)
        with counted(corpus) as made:
            together = sought.hits(wanted)

    assert together == searched
    assert [len(hits) for hits in together] == [12, 30]
    assert len(made) <= 10


def test_languages_are_listed_with_that_of_most_articles_first(corpus: Index) -> None:
    corpus.add(rows(30), now=NOW)
    corpus.add([row | {"url": f"{row['url']}-other", "language": None} for row in rows(3)], now=NOW)

    with corpus.snapshot() as snapshot:
        assert snapshot.languages() == ["en", "uk"]


def test_a_question_asked_in_a_snapshot_sees_nothing_that_came_later(corpus: Index) -> None:
    question = "Shells near Goma"
    corpus.add(rows(5), now=NOW)

    with corpus.snapshot() as snapshot:
        vector = snapshot.vector(question)
        before = snapshot.search(question, vector, until=NOW, since=None, most=30)
        corpus.add([rows(1)[0] | {"text": "Shells killed nobody near Goma."}, *rows(30)[5:]], now=NOW)
        after = snapshot.search(question, vector, until=NOW, since=None, most=30)
        reports = snapshot.reports([hit.passage.article_id for hit in corpus.search(question, k=30, until=NOW)])

    assert len(before) == 5
    assert [hit.passage for hit in after] == [hit.passage for hit in before]
    assert {report.text for report in reports} == {hit.passage.text for hit in before}
    assert len(corpus.search(question, k=30, until=NOW)) == 30


def test_a_hit_tells_how_near_it_is_and_how_many_of_the_words_it_holds(corpus: Index) -> None:
    corpus.add(rows(10), now=NOW)

    [best, *_rest] = corpus.search("Shells near Kharkiv", k=3)

    assert 0 < best.cosine <= 1
    assert best.words > 0


def test_the_reports_of_many_articles_are_read_by_one_statement(corpus: Index) -> None:
    corpus.add(rows(10), now=NOW)
    ids = list({hit.passage.article_id for hit in corpus.search("Shells", k=10)})
    passages = {article_id: corpus.passages(article_id) for article_id in ids}

    with corpus.snapshot() as snapshot, counted(corpus) as made:
        reports = snapshot.reports(ids)

    assert [report.article_id for report in reports] == ids
    assert len(ids) == 10
    assert [statement.split()[0] for statement in made if statement != "BEGIN"] == ["SELECT"]
    for report in reports:
        spans = [(span.passage_id, span.start, span.end) for span in report.spans]
        assert spans == [(one.passage_id, one.start, one.end) for one in passages[report.article_id]]
        assert [statement.figures[0].value for statement in report.reading.statements] == [int(report.url[-1])]


def test_chroma_keeps_no_more_of_a_corpus_than_ids_vectors_days_publishers_and_languages(corpus: Index) -> None:
    corpus.add(rows(2), now=NOW)
    generation = corpus._projection.generation(corpus.embedder.fingerprint, now=NOW)

    stored = corpus._store._collection(generation.collection).get(include=["metadatas", "documents"])

    assert stored["documents"] in (None, [None, None])
    assert [set(metadata) for metadata in stored["metadatas"]] == [{"day", "publisher", "language"}] * 2
