"""`python -m tests.bench.subscribers [--subscribers N] [--sets N]`: composing the briefings of one minute for many
subscribers with so many sets of topics, into the outbox. The pace that is kept for the sake of questions is left out.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import tempfile
import time
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from bot.briefings import Briefer, BriefingPolicy
from bot.chat.buttons import Signer
from bot.chat.scheduled import renderer
from bot.store import schema
from bot.store.migrate import migrate
from index import Index, Settings
from tests.bench.__main__ import NOW, PLACES, articles
from tests.bench.machine import peak
from tests.fakes import FakeEmbedder

_PASSAGES = 1200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--subscribers", type=int, default=10_000)
    parser.add_argument("--sets", type=int, default=200)
    options = parser.parse_args()
    print(peak(), flush=True)
    with tempfile.TemporaryDirectory(prefix="sitrep-bench-") as folder:
        settings = Settings(Path(folder))
        with Index.open(settings, embedder=FakeEmbedder()) as corpus:
            migrate(corpus.database)
            rng = random.Random(4)
            recent = (
                # All of the last day.
                dataclasses.replace(article, published_at=NOW - timedelta(minutes=rng.randint(1, 1400)))
                for article in articles(_PASSAGES, random.Random(3))
            )
            corpus.add(recent, now=NOW)
            _subscribe(corpus, options.subscribers, options.sets)
            _compose(corpus)


def _subscribe(corpus: Index, subscribers: int, sets: int) -> None:
    rng = random.Random(9)
    topics = [sorted(rng.sample(PLACES, rng.randint(1, 4))) for _ in range(sets)]
    chats = [{"id": 1000 + n, "kind": "private", "created_at": NOW} for n in range(subscribers)]
    due = {"minute": 12 * 60, "zone": "UTC", "created_at": NOW, "due_at": NOW, "due_date": NOW.date()}
    rows = [{"chat_id": chat["id"], "topics": topics[n % sets], **due} for n, chat in enumerate(chats)]

    def work(connection: sa.Connection) -> None:
        connection.execute(sa.insert(schema.chat), chats)
        connection.execute(sa.insert(schema.subscription), rows)

    corpus.database.transact(work)


def _compose(corpus: Index) -> None:
    briefer = Briefer(
        corpus.database,
        lambda since, until, interest: corpus.illustrated(corpus.draft(since, until, interest)),
        renderer(Signer.of_token("1:bench")),
        policy=BriefingPolicy(),
        owner="bench",
        clock=lambda: NOW,
        correct=corpus.corrections,
    )
    began, spent = time.perf_counter(), time.process_time()
    made = briefer.tick()
    wall, cpu = time.perf_counter() - began, time.process_time() - spent
    print(f"{made} briefings in {wall:.0f} s, {cpu:.0f} s of CPU: {1000 * cpu / max(made, 1):.1f} ms each")


if __name__ == "__main__":
    main()
