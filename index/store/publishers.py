"""Publisher profiles: what admins have written down about who answers for an article. Nothing is ever guessed."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from index.errors import InputError
from index.profiles import FIELDS, Publisher
from index.store.database import Database
from index.store.schema import article, publisher


class PublisherStore:
    """Profiles by the publisher's name as it stands in articles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> Publisher:
        """What is known of a publisher; all unknown where nothing was written down."""
        columns = [publisher.c[field.name] for field in dataclasses.fields(Publisher)]
        with self._database.read() as connection:
            row = connection.execute(sa.select(*columns).where(publisher.c.name == name)).first()
            return Publisher(name) if row is None else Publisher(*row)

    def list(self) -> tuple[Publisher, ...]:
        """All profiles, by name."""
        columns = [publisher.c[field.name] for field in dataclasses.fields(Publisher)]
        with self._database.read() as connection:
            rows = connection.execute(sa.select(*columns).order_by(publisher.c.name))
            return tuple(Publisher(*row) for row in rows)

    def published(self) -> tuple[str, ...]:
        """Everyone whose articles are stored, by name."""
        with self._database.read() as connection:
            names = connection.execute(sa.select(article.c.publisher).distinct().order_by(article.c.publisher))
            return tuple(names.scalars())

    def languages_of(self, name: str) -> tuple[str, ...]:
        """The languages of a publisher's stored articles, the commonest first."""
        own = sa.and_(article.c.publisher == name, article.c.language.is_not(None))
        counted = sa.select(article.c.language).where(own).group_by(article.c.language)
        with self._database.read() as connection:
            return tuple(connection.execute(counted.order_by(sa.func.count().desc(), article.c.language)).scalars())

    def forget_person(self, person: str) -> None:
        """Leave what a person wrote down without saying who it was."""
        own = sa.update(publisher).where(publisher.c.changed_by == person).values(changed_by=None)
        self._database.transact(lambda connection: connection.execute(own))

    def describe_all(self, name: str, fields: Mapping[str, str], *, by: str, now: datetime) -> Publisher:
        """Write down several fields as `describe` does; none of them where one is wrong."""
        for field, value in fields.items():
            _value(_field(field), value)
        for field, value in fields.items():
            self.describe(name, field, value, by=by, now=now)
        return self.get(name)

    def describe(self, name: str, field: str, value: str, *, by: str, now: datetime) -> Publisher:
        """Write down one field of a profile, which may be spelt `state-run`; "unknown" or nothing takes it back.

        InputError for a field that there is not, or for a `state_run` that is neither yes nor no.
        """
        field = _field(field)
        stored = _value(field, value)

        def work(connection: sa.Connection) -> None:
            values: dict[str, Any] = {field: stored, "changed_at": now, "changed_by": by}
            changed = connection.execute(sa.update(publisher).where(publisher.c.name == name).values(**values))
            if not changed.rowcount:
                connection.execute(sa.insert(publisher).values(name=name, **values))

        self._database.transact(work)
        return self.get(name)


def _field(name: str) -> str:
    field = name.strip().lower().replace("-", "_").replace(" ", "_")
    if field not in FIELDS:
        raise InputError(f"A publisher has these fields: {', '.join(FIELDS)}.", code="bad_field")
    return field


def _value(field: str, value: str) -> str | bool | None:
    text = value.strip()[:200]
    if not text or text.lower() in ("unknown", "?"):
        return None
    if field != "state_run":
        return text
    if text.lower() not in ("yes", "no"):
        raise InputError("state_run is yes, no or unknown.", code="bad_value")
    return text.lower() == "yes"
