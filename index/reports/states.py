"""Deeds that leave something in one of two opposite states, and states that are told of without a deed."""

from __future__ import annotations

from collections.abc import Mapping

from index.language.terms import terms
from index.language.wordlists import words
from index.reports.deeds import NOBODY, THE_SPEAKER, Clause, party_of
from index.reports.records import Act

# Classes of deeds that put the same thing into opposite states.
STATES: Mapping[str, tuple[str, bool]] = {
    "close": ("passage", False),
    "open": ("passage", True),
    "besiege": ("siege", True),
    "break_siege": ("siege", False),
    "enter": ("presence", True),
    "withdraw": ("presence", False),
    "capture": ("control", True),
    "lose_control": ("control", False),
    "agree": ("agreement", True),
    "reject": ("agreement", False),
    "suspend": ("activity", False),
    "resume": ("activity", True),
    "detain": ("captivity", True),
    "release": ("captivity", False),
    "live": ("life", True),
    "die": ("life", False),
    "kill": ("life", False),
    "truce": ("truce", True),
    "break_truce": ("truce", False),
    "violate": ("truce", False),
    "talk": ("talks", True),
    "suspend_talks": ("talks", False),
    "fly": ("flights", True),
    "suspend_flights": ("flights", False),
    "burn": ("fire", True),
    "extinguish": ("fire", False),
}
# Deeds that do harm: reports call one deed by several of them.
HARM = words("attack shell bomb strike kill wound destroy damage burn shoot_down fire_at loot detain torture use lose")
# Harm that is done to people alone, and to things alone.
OF_PEOPLE, OF_THINGS = words("wound detain torture kill"), words("destroy damage burn loot")
# What a noun of a state is said of, and the class of the deed that ends it.
_ENDED = {"truce": "break_truce", "besiege": "break_siege", "talk": "suspend_talks", "fly": "suspend_flights"}
_NEAR = 6
_MOST_STATES = 12


def state(act: Act) -> tuple[str, bool] | None:
    """The state an act leaves its object in, with its polarity; None for deeds that have no opposite."""
    if act.verb not in STATES:
        return None
    name, polarity = STATES[act.verb]
    return name, polarity != (act.negated or act.type == "denial")


def same_deed(verb: str, asked: frozenset[str]) -> bool:
    """Whether a deed of class `verb` may be one of those asked about: of one of their classes, harm done where harm is,
    or what leaves things in the state that is asked about, or in its opposite."""
    if verb in asked:
        return True
    if verb == "shoot_down" and "destroy" not in asked:
        # Whoever shot down drones struck nothing else.
        return False
    if verb in HARM and asked & HARM:
        return True
    return verb in STATES and any(STATES[verb][0] == STATES[deed][0] for deed in asked if deed in STATES)


def states_in(clause: Clause) -> list[Act]:
    """The states told of in a sentence: of truces, sieges, talks and flights, and in whose hands a place is."""
    places = range(len(clause.words))
    return [*_of_nouns(clause, places), *_of_hands(clause, places)][:_MOST_STATES]


def _of_nouns(clause: Clause, places: range) -> list[Act]:
    """A truce, a siege, talks or flights of which it is told that there are some, or that there are no more."""
    acts: list[Act] = []
    for place in places:
        kind, length, _ = clause.words.sense("state_nouns", place)
        if not kind:
            continue
        around = range(max(0, place - _NEAR), min(len(clause.words), place + length + _NEAR))
        over = any(clause.says("ended", near) or clause.says("negations", near) for near in around)
        holds = any(clause.says("lasting", near) for near in around)
        if over or holds:
            verb = _ENDED[kind] if over else kind
            what = tuple(terms(clause.phrase(place, place + length - 1).name))
            acts.append(Act("blame", NOBODY, NOBODY, what, verb))
    return acts


def _of_hands(clause: Clause, places: range) -> list[Act]:
    """ "The town is in our hands", "aux mains du M23", "under the full control of …"."""
    acts: list[Act] = []
    for place in places:
        kind, length, _ = clause.words.sense("hands", place)
        if not kind:
            continue
        near = range(max(0, place - 3), min(len(clause.words), place + length + 1))
        ours = kind == "ours" or any(clause.says("first_person", word) for word in near)
        # "In his fighters' hands": those of whoever says it.
        ours = ours or any(clause.says("own", word) for word in range(max(0, place - 3), place))
        owner = next((mention for mention in clause.mentions if mention.last == place - 1), None)
        mention = clause.after(place + length - 1, reach=4) if kind == "after" else owner
        party = THE_SPEAKER if ours else party_of(mention)
        if party == NOBODY and kind == "after":
            party = clause.phrase_after(place + length - 1)[0]
        if party != NOBODY:
            no = clause.negated_at(place)
            acts.append(Act("denial" if no else "claim" if ours else "blame", party, NOBODY, (), "capture", no))
    return acts
