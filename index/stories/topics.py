"""Which articles are on a topic that a reader follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.stories.members import Member
from index.text.sentences import sentences
from index.text.terms import terms

# Of a long topic so large a part of the terms has to be in an article; of a short one all.
_PART = 0.7
_SHORT = 3
_OFTEN = 2
_ABOUT = 1.75
_LEAD_TERMS = 40
_READ_TO = 6000
_LINKING = frozenset(terms("near around about over across between war conflict news latest any all"))


def topic_terms(topic: str) -> frozenset[str]:
    """The terms of a topic, without those that only link them; all of them where nothing else is left."""
    found = frozenset(terms(topic))
    return (found - _LINKING) or found


def is_on_topic(member: Member, topic: str) -> bool:
    """Whether an article is about a topic: it opens with the topic's terms or repeats them, and has them together."""
    wanted = topic_terms(topic)
    words = terms(member.text)
    title, text = set(terms(member.title)), Counter(words)
    if not wanted or sum(term in title or term in text for term in wanted) < _needed(wanted):
        return False
    opening = title | set(words[:_LEAD_TERMS])
    weight = sum(_OFTEN if term in opening else min(text[term], _OFTEN) for term in wanted)
    # A word that is only mentioned in passing is not what the article is about.
    return weight >= _ABOUT * _needed(wanted) and _together(member, title, wanted)


def _needed(wanted: frozenset[str]) -> float:
    """How many of a topic's terms an article must have."""
    return len(wanted) if len(wanted) <= _SHORT else _PART * len(wanted)


def _together(member: Member, title: set[str], wanted: frozenset[str]) -> bool:
    """Whether two of the topic's terms stand in the title or in one sentence."""
    fewest = min(2, len(wanted))
    if len(wanted & title) >= fewest:
        return True
    opening = member.text[:_READ_TO]
    return any(len(wanted & set(terms(opening[start:end]))) >= fewest for start, end in sentences(opening))


def topics_of(members: Sequence[Member], topics: Sequence[str]) -> tuple[str, ...]:
    """The topics that at least one of the articles is on, in the given order."""
    return tuple(topic for topic in topics if any(is_on_topic(member, topic) for member in members))
