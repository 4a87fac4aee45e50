"""Where and when a statement is set, beside what a question asks about; which names of a question a report has."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from index.answers.inquiry import Inquiry
from index.language.remembering import remembered
from index.language.reporting import folded, reporting
from index.language.tokens import tokens, without_possessive
from index.places import LATIN, Place, near, script_of, table, within
from index.reports.offices import offices
from index.reports.records import PlaceMention
from index.reports.report import Report, Testimony, narrowest
from index.reports.romanised import heard

# So many consonants of a name tell it, whatever its ending.
_STEM = 4
_LATE = timedelta(days=2)
_A_WEEK, _A_MONTH = timedelta(days=7), timedelta(days=31)
# Days that are as many as these are a year.
_A_YEAR = timedelta(days=300)
# The word beside a name has at most so many letters.
_REACH = 20
# What lies so near a city is told of as near it.
_NEAR_KM = 30.0

# What stands behind an outlet's name that is its address.
_DOMAIN = re.compile(r"\.[a-z]{2,4}$")

# What many towns lie along.
_WATERS = frozenset({"river", "water"})

Of = TypeVar("Of", Report, Testimony)
Result = TypeVar("Result")


def once(work: Callable[[Inquiry, Of], Result]) -> Callable[[Inquiry, Of], Result]:
    """The same function, which works each of a question's statements or reports out once: statements are gathered
    again when more of them were found."""

    @functools.wraps(work)
    def worked_out(inquiry: Inquiry, of: Of) -> Result:
        key = (work.__name__, of)
        if key not in inquiry.worked_out:
            inquiry.worked_out[key] = work(inquiry, of)
        result: Result = inquiry.worked_out[key]
        return result

    return worked_out


def names(report: Report, name: Inquiry.Name) -> bool:
    """Whether a report has a name of the question, in any spelling and script that is known."""
    if name.place_ids & frozenset(report.reading.places) or (name.actor and name.actor in _actors(report)):
        return True
    if name.place_ids and _lies_in(name, report):
        return True
    if (name.stems and name.stems <= report.whole) or is_outlet(report, name) or _calls_a_place_so(report, name):
        return True
    # A country is known by its names in every language: "Paraguay" only sounds as "Prague" does.
    is_country = any(place.kind == "country" for place in map(table().place, name.place_ids) if place is not None)
    return (
        bool(name.sounds)
        and not is_country
        and all(any(_sounds(sound, report) for sound in ways) for ways in name.sounds)
    )


def is_outlet(report: Report, name: Inquiry.Name) -> bool:
    """Whether a name of the question is what the report's outlet is called, or how that begins: "BBC" of "BBC News"."""
    called, outlet = _called(name.text), _called(report.publisher)
    if name.place_ids or not called:
        return False
    return outlet[: len(called)] == called or "".join(outlet) == "".join(called)


@remembered(4096)
def _called(outlet: str) -> tuple[str, ...]:
    """The words of an outlet's name, without its article and its domain."""
    words = re.findall(r"\w+", _DOMAIN.sub("", outlet.strip().casefold()))
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


def may_name(report: Report, name: Inquiry.Name) -> bool:
    """Whether a report in another script may have a name of the question that is too short to be known by its sound, or
    one in another language a body's name, whose words are translated: "Совет Безопасности"."""
    if name.place_ids or name.actor:
        return False
    if name.is_body and name.language != report.reading.language:
        return True
    return not name.sounds and (script_of(name.text) == LATIN) != (script_of(report.title or report.text) == LATIN)


def _calls_a_place_so(report: Report, name: Inquiry.Name) -> bool:
    """Whether a name of several words that no table knows sounds, all together, as a place that a report names, or as
    one word of it: "Umm Rawaba" as «أم روابة», "Kfar Shouba" as «كفرشوبا»."""
    if name.place_ids or name.actor or " " not in name.text:
        return False
    sound = _all_together(name.text)
    named = (mention.name for statement in report.reading.statements for mention in statement.places)
    if len(sound) >= _STEM and sound in report.sounds:
        return True
    return len(sound) > 2 and any(" " in place and _all_together(place) == sound for place in named)


