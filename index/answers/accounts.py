"""Who is said to have done it: accusations, denials, and what is left open."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Literal

from index.answers.disputes import Dispute, Held, same_speaker
from index.answers.heads import headless
from index.answers.ranking import Candidate
from index.language.wordlists import words

Stance = Literal["blames", "denies", "open"]

_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es|ed)|misinformation|fabricat\w+"
    r"|baseless|unfounded|(?:totally|completely|absolutely|entirely)? ?(?:false|untrue)|propaganda|provocation"
    r"|(?:did|does|do|has|have|had|will|would|was|were) not (?:and \w+ not )*(?:use|used|carry|carried|strike"
    r"|struck|bomb|attack|target|launch|fire|conduct|involved|responsible|behind|commit|do)\w*"
    r"|never (?:used|carried|targeted|bombed)|no (?:role|involvement|part|strikes?|evidence)\b|conducted no)\b",
    re.IGNORECASE,
)
_ACCUSATION = re.compile(
    r"\b(?:accus(?:es?|ed|ing|ations?)|blam(?:es?|ed|ing)|responsib(?:le|ility)|behind|perpetrat\w+|culprits?"
    r"|(?:carried out|launched|fired|dropped|committed|conducted|caused|staged) (?:by|the|a)|carrying out|guilty"
    r"|claimed (?:responsibility|credit)|used (?:chemical|poison|toxic|banned)|use of chemical)\b",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"\b(?:likely|apparently|believed|suspected|similar to|points? to|suggests?|gass(?:ed|ing)|dropped|leaked"
    r"|targeted|bombed|warplanes|jets|hit)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:no (?:group|one|side|party)\b.{0,30}(?:claim|responsib)|no (?:immediate )?claim"
    r"|not (?:immediately )?(?:clear|known)|unknown|unclear"
    r"|looking into|could not (?:be )?(?:\w+ )?(?:say|verif\w+|confirm\w*|determine)"
    r"|not (?:yet )?been (?:revealed|claimed|established|determined)|not able to verify)\b",
    re.IGNORECASE,
)
_STATE = words(
    """
    regime government army assad damascus russian russia moscow israel israeli coalition american us u.s. washington
    idf kremlin forces warplanes jets planes syrian belgium u.s.-led us-led
    """
)
_REBEL = words(
    """
    rebels rebel terrorists terrorist militants insurgents opposition nusra jabhat daesh isis isil extremists
    jihadists hamas hezbollah houthis takfiri qaeda separatists taliban
    """
)


@dataclasses.dataclass(frozen=True, slots=True)
class Account:
    """A sentence that takes a stance on who did it. `against` is the side it blames: state, rebels or ""."""

    stance: Stance
    against: str
    strength: float
    # Said outright, not hinted at.
    plain: bool
    held: Held


def accounts(candidates: Sequence[Candidate]) -> list[Account]:
    """The sentences that blame, deny or leave open, the plainest and likeliest first."""
    found = [account for account in map(_account, candidates) if account]
    return sorted(found, key=lambda one: (-one.strength, -one.held.candidate.score))


def account_dispute(chosen: Sequence[Account]) -> Dispute | None:
    """A dispute, where one speaker denies what another says, or two blame different sides."""
    plain = [one for one in chosen if one.stance != "open"]
    contested = any(_opposed(one, other) for one in plain for other in plain)
    return Dispute("who is responsible", tuple(one.held for one in plain)) if contested else None


def one_each(found: Sequence[Account], most: int) -> list[Account]:
    """Up to `most` accounts: first one of each speaker and stance, then more of the same speakers."""
    first: list[Account] = []
    rest: list[Account] = []
    for account in found:
        if any(_overlap(account, other) >= 0.6 for other in first):
            continue
        again = any(
            same_speaker(account.held.speaker, other.held.speaker) and account.stance == other.stance for other in first
        )
        (rest if again else first).append(account)
    return (first + rest)[:most]


def _account(candidate: Candidate) -> Account | None:
    text = candidate.sentence.text
    stance, plain, place = _stance(text)
    if stance is None:
        return None
    who = candidate.report.attributions[candidate.sentence.number].at(place)
    named = who.kind != "own"
    proper = sum(word[:1].isupper() for word in who.speaker.split()) > 1
    strength = plain + (0.5 if named else 0.0) + (0.3 if proper else 0.0) + 0.15 * candidate.score
    against = _side(text) if stance == "blames" else ""
    return Account(stance, against, strength, plain > 1, Held(headless(text), candidate, who))


def _stance(text: str) -> tuple[Stance | None, float, int]:
    """The stance of a sentence, how plainly it is taken, and where it says so."""
    if found := _OPEN.search(text):
        return "open", 0.6, found.start()
    if found := _DENIAL.search(text):
        return "denies", 1.5, found.start()
    if found := _ACCUSATION.search(text):
        return "blames", 1.5 if _side(text) else 0.7, found.start()
    if (found := _HINT.search(text)) and _side(text):
        return "blames", 0.5, found.start()
    return None, 0.0, 0


def _side(text: str) -> str:
    """Which side a sentence blames: the first party after the accusation, or before "behind" and the like."""
    found = _ACCUSATION.search(text) or _HINT.search(text)
    if not found:
        return ""
    after = found.group().lower().startswith(("accus", "blam", "carried", "fired", "launched", "dropped", "conducted"))
    before, rest = text[: found.start()].lower(), text[found.start() :].lower()
    for part in (rest, before) if after else (" ".join(reversed(before.split())), rest):
        for word in re.findall(r"[\w.'-]+", part):
            bare = word.removesuffix("'s").rstrip(".")
            if {bare, bare.rstrip("s")} & _REBEL:
                return "rebels"
            if {bare, bare.rstrip("s")} & _STATE:
                return "state"
    return ""


def _opposed(one: Account, other: Account) -> bool:
    if same_speaker(one.held.speaker, other.held.speaker):
        return False
    if not (one.plain and other.plain):
        return False
    denied = one.stance == "denies" and other.stance == "blames"
    sides = one.stance == other.stance == "blames" and one.against and other.against and one.against != other.against
    return denied or bool(sides)


def _overlap(one: Account, other: Account) -> float:
    here, there = one.held.candidate.sentence.stems, other.held.candidate.sentence.stems
    return len(here & there) / max(1, min(len(here), len(there)))
