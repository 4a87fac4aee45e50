"""Whom a sentence accuses, holds responsible or says to be behind something, and the words that tell of what."""

from __future__ import annotations

import dataclasses

from index.reports.deeds import NOBODY, Clause, Deed, Mention, party_of
from index.reports.records import Party

# How many words on the deed that somebody is blamed for may be told.
REACH = 16


@dataclasses.dataclass(frozen=True, slots=True)
class Blame:
    """Who is blamed, and the words in which the deed is told; `verb`: the class of the deed where no word tells it."""

    party: Party
    first: int
    last: int
    verb: str = ""

    def covers(self, deed: Deed) -> bool:
        return self.first <= deed.first <= self.last


def blamed_in(clause: Clause) -> list[Blame]:
    """Who is accused, held responsible or said to be behind something, with the words that say of what."""
    frames: list[Blame] = []
    for place in range(len(clause.words)):
        kind, length, _ = clause.words.sense("blame", place)
        last = place + length - 1
        if kind in {"after", "origin"}:
            frames += _accused_after(clause, place, last, kind)
        elif kind:
            mention = clause.before(place) or clause.after(last)
            if mention:
                frames.append(Blame(party_of(mention), last, last + REACH))
    return frames + _told_by_their_kind(clause)


def _accused_after(clause: Clause, place: int, last: int, kind: str) -> list[Blame]:
    """ "Accused the army of …", "blamed on the army", "came from the army's base"."""
    following = clause.all_after(last, reach=REACH) or clause.all_after(last, reach=REACH, places=True)
    # Where the verb comes first, who accuses stands between it and who is accused.
    mention = following[1] if _accuser_follows(clause, place, following) else (following[0] if following else None)
    # "Is blaming" is none.
    doing = clause.language == "en" and clause.key(place).endswith("ing")
    passive = not doing and any(clause.says("passive", near) for near in range(max(0, place - 2), place))
    accused = passive and kind == "after" and not clause.says("onto", last)
    if accused and (before := clause.before(place)) is None and (named := clause.phrase_before(place)) != NOBODY:
        return [Blame(named, last + 1, last + REACH)]
    if accused:
        mention = before or mention
    party, opens = party_of(mention), last
    if mention and mention.first > last:
        opens = mention.last + 1
    elif mention is None:
        party, opens = clause.phrase_after(last)
    if party == NOBODY:
        return []
    if clause.says("onto", last) or kind == "origin":
        return [Blame(party, 0, opens + REACH, "strike" if kind == "origin" else "")]
    return [Blame(party, opens, opens + REACH)]


def _accuser_follows(clause: Clause, place: int, following: list[Mention]) -> bool:
    return clause.language == "ar" and len(following) > 1 and clause.before(place) is None and place < 2


def _told_by_their_kind(clause: Clause) -> list[Blame]:
    """ "The drone was Ukrainian"."""
    return [
        Blame(party_of(mention), mention.first, mention.last, "strike")
        for mention in clause.mentions
        if clause.says("passive", mention.first - 1)
        and any(clause.says("weapons", near) for near in range(max(0, mention.first - 3), mention.first))
    ]
