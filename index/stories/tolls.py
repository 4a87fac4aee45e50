"""The tolls that reports give: how many of whom, who says so, and on which day it happened."""

from __future__ import annotations

import dataclasses
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from index.answers.dates import absolute, relative
from index.answers.figures import Figure
from index.answers.gazetteer import canonical, country, is_place, names_in
from index.answers.speech import SAY
from index.language.wordlists import words
from index.stories.statements import Statement

OUTCOMES = ("killed", "wounded", "missing", "displaced", "detained")
LIFELESS = words("dead bodies martyrs")
_CIVILIANS = words("civilians civilian residents inhabitants citizens worshippers")
_FIGHTERS = words("members fighters gunmen militants terrorists rebels insurgents jihadists")
# Words for those who are counted when nobody is set apart; a toll of "people" can be held against one of "civilians".
_ANYBODY = (
    _CIVILIANS
    | _FIGHTERS
    | LIFELESS
    | words(
        """
        people person persons victims men palestinians syrians iraqis iranians israelis lebanese ukrainians russians
        sudanese yemenis afghans prisoners detainees
        """
    )
)
# Those who are counted apart: so many dead, and of them or beside them so many of these.
_APART = words(
    "children child women woman soldiers troops officers policemen patients journalists medics doctors workers infants"
    " girls boys girl boy babies baby students pilgrims"
)
_ADDED = words("more other others another further additional")
_OWNERS = words("its their his her our the")
_CUMULATIVE = re.compile(
    r"\b(?:since|in total|this year|(?:earlier|last) (?:this )?(?:week|month|year)|the war|so far this"
    r"|each (?:day|month|year))\b",
    re.I,
)
# A day after one of these is when it was said, or bounds a longer time: not when it happened.
_NOT_THE_EVENTS = SAY | words("statement reporters since until by before after next from")
READ_TO = 9
_LEAD = 3
_COMMON_PLACE = 0.3
_OUTLIER = 20.0
_EARLIER = timedelta(days=4)


@dataclasses.dataclass(frozen=True, slots=True)
class Event:
    """What a toll is of: the day as the report states it, the day of the report, and of whom ("": of people)."""

    day: date | None = None
    told: date | None = None
    of: str = ""

    def may_be(self, other: Event) -> bool:
        """Whether both may be of one event and of the same people: nobody reports what happens tomorrow."""
        if {self.of, other.of} == {"fighters", "civilians"}:
            return False
        if "bodies" in (self.of, other.of):
            return True  # they are found over days
        if self.day and other.day:
            return self.day == other.day
        for one, later in ((self, other), (other, self)):
            if one.day and later.told and later.told < one.day:
                return False
        return True


@dataclasses.dataclass(frozen=True, slots=True)
class Stand:
    """One position: its value in the source's words, the statement that holds it, and others that agree with it."""

    value: str
    statement: Statement
    low: float = 0.0
    high: float = 0.0
    support: tuple[Statement, ...] = ()
    event: Event = dataclasses.field(default_factory=lambda: Event())

    @property
    def speaker(self) -> str:
        return canonical(self.statement.attribution.speaker or self.statement.member.publisher)


Tolls = Mapping[tuple[str, str], Sequence[Stand]]


def precise(stands: Sequence[Stand]) -> list[Stand]:
    """Without "dozens" and the like, where there are numbers; those contradict hardly any number."""
    exact = [one for one in stands if one.high < 2 * one.low]
    return exact or list(stands)


def stated_tolls(said: Sequence[Statement], day: date) -> dict[tuple[str, str], list[Stand]]:
    """What is said of how many were killed, wounded and so on in an event of about `day`.

    By outcome and by who is counted ("": anybody), each speaker's value once.
    """
    tolls: dict[tuple[str, str], list[Stand]] = defaultdict(list)
    places, days = _places_of(said), _lead_days(said)
    for statement in said:
        if statement.place >= READ_TO or _is_of_another_time(statement, day) or _is_elsewhere(statement, places):
            continue
        for key, figure in _largest(statement).items():
            event = Event(
                _event_day(statement) or days.get(statement.member.article_id), _written(statement), _of(figure)
            )
            tolls[key].append(Stand(_value(figure, key[1]), statement, figure.low, figure.high, event=event))
    return {key: _without_outliers(_once(stands)) for key, stands in tolls.items()}


