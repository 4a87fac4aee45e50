"""Which articles are on a topic that a reader follows."""

from __future__ import annotations

from collections.abc import Sequence

from index.stories.reading import Member
from index.text.terms import terms

# Of a long topic so large a part of the terms has to be in an article; of a short one all.
_PART = 0.7
_SHORT = 3
_OPENING_TERMS = 80
_LINKING = frozenset(terms("near around about over across between war conflict news latest any all"))


def topic_terms(topic: str) -> frozenset[str]:
    """The terms of a topic, without those that only link them; all of them where nothing else is left."""
    found = frozenset(terms(topic))
    return (found - _LINKING) or found


def is_on_topic(member: Member, topic: str) -> bool:
    """Whether an article is about a topic: it has the topic's terms, and one of them where it begins."""
    wanted = topic_terms(topic)
    if not wanted:
        return False
    opening = set(terms(member.title)) | set(terms(member.text)[:_OPENING_TERMS])
    if not wanted & opening:
        return False
    covered = len(wanted & (opening | set(terms(member.text)))) / len(wanted)
    return covered >= (1.0 if len(wanted) <= _SHORT else _PART)


def topics_of(members: Sequence[Member], topics: Sequence[str]) -> tuple[str, ...]:
    """The topics that at least one of the articles is on, in the given order."""
    return tuple(topic for topic in topics if any(is_on_topic(member, topic) for member in members))
