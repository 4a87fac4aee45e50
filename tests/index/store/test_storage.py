"""What an operator sees when the storage is not as it should be; backup, restore, migration."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from index import Index, Settings
from index.errors import InputError, StorageUnusable
from index.store.database import Database
from index.store.migrate import CORPUS, migrate
from tests.fakes import FakeEmbedder

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
ROW = {"url": "https://example.org/a", "title": "Report", "text": "Rockets hit the base.", "publisher": "Ledger"}


def found(settings: Settings, query: str = "rockets") -> list[str]:
    with Index.open(settings, embedder=FakeEmbedder()) as corpus:
        return [hit.passage.text for hit in corpus.search(query)]


def test_a_backup_made_while_the_corpus_is_open_restores_what_was_there(tmp_path: Path) -> None:
    settings, file = Settings(tmp_path / "data"), tmp_path / "saved.db"
    with Index.open(settings, embedder=FakeEmbedder()) as corpus:
        corpus.add([ROW], now=NOW)
        corpus.backup(file)
        corpus.add([ROW | {"url": "https://example.org/b", "text": "Shells fell on the town."}], now=NOW)

        Index.restore(settings, file)

        assert [hit.passage.text for hit in corpus.search("rockets shells")] == ["Rockets hit the base."]
        corpus.index_pending(now=NOW)
        assert corpus.check(deep=True).is_sound
    assert found(settings, "shells") == ["Rockets hit the base."]


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_backup_changes_nothing(tmp_path: Path, content: bytes) -> None:
    settings, file = Settings(tmp_path / "data"), tmp_path / "other.db"
    file.write_bytes(content)
    with Index.open(settings, embedder=FakeEmbedder()) as corpus:
        corpus.add([ROW], now=NOW)

    with pytest.raises(InputError, match="not a backup"):
        Index.restore(settings, file)

    assert found(settings) == ["Rockets hit the base."]


def test_a_damaged_database_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "sitrep.db").write_bytes(b"This is no database at all." * 100)

    with pytest.raises(StorageUnusable, match="damaged"):
        Index.open(Settings(tmp_path))


def test_a_data_folder_that_can_not_be_made_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(StorageUnusable, match="can not be made"):
        Index.open(Settings(tmp_path / "file" / "data"))


def test_a_full_disk_refuses_writes_clearly_and_goes_on_reading(tmp_path: Path) -> None:
    database = Database.open(None, tmp_path)
    migrate(database)
    with Index.open(Settings(tmp_path), embedder=FakeEmbedder()) as corpus:
        corpus.add([ROW], now=NOW)

        @sa.event.listens_for(corpus.database.engine, "begin")
        def no_space(connection: sa.Connection) -> None:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

        with pytest.raises(StorageUnusable, match="full"):
            corpus.save([ROW | {"url": f"https://example.org/{n}", "text": "x" * 9000} for n in range(50)], now=NOW)

        assert len(corpus.search("rockets")) == 1
    database.close()


_ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from index import Index, Settings
from index.errors import StorageUnusable
from tests.fakes import FakeEmbedder

with Index.open(Settings(Path(sys.argv[1])), embedder=FakeEmbedder()) as corpus:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
    row = {"title": "Report", "text": "x" * 9000, "publisher": "Ledger"}
    try:
        corpus.save([row | {"url": f"https://example.org/{n}"} for n in range(200)])
    except StorageUnusable as error:
        print(error.code, "|", error)
    print(len(corpus.search("rockets")), corpus.stats().articles)
"""


def test_when_no_file_can_grow_any_more_one_line_says_so_and_reading_goes_on(tmp_path: Path) -> None:
    with Index.open(Settings(tmp_path), embedder=FakeEmbedder()) as corpus:
        corpus.add([ROW], now=NOW)
    size = (tmp_path / "sitrep.db").stat().st_size

    command = [sys.executable, "-c", _ON_A_FULL_DISK, str(tmp_path), str(size + 100_000)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    said, found = done.stdout.splitlines()
    assert said.startswith(("storage_full |", "storage_io |"))
    assert found == "1 1"
    assert done.stderr == ""
    # There is space again: what is there is sound, and more can be written.
    with Index.open(Settings(tmp_path), embedder=FakeEmbedder()) as corpus:
        corpus.add([ROW | {"url": "https://example.org/b", "text": "Shells fell on the town."}], now=NOW)
        assert corpus.check(deep=True).is_sound
        assert len(corpus.search("rockets shells")) == 2


def test_a_server_that_is_away_is_one_clear_line(tmp_path: Path) -> None:
    settings = Settings(tmp_path, database_url="postgresql://nobody@127.0.0.1:1/none")

    with pytest.raises(StorageUnusable, match="does not answer"):
        Index.open(settings)


def test_a_newer_schema_is_refused_by_its_version(database: Database) -> None:
    database.transact(lambda connection: connection.execute(sa.text("UPDATE index_version SET version_num = '0999'")))

    with pytest.raises(StorageUnusable, match=f"0999.*{CORPUS.head}"):
        migrate(database)


def test_a_migration_that_was_killed_is_run_again(tmp_path: Path) -> None:
    database = Database.open(None, tmp_path)
    with pytest.raises(KeyboardInterrupt):
        database.transact(_killed_half_way)

    migrate(database)

    with sqlite3.connect(tmp_path / "sitrep.db") as raw:
        assert raw.execute("SELECT version_num FROM index_version").fetchall() == [(CORPUS.head,)]
    raw.close()
    database.close()


def _killed_half_way(connection: sa.Connection) -> None:
    from index.store import migrate as module

    module._upgrade(connection, CORPUS)
    raise KeyboardInterrupt


def test_the_newest_migration_is_the_one_that_the_code_names() -> None:
    from alembic import config, script

    settings = config.Config()
    settings.set_main_option("script_location", str(CORPUS.folder))

    assert script.ScriptDirectory.from_config(settings).get_current_head() == CORPUS.head


def test_the_migrations_make_the_tables_that_the_code_uses(database: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from index.store.schema import metadata

    def ours(thing: object, name: str | None, kind: str, reflected: bool, _other: object) -> bool:
        # The lexical index is not in the metadata: it differs between the databases.
        return not (
            reflected and name is not None and name.startswith(("passage_terms", "ix_passage_terms", "index_v"))
        )

    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": False})
        assert compare_metadata(context, metadata) == []
