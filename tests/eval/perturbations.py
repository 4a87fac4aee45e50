"""What makes of a question that can be answered others that nobody can: another town, day, number, speaker or party,
or its two parties in each other's place."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from index.answers.speaking import asked_speaker
from index.places import Place, mentions, names, table
from index.reports.actors import namings

Row = Mapping[str, Any]
_TOWN = 50_000
_MONTHS = (*calendar.month_name[1:], *calendar.month_abbr[1:])
_MONTH = "|".join(_MONTHS)
_DAY = re.compile(rf"\b(\d{{1,2}})((?:-\d{{1,2}})? (?:{_MONTH}))\b|\b((?:{_MONTH}) )(\d{{1,2}})\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b\d{2,}(?:,\d{3})*\b|\b(?:two|three|four|five|six|seven|eight|nine|ten)\b")
_STRANGERS = ("the Finnish foreign ministry", "the mayor of Salzburg")
_PARTIES = ("Iceland", "Paraguay")


def another_town(question: str, texts: str) -> str | None:
    for mention in mentions(question, "en"):
        if mention.kind == "place" and mention.place.kind != "country":
            town = _unnamed_town(mention.place, texts)
            return question[: mention.start] + town.name + question[mention.end :] if town else None
    return None


def _unnamed_town(place: Place, texts: str) -> Place | None:
    """The largest town of a place's country that no text names."""
    towns = (town for town in table().towns_of(place.country) if town.population >= _TOWN and town.id != place.id)
    return next((town for town in towns if not any(name in texts for name in names(town, "en"))), None)


def another_day(question: str, _texts: str) -> str | None:
    found = _DAY.search(question)
    if found is None:
        return None
    day = int(found[1] or found[4])
    other = str((day + 13) % 28 + 1)
    shown = other + found[2] if found[1] else found[3] + other
    return question[: found.start()] + shown + question[found.end() :]


def another_number(question: str, _texts: str) -> str | None:
    dates = [found.span() for found in _DAY.finditer(question)]
    for found in _NUMBER.finditer(question):
        inside = any(begin <= found.start() < end for begin, end in dates) or re.fullmatch(r"(?:19|20)\d\d", found[0])
        if not inside:
            return f"{question[: found.start()]}7,431{question[found.end() :]}"
    return None


def another_speaker(question: str, texts: str) -> str | None:
    voice = asked_speaker(question, "en")
    stranger = next(name for name in _STRANGERS if name.split()[-1] not in texts or name.split()[1] not in texts)
    return question.replace(voice.name, stranger, 1) if voice and voice.name in question else None


def another_party(question: str, texts: str) -> str | None:
    named = namings(question, "en")
    party = next((name for name in _PARTIES if name not in texts), None)
    if not named or party is None:
        return None
    return question[: named[0].start] + party + question[named[0].end :]


def swapped(question: str, _texts: str) -> str | None:
    named = namings(question, "en")
    if len(named) != 2 or named[0].actor == named[1].actor:
        return None
    first, second = named
    between = question[first.end : second.start]
    return f"{question[: first.start]}{second.name}{between}{first.name}{question[second.end :]}"


KINDS: Mapping[str, Callable[[str, str], str | None]] = {
    "town": another_town,
    "day": another_day,
    "number": another_number,
    "speaker": another_speaker,
    "party": another_party,
    "roles": swapped,
}


def made_of(row: Row, texts: str) -> Iterator[tuple[str, str]]:
    """The kinds and questions that a question gives."""
    for kind, change in KINDS.items():
        question = change(row["query"], texts)
        if question is not None and question != row["query"]:
            yield kind, question
