"""The words of deeds in a sentence and the parties around them: what was done, in which voice, denied or not."""

from __future__ import annotations

import bisect
import dataclasses
import functools
import re
from collections.abc import Sequence

from index.language.vocabulary import Marked, marked
from index.reports.cases import is_instrumental
from index.reports.records import Party

NOBODY = Party("")
# Who says it did it itself, where a sentence says "we", "our men", "its fighters": the reader puts the speaker here.
THE_SPEAKER = Party("we")

_ENDS = frozenset(".;:!?…؛؟")
_QUOTES = frozenset('"“”«»„')
_NEGATION_REACH = 5
# So far back a sentence may have begun that a statement goes on with.
_SENTENCE = 240
_OBJECT_WORDS = 7
_MOST_PARTIES = 40
_MOST_DEEDS = 16
# What may stand between who acts and the verb, and before who acts; so many words name him.
_BEFORE_VERBS = ("passive", "active", "negations", "adverbs")
_OPENS_CLAUSE = ("that", "fences", "sayings", "joins", "denials")
_PHRASE = 6
# So many words behind a deed in the passive Russian and Ukrainian name who did it.
_CASE_REACH = 4
HARM = frozenset({"kill", "wound"})
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
        self.sentence = text[start:end]
        self.words: Marked = marked(self.sentence, language, "acts")
        self.language = language
        self.mentions = self._mentions([party for party in parties if start <= party.start < end], start)
        self._named = {place for mention in self.mentions for place in range(mention.first, mention.last + 1)}
        self._before = text[max(0, start - _SENTENCE) : start]

    def says(self, listing: str, place: int) -> str:
        """What the words at a place mean in a listing, "" where they are not in it."""
        return self.words.says(listing, place)

    def length(self, listing: str, place: int) -> int:
        return self.words.length(listing, place)

    def key(self, place: int) -> str:
        return self.words.key(place)

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

    def all_after(self, place: int, *, reach: int = 9, places: bool = False) -> list[Mention]:
        """The parties after a place, in its part of the sentence; with `places` also those that only say where."""
        found: list[Mention] = []
        for mention in self.mentions:
            if mention.first > place:
                between = range(place + 1, mention.first)
                cut = any(self.ends_at(near) or self.says("fences", near) for near in between)
                if cut or mention.first - place > reach:
                    break
                if places or not self.says("within", mention.first - 1):
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

    def instrumental_after(self, place: int) -> int | None:
        """The place of a noun or adjective that Russian and Ukrainian have in the instrumental right behind a deed in
        the passive: who did it, or with what. None where there is none, or it stands behind a preposition."""
        for near in range(place + 1, min(len(self.words), place + 1 + _CASE_REACH)):
            if self.words[near].kind != "word" or self.says("obliques", near) or self.says("fences", near):
                return None
            if is_instrumental(self.key(near), self.language) and not self.says("adverbs", near):
                return near
        return None

    def object_after(self, place: int) -> tuple[int, int]:
        """The words after a deed that say to what it was done: first and last place, empty where last < first."""
        first, reach = place + 1, min(len(self.words), place + 4)
        while first < reach and (
            self.says("articles", first) or self.says("onto", first) or self.key(first) in _QUOTES
        ):
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

    def phrase(self, first: int, last: int) -> Party:
        """The words of a phrase as a party without an id; NOBODY where there are none."""
        if last < first:
            return NOBODY
        return Party(self.sentence[self.words[first].start : self.words[last].end])

    def phrase_before(self, place: int) -> Party:
        """The noun phrase before a verb, back to where its clause begins; NOBODY where it says only where or when."""
        last = place - 1
        while last >= 0 and any(self.says(listing, last) for listing in _BEFORE_VERBS):
            last -= 1
        last -= last > 0 and self.words[last].key == ","
        first = last + 1
        while first > 0 and last - first < _PHRASE and self.words[first - 1].kind != "mark":
            if any(self.says(listing, first - 1) for listing in _OPENS_CLAUSE):
                break
            first -= 1
        if last < first or self.says("within", first) or self.says("obliques", first):
            return NOBODY
        return self.phrase(first, last)

    def phrase_after(self, last: int) -> tuple[Party, int]:
        """The noun phrase after a word, and where it ends."""
        first, ends = self.object_after(last)
        return (self.phrase(first, ends), ends + 1) if ends >= first else (NOBODY, last)

    def _mentions(self, parties: Sequence[PartySpan], start: int) -> list[Mention]:
        starts = [word.start for word in self.words.words]
        found: list[Mention] = []
        for party in sorted(parties, key=lambda span: span.start)[:_MOST_PARTIES]:
            first = max(0, bisect.bisect_right(starts, party.start - start) - 1)
            last = bisect.bisect_left(starts, party.end - start) - 1
            if last >= first and self.words[first].end > party.start - start:
                found.append(Mention(party, first, last))
        return found

    @functools.cached_property
    def goes_on_with_deed(self) -> bool:
        """Whether it goes on with a sentence whose part before it names a deed by a noun."""
        before = re.split(r"[.!?؟\n]", self._before)[-1]
        begun = Clause(before, 0, len(before), self.language, ()) if before.strip() else None
        return begun is not None and any(deed.noun for deed in begun.deeds)

    @functools.cached_property
    def deeds(self) -> list[Deed]:
        """The deeds that it has words of, in order."""
        deeds: list[Deed] = []
        place = 0
        while place < len(self.words) and len(deeds) < _MOST_DEEDS:
            if self.words.is_plain(place):
                place += 1
                continue
            verb, length = self._verb_at(place)
            noun = not verb
            if noun:
                verb, length, _ = self.words.sense("deed_nouns", place)
            last = place + length - 1
            if verb and not self.is_named(place) and not (noun and self.says("named_after", last + 1)):
                deeds.append(Deed(place, last, verb, noun, not noun and self._is_passive(place, last, verb)))
                place = last
            place += 1
        return deeds

    def _verb_at(self, place: int) -> tuple[str, int]:
        """The class of the verb at a place: no noun after an article, no part of a name, no bare form alone."""
        verb, length, _ = self.words.sense("deeds", place)
        if not verb:
            verb, length, _ = self.words.sense("bare_deeds", place)
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
        if self.language == "en" and self.key(first).endswith("ing"):
            # "Was shelling", "accused of shelling".
            return False
        if (
            self.language == "ar"
            and verb in HARM
            and (self.says("phrase_ends", last + 1) or last + 1 == len(self.words))
        ):
            # "تسعة من المقاتلين قتلوا في الهجوم": without an object it is of those who stand before it.
            return first > 0 and not self.says("that", first - 1) and self.words[first].key.endswith("وا")
        for near in range(first - 1, max(-1, first - 4), -1):
            if self.says("passive", near):
                return True
            if self.says("active", near) or self.words[near].kind == "mark":
                break
        held = self.language == "en" and verb in _DONE_TO and self.says("within", last + 1)
        return bool(held or self.says("by", last + 1))


def party_of(mention: Mention | None) -> Party:
    """The party that is mentioned; NOBODY where none is."""
    return Party(mention.party.name, mention.party.actor) if mention else NOBODY
