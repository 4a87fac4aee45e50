"""What articles are compared by, in SQL: signatures, the counts of terms and facts, and the inverted index."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import sqlalchemy as sa

from index.reports.encoding import decode
from index.store.articles import insert_new
from index.store.schema import (
    article,
    passage,
    reading,
    revision,
    story_keyword,
    story_signature,
    story_term,
)
from index.stories.signature import Signature, signature
from index.stories.similarity import rarity_of

# The term that no text has: its row counts all articles, and is locked by whoever settles stories.
_ALL = ""
# Values in one IN list: SQLite takes 32,766 variables, older ones 999.
_IN = 900


def lock(connection: sa.Connection) -> None:
    """Wait until nobody else settles stories; released with the transaction."""
    insert_new(connection, story_term, {"term": _ALL, "articles": 0})
    connection.execute(sa.update(story_term).where(story_term.c.term == _ALL).values(articles=story_term.c.articles))


def unassigned(connection: sa.Connection, limit: int) -> list[Signature]:
    """Signatures of indexed revisions that no story has seen, the oldest articles first."""
    rows = connection.execute(
        sa.select(
            article.c.id,
            article.c.publisher,
            article.c.dated_at,
            revision.c.id,
            revision.c.title,
            revision.c.text,
            reading.c.body,
        )
        .join(revision, revision.c.article_id == article.c.id)
        .outerjoin(reading, reading.c.revision_id == revision.c.id)
        .outerjoin(
            story_signature,
            (story_signature.c.article_id == article.c.id) & (story_signature.c.revision_id == revision.c.id),
        )
        .where(revision.c.state == "indexed", article.c.state == "live", story_signature.c.article_id.is_(None))
        .order_by(article.c.dated_at, article.c.id)
        .limit(limit)
    ).all()
    embeddings, models = _embeddings(connection, [row[3] for row in rows])
    return [
        signature(
            row[0],
            revision_id=row[3],
            publisher=row[1],
            dated_at=row[2],
            title=row[4],
            text=row[5],
            fingerprint=models.get(row[3], ""),
            embeddings=embeddings.get(row[3], []),
            reading=decode(row[6]) if row[6] is not None else None,
        )
        for row in rows
    ]


def count_terms(connection: sa.Connection, fresh: Sequence[Signature]) -> None:
    """Count the new articles' terms and facts in; a changed article's are not counted again."""
    ids = [signature.article_id for signature in fresh]
    seen = {
        row[0]
        for part in parts(ids)
        for row in connection.execute(
            sa.select(story_signature.c.article_id).where(story_signature.c.article_id.in_(part))
        )
    }
    added = Counter(
        term for signature in fresh if signature.article_id not in seen for term in (*signature.terms, *signature.facts)
    )
    added[_ALL] = len(ids) - len(seen)
    before = _counts(connection, added)
    missing = [{"term": term, "articles": count} for term, count in added.items() if term not in before]
    if missing:
        connection.execute(sa.insert(story_term), missing)
    grown = [{"key": term, "count": before[term] + count} for term, count in added.items() if term in before]
    if grown:
        connection.execute(
            sa.update(story_term)
            .where(story_term.c.term == sa.bindparam("key"))
            .values(articles=sa.bindparam("count")),
            grown,
        )


def rarity(connection: sa.Connection, pool: Sequence[Signature]) -> dict[str, float]:
    """How telling each term and fact of these articles is in the corpus as it is counted."""
    counts = _counts(connection, {_ALL, *(term for signature in pool for term in (*signature.terms, *signature.facts))})
    articles = counts.pop(_ALL, 0)
    return rarity_of(counts, articles)


def put_signatures(
    connection: sa.Connection, fresh: Sequence[Signature], keywords: Mapping[str, Mapping[str, float]]
) -> None:
    for part in parts([new.article_id for new in fresh]):
        connection.execute(sa.delete(story_signature).where(story_signature.c.article_id.in_(part)))
        connection.execute(sa.delete(story_keyword).where(story_keyword.c.article_id.in_(part)))
    connection.execute(sa.insert(story_signature), [_signature_row(signature) for signature in fresh])
    rows = [
        {"term": term, "article_id": signature.article_id, "dated_at": _moment(signature.day)}
        for signature in fresh
        for term in keywords[signature.article_id]
    ]
    if rows:
        connection.execute(sa.insert(story_keyword), rows)


@dataclasses.dataclass(frozen=True, slots=True)
class Posting:
    """An article that a term or a fact finds. `language`: "" where that was not read."""

    article_id: str
    day: int
    language: str


def postings(
    connection: sa.Connection, terms: Iterable[str], days: Sequence[int], window_days: int
) -> dict[str, list[Posting]]:
    """For each term or fact the articles that it finds, within the window around the given days."""
    since, until = _moment(min(days) - window_days), _moment(max(days) + window_days)
    by_term: dict[str, list[Posting]] = defaultdict(list)
    for part in parts(sorted(terms)):
        for term, article_id, moment, language in connection.execute(
            sa.select(
                story_keyword.c.term, story_keyword.c.article_id, story_keyword.c.dated_at, story_signature.c.language
            )
            .join(story_signature, story_signature.c.article_id == story_keyword.c.article_id)
            .where(story_keyword.c.term.in_(part), story_keyword.c.dated_at.between(since, until))
        ):
            by_term[term].append(Posting(article_id, moment.date().toordinal(), language))
    return by_term


def signatures(connection: sa.Connection, article_ids: Iterable[str]) -> list[Signature]:
    return [
        Signature(
            article_id=row.article_id,
            revision_id=row.revision_id,
            publisher=row.publisher,
            dated_at=row.published,
            day=row.dated_at.date().toordinal(),
            terms=row.features,
            fingerprint=row.fingerprint,
            embedding=np.frombuffer(row.embedding, "<f4"),
            language=row.language,
            facts=row.facts,
        )
        for part in parts(sorted(article_ids))
        for row in connection.execute(
            sa.select(story_signature, article.c.publisher, article.c.dated_at.label("published"))
            .join(article, article.c.id == story_signature.c.article_id)
            .where(story_signature.c.article_id.in_(part))
        )
    ]


def _signature_row(signature: Signature) -> dict[str, Any]:
    return {
        "article_id": signature.article_id,
        "revision_id": signature.revision_id,
        "dated_at": _moment(signature.day),
        "features": dict(signature.terms),
        "fingerprint": signature.fingerprint,
        "embedding": signature.embedding.astype("<f4").tobytes(),
        "language": signature.language,
        "facts": dict(signature.facts),
    }


def _embeddings(connection: sa.Connection, revision_ids: Sequence[int]) -> tuple[dict[int, list[Any]], dict[int, str]]:
    """The embeddings of each revision's passages, and the model that made them."""
    embeddings: dict[int, list[Any]] = defaultdict(list)
    models: dict[int, str] = {}
    for part in parts(revision_ids):
        columns = (passage.c.revision_id, passage.c.embedding, passage.c.fingerprint)
        for row in connection.execute(sa.select(*columns).where(passage.c.revision_id.in_(part))):
            if models.setdefault(row[0], row[2]) == row[2]:
                embeddings[row[0]].append(np.frombuffer(row[1], "<f4"))
    return embeddings, models


def _counts(connection: sa.Connection, terms: Iterable[str]) -> dict[str, int]:
    return {
        row[0]: row[1]
        for part in parts(sorted(terms))
        for row in connection.execute(
            sa.select(story_term.c.term, story_term.c.articles).where(story_term.c.term.in_(part))
        )
    }


def _moment(day: int) -> datetime:
    return datetime(1, 1, 1, tzinfo=UTC) + timedelta(days=day - 1)


def parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The values in pieces that fit into one IN list."""
    for start in range(0, len(values), _IN):
        yield values[start : start + _IN]
