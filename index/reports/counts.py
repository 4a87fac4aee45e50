"""What several reports say of one number: each speaker's latest count, what it replaced, and which counts compete."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from index.language.vocabulary import marked
from index.reports.actors import side_of
from index.reports.positions import Development, Dispute, Incident, Position, one_speaker, speaker_of
from index.reports.records import Figure
from index.reports.report import Report, Testimony
from index.reports.speakers import colleagues

# The parts of a count stand in its statement or one of the next; what is joined has so few words between.
_PARTS_WITHIN, _JOINED = 3, 3
_STOPS = frozenset(".,;:—–()،")
# An incident may be of the day before it is first told of.
_DAY_BEFORE = timedelta(days=1)
# Everybody: a number of these stands beside any other number of those hurt.
EVERYBODY = frozenset({"", "people", "bodies", "members"})
# Those whom reports count apart, as fighters or not; a number of both together is of everybody.
_ARMED = frozenset({"fighters", "soldiers", "police", "officers"})
_FOES = frozenset({"fighters", "soldiers"})
_UNARMED = frozenset({"civilians"})
# All who live in a place.
_INHABITANTS = frozenset({"residents"})
# Whom one side calls fighters, the other may call men.
_MEN = frozenset({"men"})
# Those who fight, whatever a side calls them.
COMBATANTS = _ARMED | _MEN | {"members"}
# What differs by no more than so much, in units of score, is about as relevant.
_AS_RELEVANT = 1.0
# "About 30" is no other number than 33.
_ROUGHLY = 0.15
# "At least 20" is no other number than 29, but another than 50.
_FAR_ABOVE = 2.0
# A toll that is corrected is not taken back to less than so much of it.
_FRACTION = 0.5


@dataclasses.dataclass(frozen=True)
class Count:
    """A figure in the statement that gives it; `relevance` says how well that answers what is asked."""

    testimony: Testimony
    figure: Figure
    relevance: float

    @property
    def as_of(self) -> datetime:
        return self.testimony.as_of


def positions(counts: Sequence[Count]) -> tuple[list[Position], list[Development]]:
    """Each speaker's latest count, the most relevant speaker first, and how the counts of one speaker changed."""
    found: list[Position] = []
    changes: list[Development] = []
    for group in by_speaker(counts):
        values = history(group)
        latest = values[-1]
        found.append(_position(latest, group))
        if len(values) > 1:
            changes.append(
                Development(speaker_of(latest.testimony), tuple(_position(value, group) for value in values))
            )
    return found, changes


def by_speaker(counts: Sequence[Count]) -> list[list[Count]]:
    """The counts that each speaker gives of one outcome, in the order in which the speakers come first."""
    groups: list[list[Count]] = []
    for count in counts:
        same = (group for group in groups if group[0].figure.outcome == count.figure.outcome)
        group = next((group for group in same if one_speaker(group[0].testimony, count.testimony)), None)
        if group is None:
            groups.append([count])
        else:
            group.append(count)
    return groups


def history(group: Sequence[Count]) -> list[Count]:
    """One speaker's counts in time, a changed value each: of one moment the largest of the most relevant, and what the
    last carrier of a value says of it. A lower bound below what was counted before takes nothing back."""
    of_moment: dict[datetime, list[Count]] = {}
    for count in group:
        of_moment.setdefault(count.as_of, []).append(count)
    values: list[Count] = []
    for moment in sorted(of_moment):
        count = _largest_of_relevant(of_moment[moment])
        if not values or not _takes_nothing_back(values[-1].figure, count.figure):
            values.append(count)
    return values


def _largest_of_relevant(counts: Sequence[Count]) -> Count:
    """Of one speaker's counts of one moment the largest of those about as relevant as any: those beside it are of one
    street, or of one hospital."""
    best = max(counts, key=lambda count: count.relevance)
    alike = (count for count in counts if count.figure.counted == best.figure.counted)
    return max(
        (count for count in alike if count.relevance >= best.relevance - _AS_RELEVANT),
        key=lambda count: (count.figure.value, count.relevance),
    )


