"""A PostgreSQL server of our own for tests: a fresh cluster in a temporary folder, on a free loopback port."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa


class Unavailable(Exception):
    """PostgreSQL is not installed here."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def postgresql() -> Iterator[str]:
    """The address of a running server's `postgres` database. Raises Unavailable."""
    binaries = _binaries()
    # The server refuses to run as root, and its folder must belong to the user it runs as.
    user = _server_user()
    folder = Path(tempfile.mkdtemp(prefix="sitrep-pg-"))
    if user:
        shutil.chown(folder, user)
    port = free_port()

    def run(*command: str) -> None:
        # Not through a pipe: the server would inherit it, and the pipe never end.
        with (folder / "output").open("wb") as output:
            subprocess.run(
                command, user=user, cwd=folder, check=True, stdout=output, stderr=output, env={"LC_ALL": "C.UTF-8"}
            )

    data = folder / "data"
    run(str(binaries / "initdb"), "-D", str(data), "-U", "sitrep", "-A", "trust", "-E", "UTF8", "--no-sync")
    settings = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200"
    log = folder / "log"
    control = (str(binaries / "pg_ctl"), "-D", str(data), "-w")
    run(*control, "-l", str(log), "-o", settings, "start")
    try:
        yield f"postgresql://sitrep@127.0.0.1:{port}/postgres"
    finally:
        run(*control, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def fresh_database(server: str) -> Iterator[str]:
    """The address of an empty database, dropped afterwards."""
    name = f"test_{uuid.uuid4().hex[:12]}"
    url = sa.make_url(server).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    try:
        yield sa.make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
        engine.dispose()


def _binaries() -> Path:
    tool = shutil.which("pg_config")
    if tool is None:
        raise Unavailable("PostgreSQL is not installed (no pg_config)")
    folder = Path(subprocess.run([tool, "--bindir"], check=True, capture_output=True, text=True).stdout.strip())
    if not (folder / "initdb").exists():
        raise Unavailable("PostgreSQL's server is not installed (no initdb)")
    return folder


def _server_user() -> str | None:
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise Unavailable("PostgreSQL does not run as root, and there is no other user")
