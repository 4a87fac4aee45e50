"""What two reports of one event have in common whatever language each is written in: places, counts, actors, deeds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from index.places import table
from index.reports.records import Act, Reading, Statement
from index.reports.states import HARM

# Only so far down does a report tell its own news; a headline names it, and the first sentences tell it.
_READ_TO, _OPENING = 9, 3
# An event is told of in the first sentence, or the next.
_OPENING_OF_EVENT = 2
_IN_TITLE, _IN_OPENING, _BELOW = 3, 2, 1
# How much a kind of fact tells of an event beside the others: wars have few actors, and few kinds of deeds.
_TELLING = {"place": 1.0, "country": 0.5, "figure": 1.0, "outcome": 0.7, "actor": 0.5, "deed": 0.3, "name": 0.5}
# What outlets of different languages call one deed by: harm that is done, and who died of it.
_HARM, _DIED = "harm", frozenset({"die"})


def facts_of(reading: Reading) -> dict[str, int]:
    """The facts at the top of a report, each with how much the report makes of it. A fact has a colon in it, so that it
    is no term of any text."""
    weights: Counter[str] = Counter()
    if reading.headline is not None:
        weights.update(dict.fromkeys(_facts(reading.headline), _IN_TITLE))
    for statement in reading.statements:
        if statement.sentence < _READ_TO and not statement.background:
            share = _IN_OPENING if statement.sentence < _OPENING else _BELOW
            weights.update(dict.fromkeys(_facts(statement), share))
    return dict(weights)


def _facts(statement: Statement) -> set[str]:
    facts = {f"{'country' if mention.is_country else 'place'}:{mention.place_id}" for mention in statement.places}
    for figure in statement.figures:
        if not figure.vague:
            facts.add(f"figure:{figure.value:g}")
            facts |= {f"outcome:{figure.value:g} {figure.outcome}"} if figure.outcome else set()
    facts |= {f"actor:{party.actor}" for party in statement.parties if party.actor}
    return facts | {f"deed:{deed_of(act)}" for act in statement.acts if act.verb}


def event_facts(reading: Reading) -> set[str]:
    """The places and the tolls that a report opens with; tolls of one or two are too many events'."""
    opening = [statement for statement in reading.statements if statement.sentence < _OPENING_OF_EVENT]
    facts = {fact for statement in (reading.headline, *opening) if statement is not None for fact in _facts(statement)}
    small = {f"outcome:{count} {outcome}" for count in (1, 2) for outcome in ("killed", "wounded")}
    return {fact for fact in facts if fact.startswith(("place:", "outcome:"))} - small


def deed_of(act: Act) -> str:
    """The class of a deed, as it is one for outlets of all languages."""
    return _HARM if act.verb in HARM | _DIED else act.verb


def telling(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights of facts, each by how much its kind tells."""
    return {fact: weight * _TELLING[kind_of(fact)] for fact, weight in weights.items()}


def kind_of(fact: str) -> str:
    return fact.partition(":")[0]


def in_words(fact: str) -> str:
    """A fact as it is shown to somebody who asks why two reports are one story."""
    kind, _, value = fact.partition(":")
    place = table().place(value) if kind in {"place", "country"} else None
    return place.name if place is not None else value.replace("_", " ")
