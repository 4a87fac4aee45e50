"""What a report opens with: deeds of war, how many people and weapons they met, and whether its author argues. Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from index.language.vocabulary import marked
from index.language.wordlists import words
from index.reports.actors import actor_of_country
from index.reports.records import Act, Figure, Statement
from index.reports.report import Report, Testimony

# Sentences that an article opens with, and those that say when it happened.
_OPENING, _DATING = 2, 4
_JUST_BEFORE = timedelta(days=3)
# Classes of deeds that wars are made of, and ended by.
_OF_WAR = words(
    "attack shell bomb strike fire_at kill wound capture lose_control enter withdraw shoot_down destroy damage burn"
    " besiege break_siege truce break_truce violate release displace"
)
# People and what is shot down; "at least 20" has no upper bound.
_HURT, _ARMS = frozenset({"killed", "wounded"}), frozenset({"drones", "missiles"})
_NO_NUMBER = 1e9
# A report with fewer sentences need not say who says what. Of 356 reports of one war, from agencies, rebels and state
# media, seven have less than that share of statements by others, and all seven open with a dated deed or a toll.
_LONG, _FEW_SAID = 9, 0.15
# "I", "we" and "our" in so many of an author's statements, and few by others.
_PERSONAL, _SOME_SAID = 0.1, 0.3


def opening(report: Report) -> list[Statement]:
    """The headline of a report and its first sentences, without what they tell of long ago."""
    titled = [report.reading.headline] if report.reading.headline else []
    first = [statement for statement in report.reading.statements if statement.sentence < _OPENING]
    return [statement for statement in (*titled, *first) if not statement.background]


def deeds_of_war(report: Report) -> list[Act]:
    """The deeds of war that a report opens with."""
    return [act for statement in opening(report) for act in _deeds(statement)]


def tells_event(report: Report) -> bool:
    """Whether a report opens with how many people met with what, or its headline has a deed of war, and it or the first
    sentence says at which town, or how many weapons."""
    statements = opening(report)
    if any(map(_is_toll, statements)):
        return True
    headline = report.reading.headline
    titled = headline is not None and not headline.background and bool(_deeds(headline))
    return titled and any(map(is_event, statements))


def is_event(statement: Statement) -> bool:
    """Whether a statement tells of a deed of war at some town, on some day or with a count of weapons, or of how many
    people met with what."""
    arms = any(figure.counted in _ARMS for figure in statement.figures if not figure.total)
    somewhere = any(not mention.is_country for mention in statement.places)
    return _is_toll(statement) or bool(_deeds(statement) and (arms or somewhere or statement.days))


def _is_toll(statement: Statement) -> bool:
    return any(figure.outcome in _HURT and figure.high > 0 and not figure.total for figure in statement.figures)


def _deeds(statement: Statement) -> list[Act]:
    return [act for act in statement.acts if act.verb in _OF_WAR and act.type != "denial" and not act.negated]


def toll(report: Report) -> float:
    """The most people killed or wounded that a report opens with, one where somebody died who is not counted; totals of
    a war come further down."""
    tolls = [
        figure.high
        for statement in opening(report)
        for figure in statement.figures
        if figure.outcome in _HURT and not figure.total and figure.high < _NO_NUMBER
    ]
    died = any(act.verb == "kill" for act in deeds_of_war(report))
    return max([*tolls, float(died)])


def is_titled_by_what_it_tells(report: Report) -> bool:
    """Whether a headline was read as telling something: a deed, what somebody says, or what became of how many."""
    headline = report.reading.headline
    told = headline is not None and (headline.acts or headline.voices or any(map(_has_outcome, headline.figures)))
    return bool(told)


def _has_outcome(figure: Figure) -> bool:
    return bool(figure.outcome)


def sides(report: Report) -> int:
    """How many states and armed actors a report's headline names."""
    headline = report.reading.headline
    if headline is None or headline.background:
        return 0
    named = {party.actor for party in headline.parties} | {voice.actor for voice in headline.voices}
    countries = {actor_of_country(mention.country) for mention in headline.places if mention.is_country}
    return len((named | countries) - {""})


def arms(report: Report) -> float:
    """The most drones or missiles that a report opens with."""
    counted = (
        figure.high
        for statement in opening(report)
        for figure in statement.figures
        if figure.counted in _ARMS and not figure.total and figure.high < _NO_NUMBER
    )
    return max(counted, default=0.0)


def argues(report: Report) -> bool:
    """Whether a long report is an essay, or a page that stands for good: hardly anybody speaks but its author, who
    tells of no deed of these days."""
    statements = report.testimonies
    if len(report.sentences) < _LONG or toll(report) > 1 or _tells_of_these_days(report):
        return False
    said = sum(_is_said(testimony.statement) for testimony in statements) / len(statements)
    personal = sum(map(_is_personal, statements)) / len(statements)
    return said < _FEW_SAID or (said < _SOME_SAID and personal >= _PERSONAL)


def _is_said(statement: Statement) -> bool:
    return bool(statement.voices) or statement.kind == "quotation"


def _is_personal(testimony: Testimony) -> bool:
    """Whether an author speaks of himself."""
    own = not _is_said(testimony.statement)
    return own and marked(testimony.text, testimony.report.reading.language, "acts").has("first_person")


def _tells_of_these_days(report: Report) -> bool:
    """Whether a deed of war is told of in a sentence with a day just before the report's, or in the headline above
    one."""
    first = (statement for statement in report.reading.statements if statement.sentence < _DATING)
    dated = [statement for statement in first if not statement.background and _is_of(report.written, statement.days)]
    headline = report.reading.headline
    return any(map(_deeds, dated)) or bool(dated and headline is not None and _deeds(headline))


def _is_of(written: date | None, days: Collection[date]) -> bool:
    return written is not None and any(abs(written - day) <= _JUST_BEFORE for day in days)
