"""What readers were told that its source says otherwise now: edited articles, with or without a note, and withdrawn."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa

from index.answers.answer import Citation
from index.answers.evidence import Sentence, report
from index.answers.figures import Figure, figures
from index.articles import StoredPassage
from index.language.terms import terms
from index.store.database import Database
from index.store.passages import article_passages
from index.store.schema import article, passage, revision, withdrawal
from index.stories.changes import renumbered
from index.stories.rivals import admits_correction
from index.stories.shelf import parts
from index.stories.story import Briefing, Correction

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

    passages: Sequence[StoredPassage]
    seen_at: datetime
    admits: bool


def changed_figures(quote: str, edited: Sequence[Sentence]) -> list[tuple[Figure, Figure, Sentence]]:
    """The figures of a quote that the new text gives otherwise, each with the new one and its sentence. Pure.

    None where the quote still stands there, or where no sentence is like it: see `dropped_figures`.
    """
    if any(quote in sentence.text for sentence in edited):
        return []
    words = _words(quote)
    alike = max(edited, key=lambda one: _share(words, _words(one.text)), default=None)
    if alike is None or _share(words, _words(alike.text)) < _SAME_SENTENCE:
        return []
    found = []
    for old in figures(quote):
        new = [one for one in alike.figures if (one.outcome, one.head) == (old.outcome, old.head)]
        new = new or [one for one in alike.figures if old.outcome and one.outcome == old.outcome]
        if new and all((one.low, one.high) != (old.low, old.high) for one in new):
            found.append((old, new[0], alike))
    return found


def dropped_figures(quote: str, edited: Sequence[Sentence]) -> list[Figure]:
    """The tolls of a quote that the new text gives nowhere: the sentence was taken out, and no other says it. Pure."""
    if any(quote in sentence.text for sentence in edited):
        return []
    words = _words(quote)
    if any(_share(words, _words(sentence.text)) >= _SAME_SENTENCE for sentence in edited):
        return []
    said = {(one.low, one.high) for sentence in edited for one in sentence.figures}
    return [one for one in figures(quote) if one.outcome and (one.low, one.high) not in said]


def _words(text: str) -> frozenset[str]:
    """The terms of a text without its figures."""
    return frozenset(term for term in terms(text) if not any(character.isdigit() for character in term))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))


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
    found = []
    now = report(edited.passages).sentences
    for gone in dropped_figures(told, now):
        key = f"{citation.article_id}:{number}:{gone.outcome}:{gone.head}:{gone.value}:dropped"
        change = Correction(key, "dropped", publisher, _value(gone), "", told, edited.seen_at, ())
        found.append(Found(change, citation))
    for old, new, sentence in changed_figures(told, now):
        key = f"{citation.article_id}:{number}:{old.outcome}:{old.head}:{old.value}"
        kind: Literal["corrected", "edited"] = "corrected" if edited.admits else "edited"
        change = Correction(key, kind, publisher, _value(old), _value(new), told, edited.seen_at, ())
        found.append(Found(change, _citation(sentence)))
    return found


def with_corrections(briefing: Briefing, found: Sequence[Found]) -> Briefing:
    """The briefing with corrections at its top, each with the passage that shows it."""
    taken = len(briefing.citations) + len(briefing.spare)
    numbers = range(taken + 1, taken + 1 + len(found))
    spare = tuple(dataclasses.replace(one.citation, n=n) for n, one in zip(numbers, found, strict=True))
    corrections = tuple(
        dataclasses.replace(one.correction, citations=(n,)) for n, one in zip(numbers, found, strict=True)
    )
    return renumbered(dataclasses.replace(briefing, corrections=corrections, spare=(*briefing.spare, *spare)))


def _value(figure: Figure) -> str:
    outcome = "" if figure.outcome in figure.counted.split() else figure.outcome
    return " ".join(part for part in (figure.value, figure.counted, outcome) if part)


def _citation(sentence: Sentence) -> Citation:
    place = sentence.passage
    return Citation(
        n=0,
        passage_id=place.passage_id,
        article_id=place.article_id,
        url=place.url,
        title=place.title,
        publisher=place.publisher,
        published_at=place.published_at,
        quote=sentence.text,
        start=sentence.start,
        end=sentence.end,
        carrier=place.carrier,
    )


def find_corrections(
    database: Database, contents: Sequence[Mapping[str, Any]], known: Collection[str] = ()
) -> tuple[Found, ...]:
    """What became of what `contents` (briefings as JSON) told; corrections `known` by their key are left out."""
    shown = _shown(contents)
    with database.read() as connection:
        numbers = _numbers(connection, {one.passage_id for one in shown})
        newest = _newest(connection, {one.article_id for one in shown})
        gone = _withdrawn(connection, {one.article_id for one in shown})
        changed = {
            article_id: Edited(article_passages(connection, article_id), row.created_at, admits_correction(row.text))
            for article_id, row in newest.items()
            if any(
                one.article_id == article_id and numbers.get(one.passage_id, row.number) < row.number for one in shown
            )
            and article_id not in gone
        }
    found: dict[str, Found] = {}
    for one in shown:
        row = newest.get(one.article_id)
        edited = changed.get(one.article_id)
        if row is not None and edited is not None and numbers.get(one.passage_id, row.number) >= row.number:
            edited = None
        number = row.number if row is not None else 0
        for each in corrections_of(one, edited, gone.get(one.article_id), number=number):
            if each.correction.key not in known:
                found.setdefault(each.correction.key, each)
    return tuple(sorted(found.values(), key=lambda each: (each.correction.at, each.correction.key)))


def _shown(contents: Sequence[Mapping[str, Any]]) -> list[Citation]:
    """The sentences that were told, each once."""
    found: dict[tuple[str, int], Citation] = {}
    for content in contents:
        for row in content["citations"]:
            published = row["published"]
            fields = {name: value for name, value in row.items() if name != "published"}
            moment = datetime.fromisoformat(published) if published else None
            found.setdefault((row["passage_id"], row["start"]), Citation(**fields, published_at=moment))
    return list(found.values())


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
    found: dict[str, sa.Row[Any]] = {}
    for part in parts(sorted(article_ids)):
        indexed = query.where(revision.c.article_id.in_(part), revision.c.state == "indexed")
        found.update({row.article_id: row for row in connection.execute(indexed.order_by(revision.c.number))})
    return found


def _withdrawn(connection: sa.Connection, article_ids: Iterable[str]) -> dict[str, datetime]:
    query = sa.select(withdrawal.c.article_id, withdrawal.c.at).join(article, article.c.id == withdrawal.c.article_id)
    return {
        row[0]: row[1]
        for part in parts(sorted(article_ids))
        for row in connection.execute(query.where(article.c.id.in_(part), article.c.state == "withdrawn"))
    }
