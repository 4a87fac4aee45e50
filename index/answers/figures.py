"""Figures: what number a sentence gives, of what, and what became of those it counts."""

from __future__ import annotations

import dataclasses
import re

from index.answers.numerals import Numeral, numerals
from index.language.tokens import Token, tokens
from index.language.wordlists import words

# What became of those who are counted. A trigger before the number ("killed 20") or after it ("20 were killed").
_OUTCOMES = {
    "killed": words(
        """
        killed kill kills killing dead died die dies dying death deaths fatalities fatality slain slaughtered
        martyred martyrs martyr martyrdom bodies corpses executed beheaded murdered perished massacred lives
        eliminated eliminating eliminate elimination gassed toll body life
        """
    ),
    "wounded": words(
        "wounded wounding wound wounds injured injuring injure injures injuries injury hurt maimed hospitalised"
        " hospitalized casualties"
    ),
    "missing": words("missing disappeared unaccounted trapped"),
    "displaced": words("displaced fled flee fleeing refugees uprooted displacement evacuated"),
    "detained": words("arrested detained captured abducted kidnapped hostages prisoners seized held taken"),
    "affected": words("affected suffocated suffocation treated poisoned symptoms victims"),
}
_BY_WORD = {word: outcome for outcome, listed in _OUTCOMES.items() for word in listed}
_TOLL = words("toll deaths fatalities casualties number count")
# Between a number and its passive verb, what is not part of the thing counted.
_AUXILIARY = words(
    "were was are is be been being have has had also reportedly who then later all either left losing lost"
)
# A new part of the same count: "including 11 children", "30 of them children".
_JOIN = words("and as well plus while with another")
_STOP = words(
    """
    in on at by from near during after before when while since that which who whom whose as than because for to
    is are was were be been have has had will would could may might said says told and or but including with into
    under over across outside inside until where so if had not according it they he she this among made these
    """
)
# "11 fighters made up the rest of the dead": all that is counted before it is a part.
_REST = re.compile(r"\b(?:rest of|among) the (?:dead|killed|wounded|injured|victims|casualties)\b", re.IGNORECASE)
_OWNED = words("the its their his her our these those")
_DETERMINERS = words("a an the his her its their our")
# Dozens, hundreds, a number: of what they count.
_NOUN = re.compile(r"\b(?:dozens|scores|tens|hundreds|thousands|millions|number|couple)$", re.IGNORECASE)
_PROJECTED = words("could may might expected feared reach")
# Those who are counted when they are found, not when they are killed.
_LIFELESS = words("body bodies corpse corpses remains")
_PEOPLE = words(
    """
    people persons civilians children women men soldiers troops fighters militants rebels terrorists members boys
    girls kids victims residents protesters policemen police officers worshippers pilgrims workers journalists
    babies others martyrs jihadists extremists personnel insurgents migrants hostages students doctors medics
    refugees militiamen servicemen gunmen combatants residents nationals family families crew individuals lives
    deaths bodies wounded injured dead casualties fatalities
    """
)


@dataclasses.dataclass(frozen=True, slots=True)
class Figure:
    """A number in a sentence: `value` is written at `start:end`, and lies between `low` and `high`.

    `counted` is what it counts, in the sentence's words; `outcome` what became of it (killed, wounded, …) or "".
    `part` marks a part of a larger count in the same sentence, `projected` one that is only feared or expected.
    """

    value: str
    low: float
    high: float
    start: int
    end: int
    counted: str
    outcome: str
    part: bool
    projected: bool

    @property
    def of_people(self) -> bool:
        return bool(_PEOPLE & set(self.counted.lower().split())) or self.outcome in {"killed", "wounded"}

    @property
    def is_of_people_kind(self) -> bool:
        """Whether what is counted is a kind of people, such as children or soldiers."""
        return self.head in _PEOPLE and self.head not in _BY_WORD and self.head not in {"people", "persons", "others"}

    def counting(self, whom: str) -> str:
        """The number put before a noun: "two soldiers", "dozens of bodies", "two of its soldiers"."""
        owned = whom.lower().split()[:1] in ([word] for word in _OWNED)
        link = "of " if whom and (owned or _NOUN.search(self.value)) else ""
        return f"{self.value} {link}{whom}".strip()

    @property
    def is_of_the_lifeless(self) -> bool:
        """Whether bodies are counted: where and when they died is another matter."""
        return self.head in _LIFELESS

    @property
    def head(self) -> str:
        """The last word of what is counted."""
        return self.counted.lower().split()[-1] if self.counted else ""


