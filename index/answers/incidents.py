"""Which statements tell of the incident that a question means: its place and its days."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

from index.answers.candidates import Candidate
from index.answers.inquiry import Inquiry
from index.answers.setting import day_match, is_near, may_name, names, names_another, names_years, place_match, told_day
from index.places import Place, table, within
from index.reports.report import Report, Testimony, narrowest

# Reports of an incident come within so many days of the likeliest one.
_AFTER = timedelta(days=21)
# A state (a siege, a closed crossing) is told of for longer.
_STATE_AFTER = timedelta(days=365)
# How much less likely than the best a statement may be to speak for its incident, how fast it then counts for less,
# and how many incidents are weighed.
_LIKELY, _SHARE = 3.0, 1.5
_ANCHORS = 20
_VOTED = frozenset({"blame", "figure", "event"})
# Kinds of places that a deed is done in, not a region around it.
_TOWNS = frozenset({"town", "camp", "district", "site", "crossing"})
_SAME_DAY = timedelta(days=1)
_SAME_TIME = timedelta(days=3)
# A statement goes on with what one of so many before it told of.
_JUST_BEFORE = 2


def of_incident(inquiry: Inquiry, candidates: Sequence[Candidate], *, is_state: bool = False) -> list[Candidate]:
    """The candidates of one incident, in their order: of the place asked about, else of the best one's, and of the days
    asked about, else of those around the best one's. What tells of another time is left out, unless it is asked for."""
    near = [
        candidate
        for candidate in candidates
        if (place_match(inquiry, candidate.testimony) >= 0 and not _set_elsewhere(inquiry, candidate.testimony))
        # "Which village near" a town is answered by what is not that town.
        or (inquiry.kind == "where" and _opens_with_it(inquiry, candidate.report))
    ]
    naming = [candidate.report for candidate in near if _names_it(inquiry, candidate.report)]
    named = {report.article_id for report in naming}
    there = [
        candidate
        for candidate in near
        if candidate.report.article_id in named or (naming and beside(naming[0], candidate.report))
    ]
    there = [candidate for candidate in there if not _elsewhere(inquiry, there[0].testimony, candidate.testimony)]
    timely = [candidate for candidate in there if _timely(inquiry, candidate.testimony)]
    if not timely:
        return []
    anchor = _anchor(inquiry, timely).testimony
    after = _STATE_AFTER if is_state else _AFTER
    return [
        candidate
        for candidate in timely
        if (candidate.testimony.report is anchor.report and _same_days(anchor, candidate.testimony))
        or (
            _together(inquiry, anchor, candidate.testimony, after)
            and (is_state or not _of_later(inquiry, anchor, candidate.testimony))
        )
    ]


def names_town(inquiry: Inquiry, testimony: Testimony) -> bool:
    """Whether a statement itself names the town, or the name that no table knows, that a question asks about."""
    towns = {place.id for place in inquiry.places if place.kind in _TOWNS}
    return bool(towns & {mention.place_id for mention in testimony.statement.places}) or names_another(
        inquiry, testimony
    )


def _anchor(inquiry: Inquiry, timely: Sequence[Candidate]) -> Candidate:
    """The statement whose incident is meant: the likeliest; of a deed or a toll without a day, the likeliest of those
    days that the most of likely reports tell of."""
    best = timely[0]
    if inquiry.first is not None or inquiry.kind not in _VOTED or not (inquiry.deeds or inquiry.outcomes):
        return best
    likely = [candidate for candidate in timely if candidate.score >= best.score - _LIKELY]

    def weight(anchor: Candidate) -> float:
        beside: dict[str, float] = {}
        for candidate in likely:
            if _same_days(anchor.testimony, candidate.testimony) and _around(
                anchor.testimony, candidate.testimony, _SAME_TIME
            ):
                share = math.exp((candidate.score - best.score) / _SHARE)
                beside[candidate.report.article_id] = max(share, beside.get(candidate.report.article_id, 0.0))
        return sum(beside.values())

    return max(likely[:_ANCHORS], key=lambda candidate: (round(weight(candidate), 6), candidate.score))


def _names_it(inquiry: Inquiry, report: Report) -> bool:
    """Whether a report has the names that the question gives to what it asks about and that no table knows; all are
    asked for where none is a known place."""
    unknown = _unknown(inquiry)
    if not unknown or inquiry.place_ids:
        return True
    return any(names(report, name) or (name.is_body and may_name(report, name)) for name in unknown)


def beside(report: Report, other: Report) -> bool:
    """Whether another report of the same days is set in the same place, under a wider or another name."""
    if report.written is None or other.written is None or abs(report.written - other.written) > _SAME_TIME:
        return False
    return bool(report.head_places & other.head_places)


def _unknown(inquiry: Inquiry) -> list[Inquiry.Name]:
    return [name for name in inquiry.names if not name.place_ids and not name.actor]


def _elsewhere(inquiry: Inquiry, anchor: Testimony, testimony: Testimony) -> bool:
    """Whether a statement names a town that the likeliest one is not about, where the question names a place that no
    table knows, and does not name that."""
    unknown = [name for name in _unknown(inquiry) if name.stems]
    if inquiry.place_ids or not unknown or any(name.stems <= testimony.stems for name in unknown):
        return False
    about = anchor.places | anchor.report.head_places
    named = [table().place(mention.place_id) for mention in testimony.statement.places]
    return any(place.kind in _TOWNS and place.id not in about for place in named if place is not None)


