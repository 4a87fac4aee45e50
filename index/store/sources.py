"""Sources: what admins add, when each is due, and what its last poll came to."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import sqlalchemy as sa

from index.errors import InputError
from index.names import MOST_NAME, fair_name, is_fair, looks
from index.sites import site_of
from index.store.database import Database
from index.store.leases import lease, release
from index.store.schema import article, article_source, site, source
from index.store.sites import know_site
from index.store.source_events import Event, record_events

# No newsroom reads more; a longer list is a mistake or an attack.
MOST_SOURCES = 5000
_LEASE = timedelta(minutes=15)
# Sources that were added together are first read so far apart.
_APART = timedelta(seconds=0.25)
_MUTABLE = frozenset({"name", "url", "kind", "language", "topics", "keep_words", "drop_words", "moved_to"})


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """A source as it is stored. `kind`: feed, sitemap, section, channel, article; `state`: active, paused, gone;
    `health`: ok, failing, quiet; `degraded`: its document is badly made, and read as far as it can be; `listed`: it
    came in a list, and nobody has typed its address."""

    id: int
    url: str
    kind: str
    name: str
    state: str
    language: str | None
    etag: str | None
    last_modified: str | None
    interval_s: int
    failures: int
    last_error_code: str | None
    last_error: str | None
    added_at: datetime
    due_at: datetime
    last_polled_at: datetime | None
    last_success_at: datetime | None
    last_full_check_at: datetime | None
    last_new_at: datetime | None
    site: str
    per_day: float | None
    health: str
    degraded: bool
    moved_to: str | None
    listed: bool
    topics: tuple[str, ...]
    keep_words: tuple[str, ...]
    drop_words: tuple[str, ...]


_WORDS = ("topics", "keep_words", "drop_words")
# Made once: to make it anew took a fifth of a lease's time.
_OTHER = source.alias("other")


class SourceStore:
    """The sources of a corpus. What is removed takes its entries along, never its articles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        url: str,
        *,
        name: str,
        now: datetime,
        kind: str = "feed",
        language: str | None = None,
        interval_s: int = 900,
        typed: bool = False,
    ) -> Source:
        """Add a source, due at once. InputError where there is one of that address already, and where a name that
        somebody `typed` is not fair or looks like another site's; what a document calls itself is marked instead. One
        that came in a list is vouched for by being added so: its address is now one that a person wrote."""
        values = _new(url, name=name, kind=kind, now=now) | {"language": language, "interval_s": interval_s}

        def work(connection: sa.Connection) -> Source:
            listed = sa.and_(source.c.url == url, source.c.listed)
            confirmed = sa.update(source).where(listed).values(listed=False, due_at=now).returning(*source.c)
            row = connection.execute(confirmed).first()
            if row is not None:
                return _source(row)
            if connection.execute(sa.select(source.c.id).where(source.c.url == url)).first():
                raise InputError("That source is there already.", code="source_exists")
            _check_quota(connection, 1)
            names = _Names(connection)
            values["name"] = (names.checked if typed else names.marked)(name, values["site"])
            added = connection.execute(sa.insert(source).values(**values).returning(*source.c)).one()
            know_site(connection, values["site"], now=now)
            return _source(added)

        return self._database.transact(work)

    def add_all(self, wanted: Sequence[tuple[str, str, str]], *, now: datetime) -> Sequence[Source]:
        """Add sources of these addresses, names and kinds, but for those that are there already; all, or none where
        they are too many. They fall due one after the other, so that others are read in between. They stood in a list
        that anybody may have written: none of their hosts is one that an admin typed."""

        def work(connection: sa.Connection) -> Sequence[Source]:
            known = set(connection.execute(sa.select(source.c.url)).scalars())
            fresh = {url: (name, kind) for url, name, kind in wanted if url not in known}
            _check_quota(connection, len(fresh))
            rows = [
                _new(url, name=name, kind=kind, now=now) | {"due_at": now + number * _APART, "listed": True}
                for number, (url, (name, kind)) in enumerate(fresh.items())
            ]
            names = _Names(connection)
            for row in rows:
                row["name"] = names.marked(row["name"], row["site"])
                connection.execute(sa.insert(source).values(**row))
                know_site(connection, row["site"], now=now)
            added = connection.execute(sa.select(source).where(source.c.added_at == now).order_by(source.c.id))
            return [_source(row) for row in added if row.url in fresh]

        return self._database.transact(work)

    def list(self) -> Sequence[Source]:
        """All sources, by name."""
        with self._database.read() as connection:
            rows = connection.execute(sa.select(source).order_by(sa.func.lower(source.c.name), source.c.id))
            return [_source(row) for row in rows]

    def get(self, source_id: int) -> Source | None:
        with self._database.read() as connection:
            row = connection.execute(sa.select(source).where(source.c.id == source_id)).first()
            return None if row is None else _source(row)

    def hosts(self) -> frozenset[str]:
        """The hosts that admins have added sources of, one by one."""
        with self._database.read() as connection:
            urls = connection.execute(sa.select(source.c.url).where(sa.not_(source.c.listed))).scalars()
            return frozenset((urlsplit(url).hostname or "").rstrip(".") for url in urls)

    def is_known(self, url: str) -> bool:
        """Whether there is a source of exactly this address."""
        with self._database.read() as connection:
            return connection.execute(sa.select(source.c.id).where(source.c.url == url)).first() is not None

    def find(self, text: str) -> Source:
        """The one source that a person means by its number, address or name; InputError where that is none or many."""
        wanted = text.strip().lower()
        sources = self.list()
        exact = [one for one in sources if wanted in (str(one.id), one.url.lower(), one.name.lower())]
        found = exact or [
            one for one in sources if wanted and (wanted in one.name.lower() or wanted in one.url.lower())
        ]
        if not found:
            raise InputError("No source of that number, address or name is known.", code="source_unknown")
        if len(found) > 1:
            numbers = ", ".join(f"{one.id} ({one.name})" for one in found[:5])
            raise InputError(f"Several sources fit: {numbers}. Give the number.", code="source_ambiguous")
        return found[0]

    def remove(self, source_id: int) -> bool:
        """Forget a source; its articles stay. False where there was none."""
        delete = sa.delete(source).where(source.c.id == source_id)
        return self._database.transact(lambda connection: connection.execute(delete).rowcount == 1)

    def pause(self, source_id: int) -> bool:
        """Stop polling a source until `resume`. False where there is none."""
        return self._update(source_id, {"state": "paused"})

    def resume(self, source_id: int, *, now: datetime) -> bool:
        """Poll a paused or given-up source again, with a clean slate. False where there is none."""
        clean = {"failures": 0, "last_error": None, "last_error_code": None, "health": "ok"}
        return self._update(source_id, {"state": "active", "due_at": now, **clean})

    def change(self, source_id: int, **values: Any) -> bool:
        """Change what an admin may: name, url, kind, language, topics, keep_words, drop_words, moved_to."""
        unknown = set(values) - _MUTABLE
        if unknown:
            raise TypeError(f"a source has no {', '.join(sorted(unknown))} to change")
        if "name" in values:
            values |= {"name": self._checked(source_id, values["name"])}
        if "url" in values:
            values |= {"site": site_of(values["url"]), "etag": None, "last_modified": None, "moved_to": None}
            values |= {"listed": False}
        return self._update(source_id, {name: _stored(value) for name, value in values.items()})

    def articles_a_day(self, source_id: int, *, now: datetime, days: int = 1) -> float:
        """How many articles a day the source brought over the last `days`."""
        since = now - timedelta(days=days)
        counted = (
            sa.select(sa.func.count())
            .select_from(article_source.join(article, article.c.id == article_source.c.article_id))
            .where(article_source.c.source_id == source_id, article.c.first_seen_at >= since)
        )
        with self._database.read() as connection:
            return connection.execute(counted).scalar_one() / days

    def waiting(self, *, now: datetime, only_due: bool = True) -> int:
        """How many sources `lease` could give out, one after the other."""
        counted = sa.select(sa.func.count()).select_from(source).where(_wanted(source, now, only_due))
        with self._database.read() as connection:
            return connection.execute(counted).scalar_one()

    def lease(self, owner: str, *, now: datetime, limit: int, only_due: bool = True) -> Sequence[Source]:
        """Lease sources to poll, one a site: the longest due first, then those that failed. `only_due` False: all
        not yet polled at `now`."""
        return self._database.transact(lambda connection: _lease(connection, owner, now, limit, only_due))

    def finish(
        self,
        source_id: int,
        *,
        owner: str,
        values: dict[str, Any],
        events: Sequence[Event] = (),
        now: datetime,
    ) -> bool:
        """Give a leased source back with what its poll came to; False, and nothing written, where the lease is lost."""

        def work(connection: sa.Connection) -> bool:
            if not release(connection, source, source_id, owner=owner, values=values):
                return False
            record_events(connection, source_id, events, now=now)
            return True

        return self._database.transact(work)

    def _checked(self, source_id: int, name: str) -> str:
        with self._database.read() as connection:
            own = connection.execute(sa.select(source.c.site).where(source.c.id == source_id)).scalar_one_or_none()
            return _Names(connection, but=source_id).checked(name, own or "")

    def _update(self, source_id: int, values: dict[str, Any]) -> bool:
        update = sa.update(source).where(source.c.id == source_id).values(**values)
        return self._database.transact(lambda connection: connection.execute(update).rowcount == 1)


