"""Understanding a question: what it asks for, of which places, parties and days; what a follow-up leaves out put back."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import datetime

from index import places
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
    mentions = places.mentions(question.text, language)
    names = tuple(Inquiry.Name(m.text, frozenset(terms(m.text)), frozenset({m.place.id})) for m in mentions if m.kind == "place")
    known = " ".join(name.text.casefold() for name in names)
    names += tuple(Inquiry.Name(name, frozenset(terms(name))) for name in question.names if name.casefold() not in known)
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
        covers=lambda here: covers(frozenset(m.place.id for m in mentions if m.kind == "place"), here),
    )


def _kind(question):
    return "news" if question.wants_news else question.kind


def covers(asked: frozenset[str], here: frozenset[str]) -> bool:
    """Whether any of some places is one asked about, lies in one, or holds one."""
    table = places.table()
    if asked & here:
        return True
    for a in asked:
        for h in here:
            x, y = table.place(a), table.place(h)
            if x and y and (table.within(y, x)):
                return True
    return False