def _takes_nothing_back(figure: Figure, later: Figure) -> bool:
    """Whether a later count says the same, is only a lower bound, or is so small that it is of something else."""
    if same_value(figure, later) or later.value < figure.value * _FRACTION:
        return True
    return later.modality == "at_least" and later.value <= figure.value


def merged(found: Sequence[Position]) -> list[Position]:
    """The positions, an outlet's own count joined to the first that gives the same number."""
    joined: list[Position] = []
    for position in found:
        same = next((at for at, other in enumerate(joined) if _relays(position, other)), None)
        if same is None:
            joined.append(position)
        else:
            both = (*joined[same].testimonies, *position.testimonies)
            joined[same] = dataclasses.replace(joined[same], testimonies=both)
    return joined


def _relays(position: Position, other: Position) -> bool:
    """Whether a count that an outlet gives in its own name is one that was already given."""
    if position.testimony.speaker is not None or position.figure is None or other.figure is None:
        return False
    alike = position.figure.outcome == other.figure.outcome and position.figure.part == other.figure.part
    return alike and position.figure.value == other.figure.value


def whole(counts: Sequence[Count]) -> list[Count]:
    """The counts of all who were hurt at one time, without those of parts and of certain people; all where none is."""
    everybody = EVERYBODY | _UNARMED | COMBATANTS | _INHABITANTS
    of_all = [count for count in counts if count.figure.counted in everybody and not count.figure.part]
    begun = min((count.as_of.date() for count in of_all if not count.figure.total), default=None)
    return _largest([count for count in of_all if not _is_over_more(count.figure, begun)] or of_all or counts)


def _is_over_more(figure: Figure, begun: date | None) -> bool:
    """Whether a figure counts over more than an incident that was first told of on a day: since before that day."""
    return figure.total and not (figure.since and begun and figure.since >= begun - _DAY_BEFORE)


def beside_parts(counts: Sequence[Count]) -> list[Count]:
    """The counts without those that are a part of what another report counts: that names it ("eight people, two of them
    soldiers"), or what it leaves, six civilians; or the part's own report has the rest, too."""
    wholes: dict[tuple[Report, str], dict[float, set[float]]] = {}
    for count in counts:
        if count.figure.counted in EVERYBODY and not count.figure.part:
            of_report = wholes.setdefault((count.testimony.report, count.figure.outcome), {})
            of_report.setdefault(count.figure.value, set()).update(_parts_named(count))
    return [count for count in counts if not _is_part(count, wholes)]


def _parts_named(count: Count) -> set[float]:
    """The parts of a count that its statement or one of the next names, and what each leaves of it."""
    beside = count.testimony.report.testimonies[count.testimony.number : count.testimony.number + _PARTS_WITHIN]
    parts = {
        figure.value
        for testimony in beside
        for figure in testimony.figures
        if figure.part and figure.outcome in {count.figure.outcome, ""} and figure.value < count.figure.value
    }
    return parts | {count.figure.value - part for part in parts}


def _is_part(count: Count, wholes: Mapping[tuple[Report, str], Mapping[float, set[float]]]) -> bool:
    """Whether a count is a part of a whole in another report. `wholes`: for each report and outcome the numbers of all,
    with their parts."""
    report, outcome, value = count.testimony.report, count.figure.outcome, count.figure.value
    beside = _values_beside(count)
    return any(
        (count.figure.counted not in EVERYBODY and value in parts) or (value < in_all and in_all - value in beside)
        for (told_in, of), numbers in wholes.items()
        if told_in is not report and of == outcome
        for in_all, parts in numbers.items()
    )


