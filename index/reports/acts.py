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
_MOST_ACTS = 12
_MOST_STEMS = 10
_BLAME_REACH = 16
_NEAR = 6
# What a noun of a state is said of, and the class of the deed that ends it.
_ENDED = {"truce": "break_truce", "besiege": "break_siege", "talk": "suspend_talks", "fly": "suspend_flights"}
# Deeds that are told of who or what they happen to, not of who does them.
_OF_ITSELF = frozenset({"live", "die", "close", "open", "besiege", "suspend", "resume", "burn"})
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
    sentence = text[start:end]
    blamed = [*_blamed(clause, sentence), *_told_by_their_kind(clause)]
    denied = _denied_from(clause)
    acts: list[Act] = []
    for deed in clause.deeds:
        frame = next((frame for frame in blamed if frame.covers(deed)), None)
        act = _act(clause, deed, frame.party if frame else None, denied, sentence)
        if act and act.agent == NOBODY and acts and _is_joined(clause, deed):
            act = dataclasses.replace(act, agent=acts[-1].agent, type=act.type if act.negated else acts[-1].type)
        if act:
            acts.append(act)
    acts += [
        Act("blame", frame.party, NOBODY, (), frame.verb)
        for frame in blamed
        if not any(frame.covers(deed) for deed in clause.deeds)
    ]
    acts += _states(clause, sentence) + _in_hands(clause, sentence)
    return tuple(dict.fromkeys(acts))[:_MOST_ACTS]


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
    """Who is blamed, and the words in which the deed is told; `verb`: the class of the deed where no word tells it."""

    party: Party
    first: int
    last: int
    verb: str = ""

    def covers(self, deed: Deed) -> bool:
        return self.first <= deed.first <= self.last


def _blamed(clause: Clause, sentence: str) -> list[_Blame]:
    """Who is accused, held responsible or said to be behind something, with the words that say of what."""
    frames: list[_Blame] = []
    for place in range(len(clause.words)):
        kind, length = clause.listing("blame").at(clause.words, place)
        last = place + length - 1
        if kind in {"after", "origin"}:
            frames += _accused_after(clause, place, last, kind, sentence)
        elif kind:
            mention = clause.before(place) or clause.after(last)
            if mention:
                frames.append(_Blame(_party(mention), last, last + _BLAME_REACH))
    return frames


def _accused_after(clause: Clause, place: int, last: int, kind: str, sentence: str) -> list[_Blame]:
    """ "Accused the army of …", "blamed on the army", "came from the army's base"."""
    following = clause.all_after(last, reach=_BLAME_REACH)
    # Where the verb comes first, who accuses stands between it and who is accused.
    mention = following[1] if _accuser_follows(clause, place, following) else (following[0] if following else None)
    passive = any(clause.says("passive", near) for near in range(max(0, place - 2), place))
    if passive and kind == "after" and not clause.says("onto", last):
        mention = clause.before(place) or mention
    party, opens = _party(mention), last
    if mention and mention.first > last:
        opens = mention.last + 1
    elif mention is None:
        party, opens = _phrase_after(clause, last, sentence)
    if party == NOBODY:
        return []
    if clause.says("onto", last) or kind == "origin":
        return [_Blame(party, 0, opens + _BLAME_REACH, "strike" if kind == "origin" else "")]
    return [_Blame(party, opens, opens + _BLAME_REACH)]


def _accuser_follows(clause: Clause, place: int, following: list[Mention]) -> bool:
    return clause.language == "ar" and len(following) > 1 and clause.before(place) is None and place < 2


def _told_by_their_kind(clause: Clause) -> list[_Blame]:
    """ "The drone was Ukrainian"."""
    return [
        _Blame(_party(mention), mention.first, mention.last, "strike")
        for mention in clause.mentions
        if clause.says("passive", mention.first - 1)
        and any(clause.says("weapons", near) for near in range(max(0, mention.first - 3), mention.first))
    ]


