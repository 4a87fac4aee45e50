"""The tolls that a story's reports give: each speaker's counts of one event, and which of them disagree. Pure."""

from __future__ import annotations

import dataclasses
import statistics
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from index.reports.actors import is_group, shown_name
from index.reports.citing import figure_words
from index.reports.counts import EVERYBODY, Count, by_speaker, disputes, history, positions
from index.reports.positions import Development, Dispute, Incident, Position, speaker_of
from index.reports.records import Figure, Statement
from index.reports.report import Report, Testimony
from index.reports.states import HARM
from index.stories.statements import begins_with_pronoun, is_about_its_event

OUTCOMES = ("killed", "wounded", "missing", "displaced", "captured", "arrested", "evacuated", "rescued", "released")
# Those who are no kind of their own: what one counts as people another counts as civilians or fighters.
_ANYBODY = EVERYBODY | {"civilians", "fighters"}
_COMMON_PLACE = 0.3
_OUTLIER = 20.0
# Counts of a dispute differ by so much, or one of them is only the older; and so many of them are shown.
_FAR_APART = 1.2
_MOST_SIDES = 4
_EARLIER = timedelta(days=4)

_DEADLY = frozenset({"kill", "wound", "die", "lose"})

# Outcome, and who is counted ("": anybody).
Key = tuple[str, str]


