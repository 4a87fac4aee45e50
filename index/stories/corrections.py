"""What readers were told that its source says otherwise now: edited articles, with or without a note, and withdrawn."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa

from index.allowance import unlimited
from index.language.terms import terms
from index.reports.citing import Citations
from index.reports.figures import figures_in
from index.reports.records import Figure
from index.reports.report import Report, Testimony
from index.reports.shown import Citation
from index.reports.wordings import worded
from index.retrieval.reports import reports_of
from index.store.database import Database
from index.store.schema import article, passage, revision, withdrawal
from index.stories.admissions import admits_correction
from index.stories.changes import renumbered
from index.stories.shelf import parts
from index.stories.story import Briefing, Correction
from index.stories.tolls import toll_words

# A sentence of the new text is the old one with another figure where it shares so much of its terms.
_SAME_SENTENCE = 0.6


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """A correction with the passage that shows it."""

    correction: Correction
    citation: Citation


@dataclasses.dataclass(frozen=True, slots=True)
class Edited:
    """An article as it is now: its newest revision, when that was seen, and whether it says what was changed."""

    report: Report
    seen_at: datetime
    admits: bool


def changed_figures(quote: str, edited: Report) -> list[tuple[Figure, Figure, Testimony]]:
    """The figures of a quote that the new text gives otherwise, each with the new one and its statement. Pure.

    None where the quote still stands there, or where no sentence is like it: see `dropped_figures`.
    """
    words = _words(quote)
    alike = max(edited.testimonies, key=lambda testimony: _share(words, _words(testimony.sentence_text)), default=None)
    if quote in edited.text or alike is None or _share(words, _words(alike.sentence_text)) < _SAME_SENTENCE:
        return []
    same = [testimony for testimony in edited.testimonies if testimony.statement.sentence == alike.statement.sentence]
    given = [(figure, testimony) for testimony in same for figure in testimony.figures]
    new_values = []
    for old in _figures(quote, edited):
        new = [pair for pair in given if (pair[0].outcome, pair[0].counted) == (old.outcome, old.counted)]
        new = new or [pair for pair in given if old.outcome and pair[0].outcome == old.outcome]
        if new and all((figure.low, figure.high) != (old.low, old.high) for figure, _ in new):
            new_values.append((old, *new[0]))
    return new_values


def dropped_figures(quote: str, edited: Report) -> list[Figure]:
    """The tolls of a quote that the new text gives nowhere: the sentence was taken out, and no other says it. Pure."""
    words = _words(quote)
    if quote in edited.text or any(
        _share(words, _words(testimony.sentence_text)) >= _SAME_SENTENCE for testimony in edited.testimonies
    ):
        return []
    said = {(figure.low, figure.high) for testimony in edited.testimonies for figure in testimony.figures}
    return [figure for figure in _figures(quote, edited) if figure.outcome and (figure.low, figure.high) not in said]


def _figures(quote: str, edited: Report) -> tuple[Figure, ...]:
    """The figures of a sentence of an earlier revision, of which the quote alone is kept."""
    return figures_in(quote, 0, len(quote), edited.reading.language, edited.written)


def _words(text: str) -> frozenset[str]:
    """The terms of a text without its figures."""
    return frozenset(term for term in terms(text) if not any(character.isdigit() for character in term))


def _share(words: frozenset[str], other: frozenset[str]) -> float:
    return len(words & other) / max(1, len(words | other))


def corrections_of(
    citation: Citation, edited: Edited | None, withdrawn_at: datetime | None, *, number: int = 0
) -> list[Found]:
    """What became of a sentence that a reader was told. Pure. `number` is that of the article's newest revision."""
    publisher, told = citation.publisher, citation.quote
    if withdrawn_at is not None:
        key = f"{citation.article_id}:withdrawn"
        return [Found(Correction(key, "withdrawn", publisher, "", "", told, withdrawn_at, ()), citation)]
    if edited is None:
        return []
    changes = []
    now = edited.report
    for gone in dropped_figures(told, now):
        key = f"{citation.article_id}:{number}:{gone.outcome}:{gone.counted}:{gone.value:g}:dropped"
        change = Correction(key, "dropped", publisher, toll_words(gone, told), "", told, edited.seen_at, ())
        changes.append(Found(change, citation))
    for old, new, testimony in changed_figures(told, now):
        key = f"{citation.article_id}:{number}:{old.outcome}:{old.counted}:{old.value:g}"
        kind: Literal["corrected", "edited"] = "corrected" if edited.admits else "edited"
        before, after = toll_words(old, told), toll_words(new, testimony.report.text)
        change = Correction(key, kind, publisher, before, after, told, edited.seen_at, ())
        changes.append(Found(change, _citation(testimony)))
    return changes


