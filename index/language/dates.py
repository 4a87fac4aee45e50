"""Days, months and years as texts write them, seen from the day a text was written; and where it was filed."""

from __future__ import annotations

import calendar
import dataclasses
import functools
import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from index.language.spelling import Word, words_of
from index.language.wordtable import table

Grain = Literal["day", "month", "year"]

# A day without a year is the last one that was; a few days ahead it is one that is to come.
_AHEAD = timedelta(days=7)
# Older than this before a report was written, a date is that of another matter.
_LONG_BEFORE = timedelta(days=45)
_MOST_DAYS = 14
_WEEK = 7
_NUMBERED = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º|o|-го|-го|-е|-я)?")
_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DASHES = {"-", "–", "—"}
_DATELINE = re.compile(
    r"\s*(?P<place>[^\W\d_][^\d()\n—–|:]{1,40}?)\s*,?\s*(?P<day>\d[^()\n]{0,24}|[^\W\d_]{3,9}\.? \d[^()\n]{0,14})?\s*"
    r"(?:\((?P<agency>[^()\n]{2,40})\)\s*)?(?:--|[-–—])\s"
)
_PLACE_WORDS = 5


@dataclasses.dataclass(frozen=True, slots=True)
class DateSpan:
    """A date at the words `begin:end` of a sentence, from its first day to its last; None where its year is not known.

    `stated`: the year is written. `since`: it is said to last from then on.
    """

    begin: int
    end: int
    grain: Grain
    first: date | None = None
    last: date | None = None
    stated: bool = False
    since: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Dateline:
    """What stands at the head of a report: the place it was filed from, the day, and where the report goes on."""

    place: str
    day: date | None
    end: int


def date_spans(words: Sequence[Word], language: str, written: date | None) -> tuple[DateSpan, ...]:
    """The dates that the words state, in order, none within another."""
    return _date_spans(tuple(words), language, written)


# The figures, days and age of one sentence are read one after the other.
@functools.lru_cache(maxsize=64)
def _date_spans(words: tuple[Word, ...], language: str, written: date | None) -> tuple[DateSpan, ...]:
    spans: list[DateSpan] = []
    place = 0
    while place < len(words):
        span = _span_at(words, place, language, written)
        if span is None:
            place += 1
            continue
        lead = table(language, "dates", "leads").at(words, place - 1)[0] if place else ""
        spans.append(dataclasses.replace(span, since=lead == "since"))
        place = span.end
    return tuple(spans)


def days_in(text: str, start: int, end: int, language: str, written: date | None) -> tuple[date, ...]:
    """The days that a sentence names, in order: a weekday is the last one, a month or a year alone is no day."""
    days: list[date] = []
    for span in date_spans(words_of(text[start:end], language), language, written):
        if span.grain == "day" and span.first and span.last:
            length = min((span.last - span.first).days, _MOST_DAYS)
            days += [span.first + timedelta(days=step) for step in range(length + 1)]
    return tuple(dict.fromkeys(days))


def older_than(text: str, start: int, end: int, language: str, written: date | None) -> bool:
    """Whether a sentence tells of a time long before it was written, and of no later one.

    A date in a clause that only says who somebody is ("who laid down arms in 2016") does not make it so.
    """
    words = words_of(text[start:end], language)
    relative = table(language, "dates", "relative")
    older = False
    aside = False
    spans = {span.begin: span for span in date_spans(words, language, written)}
    for place, word in enumerate(words):
        span = spans.get(place)
        if span and span.last and written:
            if span.grain == "day" and not span.stated and written - span.last < _LONG_BEFORE:
                return False
            older = older or (not aside and written - span.last > _LONG_BEFORE)
        if _long_ago(words, place, language):
            older = older or not aside
        aside = aside or (place > 0 and relative.meaning(word.key) != "")
    return older


