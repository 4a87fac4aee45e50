"""The figures of a sentence: each number that counts something, with what it counts and what became of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date
from typing import cast

from index.language.dates import DateSpan, date_spans
from index.language.numerals import Numeral, numerals
from index.language.spelling import words_of
from index.reports.counting import Counted, Fate, Phrasing, allows, counted, fate_after, fate_before
from index.reports.records import Figure, Outcome

_LIFELESS = "struck"
_OF_PEOPLE = frozenset({"killed", "wounded", "missing", "displaced", "arrested", "rescued"})
_NEAR = 4
_FAR = 9
_MOST_FIGURES = 40
_HOURS = 24
# Who is counted at all says what became of them, where nothing else does.
_IMPLIED = {"bodies": "killed", "hostages": "captured", "refugees": "displaced"}


@dataclasses.dataclass(frozen=True, slots=True)
class _Count:
    """A number while its sentence is being read."""

    number: Numeral
    subject: Counted
    outcome: str
    part: bool = False
    old: bool = False
    raised_from: float | None = None
    later: str = ""


def figures_in(text: str, start: int, end: int, language: str, written: date | None) -> tuple[Figure, ...]:
    """The figures of the sentence `start:end` of a text, in order, in the words of its language.

    `low` and `high` are as written; `modality` says whether they are open. The value of a range is its lower bound.
    Nobody counts as 0. Numbers of dates, times, money, shares, ages, measures and names are no figures.
    """
    words = words_of(text[start:end], language)
    numbers = numerals(words, language, written)[:_MOST_FIGURES]
    phrasing = Phrasing(words, numbers, language)
    counts = _settled(phrasing, _with_changes(phrasing, [_count(phrasing, number) for number in numbers]))
    counts = [count for count in counts if not count.old and not _is_named(phrasing, count)]
    spans = date_spans(words, language, written)
    totals = _totals(phrasing, counts)
    figures = [_figure(phrasing, count, start, totals.get(count.number.first), spans) for count in counts]
    figures += _none(phrasing, start)
    return tuple(sorted(figures, key=lambda figure: figure.start))


def _figure(phrasing: Phrasing, count: _Count, start: int, period: int | None, spans: Sequence[DateSpan]) -> Figure:
    number, words = count.number, phrasing.words
    since = next((span.first for span in spans if span.since), None) if period is not None else None
    return Figure(
        value=number.value,
        low=number.low,
        high=number.high,
        modality=number.modality,
        counted=count.subject.concept or ("people" if count.outcome in _OF_PEOPLE else ""),
        outcome=_outcome(count.outcome),
        start=start + words[number.first].start,
        end=start + words[number.last].end,
        part=count.part,
        total=period is not None and not count.part,
        since=since,
        raised_from=count.raised_from,
    )


def _outcome(name: str) -> Outcome:
    return cast(Outcome, _LIFELESS if name == "downed" else name)


def _count(phrasing: Phrasing, number: Numeral) -> _Count:
    """A number with what its own words say of it."""
    if number.noun in _OF_PEOPLE:
        return _Count(number, Counted("people", number.last, True), number.noun, _introduced_as_part(phrasing, number))
    subject = counted(phrasing, number)
    group = _group_after(phrasing, number)
    if group is not None:
        outcome, after = group
        predicate = _predicate(phrasing, after)
        subject = predicate or subject
        fate = fate_after(phrasing, number, subject)
        if fate and fate.trigger and fate.trigger.first > after:
            own = phrasing.says("own_groups", number.last + 1) != ""
            return _Count(number, subject, outcome or fate.outcome, part=own or bool(outcome))
        return _Count(number, subject, outcome, part=True)
    whole = _whole_after(phrasing, number)
    if whole:
        subject = counted(phrasing, whole)
    after_it, before_it = fate_after(phrasing, number, subject), fate_before(phrasing, number, subject)
    part = _introduced_as_part(phrasing, number)
    if part and not (after_it and after_it.cost == 0):
        among = _among(phrasing, number)
        return _Count(number, subject, among or "", part=True, later=after_it.outcome if after_it else "")
    fate = None if _is_whole(phrasing, number) else _nearer(before_it, after_it, subject)
    among_others = fate is after_it and fate is not None and _among_between(phrasing, subject, fate)
    return _Count(number, subject, fate.outcome if fate else "", part or among_others)


def _whole_after(phrasing: Phrasing, number: Numeral) -> Numeral | None:
    """The whole that a number is said to be of: "34 of 40 drones"."""
    following = phrasing.opening.get(number.last + 2)
    return following if following and phrasing.says("wholes", number.last + 1) else None


def _is_whole(phrasing: Phrasing, number: Numeral) -> bool:
    """Whether a number only says of how many others are counted: "of the 40 passengers three died"."""
    listing = phrasing.listing("whole_before")
    opens = range(max(0, number.first - 3), number.first)
    return any(sum(listing.at(phrasing.words, near)[1:]) == number.first - near for near in opens)


def _nearer(before: Fate | None, after: Fate | None, subject: Counted) -> Fate | None:
    if before and after:
        done_to = before.trigger is not None and before.trigger.transitive and before.cost <= 1
        if done_to and after.trigger and after.trigger.last <= subject.last:
            return before
        return after if after.cost <= before.cost else before
    return before or after


def _group_after(phrasing: Phrasing, number: Numeral) -> tuple[str, int] | None:
    """ "Eleven of the dead", "three of those killed", "30 of them": what became of the whole, and where it ends."""
    place = number.last + 1
    if place >= len(phrasing.words):
        return None
    kind, length = phrasing.listing("groups").at(phrasing.words, place)
    if not kind:
        return None
    for near in range(place + length - 1, min(len(phrasing.words), place + length + 1)):
        trigger = phrasing.triggers.get(near)
        if trigger:
            return trigger.of_people, trigger.last
        if near in phrasing.numbered:
            return None
    owner = phrasing.words[place + length] if place + length < len(phrasing.words) else None
    owned = phrasing.triggers.get(place + length + 1) if owner and owner.owns else None
    if owned:
        return owned.of_people, owned.last
    return ("", place + length - 1) if kind == "them" else None


def _predicate(phrasing: Phrasing, after: int) -> Counted | None:
    """What the members of a group are said to be: "of the dead were children", "of them women"."""
    end = min(len(phrasing.words), after + 15)
    copula = next((place for place in range(after + 1, end) if phrasing.says("passive", place)), None)
    opens = after if copula is None else copula
    for place in range(opens + 1, min(end, opens + 5)):
        concept, length = phrasing.listing("concepts").at(phrasing.words, place)
        if concept:
            return Counted(concept, place + length - 1, True)
        if place in phrasing.triggers or phrasing.words[place].key in {",", ".", ";", "،"}:
            return None
    return None


def _introduced_as_part(phrasing: Phrasing, number: Numeral) -> bool:
    """Whether "including", "among them" or "the other" stands right before a number."""
    for place in range(max(0, number.begin - _NEAR), number.begin):
        if place in phrasing.numbered:
            continue
        if phrasing.says("parts", place) and not any(
            between in phrasing.numbered for between in range(place, number.begin)
        ):
            return True
    return _among(phrasing, number) is not None


def _among(phrasing: Phrasing, number: Numeral) -> str | None:
    """What became of the whole that "among the dead", before a number, names; None where nothing of the kind stands."""
    for place in range(max(0, number.begin - 8), number.begin):
        among, length = phrasing.listing("among").at(phrasing.words, place)
        if not among or any(near in phrasing.numbered for near in range(place, number.begin)):
            continue
        for near in range(place + length - 1, number.begin):
            trigger = phrasing.triggers.get(near)
            if trigger:
                return trigger.of_people
            if phrasing.says("them", near):
                return ""
    return None


def _among_between(phrasing: Phrasing, subject: Counted, fate: Fate) -> bool:
    """Whether those counted are said to be "among those killed"."""
    until = fate.trigger.first if fate.trigger else subject.last
    between = range(subject.last + 1, until)
    return any(phrasing.says("among", place) or phrasing.says("rest", place) for place in between)


def _settled(phrasing: Phrasing, counts: list[_Count]) -> list[_Count]:
    """Outcomes that one number has from another: "three soldiers and two children died", "30 wounded, 8 of them …"."""
    settled = list(counts)
    for place in range(1, len(settled)):
        count, before = settled[place], settled[place - 1]
        if not count.subject.concept and phrasing.key(count.number.begin - 1) in {"—", "–"}:
            count = dataclasses.replace(count, subject=before.subject, outcome=count.outcome or before.outcome)
            settled[place] = count
        if count.old or count.outcome or not before.outcome or _is_whole(phrasing, count.number):
            continue
        if count.part or (_joined(phrasing, before, count, _FAR) and allows(count.subject.concept, before.outcome)):
            part = count.part or (before.part and _joined(phrasing, before, count, _NEAR))
            settled[place] = dataclasses.replace(count, outcome=before.outcome, part=part)
    settled = [count if count.outcome else dataclasses.replace(count, outcome=count.later) for count in settled]
    for place in range(len(settled) - 2, -1, -1):
        count, following = settled[place], settled[place + 1]
        if count.outcome or not following.outcome or not allows(count.subject.concept, following.outcome):
            continue
        if _is_whole(phrasing, count.number):
            continue
        if following.part or _joined(phrasing, count, following, _NEAR) or _among_numbers(phrasing, count, following):
            part = count.part or _among_numbers(phrasing, count, following)
            settled[place] = dataclasses.replace(count, outcome=following.outcome, part=part)
    return [
        count if count.outcome else dataclasses.replace(count, outcome=_IMPLIED.get(count.subject.concept, ""))
        for count in settled
    ]


def _joined(phrasing: Phrasing, before: _Count, count: _Count, reach: int) -> bool:
    """Whether two numbers stand side by side: nothing between them but what joins, or more before an "and"."""
    between = range(max(before.subject.last, before.number.last) + 1, count.number.begin)
    if len(between) > 3:
        longer = phrasing.says("commas", count.number.begin - 3) != ""
        conjoined = longer or phrasing.is_conjunction(count.number.begin - 1)
        others = [
            phrasing.triggers.get(near) or phrasing.says("fences", near) for near in between[: -3 if longer else -1]
        ]
        return conjoined and len(between) <= reach and not any(others)
    clings = phrasing.key(count.number.begin)[:1] in {"و", "ו"}
    joins = [phrasing.is_conjunction(place) or phrasing.key(place) in {",", "،"} for place in between]
    return (any(joins) or clings) and all(
        join or phrasing.says("links", place) for join, place in zip(joins, between, strict=True)
    )


def _among_numbers(phrasing: Phrasing, count: _Count, following: _Count) -> bool:
    """ "Six civilians were among at least 22 people killed"."""
    between = range(count.number.last + 1, following.number.begin)
    return not following.part and any(phrasing.says("among", place) for place in between)


def _with_changes(phrasing: Phrasing, counts: list[_Count]) -> list[_Count]:
    """Numbers that replace others: "rose from 12 to 16", "16, up from 12"."""
    changed = list(counts)
    for place, count in enumerate(counts):
        first = count.number.first
        begin = count.number.begin
        led = any(phrasing.says("joints", near) == "from" for near in range(first - 2, begin + 1) if near < first)
        following = counts[place + 1] if place + 1 < len(counts) else None
        if following and phrasing.says("not", first - 1) and following.number.first - count.number.last <= 4:
            changed[place] = dataclasses.replace(count, old=True)
            changed[place + 1] = dataclasses.replace(following, outcome=following.outcome or count.outcome)
            continue
        if not led and not any(
            phrasing.says("earlier", near) for near in range(count.number.begin - 5, count.number.begin)
        ):
            continue
        rises = any(phrasing.says("rises", near) for near in range(max(0, count.number.begin - 12), count.number.begin))
        to = following and any(
            phrasing.says("joints", near) == "to" for near in range(count.number.last + 1, following.number.first)
        )
        if following and to and following.number.first - count.number.last <= 5:
            changed[place] = dataclasses.replace(count, old=True)
            if rises:
                outcome = following.outcome or count.outcome
                changed[place + 1] = dataclasses.replace(following, outcome=outcome, raised_from=count.number.value)
            else:
                changed[place + 1] = _as_range(count, following)
        elif place and rises:
            changed[place] = dataclasses.replace(count, old=True)
            changed[place - 1] = dataclasses.replace(changed[place - 1], raised_from=count.number.value)
    return changed


def _as_range(low: _Count, high: _Count) -> _Count:
    number = dataclasses.replace(
        high.number,
        value=low.number.value,
        low=low.number.low,
        begin=low.number.begin,
        first=low.number.first,
        modality="about",
    )
    return dataclasses.replace(high, number=number, outcome=high.outcome or low.outcome)


def _totals(phrasing: Phrasing, counts: list[_Count]) -> dict[int, int]:
    """The numbers said to be of more than one incident, by their first word, and where that is said."""
    totals: dict[int, int] = {}
    listing, since = phrasing.listing("totals"), phrasing.listing("since")
    for place in range(len(phrasing.words)):
        if place in phrasing.numbered and not listing.at(phrasing.words, place)[0]:
            continue
        if listing.at(phrasing.words, place)[0] or (
            since.at(phrasing.words, place)[0] and _is_of_time(phrasing, place)
        ):
            for count in _nearest(phrasing, counts, place):
                totals.setdefault(count.number.first, place)
    return totals


def _is_of_time(phrasing: Phrasing, place: int) -> bool:
    """Whether "since" is followed by a time and does not mean "because"."""
    following = place + phrasing.listing("since").at(phrasing.words, place)[1]
    if following >= len(phrasing.words):
        return False
    dated = date_spans(phrasing.words[place : following + 6], phrasing.language, None)
    return any(span.begin <= following - place for span in dated) or bool(phrasing.says("times", following))


def _nearest(phrasing: Phrasing, counts: list[_Count], place: int) -> list[_Count]:
    """The numbers that a period speaks of: those of its part of the sentence, else the nearest other."""
    bounds = [mark for mark, word in enumerate(phrasing.words) if word.key in {",", ";", "،", "؛", "—", "–"}]
    opens = max((mark for mark in bounds if mark < place), default=-1)
    closes = min((mark for mark in bounds if mark > place), default=len(phrasing.words))
    own = [count for count in counts if opens < count.number.first < closes]
    before = [count for count in counts if count.number.first < opens]
    return own or before[-1:] or [count for count in counts if count.number.first > closes][:1]


def _is_named(phrasing: Phrasing, count: _Count) -> bool:
    """Whether a number belongs to a name ("Channel 12", "Front 33") or to a page's furniture, and counts nothing."""
    number = count.number
    if any(phrasing.says("read_more", near) for near in range(number.first - 3, number.last + 3)):
        return True
    bare = not count.subject.concept and not count.outcome and not count.part
    if bare and number.value <= _HOURS and phrasing.says("clock", number.begin - 1):
        return True
    in_digits = phrasing.words[number.first].kind == "number"
    after_name = number.begin == number.first > 1 and phrasing.words[number.first - 1].capital
    return in_digits and after_name and not count.subject.listed and not count.outcome


