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
_NEAR = 2
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
_OF_THINGS = frozenset({"captured", "released", "evacuated"})


@dataclasses.dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: the concept or the stem of the noun, and the last word of the phrase that says it."""

    concept: str
    last: int
    listed: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Trigger:
    """A word at `first:last + 1` that says what became of people, or of things; `transitive`: it says to whom."""

    first: int
    last: int
    of_people: str
    of_things: str
    transitive: bool

    def of(self, subject: Counted) -> str:
        """What it says became of what is counted, "" where it cannot be said of that."""
        if subject.concept in EVENTS:
            return ""
        if subject.concept in WEAPONS:
            return self.of_things if self.of_things in _OF_WEAPONS else ""
        if subject.concept in THINGS:
            return self.of_things or (self.of_people if self.of_people in _OF_THINGS else "")
        return self.of_people or ("" if subject.listed else self.of_things)


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
        self.clauses: set[int] = set()
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
        of_people, of_things = self.listing("outcomes"), self.listing("outcomes_of_things")
        found: dict[int, Trigger] = {}
        place = 0
        while place < len(self.words):
            person, length = ("", 0) if place in self.numbered else of_people.at(self.words, place)
            thing, longer = ("", 0) if place in self.numbered else of_things.at(self.words, place)
            if person or thing:
                last = place + max(length, longer) - 1
                transitive = self._transitive.at(self.words, place)[0] != ""
                found[place] = Trigger(place, last, person, thing, transitive)
                if self.opens_clause(place):
                    self.clauses.add(place)
            place += max(1, length, longer)
        return found

    def closing(self, place: int) -> int:
        """The place of the bracket that closes the one at a place; the place itself where it is far or missing."""
        return next((near for near in range(place, place + _LONGEST_PHRASE) if self.key(near) == ")"), place)

    def opens_clause(self, place: int) -> bool:
        """Whether an outcome has "and" written together with it, as in Arabic: another clause begins."""
        key = self.words[place].key
        return key[:1] in {"و", "ו"} and self.listing("outcomes").clings(key)


def counted(phrasing: Phrasing, number: Numeral) -> Counted:
    """What the words after a number say that it counts."""
    if number.noun:
        return Counted(number.noun, number.last, True)
    sentence, concepts = phrasing.words, phrasing.listing("concepts")
    heads: list[int] = []
    place = number.last + 1
    while place < len(sentence) and place - number.last <= _LONGEST_PHRASE:
        if place in phrasing.numbered and not number.value:
            place += 1
            continue
        if sentence[place].key == "(":
            place = phrasing.closing(place) + 1
            continue
        if place in phrasing.numbered or (sentence[place].kind != "word" and sentence[place].key not in _QUOTES):
            break
        concept, length = concepts.at(sentence, place)
        if concept:
            return _whole_head(phrasing, concept, place + length - 1)
        trigger = phrasing.triggers.get(place)
        if trigger:
            following = concepts.at(sentence, trigger.last + 1)[0] if trigger.last + 1 < len(sentence) else ""
            fits = following not in LIFELESS if trigger.of_people else following in LIFELESS
            if following and fits and not heads and not trigger.transitive:
                return Counted(following, trigger.last + 1, True)
            named = _by_stem(heads, phrasing, place)
            return named if named.concept else Counted("people", place - 1, True)
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
    head = heads[0]
    if phrasing.language in _HEAD_LAST:
        plurals = [place for place in heads if phrasing.key(place).endswith("s") and len(phrasing.key(place)) > 3]
        if not plurals:
            return Counted("", heads[-1], False)
        head = plurals[0]
        if phrasing.words[head].capital:
            return Counted("people", head, True)
    stems = terms(phrasing.words[head].key)
    return Counted(stems[0] if stems else "", head, False)


def allows(concept: str, outcome: str) -> bool:
    """Whether this can become of what is counted: a drone is not wounded, a child is not shot down."""
    if concept in WEAPONS:
        return outcome in _OF_WEAPONS
    if concept in THINGS:
        return outcome in _OF_THINGS | {"downed", "struck"}
    return concept not in EVENTS and outcome not in {"downed", "struck"}


def fate_after(phrasing: Phrasing, number: Numeral, subject: Counted) -> Fate | None:
    """What the words after a number say became of those it counts: "20 (people were) killed"."""
    cost, passive, place = 0, False, number.last
    while place + 1 < min(len(phrasing.words), subject.last + _LONGEST_SENTENCE_PART):
        place += 1
        if place in phrasing.numbered and number.value:
            return None
        trigger = phrasing.triggers.get(place)
        if trigger and place in phrasing.clauses:
            return None
        outcome = trigger.of(subject) if trigger else ""
        if trigger and outcome:
            if trigger.transitive and not passive and _takes_object(phrasing, trigger):
                return None
            return Fate(outcome, cost, trigger)
        if trigger or place <= subject.last or place in phrasing.numbered:
            continue
        if phrasing.key(place) == "(":
            place = phrasing.closing(place)
            continue
        step = _step(phrasing, place)
        if step is None and phrasing.is_conjunction(place) and _goes_on(phrasing, place):
            step = _COMMA
        if step is None or (phrasing.says("fences", place) and not (phrasing.says("who", place) and cost == 0)):
            return None
        passive = passive or phrasing.says("passive", place) != ""
        cost += step
    return None


def fate_before(phrasing: Phrasing, number: Numeral, subject: Counted) -> Fate | None:
    """What the words before a number say became of those it counts: "killed 20", "put the death toll at 58"."""
    cost, linked, crossed = 0, False, False
    for place in range(number.begin - 1, max(-1, number.begin - _LONGEST_SENTENCE_PART), -1):
        if place in phrasing.numbered:
            return None
        trigger = phrasing.ending.get(place)
        toll = phrasing.says("tolls", place) if not trigger else ""
        outcome = trigger.of(subject) if trigger else toll
        if outcome and (trigger or allows(subject.concept, toll)):
            if crossed and trigger and not (trigger.transitive or toll):
                return None
            bare = subject.last <= number.last and not (linked or toll)
            far = _FARTHEST_TOLL if linked or toll else (_FAR if subject.listed and not bare else _NEAR)
            return Fate(outcome, cost, trigger) if cost <= far else None
        if trigger:
            continue
        step = _step(phrasing, place)
        if step is None and phrasing.is_conjunction(place) and not crossed and not linked:
            crossed, step = True, 2
        if phrasing.says("fences", place):
            step = 1 if linked else None
        if step is None:
            return None
        linked = linked or (phrasing.says("linking", place) != "" and number.begin - place <= 3)
        cost += step
    return None


def _goes_on(phrasing: Phrasing, place: int) -> bool:
    """Whether "and" joins another subject, not another clause: "four children and a woman died"."""
    return not any(near in phrasing.triggers or near in phrasing.opening for near in (place + 1, place + 2))


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
