"""Rival figures and rival accounts of the same thing, each with who holds it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from datetime import date

from index.answers.attribution import Attribution
from index.answers.dates import absolute
from index.answers.figures import Figure
from index.answers.gazetteer import canonical, country, is_place, names_in
from index.answers.question import Question
from index.answers.ranking import Candidate
from index.text.terms import terms
from index.text.wordlists import words

# Kinds of people that are counted apart: so many dead, of them so many children.
_APART = {
    "children": words("child kid boy girl babi infant minor newborn"),
    "women": words("woman women"),
}
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial|ials)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es|ed)|false|misinformation|fabricat\w+|fake"
    r"|baseless|unfounded|propaganda|provocation|no evidence|(?:did|does|do|has|have|had|was|were|will|would) not|never|n't"
    r"|no (?:strikes?|role|involvement|part)|conducted no)\b",
    re.IGNORECASE,
)
_BLAME = re.compile(
    r"\b(?:accus(?:es?|ed|ing|ations?)|blam(?:es?|ed|ing)|responsib\w+|behind|carried out|carry out|perpetrat\w+|culprits?"
    r"|launched by|fired by|dropped by|condemn(?:s|ed)|used (?:chemical|poison)|dropped|likely|believe[sd]?|suspect(?:s|ed)?|gass(?:ed|ing)"
    r"|claimed|claim|caused by|because of|leaked?|hit by|struck|bombed|targeted)\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\b(?:no (?:group|one|side|party|claim)|not (?:immediately )?(?:clear|known)|could not (?:be )?(?:\w+ )?(?:say|verif\w+|confirm\w*)|unknown"
    r"|unclear|not been (?:revealed|claimed|established)|looking into|investigat\w+)\b",
    re.IGNORECASE,
)
_STATE = words(
    "regime government army assad syrian russian russia moscow damascus israel israeli coalition american us u.s. washington idf kremlin"
)
_REBEL = words(
    "rebels rebel terrorists terrorist militants insurgents opposition nusra jabhat daesh isis isil extremists jihadists hamas hezbollah"
    " houthis takfiri qaeda separatists taliban"
)


@dataclasses.dataclass(frozen=True, slots=True)
class Held:
    """One position: what is held, in which sentence, by whom."""

    value: str
    candidate: Candidate
    who: Attribution
    low: float = 0.0
    high: float = 0.0

    @property
    def speaker(self) -> str:
        return canonical(self.who.speaker or self.who.chain[-1])

    @property
    def written(self) -> date | None:
        return self.candidate.report.written


@dataclasses.dataclass(frozen=True, slots=True)
class Dispute:
    """Positions that can not all be right, or that grew with time; ordered by time, then size."""

    about: str
    held: tuple[Held, ...]


def figures_held(question: Question, candidates: Sequence[Candidate], outcome: str) -> list[Held]:
    """What the sentences say of how many met an outcome, or, with no outcome, of how many there are of what is asked.

    One position a speaker and value, in the order of the candidates.
    """
    found: dict[tuple[str, float, float], Held] = {}
    apart = _apart(question)
    for candidate in candidates:
        if _strays(question, candidate):
            continue
        for figure in candidate.sentence.figures:
            if not _counts(question, figure, outcome, apart):
                continue
            who = candidate.report.attributions[candidate.sentence.number]
            value = f"{figure.value} {_unit(figure, outcome)}".strip()
            held = Held(value, candidate, who, figure.low, figure.high)
            found.setdefault((held.speaker, figure.low, figure.high), held)
    return list(found.values())


def figure_dispute(held: Sequence[Held], about: str) -> Dispute | None:
    """A dispute, where speakers or days differ over the number."""
    values = {(one.low, one.high) for one in held}
    speakers = {one.speaker for one in held}
    days = {one.written for one in held}
    if len(values) < 2 or (len(speakers) < 2 and len(days) < 2):
        return None
    if not any(_differ(one, other) for one in held for other in held):
        return None
    return Dispute(about, tuple(sorted(held, key=lambda one: (one.written or date.min, one.low))))


def accounts_held(question: Question, candidates: Sequence[Candidate]) -> list[tuple[str, Held]]:
    """Sentences that blame, deny or leave open who did it: (stance, position), in the order of the candidates."""
    found: list[tuple[str, Held]] = []
    for candidate in candidates:
        text = candidate.sentence.text
        stance = "open" if _UNKNOWN.search(text) else "denies" if _DENIAL.search(text) else ""
        if not stance and _BLAME.search(text):
            stance = f"blames {_blamed(text)}"
        if stance:
            who = candidate.report.attributions[candidate.sentence.number]
            found.append((stance, Held(text, candidate, who)))
    return found


def account_dispute(accounts: Sequence[tuple[str, Held]], about: str) -> Dispute | None:
    """A dispute, where one speaker denies what another says, or each blames another side."""
    named = [(stance, held) for stance, held in accounts if stance != "open"]
    blaming = {stance for stance, _ in named if stance.startswith("blames ") and stance != "blames "}
    denying = [held for stance, held in named if stance == "denies"]
    accusing = [held for stance, held in named if stance.startswith("blames")]
    contested = any(held.speaker != other.speaker for held in denying for other in accusing)
    sides = any(
        one.speaker != other.speaker and here != there and {here, there} <= blaming
        for here, one in named
        for there, other in named
    )
    if not (contested or sides):
        return None
    return Dispute(about, tuple(held for _, held in named))


def _differ(one: Held, other: Held) -> bool:
    apart = one.speaker != other.speaker or one.written != other.written
    return apart and (one.low, one.high) != (other.low, other.high)


def _apart(question: Question) -> str:
    asked = set(question.terms) | set(question.counted)
    return next((kind for kind, stems in _APART.items() if stems & asked or kind in asked), "")


def _counts(question: Question, figure: Figure, outcome: str, apart: str) -> bool:
    counted = set(terms(figure.counted))
    if figure.projected or (figure.high > figure.low * 3 and figure.high > 99 and figure.low != figure.high and apart):
        return False
    if not outcome:
        return bool(counted & set(question.counted))
    if figure.outcome != outcome:
        return False
    kind = next((kind for kind, stems in _APART.items() if stems & counted), "")
    return kind == apart and (bool(apart) or not figure.part)


def _unit(figure: Figure, outcome: str) -> str:
    """What the number counts, short: "58 killed", "31 children killed", "140 attacks"."""
    head = figure.head if figure.head not in {"", "others", "people", outcome} else ""
    words_ = [head if head and len(head) < 14 and head.isalpha() else "", outcome]
    return " ".join(word for word in dict.fromkeys(words_) if word)


def _strays(question: Question, candidate: Candidate) -> bool:
    """Whether a sentence speaks of another place or another year than the question."""
    text = candidate.sentence.text
    if question.time.first:
        years = {span.first.year for span in absolute(text)}
        if years and question.time.first.year not in years:
            return True
    asked = {canonical(name) for name in question.names}
    named = {canonical(name) for name in names_in(text) if is_place(name)}
    towns = {name for name in named if country(name).lower() != name}
    own = {name for name in asked if is_place(name) and country(name).lower() != name}
    return bool(own and towns and not (towns & own) and not candidate.features.get("named", 0.0))


def _blamed(text: str) -> str:
    """Which side a sentence blames, by the words nearest after the verb of blame."""
    found = _BLAME.search(text)
    rest = text[found.end() :].lower() if found else ""
    for part in (rest, text.lower()):
        for word in re.findall(r"[\w.'-]+", part):
            bare = word.removesuffix("'s")
            if bare in _REBEL or bare.rstrip("s") in _REBEL:
                return "rebels"
            if bare in _STATE or bare.rstrip("s") in _STATE:
                return "state"
    return ""
