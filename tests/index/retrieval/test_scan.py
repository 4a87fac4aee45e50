"""The exact scan: right whatever it has kept, and it keeps no more than it is to."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.retrieval.scan import Scan, embeddings
from index.store.database import Database
from index.store.migrate import migrate
from tests.bench.rebuild import WideEmbedder, fill


@pytest.mark.parametrize("kept", [1, 7, 40, 1000])
def test_the_nearest_are_found_whatever_is_kept_and_no_more_is_kept(tmp_path: Path, kept: int) -> None:
    database = Database.open(None, tmp_path)
    migrate(database)
    fill(database, 120, "fake-1")
    scan = Scan("fake-1", WideEmbedder.dimension, kept=kept)
    rng = np.random.default_rng(5)
    with database.read() as connection:
        numbers, matrix = embeddings(connection, list(range(1, 121)), "fake-1")
        for asked in ([*range(20, 60)], [*range(1, 121)], [*range(100, 121)], [*range(1, 30)], []):
            vector = rng.standard_normal(WideEmbedder.dimension).astype(np.float32)
            among = np.isin(numbers, asked)
            expected = numbers[among][np.argsort(-(matrix[among] @ vector), kind="stable")][:20]

            nearest = scan.top(connection, vector, np.array(asked, np.int64), 20)

            # One more than is wanted, since what is kept is rounded.
            assert len(nearest) == min(21, len(asked))
            assert set(expected.tolist()) <= set(nearest)
            # What is only just read is not rounded, and so in its order.
            unread = Scan("fake-1", WideEmbedder.dimension, kept=kept)
            assert unread.top(connection, vector, np.array(asked, np.int64), 20)[:20] == expected.tolist()
            assert scan._numbers.size <= kept
            assert len(scan._rounded) == scan._numbers.size
    database.close()


def test_what_is_kept_are_the_newest(tmp_path: Path) -> None:
    database = Database.open(None, tmp_path)
    migrate(database)
    fill(database, 120, "fake-1")
    scan = Scan("fake-1", WideEmbedder.dimension, kept=30)
    vector = np.ones(WideEmbedder.dimension, np.float32)
    with database.read() as connection:
        for asked in (range(1, 50), range(1, 121), range(1, 50)):
            scan.top(connection, vector, np.array(asked, np.int64), 3)

    assert sorted(scan._numbers.tolist()) == list(range(91, 121))
    database.close()


def test_the_nearest_of_several_sets_are_those_of_each_by_itself(tmp_path: Path) -> None:
    database = Database.open(None, tmp_path)
    migrate(database)
    fill(database, 120, "fake-1")
    vector = np.random.default_rng(6).standard_normal(WideEmbedder.dimension).astype(np.float32)
    sets = [np.arange(1, 40), np.arange(30, 121), np.arange(5, 8), np.empty(0, np.int64)]
    with database.read() as connection:
        single = Scan("fake-1", WideEmbedder.dimension)
        single.top(connection, vector, np.arange(1, 121), 1)
        expected = [single.top(connection, vector, numbers, 10) for numbers in sets]

        together = Scan("fake-1", WideEmbedder.dimension)
        together.top(connection, vector, np.arange(1, 121), 1)
        found = together.tops(connection, vector, sets, [10] * len(sets))
        seldom_kept = Scan("fake-1", WideEmbedder.dimension, kept=25).tops(connection, vector, sets, [10] * len(sets))

    assert found == expected
    assert seldom_kept == expected
    database.close()