def _denied_from(clause: Clause) -> int | None:
    """The place of a word that denies what a sentence tells, None where nothing denies it."""
    for place in range(len(clause.words)):
        if not clause.says("denials", place) or clause.says("asides", place - 1):
            continue
        if not any(clause.says("negations", near) for near in range(max(0, place - 2), place)):
            return place
    return None


def _act(clause: Clause, deed: Deed, accused: Party | None, denied: int | None, sentence: str) -> Act | None:
    mention = None if accused else _agent(clause, deed)
    itself = accused is None and _is_speaker(clause, deed, mention)
    if itself:
        speaker = _speaker(clause, deed)
        doer = _party(speaker) if speaker else THE_SPEAKER
    else:
        doer = accused or _party(mention)
    if doer == NOBODY and not deed.noun:
        doer = _phrase_by(clause, deed, sentence) if deed.passive else _subject(clause, deed, sentence)
    if deed.noun and doer == NOBODY and denied is None:
        return None
    patient = _patient(clause, deed, mention, sentence)
    first, last = clause.object_after(deed.last)
    words = [clause.words[place].key for place in (*range(deed.first, deed.last + 1), *range(first, last + 1))]
    what = tuple(dict.fromkeys(terms(" ".join(words))))[:_MOST_STEMS]
    no = clause.negated_at(deed.first)
    kind: ActType = "claim" if itself else "blame"
    if no or (denied is not None and denied != deed.first and abs(deed.first - denied) < _BLAME_REACH):
        kind = "denial"
    return Act(kind, doer, patient, what, deed.verb, no)


def _is_joined(clause: Clause, deed: Deed) -> bool:
    """Whether "and" joins a deed to the one before it: "attacked the airport and killed …"."""
    joined = any(clause.says("joins", near) for near in range(max(0, deed.first - 3), deed.first))
    return joined and not deed.passive and not deed.noun


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


def _opening(clause: Clause, deed: Deed) -> int:
    """The last word before a deed after which its own clause begins, -1 where that is the sentence's."""
    return max((place for place in range(deed.first) if clause.says("that", place)), default=-1)


def _agent(clause: Clause, deed: Deed) -> Mention | None:
    if deed.noun:
        return _agent_of_noun(clause, deed)
    if deed.passive:
        return clause.by(deed.last)
    mention = clause.before(deed.first, bound=_opening(clause, deed))
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
    ends = min(len(clause.words), deed.last + _NEAR + 2)
    if deed.passive:
        return any(clause.says("first_person", place) for place in range(deed.last + 1, ends))
    opens = max(
        (place for place in range(deed.first) if clause.says("that", place) or clause.says("sayings", place)),
        default=-1,
    )
    begins = agent.first - 1 if agent and agent.first > opens else deed.first - _NEAR
    for place in range(max(opens, begins, 0), deed.first):
        if clause.says("first_person", place) or (opens >= 0 and clause.says("own", place)):
            return True
    return False


def _patient(clause: Clause, deed: Deed, agent: Mention | None, sentence: str) -> Party:
    """To whom or what it was done: a party where one is named there, else the words."""
    if deed.passive:
        before = clause.before(deed.first, bound=_opening(clause, deed))
        party = _party(before) if before and before is not agent else _phrase_before(clause, deed, sentence)
        if party != NOBODY:
            return party
    if clause.says("clitics", deed.first - 1):
        return NOBODY
    if deed.noun and agent is None and deed.first and clause.words[deed.first - 1].owns:
        return _words(clause, deed.first - 1, deed.first - 1, sentence)
    first, last = clause.object_after(deed.last)
    if deed.noun and last < first and clause.says("onto", deed.last + 1):
        first, last = clause.object_after(deed.last + 1)
    named = [mention for mention in clause.mentions if first <= mention.first <= last and mention is not agent]
    if named:
        return _party(named[0])
    overlaps = agent and agent.first <= last and agent.last >= first
    return NOBODY if overlaps or last < first else _words(clause, first, last, sentence)


