"""Accounts: what each speaker says of one deed or state, which of them oppose each other, and which came later."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence
from datetime import timedelta

from index.language.reporting import reporting
from index.language.vocabulary import marked
from index.language.wordlists import words
from index.reports.actors import side_of
from index.reports.acts import THE_SPEAKER, denies, negated_stems, state
from index.reports.positions import Dispute, Incident, Position, one_speaker, speaker_of
from index.reports.records import Act, Party, Voice
from index.reports.report import Testimony
from index.reports.romanised import skeleton
from index.reports.states import OF_PEOPLE, OF_THINGS, same_deed

# The cosine of two statements on one deed, as multilingual-e5-small has them.
_RELATED = 0.86
# The same by their words, where there are no vectors.
_HALF = 0.5
# What is said of a state so much later tells of another state, and takes nothing back.
_LATER = timedelta(hours=48)
# Who has left a place is not there.
_AWAY = ("presence", False)
# A phrase of more words is no name of who did it; and what names nobody in particular.
_LONGEST_DOER = 6
_ANYBODY = words("people men women children members fighters soldiers residents civilians families bodies")
# Armed men who are a side: those who rose against a state.
_REBELS = words(
    """
    rebels insurgents rebelles insurgés rebeldes insurgentes повстанцы повстанцев повстанцами мятежники мятежников
    мятежниками повстанці повстанців المتمردون المتمردين الثوار המורדים
    """
)


@dataclasses.dataclass(frozen=True)
class Account:
    """How a statement stands to a deed: who is said to have done it, and to whom (a side, a name where no side is
    known, "" where none is named), whether it is denied, of which class it is and in which state it leaves things.
    `relevance` says how well the statement answers what is asked."""

    testimony: Testimony
    agent: str
    denies: bool
    deed: str
    relevance: float
    state: tuple[str, bool] | None = None
    patient: str = ""
    # Whether a denial of no deed that is known is one by its words: "denied", "called it a lie".
    denied_in_words: bool = True
    # Whether it is told as a deed of somebody, or as not done; not only to be guessed from whom the sentence names.
    told: bool = False
    # How who did it sounds, where that is nobody whose side is known: "clan militia", "wazalendo".
    doer: str = ""
    # The stems of what it was done to, as the statement words it.
    objects: frozenset[str] = frozenset()
    # Whether it is as near in meaning to what is asked as few statements are: two such are of one deed.
    near_question: bool = False

    @property
    def actor(self) -> str:
        """Who is said to have done it: the side, or how the name of whom no side is known sounds; "" for nobody."""
        return self.agent or self.doer

    @property
    def side(self) -> tuple[str, bool, tuple[str, bool] | None]:
        """What it stands for: accounts of one side say the same of who did it, or of how things are."""
        return self.actor, self.denies, self.state

    def answers(self, deeds: frozenset[str], *, who: bool) -> bool:
        """Whether it says who did what is asked about (`who`), or whether it was done."""
        if deeds and self.deed and not same_deed(self.deed, deeds):
            return False
        if who:
            return bool(self.actor) or self.denies
        return bool(self.deed) or self.denies


def account(testimony: Testimony, relevance: float, deeds: frozenset[str] = frozenset()) -> Account:
    """The account that a statement gives of a deed of one of the classes asked about, or of the first that it tells."""
    act = _act(testimony, deeds)
    statement = testimony.statement
    if act is None:
        denied = not statement.negated or denies(_unnamed(testimony), testimony.report.reading.language)
        return Account(testimony, _accused(testimony), statement.negated, "", relevance, denied_in_words=denied)
    agent = _speakers_side(testimony) if act.agent == THE_SPEAKER else _side(act.agent, testimony)
    denied = act.type == "denial" or act.negated or (statement.negated and _is_of(act, testimony))
    doer = "" if agent else _doer(act.agent, testimony)
    # Who is named as the doer, though of no side that is known, is not whoever else is named.
    accused = agent or ("" if doer else _accused(testimony))
    told = bool(agent) or _may_act(act.agent, testimony) or act.type == "denial"
    return Account(
        testimony,
        accused,
        denied,
        act.verb,
        relevance,
        state(act),
        _side(act.patient, testimony),
        told=told,
        doer=doer,
        objects=frozenset(act.what[1:]),
    )


def _is_of(act: Act, testimony: Testimony) -> bool:
    """Whether what a negated sentence denies may be an act: one that it is about, not one that is only named in it, as
    in "has not been broken by the invasion"."""
    told, words = frozenset(act.what) & testimony.stems, testimony.stems
    return len(testimony.statement.acts) == 1 and (not act.what or len(told) * 4 >= len(words))


def _unnamed(testimony: Testimony) -> str:
    """The sentence of a statement without the names of who speaks: one may head a "Center for Countering
    Disinformation" and deny nothing."""
    text = testimony.sentence_text
    for voice in testimony.statement.voices:
        text = text.replace(voice.name, "")
    return text