def figures(sentence: str) -> list[Figure]:
    """The counts in a sentence, in order. Dates, times, ages, designations and ordinals are not counts."""
    parts = tokens(sentence)
    found: list[Figure] = []
    for numeral in numerals(sentence, parts):
        before = found[-1] if found else None
        part, outcome = _is_part(parts, numeral, before), _outcome(parts, numeral, before)
        if not outcome and before and (part or _coordinated(parts, numeral)):
            outcome = before.outcome
        start = numeral.start - 1 if sentence[: numeral.start].endswith(("$", "€", "£")) else numeral.start
        projected = bool(_PROJECTED & {token.lower for token in parts[max(0, numeral.first - 5) : numeral.first]})
        found.append(
            Figure(
                value=sentence[start : numeral.end],
                low=numeral.low,
                high=numeral.high,
                start=start,
                end=numeral.end,
                counted=_counted(parts, numeral),
                outcome=outcome,
                part=part,
                projected=projected,
            )
        )
    return _settled(sentence, found)


def _settled(sentence: str, found: list[Figure]) -> list[Figure]:
    """Outcomes that a later figure tells of an earlier one: "87 people including 31 children died"."""
    settled = list(found)
    for place in range(len(settled) - 2, -1, -1):
        figure, following = settled[place], settled[place + 1]
        between = sentence[figure.end : following.start].lower()
        joined = following.part or re.fullmatch(r"[^.;]{0,40}(?:\band|,)\W*", between) or " among " in between
        if not figure.outcome and following.outcome and joined:
            figure = dataclasses.replace(figure, outcome=following.outcome)
        if " among " in between and not following.part:
            figure = dataclasses.replace(figure, part=True)
        settled[place] = figure
    rest = _REST.search(sentence)
    if rest:
        _mark_parts(sentence, settled, rest.start())
    return settled


def _mark_parts(sentence: str, found: list[Figure], end: int) -> None:
    """Mark the last count before `end`, and those joined to it by "and", as parts."""
    before = end
    for place in range(len(found) - 1, -1, -1):
        figure = found[place]
        if figure.end > end:
            continue
        between = sentence[figure.end : before].lower()
        if before != end and not (len(between) < 40 and re.search(r"\band\s*$", between)):
            return
        found[place] = dataclasses.replace(figure, part=True)
        before = figure.start


def _counted(parts: list[Token], numeral: Numeral) -> str:
    """The noun phrase after the number: "140 attacks on US troops" counts attacks."""
    phrase: list[str] = []
    position = numeral.last + 1
    if [token.lower for token in parts[position : position + 2]] in (["of", "them"], ["of", "whom"]):
        position += 2
    elif parts[position : position + 1] and parts[position].lower == "of":
        position += 1
    for token in parts[position : position + 6]:
        if not token.is_word or token.lower in _STOP or token.text[0].isdigit():
            break
        if phrase and (token.lower in _BY_WORD or token.lower in _DETERMINERS or token.lower.endswith("ing")):
            break
        phrase.append(token.text)
        if _is_plural(token.lower):
            phrase += _joined(parts, position + len(phrase))
            break
    return " ".join(phrase)


def _joined(parts: list[Token], place: int) -> list[str]:
    """What things are counted together with, "and missiles" after drones; whom people are beside has its own number."""
    joined = parts[place : place + 3]
    if len(joined) < 2 or joined[0].lower != "and" or parts[place - 1].lower in _PEOPLE:
        return []
    plain = joined[1].text.islower() and _is_plural(joined[1].lower) and joined[1].lower not in {*_BY_WORD, *_PEOPLE}
    verb = len(joined) > 2 and joined[2].lower.endswith("ed")
    return [joined[0].text, joined[1].text] if plain and not verb else []


