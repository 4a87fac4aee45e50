"""How many were hurt: each speaker's latest count of the incident that is asked about, and which counts compete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from index.answers.candidates import Candidate, counts
from index.answers.incidents import names_town, of_incident
from index.answers.inquiry import Inquiry
from index.answers.particular import is_of_it, named_by_count, nobody_hurt, of_the_same, without_looking_back
from index.answers.picks import Decision, Pick, same_words
from index.answers.policy import AnswerPolicy
from index.answers.setting import day_match, names_years, place_match, told_day, years_asked
from index.places import table, within
from index.reports.counts import (
    EVERYBODY,
    Count,
    beside_parts,
    disputes,
    merged,
    outdated,
    positions,
    summed,
    whole,
    without_asides,
)
from index.reports.positions import Incident, Position
from index.reports.records import Figure
from index.reports.report import Report, Testimony
from index.reports.speakers import of_place

# In a longer time there is more than one incident.
_LONG = timedelta(days=31)
_SAME_DAY = timedelta(days=1)
# Sources on one incident seldom count so many times more than each other: of Ghouta in 2013, from 355 to 1,729.
_TIMES = 5.0
# One so many times larger than all others is not of the incident, however likely it looks.
_OUT_OF_SCALE = 20.0


def counted(inquiry: Inquiry, candidates: Sequence[Candidate], policy: AnswerPolicy) -> Decision | None:
    """Of a question about a toll: each speaker's latest count, rival ones as a dispute."""
    things = named_by_count(inquiry)
    of_years = _is_of_years(inquiry)
    here = (
        [candidate for candidate in candidates if _counts_years(inquiry, candidate.testimony)]
        if of_years
        else of_incident(inquiry, of_the_same(things, _as_covered(inquiry, candidates)))
    )
    telling = [
        Count(candidate.testimony, figure, candidate.score - _doubt(inquiry, figure))
        for candidate in here
        for figure in candidate.testimony.figures
        if counts(inquiry, figure) or (things and nobody_hurt(inquiry, figure))
        # Nobody hurt in one attack is not nobody in a year.
        if figure.value or not _is_of_many(inquiry)
    ]
    telling = without_looking_back(things, telling) if things else telling
    if not telling:
        # What one attack took is no year's toll.
        return Decision(()) if of_years else None
    if inquiry.counted <= EVERYBODY:
        telling = without_asides(whole(beside_parts(summed(telling))))
    telling = _of_the_place(inquiry, telling)
    telling = [
        count
        for count in telling
        if count.figure.value or _is_placed(inquiry, count.testimony) or is_of_it(things, count.testimony)
    ] or telling
    best = max(count.relevance for count in telling)
    about = _about(inquiry, telling, best - policy.report_behind)
    near = [count for count in about if count.relevance >= best - policy.count_behind]
    near = [count for count in near if not count.figure.vague] or near
    near = _of_its_size(near, best - policy.report_behind)
    near.sort(key=lambda count: -count.relevance)
    held, developments = positions(near)
    held = merged(held)
    held.sort(key=lambda position: any(outdated(position, other) for other in held))
    held = _grown_first(inquiry, held, near, best - policy.grown_behind)
    rivals = disputes(_named_first(held, policy.positions), _incident(inquiry, near[0]))
    disputed = {id(position) for rival in rivals for position in rival.positions}
    shown = [
        position
        for place, position in enumerate(held)
        if place == 0 or id(position) in disputed or _as_likely(position.testimony, near, best - policy.behind)
    ]
    picks: dict[tuple[str, int], Pick] = {}
    for position in shown:
        pick = Pick(position.testimony, same_words(position.testimonies), position.figure)
        picks.setdefault(position.testimony.key, pick)
    most = policy.wide_claims if rivals else policy.claims
    return Decision(tuple(picks.values())[:most], tuple(rivals), tuple(developments))


def _of_the_place(inquiry: Inquiry, telling: Sequence[Count]) -> list[Count]:
    """The counts without those of a part of the place asked about and of its neighbours, where others are left."""
    telling = [count for count in telling if not of_part(inquiry, count.testimony)] or telling
    telling = [count for count in telling if not _beside_whole(inquiry, count, telling)]
    naming = {count.testimony.report for count in telling if inquiry.place_ids & _named_in(count.testimony)}
    own = [
        count
        for count in telling
        if not _of_neighbours(inquiry, count.testimony)
        and not (count.testimony.report in naming and _of_next_town(inquiry, count.testimony))
    ]
    return own or telling