def _all_together(name: str) -> str:
    return heard("".join(name.split()))


def _lies_in(name: Inquiry.Name, report: Report) -> bool:
    """Whether a report names what lies in a region or a country that the question names."""
    asked = [place for place in map(table().place, name.place_ids) if place is not None and place.kind != "town"]
    inner = (table().place(place) for place in report.reading.places) if asked else ()
    return any(within(place, outer) for place in inner if place is not None for outer in asked)


def _sounds(sound: str, report: Report) -> bool:
    """Whether a report has a word of that sound; its last consonant may differ, for endings do."""
    if sound in report.sounds:
        return True
    stem = sound[:-1]
    return len(stem) >= _STEM and any(word.startswith(stem) and len(word) <= len(sound) + 1 for word in report.sounds)


def _actors(report: Report) -> frozenset[str]:
    statements = report.reading.statements
    parties = {party.actor for statement in statements for party in statement.parties}
    return frozenset(parties | {voice.actor for statement in statements for voice in statement.voices})


@once
def place_match(inquiry: Inquiry, testimony: Testimony) -> float:
    """1 where a statement is of a place asked about, -1 where it names others alone, or where it names none and its
    report has none that is asked about; 0 where neither is known."""
    if not inquiry.place_ids:
        return 0.0
    report = testimony.report
    # A place outside the country that a report is set in may be another of that name, where its own is not named.
    countries = set(report.reading.places)
    inside = [
        place
        for place in testimony.statement.places
        if not report.home or place.country == report.home or place.country in countries
    ]
    named = narrowest(inside)
    if inquiry.covers(named or testimony.places) or _called_so(inquiry, testimony):
        return 1.0
    if named and any(_is_elsewhere(inquiry, testimony, place) for place in inside):
        return -float(not names_another(inquiry, testimony))
    asked = [name for name in inquiry.names if name.place_ids]
    named_so = inquiry.covers(frozenset(report.reading.places)) or any(names(report, name) for name in asked)
    return 0.0 if named_so else -1.0


def _is_elsewhere(inquiry: Inquiry, testimony: Testimony, named: PlaceMention) -> bool:
    """Whether a place that is not asked about is where something was done: a town, or a country behind "in"."""
    behind = testimony.report.text[named.end : named.end + 2]
    if behind and not without_possessive(behind):
        # "Somaliland's gunners": whose they are, not where.
        return False
    if _is_no_scene(testimony, named):
        return False
    if not named.is_country:
        in_it = inquiry.covers(testimony.report.head_places) and _is_called_district(testimony, named)
        return not in_it and not _around(inquiry, testimony, named)
    if any(asked.country == named.country for asked in inquiry.places):
        return False
    inside = reporting(testimony.report.reading.language).sets["inside"]
    return any(folded(word) in inside for word in _before(testimony, named))


def _is_no_scene(testimony: Testimony, named: PlaceMention) -> bool:
    """Whether nothing is told to have been done at a place: something came from it, a state is called by its capital,
    or it is a river, on whose bank there are many towns."""
    place = table().place(named.place_id)
    if place is not None and place.kind in _WATERS:
        return True
    sources = reporting(testimony.report.reading.language).sets["sources"]
    if any(folded(word) in sources for word in _before(testimony, named)):
        return True
    acting = {party.name for act in testimony.statement.acts for party in (act.agent, act.patient) if party.actor}
    return named.name in acting


def names_another(inquiry: Inquiry, testimony: Testimony) -> bool:
    """Whether a statement has a name of the question that no table knows: it is of what is asked, wherever."""
    unknown = [name for name in inquiry.names if not name.place_ids and not name.actor and name.stems]
    return any(name.stems <= testimony.stems for name in unknown)


def _around(inquiry: Inquiry, testimony: Testimony, named: PlaceMention) -> bool:
    """Whether what a statement names is the region in which a place asked about lies: "Idlib province" of a town."""
    place = table().place(named.place_id)
    asked = inquiry.places
    if place is None or not any(inner.country == place.country for inner in asked):
        return False
    if any(within(inner, place) for inner in asked) or is_near(inquiry, place):
        return True
    of_one = any(inner.province and inner.province == place.province for inner in asked)
    return of_one and _is_called_region(testimony, named)


