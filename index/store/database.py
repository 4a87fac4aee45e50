"""One SQL database, SQLite or PostgreSQL, and the two ways to use it: `read` and `transact`."""

from __future__ import annotations

import contextlib
import os
import random
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from index.errors import StorageUnusable

T = TypeVar("T")

# Pages that a connection keeps: with the 2 MB that SQLite keeps by itself the slowest questions took a fifth longer.
_CACHE_KIB = 16_000
_BUSY_TIMEOUT_S = 30
_ATTEMPTS = 5
# PostgreSQL: serialisation failure, deadlock, and the server going away or restarting.
_TRANSIENT_SQLSTATES = frozenset({"40001", "40P01", "57P01", "57P02", "57P03", "08006", "08003", "08000"})


class UtcDateTime(sa.types.TypeDecorator[datetime]):
    """An aware UTC datetime, kept as naive UTC so that SQLite and PostgreSQL compare it alike."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime has no place in the database")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Database:
    """The truth: everything that must survive is here.

    Reads see one consistent snapshot. Writes go through `transact`, which repeats the whole transaction when the
    database asks for that, so the function given to it must have no other effect than on its connection.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self.engine = engine
        self._writing = threading.Lock()
        # PostgreSQL's default shows each statement another state; SQLite's read transactions are snapshots already.
        self._reader = engine if self.is_sqlite else engine.execution_options(isolation_level="REPEATABLE READ")

    @classmethod
    def open(cls, url: str | None, data_dir: Path) -> Database:
        """The database at `url`, or the SQLite file in `data_dir` where `url` is None.

        Raises StorageUnusable where it can not be opened.
        """
        if url is None:
            file = data_dir / "sitrep.db"
            # SQLite gives the files beside it the same mode.
            with contextlib.suppress(OSError):
                os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
                file.chmod(0o600)
            return cls(_sqlite_engine(file))
        return cls(_server_engine(url))

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextlib.contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A connection for reading only; what was written through it is rolled back. Raises StorageUnusable."""
        try:
            with self._reader.connect() as connection:
                yield connection
        except sa.exc.DBAPIError as error:
            _raise_unusable(error)
            raise

    def transact(self, work: Callable[[sa.Connection], T]) -> T:
        """Run `work` in one transaction and commit it; the whole of it is tried again on a transient failure.

        Raises StorageUnusable where the database can not be used at all.
        """
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                with (
                    self._turn(),
                    self.engine.connect().execution_options(sitrep_writes=True) as connection,
                    connection.begin(),
                ):
                    return work(connection)
            except sa.exc.DBAPIError as error:
                if attempt == _ATTEMPTS or not _is_transient(error):
                    _raise_unusable(error)
                    raise
                time.sleep(random.uniform(0.5, 1.0) * 0.05 * 2**attempt)
        raise AssertionError("unreachable")

    @contextlib.contextmanager
    def _turn(self) -> Iterator[None]:
        """Writers of this process take turns on SQLite, which lets one write and the others ask again and again.

        For speed alone: with 10,000 briefings to make, deliveries got no turn for long. The database decides.
        """
        taken = self.is_sqlite and self._writing.acquire(timeout=_BUSY_TIMEOUT_S)
        try:
            yield
        finally:
            if taken:
                self._writing.release()

    def empty_log(self) -> None:
        """Write SQLite's log back into the file and empty it: until then what was deleted can still be read in it.

        Gives up after a second where others are reading; the next time will do.
        """
        if not self.is_sqlite:
            return
        with contextlib.closing(self.engine.raw_connection()) as connection:
            for pragma in ("busy_timeout=1000", "wal_checkpoint(TRUNCATE)", f"busy_timeout={_BUSY_TIMEOUT_S * 1000}"):
                connection.cursor().execute(f"PRAGMA {pragma}").close()

    def close(self) -> None:
        self.engine.dispose()


def _is_transient(error: sa.exc.DBAPIError) -> bool:
    if error.connection_invalidated:
        return True
    state = getattr(error.orig, "sqlstate", None)
    return state in _TRANSIENT_SQLSTATES or "database is locked" in str(error.orig)


# What the operator must see to, by what SQLite and libpq say.
_UNUSABLE = (
    ("database or disk is full", "storage_full", "The disk is full: free some space in the data folder"),
    ("No space left on device", "storage_full", "The disk of the database is full: free some space"),
    ("disk I/O error", "storage_io", "The database file can not be read or written: check the disk and free space"),
    ("malformed", "storage_damaged", "The database file is damaged: restore a backup with sitrep restore"),
    ("file is not a database", "storage_damaged", "The database file is damaged: restore a backup with sitrep restore"),
    (
        "unable to open database file",
        "storage_unreadable",
        "The database file can not be opened: check the data folder",
    ),
    ("readonly database", "storage_unreadable", "The database file can not be written: check the data folder's rights"),
    ("database is locked", "storage_locked", "The database is locked by another program for too long"),
    ("connection failed", "storage_away", "The database server does not answer: check DATABASE_URL"),
    ("connection refused", "storage_away", "The database server does not answer: check DATABASE_URL"),
    ("server closed the connection", "storage_away", "The database server went away"),
)


def _raise_unusable(error: sa.exc.DBAPIError) -> None:
    """Raise StorageUnusable where `error` means that, whatever the statement was."""
    said = str(error.orig).lower()
    for part, code, sentence in _UNUSABLE:
        if part.lower() in said:
            raise StorageUnusable(sentence, code=code) from error


def _sqlite_engine(path: Path) -> sa.Engine:
    engine = sa.create_engine(
        f"sqlite:///{path}", connect_args={"timeout": _BUSY_TIMEOUT_S, "check_same_thread": False}
    )

    @sa.event.listens_for(engine, "connect")
    def on_connect(dbapi: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        # The driver's own transaction handling lost 300 of 400 concurrent read-then-write updates (DESIGN.md 2).
        dbapi.isolation_level = None
        cursor = dbapi.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "temp_store=MEMORY",
            "secure_delete=ON",
            f"cache_size=-{_CACHE_KIB}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def on_begin(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("sitrep_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _server_engine(url: str) -> sa.Engine:
    try:
        parsed = sa.make_url(url)
    except sa.exc.ArgumentError as error:
        raise StorageUnusable("DATABASE_URL is not a database address, such as postgresql://user@host/name") from error
    if parsed.get_backend_name() not in {"postgresql", "postgres"}:
        raise StorageUnusable("DATABASE_URL must be a postgresql:// address; leave it out to use SQLite")
    options: dict[str, Any] = {"pool_pre_ping": True, "pool_size": 10, "max_overflow": 10}
    return sa.create_engine(parsed.set(drivername="postgresql+psycopg"), **options)


def make_folder(folder: Path) -> None:
    """The data folder, where everything embedded is, for its owner alone. Raises StorageUnusable."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # What is in it may hold what people asked; where the folder is another's, it is theirs to close.
        with contextlib.suppress(PermissionError):
            folder.chmod(0o700)
    except OSError as error:
        raise StorageUnusable(f"The data folder {folder} can not be made: {error.strerror}") from error