def _phrase_before(clause: Clause, deed: Deed, sentence: str) -> Party:
    """The noun phrase before a verb, back to where its clause begins; NOBODY where it says only where or when."""
    last = deed.first - 1
    while last >= 0 and any(clause.says(listing, last) for listing in ("passive", "active", "negations", "adverbs")):
        last -= 1
    last -= last > 0 and clause.words[last].key == ","
    first = last + 1
    while first > 0 and last - first < _NEAR and clause.words[first - 1].kind != "mark":
        if any(clause.says(listing, first - 1) for listing in ("that", "fences", "sayings", "joins")):
            break
        first -= 1
    if last < first or clause.says("within", first) or clause.says("obliques", first):
        return NOBODY
    return _words(clause, first, last, sentence)


def _subject(clause: Clause, deed: Deed, sentence: str) -> Party:
    """Who acts, where no party does: "soldiers on patrol shot …"; NOBODY for weapons and for deeds told of things."""
    if clause.says("clitics", deed.first - 1):
        return _phrase_after(clause, deed.last, sentence)[0]
    party = _phrase_before(clause, deed, sentence)
    told_of_things = any(clause.says("passive", near) for near in range(max(0, deed.first - 2), deed.first))
    armed = any(clause.says("weapons", near) for near in range(max(0, deed.first - 4), deed.first))
    return NOBODY if told_of_things or armed or deed.verb in _OF_ITSELF else party


def _phrase_by(clause: Clause, deed: Deed, sentence: str) -> Party:
    """Who a by-phrase names, where it is no party and no weapon: "killed by soldiers"."""
    for place in range(deed.last + 1, min(len(clause.words), deed.last + _NEAR)):
        if clause.says("by", place):
            last = place + clause.length("by", place) - 1
            first, ends = clause.object_after(last)
            armed = any(clause.says("weapons", near) for near in range(first, ends + 1))
            return NOBODY if armed or ends < first else _words(clause, first, ends, sentence)
    return NOBODY


def _phrase_after(clause: Clause, last: int, sentence: str) -> tuple[Party, int]:
    """The noun phrase after a word, and where it ends."""
    first, ends = clause.object_after(last)
    return (_words(clause, first, ends, sentence), ends + 1) if ends >= first else (NOBODY, last)


def _states(clause: Clause, sentence: str) -> list[Act]:
    """A truce, a siege, talks or flights of which it is told that there are some, or that there are no more."""
    acts: list[Act] = []
    for place in range(len(clause.words)):
        kind, length = clause.listing("state_nouns").at(clause.words, place)
        if not kind:
            continue
        around = range(max(0, place - _NEAR), min(len(clause.words), place + length + _NEAR))
        over = any(clause.says("ended", near) or clause.says("negations", near) for near in around)
        holds = any(clause.says("lasting", near) for near in around)
        if over or holds:
            verb = _ENDED[kind] if over else kind
            what = tuple(terms(sentence[clause.words[place].start : clause.words[place + length - 1].end]))
            acts.append(Act("blame", NOBODY, NOBODY, what, verb))
    return acts


def _in_hands(clause: Clause, sentence: str) -> list[Act]:
    """ "The town is in our hands", "aux mains du M23", "under the full control of …"."""
    acts: list[Act] = []
    for place in range(len(clause.words)):
        kind, length = clause.listing("hands").at(clause.words, place)
        if not kind:
            continue
        near = range(max(0, place - 3), min(len(clause.words), place + length + 1))
        ours = kind == "ours" or any(clause.says("first_person", word) for word in near)
        mention = clause.after(place + length - 1, reach=4) if kind == "after" else clause.before(place)
        party = THE_SPEAKER if ours else _party(mention)
        if party == NOBODY and kind == "after":
            party = _phrase_after(clause, place + length - 1, sentence)[0]
        if party != NOBODY:
            no = clause.negated_at(place)
            acts.append(Act("denial" if no else "claim" if ours else "blame", party, NOBODY, (), "capture", no))
    return acts


def _words(clause: Clause, first: int, last: int, sentence: str) -> Party:
    return Party(sentence[clause.words[first].start : clause.words[last].end])


def _party(mention: Mention | None) -> Party:
    return Party(mention.party.name, mention.party.actor) if mention else NOBODY
