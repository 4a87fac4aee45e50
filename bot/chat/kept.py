"""Answers as they are kept with a chat's turns (the JSON of the contract), and back. Pure."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from index.answers.answer import Answer, Citation, Claim, Conflict, Development, Position, Subject, Value
from index.reports.shown import Gist, Tally
from index.reports.shown import plain as as_json


def citation_of(row: dict[str, Any]) -> Citation:
    published = row["published"]
    fields = {name: value for name, value in row.items() if name != "published"}
    return Citation(**fields, published_at=datetime.fromisoformat(published) if published else None)


def row_of(answer: Answer) -> dict[str, Any]:
    """An Answer as it is kept: as the contract has it, with what the records hold of each claim."""
    row = answer.to_json()
    for kept, claim in zip(row["claims"], answer.claims, strict=True):
        if claim.gist is not None:
            kept["gist"] = as_json(claim.gist)
    return row


def answer_of(row: dict[str, Any]) -> Answer:
    """The Answer that `row_of` or `to_json` made this of."""
    return Answer(
        question=row["question"],
        kind=row["kind"],
        as_of=datetime.fromisoformat(row["as_of"]),
        text=row["text"],
        claims=tuple(
            Claim(c["text"], c["quote"], tuple(c["attribution"]), tuple(c["citations"]), _gist(c.get("gist")))
            for c in row["claims"]
        ),
        citations=tuple(citation_of(c) for c in row["citations"]),
        conflicts=tuple(
            Conflict(c["about"], tuple(_position(p) for p in c["positions"]), _subject(c.get("of")))
            for c in row["conflicts"]
        ),
        developments=tuple(_development(d) for d in row.get("developments", ())),
        origins=row["origins"],
    )


def _gist(row: dict[str, Any] | None) -> Gist | None:
    if row is None:
        return None
    day = date.fromisoformat(row["day"]) if row["day"] else None
    tallies = tuple(Tally(**tally) for tally in row["tallies"])
    names = {name: tuple(row[name]) for name in ("places", "mentioned")}
    return Gist(**{**row, **names, "tallies": tallies, "day": day})


def _position(row: dict[str, Any]) -> Position:
    return Position(
        row["value"],
        tuple(row["attribution"]),
        tuple(row["citations"]),
        row.get("quote", ""),
        _moment(row.get("as_of")),
    )


def _development(row: dict[str, Any]) -> Development:
    values = tuple(Value(one["value"], _moment(one["as_of"]), tuple(one["citations"])) for one in row["values"])
    return Development(row["about"], row["speaker"], values, _subject(row.get("of")))


def _subject(row: dict[str, Any] | None) -> Subject:
    """What positions are on; answers that were kept before this was known have none."""
    if row is None:
        return Subject()
    return Subject(**{**row, "day": date.fromisoformat(row["day"]) if row["day"] else None})


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None