def _largest(statement: Statement) -> dict[tuple[str, str], Figure]:
    """The largest figure of each outcome and kind in a sentence; smaller ones beside it are parts of it."""
    found: dict[tuple[str, str], Figure] = {}
    for figure in statement.sentence.figures:
        kind = _kind(figure)
        if figure.outcome not in OUTCOMES or kind is None or figure.projected:
            continue
        known = found.get((figure.outcome, kind))
        if known is None or figure.high > known.high:
            found[figure.outcome, kind] = figure
    return found


def _kind(figure: Figure) -> str | None:
    """Who is counted: "" for people at large, a word for those counted apart, None for what is no toll."""
    counted = figure.counted.lower().split()
    if any(word in _APART for word in counted):
        return next(word for word in counted if word in _APART)
    if figure.part or _ADDED & {*counted, *figure.value.lower().split()}:
        return None
    if group := _group(figure):
        return group
    return "" if not counted or any(word in _ANYBODY for word in counted) else None


def _group(figure: Figure) -> str:
    """The armed group or other body whose people are counted, by its best known name; "" for people at large.

    Dead of one group are never held against dead of another. Nationalities do not set apart.
    """
    names = [word for word in figure.counted.split() if word[:1].isupper() and word.lower() not in _ANYBODY]
    names = [word for word in names if not is_place(word)]
    return canonical(" ".join(names)) if names else ""


def _value(figure: Figure, kind: str) -> str:
    """The figure in few words: "11 killed", "310 bodies", "seven members killed"."""
    apart = kind if kind in _APART else figure.counted
    counted = [word for word in apart.split() if word.lower() not in _OWNERS]
    outcome = "" if LIFELESS & {word.lower() for word in counted} else figure.outcome
    return f"{figure.counting(' '.join(counted))} {outcome}".strip()


def _is_of_another_time(statement: Statement, day: date) -> bool:
    """Whether a sentence counts over a longer time, or speaks of an earlier day than the event's."""
    if _CUMULATIVE.search(statement.text):
        return True
    spans = absolute(statement.text, statement.report.written)
    return any(span.last < day - _EARLIER for span in spans)


def _places_of(said: Sequence[Statement]) -> set[str]:
    """The places that a good part of the articles name where they begin: where it happened."""
    counts: Counter[str] = Counter()
    articles = {statement.member.article_id for statement in said}
    for article_id in articles:
        leads = [one for one in said if one.member.article_id == article_id and one.place < _LEAD]
        texts = [leads[0].member.title, *(one.text for one in leads)] if leads else []
        counts.update({place for text in texts for place in _places(text)})
    return {place for place, count in counts.items() if count >= _COMMON_PLACE * len(articles)}


def _is_elsewhere(statement: Statement, places: set[str]) -> bool:
    """Whether a sentence names a place that is not where the story is."""
    return bool(_places(statement.text) - places)


def _places(text: str) -> set[str]:
    """The places in a text that are smaller than a country."""
    return {canonical(name) for name in names_in(text) if is_place(name) and country(name).lower() != canonical(name)}


def _once(stands: Sequence[Stand]) -> list[Stand]:
    """Each speaker's value once; of several that one speaker gives in one article the highest, its parts left out."""
    whole: dict[tuple[str, str], Stand] = {}
    for stand in stands:
        key = (stand.statement.member.article_id, stand.speaker)
        if key not in whole or stand.high > whole[key].high:
            whole[key] = stand
    found: dict[tuple[str, float, float], Stand] = {}
    for stand in sorted(whole.values(), key=lambda one: (one.statement.member.dated_at, one.statement.place)):
        found.setdefault((stand.speaker, stand.low, stand.high), stand)
    return list(found.values())


