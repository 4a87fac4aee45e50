"""Bringing a database to the schema that this version of the code knows."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import sqlalchemy as sa

from index.errors import StorageUnusable
from index.store.database import Database

# Any number, the same for every process: they migrate a PostgreSQL database one after the other.
_LOCK = 7_348_001


@dataclasses.dataclass(frozen=True, slots=True)
class Tree:
    """One package's migrations: the folder they are in, the table that remembers how far they came, the newest."""

    folder: Path
    version_table: str
    head: str


CORPUS = Tree(Path(__file__).parent / "migrations", "index_version", "0009")


def migrate(database: Database) -> None:
    """Make the corpus's tables, or bring them up to date. Raises StorageUnusable for a database of a newer version."""
    upgrade(database, CORPUS)


def upgrade(database: Database, tree: Tree) -> None:
    """Run what is missing of `tree` in one transaction: after a kill the next start begins it again."""
    with database.read() as connection:
        if _version(connection, tree) == tree.head:
            return
    database.transact(lambda connection: _upgrade(connection, tree))


def _upgrade(connection: sa.Connection, tree: Tree) -> None:
    from alembic import command, config, script

    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    settings = config.Config()
    settings.set_main_option("script_location", str(tree.folder).replace("%", "%%"))
    version = _version(connection, tree)
    known = {step.revision for step in script.ScriptDirectory.from_config(settings).walk_revisions()}
    if version is not None and version not in known:
        raise StorageUnusable(
            f"The database has schema {version} of {tree.version_table}, and this version of sitrep knows only up to"
            f" {tree.head}. Install a newer sitrep, or restore a backup made with this one."
        )
    settings.attributes["connection"] = connection
    settings.attributes["version_table"] = tree.version_table
    command.upgrade(settings, "head")


def _version(connection: sa.Connection, tree: Tree) -> str | None:
    if not sa.inspect(connection).has_table(tree.version_table):
        return None
    table = sa.table(tree.version_table, sa.column("version_num"))
    return connection.execute(sa.select(table.c.version_num)).scalar_one_or_none()
