"""Whom a statement names that the question does not: what who-questions are after."""

from __future__ import annotations

from itertools import pairwise

from index.answers.inquiry import Inquiry
from index.answers.setting import once
from index.language.reporting import folded, reporting
from index.language.tokens import Token, tokens
from index.reports.report import Testimony
from index.reports.romanised import skeleton

# Scripts without capitals do not show what is a name.
_NO_CAPITALS = frozenset({"ar", "he"})


def is_newcomer(inquiry: Inquiry, testimony: Testimony) -> float:
    """1 where a statement names a party or a person that the question does not."""
    statement = testimony.statement
    named = {party.actor or party.name.casefold() for party in statement.parties}
    named |= {voice.name.casefold() for voice in statement.voices if voice.kind == "person"}
    if named - inquiry.actors:
        return 1.0
    asked = set(inquiry.text.casefold().split())
    return float(any(token.is_name and token.text.casefold() not in asked for token in tokens(testimony.text)[1:]))


@once
def names_somebody(inquiry: Inquiry, testimony: Testimony) -> bool:
    """Whether a statement has somebody's full name, who is no place, no actor, not who speaks, and not in the question;
    true where the script does not show what is a name."""
    language = testimony.report.reading.language
    if language in _NO_CAPITALS:
        return True
    known = _known(testimony) | {_bare(word) for word in inquiry.text.split()}
    sounds = {skeleton(word) for word in known} - {""}
    times = reporting(language).sets["times"]

    def is_new(token: Token) -> bool:
        bare = _bare(token.text)
        return token.is_name and bare not in known and skeleton(bare) not in sounds and folded(bare) not in times

    # The first word has a capital, whatever it is.
    parts = tokens(testimony.text)[1:]
    return any(is_new(first) and is_new(last) and last.start - first.end == 1 for first, last in pairwise(parts))


def _known(testimony: Testimony) -> set[str]:
    """The words of the places, the actors and the speakers that a statement names, in small letters."""
    statement = testimony.statement
    named = [place.name for place in statement.places]
    named += [party.name for party in statement.parties if party.actor]
    named += [voice.name for voice in statement.voices]
    return {_bare(word) for name in named for word in name.split()}


def _bare(word: str) -> str:
    """A word in small letters, without the marks around it and a possessive."""
    return word.strip(".,:;!?\"'«»“”()").casefold().removesuffix("'s").removesuffix("’s")
