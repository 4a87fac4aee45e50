"""The sites that are known: since when, to which house each belongs, and whom an admin has vouched for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from index.sites import Speaker, site_of
from index.store.articles import insert_new, label_anew
from index.store.database import Database
from index.store.schema import article, site, source, story, story_article

_RECENT = timedelta(days=3)


class SiteStore:
    """Whom sources may speak for, and which houses count for an alert."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def speaker(self, url: str) -> Speaker:
        """For whom a source at this address may speak."""
        own = site_of(url)
        with self._database.read() as connection:
            house = _house(connection, own)
            bound = connection.execute(sa.select(site.c.name).where(site.c.house == house)).scalars()
            return Speaker(house, frozenset({own, house, *bound}))

    def has_source(self, name: str) -> bool:
        """Whether a source of this site's house is read, so that its articles are that one's to bring."""
        with self._database.read() as connection:
            house = _house(connection, name)
            names = sa.select(site.c.name).where(site.c.house == house)
            own = sa.or_(source.c.site == name, source.c.site == house, source.c.site.in_(names))
            return connection.execute(sa.select(source.c.id).where(own).limit(1)).first() is not None

    def established(self, *, now: datetime, age: timedelta) -> frozenset[str]:
        """The houses that count for an alert: known for so long, or vouched for by an admin."""
        long_known = sa.or_(site.c.first_known_at <= now - age, site.c.vouched_at.is_not(None))
        with self._database.read() as connection:
            return frozenset(connection.execute(sa.select(site.c.house).where(long_known)).scalars())

    def known_since(self, url: str) -> datetime | None:
        """Since when the house of a source's site is known; None where it is not."""
        with self._database.read() as connection:
            own = site.c.house == _house(connection, site_of(url))
            query = sa.select(site.c.first_known_at).where(own).order_by(site.c.first_known_at).limit(1)
            return connection.execute(query).scalar_one_or_none()

    def vouched(self) -> frozenset[str]:
        """The sites that an admin has vouched for."""
        with self._database.read() as connection:
            return frozenset(connection.execute(sa.select(site.c.name).where(site.c.vouched_at.is_not(None))).scalars())

    def vouch(self, url: str, others: Sequence[str] = (), *, by: str, now: datetime, name: str) -> tuple[str, ...]:
        """An admin's word that the source at `url`, whose publisher is called `name`, is who it says; `others` are
        sites of the same outlet, which it may speak for from now on. The sites of the house."""
        own, bound = site_of(url), tuple(dict.fromkeys(site_of(one.strip().lower()) for one in others if one.strip()))

        def work(connection: sa.Connection) -> tuple[str, ...]:
            house = _house(connection, own)
            for one in (own, *bound):
                know_site(connection, one, now=now)
            before = set(connection.execute(sa.select(site.c.house).where(site.c.name.in_(bound))).scalars())
            connection.execute(sa.update(site).where(site.c.name.in_(bound)).values(house=house))
            vouched = {"vouched_at": now, "vouched_by": by}
            connection.execute(sa.update(site).where(site.c.house == house).values(**vouched))
            _look_again(connection, house, now=now)
            moved = sa.and_(article.c.via != "import", article.c.origin.in_(before))
            connection.execute(sa.update(article).where(moved).values(origin=house))
            brought = sa.and_(article.c.origin == house, article.c.site.in_(bound), ~article.c.own)
            claimed = sa.update(article).where(brought).values(own=True, publisher=name, carrier=None)
            label_anew(connection, list(connection.execute(claimed.returning(article.c.id)).scalars()))
            return tuple(sorted(connection.execute(sa.select(site.c.name).where(site.c.house == house)).scalars()))

        return self._database.transact(work)

    def forget_person(self, person: str) -> None:
        """Leave a person's word without saying whose it was."""
        own = sa.update(site).where(site.c.vouched_by == person).values(vouched_by=None)
        self._database.transact(lambda connection: connection.execute(own))

    def unvouch(self, url: str) -> bool:
        """Take back the word given for a source's site; what was bound to it stays. False where none was given."""

        def work(connection: sa.Connection) -> bool:
            given = sa.and_(site.c.house == _house(connection, site_of(url)), site.c.vouched_at.is_not(None))
            return (
                connection.execute(sa.update(site).where(given).values(vouched_at=None, vouched_by=None)).rowcount > 0
            )

        return self._database.transact(work)


def _look_again(connection: sa.Connection, house: str, *, now: datetime) -> None:
    """Whoever watches stories looks again at those of a house that counts from now on."""
    own = sa.select(story_article.c.story_id).join(article, article.c.id == story_article.c.article_id)
    recent = own.where(article.c.origin == house, article.c.dated_at > now - _RECENT)
    connection.execute(sa.update(story).where(story.c.id.in_(recent)).values(changed_at=now))


def know_site(connection: sa.Connection, name: str, *, now: datetime) -> None:
    """Remember since when a site is known."""
    insert_new(connection, site, {"name": name, "house": name, "first_known_at": now})


def _house(connection: sa.Connection, name: str) -> str:
    found = connection.execute(sa.select(site.c.house).where(site.c.name == name)).scalar_one_or_none()
    return found or name