def dateline(text: str, language: str, written: date | None = None) -> Dateline | None:
    """The place and day that a report begins with ("DOHA, Dec 17 (Meridian) - …"), or None."""
    head = _DATELINE.match(text[:120])
    if head is None:
        return None
    place = head["place"].strip(" ,.")
    names = words_of(place, language)
    spans = date_spans(words_of(text[: head.end()], language), language, written)
    day = next((span.first for span in spans if (span.grain == "day" and span.stated) or span.first), None)
    shouted = place.isupper() and len(place) > 2
    named = len(names) <= _PLACE_WORDS and (not place[0].islower())
    if not named or not (shouted or head["agency"] or (spans and head["day"])):
        return None
    return Dateline(place, day, head.end())


def _span_at(words: Sequence[Word], place: int, language: str, written: date | None) -> DateSpan | None:
    word = words[place]
    if word.kind == "number":
        return _from_number(words, place, language, written)
    month, length = _month_at(words, place, language)
    if month:
        return _from_month(words, place, month, length, language, written)
    relative, length = table(language, "dates", "relative_days").at(words, place)
    if relative:
        day = written + timedelta(days=int(relative)) if written else None
        return DateSpan(place, place + length, "day", day, day)
    weekday, length = table(language, "dates", "weekdays").at(words, place)
    if weekday and (language not in {"en"} or word.capital):
        return _weekday(words, place, length, int(weekday), language, written)
    if _NUMBERED.fullmatch(word.key):
        return _day_first(words, place, int(re.match(r"\d+", word.key)[0]), language, written)  # type: ignore[index]
    return None


def _from_number(words: Sequence[Word], place: int, language: str, written: date | None) -> DateSpan | None:
    key = words[place].key
    numeric = _NUMERIC.fullmatch(key)
    if numeric:
        return _dated(place, place + 1, int(numeric[3]), int(numeric[2]), int(numeric[1]), int(numeric[1]), True)
    if _YEAR.fullmatch(key):
        if [word.key for word in words[place + 1 : place + 5 : 2]] == ["-", "-"]:
            month, day = words[place + 2].key, words[place + 4].key if place + 4 < len(words) else ""
            if month.isdigit() and day.isdigit():
                return _dated(place, place + 5, int(key), int(month), int(day), int(day), True)
        return _year_alone(words, place, language)
    if not key.isdigit() or len(key) > 2:
        return None
    if [word.key for word in words[place + 1 : place + 5 : 2]] == ["-", "-"] and _YEAR.fullmatch(
        _key(words, place + 4)
    ):
        month, year = _key(words, place + 2), int(_key(words, place + 4))
        return _dated(place, place + 5, year, int(month), int(key), int(key), True) if month.isdigit() else None
    return _day_first(words, place, int(key), language, written)


def _day_first(words: Sequence[Word], place: int, day: int, language: str, written: date | None) -> DateSpan | None:
    """ "3 June", "3-5 June 2024", "3 de junio de 2024", "3 يونيو/حزيران"."""
    joints = table(language, "dates", "joints")
    after, last = place + 1, day
    if _key(words, after) in _DASHES or joints.meaning(_key(words, after)) == "to":
        closing = _key(words, after + 1)
        if closing.isdigit() and len(closing) < 3:
            after, last = after + 2, int(closing)
    if joints.meaning(_key(words, after)) == "of":
        after += 1
    month, length = _month_at(words, after, language) if after < len(words) else (0, 0)
    if not month:
        return None
    after += length
    year, after = _year_after(words, after, language)
    return _resolved(place, after, year, month, day, last, written)


def _from_month(
    words: Sequence[Word], place: int, month: int, length: int, language: str, written: date | None
) -> DateSpan | None:
    """ "June 3, 2024", "June 2024", "in June"."""
    after = place + length
    day = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", _key(words, after))
    if day and language == "en" and 1 <= int(day[1]) <= 31:
        last, after = int(day[1]), after + 1
        closing = _key(words, after + 1)
        if _key(words, after) in _DASHES and closing.isdigit() and len(closing) < 3:
            last, after = int(closing), after + 2
        year, after = _year_after(words, after, language)
        return _resolved(place, after, year, month, int(day[1]), last, written)
    year, after = _year_after(words, after, language)
    lead = table(language, "dates", "leads").at(words, place - 1)[0] if place else ""
    if year is None and not lead:
        return None
    if year is None and written is None:
        return DateSpan(place, after, "month")
    stated = year is not None
    if year is None and written is not None:
        year = written.year if month <= written.month else written.year - 1
    assert year is not None
    last_day = calendar.monthrange(year, month)[1]
    return DateSpan(place, after, "month", date(year, month, 1), date(year, month, last_day), stated)