def _none(phrasing: Phrasing, start: int) -> list[Figure]:
    """Those of whom it is said that there were none: "no one was killed", "there were no casualties"."""
    figures: list[Figure] = []
    for place, word in enumerate(phrasing.words):
        if place in phrasing.numbered:
            continue
        number = Numeral(0, 0, 0, "exact", place, place, place)
        subject = counted(phrasing, number) if phrasing.says("none", place) else Counted("", place, False)
        outcomes = _none_of(phrasing, number, subject)
        concept = subject.concept if subject.listed else "people"
        figures += [
            Figure(0, 0, 0, "exact", concept, _outcome(outcome), start + word.start, start + word.end)
            for outcome in outcomes
        ]
    return list({(figure.outcome, figure.counted): figure for figure in figures}.values())


def _none_of(phrasing: Phrasing, number: Numeral, subject: Counted) -> tuple[str, ...]:
    """What is said to have become of nobody, at the word that says so."""
    place = number.last
    trigger = phrasing.triggers.get(place)
    if trigger and phrasing.says("none_after", trigger.last + 1):
        return (trigger.of_people,)
    if phrasing.says("not", place):
        near = next((near for near in (place + 1, place + 2) if near in phrasing.triggers), None)
        last = phrasing.triggers[near].last if near is not None else place
        if near is not None and any(phrasing.says("nobody", after) for after in range(last + 1, last + 4)):
            return (phrasing.triggers[near].of_people,)
    if not phrasing.says("none", place):
        return ()
    after = place + phrasing.listing("none").at(phrasing.words, place)[1]
    if phrasing.says("harm", after):
        return ("killed", "wounded")
    fate = fate_after(phrasing, number, subject)
    if fate is None or fate.cost > 2 or not (subject.listed or fate.cost == 0):
        return ()
    return (fate.outcome,)
