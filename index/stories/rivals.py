"""Where a story's reports disagree: rival tolls, and who denies what others say."""

from __future__ import annotations

import dataclasses
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from index.answers.dates import absolute
from index.answers.figures import Figure
from index.answers.gazetteer import canonical, country, is_place, names_in
from index.stories.statements import Statement, speaks_for_a_crowd
from index.text.wordlists import words

_OUTCOMES = ("killed", "wounded", "missing", "displaced", "detained")
# Words for those who are counted when nobody is set apart; a toll of "people" can be held against one of "civilians".
_ANYBODY = words(
    """
    people person persons civilians civilian residents dead bodies victims martyrs members fighters gunmen militants
    terrorists rebels insurgents jihadists men palestinians syrians iraqis iranians israelis lebanese ukrainians
    russians sudanese yemenis afghans inhabitants citizens worshippers prisoners detainees
    """
)
# Those who are counted apart: so many dead, and of them or beside them so many of these.
_APART = words(
    "children child women woman soldiers troops officers policemen patients journalists medics doctors workers infants"
    " girls boys girl boy babies baby students pilgrims"
)
_ADDED = words("more other others another further additional")
_OWNERS = words("its their his her our the")
_LIFELESS = words("dead bodies martyrs")
_CUMULATIVE = re.compile(
    r"\b(?:since|in total|this year|(?:earlier|last) (?:this )?(?:week|month|year)|the war|so far this"
    r"|each (?:day|month|year))\b",
    re.I,
)
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
_READ_TO = 9
_LEAD = 3
_COMMON_PLACE = 0.3
_CORRECTED_BY = 40
_MOST = 5
_MOST_RIVALRIES = 3
_OUTLIER = 20.0
_EARLIER = timedelta(days=4)


@dataclasses.dataclass(frozen=True, slots=True)
class Stand:
    """One position: its value in the source's words, the statement that holds it, and others that agree with it."""

    value: str
    statement: Statement
    low: float = 0.0
    high: float = 0.0
    support: tuple[Statement, ...] = ()

    @property
    def speaker(self) -> str:
        return canonical(self.statement.attribution.speaker or self.statement.member.publisher)


@dataclasses.dataclass(frozen=True, slots=True)
class Rivalry:
    """Positions that differ over one thing, in order of time and then of size."""

    about: str
    stands: tuple[Stand, ...]


Tolls = Mapping[tuple[str, str], Sequence["Stand"]]


def rival_tolls(tolls: Tolls) -> list[Rivalry]:
    """The tolls that differ between speakers or days, each value once with all who give it."""
    rivalries = []
    for (outcome, kind), stated in sorted(tolls.items(), key=lambda item: _OUTCOMES.index(item[0][0])):
        stands = precise(stated)
        if len({(one.low, one.high) for one in stands}) > 1 and _independent(stands):
            told = tuple(_most_telling(_by_value(stands)))
            rivalries.append(Rivalry(_about(outcome, kind, told), told))
    return rivalries[:_MOST_RIVALRIES]


def _about(outcome: str, kind: str, stands: Sequence[Stand]) -> str:
    """What is counted. Bodies that were found were not all killed there: with such among them, it is the dead."""
    if not kind and outcome == "killed" and any(_LIFELESS & set(one.value.lower().split()) for one in stands):
        return "the number of dead"
    of_whom = f" of {kind}" if kind else ""
    return f"the number{of_whom} {outcome}"


def precise(stands: Sequence[Stand]) -> list[Stand]:
    """Without "dozens" and the like, where there are numbers; those contradict hardly any number."""
    exact = [one for one in stands if one.high < 2 * one.low]
    return exact or list(stands)


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


def stated_tolls(said: Sequence[Statement], day: date) -> dict[tuple[str, str], list[Stand]]:
    """What is said of how many were killed, wounded and so on in an event of about `day`.

    By outcome and by who is counted ("": anybody), each speaker's value once.
    """
    tolls: dict[tuple[str, str], list[Stand]] = defaultdict(list)
    places = _places_of(said)
    for statement in said:
        if statement.place >= _READ_TO or _is_of_another_time(statement, day) or _is_elsewhere(statement, places):
            continue
        for key, figure in _largest(statement).items():
            tolls[key].append(Stand(_value(figure, key[1]), statement, figure.low, figure.high))
    return {key: _without_outliers(_once(stands)) for key, stands in tolls.items()}


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
        if statement.place < _READ_TO and statement.attribution.speaker and _DENIES.search(statement.text):
            stand = Stand(statement.text, statement)
            found.setdefault(stand.speaker, stand)
    return list(found.values())


def _largest(statement: Statement) -> dict[tuple[str, str], Figure]:
    """The largest figure of each outcome and kind in a sentence; smaller ones beside it are parts of it."""
    found: dict[tuple[str, str], Figure] = {}
    for figure in statement.sentence.figures:
        kind = _kind(figure)
        if figure.outcome not in _OUTCOMES or kind is None or figure.projected:
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
    outcome = "" if _LIFELESS & {word.lower() for word in counted} else figure.outcome
    return " ".join([figure.value, *counted, outcome]).strip()


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
