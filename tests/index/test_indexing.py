"""Indexing: all of a revision or nothing, once, whatever happens meanwhile; in both shapes."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from index import Index, Settings
from index.embedding.embedder import Vectors
from index.errors import EmbedderLost
from index.health import lag
from index.store.schema import passage, revision
from tests.fakes import FakeEmbedder

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def rows(count: int, text: str = "Rockets hit base number {}. Nobody was hurt there.") -> list[dict[str, str]]:
    return [
        {"url": f"https://example.org/{n}", "title": f"Report {n}", "text": text.format(n), "publisher": "Ledger"}
        for n in range(count)
    ]


def states(corpus: Index) -> dict[str, int]:
    with corpus.database.read() as connection:
        counted = sa.select(revision.c.state, sa.func.count()).group_by(revision.c.state)
        return {row[0]: row[1] for row in connection.execute(counted)}


class Killed(BaseException):
    """Stands for a process that is gone: nothing catches it."""


class KilledWhileEmbedding(FakeEmbedder):
    def passages(self, texts: Sequence[str]) -> Vectors:
        raise Killed


def test_what_a_killed_process_had_begun_is_indexed_by_the_next_after_its_lease(settings: Settings) -> None:
    with Index.open(settings, embedder=KilledWhileEmbedding()) as corpus:
        corpus.save(rows(3), now=NOW)
        with pytest.raises(Killed):
            corpus.index_pending(now=NOW)

    with Index.open(settings, embedder=FakeEmbedder()) as corpus:
        assert corpus.index_pending(now=NOW) == 0
        assert corpus.index_pending(now=LATER) == 3
        assert len(corpus.search("rockets", k=10)) == 3
        assert corpus.check(deep=True).is_sound


def test_an_article_that_fails_is_set_aside_after_three_tries_and_spoils_no_other(corpus: Index) -> None:
    bad = {"url": "https://example.org/bad", "title": "Bad", "text": "Poison \N{SKULL} text.", "publisher": "Ledger"}
    corpus.save([*rows(4), bad], now=NOW)

    corpus.index_pending(now=NOW)

    assert states(corpus) == {"indexed": 4, "quarantined": 1}
    assert [problem.code for problem in corpus.check().problems] == ["quarantined"]


def test_an_article_whose_process_dies_three_times_is_set_aside_and_the_rest_goes_on(settings: Settings) -> None:
    class Killer(FakeEmbedder):
        def passages(self, texts: Sequence[str]) -> Vectors:
            if any("Poison" in text for text in texts):
                raise Killed
            return super().passages(texts)

    with Index.open(settings, embedder=Killer()) as corpus:
        corpus.save([*rows(3), rows(4, "Poison {}.")[3]], now=NOW)
        for hour in range(3):
            with pytest.raises(Killed):
                corpus.index_pending(now=NOW + timedelta(hours=hour))

        assert corpus.index_pending(now=NOW + timedelta(hours=3)) == 0

        assert states(corpus) == {"indexed": 3, "quarantined": 1}
        assert corpus.stats().quarantined == 1


class Broken(FakeEmbedder):
    """A model that fails on every passage."""

    def passages(self, texts: Sequence[str]) -> Vectors:
        raise EmbedderLost("it ended")


def test_where_the_embedder_fails_on_every_text_no_article_is_blamed(settings: Settings) -> None:
    with Index.open(settings, embedder=Broken()) as corpus:
        corpus.save(rows(20), now=NOW)
        for _ in range(5):
            with pytest.raises(EmbedderLost, match="every text"):
                corpus.index_pending(now=NOW)
        assert states(corpus) == {"pending": 20}

    with Index.open(settings, embedder=FakeEmbedder()) as corpus:
        assert corpus.index_pending(now=NOW) == 20, "at once: nothing is left leased"


def test_a_check_tells_that_articles_wait_too_long(corpus: Index) -> None:
    corpus.save(rows(2), now=NOW)
    assert [one.sentence for one in lag(corpus.database, NOW + timedelta(minutes=50))] == []

    [problem] = lag(corpus.database, LATER)

    assert problem.sentence == "Indexing is behind: articles have waited since 25 Apr 12:00 UTC (2 for over an hour)"
    assert "behind" in [one.code for one in corpus.check().problems]


def test_what_was_set_aside_can_be_tried_again(settings: Settings) -> None:
    with Index.open(settings, embedder=FakeEmbedder()) as corpus:
        corpus.add(rows(2, "Poison \N{SKULL} text {}."), now=NOW)
        assert states(corpus) == {"quarantined": 2}

    with Index.open(settings, embedder=FakeEmbedder(poison="none")) as corpus:
        assert corpus.try_again() == 2
        assert corpus.index_pending(now=NOW) == 2
        assert corpus.check(deep=True).is_sound


def test_a_passage_that_another_model_fails_on_keeps_no_other_from_being_renewed(settings: Settings) -> None:
    with Index.open(settings, embedder=FakeEmbedder("fake-1", poison="none")) as corpus:
        corpus.add([*rows(4), rows(5, "Poison \N{SKULL} rockets {}.")[4]], now=NOW)

    with Index.open(settings, embedder=FakeEmbedder("fake-2")) as corpus:
        corpus.index_pending(now=NOW)
        corpus.index_pending(now=LATER)

        with corpus.database.read() as connection:
            made = sorted(connection.execute(sa.select(passage.c.fingerprint)).scalars())
        assert made == ["fake-1", *["fake-2"] * 4]
        assert len(corpus.search("rockets", k=10)) == 5, "words find the other"
        assert "other_model" in [problem.code for problem in corpus.check().problems]


def test_indexing_stops_when_it_is_told_to_and_leaves_nothing_begun(settings: Settings) -> None:
    policy = dataclasses.replace(settings.indexing, batch_size=2)
    with Index.open(dataclasses.replace(settings, indexing=policy), embedder=FakeEmbedder()) as corpus:
        corpus.save(rows(6), now=NOW)
        answers = iter([True, True, False])

        assert corpus.index_pending(now=NOW, goes_on=lambda: next(answers)) == 4
        assert corpus.index_pending(now=NOW) == 2


def test_a_corrected_text_frees_an_article_that_was_set_aside(corpus: Index) -> None:
    bad = rows(1, "Poison \N{SKULL} text.")
    corpus.add(bad, now=NOW)

    corpus.add(rows(1, "A corrected text."), now=NOW)

    assert [hit.passage.text for hit in corpus.search("corrected")] == ["A corrected text."]


def test_two_indexers_at_once_index_each_revision_once(settings: Settings) -> None:
    embedder = FakeEmbedder()
    with Index.open(settings, embedder=embedder) as corpus:
        corpus.save(rows(60), now=NOW)
        threads = [threading.Thread(target=corpus.index_pending, kwargs={"now": NOW}) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert states(corpus) == {"indexed": 60}
        assert embedder.embedded == 3 * 60, "a passage and its two statements of each"
        # A Chroma server that two clients write to at once may not find all that it holds: noticed, and mended.
        assert corpus.check(deep=True, repair=True).is_sound


def test_a_revision_overtaken_while_it_was_embedded_is_never_searchable(settings: Settings) -> None:
    class Slow(FakeEmbedder):
        def passages(self, texts: Sequence[str]) -> Vectors:
            if any("Twelve" in text for text in texts):
                corpus.save(rows(1, "Fourteen died."), now=NOW)
            return super().passages(texts)

    with Index.open(settings, embedder=Slow()) as corpus:
        corpus.save(rows(1, "Twelve died."), now=NOW)
        corpus.index_pending(now=NOW)

        assert [hit.passage.text for hit in corpus.search("died")] == ["Fourteen died."]
        assert states(corpus) == {"indexed": 1, "superseded": 1}


def test_another_model_is_noticed_and_every_passage_embedded_again(settings: Settings) -> None:
    with Index.open(settings, embedder=FakeEmbedder("fake-1")) as corpus:
        corpus.add(rows(5), now=NOW)

    with Index.open(settings, embedder=FakeEmbedder("fake-2")) as corpus:
        assert "other_model" in [problem.code for problem in corpus.check().problems]
        assert len(corpus.search("rockets", k=10)) == 5, "words find them meanwhile"

        corpus.index_pending(now=NOW)

        assert corpus.check(deep=True).is_sound
        with corpus.database.read() as connection:
            assert set(connection.execute(sa.select(passage.c.fingerprint)).scalars()) == {"fake-2"}


def test_newest_articles_are_indexed_first(settings: Settings) -> None:
    policy = dataclasses.replace(settings.indexing, batch_size=1)
    with Index.open(dataclasses.replace(settings, indexing=policy), embedder=FakeEmbedder()) as corpus:
        for hour in range(3):
            corpus.save([rows(3)[hour]], now=NOW + timedelta(hours=hour))

        corpus.index_pending(now=LATER, limit=1)

        assert [hit.passage.title for hit in corpus.search("rockets")] == ["Report 2"]