def _is_plural(word: str) -> bool:
    """Whether a noun phrase most often ends with `word`."""
    return word in _PEOPLE or (len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _is_part(parts: list[Token], numeral: Numeral, before: Figure | None) -> bool:
    if before is None:
        return False
    between = [token.lower for token in parts[: numeral.first] if token.start >= before.end]
    if "among" in between[-4:]:
        return False
    after = [token.lower for token in parts[numeral.last + 1 : numeral.last + 3]]
    if after in (["of", "them"], ["of", "whom"]):
        return True
    if "including" in between[-4:] or "includes" in between[-4:] or between[-2:] in (["of", "which"], ["of", "whom"]):
        return True
    return before.part and between[:8] == between and _coordinated(parts, numeral) and not _own(parts, numeral)


def _own(parts: list[Token], numeral: Numeral) -> bool:
    """Whether the number has an outcome word of its own right before or after it."""
    around = parts[max(0, numeral.first - 2) : numeral.first] + parts[numeral.last + 1 : numeral.last + 3]
    return any(token.lower in _BY_WORD for token in around)


def _coordinated(parts: list[Token], numeral: Numeral) -> bool:
    lead = {token.lower for token in parts[max(0, numeral.first - 3) : numeral.first]}
    return bool(lead & _JOIN) or any(mark in lead for mark in (",", "+"))


def _outcome(parts: list[Token], numeral: Numeral, before: Figure | None) -> str:
    after = _after(parts, numeral)
    ahead = _before(parts, numeral, before)
    if after and (after[1] or not ahead):
        return after[0]
    return ahead or (after[0] if after else "")


def _after(parts: list[Token], numeral: Numeral) -> tuple[str, bool] | None:
    """The outcome said after the number, and whether it is the number's own: "20 (people were) killed"."""
    passive, gap = False, 0
    for position in range(numeral.last + 1, min(len(parts), numeral.last + 14)):
        token = parts[position]
        if token.lower in _BY_WORD:
            if not passive and gap > 1 and _takes_object(parts, position):
                return None
            return _BY_WORD[token.lower], passive or gap <= 1
        if token.lower in _AUXILIARY:
            passive = True
            continue
        if token.text[0].isdigit() or not token.is_word or token.lower in {"and", "while", "but", "when", "after"}:
            return None
        gap += 1
    return None


def _takes_object(parts: list[Token], position: int) -> bool:
    """Whether a verb goes on to say whom: in "5 rockets killed two people" killed is not of the five."""
    if parts[position].lower not in {"killed", "killing", "wounded", "wounding", "injured", "injuring", "kills"}:
        return False
    return bool(numerals("", parts[position + 1 : position + 4])) or (
        position + 1 < len(parts) and parts[position + 1].lower in {"a", "an", "at", "about", "more", "some", "dozens"}
    )


def _before(parts: list[Token], numeral: Numeral, before: Figure | None) -> str:
    """The outcome said before the number: "killed (at least) 20", "put the death toll at 58"."""
    for distance, token in enumerate(reversed(parts[max(0, numeral.first - 9) : numeral.first])):
        if before and token.start < before.end:
            return ""
        if token.lower in _BY_WORD and (distance <= 3 or token.lower in _TOLL):
            return _BY_WORD[token.lower]
        if token.lower in {"and", "but", "while"}:
            return ""
    lead = [token.lower for token in parts[: numeral.first] if not before or token.start >= before.end]
    return "killed" if "toll" in lead and {"to", "at"} & set(lead[-4:]) else ""


_ASKED = (
    (
        "killed",
        re.compile(
            r"\b(?:kill|dead|die[ds]?\b|death|toll|fatalit|casualt|bod(?:y|ies)\b|martyr|loss|slain|lives)", re.I
        ),
    ),
    ("wounded", re.compile(r"\b(?:wound|injur|hurt|casualt|hospitali)", re.I)),
    ("missing", re.compile(r"\b(?:missing|disappear|trapped)", re.I)),
    ("displaced", re.compile(r"\b(?:displac|fled|flee|refugee)", re.I)),
    ("detained", re.compile(r"\b(?:arrest|detain|abduct|kidnap|captur|hostage|prisoner)", re.I)),
)


def outcomes_asked(question: str) -> tuple[str, ...]:
    """Which outcomes a question about numbers asks for."""
    return tuple(outcome for outcome, pattern in _ASKED if pattern.search(question))
