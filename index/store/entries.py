"""What was seen in sources before: entries, the robots.txt of hosts, and the lines that sites repeat."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from index.store.database import Database
from index.store.identity import article_id, url_key
from index.store.schema import article, article_source, entry, revision, robots, site_line

# An entry that its source stopped listing so long ago will not come back; its article is known by address anyway.
_KEPT = timedelta(days=60)
# Values in one statement, at most.
_AT_ONCE = 500


@dataclasses.dataclass(frozen=True, slots=True)
class SeenEntry:
    """An entry as it was last handled, at `seen_at`. `listed`: it stood in the source's document at the last look;
    `dated_at` is its date, or when it was first seen; `look_at` is when its page is looked at again, after `looks`
    second looks."""

    key: str
    url: str
    url_key: str
    signature: str
    dated_at: datetime
    attempts: int = 0
    listed: bool = True
    looks: int = 0
    look_at: datetime | None = None
    seen_at: datetime | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class SavedAs:
    """The article that an entry came to. `own`: its source may speak for its site."""

    article_id: str
    url: str
    site: str
    own: bool
    publisher: str


class EntryStore:
    """What ingest remembers between polls."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def seen(self, source_id: int, keys: Collection[str], url_keys: Collection[str]) -> list[SeenEntry]:
        """The entries of a source that were handled before and concern a feed: those it listed last time, and those
        with one of these keys or addresses. All that it ever listed would be thousands."""
        columns = [entry.c[field.name] for field in dataclasses.fields(SeenEntry)]
        of_source = sa.select(*columns).where(entry.c.source_id == source_id)
        wanted: list[sa.ColumnElement[bool]] = [entry.c.listed]
        for column, values in ((entry.c.key, sorted(keys)), (entry.c.url_key, sorted(url_keys))):
            wanted += [column.in_(values[begin : begin + _AT_ONCE]) for begin in range(0, len(values), _AT_ONCE)]
        with self._database.read() as connection:
            rows = (row for one in wanted for row in connection.execute(of_source.where(one)))
            found = {row.key: SeenEntry(*row) for row in rows}
        return [found[key] for key in sorted(found)]

    def has_any(self, source_id: int) -> bool:
        """Whether anything of a source was handled before."""
        query = sa.select(entry.c.key).where(entry.c.source_id == source_id).limit(1)
        with self._database.read() as connection:
            return connection.execute(query).first() is not None

    def due_looks(self, source_id: int, *, now: datetime, limit: int) -> list[SeenEntry]:
        """The entries of a source whose pages are to be looked at again, the longest due first."""
        columns = [entry.c[field.name] for field in dataclasses.fields(SeenEntry)]
        due = sa.and_(entry.c.source_id == source_id, entry.c.look_at <= now)
        with self._database.read() as connection:
            rows = connection.execute(
                sa.select(*columns).where(due).order_by(entry.c.look_at, entry.c.key).limit(limit)
            )
            return [SeenEntry(*row) for row in rows]

    def record(
        self, source_id: int, handled: Iterable[SeenEntry], *, unlisted: Sequence[str] = (), now: datetime
    ) -> None:
        """Remember handled entries, and which keys the source no longer lists; long unlisted ones are dropped."""
        rows = [{"source_id": source_id, **dataclasses.asdict(one), "seen_at": now} for one in handled]

        def work(connection: sa.Connection) -> None:
            if rows:
                updated = ("url", "url_key", "signature", "attempts", "listed", "looks", "look_at", "seen_at")
                _upsert(connection, entry, rows, ("source_id", "key"), updated)
            of_source = entry.c.source_id == source_id
            if unlisted:
                left = sa.and_(of_source, entry.c.key.in_(unlisted))
                connection.execute(sa.update(entry).where(left).values(listed=False, seen_at=now))
            old = sa.and_(of_source, entry.c.listed.is_(False), entry.c.seen_at < now - _KEPT)
            connection.execute(sa.delete(entry).where(old))

        if rows or unlisted:
            self._database.transact(work)

    def robots(self, host: str) -> tuple[str, datetime] | None:
        """What the host's robots.txt said, and when it was read."""
        with self._database.read() as connection:
            row = connection.execute(sa.select(robots.c.body, robots.c.fetched_at).where(robots.c.host == host)).first()
            return None if row is None else (row.body, row.fetched_at)

    def keep_robots(self, host: str, body: str, *, now: datetime) -> None:
        row = {"host": host, "body": body, "fetched_at": now}
        self._database.transact(
            lambda connection: _upsert(connection, robots, [row], ("host",), ("body", "fetched_at"))
        )

    def saved_as(self, source_id: int, seen: SeenEntry) -> SavedAs | None:
        """The article that an entry came to last, whatever its address; None where it came to none."""
        of_entry = sa.and_(article_source.c.source_id == source_id, article_source.c.entry_key == seen.key)
        columns = (article.c.id, article.c.url, article.c.site, article.c.own, article.c.publisher)
        joined = sa.select(*columns).join(article_source, article_source.c.article_id == article.c.id)
        latest = joined.where(of_entry).order_by(article_source.c.seen_at.desc(), article.c.id).limit(1)
        with self._database.read() as connection:
            row = connection.execute(latest).first()
            return None if row is None else SavedAs(*row)

    def newest_of(self, source_id: int, seen: SeenEntry) -> tuple[str, str]:
        """The title and text of an entry's article as it was read last; both "" where it came to none."""
        own = sa.and_(article_source.c.source_id == source_id, article_source.c.entry_key == seen.key)
        joined = sa.select(revision.c.title, revision.c.text).join(
            article_source, article_source.c.article_id == revision.c.article_id
        )
        with self._database.read() as connection:
            found = connection.execute(joined.where(own).order_by(revision.c.number.desc()).limit(1)).first()
            return ("", "") if found is None else (found.title, found.text)

    def at_others(self, source_id: int, urls: Mapping[str, str]) -> dict[str, tuple[str, str]]:
        """Title and newest text of the articles that are stored at these addresses (by key of an entry) and that other
        entries of the source came to."""
        ids = {article_id(url_key(url)): (key, url) for key, url in urls.items()}
        columns = sa.select(article_source.c.article_id, article_source.c.entry_key, revision.c.title, revision.c.text)
        joined = columns.join(revision, revision.c.article_id == article_source.c.article_id)
        found: dict[str, tuple[str, str]] = {}
        with self._database.read() as connection:
            for begin in range(0, len(ids), _AT_ONCE):
                some = article_source.c.article_id.in_(sorted(ids)[begin : begin + _AT_ONCE])
                of_source = sa.and_(article_source.c.source_id == source_id, some)
                for row in connection.execute(joined.where(of_source).order_by(revision.c.number)):
                    key, url = ids[row.article_id]
                    if row.entry_key != key:
                        found[url] = (row.title, row.text)
        return found

    def kept(self, source_id: int, *, since: datetime) -> tuple[int, int]:
        """How many texts a source brought since then, and their characters together."""
        brought = sa.select(article_source.c.article_id).where(article_source.c.source_id == source_id)
        counted = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(sa.func.length(revision.c.text)), 0))
        recent = sa.and_(revision.c.article_id.in_(brought), revision.c.created_at > since)
        with self._database.read() as connection:
            row = connection.execute(counted.select_from(revision).where(recent)).one()
            return int(row[0]), int(row[1])

    def published_as(self, site: str, text_hash: str) -> str | None:
        """The address under which a site has published these very words of its own already."""
        words = sa.select(article.c.url).join(revision, revision.c.article_id == article.c.id)
        own = sa.and_(article.c.site == site, article.c.own, article.c.via != "import")
        with self._database.read() as connection:
            found = connection.execute(words.where(revision.c.text_hash == text_hash, own).limit(1))
            return found.scalar_one_or_none()

    def line_counts(self, site: str, lines: Sequence[str]) -> Mapping[str, int]:
        """In how many of a site's own articles each of these lines (hashes) has stood."""
        columns = sa.select(site_line.c.line, site_line.c.articles)
        found: dict[str, int] = {}
        with self._database.read() as connection:
            for begin in range(0, len(lines), _AT_ONCE):
                some = site_line.c.line.in_(lines[begin : begin + _AT_ONCE])
                rows = connection.execute(columns.where(site_line.c.site == site, some))
                found |= {row.line: row.articles for row in rows}
        return found

    def count_lines(self, site: str, lines: Mapping[str, int], *, now: datetime) -> None:
        """Add to the number of articles that each line has stood in; lines long unseen are dropped."""
        rows = [
            {"site": site, "line": line, "articles": count, "seen_at": now} for line, count in sorted(lines.items())
        ]

        def work(connection: sa.Connection) -> None:
            for begin in range(0, len(rows), _AT_ONCE):
                insert = _insert(connection)(site_line).values(rows[begin : begin + _AT_ONCE])
                added = site_line.c.articles + insert.excluded.articles
                renewed = {"articles": added, "seen_at": now}
                key = ["site", "line"]
                connection.execute(insert.on_conflict_do_update(index_elements=key, set_=renewed))
            rare = sa.and_(site_line.c.articles == 1, site_line.c.seen_at < now - timedelta(days=14))
            connection.execute(sa.delete(site_line).where(site_line.c.site == site, rare))

        if rows:
            self._database.transact(work)


def _insert(connection: sa.Connection) -> Any:
    return sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert


def _upsert(
    connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]], key: Sequence[str], updated: Sequence[str]
) -> None:
    # In slices: SQLite takes some 32,000 values in one statement.
    for begin in range(0, len(rows), _AT_ONCE):
        insert = _insert(connection)(table).values(rows[begin : begin + _AT_ONCE])
        renewed = {name: insert.excluded[name] for name in updated}
        connection.execute(insert.on_conflict_do_update(index_elements=list(key), set_=renewed))
