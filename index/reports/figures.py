"""The figures of a sentence: each number that counts something, with what it counts and what became of it."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import cast

from index.language.numerals import Numeral
from index.reports.counted import Counted, Phrasing, allows, counted
from index.reports.fates import Fate, fate_after, fate_before, nearer
from index.reports.nobody import nobody
from index.reports.parts import (
    group_after,
    is_among,
    is_introduced_as_part,
    is_whole,
    predicate_of,
    whole_after,
    whole_named_before,
)
from index.reports.records import Figure, Outcome
from index.reports.totals import totals

_OF_PEOPLE = frozenset({"killed", "wounded", "missing", "displaced", "arrested", "rescued"})
# Who is counted at all says what became of them, where nothing else does.
_IMPLIED = {"bodies": "killed", "hostages": "captured", "refugees": "displaced"}
_HOURS = 24
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_NEAR = 4
_FAR = 9
_CHANGE = 12
_DASHES = frozenset({"—", "–"})
_COMMAS = frozenset({",", "،"})
_AND = frozenset({"و", "ו"})


@dataclasses.dataclass(frozen=True, slots=True)
class _Count:
    """A number while its sentence is being read; `later`: what a part's own words say, where the whole says nothing.

    `old`: another number has taken its place.
    """

    number: Numeral
    subject: Counted
    outcome: str
    part: bool = False
    later: str = ""
    old: bool = False
    raised_from: float | None = None


def figures_in(text: str, start: int, end: int, language: str, written: date | None) -> tuple[Figure, ...]:
    """The figures of the sentence `start:end` of a text, in order, in the words of its language.

    `low` and `high` are as written; `modality` says whether they are open. The value of a range is its lower bound.
    Nobody counts as 0. Numbers of dates, times, money, shares, ages, measures and names are no figures. An outcome is
    "struck" of things that were hit, destroyed or shot down.
    """
    phrasing = Phrasing(text[start:end], language, written)
    counts = _settled(phrasing, _with_changes(phrasing, [_count(phrasing, number) for number in phrasing.numbers]))
    periods = totals(phrasing) if counts else {}
    figures = [
        _figure(phrasing, count, start, periods) for count in counts if not count.old and not _is_named(phrasing, count)
    ]
    for place, concept, outcome in nobody(phrasing):
        word = phrasing.words[place]
        figures.append(Figure(0, 0, 0, "exact", concept, _outcome(outcome), start + word.start, start + word.end))
    return tuple(sorted(figures, key=lambda figure: figure.start))


def _figure(phrasing: Phrasing, count: _Count, start: int, periods: dict[int, date | None]) -> Figure:
    number, words = count.number, phrasing.words
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
        total=number.first in periods and not count.part,
        since=None if count.part else periods.get(number.first),
        raised_from=count.raised_from,
    )


def _outcome(name: str) -> Outcome:
    return cast(Outcome, "struck" if name == "downed" else name)


def _count(phrasing: Phrasing, number: Numeral) -> _Count:
    """A number with what its own words say of it."""
    if number.noun in _OF_PEOPLE:
        people = Counted("people", number.last, True)
        return _Count(number, people, number.noun, is_introduced_as_part(phrasing, number))
    subject = counted(phrasing, number)
    group = group_after(phrasing, number)
    if group is not None:
        return _count_of_group(phrasing, number, subject, *group)
    whole = whole_after(phrasing, number)
    if whole:
        subject = counted(phrasing, whole)
    before, after = fate_before(phrasing, number, subject), fate_after(phrasing, number, subject)
    part = is_introduced_as_part(phrasing, number)
    if part and not (after and after.cost == 0):
        among = whole_named_before(phrasing, number)
        return _Count(number, subject, among or "", part=True, later=after.outcome if after else "")
    fate = None if is_whole(phrasing, number) else nearer(before, after, subject)
    among_others = fate is not None and fate is after and _is_among_others(phrasing, subject, fate)
    return _Count(number, subject, fate.outcome if fate else "", part or among_others)


def _count_of_group(phrasing: Phrasing, number: Numeral, subject: Counted, outcome: str, after: int) -> _Count:
    """ "Eleven of the dead were children": what became of the whole became of the part."""
    subject = predicate_of(phrasing, after) or subject
    fate = fate_after(phrasing, number, subject)
    if fate and fate.trigger and fate.trigger.first > after:
        own = phrasing.says("own_groups", number.last + 1) != "" or phrasing.says("harm", after) != ""
        return _Count(number, subject, outcome or fate.outcome, part=own or bool(outcome))
    return _Count(number, subject, outcome, part=True)


def _is_among_others(phrasing: Phrasing, subject: Counted, fate: Fate) -> bool:
    """Whether those counted are said to be "among those killed"."""
    return is_among(phrasing, subject.last + 1, fate.trigger.first if fate.trigger else subject.last)


def _settled(phrasing: Phrasing, counts: list[_Count]) -> list[_Count]:
    """Outcomes that one number has from another: "three soldiers and two children died", "30 wounded, 8 of them …"."""
    settled = list(counts)
    for place in range(1, len(settled)):
        settled[place] = _after_another(phrasing, settled[place - 1], settled[place])
    for place in range(len(settled) - 2, -1, -1):
        settled[place] = _before_another(phrasing, settled[place], settled[place + 1])
    return [
        count if count.outcome else dataclasses.replace(count, outcome=_IMPLIED.get(count.subject.concept, ""))
        for count in settled
    ]


def _after_another(phrasing: Phrasing, before: _Count, count: _Count) -> _Count:
    if not count.subject.concept and phrasing.key(count.number.begin - 1) in _DASHES:
        # "23 drones in Kursk, 15 in Bryansk": in some languages a dash stands for what is not repeated.
        count = dataclasses.replace(count, subject=before.subject, outcome=count.outcome or before.outcome)
    if count.old or count.outcome or is_whole(phrasing, count.number):
        return count
    joined = _joined(phrasing, before, count, _FAR) and allows(count.subject.concept, before.outcome)
    if before.outcome and (count.part or joined):
        part = count.part or (before.part and _joined(phrasing, before, count, _NEAR))
        return dataclasses.replace(count, outcome=before.outcome, part=part)
    return dataclasses.replace(count, outcome=count.later)


def _before_another(phrasing: Phrasing, count: _Count, following: _Count) -> _Count:
    unfit = not following.outcome or not allows(count.subject.concept, following.outcome)
    if count.outcome or unfit or is_whole(phrasing, count.number):
        return count
    among = not following.part and is_among(phrasing, count.number.last + 1, following.number.begin)
    if following.part or among or _joined(phrasing, count, following, _NEAR):
        return dataclasses.replace(count, outcome=following.outcome, part=count.part or among)
    return count


def _joined(phrasing: Phrasing, before: _Count, count: _Count, reach: int) -> bool:
    """Whether two numbers stand side by side: nothing between them but what joins, or more before an "and"."""
    begin = count.number.begin
    between = range(max(before.subject.last, before.number.last) + 1, begin)
    if len(between) > 3:
        longer = phrasing.words.length("commas", begin - 3) == 3
        conjoined = longer or phrasing.is_conjunction(begin - 1)
        others = between[: -3 if longer else -1]
        clean = not any(phrasing.triggers.get(near) or phrasing.says("fences", near) for near in others)
        return conjoined and clean and len(between) <= reach
    joins = [phrasing.is_conjunction(place) or phrasing.key(place) in _COMMAS for place in between]
    if not (any(joins) or phrasing.key(begin)[:1] in _AND):
        return False
    return all(join or phrasing.says("links", place) for join, place in zip(joins, between, strict=True))


def _with_changes(phrasing: Phrasing, counts: list[_Count]) -> list[_Count]:
    """Numbers that replace others: "rose from 12 to 16", "16, up from 12", "not 9 but 7"."""
    changed = list(counts)
    for place, count in enumerate(counts):
        following = counts[place + 1] if place + 1 < len(counts) else None
        number = count.number
        denied = phrasing.says("not", number.first - 1) != ""
        if following and denied and following.number.first - number.last <= _NEAR:
            changed[place] = dataclasses.replace(count, old=True)
            changed[place + 1] = dataclasses.replace(following, outcome=following.outcome or count.outcome)
            continue
        if not _is_origin(phrasing, number):
            continue
        opens = range(max(0, number.begin - _CHANGE), number.begin)
        rises = any(phrasing.says("rises", near) for near in opens)
        if following and _leads_to(phrasing, number, following.number):
            changed[place] = dataclasses.replace(count, old=True)
            risen = dataclasses.replace(following, outcome=following.outcome or count.outcome, raised_from=number.value)
            changed[place + 1] = risen if rises else _as_range(count, following)
        elif place and rises:
            changed[place] = dataclasses.replace(count, old=True)
            changed[place - 1] = dataclasses.replace(changed[place - 1], raised_from=number.value)
        elif _is_of_earlier_toll(phrasing, number):
            changed[place] = dataclasses.replace(count, old=True)
            if following and following.number.value < number.value:
                # "An earlier toll of 15, saying three more had died".
                changed[place + 1] = dataclasses.replace(following, part=True)
    return changed


def _is_origin(phrasing: Phrasing, number: Numeral) -> bool:
    """Whether "from" or "an earlier" stands before a number."""
    leads = range(number.first - 2, min(number.first, number.begin + 1))
    led = any(phrasing.says("joints", near) == "from" for near in leads)
    return led or any(phrasing.says("earlier", near) for near in range(number.begin - _NEAR - 1, number.begin))


def _is_of_earlier_toll(phrasing: Phrasing, number: Numeral) -> bool:
    """Whether "an earlier toll of" stands before a number: another has been given since."""
    opens = range(max(0, number.begin - _CHANGE), number.begin)
    earlier = next((place for place in opens if phrasing.says("earlier", place) == "word"), None)
    if earlier is None:
        return False
    beside = range(max(opens.start, earlier - _NEAR), min(number.begin, earlier + _NEAR))
    return any(phrasing.words.length("tolls", place) for place in beside)


def _leads_to(phrasing: Phrasing, number: Numeral, following: Numeral) -> bool:
    """Whether "to" stands between two numbers that are near each other."""
    between = range(number.last + 1, following.first)
    return len(between) <= _NEAR and any(phrasing.says("joints", near) == "to" for near in between)


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


def _is_named(phrasing: Phrasing, count: _Count) -> bool:
    """Whether a number belongs to a name ("Channel 12"), a clock or a page's furniture, and counts nothing."""
    number = count.number
    if any(phrasing.says("read_more", near) for near in range(number.first - 3, number.last + 3)):
        return True
    bare = not count.subject.concept and not count.outcome and not count.part
    if bare and number.value <= _HOURS and phrasing.says("clock", number.begin - 1):
        return True
    if _is_year(phrasing, count):
        return True
    in_digits = phrasing.words[number.first].kind == "number"
    after_name = number.begin == number.first > 1 and phrasing.words[number.first - 1].capital
    return in_digits and after_name and not count.subject.listed and not count.outcome


def _is_year(phrasing: Phrasing, count: _Count) -> bool:
    """Whether four digits before a noun are the year of it: "the 2008 election", "his 1941 death"."""
    number = count.number
    key = phrasing.key(number.first)
    if len(key) != 4 or number.first != number.last or not _FIRST_YEAR <= number.value <= _LAST_YEAR:
        return False
    return not count.subject.concept or phrasing.says("determiners", number.first - 1) != "" or not count.subject.listed