def _month_at(words: Sequence[Word], place: int, language: str) -> tuple[int, int]:
    """The month named at a place and how many words name it; two calendars' names may stand side by side."""
    if place >= len(words):
        return 0, 0
    months = table(language, "dates", "months")
    month, length = months.at(words, place)
    if not month or (language == "en" and not words[place].capital):
        return 0, 0
    if _key(words, place + length) == ".":
        length += len(words[place].key) <= 4
    if _key(words, place + length) in {"/", "("} and place + length + 1 < len(words):
        other, more = months.at(words, place + length + 1)
        if other:
            length += 1 + more + (_key(words, place + length + 1 + more) == ")")
    return int(month), length


def _year_after(words: Sequence[Word], place: int, language: str) -> tuple[int | None, int]:
    """The year written from a place on, and where the words go on."""
    after = place + 1 if _key(words, place) == "," else place
    if table(language, "dates", "joints").meaning(_key(words, after)) == "of":
        after += 1
    if not _YEAR.fullmatch(_key(words, after)):
        return None, place
    return int(_key(words, after)), after + 1


def _year_alone(words: Sequence[Word], place: int, language: str) -> DateSpan | None:
    """A year where the words around it say that it is one."""
    year = int(words[place].key)
    leads, following = table(language, "dates", "leads"), _key(words, place + 1)
    joints, before = table(language, "dates", "joints"), _key(words, place - 1)
    joined = bool(joints.meaning(before)) or before in _DASHES
    led = place > 0 and leads.at(words, place - 1)[0] != ""
    led = led or (joined and _YEAR.fullmatch(_key(words, place - 2)) is not None)
    named = table(language, "dates", "year_words").meaning(following) != ""
    closed = not following or words[place + 1].kind not in {"word", "number"}
    if not (led or named or closed):
        return None
    return DateSpan(place, place + 1 + named, "year", date(year, 1, 1), date(year, 12, 31), True)


def _weekday(
    words: Sequence[Word], place: int, length: int, weekday: int, language: str, written: date | None
) -> DateSpan:
    if written is None:
        return DateSpan(place, place + length, "day")
    around = [table(language, "dates", "leads").meaning(_key(words, near)) for near in (place - 1, place + length)]
    back = (written.weekday() - weekday) % _WEEK
    day = written - timedelta(days=back)
    if "next" in around:
        day = written + timedelta(days=(_WEEK - back) or _WEEK)
    elif "last" in around and back == 0:
        day -= timedelta(days=_WEEK)
    return DateSpan(place, place + length, "day", day, day)


def _resolved(
    begin: int, end: int, year: int | None, month: int, day: int, last: int, written: date | None
) -> DateSpan | None:
    """A day of a month, in the stated year or in that of the last such day."""
    if year is not None:
        return _dated(begin, end, year, month, day, last, True)
    if written is None:
        return DateSpan(begin, end, "day") if 1 <= day <= 31 else None
    span = _dated(begin, end, written.year, month, day, last, False)
    if span and span.first and span.first > written + _AHEAD:
        return _dated(begin, end, written.year - 1, month, day, last, False)
    return span


def _dated(begin: int, end: int, year: int, month: int, day: int, last: int, stated: bool) -> DateSpan | None:
    try:
        first = date(year, month, day)
        closing = date(year, month, last) if last >= day else first
    except ValueError:
        return None
    return DateSpan(begin, end, "day", first, closing, stated)


def _long_ago(words: Sequence[Word], place: int, language: str) -> bool:
    """Whether the words at a place say "last year", "three years ago" in their language."""
    if table(language, "dates", "long_ago").at(words, place)[0]:
        return True
    if not table(language, "dates", "ago").at(words, place)[0]:
        return False
    units = table(language, "dates", "long_units")
    return any(units.meaning(word.key) for word in words[max(0, place - 2) : place + 4])


def _key(words: Sequence[Word], place: int) -> str:
    return words[place].key if 0 <= place < len(words) else ""