def _act(testimony: Testimony, deeds: frozenset[str]) -> Act | None:
    acts = testimony.statement.acts
    asked = [act for act in acts if act.verb in deeds] or [act for act in acts if same_deed(act.verb, deeds)]
    named = [act for act in asked or acts if act.agent.actor]
    return next(iter(named or asked or acts), None)


def _side(party: Party, testimony: Testimony) -> str:
    """The side of a party on the day of a report; of one that is not known the sound of its name, where a word of it is
    written as one and not only because the sentence begins with it."""
    if party.actor:
        return side_of(party.actor, testimony.report.written)
    words = party.name.split()
    begins = testimony.text.lstrip().startswith(party.name) and not party.name.split(" ")[0].endswith(("'s", "’s"))
    named = [skeleton(word) for word in words[begins:] if word[:1].isupper()]
    return named[-1] if named and len(named[-1]) > 2 else ""


def _doer(party: Party, testimony: Testimony) -> str:
    """How the noun sounds that says who did it, where it says more than that they were armed men; else ""."""
    if party.actor or not _may_act(party, testimony):
        return ""
    named = marked(party.name, testimony.report.reading.language, "counting")
    telling = (
        skeleton(named.key(at))
        for at in range(len(named))
        if (named.says("concepts", at) not in _ANYBODY or named.key(at) in _REBELS)
        and not named.says("determiners", at)
    )
    return next((sound for sound in telling if len(sound) > 1), "")


def _may_act(party: Party, testimony: Testimony) -> bool:
    """Whether the words for who did it may be somebody's: no weapon, no number ("bringing to 17 the number"), and not
    too long to be a name."""
    language = testimony.report.reading.language
    named = marked(party.name, language, "counting")
    if not 0 < len(named) <= _LONGEST_DOER or marked(party.name, language, "acts").has("weapons"):
        return False
    numbers = reporting(language).sets["numbers"]
    return not any(named.key(at)[:1].isdigit() or named.key(at) in numbers for at in range(len(named)))


def _accused(testimony: Testimony) -> str:
    """The only side that a statement names beside its speaker's own; "" where there is none or more, or where no side
    speaks. The speaker's title names none: "Iran's ambassador to Syria"."""
    own = _speakers_side(testimony)
    if not own:
        return ""
    day, titles = testimony.report.written, " ".join(voice.name for voice in testimony.statement.voices)
    named = (party for party in testimony.statement.parties if party.name not in titles)
    sides = {side_of(party.actor, day) for party in named} - {"", own}
    return sides.pop() if len(sides) == 1 else ""


def _speakers_side(testimony: Testimony) -> str:
    return side_of(testimony.speaker.actor, testimony.report.written) if testimony.speaker else ""