def _without_outliers(stands: Sequence[Stand]) -> list[Stand]:
    """A war's total among an incident's tolls is not a rival of theirs."""
    middle = statistics.median(max(1.0, one.high) for one in stands)
    return [one for one in stands if one.high <= middle * _OUTLIER]


def _written(statement: Statement) -> date:
    return statement.report.written or statement.member.dated_at.date()


def _of(figure: Figure) -> str:
    counted = set(figure.counted.lower().split())
    if LIFELESS - {"dead"} & counted:
        return "bodies"
    return "fighters" if counted & _FIGHTERS else "civilians" if counted & _CIVILIANS else ""


def _event_day(statement: Statement) -> date | None:
    """The day on which it happened, where a sentence names one and no other."""
    written, text = statement.report.written, statement.text
    spans = [*absolute(text, written), *(relative(text, written) if written else ())]
    days = {span.first for span in spans if span.is_day and not _NOT_THE_EVENTS & set(_words_before(text, span.start))}
    return days.pop() if len(days) == 1 else None


def _words_before(text: str, place: int) -> list[str]:
    return [word.strip(",.").lower() for word in text[:place].split()[-2:]]


def _lead_days(said: Sequence[Statement]) -> dict[str, date]:
    """The day that each article names first where it begins: what it tells happened then, unless it says otherwise."""
    found: dict[str, date] = {}
    for statement in sorted(said, key=lambda one: one.place):
        day = _event_day(statement) if statement.place < _LEAD else None
        if day is not None:
            found.setdefault(statement.member.article_id, day)
    return found


def of_one_event(stands: Sequence[Stand]) -> list[Stand]:
    """The stands that may be of one event: those of the day that most speak of. Of a round-up, its first alone."""
    stands = _without_roundups(stands)
    days = sorted({one.event.day for one in stands if one.event.day})
    groups = [[one for one in stands if _falls_on(one.event, day, days)] for day in days] or [list(stands)]
    chosen = max(groups, key=lambda group: (len({one.speaker for one in group}), len(group)))
    return _of_one_kind(chosen)


def _falls_on(event: Event, day: date, days: Sequence[date]) -> bool:
    """Whether a toll is of this day: it names it, or names none and this is the last before it was told."""
    if event.of == "bodies" or event.day == day:
        return True
    told = event.told or day
    return event.day is None and day == max((one for one in days if one <= told), default=None)


def _of_one_kind(stands: Sequence[Stand]) -> list[Stand]:
    """Where one speaker counts fighters and civilians apart, the more numerous kind, with those who say people."""
    by_speaker: dict[str, set[str]] = defaultdict(set)
    for one in stands:
        by_speaker[one.speaker].add(one.event.of)
    if not any({"fighters", "civilians"} <= kinds for kinds in by_speaker.values()):
        return list(stands)
    counts = Counter(one.event.of for one in stands)
    fewer = "fighters" if counts["civilians"] >= counts["fighters"] else "civilians"
    return [one for one in stands if one.event.of != fewer]


def _without_roundups(stands: Sequence[Stand]) -> list[Stand]:
    """Without what an article that counts the victims of several places says of all but the first."""
    first: dict[str, set[str]] = {}
    found = []
    for one in _without_parts(stands):
        there = _places(one.statement.text)
        known = first.setdefault(one.statement.member.article_id, there)
        if not known or not there or known & there:
            found.append(one)
    return found


def _without_parts(stands: Sequence[Stand]) -> list[Stand]:
    """Without the counts that an article adds up to one of its others: three here and six there are its nine."""
    parts: set[int] = set()
    for whole in stands:
        same = [one for one in stands if one.statement.member.article_id == whole.statement.member.article_id]
        less = [one for one in same if one.high < whole.high]
        if len(less) > 1 and sum(one.high for one in less) == whole.high:
            parts |= {id(one) for one in less}
    return [one for one in stands if id(one) not in parts]