@dataclasses.dataclass(frozen=True)
class Tolls:
    """What is counted in one story: `counts` by what is counted, every report's; and of the event that most tell of,
    how each speaker's count changed, who disagrees, and the statements whose count their speaker has replaced."""

    counts: Mapping[Key, Sequence[Count]]
    developments: tuple[Development, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    replaced: frozenset[tuple[str, int]] = frozenset()


def tolls_of(reports: Sequence[Report]) -> Tolls:
    """The tolls of a story's reports."""
    counts = counted(reports)
    developments: list[Development] = []
    rivals: list[Dispute] = []
    replaced: set[tuple[str, int]] = set()
    for (outcome, kind), stated in sorted(counts.items(), key=lambda item: (OUTCOMES.index(item[0][0]), item[0][1])):
        event = of_one_event(stated)
        latest_counts, changes = positions(event)
        developments += [change for change in changes if _is_course(change)]
        rivals += _rivals(latest_counts, Incident(counted=kind or "people", outcome=outcome))
        for group in by_speaker(event):
            latest = history(group)[-1]
            replaced |= {count.testimony.key for count in group if count.figure.value != latest.figure.value}
    return Tolls(counts, tuple(developments), tuple(rivals), frozenset(replaced))


def _rivals(latest_counts: Sequence[Position], incident: Incident) -> list[Dispute]:
    """The disputes that a reader ought to know of: named speakers differ, by more than a toll grows within hours; one
    position a number. What an outlet counts itself it has from somebody, and lags behind."""
    named = [position for position in latest_counts if _is_named(position)]
    standing = [position for position in named if not any(_outgrown(position, other) for other in named)]
    standing = [position for position in standing if not _is_of_another_week(position, standing)]
    rivals = []
    for dispute in disputes(standing, incident):
        sides: dict[tuple[float, float], Position] = {}
        for position in sorted(dispute.positions, key=lambda position: position.as_of, reverse=True):
            assert position.figure is not None
            sides.setdefault((position.figure.low, position.figure.high), position)
        values = [position.figure.value for position in sides.values() if position.figure is not None]
        if max(values) >= min(values) * _FAR_APART:
            rivals.append(dataclasses.replace(dispute, positions=tuple(sides.values())[:_MOST_SIDES]))
    return rivals


def _is_named(position: Position) -> bool:
    """Whether somebody whom one could ask gives an exact enough count."""
    voice = position.testimony.speaker
    if voice is None or voice.kind in {"outlet", "unnamed"} or position.figure is None or position.figure.vague:
        return False
    # "Two people" cannot be asked, nor can "their fingers" or "killing 15 members".
    if voice.count > 1 or any(character.isdigit() for character in voice.name):
        return False
    if begins_with_pronoun(voice.name, position.testimony.report.reading.language):
        return False
    return bool(voice.actor or voice.person or voice.office)


def _outgrown(position: Position, other: Position) -> bool:
    """Whether anybody counts more on a later day: tolls grow."""
    if position.figure is None or other.figure is None or position.figure.outcome != other.figure.outcome:
        return False
    return position.as_of.date() < other.as_of.date() and position.figure.high < other.figure.low


def _is_of_another_week(position: Position, standing: Sequence[Position]) -> bool:
    """Whether a count was given days before the last one, and they do not name one day on which it happened."""
    last = max(standing, key=lambda other: other.as_of)
    day = event_day(position.testimony)
    return last.as_of - position.as_of > _EARLIER and (day is None or day != event_day(last.testimony))


def _is_course(change: Development) -> bool:
    """Whether a count rose, or was taken back on a later day; one that goes up and down is of several things, and what
    nobody in particular counts is no one's count."""
    first, last = change.positions[0], change.positions[-1]
    voice = last.testimony.speaker
    if voice is not None and voice.kind in {"outlet", "unnamed"}:
        return False
    values = [position.figure.value for position in change.positions if position.figure is not None]
    if values == sorted(set(values)):
        return True
    return len(values) == 2 and first.as_of.date() < last.as_of.date()


def counted(reports: Sequence[Report]) -> dict[Key, list[Count]]:
    """The tolls of the event that the reports tell of: no totals of a war, no parts, no other place, no earlier day."""
    first = min((report.written for report in reports if report.written), default=None)
    places = _places_of(reports)
    found: dict[Key, list[Count]] = defaultdict(list)
    for report in reports:
        for testimony in report.testimonies:
            if is_about_its_event(testimony) and not _is_earlier(testimony, first) and _is_there(testimony, places):
                for key, figure in _largest(testimony).items():
                    found[key].append(Count(testimony, figure, 1.0 / (1 + testimony.statement.sentence)))
    return {key: _without_outliers(_whole(counts)) for key, counts in found.items()}


def kind_of(testimony: Testimony, figure: Figure) -> str:
    """Who is counted apart: the force whose people these are, children, …; "" for people at large."""
    if figure.counted not in _ANYBODY:
        return figure.counted
    forces = _losing(testimony.statement)
    if not forces and figure.counted == "fighters":
        attacking = {act.agent.actor for act in testimony.statement.acts if act.verb in HARM}
        forces = {party.actor: party.name for party in testimony.statement.parties if party.actor not in attacking}
        forces.pop("", None)
    if len(forces) != 1:
        return ""
    actor, name = forces.popitem()
    return shown_name(actor, "en") or name


def _losing(statement: Statement) -> dict[str, str]:
    """The armed groups that are said to have lost people: ids with their names."""
    deadly = [act.agent if act.verb == "lose" else act.patient for act in statement.acts if act.verb in _DEADLY]
    return {party.actor: party.name for party in deadly if is_group(party.actor)}


def toll_words(figure: Figure, text: str = "") -> str:
    """A toll in few words: "at least 11 killed", "310 bodies", and as the `text` that it stands in has it where it
    is no more exact: "dozens wounded"."""
    counted = "" if figure.counted in {"", "people"} else figure.counted
    outcome = "" if counted == "bodies" else figure.outcome
    words = figure_words(figure, text)
    # "Dozens" and its like are nouns.
    of = "of" if counted and not any(letter.isdigit() for letter in words) else ""
    return " ".join(part for part in (words, of, counted, outcome) if part)


def named_day(testimony: Testimony) -> date | None:
    """The day that a statement names, where it is the only one."""
    days = set(testimony.statement.days)
    return days.pop() if len(days) == 1 else None


def event_day(testimony: Testimony) -> date | None:
    """The day on which it happened, where the one named is before the report's own, which may be when it was said."""
    day, written = named_day(testimony), testimony.report.written
    return day if day is not None and (written is None or day < written) else None


def names_of_speakers(counts: Sequence[Count]) -> dict[tuple[str, int], str]:
    """What the speaker of each count is called in all of its reports together: as the first of them has it."""
    return {count.testimony.key: speaker_of(group[0].testimony).name for group in by_speaker(counts) for count in group}


def _largest(testimony: Testimony) -> dict[Key, Figure]:
    """The largest figure of each outcome and kind in a statement; smaller ones beside it are parts of it."""
    largest: dict[Key, Figure] = {}
    for figure in testimony.figures:
        if figure.outcome not in OUTCOMES or figure.part or figure.total or not figure.value:
            continue
        key = (figure.outcome, kind_of(testimony, figure))
        if key not in largest or figure.value > largest[key].value:
            largest[key] = figure
    return largest


def _is_earlier(testimony: Testimony, first: date | None) -> bool:
    """Whether a statement speaks of an earlier day than the event's."""
    days = testimony.statement.days
    return bool(days) and first is not None and all(day < first - _EARLIER for day in days)


def _places_of(reports: Sequence[Report]) -> frozenset[str]:
    """The places that a good part of the reports name where they begin: where it happened."""
    counts = Counter(place for report in reports for place in report.head_places)
    return frozenset(place for place, count in counts.items() if count >= _COMMON_PLACE * len(reports))


def _is_there(testimony: Testimony, places: frozenset[str]) -> bool:
    """Whether a statement names no place that is not where the story is."""
    own = {mention.place_id for mention in testimony.statement.places if not mention.is_country}
    return not own or not places or bool(own & places)


def _whole(counts: Sequence[Count]) -> list[Count]:
    """Of several counts that one speaker gives in one report the highest: the others are parts of it."""
    highest_counts: list[Count] = []
    for group in by_speaker(counts):
        highest: dict[str, Count] = {}
        for count in group:
            highest_count = highest.get(count.testimony.report.article_id)
            if highest_count is None or count.figure.value > highest_count.figure.value:
                highest[count.testimony.report.article_id] = count
        highest_counts += highest.values()
    return sorted(_without_sums(highest_counts), key=lambda count: (count.as_of, count.testimony.key))


def _without_sums(counts: Sequence[Count]) -> list[Count]:
    """Without the counts that a report adds up to one of its others: three here and six there are its nine."""
    parts: set[int] = set()
    for whole in counts:
        same = [other for other in counts if other.testimony.report is whole.testimony.report]
        less = [other for other in same if other.figure.value < whole.figure.value]
        if len(less) > 1 and sum(other.figure.value for other in less) == whole.figure.value:
            parts |= {id(other) for other in less}
    return [count for count in counts if id(count) not in parts]


def _without_outliers(counts: Sequence[Count]) -> list[Count]:
    """A war's total among an incident's tolls is not a rival of theirs."""
    middle = statistics.median_low(max(1.0, count.figure.value) for count in counts)
    return [count for count in counts if count.figure.value <= middle * _OUTLIER]


def of_one_event(counts: Sequence[Count]) -> list[Count]:
    """The counts that may be of one event: those of the day that most speak of. One without a day is of the last before
    it was told; bodies are found over days."""
    days = sorted({day for count in counts if (day := event_day(count.testimony))})
    if not days:
        return list(counts)
    groups = [[count for count in counts if _falls_on(count, day, days)] for day in days]
    return max(groups, key=lambda group: (len({speaker_of(count.testimony).name for count in group}), len(group)))


def _falls_on(count: Count, day: date, days: Sequence[date]) -> bool:
    own = event_day(count.testimony)
    if count.figure.counted == "bodies" or own == day:
        return True
    reported = count.testimony.report.written or count.as_of.date()
    return own is None and day == max((other for other in days if other <= reported), default=None)
