"""What a number in a sentence counts, and what became of those it counts."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from index.language.numerals import Numeral
from index.language.spelling import Word
from index.language.terms import terms
from index.language.wordlists import words
from index.language.wordtable import WordTable, table

_LONGEST_PHRASE = 6
_LONGEST_SENTENCE_PART = 16
_COMMA = 3
_FAR = 6
_FARTHEST_TOLL = 10
_QUOTES = frozenset("\"“”«»„'")
_ENDS = frozenset(".;:!?…()[]—–؛؟")
_COMMAS = frozenset(",،")
_HEAD_LAST = {"en"}

WEAPONS = frozenset({"drones", "missiles", "shells", "planes"})
THINGS = words(
    "tanks vehicles trucks ships houses buildings schools hospitals villages camps positions weapons animals"
)
EVENTS = frozenset({"attacks"})
LIFELESS = WEAPONS | THINGS | EVENTS
_OF_WEAPONS = frozenset({"downed"})
_OF_THINGS = frozenset({"downed", "struck", "captured", "released", "evacuated"})
_OF_LIFELESS = frozenset({"downed", "struck"})


@dataclasses.dataclass(frozen=True, slots=True)
class Trigger:
    """A word at `first:last + 1` that says what became of people; `transitive`: as a verb it says to whom."""

    first: int
    last: int
    outcome: str
    transitive: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: the concept or the stem of the noun, and the last word of the phrase that says it."""

    concept: str
    last: int
    listed: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Fate:
    """What became of those counted, and how many words lie between saying it and their number."""

    outcome: str
    cost: int
    trigger: Trigger | None = None


class Phrasing:
    """The words of a sentence, looked up: where its outcomes, concepts and little words stand."""

    def __init__(self, sentence: Sequence[Word], numbers: Sequence[Numeral], language: str) -> None:
        self.words, self.numbers, self.language = sentence, numbers, language
        self.opening = {number.begin: number for number in numbers}
        self.numbered = {place for number in numbers for place in range(number.begin, number.last + 1)}
        self._transitive = self.listing("transitive")
        self.triggers = self._triggers()
        self.ending = {trigger.last: trigger for trigger in self.triggers.values()}

    def listing(self, name: str) -> WordTable:
        return table(self.language, "counting", name)

    def says(self, name: str, place: int) -> str:
        """What the word at a place means in a listing, "" where it is not in it or there is no such place."""
        return self.listing(name).at(self.words, place)[0] if 0 <= place < len(self.words) else ""

    def key(self, place: int) -> str:
        return self.words[place].key if 0 <= place < len(self.words) else ""

    def is_conjunction(self, place: int) -> bool:
        return self.listing("commas").at(self.words, place)[0] != ""

    def _triggers(self) -> dict[int, Trigger]:
        outcomes, found = self.listing("outcomes"), {}
        place = 0
        while place < len(self.words):
            outcome, length = outcomes.at(self.words, place) if self.words[place].kind == "word" else ("", 0)
            if outcome and place not in self.numbered:
                transitive = self._transitive.at(self.words, place)[0] != ""
                found[place] = Trigger(place, place + length - 1, outcome, transitive)
            place += max(1, length)
        return found


def counted(phrasing: Phrasing, number: Numeral) -> Counted:
    """What the words after a number say that it counts."""
    if number.noun:
        return Counted(number.noun, number.last, True)
    sentence, concepts = phrasing.words, phrasing.listing("concepts")
    heads: list[int] = []
    place = number.last + 1
    while place < len(sentence) and place - number.last <= _LONGEST_PHRASE:
        if place in phrasing.numbered or (sentence[place].kind != "word" and sentence[place].key not in _QUOTES):
            break
        concept, length = concepts.at(sentence, place)
        if concept:
            return _whole_head(phrasing, concept, place + length - 1)
        trigger = phrasing.triggers.get(place)
        if trigger:
            following = concepts.at(sentence, trigger.last + 1)[0] if trigger.last + 1 < len(sentence) else ""
            if following and following not in LIFELESS and not heads and not trigger.transitive:
                return Counted(following, trigger.last + 1, True)
            return _by_stem(heads, phrasing, place) if heads else Counted("people", place - 1, True)
        if phrasing.says("stops", place) and not phrasing.says("skipped", place):
            break
        if not phrasing.says("skipped", place) and sentence[place].kind == "word":
            heads.append(place)
        place += 1
    return _by_stem(heads, phrasing, place)


