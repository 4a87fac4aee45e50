"""Which articles are on a topic that a reader follows."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from index.language.languages import language_of
from index.language.remembering import remembered
from index.language.sentences import sentences
from index.language.terms import terms
from index.places import Mention, Place, find, mentions, names, within
from index.stories.atlas import places_in
from index.stories.members import Member

# Of a long topic an article must have so large a part of what it names; of a short one all.
_PART = 0.7
_SHORT = 3
_OFTEN = 2
# A place named by itself comes up in reports on others, too: in lists, and in the headings of a page.
_OFTEN_ALONE = 4
_ABOUT = 1.75
_LEAD_TERMS = 40
_READ_TO = 6000
# A shorter name without its capital is a word like any other.
_SHORTEST_NAME = 4
# So large a part of a story's articles has to be on a topic.
_PART_OF_STORY = 0.25
_LINKING = frozenset(terms("near around about over across between war conflict news latest any all"))


# Where a report says where it is set.
_OPENING = 300
# Stems that are words of their own in that language: gas, fumes, lady.
_AMBIGUOUS = frozenset({"газ", "чад", "dama"})

# What one thing in a topic may be called: each name with all of its terms.
Names = frozenset[frozenset[str]]


@dataclasses.dataclass(frozen=True, slots=True)
class Thing:
    """One thing that a topic is about: a place with all its names in our languages, or a word."""

    names: Names
    place: Place | None = None

    def is_same(self, other: Thing) -> bool:
        """Whether both are one place, or one word."""
        if self.place and other.place:
            return self.place.id == other.place.id
        return bool(self.names & other.names)


@remembered(4096)
def wanted_things(topic: str) -> tuple[Thing, ...]:
    """What a topic is about; words that only link are left out."""
    rest, named = topic, []
    for mention in reversed(_places_of(topic)):
        rest = f"{rest[: mention.start]} {rest[mention.end :]}"
        named.append(Thing(_names_of(mention.place), mention.place))
    words = frozenset(terms(rest))
    words = (words - _LINKING) or (frozenset() if named else words)
    return (*named, *(Thing(frozenset({frozenset({word})})) for word in sorted(words)))


def _places_of(topic: str) -> tuple[Mention, ...]:
    """The places in a topic, which may be written without capitals, or be a place's name and no more."""
    language = language_of(topic)
    whole = [candidate.place for candidate in find(topic, language) if candidate.usual][:1]
    return (
        mentions(topic, language)
        or tuple(mention for mention in mentions(topic.title(), language) if len(mention.text) > _SHORTEST_NAME)
        or tuple(Mention(place, 0, len(topic), topic) for place in whole)
    )


def _names_of(place: Place) -> Names:
    stems = (frozenset(terms(name)) for name in (place.name, *names(place)))
    return frozenset(name for name in stems if name and not name <= _AMBIGUOUS)


def is_same_topic(topic: str, other: str) -> bool:
    """Whether two topics are about the same things, whatever these are called."""
    first, second = wanted_things(topic), wanted_things(other)
    return len(first) == len(second) > 0 and all(any(thing.is_same(same) for same in second) for thing in first)


def is_on_topic(member: Member, topic: str) -> bool:
    """Whether an article is about a topic: it opens with the topic's names or repeats them, and has them together.
    What its source is about, as an admin has written down, it need not name."""
    labelled = [thing for label in member.labels for thing in wanted_things(label)]
    whole = wanted_things(topic)
    wanted = tuple(thing for thing in whole if not any(thing.is_same(other) for other in labelled))
    if whole and not wanted:
        return True
    words = _terms(member.text)
    title, text = set(_terms(member.title)), Counter(words)
    everything = title | text.keys()
    if not wanted or sum(_has(everything, thing) or _is_there(member, thing) for thing in wanted) < _needed(wanted):
        return False
    opening = title | set(words[:_LEAD_TERMS])
    opens = {thing: _has(opening, thing) or _is_there(member, thing) for thing in wanted}
    if len(wanted) == 1:
        return opens[wanted[0]] or _times(text, wanted[0]) >= _OFTEN_ALONE
    weight = sum(_OFTEN if opens[thing] else min(_times(text, thing), _OFTEN) for thing in wanted)
    # A word that is only mentioned in passing is not what the article is about.
    return weight >= _ABOUT * _needed(wanted) and _together(member, title, wanted)


def _is_there(member: Member, thing: Thing) -> bool:
    """Whether an article opens with a place, or with one that lies in it, whatever that is called."""
    if thing.place is None:
        return False
    named = (*places_in(member.title), *places_in(member.text[:_OPENING]))
    return any(mention.place.id == thing.place.id or within(mention.place, thing.place) for mention in named)


@remembered(4096)
def _terms(text: str) -> tuple[str, ...]:
    return tuple(terms(text))


def _has(words: Set[str], thing: Thing) -> bool:
    return any(name <= words for name in thing.names if name)


def _times(text: Mapping[str, int], thing: Thing) -> int:
    """How often a thing is named, under any of its names."""
    return max((min(text.get(word, 0) for word in name) for name in thing.names if name), default=0)


def _needed(wanted: Sequence[Thing]) -> float:
    """How many of the things that a topic is about an article must have."""
    return len(wanted) if len(wanted) <= _SHORT else _PART * len(wanted)


def _together(member: Member, title: Set[str], wanted: Sequence[Thing]) -> bool:
    """Whether two words of what the topic is about stand in the title or one sentence, or its place in the opening."""
    if any(_is_there(member, thing) for thing in wanted):
        return True
    fewest = min(2, sum(min(map(len, thing.names), default=1) for thing in wanted))

    def stand_in(words: Set[str]) -> bool:
        # A name of several words stands there as a whole, which tells as much as two words do.
        return sum(min((len(name) for name in thing.names if name <= words), default=0) for thing in wanted) >= fewest

    opening = member.text[:_READ_TO]
    return stand_in(title) or any(stand_in(set(terms(opening[start:end]))) for start, end in sentences(opening))


def topics_of(members: Sequence[Member], topics: Sequence[str]) -> tuple[str, ...]:
    """The topics that a good part of the articles is on, in the given order: one that mentions it is not enough."""
    least = _PART_OF_STORY * len(members)
    return tuple(topic for topic in topics if sum(is_on_topic(member, topic) for member in members) >= max(1, least))