def _set_elsewhere(inquiry: Inquiry, testimony: Testimony) -> bool:
    """Whether a statement that names no place follows one on another town, in a report that does not open with the
    place asked about."""
    asked = inquiry.places
    if not asked or any(not mention.is_country for mention in testimony.statement.places):
        return False
    if names_another(inquiry, testimony) or _opens_with_it(inquiry, testimony.report):
        return False
    there = [place for place in map(table().place, sorted(testimony.places)) if place is not None]
    return bool(there) and not any(_may_be(inquiry, place, other) for place in there for other in asked)


def _may_be(inquiry: Inquiry, place: Place, asked: Place) -> bool:
    """Whether a place may be told of for one asked about: one lies in the other, they share a province, or a city."""
    in_province = bool(asked.province) and asked.province == place.province
    return in_province or within(place, asked) or within(asked, place) or is_near(inquiry, place)


def _of_later(inquiry: Inquiry, anchor: Testimony, testimony: Testimony) -> bool:
    """Whether a statement stands in a report of days after the incident that opens with something else, and names
    neither the day nor the place: it tells of what happened since."""
    report = testimony.report
    if report.written is None or report.written - told_day(anchor) <= _SAME_TIME or _opens_with_it(inquiry, report):
        return False
    # What has no day of its own goes on with that of what it follows.
    reach = 0 if testimony.statement.days else _JUST_BEFORE
    along = report.testimonies[max(0, testimony.number - reach) : testimony.number + 1]
    return not any(_is_recalled(inquiry, anchor, sentence) for sentence in along)


def _is_recalled(inquiry: Inquiry, anchor: Testimony, testimony: Testimony) -> bool:
    """Whether a statement names the day of the incident, or the place asked about."""
    if testimony.statement.days:
        return _same_days(anchor, testimony)
    named = [mention for mention in testimony.statement.places if not mention.is_country]
    return inquiry.covers(narrowest(named)) or names_another(inquiry, testimony)


def _opens_with_it(inquiry: Inquiry, report: Report) -> bool:
    """Whether a report's head names what is asked about."""
    if inquiry.covers(report.head_places) or any(place.place_id in inquiry.place_ids for place in report.head_mentions):
        return True
    return any(name.stems and name.stems <= report.head for name in inquiry.names if not name.actor)


def _timely(inquiry: Inquiry, testimony: Testimony) -> bool:
    if inquiry.first is None:
        return not testimony.statement.background and day_match(inquiry, testimony) >= 0
    if testimony.statement.background and not testimony.statement.days and not names_years(inquiry, testimony):
        # Another month's dead are not those of the day asked about.
        return False
    return day_match(inquiry, testimony) >= 0 or _recalled(inquiry, testimony)


def _recalled(inquiry: Inquiry, testimony: Testimony) -> bool:
    """Whether a statement without a day stands in a later report that looks back on the days asked about."""
    report, first, last = testimony.report, inquiry.first, inquiry.last
    if first is None or last is None or testimony.statement.days or report.written is None:
        return False
    if not first <= report.written <= last + _AFTER:
        return False
    return any(first <= day <= last for statement in report.reading.statements for day in statement.days)


def _together(inquiry: Inquiry, anchor: Testimony, testimony: Testimony, after: timedelta) -> bool:
    if inquiry.first is None and not (_same_days(anchor, testimony) and _around(anchor, testimony, after)):
        return False
    if not anchor.places or not testimony.places:
        return True
    unknown = _unknown(inquiry)
    if unknown and any(names(testimony.report, name) for name in unknown):
        return True
    if inquiry.place_ids:
        return any(place.kind != "country" for place in inquiry.places) or _in_one_town(anchor, testimony)
    return bool(anchor.places & testimony.places or anchor.report.head_places & testimony.report.head_places)


def _in_one_town(anchor: Testimony, testimony: Testimony) -> bool:
    """Whether two statements may be of one place below the country: one names no such, or both have one in common."""
    towns, others = (_towns(each.places) for each in (anchor, testimony))
    heads, other_heads = (_towns(each.report.head_places) for each in (anchor, testimony))
    return not towns or not others or bool(towns & others or heads & other_heads)


def _towns(places: frozenset[str]) -> frozenset[str]:
    known = (table().place(place) for place in places)
    return frozenset(place.id for place in known if place is not None and place.kind != "country")


def _around(anchor: Testimony, testimony: Testimony, after: timedelta) -> bool:
    written, other = anchor.report.written, testimony.report.written
    if written is None or other is None:
        return True
    return -after <= other - written <= after


def _same_days(anchor: Testimony, testimony: Testimony) -> bool:
    """Whether two statements may tell of one day: they do not where each names days and none is near another's."""
    days, others = anchor.statement.days, testimony.statement.days
    if not days or not others:
        return True
    return any(abs(day - other) <= _SAME_DAY for day in days for other in others) or _reported_late(days, others)


def _reported_late(days: Sequence[date], others: Sequence[date]) -> bool:
    """Whether one of them may only say when it was reported: a later day of the same week."""
    first, last = min(days), max(others)
    return _SAME_DAY < abs(last - first) <= timedelta(days=2)
