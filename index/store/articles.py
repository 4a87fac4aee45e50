"""Articles and their revisions: saved in one transaction, told apart by address and by text."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from index.articles import Article, Provenance
from index.language.bounds import Bounds, bounded
from index.sites import Speaker, site_of
from index.store.database import Database
from index.store.identity import article_id, article_key, clean, text_hash
from index.store.schema import article, article_source, passage, revision, story, story_article, withdrawal

# How many articles are saved in one transaction: a question asked meanwhile never waits long for the database.
_BATCH = 100
# A date later than this from now is a mistake of the publisher's, and would pin the article to the top.
_MOST_AHEAD = timedelta(days=1)
_MARGIN_YEAR = 1900
_TITLE = Bounds(text=1000, sentence=1000, word=500, sentences=20)


@dataclasses.dataclass(frozen=True, slots=True)
class Added:
    """What became of saved articles; `ids` are their article ids in the order given."""

    new: int = 0
    revised: int = 0
    unchanged: int = 0
    ids: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class _Incoming:
    id: str
    key: str
    url: str
    title: str
    text: str
    hash: str
    publisher: str
    published_at: datetime | None
    language: str | None
    author: str | None
    modified_at: datetime | None
    provenance: Provenance | None
    part: str | None

    @property
    def identity(self) -> dict[str, Any]:
        """Whose it is, as columns."""
        if self.provenance is None:
            return {"site": site_of(self.url), "via": "import", "origin": "", "own": True, "carrier": None}
        columns = dataclasses.asdict(self.provenance)
        return {name: clean(value) if isinstance(value, str) else value for name, value in columns.items()}


class ArticleStore:
    """Saves articles: a new one, a new revision of a known one, or nothing where it reads the same."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(
        self,
        articles: Iterable[Article],
        *,
        now: datetime,
        source_id: int | None = None,
        entry_keys: Mapping[str, str] | None = None,
    ) -> Added:
        """Save in batches, each whole or not at all. `entry_keys` are the source's names of entries, by url."""
        incoming = [_incoming(one, now) for one in articles]
        keys = entry_keys or {}
        outcomes: list[str] = []
        for begin in range(0, len(incoming), _BATCH):
            batch = incoming[begin : begin + _BATCH]
            outcomes += self._database.transact(
                lambda connection, batch=batch: [  # type: ignore[misc]
                    _save(connection, one, now, source_id, keys.get(one.url, one.key)) for one in batch
                ]
            )
        return Added(
            new=outcomes.count("new"),
            revised=outcomes.count("revised"),
            unchanged=outcomes.count("unchanged"),
            ids=tuple(one.id for one in incoming),
        )

    def known(self, urls: Sequence[str], *, site: str = "") -> set[str]:
        """Those of `urls` that an article is stored under: the address's own, or what `site` serves under it."""
        ids = {article_id(article_key(url, site)): url for url in urls}
        with self._database.read() as connection:
            found = connection.execute(sa.select(article.c.id).where(article.c.id.in_(ids))).scalars()
            return {ids[one] for one in found}

    def withdraw(self, url: str, *, now: datetime, site: str = "", speaker: Speaker | None = None) -> bool:
        """Take an article out of what is searched; its text is kept for the citations that point to it. A `speaker`
        can withdraw only what is its own house's."""
        key = article_id(article_key(url, site))

        def work(connection: sa.Connection) -> bool:
            live = sa.and_(article.c.id == key, article.c.state == "live")
            if speaker is not None:
                imported = sa.and_(article.c.via == "import", article.c.site.in_(speaker.sites))
                live = sa.and_(live, sa.or_(article.c.origin == speaker.house, imported))
            if not connection.execute(sa.update(article).where(live).values(state="withdrawn")).rowcount:
                return False
            connection.execute(sa.delete(withdrawal).where(withdrawal.c.article_id == key))
            connection.execute(sa.insert(withdrawal).values(article_id=key, at=now))
            # Whoever watches stories looks again.
            own = sa.select(story_article.c.story_id).where(story_article.c.article_id == key)
            connection.execute(sa.update(story).where(story.c.id.in_(own)).values(changed_at=now))
            connection.execute(sa.update(passage).where(passage.c.article_id == key).values(live=False))
            return True

        return self._database.transact(work)


def _incoming(one: Article, now: datetime) -> _Incoming:
    key = article_key(one.url, one.provenance.site if one.provenance else "")
    title, text = bounded(clean(one.title), _TITLE), bounded(clean(one.text))
    published_at = one.published_at
    if published_at is not None and (published_at > now + _MOST_AHEAD or published_at.year < _MARGIN_YEAR):
        published_at = None
    return _Incoming(
        id=article_id(key),
        key=key,
        url=clean(one.url),
        title=title,
        text=text,
        hash=text_hash(title, text),
        publisher=clean(one.publisher),
        published_at=published_at,
        language=one.language,
        author=None if one.author is None else clean(one.author),
        modified_at=_modified(one, now),
        provenance=one.provenance,
        part=one.part,
    )


