"""Reports as questions and briefings take them: read at ingest, brought back whole in two statements."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from index.allowance import Allowance
from index.reports.encoding import decode
from index.reports.report import Report, Span
from index.reports.vectors import unpack
from index.store.readings import passage_rows, reading_rows


def reports_of(
    connection: sa.Connection, article_ids: Sequence[str], fingerprint: str, allowance: Allowance
) -> list[Report]:
    """The live articles of those ids that were read, in the order of the ids, as far as time allows, one at least.
    Vectors that another model than that of `fingerprint` made are left out."""
    rows = reading_rows(connection, article_ids)
    spans = {
        key: tuple(Span(row.id, row.start, row.end_) for row in group)
        for key, group in itertools.groupby(passage_rows(connection, list(rows)), key=lambda row: row.article_id)
    }
    reports: list[Report] = []
    for key in article_ids:
        if key in rows and key in spans:
            if reports and allowance.used_up():
                break
            with allowance.on(key):
                reports.append(_report(rows[key], spans[key], fingerprint))
    return reports


def _report(row: sa.Row[Any], spans: tuple[Span, ...], fingerprint: str) -> Report:
    record = decode(row.body)
    count = len(record.statements)
    return Report(
        article_id=row.id,
        url=row.url,
        title=row.title,
        text=row.text,
        publisher=row.publisher,
        published_at=row.published_at,
        first_seen_at=row.first_seen_at,
        reading=record,
        spans=spans,
        vectors=unpack(row.vectors, count) if row.fingerprint == fingerprint and count else None,
        origin=row.origin,
        carrier=row.carrier,
        stated_source=row.stated_source,
    )
