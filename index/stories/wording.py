"""Words that take a side: found so that they can be quoted instead of adopted."""

from __future__ import annotations

import dataclasses
import re
from typing import Literal

# Whose enemies a word belittles, or whose friends it praises. "any" is used on every side.
Side = Literal["axis", "west", "any"]

# What media close to Damascus, Tehran and their allies write, and what media close to their adversaries write. A
# word is here for how it is used of people who fight, not for what it means elsewhere.
_AXIS = (
    r"martyr(?:s|ed|dom)?",
    r"zionists?",
    r"israeli (?:occupation|aggression|enemy)",
    r"(?:the |israeli |american |us |u\.s\. )?occupation(?:'s|’s)?(?= (?:army|force|base|troop|soldier|government))",
    r"us occupation|american occupation|the occupation (?:murder|bomb|kill|leave|massacre)\w*",
    r"islamic resistance|resistance fighters?|resistance operations?",
    r"tak?firis?|so-called",
    r"the (?:zionist )?entity|the enemy(?:'s|’s)?",
    r"treacherous|cowardly|heroic(?:ally)?|valiant",
    r"mercenar(?:y|ies)|foreign-(?:backed|sponsored)",
    r"aggression",
)
_WEST = (
    r"(?:assad|syrian|iranian|ayatollah|mullah)(?:'s|’s)? regime|the regime(?:'s|’s)?|regime (?:forces|troops|air\w*)",
    r"iran(?:ian)?-backed|iran-aligned militias?|militias?",
    r"hamas-run|hezbollah-run|proxies|proxy",
    r"shadowy|onslaught|mullahs?|rogue",
    r"strongman|dictator(?:'s|’s)?",
)
_ANY = (
    r"terror(?:ists?|ism)?",
    r"massacre(?:s|d)?|slaughter(?:s|ed)?|butcher(?:s|ed)?|genocid(?:e|al)",
    r"barbar(?:ic|ity|ous)|savage(?:ly)?|brutal(?:ly|ity)?|heinous|monstrous|criminal",
    r"crimes?(?= against| of| by| in| that|,|\.)",
    r"murder(?:s|ed|ous)?|executed in cold blood",
    r"flagrant|blatant|unprovoked|massive|triumph|humiliat\w+",
    r"liberat(?:ed|ion|ors?)|thugs?|hordes?|gangs?",
)
_SIDES: tuple[tuple[Side, tuple[str, ...]], ...] = (("axis", _AXIS), ("west", _WEST), ("any", _ANY))
_PATTERNS = tuple(
    (side, re.compile(r"\b(?:" + "|".join(patterns) + r")\b", re.IGNORECASE)) for side, patterns in _SIDES
)
_MARKS = re.compile(r"[\"“«][^\"”»]*[\"”»]")


@dataclasses.dataclass(frozen=True, slots=True)
class Loaded:
    """A word or phrase that takes a side, at `start:end` of a text."""

    text: str
    start: int
    end: int
    side: Side


def loaded_words(text: str) -> list[Loaded]:
    """The loaded words of a text, in order, none overlapping another. What stands in quotation marks is left out."""
    quoted = [match.span() for match in _MARKS.finditer(text)]
    found: list[Loaded] = []
    for side, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            inside = any(first <= start < last for first, last in quoted)
            if not inside and not any(one.start < end and start < one.end for one in found):
                found.append(Loaded(match.group(), start, end, side))
    return sorted(found, key=lambda one: one.start)
