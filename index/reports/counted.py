"""The words of a sentence as a count is read from them, and what a number in it counts."""

from __future__ import annotations

import dataclasses
from datetime import date

from index.language.dates import date_spans
from index.language.numerals import Numeral, numerals
from index.language.terms import terms
from index.language.vocabulary import Marked, marked
from index.language.wordlists import words

WEAPONS = frozenset({"drones", "missiles", "shells", "planes"})
THINGS = words(
    "tanks vehicles trucks ships houses buildings schools hospitals villages camps positions weapons animals"
)
EVENTS = frozenset({"attacks"})
LIFELESS = WEAPONS | THINGS | EVENTS

_MOST_NUMBERS = 40
_LONGEST_PHRASE = 6
_QUOTES = frozenset("\"“”«»„'")
_AND = frozenset("וو")
# In these the noun that is counted stands last in its phrase: "police officers".
_HEAD_LAST = frozenset({"en"})
_OF_WEAPONS = frozenset({"downed"})
_OF_THINGS = frozenset({"captured", "released", "evacuated"})
_OF_LIFELESS = frozenset({"downed", "struck"})


@dataclasses.dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: the concept or the stem of the noun, and the last word of the phrase that says it.

    `listed`: the lexicons know the noun.
    """

    concept: str
    last: int
    listed: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Trigger:
    """A word at `first:last + 1` that says what became of people, or of things; `transitive`: it says to whom.

    `opens_clause`: "and" is written together with it, as in Arabic, so that another clause begins.
    """

    first: int
    last: int
    of_people: str
    of_things: str
    transitive: bool
    opens_clause: bool

    def of(self, subject: Counted) -> str:
        """What it says became of what is counted, "" where it cannot be said of that."""
        if subject.concept in EVENTS:
            return ""
        if subject.concept in WEAPONS:
            return self.of_things if self.of_things in _OF_WEAPONS else ""
        if subject.concept in THINGS:
            return self.of_things or (self.of_people if self.of_people in _OF_THINGS else "")
        return self.of_people or ("" if subject.listed else self.of_things)


def allows(concept: str, outcome: str) -> bool:
    """Whether this can become of what is counted: a drone is not wounded, a child is not shot down."""
    if concept in WEAPONS:
        return outcome in _OF_WEAPONS
    if concept in THINGS:
        return outcome in _OF_THINGS | _OF_LIFELESS
    return concept not in EVENTS and outcome not in _OF_LIFELESS


class Phrasing:
    """A sentence with its dates, its numbers and the words that say what became of those it counts."""

    def __init__(self, sentence: str, language: str, written: date | None) -> None:
        self.words: Marked = marked(sentence, language, "counting")
        self.dates = date_spans(sentence, language, written)
        self.numbers = numerals(self.words, self.dates)[:_MOST_NUMBERS]
        self.opening = {number.begin: number for number in self.numbers}
        self.numbered = {place for number in self.numbers for place in range(number.begin, number.last + 1)}
        self.triggers = self._triggers()
        self.ending = {trigger.last: trigger for trigger in self.triggers.values()}

    def says(self, listing: str, place: int) -> str:
        """What the words at a place mean in a listing, "" where they are not in it or there is no such place."""
        return self.words.says(listing, place)

    def key(self, place: int) -> str:
        return self.words.key(place)

    def is_conjunction(self, place: int) -> bool:
        return self.words.says("commas", place) != ""

    def closing(self, place: int) -> int:
        """The place of the bracket that closes the one at a place; the place itself where it is far or missing."""
        return next((near for near in range(place, place + _LONGEST_PHRASE) if self.key(near) == ")"), place)

    def _triggers(self) -> dict[int, Trigger]:
        found: dict[int, Trigger] = {}
        place = 0
        while place < len(self.words):
            if self.words.is_plain(place):
                place += 1
                continue
            person, thing = self.words.sense("outcomes", place), self.words.sense("outcomes_of_things", place)
            length = max(person.length, thing.length)
            if length and place not in self.numbered:
                transitive = self.words.says("transitive", place) != ""
                opens = person.clings and self.key(place)[0] in _AND
                last = place + length - 1
                found[place] = Trigger(place, last, person.meaning, thing.meaning, transitive, opens)
            place += max(1, length)
        return found


def counted(phrasing: Phrasing, number: Numeral) -> Counted:
    """What the words after a number say that it counts."""
    if number.noun:
        return Counted(number.noun, number.last, True)
    heads: list[int] = []
    place = number.last + 1
    while place < len(phrasing.words) and place - number.last <= _LONGEST_PHRASE:
        word = phrasing.words[place]
        if word.key == "(":
            place = phrasing.closing(place) + 1
            continue
        if place in phrasing.numbered and not number.value:
            place += 1
            continue
        if place in phrasing.numbered or (word.kind != "word" and word.key not in _QUOTES):
            break
        concept, length, _ = phrasing.words.sense("concepts", place)
        if concept:
            return _whole_head(phrasing, concept, place + length - 1)
        if place in phrasing.triggers:
            return _before_trigger(phrasing, phrasing.triggers[place], heads)
        skipped = phrasing.says("skipped", place) != "" or _is_partitive(phrasing, place)
        if phrasing.says("stops", place) and not skipped:
            break
        if not skipped and word.kind == "word":
            heads.append(place)
        place += 1
    return _by_stem(phrasing, heads, place)


def _is_partitive(phrasing: Phrasing, place: int) -> bool:
    """Whether what is counted stands behind "of", or "of its"."""
    if not phrasing.says("partitives", place):
        return False
    behind = place + 1 + (phrasing.says("skipped", place + 1) != "")
    return phrasing.says("concepts", behind) != ""


def _before_trigger(phrasing: Phrasing, trigger: Trigger, heads: list[int]) -> Counted:
    """What is counted where an outcome follows the number: "33 dead", "30 wounded soldiers", "61 cholera deaths"."""
    following = phrasing.says("concepts", trigger.last + 1)
    fits = following not in LIFELESS if trigger.of_people else following in LIFELESS
    if following and fits and not heads:
        return Counted(following, trigger.last + 1, True)
    named = _by_stem(phrasing, heads, trigger.first)
    return named if named.concept else Counted("people", trigger.first - 1, not heads)


def _whole_head(phrasing: Phrasing, concept: str, last: int) -> Counted:
    """In "police officers" and "family members" the last noun is what is counted."""
    while phrasing.words.language in _HEAD_LAST and last + 1 not in phrasing.numbered:
        following, length, _ = phrasing.words.sense("concepts", last + 1)
        trigger = phrasing.triggers.get(last + 1)
        if not following or (trigger and trigger.transitive):
            break
        concept, last = following if following != "members" else concept, last + length
    return Counted(concept, last, True)


def _by_stem(phrasing: Phrasing, heads: list[int], end: int) -> Counted:
    """What is counted where no lexicon knows it: the stem of the noun; people where a name stands for it."""
    if not heads:
        return Counted("", end - 1, False)
    head = heads[0]
    if phrasing.words.language in _HEAD_LAST:
        plurals = [place for place in heads if phrasing.key(place).endswith("s") and len(phrasing.key(place)) > 3]
        if not plurals:
            return Counted("", heads[-1], False)
        head = plurals[0]
        if phrasing.words[head].capital:
            return Counted("people", head, True)
    stems = terms(phrasing.key(head))
    return Counted(stems[0] if stems else "", head, False)
