"""What a poll reads of what its source listed before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from index.store.database import Database
from index.store.entries import EntryStore, SeenEntry
from index.store.migrate import migrate
from index.store.sources import SourceStore

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)


def entry(number: int) -> SeenEntry:
    url = f"https://ledger.example/{number}"
    return SeenEntry(f"guid-{number}", url, f"ledger.example/{number}", "signature", NOW)


def test_a_poll_reads_what_is_listed_and_what_the_feed_names_of_all_that_ever_was(database: Database) -> None:
    migrate(database)
    source = SourceStore(database).add("https://ledger.example/feed", name="The Ledger", now=NOW)
    store = EntryStore(database)
    former = [entry(number) for number in range(1200)]
    store.record(source.id, former, now=NOW)
    dropped = [one.key for one in former[10:]]
    store.record(source.id, [], unlisted=dropped, now=NOW + timedelta(hours=1))

    seen = store.seen(source.id, ["guid-700", "guid-new"], ["ledger.example/900", "ledger.example/new"])

    assert {one.key for one in seen} == {*(one.key for one in former[:10]), "guid-700", "guid-900"}
    assert store.has_any(source.id)
