"""What it costs to put one more article into its story, as the corpus grows."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import sqlalchemy as sa

from index.articles import Article
from index.store.articles import ArticleStore
from index.store.database import Database
from index.store.migrate import migrate
from index.store.schema import passage, revision
from index.stories.assign import assign_pending

_DIMENSION = 384
_WORDS = 6000
_START = datetime(2024, 1, 1, tzinfo=UTC)


def cost_per_article(folder: Path, *, articles: int = 2000, a_day: int = 60, batch: int = 10) -> list[float]:
    """Milliseconds of CPU an article takes, the mean of each tenth of `articles` as they come in `batch` by `batch`.

    The articles are made up: every fifth reports an event anew, the others take up one of the last days' events.
    """
    database = Database.open(None, folder)
    migrate(database)
    made = _articles(articles, a_day)
    costs: list[float] = []
    for start in range(0, articles, batch):
        part = made[start : start + batch]
        _take_in(database, part)
        began = time.process_time()
        assign_pending(database, now=_START)
        costs += [1000 * (time.process_time() - began) / len(part)] * len(part)
    database.close()
    tenth = max(1, articles // 10)
    return [float(np.mean(costs[place : place + tenth])) for place in range(0, articles, tenth)]


def lines(folder: Path) -> list[str]:
    """The figure of `make bench`: the cost in the first and the last tenth, and their ratio."""
    costs = cost_per_article(folder)
    settled, last = float(np.median(costs[4:6])), float(np.median(costs[-2:]))
    figures = f"{settled:.1f} ms of CPU an article at 1,000, {last:.1f} ms at 2,000"
    return [f"stories: {figures}: ratio {last / settled:.2f}"]


def _articles(count: int, a_day: int) -> list[Article]:
    rng = random.Random(7)
    vocabulary = [f"word{number}" for number in range(_WORDS)]
    weights = [1 / (rank + 10) for rank in range(_WORDS)]
    events: list[list[str]] = []
    made = []
    for number in range(count):
        if number % 5 == 0:
            events.append(rng.sample(vocabulary[200:], 25))
        event = rng.choice(events[-a_day // 2 :])
        words = [*rng.choices(event, k=90), *rng.choices(vocabulary, weights, k=160)]
        rng.shuffle(words)
        at = _START + timedelta(days=number / a_day)
        made.append(
            Article(
                f"https://bench.example/{number}",
                " ".join(event[:8]),
                " ".join(words) + ".",
                f"Outlet {number % 9}",
                at,
            )
        )
    return made


def _take_in(database: Database, part: Sequence[Article]) -> None:
    """Articles as they are once indexed, each with one passage whose embedding is that of its event, nearly."""
    added = ArticleStore(database).save(list(part), now=_START)

    def work(connection: sa.Connection) -> None:
        rows = connection.execute(sa.select(revision).where(revision.c.article_id.in_(added.ids))).all()
        for row in rows:
            rng = np.random.default_rng(abs(hash(row.title)) % 2**32)
            vector = rng.normal(size=_DIMENSION) + 2.0
            values = {"id": f"{row.article_id}:0", "revision_id": row.id, "article_id": row.article_id}
            values |= {"ordinal": 0, "start": 0, "end_": len(row.text), "live": True, "term_count": 1}
            values |= {"fingerprint": "bench", "terms": "", "embedding": vector.astype("<f4").tobytes()}
            connection.execute(sa.insert(passage).values(**values))
        connection.execute(
            sa.update(revision).where(revision.c.id.in_([row.id for row in rows])).values(state="indexed")
        )

    database.transact(work)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        print("\n".join(lines(Path(made))))
