"""Where a story's reports disagree: rival tolls, and who denies what others say."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Sequence

from index.stories.statements import Statement, speaks_for_a_crowd
from index.stories.tolls import LIFELESS, OUTCOMES, READ_TO, Stand, Tolls, of_one_event, precise

_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|dismiss(?:es|ed) (?:the|reports|claims|allegations)|refut(?:es|ed)"
    r"|baseless|unfounded|fabricated|(?:was|were|is) not (?:involved|true|responsible|behind)|no (?:role|involvement)"
    r"|did not (?:carry|conduct|use|target|attack|strike))\b",
    re.I,
)
_CORRECTS = re.compile(
    r"\b(?:this (?:story|article|report) (?:corrects|has been (?:corrected|updated|amended))|correction"
    r"|an earlier version|(?:we|it) (?:retract|withdr[ae]w)"
    r"|(?:was|has been) retracted|misstated)\b",
    re.I,
)
_CORRECTED_BY = 40
_MOST = 5
_MOST_RIVALRIES = 3


@dataclasses.dataclass(frozen=True, slots=True)
class Rivalry:
    """Positions that differ over one thing, in order of time and then of size."""

    about: str
    stands: tuple[Stand, ...]


def rival_tolls(tolls: Tolls) -> list[Rivalry]:
    """The tolls that differ between speakers or days, each value once with all who give it."""
    rivalries = []
    for (outcome, kind), stated in sorted(tolls.items(), key=lambda item: OUTCOMES.index(item[0][0])):
        stands = of_one_event(precise(stated))
        if len({(one.low, one.high) for one in stands}) > 1 and _independent(stands):
            told = tuple(_most_telling(_by_value(stands)))
            rivalries.append(Rivalry(_about(outcome, kind, told), told))
    return rivalries[:_MOST_RIVALRIES]


def _about(outcome: str, kind: str, stands: Sequence[Stand]) -> str:
    """What is counted. Bodies that were found were not all killed there: with such among them, it is the dead."""
    if not kind and outcome == "killed" and any(LIFELESS & set(one.value.lower().split()) for one in stands):
        return "the number of dead"
    of_whom = f" of {kind}" if kind else ""
    return f"the number{of_whom} {outcome}"


def _by_value(stands: Sequence[Stand]) -> list[Stand]:
    """One position a value: a named speaker's rather than an outlet's, the others kept as its support."""
    groups: dict[tuple[float, float], list[Stand]] = defaultdict(list)
    for stand in stands:
        groups[stand.low, stand.high].append(stand)
    found = []
    for ones in groups.values():
        first = next((one for one in ones if one.statement.attribution.speaker), ones[0])
        support = tuple(one.statement for one in ones if one is not first)
        found.append(dataclasses.replace(first, support=support))
    return found


def admits_correction(text: str) -> bool:
    """Whether a text says of itself that something in it was corrected."""
    return bool(_CORRECTS.search(text))


def corrections(said: Sequence[Statement]) -> list[Statement]:
    """The statements in which an outlet corrects itself: of each article the one with a figure, else the first."""
    found: dict[str, Statement] = {}
    for statement in said:
        if _CORRECTS.search(statement.text) and statement.place < _CORRECTED_BY:
            known = found.get(statement.member.article_id)
            if known is None or (statement.sentence.figures and not known.sentence.figures):
                found[statement.member.article_id] = statement
    return list(found.values())


def denials(said: Sequence[Statement]) -> list[Stand]:
    """The statements at the top of articles in which a named speaker denies something, one a speaker."""
    found: dict[str, Stand] = {}
    for statement in said:
        if speaks_for_a_crowd(statement):
            continue
        if statement.place < READ_TO and statement.attribution.speaker and _DENIES.search(statement.text):
            stand = Stand(statement.text, statement)
            found.setdefault(stand.speaker, stand)
    return list(found.values())


def _independent(stands: Sequence[Stand]) -> bool:
    """Whether two speakers differ, or one on two days."""
    return any(
        (one.low, one.high) != (other.low, other.high)
        and (one.speaker, one.statement.report.written) != (other.speaker, other.statement.report.written)
        for one in stands
        for other in stands
    )


def _most_telling(stands: Sequence[Stand]) -> list[Stand]:
    """The lowest, the highest, the latest and those that most give, in order of time."""
    ordered = sorted(stands, key=lambda one: (one.statement.member.dated_at, one.low))
    first = [min(ordered, key=lambda one: one.low), max(ordered, key=lambda one: one.high), ordered[-1]]
    rest = sorted(ordered, key=lambda one: -len(one.support))
    chosen = list({id(one): one for one in [*first, *rest]}.values())[:_MOST]
    return [one for one in ordered if any(one is other for other in chosen)]
