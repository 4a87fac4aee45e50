"""Whether a number counts a part of a larger one: "eleven of the dead", "including two children", "34 of 40"."""

from __future__ import annotations

from index.language.numerals import Numeral
from index.reports.counted import Counted, Phrasing

_NEAR = 4
_FAR = 8
_PREDICATE = 15
# "Of" is written together with the word that follows in Hebrew.
_OF = "מ"
_STOPS = frozenset({",", ".", ";", "،"})


def group_after(phrasing: Phrasing, number: Numeral) -> tuple[str, int] | None:
    """ "Eleven of the dead", "three of those killed", "30 of them": what became of the whole, and where it ends; "" of
    "the victims", of whom the words after that tell it."""
    place = number.last + 1
    kind, length, _ = phrasing.words.sense("groups", place)
    if phrasing.key(place)[:1] == _OF and phrasing.words.sense("outcomes", place).clings:
        return phrasing.triggers[place].of_people, place
    owner = place + length if length else place + 1
    owned = phrasing.triggers.get(owner + 1) if owner < len(phrasing.words) and phrasing.words[owner].owns else None
    if owned and (kind or phrasing.says("of", place)):
        return owned.of_people, owned.last
    if not kind:
        return None
    for near in (place + length - 1, place + length):
        trigger = phrasing.triggers.get(near)
        if trigger:
            return trigger.of_people, trigger.last
        if near in phrasing.numbered:
            return None
        if phrasing.says("harm", near):
            return "", near
    return ("", place + length - 1) if kind == "them" else None


def predicate_of(phrasing: Phrasing, after: int) -> Counted | None:
    """What the members of a group are said to be: "of the dead were children", "of them women"."""
    end = min(len(phrasing.words), after + _PREDICATE)
    copula = next((place for place in range(after + 1, end) if phrasing.says("passive", place)), after)
    for place in range(copula + 1, min(end, copula + _NEAR + 1)):
        concept, length, _ = phrasing.words.sense("concepts", place)
        if concept:
            return Counted(concept, place + length - 1, True)
        if place in phrasing.triggers or phrasing.key(place) in _STOPS:
            return None
    return None


def whole_after(phrasing: Phrasing, number: Numeral) -> Numeral | None:
    """The whole that a number is said to be of: "34 of 40 drones"."""
    return phrasing.opening.get(number.last + 2) if phrasing.says("wholes", number.last + 1) else None


def is_whole(phrasing: Phrasing, number: Numeral) -> bool:
    """Whether a number only says of how many others are counted: "of the 40 passengers three died"."""
    opens = range(max(0, number.first - 3), number.first)
    return any(phrasing.words.length("whole_before", near) == number.first - near for near in opens)


def is_introduced_as_part(phrasing: Phrasing, number: Numeral) -> bool:
    """Whether "including", "among them" or "the other" stands right before a number."""
    for place in range(max(0, number.begin - _NEAR), number.begin):
        if phrasing.says("parts", place) and phrasing.numbered.isdisjoint(range(place, number.begin)):
            return True
    return whole_named_before(phrasing, number) is not None


def whole_named_before(phrasing: Phrasing, number: Numeral) -> str | None:
    """What became of the whole that "among the dead", before a number, names; None where nothing of the kind stands."""
    for place in range(max(0, number.begin - _FAR), number.begin):
        length = phrasing.words.length("among", place)
        if not length or not phrasing.numbered.isdisjoint(range(place, number.begin)):
            continue
        for near in range(place + length - 1, number.begin):
            if near in phrasing.triggers:
                return phrasing.triggers[near].of_people
            if phrasing.says("them", near):
                return ""
    return None


def is_among(phrasing: Phrasing, first: int, end: int) -> bool:
    """Whether the words `first:end` say "among" or "the rest of"."""
    return any(phrasing.says("among", place) or phrasing.says("rest", place) for place in range(first, end))
