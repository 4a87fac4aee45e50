"""Days, months and years as texts write them, seen from the day a text was written; and where it was filed."""

from __future__ import annotations

import calendar
import dataclasses
import re
from datetime import date, timedelta
from typing import Literal

from index.language.reporting import folded, reporting
from index.language.spelling import words_of
from index.language.vocabulary import Marked, marked

Grain = Literal["day", "month", "year"]

# A day without a year is the last one that was; a few days ahead it is one that is to come.
_AHEAD = timedelta(days=7)
# Older than this before a report was written, a date is that of another matter.
_LONG_BEFORE = timedelta(days=45)
# The same where a whole month is named: "in December", written late in January.
_MONTH_BEFORE = timedelta(days=21)
_MOST_DAYS = 14
# A report is of no other time, whatever a feed says of it.
_FIRST_YEAR, _LAST_YEAR = 1800, 2200
_WEEK = 7
_NUMBERED = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º|o|-го|-го|-е|-я)?")
_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
# "2024-го", "2024-й": a year with its ending.
_YEAR_ENDING = re.compile(r"((?:19|20)\d\d)(?:-[^\W\d_]{1,3})?")
_DASHES = {"-", "–", "—"}
_DATELINE = re.compile(
    r"\s*(?P<place>[^\W\d_][^\d()\n—–|:]{1,40}?)\s*,?\s*(?P<day>\d[^()\n]{0,24}|[^\W\d_]{3,9}\.? \d[^()\n]{0,14})?\s*"
    r"(?:\((?P<agency>[^()\n]{2,40})\)\s*)?(?:--|[-–—])\s"
)
_PLACE_WORDS = 5
# How far a page's own day may stand from its head, in characters and in words.
_HEAD, _HEAD_WORDS = 80, 4
_AFTER_DAYS = " \t\u00a0-–—|:,."


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


def date_spans(sentence: str, language: str, written: date | None) -> tuple[DateSpan, ...]:
    """The dates that a sentence states, in order, none within another."""
    words = marked(sentence, language, "dates")
    if written and not _FIRST_YEAR < written.year < _LAST_YEAR:
        written = None
    spans: list[DateSpan] = []
    place = 0
    while place < len(words):
        span = _span_at(words, place, written)
        if span is None:
            place += 1
            continue
        spans.append(dataclasses.replace(span, since=words.says("leads", place - 1) == "since"))
        place = span.end
    return tuple(spans)


def days_in(text: str, start: int, end: int, language: str, written: date | None) -> tuple[date, ...]:
    """The days that a sentence names, in order: a weekday is the last one, a month or a year alone is no day."""
    days: list[date] = []
    for span in date_spans(text[start:end], language, written):
        if span.grain == "day" and span.first and span.last:
            length = min((span.last - span.first).days, _MOST_DAYS)
            days += [span.first + timedelta(days=step) for step in range(length + 1)]
    return tuple(dict.fromkeys(days))


def older_than(text: str, start: int, end: int, language: str, written: date | None) -> bool:
    """Whether a sentence tells of a time long before it was written, and of no later one.

    A date in a clause that only says who somebody is ("who laid down arms in 2016") does not make it so.
    """
    words = marked(text[start:end], language, "dates")
    spans = {span.begin: span for span in date_spans(text[start:end], language, written)}
    older = aside = False
    for place in range(len(words)):
        span = spans.get(place)
        if span and span.last and written:
            if span.grain == "day" and not span.stated and written - span.last < _LONG_BEFORE:
                return False
            long = _MONTH_BEFORE if span.grain == "month" else _LONG_BEFORE
            if span.grain == "month" and span.stated:
                # Nobody writes the year of a month that has just begun to be the last one.
                long = timedelta(0)
            older = older or (not aside and written - span.last > long)
        older = older or (not aside and _is_long_ago(words, place))
        aside = aside or (place > 0 and words.says("relative", place) != "")
    return older