class _Names:
    """The names of the sources there are, by what they look like, with the houses that have them."""

    def __init__(self, connection: sa.Connection, but: int | None = None) -> None:
        self._houses = {row.name: row.house for row in connection.execute(sa.select(site.c.name, site.c.house))}
        self._taken: dict[str, set[str]] = {}
        for row in connection.execute(sa.select(source.c.id, source.c.name, source.c.site)):
            if row.id != but:
                self._take(row.name, row.site)

    def checked(self, name: str, of_site: str) -> str:
        """A name that somebody typed; InputError where it is not fair, or another site's to the eye."""
        if not is_fair(name):
            raise InputError("A name has no arrows, brackets, quotation marks or hidden characters.", code="bad_name")
        if self._is_anothers(name, of_site):
            raise InputError("A source of another site has that name, or one that looks like it.", code="name_taken")
        return fair_name(name)

    def marked(self, name: str, of_site: str) -> str:
        """A name that a document gives itself, with its site where another's looks the same."""
        fair = fair_name(name, of_site)
        if self._is_anothers(fair, of_site):
            fair = f"{fair[: MOST_NAME - len(of_site) - 3]} · {of_site}"
        self._take(fair, of_site)
        return fair

    def _is_anothers(self, name: str, of_site: str) -> bool:
        return bool(self._taken.get(looks(name), set()) - {self._houses.get(of_site, of_site)})

    def _take(self, name: str, of_site: str) -> None:
        self._taken.setdefault(looks(name), set()).add(self._houses.get(of_site, of_site))


