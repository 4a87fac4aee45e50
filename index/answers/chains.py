"""Which acts of reporting in a sentence pass each other on, and which merely stand beside each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answers.speakers import Saying

# Right before a speaker: what he says is told beside what another says, or in passing.
_BESIDE = re.compile(
    r"(?:[;:]|\b(?:and|but|while|whereas|although|though|however|yet)(?:\s+that)?)\s*,?\s*$", re.IGNORECASE
)
_IN_PASSING = re.compile(
    r"(?:\b(?:while|whereas|although|though|after|when|because|since|before|which|whom|what|where|how|if)"
    r"|\b(?:a|the) (?:charge|claim|accusation|allegation|assertion|figure|version|denial) that)\s*$",
    re.IGNORECASE,
)
_NESTED = re.compile(r"\bthat\s*,?\s*$", re.IGNORECASE)
# What may follow the verb where it ends what is said instead of opening it.
_CLOSED = re.compile(
    r"\s*(?:$|[.,;:)\"”]|(?:adding|citing|quoting|according|while|as)\b"
    r"|(?:told|to|in|on|at|late|early|last)\b[^.]{0,60}$|at (?:the|a|that) [^.,]{3,30}[.,]"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:yesterday|today|earlier|later)\b)",
    re.IGNORECASE,
)
# Fewer words before a speaker are no statement that he could have made.
_STATEMENT = 4


def clauses(sentence: str, said: Sequence[Saying]) -> list[tuple[int, list[Saying]]]:
    """The acts of reporting in groups, each with the place where it begins, the sentence's main one first.

    Those of one group pass one thing on, from the innermost out. Nothing where the sentence itself is nobody's but
    the outlet's, and others only speak in passing.
    """
    groups: list[tuple[int, list[Saying]]] = []
    for saying in sorted(said, key=lambda one: one.start):
        before = sentence[: saying.start]
        passing = bool(_IN_PASSING.search(before)) and len(before.split()) > _STATEMENT
        if not groups:
            groups.append((saying.start if passing else 0, [saying]))
        elif passing or (_BESIDE.search(before) and not _closes(sentence, saying)):
            groups.append((saying.start, [saying]))
        else:
            groups[-1][1].append(saying)
    return [(start, _ordered(sentence, group)) for start, group in groups]


def _closes(sentence: str, saying: Saying) -> bool:
    """Whether the speaker stands after what he says."""
    told = len(sentence[: saying.start].split()) >= _STATEMENT
    return told and bool(_CLOSED.match(sentence, saying.end))


def _ordered(sentence: str, group: Sequence[Saying]) -> list[Saying]:
    """From the innermost act of reporting out."""
    return sorted(group, key=lambda saying: _outerness(sentence, saying))


def _outerness(sentence: str, saying: Saying) -> int:
    """How far out an act of reporting stands: what comes after what it reports reports all of that."""
    if saying.verb in {"citing", "quoting"}:
        return -saying.start - 1
    nested = saying.verb == "according" and _NESTED.search(sentence[: saying.start])
    if not nested and (saying.verb == "according" or _closes(sentence, saying)):
        return 10_000 + saying.end
    return 10_000 - saying.start