def dateline(text: str, language: str, written: date | None = None) -> Dateline | None:
    """The place and day that a report begins with ("DOHA, Dec 17 (Meridian) - …"), or None."""
    head = _DATELINE.match(text[:120])
    if head is None:
        return None
    place = head["place"].strip(" ,.")
    names = words_of(place, language)
    spans = date_spans(text[: head.end()], language, written)
    day = next((span.first for span in spans if (span.grain == "day" and span.stated) or span.first), None)
    shouted = place.isupper() and len(place) > 2
    named = len(names) <= _PLACE_WORDS and (not place[0].islower())
    if not named or not (shouted or head["agency"] or (spans and head["day"])):
        return None
    return Dateline(place, day, head.end())


def headed(text: str, language: str) -> date | None:
    """The day that stands at the head of a text, before any sentence, as pages print it ("Published April 18 2017",
    "Wed Jul 29 2015"); None where there is none, or two that differ."""
    span = _printed(text[:_HEAD].split("\n\n")[0], language)
    return span.first if span is not None else None


def after_printed_day(text: str, language: str) -> int:
    """Where a text goes on after the day that is printed at its head; 0 where none is, or where the day is part of what
    follows: a sentence begins with a capital, where its script has them."""
    head = text[:_HEAD].split("\n\n")[0]
    span = _printed(head, language)
    if span is None:
        return 0
    at = marked(head, language, "dates")[span.end - 1].end
    rest = text[at:]
    at += len(rest) - len(rest.lstrip(_AFTER_DAYS))
    return at if text[at : at + 1].isupper() or text[at : at + 1].isdigit() else 0


def _printed(head: str, language: str) -> DateSpan | None:
    spans = [span for span in date_spans(head, language, None) if span.grain == "day" and span.stated and span.first]
    if not spans or spans[0].begin > _HEAD_WORDS or len({span.first for span in spans}) > 1:
        return None
    words, begin = marked(head, language, "dates"), spans[0].begin
    tells_when = spans[0].since or (begin > 0 and reporting(language).has(folded(words.key(begin - 1)), "links"))
    return None if tells_when else spans[0]


def _span_at(words: Marked, place: int, written: date | None) -> DateSpan | None:
    word = words[place]
    if word.kind == "number":
        return _from_number(words, place, written)
    if words.is_plain(place) and not word.key[0].isdecimal():
        return None
    month, length = _month_at(words, place)
    if month:
        return _from_month(words, place, month, length, written)
    relative, length, _ = words.sense("relative_days", place)
    if relative:
        day = written + timedelta(days=int(relative)) if written else None
        return DateSpan(place, place + length, "day", day, day)
    weekday, length, _ = words.sense("weekdays", place)
    if weekday and (words.language != "en" or word.capital):
        return _weekday(words, place, length, int(weekday), written)
    numbered = _NUMBERED.fullmatch(word.key) if word.key[0].isdecimal() else None
    return _day_first(words, place, int(numbered[1]), written) if numbered else None


def _from_number(words: Marked, place: int, written: date | None) -> DateSpan | None:
    key = words[place].key
    numeric = _NUMERIC.fullmatch(key)
    if numeric:
        return _dated(place, place + 1, int(numeric[3]), int(numeric[2]), int(numeric[1]), int(numeric[1]), True)
    dashed = [words.key(place + step) for step in range(5)]
    is_dashed = dashed[1] == dashed[3] == "-" and dashed[2].isdecimal() and len(dashed[2]) < 3
    if _YEAR.fullmatch(key):
        if is_dashed and _NUMBERED.fullmatch(dashed[4]):
            day = int(dashed[4])
            return _dated(place, place + 5, int(key), int(dashed[2]), day, day, True)
        return _year_alone(words, place)
    if not key.isdecimal() or len(key) > 2:
        return None
    if is_dashed and _YEAR.fullmatch(dashed[4]):
        return _dated(place, place + 5, int(dashed[4]), int(dashed[2]), int(key), int(key), True)
    return _day_first(words, place, int(key), written)


