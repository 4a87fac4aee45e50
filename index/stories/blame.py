"""Who did it, and whether it was done: where who is accused of a story's deed denies it or accuses the other side of
it, and where one side says that it took, signed or opened something and the other that it did not. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from datetime import timedelta

from index.reports.actors import side_of
from index.reports.positions import Dispute, Incident, Position, one_speaker, speaker_of
from index.reports.records import Act
from index.reports.report import Report, Testimony, narrowest
from index.reports.states import state
from index.stories.facts import deed_of
from index.stories.statements import is_about_its_event

# Deeds that somebody can be accused of, as `deed_of` has them.
_ACCUSED_OF = frozenset(
    {"attack", "kill", "wound", "destroy", "damage", "burn", "violate", "loot", "torture", "detain"}
)
# Who is killed in an attack is killed by who attacked.
_HARM = frozenset({"attack", "kill", "wound"})
_MOST = 4
# What a side says of where it stands and the other denies; of more passing states both may be right, an hour apart.
_CONTESTED = frozenset({"control", "presence", "agreement", "truce"})
_SAME_TIME = timedelta(days=4)


@dataclasses.dataclass(frozen=True, eq=False)
class Accusation:
    """A speaker's statement on who did a deed: the side `accused`, or somebody of a `name` whose side is not known, by
    a speaker of `own` side ("": not known); `denies`: not so. Of a `state` (control, presence, …) nobody is accused."""

    testimony: Testimony
    accused: str
    own: str
    deed: str
    denies: bool
    state: str = ""
    name: str = ""


def blame_disputes(reports: Sequence[Report]) -> list[Dispute]:
    """The dispute on who did what these reports of one event tell of; none where all accuse the same, and nobody denies
    it. Only speakers with a name count: an outlet's own account is not one side's."""
    stated = [accusation for report in reports for accusation in _accusations(report)]
    opposed = [one for one in stated if any(_oppose(one, other) for other in stated)]
    sides: dict[tuple[str, bool], Accusation] = {}
    for accusation in opposed:
        sides.setdefault((accusation.accused or accusation.name or accusation.own, accusation.denies), accusation)
    chosen = list(sides.values())[:_MOST]
    if len(chosen) < 2:
        return []
    positions = tuple(Position(speaker_of(one.testimony), (one.testimony,)) for one in chosen)
    return [Dispute(Incident(deed=chosen[0].deed), positions)]


def _accusations(report: Report) -> Iterator[Accusation]:
    for testimony in report.testimonies:
        voice = testimony.speaker
        if voice is None or voice.kind in {"outlet", "unnamed"} or not is_about_its_event(testimony):
            continue
        # Who watches a war has its country's name, and no side.
        own = side_of(voice.actor, report.written) if voice.actor and "organisation" not in voice.office else ""
        for act in testimony.statement.acts:
            accusation = _accusation(testimony, act, own)
            if accusation is not None:
                yield accusation


def _accusation(testimony: Testimony, act: Act, own: str) -> Accusation | None:
    deed = deed_of(act)
    left = state(act)
    if left is not None and left[0] in _CONTESTED:
        return Accusation(testimony, "", own, deed, act.type == "denial" or act.negated, left[0])
    denies = act.type == "denial"
    agent = side_of(act.agent.actor, testimony.report.written) if act.agent.actor else ""
    if denies:
        # Who denies a deed without saying whose speaks of his own side.
        accused = agent or own
        clears = bool(own) and accused == own and (not deed or deed in _ACCUSED_OF)
        return Accusation(testimony, accused, own, deed, True) if clears else None
    accuses = act.type == "blame" and deed in _ACCUSED_OF and bool(act.agent.name)
    if not accuses or agent == own:
        return None if not accuses or agent else Accusation(testimony, "", own, deed, False, name=act.agent.name)
    return Accusation(testimony, agent, own, deed, False, name=act.agent.name)


def _oppose(one: Accusation, other: Accusation) -> bool:
    """Whether one denies what the other says his side did, or holds, or each accuses the other's side of one deed. That
    two speakers have two sides do like deeds is a war, and no dispute."""
    if one_speaker(one.testimony, other.testimony) or (one.own and one.own == other.own) or _apart(one, other):
        return False
    if one.state or other.state:
        denial = one if one.denies else other
        return one.state == other.state and one.denies != other.denies and bool(denial.own)
    if one.denies != other.denies:
        denial, blame = (one, other) if one.denies else (other, one)
        return denial.accused == blame.accused and (not denial.deed or _one_deed(denial.deed, blame.deed))
    return not one.denies and _one_deed(one.deed, other.deed) and (_turns(one, other) or _turns(other, one))


def _turns(blame: Accusation, answer: Accusation) -> bool:
    """Whether who is accused says that another did it: the accuser's side, where both have sides; else somebody else,
    to whom nothing tells that it happened elsewhere."""
    if not answer.own or answer.own != blame.accused:
        return False
    if answer.accused and blame.own:
        return answer.accused == blame.own
    return _is_one_incident(blame.testimony, answer.testimony, known=bool(answer.accused))


def _is_one_incident(testimony: Testimony, other: Testimony, *, known: bool) -> bool:
    """Whether two statements are not of two towns; where it is not `known` who is accused they count the same, too."""
    places, others = narrowest(testimony.statement.places), narrowest(other.statement.places)
    counts = {(figure.value, figure.counted) for figure in testimony.figures}
    same = counts & {(figure.value, figure.counted) for figure in other.figures}
    return (not places or not others or bool(places & others)) and (known or bool(same))


def _apart(one: Accusation, other: Accusation) -> bool:
    return abs(one.testimony.as_of - other.testimony.as_of) > _SAME_TIME


def _one_deed(deed: str, other: str) -> bool:
    return deed == other or {deed, other} <= _HARM
