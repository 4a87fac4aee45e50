"""The words of deeds in a sentence and the parties around them: what was done, in which voice, denied or not."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from index.language.spelling import Word, words_of
from index.language.wordtable import WordTable, table

_ENDS = frozenset(".;:!?…؛؟")
_NEGATION_REACH = 5
_OBJECT_WORDS = 7
_HARM = frozenset({"kill", "wound"})
# Where no object follows these, they are told of what stands before: "a constable held in Pakistan".
_DONE_TO = frozenset({"detain", "capture", "kill", "besiege", "destroy"})


@dataclasses.dataclass(frozen=True, slots=True)
class PartySpan:
    """A party named at `start:end` of an article's text; `actor` is its id, "" where none is known."""

    name: str
    actor: str
    start: int
    end: int


@dataclasses.dataclass(frozen=True, slots=True)
class Mention:
    """A party at the words `first:last + 1` of a sentence."""

    party: PartySpan
    first: int
    last: int


@dataclasses.dataclass(frozen=True, slots=True)
class Deed:
    """A word of a deed at `first:last + 1`: its class, whether a noun says it, whether in the passive voice."""

    first: int
    last: int
    verb: str
    noun: bool
    passive: bool


class Clause:
    """A sentence with its deeds, its parties, and what its little words mean."""

    def __init__(self, text: str, start: int, end: int, language: str, parties: Sequence[PartySpan]) -> None:
        self.words: tuple[Word, ...] = words_of(text[start:end], language)
        self.language = language
        self.mentions = [self._mention(party, start) for party in parties if start <= party.start < end]
        self.mentions = sorted(
            (mention for mention in self.mentions if mention.last >= mention.first), key=lambda mention: mention.first
        )
        self._named = {place for mention in self.mentions for place in range(mention.first, mention.last + 1)}
        self.deeds = self._deeds()

    def listing(self, name: str) -> WordTable:
        return table(self.language, "acts", name)

    def says(self, name: str, place: int) -> str:
        """What the words at a place mean in a listing, "" where they are not in it."""
        return self.listing(name).at(self.words, place)[0] if 0 <= place < len(self.words) else ""

    def length(self, name: str, place: int) -> int:
        return self.listing(name).at(self.words, place)[1] if 0 <= place < len(self.words) else 0

    def ends_at(self, place: int) -> bool:
        return self.words[place].kind == "mark" and self.words[place].key in _ENDS

    def is_named(self, place: int) -> bool:
        return place in self._named

    def before(self, place: int, *, bound: int = -1) -> Mention | None:
        """The party that stands before a place as who acts: nearest, not behind a preposition."""
        nearest = None
        for mention in self.mentions:
            if bound < mention.first and mention.last < place and not self.says("obliques", mention.first - 1):
                nearest = mention
        return nearest

    def after(self, place: int, *, reach: int = 9) -> Mention | None:
        """The first party after a place, within its part of the sentence."""
        return next(iter(self.all_after(place, reach=reach)), None)

    def all_after(self, place: int, *, reach: int = 9) -> list[Mention]:
        """The parties after a place, within its part of the sentence, that are no mere places of what is told."""
        found: list[Mention] = []
        for mention in self.mentions:
            if mention.first > place:
                between = range(place + 1, mention.first)
                cut = any(self.ends_at(near) or self.says("fences", near) for near in between)
                if cut or mention.first - place > reach:
                    break
                if not self.says("within", mention.first - 1):
                    found.append(mention)
        return found

    def by(self, place: int) -> Mention | None:
        """The party that a by-phrase after a place names."""
        for near in range(place + 1, min(len(self.words), place + 12)):
            if self.says("by", near):
                return self.after(near + self.length("by", near) - 1, reach=5)
            if self.ends_at(near):
                return None
        return None

    def object_after(self, place: int) -> tuple[int, int]:
        """The words after a deed that say to what it was done: first and last place, empty where last < first."""
        first = place + 1
        while first < len(self.words) and (self.says("articles", first) or self.says("onto", first)):
            first += 1
        last = first - 1
        while last + 1 < len(self.words) and last - first < _OBJECT_WORDS - 1:
            following = self.words[last + 1]
            if following.kind == "mark" or self.says("phrase_ends", last + 1):
                break
            last += 1
        return first, last

    def negated_at(self, place: int) -> bool:
        """Whether a negation stands before a deed and belongs to it."""
        for near in range(place - 1, max(-1, place - _NEGATION_REACH - 1), -1):
            if self.ends_at(near) or self.words[near].key == ",":
                return False
            if self.says("negations", near) or self.says("none", near):
                return not self.says("no_denial", near) and not self.says("no_denial", near - 1)
            if near != place - 1 and self.says("fences", near):
                return False
        return self.words[0].kind == "word" and self._opens_with_none(place)

    def _opens_with_none(self, place: int) -> bool:
        """ "No drone has ever been stored", "None of my soldiers fired": a subject that is nobody."""
        opening = next((near for near in range(min(4, place)) if self.says("none", near)), None)
        if opening is None:
            return False
        between = range(opening + 1, place)
        return len(between) <= 10 and not any(self.ends_at(near) or self.says("fences", near) for near in between)

    def _mention(self, party: PartySpan, start: int) -> Mention:
        inside = [
            place
            for place, word in enumerate(self.words)
            if word.start < party.end - start and word.end > party.start - start
        ]
        return Mention(party, inside[0], inside[-1]) if inside else Mention(party, 0, -1)

    def _deeds(self) -> list[Deed]:
        deeds: list[Deed] = []
        place = 0
        while place < len(self.words):
            verb, length = self._verb_at(place)
            noun = not verb
            if noun:
                verb, length = self.listing("deed_nouns").at(self.words, place)
            last = place + length - 1
            if verb and not self.is_named(place) and not (noun and self.says("named_after", last + 1)):
                deeds.append(Deed(place, last, verb, noun, not noun and self._is_passive(place, last, verb)))
                place = last
            place += 1
        return deeds

    def _verb_at(self, place: int) -> tuple[str, int]:
        """The class of the verb at a place: no noun after an article, no part of a name, no bare form alone."""
        verb, length = self.listing("deeds").at(self.words, place)
        if not verb:
            verb, length = self.listing("bare_deeds").at(self.words, place)
            if not any(self.says("before_bare", near) for near in (place - 1, place - 2)):
                return "", 0
        english = self.language == "en" and place > 0
        named = self.words[place].capital or self.words[place - 1].owns
        if english and (named or self.says("articles", place - 1)):
            return "", 0
        if english and verb == "capture" and self._is_passive(place, place + length - 1, verb):
            verb = "detain" if self.says("within", place + length) else verb
        return verb, length

    def _is_passive(self, first: int, last: int, verb: str) -> bool:
        if self.says("passive_forms", first):
            return True
        if (
            self.language == "ar"
            and verb in _HARM
            and (self.says("phrase_ends", last + 1) or last + 1 == len(self.words))
        ):
            return first > 0 and not self.says("that", first - 1) and bool(self.words[first].key.endswith("وا"))
        for near in range(first - 1, max(-1, first - 4), -1):
            if self.says("passive", near):
                return True
            if self.says("active", near) or self.words[near].kind == "mark":
                break
        held = self.language == "en" and verb in _DONE_TO and self.says("within", last + 1)
        return bool(held or self.says("by", last + 1))
