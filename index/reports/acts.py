"""The acts that a sentence tells of: who is said to have done what to whom, as blame, as a claim or as a denial."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from index.language.terms import terms
from index.reports.blame import REACH, blamed_in
from index.reports.claims import claims_in
from index.reports.deeds import HARM, NOBODY, THE_SPEAKER, Clause, Deed, Mention, PartySpan, party_of
from index.reports.records import Act, ActType, Party
from index.reports.states import STATES, state, states_in

__all__ = ["NOBODY", "STATES", "THE_SPEAKER", "PartySpan", "acts_in", "negated", "state"]

_MOST_ACTS = 12
_MOST_STEMS = 10
_NEAR = 6
# So many words behind a negation are what it denies.
_NEGATED = 4
# Deeds that are told of who or what they happen to, not of who does them.
_WITHOUT_AGENT = frozenset({"live", "die"})
# Between a word of saying and a deed these leave it without a subject.
_AUXILIARY = ("active", "adverbs", "negations", "that")
# What a speaker's own deed is told with where its verb has no person, and how verbs of many end where it has.
_HAVING = {"en": frozenset({"have", "having"}), "es": frozenset({"haber"}), "fr": frozenset({"avoir"})}
_PLURALS = {
    "es": ("ron", "an", "ían", "en"),
    "he": ("ו", "ים"),
    "ru": ("ли", "ют", "ут", "ят", "ат"),
    "uk": ("ли", "ють", "уть", "ять", "ать"),
}
# What begins a clause on who is named before it.
_RELATIVES = {
    "en": frozenset({"who"}),
    "fr": frozenset({"qui"}),
    "es": frozenset({"quien"}),
    "ru": frozenset({"который", "которая", "которые"}),
    "uk": frozenset({"який", "яка", "які"}),
    "ar": frozenset({"الذي", "التي"}),
}
_OF_ITSELF = frozenset({"close", "open", "besiege", "suspend", "resume", "burn"})
# Who acts may stand behind the verb in these languages.
_VERB_FIRST = frozenset({"ar", "es", "he", "ru", "uk"})


def acts_in(text: str, start: int, end: int, language: str, parties: Sequence[PartySpan]) -> tuple[Act, ...]:
    """The acts that the sentence `start:end` of a text tells of, in order; `parties` are those named in the text.

    An agent or patient that is no party has the words of the text for its name and no id; one that is not named is
    `NOBODY`; where the sentence says "we" or "its men", it is `THE_SPEAKER`.
    """
    clause = Clause(text, start, end, language, parties)
    blamed = blamed_in(clause)
    denied = _denied_from(clause)
    acts: list[Act] = []
    for deed in clause.deeds:
        frame = next((frame for frame in blamed if frame.covers(deed)), None)
        act = _act(clause, deed, frame.party if frame else None, denied)
        if act and act.agent == NOBODY and acts and (_is_joined(clause, deed) or _is_result(clause, deed)):
            act = dataclasses.replace(act, agent=acts[-1].agent, type=act.type if act.negated else acts[-1].type)
        if act:
            acts.append(act)
    acts += [
        Act("blame", frame.party, NOBODY, (), frame.verb)
        for frame in blamed
        if not any(frame.covers(deed) for deed in clause.deeds)
    ]
    claims = claims_in(clause)
    acts = [act for act in acts if not any(_is_claimed(act, claim) for claim in claims)]
    acts = claims + acts + states_in(clause)
    return tuple(dict.fromkeys(acts))[:_MOST_ACTS]


def _is_claimed(act: Act, claim: Act) -> bool:
    """Whether an act is only the deed that somebody claims: nobody else who is known is told to have done it."""
    return act.verb == claim.verb and (act.agent == claim.agent or not act.agent.actor)


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


def denies(text: str, language: str) -> bool:
    """Whether a sentence has a word that denies: "denied", "called it a lie"."""
    return _denied_from(Clause(text, 0, len(text), language, ())) is not None


def negated_stems(text: str, language: str) -> frozenset[str]:
    """The stems of the words right behind the negations of a sentence: "no tunnel", "has not been taken"."""
    clause = Clause(text, 0, len(text), language, ())
    denied = (
        clause.words[behind].key
        for place in range(len(clause.words))
        if clause.says("none", place) or clause.says("negations", place)
        for behind in range(place + 1, min(len(clause.words), place + 1 + _NEGATED))
    )
    return frozenset(terms(" ".join(denied)))


def _denied_from(clause: Clause) -> int | None:
    """The place of a word that denies what a sentence tells, None where nothing denies it."""
    for place in range(len(clause.words)):
        if not clause.says("denials", place) or clause.says("asides", place - 1):
            continue
        if not any(clause.says("negations", near) for near in range(max(0, place - 2), place)):
            return place
    return None


def _act(clause: Clause, deed: Deed, accused: Party | None, denied: int | None) -> Act | None:
    result = _is_result(clause, deed)
    mention = None if accused or result else _agent(clause, deed)
    itself = accused is None and _is_speaker(clause, deed, mention)
    if itself:
        speaker = _speaker(clause, deed)
        doer = party_of(speaker) if speaker else THE_SPEAKER
    else:
        doer = accused or party_of(mention)
    if doer == NOBODY and not deed.noun and not result:
        doer = _phrase_by(clause, deed) if deed.passive else _subject(clause, deed)
    if doer == NOBODY and denied is not None and denied < deed.first:
        # Who denies a deed of nobody denies its own.
        denier = clause.before(denied) or clause.after(denied, reach=3)
        doer = party_of(denier) if denier or deed.passive else THE_SPEAKER
    if deed.noun and doer == NOBODY and denied is None:
        return None
    patient = _patient(clause, deed, mention)
    first, last = clause.object_after(deed.last)
    words = [clause.words[place].key for place in (*range(deed.first, deed.last + 1), *range(first, last + 1))]
    what = tuple(dict.fromkeys(terms(" ".join(words))))[:_MOST_STEMS]
    no = clause.negated_at(deed.first)
    if no and _is_of_one_person(clause, deed):
        return None
    kind: ActType = "claim" if itself else "blame"
    apart = denied is None or denied == deed.first or abs(deed.first - denied) >= REACH
    if no or not (apart or accused):
        kind = "denial"
    return Act(kind, doer, patient, what, deed.verb, no)


def _is_joined(clause: Clause, deed: Deed) -> bool:
    """Whether "and" joins a deed to the one before it: "attacked the airport and killed …"."""
    joined = any(clause.says("joins", near) for near in range(max(0, deed.first - 3), deed.first))
    return joined and not deed.passive and not deed.noun


def _is_result(clause: Clause, deed: Deed) -> bool:
    """Whether an English participle tells what the deed before it did: "struck the market, killing nine"."""
    return clause.language == "en" and clause.key(deed.first).endswith("ing") and clause.key(deed.first - 1) == ","


def _speaker(clause: Clause, deed: Deed) -> Mention | None:
    """The party that a verb of saying before or after a deed belongs to."""
    for place in range(len(clause.words)):
        if clause.says("sayings", place):
            follows = place > deed.last
            mention = clause.before(place, bound=deed.last if follows else -1)
            after = clause.after(place, reach=3)
            if mention is None and after and (follows or after.last < deed.first):
                mention = after
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
        place = clause.instrumental_after(deed.last)
        return clause.by(deed.last) or (clause.after(place - 1, reach=_NEAR) if place is not None else None)
    mention = clause.before(deed.first, bound=_opening(clause, deed))
    after = clause.after(deed.last, reach=4)
    behind = mention is None and after and clause.language in _VERB_FIRST and not clause.says("onto", after.first - 1)
    return after if behind else mention


def _agent_of_noun(clause: Clause, deed: Deed) -> Mention | None:
    """ "Russian shelling", "Israel's strike", "shelling by Russia", "قصف إسرائيلي", "удар ВСУ"."""
    by = clause.by(deed.last)
    if by:
        return by
    light = next(
        (near for near in range(deed.first - 1, max(-1, deed.first - 5), -1) if clause.says("light_verbs", near)), None
    )
    if light is not None:
        behind = clause.after(light, reach=3) if clause.language in _VERB_FIRST else None
        return behind if behind and behind.last < deed.first else clause.before(light)
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
    own = opens >= 0 and not _may_be_of_deed(clause, deed)
    for place in range(max(opens, begins, 0), deed.first):
        if clause.says("first_person", place) or (own and clause.says("own", place)):
            return True
    return opens >= 0 and _is_of_who_says_it(clause, deed, opens)


def _may_be_of_deed(clause: Clause, deed: Deed) -> bool:
    """Whether "it" may be what somebody else did: "condemned the attack and said it had killed five"."""
    if deed.verb not in HARM:
        return False
    said = max((place for place in range(deed.first) if clause.says("sayings", place)), default=-1)
    return any(other.noun and other.last < said for other in clause.deeds) or clause.goes_on_with_deed


def _is_of_one_person(clause: Clause, deed: Deed) -> bool:
    """Whether a clause only says of somebody that nothing befell him: "the ambassador, who was not hurt, …"."""
    relatives = _RELATIVES.get(clause.language, frozenset())
    before = range(max(0, deed.first - 4), deed.first)
    return deed.verb in HARM and any(clause.key(near) in relatives for near in before)


def _is_of_who_says_it(clause: Clause, deed: Deed, opens: int) -> bool:
    """Whether a deed that is told without a subject is its speaker's: "claimed to have shot down", "affirme avoir tué",
    "заявило, что освободило", not "сообщил, что обстреляли" (somebody did)."""
    if deed.noun or deed.verb in _WITHOUT_AGENT | _OF_ITSELF:
        return False
    between = range(opens + 1, deed.first)
    if not all(
        any(clause.says(listing, place) for listing in _AUXILIARY) or clause.key(place) in {",", "to"}
        for place in between
    ):
        return False
    if any(clause.key(place) in _HAVING.get(clause.language, ()) for place in between):
        return True
    plurals = _PLURALS.get(clause.language)
    saying = next((place for place in range(opens, -1, -1) if clause.says("sayings", place)), None)
    if plurals is None or saying is None:
        return False
    verbs = [place for place in (*between, deed.first) if not clause.says("adverbs", place)]
    many = any(clause.key(place).endswith(plurals) for place in verbs)
    # "The hospital said that they had wounded five": somebody had.
    return many == clause.key(saying).endswith(plurals) and not (many and deed.verb in HARM)


def _patient(clause: Clause, deed: Deed, agent: Mention | None) -> Party:
    """To whom or what it was done: a party where one is named there, else the words."""
    if deed.passive:
        before = clause.before(deed.first, bound=_opening(clause, deed))
        party = party_of(before) if before and before is not agent else clause.phrase_before(deed.first)
        if party != NOBODY:
            return party
    if clause.says("clitics", deed.first - 1):
        return NOBODY
    if deed.noun and agent is None and deed.first and clause.words[deed.first - 1].owns:
        return clause.phrase(deed.first - 1, deed.first - 1)
    first, last = clause.object_after(deed.last)
    if deed.noun and last < first and clause.says("onto", deed.last + 1):
        first, last = clause.object_after(deed.last + 1)
    named = [mention for mention in clause.mentions if first <= mention.first <= last and mention is not agent]
    if named:
        return party_of(named[0])
    overlaps = agent and agent.first <= last and agent.last >= first
    return NOBODY if overlaps or last < first else clause.phrase(first, last)


def _subject(clause: Clause, deed: Deed) -> Party:
    """Who acts, where no party does: "soldiers on patrol shot …"; NOBODY for weapons and for deeds told of things."""
    if clause.says("clitics", deed.first - 1):
        return clause.phrase_after(deed.last)[0]
    party = NOBODY if clause.language == "ar" else clause.phrase_before(deed.first)
    told_of_things = any(clause.says("passive", near) for near in range(max(0, deed.first - 2), deed.first))
    armed = any(clause.says("weapons", near) for near in range(max(0, deed.first - 4), deed.first))
    first, last = clause.object_after(deed.last)
    happens = deed.verb in _WITHOUT_AGENT or (deed.verb in _OF_ITSELF and last < first)
    before = range(max(0, deed.first - _NEAR), deed.first)
    it = _may_be_of_deed(clause, deed) and any(
        clause.says("own", near) and clause.phrase(near, near) == party for near in before
    )
    return NOBODY if told_of_things or armed or happens or it else party


def _phrase_by(clause: Clause, deed: Deed) -> Party:
    """Who a by-phrase names, where it is no party and no weapon: "killed by soldiers"."""
    for place in range(deed.last + 1, min(len(clause.words), deed.last + _NEAR)):
        if clause.says("by", place):
            last = place + clause.length("by", place) - 1
            first, ends = clause.object_after(last)
            return _unarmed(clause, first, ends)
    begins = clause.instrumental_after(deed.last)
    return NOBODY if begins is None else _unarmed(clause, *clause.object_after(begins - 1))


def _unarmed(clause: Clause, first: int, last: int) -> Party:
    """The words of a phrase as a party; NOBODY where there are none, or a weapon is among them."""
    armed = any(clause.says("weapons", place) for place in range(first, last + 1))
    return NOBODY if armed or last < first else clause.phrase(first, last)
