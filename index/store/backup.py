"""Saving the whole database to a file and putting it back, both while others use it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from index.errors import InputError, StorageUnusable
from index.store.database import Database
from index.store.migrate import CORPUS

_SERVER = "The database is on a PostgreSQL server: use pg_dump and pg_restore on it, then run sitrep reindex"


def backup(database: Database, file: Path) -> None:
    """Copy the database to `file`, as it is at one moment, whole or not at all. Raises InputError."""
    source = _file_of(database)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=_folder(file))
    os.close(handle)
    scratch = Path(name)
    try:
        with _opened(source) as live, _opened(scratch) as copy:
            live.backup(copy)
            # One file, without the two that a write-ahead log would have beside it.
            copy.execute("PRAGMA journal_mode=DELETE")
        _flush(scratch)
        os.replace(scratch, file)
    except (sqlite3.Error, OSError) as error:
        raise StorageUnusable(f"The backup could not be written to {file}: {error}") from error
    finally:
        scratch.unlink(missing_ok=True)


def restore(database: Database, file: Path) -> None:
    """Put what `backup` saved in the place of the database's content, all at once. Raises InputError.

    Chroma then holds another state: the caller makes the vector index anew.
    """
    target = _file_of(database)
    _check(file)
    try:
        with _opened(file, read_only=True) as saved, _opened(target) as live:
            saved.backup(live)
            live.execute("PRAGMA journal_mode=WAL")
    except sqlite3.Error as error:
        raise StorageUnusable(f"The backup could not be restored: {error}") from error


def _check(file: Path) -> None:
    if not file.is_file():
        raise InputError(f"There is no file {file}")
    try:
        with _opened(file, read_only=True) as saved:
            [version] = saved.execute(f"SELECT version_num FROM {CORPUS.version_table}").fetchone()
            [sound] = saved.execute("PRAGMA quick_check(1)").fetchone()
    except (sqlite3.Error, TypeError) as error:
        raise InputError(f"{file} is not a backup made by sitrep; nothing was changed") from error
    if sound != "ok":
        raise InputError(f"{file} is damaged; nothing was changed")
    if version > CORPUS.head:
        raise InputError(
            f"{file} was made by a newer sitrep (schema {version}, this one knows {CORPUS.head}); nothing was changed"
        )


def _file_of(database: Database) -> Path:
    if not database.is_sqlite or not database.engine.url.database:
        raise InputError(_SERVER)
    return Path(database.engine.url.database)


def _folder(file: Path) -> Path:
    folder = file.absolute().parent
    if not folder.is_dir():
        raise InputError(f"There is no folder {folder}")
    return folder


@contextlib.contextmanager
def _opened(path: Path, *, read_only: bool = False) -> Iterator[sqlite3.Connection]:
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=30)
    try:
        yield connection
    finally:
        connection.close()


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
