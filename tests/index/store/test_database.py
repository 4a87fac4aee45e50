"""Transactions that the database asks to repeat (catalogue 80): the whole of each, a bounded number of times."""

from __future__ import annotations

import sqlite3
import threading
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from index.errors import StorageUnusable
from index.store.database import Database
from index.store.migrate import migrate
from index.store.schema import robots
from tests.servers.postgresql import fresh_database

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)


def busy(database: Database) -> sa.exc.OperationalError:
    """What the driver raises where another transaction is in the way."""
    said = sqlite3.OperationalError("database is locked") if database.is_sqlite else psycopg.errors.DeadlockDetected()
    return sa.exc.OperationalError("UPDATE robots", {}, said)


def add(connection: sa.Connection, host: str) -> None:
    connection.execute(sa.insert(robots).values(host=host, body="", fetched_at=NOW))


def hosts(database: Database) -> set[str]:
    with database.read() as connection:
        return set(connection.execute(sa.select(robots.c.host)).scalars())


def test_a_transaction_in_anothers_way_is_repeated_as_a_whole(database: Database) -> None:
    attempts: list[int] = []

    def work(connection: sa.Connection) -> str:
        attempts.append(len(attempts))
        add(connection, f"{len(attempts)}.example")
        if len(attempts) < 3:
            raise busy(database)
        return "done"

    assert database.transact(work) == "done"
    assert hosts(database) == {"3.example"}


def test_it_is_not_repeated_for_ever(database: Database) -> None:
    attempts: list[int] = []

    def work(connection: sa.Connection) -> None:
        attempts.append(len(attempts))
        raise busy(database)

    with pytest.raises((StorageUnusable, sa.exc.OperationalError)):
        database.transact(work)

    assert 2 <= len(attempts) <= 10
    assert hosts(database) == set()


def test_what_is_wrong_in_itself_is_not_repeated(database: Database) -> None:
    attempts: list[int] = []

    def work(connection: sa.Connection) -> None:
        attempts.append(len(attempts))
        add(connection, "same.example")
        add(connection, "same.example")

    with pytest.raises(sa.exc.IntegrityError):
        database.transact(work)

    assert len(attempts) == 1


def test_a_deadlock_on_the_server_costs_neither_side_its_work(postgresql_server: str, tmp_path: Path) -> None:
    with fresh_database(postgresql_server) as url:
        database = Database.open(url, tmp_path)
        migrate(database)
        database.transact(lambda connection: [add(connection, host) for host in ("a.example", "b.example")] and None)
        meeting = threading.Barrier(2)
        met: set[str] = set()

        def cross(first: str, second: str) -> None:
            def work(connection: sa.Connection) -> None:
                mark(connection, first)
                if first not in met:
                    met.add(first)
                    meeting.wait(30)
                mark(connection, second)

            def mark(connection: sa.Connection, host: str) -> None:
                row = sa.update(robots).where(robots.c.host == host)
                connection.execute(row.values(body=robots.c.body + first))

            database.transact(work)

        pair = ("a.example", "b.example")
        threads = [threading.Thread(target=cross, args=order) for order in (pair, pair[::-1])]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)

        with database.read() as connection:
            bodies = connection.execute(sa.select(robots.c.body)).scalars().all()
        assert all(sorted([body[:9], body[9:]]) == list(pair) for body in bodies), bodies
        database.close()