def opposed(account: Account, other: Account) -> bool:
    """Whether two speakers' accounts of one deed or state can not both be right."""
    if not related(account, other):
        return False
    if _negates_another(account, other):
        return False
    same_agent = not account.agent or not other.agent or account.agent == other.agent
    if not (account.denies or other.denies or account.state or other.state) and not _both_said(account, other):
        return False
    if account.state and other.state and account.state[0] == other.state[0]:
        if account.state[1] != other.state[1]:
            return same_agent
        if account.state[1] and not same_agent:
            return True
        if account.state == _AWAY:
            # Both may have left.
            return False
    if account.denies != other.denies:
        return same_agent
    if account.denies:
        return False
    if account.agent and other.agent and account.agent != other.agent:
        return True
    return (account.agent != other.agent and _swapped(account, other)) or _by_others(account, other)


def _by_others(account: Account, other: Account) -> bool:
    """Whether two speakers tell one deed of two doers, of whom at least one is nobody whose side is known."""
    if not (account.told and other.told and account.deed and same_deed(account.deed, frozenset({other.deed}))):
        return False
    apart = bool(account.doer or other.doer) and of_two_actors(account, other)
    return apart and (account.deed == other.deed or (account.near_question and other.near_question))


def of_two_actors(account: Account, other: Account) -> bool:
    """Whether each of two accounts says who did it, and not the same."""
    return bool(account.actor and other.actor) and account.actor != other.actor


def _both_said(account: Account, other: Account) -> bool:
    """Whether both are somebody's words: what an outlet tells as plain fact may be of any such deed."""
    return account.testimony.speaker is not None and other.testimony.speaker is not None


def _negates_another(account: Account, other: Account) -> bool:
    """Whether one is only a negated sentence that does not say what the other says."""
    if len({account.deed, other.deed} & OF_PEOPLE) == 1 and {account.deed, other.deed} & OF_THINGS:
        # That nobody was hurt denies no damage.
        return account.denies != other.denies
    return any(
        negated.denies and not negated.denied_in_words and not _takes_up(negated, told)
        for negated, told in ((account, other), (other, account))
    )


def _takes_up(negated: Account, other: Account) -> bool:
    """Whether what a sentence negates is what another says: it says much the same, or, where both are near what is
    asked, the other has one of the very words."""
    if alike(negated.testimony, other.testimony, _HALF):
        return True
    stems = negated_stems(negated.testimony.text, negated.testimony.report.reading.language)
    return negated.near_question and other.near_question and bool(stems & other.testimony.stems)


def _swapped(account: Account, other: Account) -> bool:
    """Whether who did it in one is to whom it was done in the other."""
    did = bool(account.agent) and account.agent == other.patient
    return did or (bool(other.agent) and other.agent == account.patient)


def related(account: Account, other: Account) -> bool:
    """Whether two accounts are of one deed: of classes that may be one, or near in meaning."""
    if account.near_question and other.near_question:
        return True
    if account.deed and other.deed and same_deed(account.deed, frozenset({other.deed})):
        return True
    mine, theirs = account.testimony.vector, other.testimony.vector
    if mine is None or theirs is None:
        return alike(account.testimony, other.testimony, _HALF)
    return float(mine @ theirs) >= _RELATED


def oppositions(accounts: Sequence[Account], *, is_state: bool) -> list[tuple[Account, Account]]:
    """The pairs of different speakers' accounts that oppose each other, each speaker's likeliest.

    Of a state (open, held, besieged) what is said much later replaces what was said before.
    """
    return [
        (account, other)
        for account, other in itertools.combinations(per_speaker(accounts), 2)
        if opposed(account, other) and not (is_state and _much_later(account, other))
    ]


def dispute(
    accounts: Sequence[Account], incident: Incident, opposing: Sequence[tuple[Account, Account]]
) -> Dispute | None:
    """The accounts that are in one of some pairs that oppose each other, the likeliest first; None for no pair."""
    rivals = [account for account in per_speaker(accounts) if any(account in pair for pair in opposing)]
    if len(rivals) < 2:
        return None
    rivals = _each_side_first(rivals)
    return Dispute(incident, tuple(_position(account, accounts) for account in rivals))


