"""Understanding a question: what it asks for, of which places, parties and days; what a follow-up leaves out put back."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import datetime

from index.answers.answer import Answer
from index.answers.inquiry import Inquiry
from index.answers.kinds import kind_of
from index.answers.question import Turn as Turn
from index.answers.question import understand as parsed
from index.embedding.embedder import Vectors
from index.language.languages import language_of
from index.language.terms import terms


def understand(
    asked: str, now: datetime, zone: str, turns: Sequence[Turn], vector: Callable[[str], Vectors]
) -> Inquiry:
    """Read a question as of `now`, with the chat's last turns to complete a follow-up from."""
    question = parsed(asked, now, zone, turns)
    language = language_of(question.text)
    names = tuple(Inquiry.Name(name, frozenset(terms(name))) for name in question.names)
    return Inquiry(
        asked=asked,
        text=question.text,
        language=language,
        kind=_kind(question),
        terms=question.terms,
        names=names,
        vector=vector(question.text),
        outcomes=frozenset(question.outcomes),
        publishers=question.publishers,
        speaker=question.speaker,
        since=question.time.since,
        first=question.time.first,
        last=question.time.last,
        assumed=question.time.assumed,
    )


def _kind(question):
    return "news" if question.wants_news else question.kind