def with_corrections(briefing: Briefing, found: Sequence[Found]) -> Briefing:
    """The briefing with corrections at its top, each with the passage that shows it."""
    taken = len(briefing.citations) + len(briefing.spare)
    numbers = range(taken + 1, taken + 1 + len(found))
    spare = tuple(dataclasses.replace(change.citation, n=n) for n, change in zip(numbers, found, strict=True))
    corrections = tuple(
        dataclasses.replace(change.correction, citations=(n,)) for n, change in zip(numbers, found, strict=True)
    )
    return renumbered(dataclasses.replace(briefing, corrections=corrections, spare=(*briefing.spare, *spare)))


def _citation(testimony: Testimony) -> Citation:
    numbered = Citations()
    numbered.number(testimony, worded(testimony, None))
    return numbered.all[0]


def find_corrections(
    database: Database, contents: Sequence[Mapping[str, Any]], known: Collection[str] = ()
) -> tuple[Found, ...]:
    """What became of what `contents` (briefings as JSON) told; corrections `known` by their key are left out."""
    shown = _shown(contents)
    with database.read() as connection:
        numbers = _numbers(connection, {claim.passage_id for claim in shown})
        newest = _newest(connection, {claim.article_id for claim in shown})
        gone = _withdrawn(connection, {claim.article_id for claim in shown})
        edited_ids = sorted(
            {
                claim.article_id
                for claim in shown
                if (row := newest.get(claim.article_id)) and numbers.get(claim.passage_id, row.number) < row.number
            }
            - gone.keys()
        )
        changed = {
            report.article_id: Edited(report, row.created_at, admits_correction(row.text))
            for part in parts(edited_ids)
            for report in reports_of(connection, part, "", unlimited())
            if (row := newest[report.article_id]) is not None
        }
    by_key: dict[str, Found] = {}
    for claim in shown:
        row = newest.get(claim.article_id)
        edited = changed.get(claim.article_id)
        if row is not None and edited is not None and numbers.get(claim.passage_id, row.number) >= row.number:
            edited = None
        number = row.number if row is not None else 0
        for change in corrections_of(claim, edited, gone.get(claim.article_id), number=number):
            if change.correction.key not in known:
                by_key.setdefault(change.correction.key, change)
    return tuple(sorted(by_key.values(), key=lambda change: (change.correction.at, change.correction.key)))


def _shown(contents: Sequence[Mapping[str, Any]]) -> list[Citation]:
    """The sentences that were told, each once."""
    citations: dict[tuple[str, int], Citation] = {}
    for content in contents:
        for row in content["citations"]:
            published = row["published"]
            fields = {name: value for name, value in row.items() if name != "published"}
            moment = datetime.fromisoformat(published) if published else None
            citations.setdefault((row["passage_id"], row["start"]), Citation(**fields, published_at=moment))
    return list(citations.values())


def _numbers(connection: sa.Connection, passage_ids: Iterable[str]) -> dict[str, int]:
    """The number of the revision that each passage is of."""
    joined = sa.select(passage.c.id, revision.c.number).join(revision, revision.c.id == passage.c.revision_id)
    return {
        row[0]: row[1]
        for part in parts(sorted(passage_ids))
        for row in connection.execute(joined.where(passage.c.id.in_(part)))
    }


def _newest(connection: sa.Connection, article_ids: Iterable[str]) -> dict[str, sa.Row[Any]]:
    """The newest indexed revision of each article."""
    query = sa.select(revision.c.article_id, revision.c.number, revision.c.text, revision.c.created_at)
    newest: dict[str, sa.Row[Any]] = {}
    for part in parts(sorted(article_ids)):
        indexed = query.where(revision.c.article_id.in_(part), revision.c.state == "indexed")
        newest.update({row.article_id: row for row in connection.execute(indexed.order_by(revision.c.number))})
    return newest


def _withdrawn(connection: sa.Connection, article_ids: Iterable[str]) -> dict[str, datetime]:
    query = sa.select(withdrawal.c.article_id, withdrawal.c.at).join(article, article.c.id == withdrawal.c.article_id)
    return {
        row[0]: row[1]
        for part in parts(sorted(article_ids))
        for row in connection.execute(query.where(article.c.id.in_(part), article.c.state == "withdrawn"))
    }
