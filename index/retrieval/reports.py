"""Reports as questions and briefings take them: read at ingest, brought back whole in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from index.allowance import Allowance
from index.reports.encoding import decode
from index.reports.report import Report, Span
from index.reports.vectors import unpack
from index.store.readings import reading_rows


def reports_of(
    connection: sa.Connection, article_ids: Sequence[str], fingerprint: str, allowance: Allowance
) -> list[Report]:
    """The live articles of those ids that were read, in the order of the ids, as far as time allows, one at least.
    Vectors that another model than that of `fingerprint` made are left out."""
    rows = reading_rows(connection, article_ids)
    reports: list[Report] = []
    for key in article_ids:
        if key in rows and rows[key].spans:
            if reports and allowance.used_up():
                break
            with allowance.on(key):
                reports.append(_report(rows[key], fingerprint))
    return reports


def _report(row: sa.Row[Any], fingerprint: str) -> Report:
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
        spans=_spans(row.spans),
        vectors=unpack(row.vectors, count) if row.fingerprint == fingerprint and count else None,
        origin=row.origin,
        carrier=row.carrier,
        stated_source=row.stated_source,
    )


def _spans(lines: str) -> tuple[Span, ...]:
    """Where passages are, in order of the text."""
    found = (line.rsplit(" ", 2) for line in lines.split("\n"))
    return tuple(sorted((Span(id_, int(start), int(end)) for id_, start, end in found), key=lambda span: span.start))