def _as_covered(inquiry: Inquiry, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Of a question that names no town and nobody: the candidates whose reports have about as many of its words as
    the report that has most. Where one tells of the rockets asked about, the dead of another are no answer."""
    telling = inquiry.telling - inquiry.measured
    only_countries = all(place.kind == "country" for place in inquiry.places)
    if not telling or not only_countries or any(not name.place_ids for name in inquiry.names):
        return list(candidates)
    own = {candidate.report for candidate in candidates if candidate.report.reading.language == inquiry.language}
    shared = {report: len(telling & report.whole) for report in own}
    most = max(shared.values(), default=0)
    few = {report for report, count in shared.items() if most - count >= len(telling) / 2}
    return [candidate for candidate in candidates if candidate.report not in few]


def _of_its_size(near: Sequence[Count], least: float) -> list[Count]:
    """The counts without those that are less likely than `least` and many times larger than all others: of a war, or of
    another disaster that a report looks back on."""
    given = {count.testimony.report: count.figure.value for count in near if count.figure.value}
    near = [count for count in near if not _is_out_of_scale(count, given)]
    likely = [count.figure.value for count in near if count.relevance >= least]
    if not likely:
        return list(near)
    most = _TIMES * max(*likely, 1)
    return [count for count in near if count.relevance >= least or count.figure.value <= most]


def _is_out_of_scale(count: Count, given: Mapping[Report, float]) -> bool:
    """Whether a count is so many times larger than what two other reports have given: of a war or a drought."""
    elsewhere = [value for report, value in given.items() if report is not count.testimony.report]
    return len(elsewhere) > 1 and count.figure.value > _OUT_OF_SCALE * max(elsewhere)


def _grown_first(inquiry: Inquiry, held: Sequence[Position], near: Sequence[Count], least: float) -> list[Position]:
    """The positions, the latest first where it counts more than the likeliest on a later day, is as likely as `least`
    and of the place asked about: the toll has grown."""
    if not held:
        return []
    first = held[0]
    likely = [position for position in held if _as_likely(position.testimony, near, least)]
    here = [position for position in likely if _is_of_the_place(inquiry, position.testimony)]
    grown = [position for position in here if _has_grown(first, position)]
    if not grown:
        return list(held)
    latest = max(grown, key=lambda position: position.as_of)
    return [latest, *(position for position in held if position is not latest)]


def _is_of_the_place(inquiry: Inquiry, testimony: Testimony) -> bool:
    """Whether a statement names a place asked about, or one in it, or its report opens with one."""
    named = _named_in(testimony) | testimony.report.head_places
    return not inquiry.place_ids or bool(named & inquiry.place_ids or _inside(inquiry, named))


def _has_grown(first: Position, position: Position) -> bool:
    if first.figure is None or position.figure is None or position.figure.total:
        return False
    if position.figure.part and not first.figure.part:
        return False
    same = (first.figure.outcome, first.figure.counted) == (position.figure.outcome, position.figure.counted)
    return same and position.as_of.date() > first.as_of.date() and position.figure.low > first.figure.high


def of_part(inquiry: Inquiry, testimony: Testimony) -> bool:
    """Whether a statement is of a place inside the one asked about, or its speaker's office is."""
    own = _named_in(testimony)
    if testimony.speaker is not None and of_place(testimony.speaker):
        own |= {testimony.speaker.place}
    return not own & inquiry.place_ids and bool(_inside(inquiry, own))


def _named_in(testimony: Testimony) -> frozenset[str]:
    return frozenset(mention.place_id for mention in testimony.statement.places)


def _inside(inquiry: Inquiry, place_ids: frozenset[str]) -> frozenset[str]:
    """Those of some places that lie in one asked about and are none of these themselves."""
    inner = [place for place in map(table().place, place_ids - inquiry.place_ids) if place is not None]
    return frozenset(place.id for place in inner if any(within(place, outer) for outer in inquiry.places))


def _of_neighbours(inquiry: Inquiry, testimony: Testimony) -> bool:
    """Whether a statement that does not name the town asked about is by an office of another that its report opens
    with: the hospital of Gharyan counts Gharyan's dead."""
    voice, asked = testimony.speaker, inquiry.places
    if voice is None or not of_place(voice) or voice.place in inquiry.place_ids or not asked:
        return False
    town = table().place(voice.place)
    if town is None or town.kind != "town" or voice.place not in testimony.report.head_places:
        return False
    apart = not any(within(town, place) or within(place, town) for place in asked)
    return apart and inquiry.covers(testimony.report.head_places) and not inquiry.covers(_named_in(testimony))


def _of_next_town(inquiry: Inquiry, testimony: Testimony) -> bool:
    """Whether a statement names another town, however near, and not the one asked about."""
    named = _named_in(testimony)
    places = map(table().place, named)
    return any(place.kind == "town" for place in places if place is not None) and not inquiry.covers(named)


def _is_placed(inquiry: Inquiry, testimony: Testimony) -> bool:
    """Whether it is known of whom a statement says that there were none: somebody says it, or it names the place."""
    return testimony.speaker is not None or inquiry.covers(_named_in(testimony))


def _beside_whole(inquiry: Inquiry, count: Count, telling: Sequence[Count]) -> bool:
    """Whether a count is of a town in what is asked about, and its report has a larger one of more than that town."""
    towns = _inside(inquiry, _named_in(count.testimony))
    return bool(towns) and any(
        other.testimony.report is count.testimony.report
        and other.figure.outcome == count.figure.outcome
        and other.figure.value > count.figure.value
        and not towns & _named_in(other.testimony)
        for other in telling
    )


def _named_first(held: Sequence[Position], most: int) -> list[Position]:
    """At most so many positions, in their order: every value before another speaker who gives it, too, and named
    speakers before an outlet's own count."""
    firsts: dict[tuple[str, float], Position] = {}
    others: list[Position] = []
    for position in sorted(held, key=lambda position: position.testimony.speaker is None):
        value = ("", 0.0) if position.figure is None else (position.figure.outcome, position.figure.value)
        if firsts.setdefault(value, position) is not position:
            others.append(position)
    return sorted([*firsts.values(), *others][:most], key=held.index)


def _about(inquiry: Inquiry, telling: Sequence[Count], least: float) -> list[Count]:
    """The counts in reports that have one as likely as `least` or open with the place asked about, and those of the
    same day that name the town: all of the incident."""
    reports = {count.testimony.report.article_id for count in telling if count.relevance >= least}
    day = told_day(max(telling, key=lambda count: count.relevance).testimony)
    return [
        count
        for count in telling
        if count.testimony.report.article_id in reports
        or (abs(told_day(count.testimony) - day) <= _SAME_DAY and names_town(inquiry, count.testimony))
        or (bool(inquiry.place_ids) and inquiry.covers(count.testimony.report.head_places))
    ]


def _doubt(inquiry: Inquiry, figure: Figure) -> float:
    """What counts against a figure: it counts a part, or over more than one incident (over one, where a long time is
    asked about), or others besides those asked for, where none of these is asked for."""
    others = bool(inquiry.counted) and figure.counted not in inquiry.counted
    return 1.5 * figure.part + 2.0 * (figure.total != _is_of_many(inquiry)) + 1.0 * others


def _is_of_many(inquiry: Inquiry) -> bool:
    """Whether a question asks for the toll of a long time or of a war, not of one incident."""
    first, last = inquiry.first, inquiry.last
    is_long = first is not None and last is not None and last - first > _LONG
    return is_long or (inquiry.first is None and inquiry.in_all)


def _is_of_years(inquiry: Inquiry) -> bool:
    """Whether a question asks for the toll of whole years of a country: "killed in Ukraine in 2025"."""
    return bool(years_asked(inquiry)) and all(place.kind == "country" for place in inquiry.places)


def _counts_years(inquiry: Inquiry, testimony: Testimony) -> bool:
    """Whether a statement of the place asked about names one of the years, or counts over a long time within them."""
    counting = any(figure.total for figure in testimony.figures) and day_match(inquiry, testimony) > 0
    return place_match(inquiry, testimony) >= 0 and (names_years(inquiry, testimony) or counting)


def _as_likely(testimony: Testimony, near: Sequence[Count], least: float) -> bool:
    return any(count.testimony is testimony and count.relevance >= least for count in near)


def _incident(inquiry: Inquiry, count: Count) -> Incident:
    return Incident(
        counted=next(
            iter(sorted(inquiry.counted)), "people" if count.figure.counted in EVERYBODY else count.figure.counted
        ),
        place=asked_place(inquiry, count.testimony),
        day=asked_day(inquiry, count.testimony),
    )


def asked_place(inquiry: Inquiry, testimony: Testimony) -> str:
    """Where it was, as the question calls it, else as a statement does; "" where neither says."""
    asked = [name.text for name in inquiry.names if name.place_ids]
    # What no table knows may be a place, too; a side is none.
    asked = asked or [name.text for name in inquiry.names if not name.actor]
    named = [mention.name for mention in testimony.statement.places]
    return next(iter([*asked, *named]), "")


def asked_day(inquiry: Inquiry, testimony: Testimony) -> date | None:
    """When it was: the first day asked about, else the one that a statement tells of."""
    return inquiry.first or (told_day(testimony) if testimony.report.written or testimony.statement.days else None)