def _modified(one: Article, now: datetime) -> datetime | None:
    """When it was changed, as far as that can be: not in the future, and not before it was published."""
    if one.modified_at is None or one.modified_at > now or one.modified_at < (one.published_at or one.modified_at):
        return None
    return one.modified_at


def insert_new(connection: sa.Connection, table: sa.Table, values: Mapping[str, Any]) -> bool:
    """Insert a row unless its key is taken; whether it was inserted."""
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    # Asked back, for PostgreSQL's driver does not say how many rows an insert made.
    made = insert(table).values(**values).on_conflict_do_nothing().returning(*table.primary_key.columns)
    return connection.execute(made).first() is not None


def _save(connection: sa.Connection, one: _Incoming, now: datetime, source_id: int | None, entry_key: str) -> str:
    created = insert_new(
        connection,
        article,
        {
            "id": one.id,
            "url_key": one.key,
            "url": one.url,
            "publisher": one.publisher,
            "author": one.author,
            "language": one.language,
            "published_at": one.published_at,
            "first_seen_at": now,
            "dated_at": one.published_at or now,
            **one.identity,
        },
    )
    if created:
        _add_revision(connection, one, 1, now)
    else:
        # The row is held until the end of the transaction, so that two savers never make the same revision.
        known = connection.execute(sa.select(article).where(article.c.id == one.id).with_for_update()).one()
        if not may_write(known.via, known.own, known.origin, one.provenance):
            return "unchanged"
    if source_id is not None:
        link = {"article_id": one.id, "source_id": source_id, "entry_key": entry_key, "seen_at": now}
        insert_new(connection, article_source, link)
    return "new" if created else _revise(connection, known, one, now)


def may_write(via: str, own: bool, origin: str, incoming: Provenance | None) -> bool:
    """Whether a stored article (`via`, `own`, `origin`) may be written by what comes in: the operator and its own site
    always may; who merely carries another's page may go on with what nobody else brought."""
    if incoming is None or incoming.own:
        return True
    return not own and via != "import" and origin == incoming.origin


def _revise(connection: sa.Connection, known: sa.Row[Any], one: _Incoming, now: datetime) -> str:
    newest = connection.execute(
        sa.select(revision.c.id, revision.c.number, revision.c.text_hash)
        .where(revision.c.article_id == one.id)
        .order_by(revision.c.number.desc())
        .limit(1)
    ).one()
    learned: dict[str, Any] = {"state": "live"}
    if not known.own and one.identity["own"]:
        # Its own site speaks at last: nothing of what another said about it stays.
        learned |= {"publisher": one.publisher, "url": one.url, **one.identity}
    if known.published_at is None and one.published_at is not None:
        learned |= {"published_at": one.published_at, "dated_at": one.published_at}
    learned |= {
        name: value
        for name, value in (("author", one.author), ("language", one.language))
        if getattr(known, name) is None and value
    }
    if len(learned) > 1 or known.state != "live":
        connection.execute(sa.update(article).where(article.c.id == one.id).values(**learned))
    if learned.keys() & {"dated_at", "publisher", "language"}:
        label_anew(connection, [one.id])
    if known.state != "live":
        _restore(connection, one.id)
    if newest.text_hash == one.hash:
        return "unchanged"
    overtaken = sa.and_(revision.c.article_id == one.id, revision.c.state.in_(("pending", "quarantined")))
    connection.execute(sa.update(revision).where(overtaken).values(state="superseded"))
    _add_revision(connection, one, newest.number + 1, now)
    return "revised"


def label_anew(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    """Have the passages of articles put into Chroma once more, for a date, publisher or language by which it filters
    has changed; until then an exact scan finds them."""
    own = sa.and_(passage.c.article_id.in_(article_ids), passage.c.live)
    connection.execute(sa.update(passage).where(own).values(generation=None))


def _restore(connection: sa.Connection, key: str) -> None:
    indexed = sa.select(revision.c.id).where(revision.c.article_id == key, revision.c.state == "indexed")
    connection.execute(sa.update(passage).where(passage.c.revision_id.in_(indexed)).values(live=True))


def _add_revision(connection: sa.Connection, one: _Incoming, number: int, now: datetime) -> None:
    connection.execute(
        sa.insert(revision).values(
            article_id=one.id,
            number=number,
            title=one.title,
            text=one.text,
            text_hash=one.hash,
            created_at=now,
            modified_at=one.modified_at,
            part=one.part,
        )
    )
