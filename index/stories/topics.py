"""Which articles are on a topic that a reader follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.stories.reading import Member
from index.text.terms import terms

# Of a long topic so large a part of the terms has to be in an article; of a short one all.
_PART = 0.7
_SHORT = 3
_OFTEN = 2
_LINKING = frozenset(terms("near around about over across between war conflict news latest any all"))


def topic_terms(topic: str) -> frozenset[str]:
    """The terms of a topic, without those that only link them; all of them where nothing else is left."""
    found = frozenset(terms(topic))
    return (found - _LINKING) or found


def is_on_topic(member: Member, topic: str) -> bool:
    """Whether an article is about a topic: it has the topic's terms, one of them in its title or more than once."""
    wanted = topic_terms(topic)
    if not wanted:
        return False
    title, text = set(terms(member.title)), Counter(terms(member.text))
    # A word that is only mentioned once further down is not what the article is about.
    if not (wanted & title or any(text[term] >= _OFTEN for term in wanted)):
        return False
    covered = sum(term in title or term in text for term in wanted) / len(wanted)
    return covered >= (1.0 if len(wanted) <= _SHORT else _PART)


def topics_of(members: Sequence[Member], topics: Sequence[str]) -> tuple[str, ...]:
    """The topics that at least one of the articles is on, in the given order."""
    return tuple(topic for topic in topics if any(is_on_topic(member, topic) for member in members))