def between(pair: tuple[Account, Account], incident: Incident) -> Dispute:
    """A dispute of two accounts, the likelier first, each with what its speaker says right before and behind it: an
    account may run over several sentences."""
    first, second = sorted(pair, key=lambda account: -account.relevance)
    return Dispute(incident, (_with_beside(_position(first, pair)), _with_beside(_position(second, pair))))


def _with_beside(position: Position) -> Position:
    testimony = position.testimony
    beside = [
        other
        for other in testimony.report.testimonies
        if other.speaker is not None
        and other not in position.testimonies
        and abs(other.statement.sentence - testimony.statement.sentence) <= 1
        and one_speaker(other, testimony)
    ]
    return dataclasses.replace(position, testimonies=(*position.testimonies, *beside))


def _each_side_first(accounts: Sequence[Account]) -> list[Account]:
    """The accounts in turn from each side of a dispute, so that the first few show all sides."""
    sides: dict[tuple[str, bool, tuple[str, bool] | None], list[Account]] = {}
    for account in accounts:
        sides.setdefault(account.side, []).append(account)
    turns = itertools.zip_longest(*sides.values())
    return [account for turn in turns for account in turn if account is not None]


def differ(testimony: Testimony, other: Testimony) -> bool:
    """Whether two statements that contradict each other are of two speakers: those with names of their own that share
    nothing are, though they have one office, unless both are known to speak for one actor."""
    if not one_speaker(testimony, other):
        return True
    voice, rival = speaker_of(testimony), speaker_of(other)
    mine, theirs = _proper(voice), _proper(rival)
    return bool(mine and theirs) and not mine & theirs and not (voice.actor and voice.actor == rival.actor)


def _proper(voice: Voice) -> frozenset[str]:
    """How the words of a name sound that are written as names."""
    return frozenset(skeleton(word) for word in voice.name.split() if word[:1].isupper() and len(word) > 2)


def per_speaker(accounts: Sequence[Account]) -> list[Account]:
    """The likeliest account of each speaker, the most relevant first."""
    chosen: list[Account] = []
    for account in sorted(accounts, key=lambda account: -account.relevance):
        if all(differ(other.testimony, account.testimony) for other in chosen):
            chosen.append(account)
    return chosen


def _much_later(account: Account, other: Account) -> bool:
    return abs(account.testimony.as_of - other.testimony.as_of) > _LATER


def _position(account: Account, accounts: Sequence[Account]) -> Position:
    """An account with the other statements of its speaker that say the same."""
    voice = speaker_of(account.testimony)
    same = [
        other.testimony
        for other in accounts
        if other is not account
        and one_speaker(other.testimony, account.testimony)
        and (other.agent, other.denies, other.deed, other.state)
        == (account.agent, account.denies, account.deed, account.state)
        and alike(other.testimony, account.testimony)
    ]
    return Position(voice, (account.testimony, *same))


def alike(testimony: Testimony, other: Testimony, least: float = 0.75) -> bool:
    """Whether two statements say the same in the same order: a share of their stems is common, and those stand in one
    order in both. Who did what to whom is told by order, so swapped parties are not alike."""
    mine, theirs = testimony.content_terms, other.content_terms
    if not mine or not theirs:
        return False
    return 2 * _common_run(mine, theirs) / (len(mine) + len(theirs)) >= least


def _common_run(mine: Sequence[str], theirs: Sequence[str], most: int = 80) -> int:
    """The length of the longest common subsequence of two term lists, their first `most` terms."""
    mine, theirs = mine[:most], theirs[:most]
    lengths = [0] * (len(theirs) + 1)
    for term in mine:
        diagonal = 0
        for at, other in enumerate(theirs, 1):
            above = lengths[at]
            lengths[at] = diagonal + 1 if term == other else max(above, lengths[at - 1])
            diagonal = above
    return lengths[-1]
