"""Answers as they are kept with a chat's turns (the JSON of the contract), and back. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from index.answers.answer import Answer, Citation, Claim, Conflict, Position


def citation_of(row: dict[str, Any]) -> Citation:
    published = row["published"]
    fields = {name: value for name, value in row.items() if name != "published"}
    return Citation(**fields, published_at=datetime.fromisoformat(published) if published else None)


def answer_of(row: dict[str, Any]) -> Answer:
    """The Answer whose `to_json` this is."""
    return Answer(
        question=row["question"],
        kind=row["kind"],
        as_of=datetime.fromisoformat(row["as_of"]),
        text=row["text"],
        claims=tuple(
            Claim(c["text"], c["quote"], tuple(c["attribution"]), tuple(c["citations"])) for c in row["claims"]
        ),
        citations=tuple(citation_of(c) for c in row["citations"]),
        conflicts=tuple(Conflict(c["about"], tuple(_position(p) for p in c["positions"])) for c in row["conflicts"]),
        origins=row["origins"],
    )


def _position(row: dict[str, Any]) -> Position:
    return Position(row["value"], tuple(row["attribution"]), tuple(row["citations"]))
