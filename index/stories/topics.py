"""Which articles are on a topic that a reader follows."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from index.answers.exonyms import names_abroad
from index.answers.gazetteer import names_in, other_names
from index.language.sentences import sentences
from index.language.terms import terms
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
# So large a part of a story's articles has to be on a topic.
_PART_OF_STORY = 0.25
_LINKING = frozenset(terms("near around about over across between war conflict news latest any all"))


# What one thing in a topic may be called: each name with all of its terms.
Names = frozenset[frozenset[str]]


@functools.lru_cache(maxsize=4096)
def wanted_names(topic: str) -> tuple[Names, ...]:
    """What a topic is about, each thing with all the names that we know it by; words that only link are left out."""
    rest, found = topic, []
    for name in sorted(names_in(topic), key=len, reverse=True):
        if name in rest:
            rest = rest.replace(name, " ")
            found.append(frozenset(frozenset(terms(other)) for other in other_names(name)))
    words = frozenset(terms(rest))
    for named, names in names_abroad(words):
        found.append(names)
        words -= named
    found = [names.union(*(abroad for name in names for _, abroad in names_abroad(name))) for names in found]
    words = (words - _LINKING) or (frozenset() if found else words)
    return (*found, *(frozenset({frozenset({word})}) for word in sorted(words)))


def is_same_topic(one: str, other: str) -> bool:
    """Whether two topics are about the same things, whatever these are called."""
    first, second = wanted_names(one), wanted_names(other)
    return len(first) == len(second) > 0 and all(any(names & same for same in second) for names in first)


def is_on_topic(member: Member, topic: str) -> bool:
    """Whether an article is about a topic: it opens with the topic's names or repeats them, and has them together.
    What its source is about, as an admin has written down, it need not name."""
    labelled = [names for label in member.labels for names in wanted_names(label)]
    whole = wanted_names(topic)
    wanted = tuple(names for names in whole if not any(names & other for other in labelled))
    if whole and not wanted:
        return True
    words = _terms(member.text)
    title, text = set(_terms(member.title)), Counter(words)
    everything = title | text.keys()
    if not wanted or sum(_has(everything, names) for names in wanted) < _needed(wanted):
        return False
    opening = title | set(words[:_LEAD_TERMS])
    if len(wanted) == 1:
        return _has(opening, wanted[0]) or _times(text, wanted[0]) >= _OFTEN_ALONE
    weight = sum(_OFTEN if _has(opening, names) else min(_times(text, names), _OFTEN) for names in wanted)
    # A word that is only mentioned in passing is not what the article is about.
    return weight >= _ABOUT * _needed(wanted) and _together(member, title, wanted)


@functools.lru_cache(maxsize=4096)
def _terms(text: str) -> tuple[str, ...]:
    return tuple(terms(text))


def _has(words: Set[str], names: Names) -> bool:
    return any(name <= words for name in names if name)


def _times(text: Mapping[str, int], names: Names) -> int:
    """How often a thing is named, under any of its names."""
    return max((min(text.get(word, 0) for word in name) for name in names if name), default=0)


def _needed(wanted: Sequence[Names]) -> float:
    """How many of the things that a topic is about an article must have."""
    return len(wanted) if len(wanted) <= _SHORT else _PART * len(wanted)


def _together(member: Member, title: Set[str], wanted: Sequence[Names]) -> bool:
    """Whether two words of what the topic is about stand in the title or in one sentence."""
    fewest = min(2, sum(min(map(len, names)) for names in wanted))

    def stand_in(words: Set[str]) -> bool:
        # A name of several words stands there as a whole, which tells as much as two words do.
        return sum(min((len(name) for name in names if name <= words), default=0) for names in wanted) >= fewest

    opening = member.text[:_READ_TO]
    return stand_in(title) or any(stand_in(set(terms(opening[start:end]))) for start, end in sentences(opening))


def topics_of(members: Sequence[Member], topics: Sequence[str]) -> tuple[str, ...]:
    """The topics that a good part of the articles is on, in the given order: one that mentions it is not enough."""
    least = _PART_OF_STORY * len(members)
    return tuple(topic for topic in topics if sum(is_on_topic(member, topic) for member in members) >= max(1, least))
