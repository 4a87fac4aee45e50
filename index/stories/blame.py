"""Who did it, and whether it was done: where who is accused of a story's deed denies it or accuses the other side of
it, and where one side says that it took, signed or opened something and the other that it did not. Pure."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Sequence
from datetime import timedelta

from index.reports.actors import side_of
from index.reports.positions import Dispute, Incident, Position, one_speaker, speaker_of
from index.reports.records import Act
from index.reports.report import Report, Testimony
from index.reports.states import HARM, same_deed, state
from index.stories.statements import begins_with_pronoun, is_about_its_event

# Deeds that somebody can be accused of.
_ACCUSED_OF = (HARM - {"use", "lose"}) | {"violate"}
_MOST = 4
# What a side says of where it stands and the other denies; of more passing states both may be right, an hour apart.
_CONTESTED = frozenset({"control", "presence", "agreement", "truce"})
_CONTROL = "control"
_SAME_TIME, _AT_ONCE = timedelta(days=4), timedelta(days=1)
# Stems of a deed and its object that two statements on one thing share.
_SHARED = 3


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
    # The stems of what was done to what.
    what: frozenset[str] = frozenset()

    @property
    def is_account(self) -> bool:
        """Whether a side only tells of a deed at some town, and of nobody who did it."""
        return not (self.accused or self.name or self.denies or self.state)


def blame_disputes(reports: Sequence[Report]) -> list[Dispute]:
    """The dispute on who did what these reports of one event tell of; none where all accuse the same, and nobody denies
    it. Only speakers with a name count: an outlet's own account is not one side's."""
    stated = [accusation for report in reports for accusation in _accusations(report)]
    opposed = [accusation for accusation in stated if any(_oppose(accusation, other) for other in stated)]
    sides: dict[tuple[str, bool], Accusation] = {}
    for accusation in opposed:
        sides.setdefault((accusation.accused or accusation.name or accusation.own, accusation.denies), accusation)
    chosen = list(sides.values())[:_MOST]
    if not any(_oppose(accusation, other) for accusation, other in itertools.combinations(chosen, 2)):
        return []
    positions = tuple(Position(speaker_of(accusation.testimony), (accusation.testimony,)) for accusation in chosen)
    return [Dispute(Incident(deed=chosen[0].deed), positions)]


def _accusations(report: Report) -> Iterator[Accusation]:
    for testimony in report.testimonies:
        voice = testimony.speaker
        if voice is None or voice.kind in {"outlet", "unnamed"} or not is_about_its_event(testimony):
            continue
        if begins_with_pronoun(voice.name, report.reading.language):
            continue
        # Who watches a war has its country's name, and no side.
        own = side_of(voice.actor, report.written) if voice.actor and "organisation" not in voice.office else ""
        for act in testimony.statement.acts:
            accusation = _accusation(testimony, act, own)
            if accusation is not None:
                yield accusation


def _accusation(testimony: Testimony, act: Act, own: str) -> Accusation | None:
    deed, what = act.verb, frozenset(act.what)
    left = state(act)
    denies = act.type == "denial"
    agent = side_of(act.agent.actor, testimony.report.written) if act.agent.actor else ""
    if left is not None and left[0] in _CONTESTED:
        return Accusation(testimony, "", own, deed, denies or act.negated, left[0], agent or act.agent.name, what)
    if denies:
        # Who denies a deed without saying whose speaks of his own side.
        accused = agent or own
        return Accusation(testimony, accused, own, deed, True, what=what) if not deed or deed in _ACCUSED_OF else None
    if deed not in _ACCUSED_OF or act.type != "blame" or (agent and agent == own):
        return None
    if not act.agent.name and not (own and _towns(testimony)):
        return None
    return Accusation(testimony, agent, own, deed, False, name=act.agent.name, what=what)


def _oppose(accusation: Accusation, other: Accusation) -> bool:
    """Whether one denies what the other says his side did, or holds, or that it happened; or each accuses another side
    of one deed. That two speakers have two sides do like deeds is a war, and no dispute."""
    if (
        one_speaker(accusation.testimony, other.testimony)
        or (accusation.own and accusation.own == other.own)
        or _apart(accusation, other)
    ):
        return False
    if accusation.state or other.state:
        return accusation.state == other.state and (_denied_state(accusation, other) or _held_by_two(accusation, other))
    if accusation.denies != other.denies:
        denial, blame = (accusation, other) if accusation.denies else (other, accusation)
        return _denied_account(denial, blame) if blame.is_account else _denied_deed(denial, blame)
    if accusation.is_account or other.is_account:
        return False
    return (
        not accusation.denies
        and _one_deed(accusation.deed, other.deed)
        and (_turns(accusation, other) or _turns(other, accusation))
    )


def _denied_state(accusation: Accusation, other: Accusation) -> bool:
    """Whether a side says that it is not so, or anybody does of the same place."""
    denial = accusation if accusation.denies else other
    return accusation.denies != other.denies and (
        bool(denial.own) or _share_a_place(accusation.testimony, other.testimony)
    )


def _held_by_two(accusation: Accusation, other: Accusation) -> bool:
    """Whether a place is in two hands at one time, as two speakers have it."""
    holders = bool(accusation.name and other.name) and accusation.name != other.name
    at_once = abs(accusation.testimony.as_of - other.testimony.as_of) <= _AT_ONCE
    sides = accusation.state == _CONTROL and not (accusation.denies or other.denies) and holders and at_once
    return sides and _share_a_place(accusation.testimony, other.testimony)


def _denied_deed(denial: Accusation, blame: Accusation) -> bool:
    """Whether who is accused denies it, or somebody denies that such a thing was done there, or to that."""
    clears = bool(denial.own) and denial.accused == denial.own == blame.accused
    if clears and (not denial.deed or _one_deed(denial.deed, blame.deed)):
        return True
    return bool(denial.deed) and _one_deed(denial.deed, blame.deed) and _is_one_incident(denial, blame)


def _denied_account(denial: Accusation, account: Accusation) -> bool:
    """Whether the other side denies at once what a side tells of a deed at a town: whom a strike was aimed at."""
    at_once = abs(denial.testimony.as_of - account.testimony.as_of) <= _AT_ONCE
    apart = bool(denial.own and account.own) and denial.own != account.own
    same = bool(denial.deed) and _one_deed(denial.deed, account.deed)
    return apart and at_once and same and _share_a_place(denial.testimony, account.testimony)


def _turns(blame: Accusation, answer: Accusation) -> bool:
    """Whether who is accused says that another did it: the accuser's side, or somebody else where both tell of one
    incident."""
    if not blame.accused or not answer.own or answer.own != blame.accused:
        return False
    return (bool(answer.accused) and answer.accused == blame.own) or _is_one_incident(blame, answer)


def _is_one_incident(accusation: Accusation, other: Accusation) -> bool:
    """Whether two statements tell of one thing done to one thing, or count the same; in two languages, whether nothing
    tells that they are of two towns or of two days."""
    first, second = accusation.testimony, other.testimony
    counts = {(figure.value, figure.counted) for figure in first.figures if figure.value > 1}
    if counts & {(figure.value, figure.counted) for figure in second.figures}:
        return True
    if not ((accusation.accused or accusation.denies) and (other.accused or other.denies)):
        return False
    if len(accusation.what & other.what) >= _SHARED:
        return True
    foreign = first.report.reading.language != second.report.reading.language
    towns, others = _towns(first), _towns(second)
    at_once = abs(first.as_of - second.as_of) <= _AT_ONCE
    return foreign and at_once and (not towns or not others or bool(towns & others))


def _share_a_place(testimony: Testimony, other: Testimony) -> bool:
    return bool(_towns(testimony) & _towns(other))


def _towns(testimony: Testimony) -> frozenset[str]:
    """The places that are no countries."""
    return frozenset(mention.place_id for mention in testimony.statement.places if not mention.is_country)


def _apart(accusation: Accusation, other: Accusation) -> bool:
    return abs(accusation.testimony.as_of - other.testimony.as_of) > _SAME_TIME


def _one_deed(deed: str, other: str) -> bool:
    return same_deed(deed, frozenset({other}))