def _new(url: str, *, name: str, kind: str, now: datetime) -> dict[str, Any]:
    return {"url": url, "name": name, "kind": kind, "site": site_of(url), "added_at": now, "due_at": now}


def _check_quota(connection: sa.Connection, more: int) -> None:
    held = connection.execute(sa.select(sa.func.count()).select_from(source)).scalar_one()
    if held + more > MOST_SOURCES:
        raise InputError(f"There can be {MOST_SOURCES} sources at most.", code="too_many_sources")


def _wanted(table: sa.FromClause, now: datetime, only_due: bool) -> sa.ColumnElement[bool]:
    """Active, and due; or, where all are wanted, not polled at this very moment."""
    unpolled = sa.or_(table.c.last_polled_at.is_(None), table.c.last_polled_at < now)
    return sa.and_(table.c.state == "active", table.c.due_at <= now if only_due else unpolled)


def _lease(connection: sa.Connection, owner: str, now: datetime, limit: int, only_due: bool) -> list[Source]:
    same_site = sa.and_(_OTHER.c.site == source.c.site, _OTHER.c.id != source.c.id)
    other_busy = _OTHER.c.lease_until_at > now
    earlier = sa.or_(
        _OTHER.c.due_at < source.c.due_at, sa.and_(_OTHER.c.due_at == source.c.due_at, _OTHER.c.id < source.c.id)
    )
    # One connection a site: nobody polls it now, and none of its other sources comes before this one.
    alone = ~sa.exists().where(same_site, sa.or_(other_busy, sa.and_(_wanted(_OTHER, now, only_due), earlier)))
    due = sa.and_(_wanted(source, now, only_due), alone)
    rows = lease(
        connection,
        source,
        due=due,
        # One that failed may take long to fail again: the others go first.
        order=[sa.case((source.c.failures > 0, 1), else_=0), source.c.due_at, source.c.id],
        owner=owner,
        now=now,
        duration=_LEASE,
        limit=limit,
    )
    return [_source(row) for row in rows]


def _source(row: sa.Row[Any]) -> Source:
    values = row._mapping
    columns: dict[str, Any] = {field.name: values[field.name] for field in dataclasses.fields(Source)}
    return Source(**columns | {name: tuple(values[name] or ()) for name in _WORDS})


def _stored(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
