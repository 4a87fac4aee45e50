"""Indexing: a pending revision becomes passages that a search finds, all of them at once or none."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import sqlalchemy as sa
import structlog

from index.embedding.embedder import Embedder, Vectors
from index.errors import EmbedderLost, SitrepError
from index.ingest.workers import Runner, TooHeavy
from index.language.passages import PassagePolicy, Span, cut
from index.language.terms import terms
from index.reports.encoding import encode
from index.reports.intake import Source, read_all
from index.reports.records import Reading
from index.reports.vectors import pack
from index.retrieval.projection import Generation, Projection
from index.store.database import Database
from index.store.leases import lease, new_owner
from index.store.readings import store_reading, take_back
from index.store.schema import article, passage, revision

Progress = Callable[[int, int], None]

# What a model, a reader or a cutter raises on a text that it can not take.
REFUSALS = (ValueError, TypeError, RuntimeError, LookupError, ArithmeticError, MemoryError, EmbedderLost, TooHeavy)
# What any model can embed: where it can not, it is the model's fault and no article's.
_PLAIN = "A report of a quiet day."
# Statements of a report that get a vector; what comes later is found by its passage.
_MOST_STATEMENTS = 300


@dataclasses.dataclass(frozen=True, slots=True)
class IndexingPolicy:
    # Articles indexed in one step.
    batch_size: int = 16
    # Minutes after which another process takes over what a stopped one had begun.
    lease_minutes: float = 10.0
    # How often an article that fails is tried before it is set aside.
    most_failures: int = 3
    # How often an article is begun at all: one whose process died each time is set aside then.
    most_attempts: int = 3


@dataclasses.dataclass(frozen=True, slots=True)
class Draft:
    """A revision cut into passages, with what is embedded and what is found by words."""

    revision_id: int
    article_id: str
    number: int
    spans: tuple[Span, ...]
    texts: tuple[str, ...]
    terms: tuple[str, ...]
    reading: Reading
    statements: tuple[str, ...]


def draft(row: sa.Row[Any], reading: Reading, policy: PassagePolicy) -> Draft:
    """The passages of a revision, and what was read in it. The title goes before each passage, which alone seldom says
    what it is about."""
    title, text = row.title, row.text
    spans = tuple(cut(text, policy))
    heading = " ".join(terms(title))
    return Draft(
        revision_id=row.id,
        article_id=row.article_id,
        number=row.number,
        spans=spans,
        texts=tuple(embedded_text(title, text[start:end]) for start, end in spans),
        terms=tuple(f"{heading} | {' '.join(terms(text[start:end]))}" for start, end in spans),
        reading=reading,
        statements=statement_texts(text, reading),
    )


def statement_texts(text: str, reading: Reading) -> tuple[str, ...]:
    """The statements that get a vector."""
    return tuple(text[statement.start : statement.end] for statement in reading.statements[:_MOST_STATEMENTS])


def embedded_text(title: str, text: str) -> str:
    """What is embedded of a passage."""
    return f"{title}\n{text}"


class Indexer:
    """Takes pending revisions, newest first. Any number of processes may index at once, and any may be killed."""

    def __init__(
        self,
        database: Database,
        embedder: Embedder,
        projection: Projection,
        policy: IndexingPolicy,
        passages: PassagePolicy,
        runner: Runner,
    ) -> None:
        self._database = database
        self._embedder = embedder
        self._runner = runner
        self._projection = projection
        self._policy = policy
        self._passages = passages
        self._owner = new_owner("index")
        self._log = structlog.get_logger()

    def run(
        self,
        now: Callable[[], datetime],
        *,
        limit: int | None,
        progress: Progress | None,
        goes_on: Callable[[], bool] = lambda: True,
    ) -> int:
        """Index until nothing is pending, `limit` articles are done, or it is to stop; how many were.

        Raises what keeps it from indexing anything at all; no article is blamed for that.
        """
        done, total = 0, pending(self._database)
        while goes_on() and (limit is None or done < limit):
            size = self._policy.batch_size if limit is None else min(self._policy.batch_size, limit - done)
            batch = self._lease(now(), size)
            if not batch:
                break
            try:
                done += self._index(batch, now)
            except SitrepError:
                self._give_back()
                raise
            if progress is not None:
                progress(done, max(done, total))
        return done

    def _lease(self, now: datetime, size: int) -> list[sa.Row[Any]]:
        """Untried revisions together; those that were tried before one by one, so that a bad one spoils no other."""

        def work(connection: sa.Connection) -> list[sa.Row[Any]]:
            waiting = revision.c.state == "pending"
            worn = revision.c.attempts >= self._policy.most_attempts
            free = sa.or_(revision.c.lease_until_at.is_(None), revision.c.lease_until_at <= now)
            connection.execute(sa.update(revision).where(waiting, worn, free).values(state="quarantined"))
            for due, limit in ((revision.c.attempts == 0, size), (revision.c.attempts > 0, 1)):
                leased = lease(
                    connection,
                    revision,
                    due=sa.and_(waiting, due),
                    order=(revision.c.attempts, revision.c.created_at.desc(), revision.c.id.desc()),
                    owner=self._owner,
                    now=now,
                    duration=timedelta(minutes=self._policy.lease_minutes),
                    limit=limit,
                )
                if leased:
                    ids = [row.id for row in leased]
                    tried = sa.update(revision).where(revision.c.id.in_(ids))
                    connection.execute(tried.values(attempts=revision.c.attempts + 1))
                    return leased
            return []

        return self._database.transact(work)

    def _index(self, batch: Sequence[sa.Row[Any]], now: Callable[[], datetime]) -> int:
        try:
            readings = self._runner.run(read_all, self._sources(batch))
            drafts = [draft(row, reading, self._passages) for row, reading in zip(batch, readings, strict=True)]
            vectors = self._embedder.passages([text for one in drafts for text in (*one.texts, *one.statements)])
        except REFUSALS as error:
            if len(batch) > 1:
                return sum(self._index([row], now) for row in batch)
            self._refuse(batch[0], error)
            return 0
        generation = self._projection.generation(self._embedder.fingerprint, now=now())
        ids = [passage_id(one, ordinal) for one in drafts for ordinal in range(len(one.spans))]
        parts = list(_shared(drafts, vectors))
        passages = np.concatenate([part for part, _ in parts])
        article_ids = [one.article_id for one in drafts for _ in one.spans]
        projected = not ids or self._projection.upsert(generation, ids, passages, article_ids)
        for one, (own, statements) in zip(drafts, parts, strict=True):
            self._finish(one, own, statements, generation if projected else None, now())
        return len(drafts)

    def _sources(self, batch: Sequence[sa.Row[Any]]) -> list[Source]:
        """What the reader is told of each revision."""
        chosen = sa.select(article.c.id, article.c.publisher, article.c.published_at, article.c.language)
        with self._database.read() as connection:
            rows = connection.execute(chosen.where(article.c.id.in_([row.article_id for row in batch])))
            known = {row.id: row for row in rows}
        return [source_of(row, known[row.article_id]) for row in batch]

    def _finish(
        self, one: Draft, vectors: Vectors, statements: Vectors, generation: Generation | None, now: datetime
    ) -> None:
        def work(connection: sa.Connection) -> list[str]:
            fingerprint = self._embedder.fingerprint
            outdated = store(connection, one, vectors, fingerprint, generation, owner=self._owner, now=now)
            if outdated is not None:
                record(connection, one.revision_id, one.article_id, one.reading, statements, fingerprint)
            return outdated or []

        outdated = self._database.transact(work)
        if outdated and generation is not None:
            self._projection.forget(generation, outdated)

    def _refuse(self, row: sa.Row[Any], error: Exception) -> None:
        check_model(self._embedder)
        # `attempts` was counted when the revision was leased; the row still has what it was before.
        spent = row.attempts + 1 >= self._policy.most_failures
        self._log.warning("revision_refused", revision=row.id, error=type(error).__name__, quarantined=spent)
        values = {"lease_owner": None, "lease_until_at": None, "state": "quarantined" if spent else "pending"}
        mine = sa.and_(revision.c.id == row.id, revision.c.lease_owner == self._owner)
        self._database.transact(lambda connection: connection.execute(sa.update(revision).where(mine).values(**values)))

    def _give_back(self) -> None:
        """What was begun and not tried: it waits as before."""
        mine = sa.and_(revision.c.lease_owner == self._owner, revision.c.state == "pending")
        values = {"lease_owner": None, "lease_until_at": None, "attempts": revision.c.attempts - 1}
        self._database.transact(lambda connection: connection.execute(sa.update(revision).where(mine).values(**values)))


def source_of(row: sa.Row[Any], about: Any) -> Source:
    """A revision as the reader takes it."""
    return Source(row.title, row.text, about.publisher, about.published_at, about.language)


def record(
    connection: sa.Connection,
    revision_id: int,
    article_id: str,
    reading: Reading,
    vectors: Vectors,
    fingerprint: str,
) -> None:
    """Store what was read in a revision; `vectors` are those of its first statements."""
    padded = np.zeros((len(reading.statements), vectors.shape[1]), np.float32)
    padded[: len(vectors)] = vectors
    store_reading(
        connection,
        revision_id=revision_id,
        article_id=article_id,
        version=reading.version,
        language=reading.language,
        body=encode(reading),
        fingerprint=fingerprint,
        vectors=pack(padded),
    )


def _shared(drafts: Sequence[Draft], vectors: Vectors) -> Iterator[tuple[Vectors, Vectors]]:
    """The vectors of each draft's passages and of its statements."""
    begin = 0
    for one in drafts:
        middle = begin + len(one.texts)
        end = middle + len(one.statements)
        yield vectors[begin:middle], vectors[middle:end]
        begin = end


