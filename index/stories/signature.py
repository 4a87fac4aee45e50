"""What an article is compared by: its day, its weighted terms and its embedding."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime

import numpy as np
import numpy.typing as npt

from index.language.dates import date_spans, dateline
from index.language.languages import language_of
from index.language.terms import terms
from index.reports.records import Reading, Statement
from index.stories.facts import facts_of
from index.stories.names import names_in

# A headline names the event, and the first sentences tell it; further down comes what many stories share.
_TITLE_WEIGHT = 3
_LEAD_TERMS = 40
# Sentences in which a report names where it happened.
_OPENING = 4
# The 06.04.2017 or 03-12-2016 at the top of a page, day first as most of the world writes it.
_NUMERIC_DAY = re.compile(r"\b([0-3]?\d)[./-]([01]?\d)[./-]((?:19|20)\d\d)\b")
# How far down a page gives its own day.
_TOP = 110
_LANGUAGE_HEAD = 2_000

Embedding = npt.NDArray[np.float32]


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Signature:
    """One article as clustering sees it. `day` counts days; `terms` maps a term to its weighted frequency.

    `fingerprint` names the model of `embedding`; those of two models can not be compared. `facts` are what it shares
    with reports in other languages than its own (`language`, "" where that was not read); see `facts_of`.
    """

    article_id: str
    revision_id: int
    publisher: str
    dated_at: datetime
    day: int
    terms: Mapping[str, int]
    fingerprint: str
    embedding: Embedding
    language: str = ""
    facts: Mapping[str, int] = dataclasses.field(default_factory=dict)


def signature(
    article_id: str,
    *,
    revision_id: int,
    publisher: str,
    dated_at: datetime,
    title: str,
    text: str,
    fingerprint: str,
    embeddings: Sequence[Embedding],
    reading: Reading | None = None,
) -> Signature:
    """The signature of one revision of an article, its embedding the mean of its passages'."""
    weights = Counter(dict.fromkeys(terms(title), _TITLE_WEIGHT))
    for place, term in enumerate(terms(text)):
        weights[term] += 2 if place < _LEAD_TERMS else 1
    stated = stated_day(text)
    return Signature(
        article_id=article_id,
        revision_id=revision_id,
        publisher=publisher,
        dated_at=dated_at,
        day=(stated or dated_at.date()).toordinal(),
        terms=dict(weights),
        fingerprint=fingerprint,
        embedding=_mean(embeddings),
        language=reading.language if reading is not None else "",
        facts=facts_of(reading) | _named(title, text, reading) if reading is not None else {},
    )


def _named(title: str, text: str, reading: Reading) -> dict[str, int]:
    """Names of what may be places, as facts: the table has not every town. Where nothing is told of a deed or of people
    who met with something, as at the end of a post, they are not looked for."""
    opening = [statement for statement in reading.statements if statement.sentence < _OPENING]
    telling = [statement for statement in opening if statement.acts or _counts_people(statement)]
    texts = [title, *(text[statement.start : statement.end] for statement in telling)]
    return {f"name:{name}": 1 for name in names_in(texts, reading.language)}


def _counts_people(statement: Statement) -> bool:
    return any(figure.outcome for figure in statement.figures)


def stated_day(text: str) -> date | None:
    """The day that the text gives at its top: metadata is often wrong about it, the text seldom."""
    language = language_of(text[:_LANGUAGE_HEAD])
    head = dateline(text, language)
    spans = date_spans(text[:_TOP], language, None)
    opening = [span.first for span in spans if span.stated and span.grain == "day" and span.first]
    stated = head.day if head is not None and head.day else next(iter(opening), None)
    if stated is None and (numeric := _NUMERIC_DAY.search(text[:_TOP])):
        day, month, year = map(int, numeric.groups())
        try:
            return date(year, month, day)
        except ValueError:
            return None
    return stated


def _mean(embeddings: Sequence[Embedding]) -> Embedding:
    if not embeddings:
        return np.zeros(0, np.float32)
    mean = np.mean(np.stack(embeddings), axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)