def _values_beside(count: Count) -> set[float]:
    """The numbers of the same outcome, of other people and no parts, that stand in a count's statement or near it."""
    number, testimonies = count.testimony.number, count.testimony.report.testimonies
    return {
        figure.value
        for testimony in testimonies[max(0, number - _PARTS_WITHIN) : number + _PARTS_WITHIN]
        for figure in testimony.figures
        if figure.outcome == count.figure.outcome and figure.counted != count.figure.counted and not figure.part
    }


def without_asides(counts: Sequence[Count]) -> list[Count]:
    """The counts without smaller ones that an outlet gives as its own beside a speaker's in one report: "two had died
    during the night"."""
    spoken: dict[tuple[Report, str], float] = {}
    for count in counts:
        if count.testimony.speaker is not None:
            key = (count.testimony.report, count.figure.outcome)
            spoken[key] = max(count.figure.value, spoken.get(key, 0.0))
    return [
        count
        for count in counts
        if count.testimony.speaker is not None
        or count.figure.value >= spoken.get((count.testimony.report, count.figure.outcome), 0.0)
    ]


def summed(counts: Sequence[Count]) -> list[Count]:
    """The counts, of "three children and six adults" the nine that they are together."""
    found: dict[tuple[tuple[str, int], str], list[Count]] = {}
    for count in counts:
        found.setdefault((count.testimony.key, count.figure.outcome), []).append(count)
    added = {key for key, group in found.items() if _are_added(group)}
    return [
        _together(group) if key in added else count
        for key, group in found.items()
        for count in (group[:1] if key in added else group)
    ]


def _are_added(group: Sequence[Count]) -> bool:
    """Whether two counts of a statement are joined, of two kinds of people: with a word or three between them."""
    if len(group) != 2 or any(count.figure.part or count.figure.total for count in group):
        return False
    first, second = sorted((count.figure for count in group), key=lambda figure: figure.start)
    text = group[0].testimony.report.text[first.end : second.start]
    return first.counted != second.counted and len(text.split()) <= _JOINED and not set(text) & _STOPS


def _together(group: Sequence[Count]) -> Count:
    low, high, value = (sum(getattr(count.figure, of) for count in group) for of in ("low", "high", "value"))
    figure = dataclasses.replace(group[0].figure, low=low, high=high, value=value, counted="people")
    return dataclasses.replace(group[0], figure=figure, relevance=max(count.relevance for count in group))


def _largest(counts: Sequence[Count]) -> list[Count]:
    """The largest count of each outcome in a statement: smaller ones beside it are parts of it, or were added to it."""
    largest: dict[tuple[tuple[str, int], str], float] = {}
    for count in counts:
        key = (count.testimony.key, count.figure.outcome)
        largest[key] = max(count.figure.value, largest.get(key, 0.0))
    return [count for count in counts if count.figure.value == largest[(count.testimony.key, count.figure.outcome)]]


def disputes(found: Sequence[Position], incident: Incident) -> list[Dispute]:
    """The positions of different speakers that compete, a dispute for each outcome; none where all agree."""
    outcomes = dict.fromkeys(position.figure.outcome for position in found if position.figure is not None)
    held = [position for position in found if not any(outdated(position, other) for other in found)]
    rivals = [position for position in held if any(rival(position, other) for other in held)]
    sides = {
        outcome: tuple(position for position in rivals if position.figure and position.figure.outcome == outcome)
        for outcome in outcomes
    }
    return [
        Dispute(dataclasses.replace(incident, outcome=outcome), positions)
        for outcome, positions in sides.items()
        if len(positions) > 1
    ]


def rival(position: Position, other: Position) -> bool:
    """Whether two positions are of speakers who disagree. What an outlet itself counts later, and no lower, has caught
    up with what a speaker said before."""
    if position.figure is None or other.figure is None or not compete(position.figure, other.figure):
        return False
    if outdated(position, other) or outdated(other, position):
        return False
    for own, said in ((position, other), (other, position)):
        if own.testimony.speaker is None and said.testimony.speaker is not None and own.as_of > said.as_of:
            return _value(own) < _value(said)
    return True


