"""Reading passages back: their text is always cut from the stored revision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from index.articles import PassageView, StoredPassage
from index.ingest.changes import with_changes
from index.store.schema import article, passage, revision

# How much of the article is shown around a passage.
_SURROUNDINGS = 600

_COLUMNS = (
    passage.c.number,
    passage.c.id,
    passage.c.article_id,
    passage.c.ordinal,
    passage.c.start,
    passage.c.end_,
    article.c.url,
    article.c.publisher,
    article.c.published_at,
    article.c.first_seen_at,
    article.c.origin,
    article.c.carrier,
    article.c.stated_source,
    revision.c.title,
    revision.c.number.label("revision_number"),
)
_JOINED = passage.join(revision, passage.c.revision_id == revision.c.id).join(
    article, passage.c.article_id == article.c.id
)


def stored_passages(connection: sa.Connection, numbers: Sequence[int]) -> dict[int, StoredPassage]:
    """Live passages by number; one that is no longer live is left out."""
    # The database cuts the text, so that a long article is not read for one passage of it. Both count code points.
    text = sa.func.substr(revision.c.text, passage.c.start + 1, passage.c.end_ - passage.c.start).label("text")
    chosen = sa.select(*_COLUMNS, text).select_from(_JOINED)
    rows = connection.execute(chosen.where(passage.c.number.in_(numbers), passage.c.live, article.c.state == "live"))
    return {row.number: _stored(row, row.text) for row in rows}


def article_passages(connection: sa.Connection, article_id: str) -> list[StoredPassage]:
    """The live passages of an article, in order."""
    return article_passages_of(connection, [article_id])[article_id]


def article_passages_of(connection: sa.Connection, article_ids: Sequence[str]) -> dict[str, list[StoredPassage]]:
    """The live passages of each of the articles, in order, read by one statement; an article without any has none."""
    text = sa.func.substr(revision.c.text, passage.c.start + 1, passage.c.end_ - passage.c.start).label("text")
    rows = connection.execute(
        sa.select(*_COLUMNS, text)
        .select_from(_JOINED)
        .where(passage.c.article_id.in_(article_ids), passage.c.live)
        .order_by(passage.c.article_id, passage.c.ordinal)
    )
    passages: dict[str, list[StoredPassage]] = {article_id: [] for article_id in article_ids}
    for row in rows:
        passages[row.article_id].append(_stored(row, row.text))
    return passages


def passage_view(connection: sa.Connection, passage_id: str) -> PassageView | None:
    """A passage of any revision with what stands around it."""
    row = connection.execute(
        sa.select(*_COLUMNS, revision.c.text, revision.c.part).select_from(_JOINED).where(passage.c.id == passage_id)
    ).one_or_none()
    if row is None:
        return None
    own = sa.select(revision.c.number, revision.c.text, revision.c.modified_at).where(
        revision.c.article_id == row.article_id
    )
    newest = connection.execute(own.order_by(revision.c.number.desc()).limit(1)).one()
    view = PassageView(
        passage=_stored(row, row.text[row.start : row.end_]),
        before=row.text[max(0, row.start - _SURROUNDINGS) : row.start],
        after=row.text[row.end_ : row.end_ + _SURROUNDINGS],
        revision=row.revision_number,
        latest_revision=newest.number,
        part=row.part,
        modified_at=newest.modified_at,
    )
    return view if view.revision == newest.number else with_changes(view, row.text, newest.text)


def _stored(row: sa.Row[*tuple[Any, ...]], text: str) -> StoredPassage:
    return StoredPassage(
        passage_id=row.id,
        article_id=row.article_id,
        url=row.url,
        title=row.title,
        publisher=row.publisher,
        published_at=row.published_at,
        first_seen_at=row.first_seen_at,
        ordinal=row.ordinal,
        start=row.start,
        end=row.end_,
        text=text,
        origin=row.origin,
        carrier=row.carrier,
        stated_source=row.stated_source,
    )
