"""The acts that a sentence tells of: who is said to have done what to whom, as blame, as a claim or as a denial."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from index.language.terms import terms
from index.reports.deeds import Clause, Deed, Mention, PartySpan
from index.reports.records import Act, ActType, Party

__all__ = ["NOBODY", "STATES", "THE_SPEAKER", "PartySpan", "acts_in", "negated", "state"]

# Who says it did it itself, where a sentence says "we", "our men", "its fighters": the reader puts the speaker here.
THE_SPEAKER = Party("we")
NOBODY = Party("")

# Classes of deeds that put the same thing into opposite states.
STATES: Mapping[str, tuple[str, bool]] = {
    "close": ("passage", False),
    "open": ("passage", True),
    "besiege": ("siege", True),
    "break_siege": ("siege", False),
    "enter": ("presence", True),
    "withdraw": ("presence", False),
    "capture": ("control", True),
    "lose": ("control", False),
    "agree": ("agreement", True),
    "reject": ("agreement", False),
    "suspend": ("activity", False),
    "resume": ("activity", True),
    "detain": ("captivity", True),
    "release": ("captivity", False),
    "live": ("life", True),
    "die": ("life", False),
    "burn": ("fire", True),
    "extinguish": ("fire", False),
}
_MOST_ACTS = 12
_MOST_STEMS = 10
_BLAME_REACH = 16
# Who acts may stand behind the verb in these languages.
_VERB_FIRST = frozenset({"ar", "es", "he", "ru", "uk"})


def state(act: Act) -> tuple[str, bool] | None:
    """The state an act leaves its object in, with its polarity; None for deeds that have no opposite."""
    told = STATES.get(act.verb)
    if told is None:
        return None
    denied = act.negated or act.type == "denial"
    return told[0], told[1] != denied


def acts_in(text: str, start: int, end: int, language: str, parties: Sequence[PartySpan]) -> tuple[Act, ...]:
    """The acts that the sentence `start:end` of a text tells of, in order; `parties` are those named in the text.

    An agent or patient that is no party has the words of the text for its name and no id; one that is not named is
    `NOBODY`; where the sentence says "we" or "its men", it is `THE_SPEAKER`.
    """
    clause = Clause(text, start, end, language, parties)
    acts: list[Act] = []
    blamed = _blamed(clause)
    denied = _denied_from(clause)
    for deed in clause.deeds:
        accused = next((frame for frame in blamed if frame.covers(deed)), None)
        act = _act(clause, deed, accused.mention if accused else None, denied, text[start:end])
        if act and act not in acts:
            acts.append(act)
    for frame in blamed:
        if not any(frame.covers(deed) for deed in clause.deeds):
            acts.append(Act("blame", _party(frame.mention), NOBODY, (), ""))
    return tuple(acts[:_MOST_ACTS])


def negated(text: str, start: int, end: int, language: str) -> bool:
    """Whether the main predicate of a sentence is denied: "have not entered", "called it a lie", "denied"."""
    clause = Clause(text, start, end, language, ())
    if _denied_from(clause) is not None:
        return True
    for place in range(len(clause.words)):
        if clause.says("asides", place) and place > 0:
            return False
        if clause.says("none", place) or clause.says("negations", place):
            spoken = clause.says("no_denial", place) or (place > 0 and clause.says("no_denial", place - 1))
            if not spoken:
                return True
    return False


@dataclasses.dataclass(frozen=True, slots=True)
class _Blame:
    """Who is blamed, and the words in which the deed is told."""

    mention: Mention
    first: int
    last: int

    def covers(self, deed: Deed) -> bool:
        return self.first <= deed.first <= self.last


def _blamed(clause: Clause) -> list[_Blame]:
    """Who is accused, held responsible or said to be behind something, with the words that say of what."""
    frames: list[_Blame] = []
    for place in range(len(clause.words)):
        kind, length = clause.listing("blame").at(clause.words, place)
        if not kind:
            continue
        last = place + length - 1
        if kind == "after":
            mention = clause.after(last, reach=_BLAME_REACH)
            passive = any(clause.says("passive", near) for near in range(max(0, place - 2), place))
            if passive and not clause.says("onto", last + 1):
                mention = clause.before(place)
            if mention:
                opens = mention.last + 1 if mention.first > last else last
                frames.append(_Blame(mention, opens, opens + _BLAME_REACH))
                if clause.says("blamed_on", last):
                    frames.append(_Blame(mention, 0, place))
        else:
            mention = clause.before(place) or clause.after(last)
            if mention:
                frames.append(_Blame(mention, last, last + _BLAME_REACH))
    return frames


def _denied_from(clause: Clause) -> int | None:
    """The place of a word that denies what a sentence tells, None where nothing denies it."""
    for place in range(len(clause.words)):
        if not clause.says("denials", place) or clause.says("asides", place - 1):
            continue
        if not any(clause.says("negations", near) for near in range(max(0, place - 2), place)):
            return place
    return None


def _act(clause: Clause, deed: Deed, accused: Mention | None, denied: int | None, sentence: str) -> Act | None:
    speaker = _speaker(clause, deed)
    agent = accused or _agent(clause, deed)
    itself = accused is None and _is_speaker(clause, deed, agent)
    doer = (_party(speaker) if speaker else THE_SPEAKER) if itself else _party(agent)
    patient = _patient(clause, deed, agent, sentence)
    if deed.noun and doer == NOBODY:
        return None
    first, last = clause.object_after(deed.last)
    words = [clause.words[place].key for place in (*range(deed.first, deed.last + 1), *range(first, last + 1))]
    what = tuple(dict.fromkeys(terms(" ".join(words))))[:_MOST_STEMS]
    no = clause.negated_at(deed.first)
    type_: ActType = "claim" if itself else "blame"
    if no or (denied is not None and denied != deed.first and abs(deed.first - denied) < _BLAME_REACH):
        type_ = "denial"
    return Act(type_, doer, patient, what, deed.verb, no)


def _speaker(clause: Clause, deed: Deed) -> Mention | None:
    """The party that a verb of saying before or after a deed belongs to."""
    for place in range(len(clause.words)):
        if clause.says("sayings", place):
            mention = clause.before(place, bound=-1) if place < deed.first else clause.before(place, bound=deed.last)
            if mention is None and place < deed.first:
                after = clause.after(place, reach=3)
                mention = after if after and after.last < deed.first else None
            if mention:
                return mention
    return None


def _agent(clause: Clause, deed: Deed) -> Mention | None:
    if deed.noun:
        return _agent_of_noun(clause, deed)
    if deed.passive:
        return clause.by(deed.last)
    bound = max((place for place in range(deed.first) if clause.says("that", place)), default=-1)
    mention = clause.before(deed.first, bound=bound)
    after = clause.after(deed.last, reach=4)
    behind = mention is None and after and clause.language in _VERB_FIRST and not clause.says("onto", after.first - 1)
    return after if behind else mention


def _agent_of_noun(clause: Clause, deed: Deed) -> Mention | None:
    """ "Russian shelling", "Israel's strike", "shelling by Russia", "قصف إسرائيلي", "удар ВСУ"."""
    by = clause.by(deed.last)
    if by:
        return by
    for mention in clause.mentions:
        if 0 < deed.first - mention.last <= 2:
            return mention
        onto = clause.says("onto", mention.first - 1) or clause.says("obliques", mention.first - 1)
        if clause.language != "en" and 0 < mention.first - deed.last <= 2 and not onto:
            return mention
    return None


def _is_speaker(clause: Clause, deed: Deed, agent: Mention | None) -> bool:
    """Whether who acts is who speaks: "we shelled", "our forces entered", "said its men had attacked"."""
    if deed.passive:
        return any(
            clause.says("first_person", place) for place in range(deed.last + 1, min(len(clause.words), deed.last + 5))
        )
    opens = max(
        (place for place in range(deed.first) if clause.says("that", place) or clause.says("sayings", place)),
        default=-1,
    )
    for place in range(max(opens, agent.last if agent else -1, deed.first - 6, 0), deed.first):
        if clause.says("first_person", place) or (opens >= 0 and clause.says("own", place)):
            return True
    return False


def _patient(clause: Clause, deed: Deed, agent: Mention | None, sentence: str) -> Party:
    if deed.passive:
        before = clause.before(deed.first)
        return _party(before) if before and before is not agent else _phrase_before(clause, deed, sentence)
    after = clause.after(deed.last)
    if after and after is not agent:
        return _party(after)
    first, last = clause.object_after(deed.last)
    if agent and agent.first <= last and agent.last >= first:
        return NOBODY
    return Party(sentence[clause.words[first].start : clause.words[last].end]) if last >= first else NOBODY


def _phrase_before(clause: Clause, deed: Deed, sentence: str) -> Party:
    """The subject of a passive: the words before its verb, back to where the clause begins."""
    last = deed.first - 1
    while last >= 0 and (clause.says("passive", last) or clause.says("active", last) or clause.says("negations", last)):
        last -= 1
    first = last + 1
    while first > 0 and last - first < 6 and clause.words[first - 1].kind != "mark":
        if clause.says("that", first - 1) or clause.says("fences", first - 1):
            break
        first -= 1
    return Party(sentence[clause.words[first].start : clause.words[last].end]) if last >= first else NOBODY


def _party(mention: Mention | None) -> Party:
    return Party(mention.party.name, mention.party.actor) if mention else NOBODY
