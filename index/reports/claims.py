"""Who says that a deed is his own: "claimed responsibility", "claimed the attack", "was claimed by"."""

from __future__ import annotations

from index.reports.blame import REACH
from index.reports.deeds import NOBODY, THE_SPEAKER, Clause, Deed, party_of
from index.reports.records import Act, Party

# Who claims stands so few words behind the verb where that comes first, or behind "by".
_NEAR = 5


def claims_in(clause: Clause) -> list[Act]:
    """The deeds that somebody in a sentence says are his own; none that nobody claims."""
    claims: list[Act] = []
    for place in range(len(clause.words)):
        kind, length, _ = clause.words.sense("claims", place)
        if kind and not _is_nobodys(clause, place):
            last = place + length - 1
            deed = _deed(clause, place, last)
            claims.append(Act("claim", _claimant(clause, place, last, kind), NOBODY, (), deed.verb if deed else ""))
    return claims


def _is_nobodys(clause: Clause, place: int) -> bool:
    """Whether nobody claims: "no group has claimed", "has not claimed"."""
    before = range(max(0, place - _NEAR), place)
    return any(clause.says(listing, at) for at in before for listing in ("none", "negations"))


def _claimant(clause: Clause, place: int, last: int, kind: str) -> Party:
    """Who claims: whom "by" names, or the subject; the speaker where that is "it", or nobody is named."""
    if kind == "by":
        mention = clause.after(last, reach=_NEAR)
        return party_of(mention) if mention else clause.phrase_after(last)[0]
    mention = clause.before(place) or clause.after(place, reach=_NEAR)
    if mention is not None:
        return party_of(mention)
    if clause.says("own", place - 1):
        return THE_SPEAKER
    named = clause.phrase_before(place)
    return THE_SPEAKER if named == NOBODY else named


def _deed(clause: Clause, place: int, last: int) -> Deed | None:
    """The deed that is claimed: the next that is told, else the last before."""
    after = (deed for deed in clause.deeds if place <= deed.first <= last + REACH)
    before = (deed for deed in reversed(clause.deeds) if deed.last < place)
    return next(after, None) or next(before, None)