def check_model(embedder: Embedder) -> None:
    """Raises EmbedderLost where a plain text fails, too: then no article is to blame."""
    try:
        embedder.passages([_PLAIN])
    except REFUSALS as error:
        raise EmbedderLost(f"The embedding model fails on every text ({type(error).__name__})") from error


def passage_id(one: Draft, ordinal: int) -> str:
    """The id of a passage: the same however often its revision is indexed."""
    return f"{one.article_id}-{one.number}-{ordinal}"


def pending(database: Database) -> int:
    """How many revisions wait to be indexed."""
    with database.read() as connection:
        counted = sa.select(sa.func.count()).select_from(revision).where(revision.c.state == "pending")
        return connection.execute(counted).scalar_one()


def try_again(database: Database) -> int:
    """Let what was set aside wait to be indexed once more, or be read for answers again; how many revisions."""
    aside = sa.update(revision).where(revision.c.state == "quarantined").values(state="pending", attempts=0)
    return database.transact(lambda connection: connection.execute(aside).rowcount + take_back(connection))


def is_empty(database: Database) -> bool:
    """Whether no passage is searchable."""
    with database.read() as connection:
        return connection.execute(sa.select(passage.c.number).where(passage.c.live).limit(1)).first() is None


def store(
    connection: sa.Connection,
    one: Draft,
    vectors: Vectors,
    fingerprint: str,
    generation: Generation | None,
    *,
    owner: str,
    now: datetime,
) -> list[str] | None:
    """Write the passages and make the revision the searchable one; the ids of the passages that are so no more.

    None, and nothing written, where `owner` has lost its lease, or where a newer revision came to be meanwhile.
    """
    held = sa.select(article.c.state).where(article.c.id == one.article_id).with_for_update()
    live = connection.execute(held).scalar_one_or_none() == "live"
    finished = connection.execute(
        sa.update(revision)
        .where(revision.c.id == one.revision_id, revision.c.lease_owner == owner, revision.c.state == "pending")
        .values(state="indexed", indexed_at=now, attempts=0, lease_owner=None, lease_until_at=None)
    )
    if finished.rowcount == 0:
        return None
    outdated = _supersede(connection, one)
    connection.execute(sa.delete(passage).where(passage.c.revision_id == one.revision_id))
    rows = [
        {
            "id": passage_id(one, ordinal),
            "revision_id": one.revision_id,
            "article_id": one.article_id,
            "ordinal": ordinal,
            "start": start,
            "end_": end,
            "live": live,
            "generation": None if generation is None else generation.number,
            "term_count": len(one.terms[ordinal].split()),
            "fingerprint": fingerprint,
            "terms": one.terms[ordinal],
            "embedding": vectors[ordinal].tobytes(),
        }
        for ordinal, (start, end) in enumerate(one.spans)
    ]
    if rows:
        connection.execute(sa.insert(passage), rows)
    return outdated


def _supersede(connection: sa.Connection, one: Draft) -> list[str]:
    older = sa.and_(revision.c.article_id == one.article_id, revision.c.number < one.number)
    connection.execute(sa.update(revision).where(older, revision.c.state == "indexed").values(state="superseded"))
    # Not by `live`: SQLite would look through every live passage there is, for each article.
    held = sa.select(passage.c.id, passage.c.live).where(passage.c.article_id == one.article_id)
    of_older = passage.c.revision_id.in_(sa.select(revision.c.id).where(older))
    ids = [row.id for row in connection.execute(held.where(of_older)) if row.live]
    if ids:
        connection.execute(sa.update(passage).where(passage.c.id.in_(ids)).values(live=False))
    return ids