def is_near(inquiry: Inquiry, city: Place) -> bool:
    """Whether what is asked about lies so near a larger city that reports name that for it: "a town near Damascus"."""
    return any(inner.population < city.population and near(inner, city, _NEAR_KM) for inner in inquiry.places)


def _is_called_region(testimony: Testimony, named: PlaceMention) -> bool:
    """Whether "province" or "region" stands right beside a name."""
    roles = offices(testimony.report.reading.language)
    named_roles = (roles.office(folded(word.strip(".,:;"))) for word in _beside(testimony, named))
    return any(office is not None and "regional" in office.concepts for office in named_roles)


def _is_called_district(testimony: Testimony, named: PlaceMention) -> bool:
    """Whether "district" stands right beside a name: it lies in the town that the report is of."""
    districts = reporting(testimony.report.reading.language).sets["districts"]
    return any(folded(word.strip(".,:;()")) in districts for word in _beside(testimony, named))


def _beside(testimony: Testimony, named: PlaceMention) -> list[str]:
    """The words right before and right after a name, as they are written."""
    return [*_before(testimony, named), *testimony.report.text[named.end : named.end + _REACH].split()[:1]]


def _before(testimony: Testimony, named: PlaceMention) -> list[str]:
    """The word right before a name; none where it begins the text."""
    return testimony.report.text[max(0, named.start - _REACH) : named.start].split()[-1:]


def _called_so(inquiry: Inquiry, testimony: Testimony) -> bool:
    """Whether a statement names a place that is called or sounds like one asked about: of several of one name another
    was taken."""
    called = {name.text.casefold() for name in inquiry.names if name.place_ids}
    if any(place.name.casefold() in called for place in testimony.statement.places):
        return True
    asked = {name.sounds for name in inquiry.names if name.place_ids and name.sounds}
    spellings = [frozenset(heard(word) for word in place.name.split()) for place in testimony.statement.places]
    return any(all(ways & spelling for ways in sounds) for sounds in asked for spelling in spellings)


def day_match(inquiry: Inquiry, testimony: Testimony) -> float:
    """1 where a statement tells of the days asked about, a half where it was written then, -1 where of other days."""
    first, last = inquiry.first, inquiry.last
    days = testimony.statement.days
    if first is None or last is None:
        return -1.0 if inquiry.begins is not None and days and max(days) < inquiry.begins else 0.0
    if days:
        return 1.0 if any(first <= day <= last for day in days) else -1.0
    if names_years(inquiry, testimony) or _counts_over(testimony, first, last):
        return 1.0
    written = testimony.report.written
    if written is None:
        return 0.0
    return 0.5 if first <= written <= last + _LATE else -0.5


def _counts_over(testimony: Testimony, first: date, last: date) -> bool:
    """Whether a statement counts what happened in a long time that is asked about: since its first day, and told at
    its end."""
    written = testimony.report.written
    if written is None or last - first < _A_MONTH or not last - _LATE <= written <= last + _A_MONTH:
        return False
    return any(figure.since is not None and abs(figure.since - first) <= _A_WEEK for figure in testimony.figures)


def years_asked(inquiry: Inquiry) -> frozenset[int]:
    """The whole years that a question asks about; none where it asks about shorter times."""
    first, last = inquiry.first, inquiry.last
    if first is None or last is None or last - first < _A_YEAR:
        return frozenset()
    return frozenset(range(first.year, last.year + 1))


def names_years(inquiry: Inquiry, testimony: Testimony) -> bool:
    """Whether a statement names one of the whole years that a question asks about."""
    years = set(map(str, years_asked(inquiry)))
    return bool(years) and any(token.text in years for token in tokens(testimony.text))


def told_day(testimony: Testimony) -> date:
    """The day a statement tells of: the last that it names, else the day it was written."""
    return max(testimony.statement.days, default=testimony.report.written or date.min)