def outdated(position: Position, other: Position) -> bool:
    """Whether more of the same is counted later by a colleague of its speaker, or by anybody but an enemy who says that
    the toll has grown, or was counted too high."""
    if position.figure is None or other.figure is None or position.figure.outcome != other.figure.outcome:
        return False
    if other.as_of <= position.as_of:
        return False
    if _value(other) >= _value(position) * _FRACTION and _says(other.testimony, "corrected"):
        return not _are_enemies(position, other)
    if _value(other) <= _value(position):
        return False
    speaker, colleague = speaker_of(position.testimony), speaker_of(other.testimony)
    if colleagues(speaker, colleague):
        return True
    return _says(other.testimony, "grown") and not _are_enemies(position, other)


def _says(testimony: Testimony, listing: str) -> bool:
    """Whether a statement, or the title over it, says that a toll has risen ("now stands at", "death toll climbs"), or
    that it was corrected."""
    language = testimony.report.reading.language
    return any(marked(text, language, "counting").has(listing) for text in (testimony.text, testimony.report.title))


def _are_enemies(position: Position, other: Position) -> bool:
    day = other.testimony.report.written
    sides = {side_of(speaker_of(of.testimony).actor, day) for of in (position, other)}
    return len(sides - {""}) == 2


def _value(position: Position) -> float:
    return position.figure.value if position.figure is not None else 0.0


def compete(figure: Figure, other: Figure) -> bool:
    """Whether two counts of one incident can not both be right."""
    if figure.outcome != other.outcome or (figure.part != other.part and not _same_people(figure, other)):
        return False
    if not _of_one_population(figure, other):
        return False
    return not compatible(figure, other)


def _same_people(figure: Figure, other: Figure) -> bool:
    return figure.counted == other.counted and figure.counted not in EVERYBODY


def _of_one_population(figure: Figure, other: Figure) -> bool:
    """Whether the same people are counted; a number of some only competes with a smaller one of all."""
    if figure.counted == other.counted or {figure.counted, other.counted} <= EVERYBODY:
        return True
    if {figure.counted, other.counted} <= _ARMED | _MEN:
        # The soldiers who fell are not the fighters whom they killed.
        return len({figure.counted, other.counted} & _FOES) < 2
    if figure.counted not in EVERYBODY and other.counted not in EVERYBODY:
        return False
    everybody, some = (figure, other) if figure.counted in EVERYBODY else (other, figure)
    if some.counted in _ARMED and not some.part:
        return True
    return some.low > everybody.high


def compatible(figure: Figure, other: Figure) -> bool:
    """Whether one number can be meant by both."""
    low, high = _bounds(figure)
    other_low, other_high = _bounds(other)
    return low <= other_high and other_low <= high


def same_value(figure: Figure, other: Figure) -> bool:
    """Whether both give the same number, however they are worded."""
    return (figure.low == other.low and figure.high == other.high) or figure.value == other.value


def _bounds(figure: Figure) -> tuple[float, float]:
    if figure.modality == "at_least":
        return figure.value, max(figure.high if figure.high < 1e12 else 0.0, figure.value * _FAR_ABOVE)
    if figure.modality == "up_to":
        return figure.value / _FAR_ABOVE, figure.value
    if figure.modality == "about":
        return min(figure.low, figure.value * (1 - _ROUGHLY)), max(figure.high, figure.value * (1 + _ROUGHLY))
    return figure.low, figure.high


def _position(count: Count, group: Sequence[Count]) -> Position:
    """A count with all statements of its speaker that give it, that of the first report first."""
    same = [other for other in group if same_value(other.figure, count.figure)]
    ordered = sorted(same, key=lambda other: (other.testimony is not count.testimony, other.as_of))
    cited = tuple(dict.fromkeys(other.testimony for other in ordered))
    return Position(speaker_of(count.testimony), cited, figure=count.figure)