def _day_first(words: Marked, place: int, day: int, written: date | None) -> DateSpan | None:
    """ "3 June", "3-5 June 2024", "3 de junio de 2024", "3 يونيو/حزيران"."""
    after, last = place + 1, day
    if words.key(after) in _DASHES or words.says("joints", after) == "to":
        closing = words.key(after + 1)
        if closing.isdecimal() and len(closing) < 3:
            after, last = after + 2, int(closing)
    after += words.says("joints", after) == "of"
    month, length = _month_at(words, after)
    if not month:
        return None
    year, end = _year_after(words, after + length)
    return _resolved(place, end, year, month, day, last, written)


def _from_month(words: Marked, place: int, month: int, length: int, written: date | None) -> DateSpan | None:
    """ "June 3, 2024", "June 2024", "in June"."""
    after = place + length
    day = _NUMBERED.fullmatch(words.key(after)) if words.language == "en" else None
    if day and 1 <= int(day[1]) <= 31:
        last, after = int(day[1]), after + 1
        closing = words.key(after + 1)
        if words.key(after) in _DASHES and closing.isdecimal() and len(closing) < 3:
            last, after = int(closing), after + 2
        year, after = _year_after(words, after)
        return _resolved(place, after, year, month, int(day[1]), last, written)
    year, after = _year_after(words, after)
    stated = year is not None
    if year is None and not (words.says("leads", place - 1) or words.sense("months", place).clings):
        return None
    if year is None:
        if written is None:
            return DateSpan(place, after, "month")
        year = written.year if month <= written.month else written.year - 1
    last_day = calendar.monthrange(year, month)[1]
    return DateSpan(place, after, "month", date(year, month, 1), date(year, month, last_day), stated)


def _month_at(words: Marked, place: int) -> tuple[int, int]:
    """The month named at a place and how many words name it; two calendars' names may stand side by side."""
    month, length, _ = words.sense("months", place)
    if not month or (words.language == "en" and not words[place].capital):
        return 0, 0
    length += words.key(place + length) == "." and len(words[place].key) <= 4
    other = words.length("months", place + length + 1) if words.key(place + length) in {"/", "("} else 0
    if other:
        length += 1 + other + (words.key(place + length + 1 + other) == ")")
    return int(month), length


def _year_after(words: Marked, place: int) -> tuple[int | None, int]:
    """The year written from a place on, and where the words go on."""
    after = place + (words.key(place) == ",")
    after += words.says("joints", after) == "of"
    year = _YEAR_ENDING.fullmatch(words.key(after))
    return (int(year[1]), after + 1) if year else (None, place)


def _year_alone(words: Marked, place: int) -> DateSpan | None:
    """A year where the words around it say that it is one."""
    year = int(words[place].key)
    joined = words.says("joints", place - 1) != "" or words.key(place - 1) in _DASHES
    led = words.says("leads", place - 1) != "" or (joined and _YEAR.fullmatch(words.key(place - 2)) is not None)
    named = words.says("year_words", place + 1) != ""
    closed = place + 1 >= len(words) or words[place + 1].kind not in {"word", "number"}
    if not (led or named or closed):
        return None
    return DateSpan(place, place + 1 + named, "year", date(year, 1, 1), date(year, 12, 31), True)


def _weekday(words: Marked, place: int, length: int, weekday: int, written: date | None) -> DateSpan:
    if written is None:
        return DateSpan(place, place + length, "day")
    around = [words.says("leads", near) for near in (place - 1, place + length)]
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


def _is_long_ago(words: Marked, place: int) -> bool:
    """Whether the words at a place say "last year", "three years ago" in their language."""
    if words.says("long_ago", place):
        return True
    near = range(max(0, place - 2), place + 4)
    return words.says("ago", place) != "" and any(words.says("long_units", other) for other in near)
