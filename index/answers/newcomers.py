"""Whom a statement names that the question does not: what who-questions are after."""

from __future__ import annotations

from itertools import pairwise

from index.answers.inquiry import Inquiry
from index.answers.setting import once
from index.language.reporting import folded, reporting
from index.language.tokens import Token, tokens, without_marks, without_possessive
from index.reports.report import Testimony
from index.reports.romanised import heard

# What of a language's words is no name, capital or not: the first word of a sentence has one.
_NO_NAMES = ("times", "determiners", "links", "conjunctions", "subordinators")
# What stands between the parts of a name: Omar bin Laden.
_PARTICLES = frozenset({"bin", "ibn", "bint", "al", "el", "van", "von", "der", "de", "da", "di"})


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
    """Whether a statement has somebody's full name, who is no place, no actor and not who speaks, and the question has
    not all of it; true where the script does not show what is a name."""
    lexicon = reporting(testimony.report.reading.language)
    if not lexicon.cased:
        return True
    known, asked = _known(testimony), {_bare(word) for word in inquiry.text.split()}
    sounds = {heard(word) for word in asked} - {""}
    plain = frozenset[str]().union(*(lexicon.sets[listing] for listing in _NO_NAMES))

    def is_name(token: Token) -> bool:
        return token.is_name and _bare(token.text) not in known and folded(_bare(token.text)) not in plain

    def is_new(token: Token) -> bool:
        return is_name(token) and _bare(token.text) not in asked and heard(_bare(token.text)) not in sounds

    parts = [token for token in tokens(testimony.text) if token.text not in _PARTICLES]
    pairs = [pair for pair in pairwise(parts) if all(map(is_name, pair))]
    return any(is_new(first) or is_new(last) for first, last in pairs)


def _known(testimony: Testimony) -> set[str]:
    """The words of the places, the actors and the speakers that a statement names, in small letters."""
    statement = testimony.statement
    named = [place.name for place in statement.places]
    named += [party.name for party in statement.parties if party.actor]
    named += [voice.name for voice in statement.voices]
    return {_bare(word) for name in named for word in name.split()}


def _bare(word: str) -> str:
    """A word in small letters, without the marks around it and a possessive."""
    return without_possessive(without_marks(word).casefold())