def _whole_head(phrasing: Phrasing, concept: str, last: int) -> Counted:
    """In "police officers" and "family members" the last noun is what is counted."""
    while phrasing.language in _HEAD_LAST and last + 1 < len(phrasing.words) and last + 1 not in phrasing.numbered:
        following, length = phrasing.listing("concepts").at(phrasing.words, last + 1)
        if not following or ((last + 1) in phrasing.triggers and phrasing.triggers[last + 1].transitive):
            break
        concept, last = following if following != "members" else concept, last + length
    return Counted(concept, last, True)


def _by_stem(heads: list[int], phrasing: Phrasing, end: int) -> Counted:
    if not heads:
        return Counted("", end - 1, False)
    head = heads[-1] if phrasing.language in _HEAD_LAST else heads[0]
    stems = terms(phrasing.words[head].key)
    return Counted(stems[0] if stems else "", head, False)


def allows(concept: str, outcome: str) -> bool:
    """Whether this can become of what is counted: a drone is not wounded, a child is not shot down."""
    if concept in WEAPONS:
        return outcome in _OF_WEAPONS
    if concept in THINGS:
        return outcome in _OF_THINGS
    return concept not in EVENTS and outcome not in _OF_LIFELESS


def fate_after(phrasing: Phrasing, number: Numeral, subject: Counted) -> Fate | None:
    """What the words after a number say became of those it counts: "20 (people were) killed"."""
    cost, passive = 0, False
    for place in range(number.last + 1, min(len(phrasing.words), subject.last + _LONGEST_SENTENCE_PART)):
        if place in phrasing.numbered:
            return None
        trigger = phrasing.triggers.get(place)
        if trigger and (allows(subject.concept, trigger.outcome) or not subject.listed):
            if trigger.transitive and not passive and _takes_object(phrasing, trigger):
                return None
            return Fate(trigger.outcome, cost, trigger)
        if trigger or place <= subject.last:
            continue
        step = _step(phrasing, place)
        if step is None or (phrasing.says("fences", place) and not (phrasing.says("who", place) and cost == 0)):
            return None
        passive = passive or phrasing.says("passive", place) != ""
        cost += step
    return None


def fate_before(phrasing: Phrasing, number: Numeral, subject: Counted) -> Fate | None:
    """What the words before a number say became of those it counts: "killed 20", "put the death toll at 58"."""
    cost, linked = 0, False
    for place in range(number.begin - 1, max(-1, number.begin - _LONGEST_SENTENCE_PART), -1):
        if place in phrasing.numbered:
            return None
        trigger = phrasing.ending.get(place)
        toll = phrasing.says("tolls", place) if not trigger else ""
        outcome = trigger.outcome if trigger else toll
        if outcome and (allows(subject.concept, outcome) or not subject.listed):
            far = _FARTHEST_TOLL if linked or toll else _FAR
            return Fate(outcome, cost, trigger) if cost <= far else None
        if trigger:
            continue
        step = _step(phrasing, place)
        if step is None or phrasing.says("fences", place):
            return None
        linked = linked or (phrasing.says("linking", place) != "" and number.begin - place <= 3)
        cost += step
    return None


def _step(phrasing: Phrasing, place: int) -> int | None:
    """How far a word puts a number from what is said of it; None where no such thing is said across it."""
    word = phrasing.words[place]
    if word.kind == "mark":
        if word.key in _ENDS:
            return None
        return _COMMA if word.key in _COMMAS else 0
    if phrasing.is_conjunction(place):
        return None
    return 0 if phrasing.says("links", place) else 1


def _takes_object(phrasing: Phrasing, trigger: Trigger) -> bool:
    """Whether a verb goes on to say whom: in "5 rockets killed two people" killed is not of the five."""
    after = trigger.last + 1
    if after in phrasing.opening or phrasing.says("takes", after):
        return True
    return phrasing.says("concepts", after) != ""
