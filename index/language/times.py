"""When a question asks about, in the seven languages: its expressions of time as days, seen from its clock and zone.

dateparser was tried first: its search misses inflected weekdays, "the last 24 hours", "since", duals, most of Arabic
and Hebrew, and takes "may" for a month. So the words are ours and CLDR's (timewords.py), and the grammar is here.
"""

from __future__ import annotations

import calendar
import dataclasses
import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from index.language.lexicon import LANGUAGES
from index.language.reporting import reporting
from index.language.timewords import Word, words_of

Relation = Literal["in", "since", "until"]


@dataclasses.dataclass(frozen=True, slots=True)
class TimeSpan:
    """Days that a text names at `start:end`. Where neither day is known the words were not understood.

    "since May" has May's first day as `first` and today as `last`; "until May" has no `first`.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    relation: Relation = "in"
    # The moment from which "the last 24 hours" count, and what was "two hours ago".
    moment: datetime | None = None
    # No year is stated: the last one that had these days, which may not be the one meant.
    assumed: bool = False

    @property
    def is_understood(self) -> bool:
        return self.first is not None or self.last is not None


def spans(text: str, language: str, now: datetime, zone: str = "UTC") -> tuple[TimeSpan, ...]:
    """The expressions of time in a question, in order of place; those not understood, too."""
    here = now.astimezone(ZoneInfo(zone))
    reader = _Reader(text, language if language in LANGUAGES else "en", here)
    return tuple(reader.joined(reader.all()))


_ISO = re.compile(r"\b(\d{4})-(\d\d?)-(\d\d?)\b")
_NUMERIC = re.compile(r"\b(\d\d?)[./](\d\d?)[./](\d{4})\b")
_ORDINALS = frozenset({"st", "nd", "rd", "th", "er", "го", "е", "ого", "числа", "-"})
_OF = frozenset({"of", "de", "del", "d'", "من", "года", "году", "року", "г", "р", "the", "le", "el", "du"})
_YEARS = frozenset({"года", "году", "року", "г", "р"})
_HOURS = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0, "fortnight": 336.0}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_PART_DAYS = {"early": (1, 10), "mid": (9, 21), "late": (20, 31)}
# No question asks about more days than so many, and no calendar has more.
_LONGEST = 700_000
# So many words name the event since which something is asked.
_EVENT_WORDS = 6
# Of "the last days" and the like: how many.
_SEVERAL = 3
# So many words may stand between two ways to say one day: "last night to the 9th of July".
_LINKS = 2
# "Night" stands so many words before its date at most.
_NIGHT_WITHIN = 3
# What stands before the French participle that is written as the summer is.
_AUXILIARIES = frozenset({"a", "ont", "avait", "avaient", "ai", "aurait", "avoir", "ayant"})
# Verbs of French and Spanish that tell what is to come, by their endings.
_TO_COME = {"fr": re.compile(r"(?:er|ir|dr|ur)(?:a|ont)$"), "es": re.compile(r"(?<!^i)r(?:á|án)$")}
# "did it last two days": the verb.
_LASTING = re.compile(r"\b(?:did|does|do|will|would|could|can|to|not)\b(?:\s+\w+){1,4}\s+$", re.IGNORECASE)


def looks_ahead(text: str, language: str) -> bool:
    """Whether a question is about what is to come: it says "will", "to be held" or the like."""
    return _Reader(text, language if language in LANGUAGES else "en", datetime.min.replace(tzinfo=UTC)).is_to_come()


class _Reader:
    """One text's words of time, and what can be made of those that stand together."""

    def __init__(self, text: str, language: str, here: datetime) -> None:
        self._text = text
        self._language = language
        self._here = here
        self._today = here.date()
        self._words = words_of(text, language)
        self._looks_ahead = self.is_to_come()

    def all(self) -> list[TimeSpan]:
        rules: tuple[Callable[[int], tuple[TimeSpan, int] | None], ...] = (
            self.day,
            self.ago,
            self.rolling,
            self.unit,
            self.weekday,
            self.dated,
            self.month,
            self.year,
            self.season,
            self.weekend,
            self.feast,
        )
        found = [*self._numeric()]
        at = 0
        while at < len(self._words):
            spans = (rule(at) for rule in rules)
            best = max(
                (span for span in spans if span is not None),
                key=lambda span: (span[1], span[0].is_understood),
                default=None,
            )
            if best is None or any(best[0].start < other.end and other.start < best[0].end for other in found):
                at += 1
                continue
            found.append(self._related(best[0], at))
            at = best[1]
        return sorted(found, key=lambda span: span.start)

    def joined(self, found: list[TimeSpan]) -> list[TimeSpan]:
        """From one to the other is one span."""
        result: list[TimeSpan] = []
        for span in found:
            between = [
                word for word in self._words if result and result[-1].end <= word.start and word.end <= span.start
            ]
            ends = all(word.classes.keys() & {"to", "and", "in"} for word in between) and any(
                self._joins(self._words.index(word)) for word in (*between, *self._within(span.start, span.end)[:1])
            )
            stretch = self._from_to(result[-1], span) if ends and result else None
            if stretch is not None:
                result[-1] = stretch
            else:
                result.append(span)
        return self._by_their_dates(result)

    @staticmethod
    def _from_to(begin: TimeSpan, end: TimeSpan) -> TimeSpan | None:
        """From the one to the other; None where that is no stretch of time. Of a year that is not stated, the one that
        ends last: "from October to March"."""
        if begin.first is None or end.last is None:
            return None
        first = begin.first
        if first > end.last and begin.assumed and first.year == end.last.year:
            first = first.replace(year=first.year - 1, day=min(first.day, 28) if first.month == 2 else first.day)
        if first > end.last:
            return None
        return dataclasses.replace(begin, end=end.end, first=first, last=end.last, relation="in")

    def _by_their_dates(self, spans: Sequence[TimeSpan]) -> list[TimeSpan]:
        """The same, where a date says what stands right beside it better: "overnight into 12 May", "Monday 3 May"."""
        result: list[TimeSpan] = []
        for span in spans:
            last = result[-1] if result else None
            if last is not None and self._is_date(last) != self._is_date(span) and self._are_one(last, span):
                exact = span if self._is_date(span) else last
                result[-1] = dataclasses.replace(exact, start=last.start, end=span.end)
            else:
                result.append(span)
        return [self._with_its_night(span) for span in result]

    def _with_its_night(self, span: TimeSpan) -> TimeSpan:
        """The night to a date begins on the day before: "in the night to 9 July"."""
        if span.relation != "in" or span.first is None or not self._is_date(span):
            return span
        before = self._within(0, span.start)[-_NIGHT_WITHIN:]
        is_night = any("night" in word.classes for word in (*before, *self._within(span.start, span.end)))
        return dataclasses.replace(span, first=span.first - timedelta(days=1)) if is_night else span

    def _within(self, start: int, end: int) -> list[Word]:
        """The words that begin in a stretch of the text."""
        return [word for word in self._words if start <= word.start < end]

    def _is_date(self, span: TimeSpan) -> bool:
        """Whether it is a day of the calendar, by its number."""
        numbered = any("digits" in word.classes for word in self._within(span.start, span.end))
        return span.first is not None and span.first == span.last and numbered

    def _are_one(self, before: TimeSpan, behind: TimeSpan) -> bool:
        """Whether two neighbours, each within a day, have nothing but a word or two between them that joins no two."""
        if any(span.relation != "in" or span.moment or span.first != span.last for span in (before, behind)):
            return False
        between = self._within(before.end, behind.start)
        joining = reporting(self._language).sets["conjunctions"]
        parts = any("and" in word.classes or word.text.lower() in joining for word in between)
        return len(between) <= _LINKS and not parts

    def _joins(self, at: int) -> bool:
        """Whether a word stands between two ends, or is written together with one; "and" does after "between"."""
        prefix = self._words[at].prefix if 0 <= at < len(self._words) else ""
        if self._has(at, "to") or prefix == "to":
            return True
        is_and = self._has(at, "and") or prefix == "and"
        return is_and and any("between" in word.classes for word in self._words[:at])

    def is_to_come(self) -> bool:
        """Whether a word or a verb's ending tells of what is to come."""
        ending = _TO_COME.get(self._language)
        return any(
            "future" in word.classes or (ending is not None and word.text.islower() and bool(ending.search(word.text)))
            for word in self._words
        )

    def _has(self, at: int, name: str) -> bool:
        return 0 <= at < len(self._words) and name in self._words[at].classes

    def _value(self, at: int, name: str) -> str:
        return self._words[at].classes[name]

    def _count(self, at: int) -> int | None:
        """The number that stands there; at most so many as a calendar has."""
        if self._has(at, "digits"):
            return min(int(self._value(at, "digits")), 9999)
        return int(self._value(at, "number")) if self._has(at, "number") else None

    def _span(self, at: int, after: int, first: date | None, last: date | None, **more: object) -> tuple[TimeSpan, int]:
        start, end = self._words[at].start, self._words[after - 1].end
        return dataclasses.replace(TimeSpan(start, end, first, last), **more), after  # type: ignore[arg-type]

    # What may stand at a word: each rule gives the span and the word after it, or None.

    def day(self, at: int) -> tuple[TimeSpan, int] | None:
        if not self._has(at, "day"):
            return None
        day = self._today + timedelta(days=int(self._value(at, "day")))
        return self._span(at, at + 1, day, day)

    def ago(self, at: int) -> tuple[TimeSpan, int] | None:
        """So long ago."""
        begin = at + 1 if self._has(at, "before_count") else at
        counted = self._counted(begin)
        if counted is None:
            return None
        count, unit, after = counted
        if begin == at and not self._has(after, "ago"):
            return None
        if self._has(begin, "unit") and self._has(after, "weekday"):
            return None
        after += begin == at
        first, last, moment = self._back(count, unit)
        since = begin > at and self._has(at, "since")
        return self._span(
            at, after, first, self._today if since else last, moment=moment, relation="since" if since else "in"
        )

    def rolling(self, at: int) -> tuple[TimeSpan, int] | None:
        """The last so many hours, days, weeks; with a number "previous" is the same."""
        names = ("rolling", "previous")
        lead = any(self._has(at, name) for name in names)
        begin = at + 1 if lead else at
        count = self._count(begin)
        begin += count is not None
        if not lead and any(self._has(begin, name) for name in names):
            lead, begin = True, begin + 1
        if self._has(begin, "two") or not self._has(begin, "unit"):
            two = self._has(begin, "two")
            if not two:
                return None
            count, unit = 2, self._value(begin, "two")
        else:
            unit = self._value(begin, "unit")
        plural = self._has(begin, "plural")
        begin += 1
        if not lead:
            inner = self._count(begin)
            if inner is not None and any(self._has(begin + 1, name) for name in names):
                count, begin = inner, begin + 1
            if not any(self._has(begin, name) for name in names):
                return None
            begin += 1
        if count is None and (not plural or self._only_previous(at, begin)) and not self._any(at, begin, "rolling"):
            return None
        if self._language == "en" and _LASTING.search(self._text[: self._words[at].start]):
            return None
        several = 24 if unit == "hour" else _SEVERAL
        return self._since_so_many(at, begin, count or (several if plural else 1), unit)

    def unit(self, at: int) -> tuple[TimeSpan, int] | None:
        """The week, month or year before this one, this one, or the next; the beginning or end of this one."""
        if self._has(at, "current") and not any(self._has(at + 1, name) for name in ("rolling", "previous", "next")):
            first, last = self._calendar(self._value(at, "current"), 0)
            return self._span(at, at + 1, first, last)
        if self._has(at, "part"):
            return self._part_of_unit(at)
        for which, unit, after in ((at, at + 1, at + 2), (at + 1, at, at + 2)):
            if not self._has(unit, "unit") or self._value(unit, "unit") not in {"day", "week", "month", "year"}:
                continue
            name = self._value(unit, "unit")
            for relation, steps in (("previous", -1), ("this", 0), ("next", 1)):
                if self._has(which, relation):
                    if name == "day" and relation != "previous":
                        continue
                    first, last = self._calendar(name, steps)
                    return self._span(at, after, first, last)
        return None

    def _part_of_unit(self, at: int) -> tuple[TimeSpan, int] | None:
        place = at + 1
        while self._has(place, "in") or self._has(place, "this") or self._words_are(place, _OF):
            place += 1
        named = "current" if self._has(place, "current") else "unit"
        if not self._has(place, named) or self._value(place, named) not in {"week", "month", "year"}:
            return None
        first, last = self._calendar(self._value(place, named), 0)
        days = timedelta(days=max((last - first).days // 3, 0))
        part = self._value(at, "part")
        if part == "early":
            last = first + days
        elif part == "late":
            first = last - days
        return self._span(at, place + 1, first, last)

    def weekday(self, at: int) -> tuple[TimeSpan, int] | None:
        """A weekday: the last one, but the next where that is said or what is asked is to come."""
        begin = at + 1 if any(self._has(at, name) for name in ("previous", "this", "next", "rolling")) else at
        if not self._has(begin, "weekday"):
            return None
        after = begin + 1
        trail = any(self._has(after, name) for name in ("previous", "next", "this", "rolling"))
        after += trail
        around = [place for place in range(at, after) if place != begin]
        back = (self._today.weekday() - int(self._value(begin, "weekday"))) % 7
        named_next = any(self._has(place, "next") for place in around) or self._has(after, "next")
        named_last = any(self._has(place, name) for place in around for name in ("previous", "rolling"))
        if named_next or (not named_last and (self._looks_ahead or self._is_intended(begin))):
            day = self._today + timedelta(days=(7 - back) if back else 7)
        else:
            day = self._today - timedelta(days=back or (7 if named_last else 0))
        return self._span(at, after, day, day)

    def dated(self, at: int) -> tuple[TimeSpan, int] | None:
        """A day of a month, with or without a year."""
        place = at
        days: list[int] = []
        if self._has(place, "month"):
            month, place = int(self._value(place, "month")), place + 1
            days, place = self._days(place)
            if not days:
                return None
        else:
            days, place = self._days(place)
            place = self._skipped(place, _OF)
            if not days or not self._has(place, "month"):
                return None
            month, place = int(self._value(place, "month")), place + 1
        year, after = self._year(place)
        try:
            first, last = (date(year or self._today.year, month, day) for day in (days[0], days[-1]))
        except ValueError:
            return self._span(at, after, None, None)
        if year is None:
            first, last = self._in_its_year(first, last)
        return self._span(at, after, first, last, assumed=year is None)

    def month(self, at: int) -> tuple[TimeSpan, int] | None:
        """A month alone, which needs a word before it that makes it one, or a year."""
        begin = at
        part = self._value(at, "part") if self._has(at, "part") else ""
        if part:
            begin = self._skipped(at + 1, _OF | {"-"})
        named = next((name for name in ("previous", "this", "next") if self._has(begin, name)), "")
        begin += bool(named)
        if not self._has(begin, "month"):
            return None
        number = int(self._value(begin, "month"))
        year, after = self._year(begin + 1)
        if not named and year is None and any(self._has(after, name) for name in ("previous", "next")):
            named, after = ("previous" if self._has(after, "previous") else "next"), after + 1
        led = any(self._has(at - 1, name) for name in ("in", "since", "until", "to", "between")) or self._joins(at - 1)
        led = led or self._words[begin].prefix not in ("", "and") or self._joins(begin)
        alone = len(self._words) <= 2
        if not (part or named or year or led or alone):
            return None
        stated = year or self._today.year
        first, last = date(stated, number, 1), _month_end(stated, number)
        if year is None:
            first, last = self._in_its_year(first, last, ahead=named == "next")
        if part:
            opens, closes = _PART_DAYS[part]
            first, last = first.replace(day=opens), last.replace(day=min(closes, last.day))
        return self._span(at, after, first, last, assumed=year is None)

    def year(self, at: int) -> tuple[TimeSpan, int] | None:
        led = any(self._has(at - 1, name) for name in ("in", "since", "until", "part", "to", "season", "unit"))
        prefixed = self._words[at].prefix != ""
        year, after = self._year(at)
        if year is None or not (led or prefixed or after > at + 1) or not self._has(at, "digits"):
            return None
        return self._span(at, after, date(year, 1, 1), date(year, 12, 31))

    def season(self, at: int) -> tuple[TimeSpan, int] | None:
        if not self._has(at, "season") or self._is_participle(at):
            return None
        month = _SEASONS[self._value(at, "season")]
        year, after = self._year(self._skipped(at + 1, _OF))
        led = any(self._has(at - 1, name) for name in ("in", "since", "until", "previous", "this", "next", "part"))
        if year is None and not led and self._language in {"en", "fr", "es"}:
            return None
        stated = year or (self._today.year if month <= self._today.month else self._today.year - 1)
        first = date(stated, month, 1)
        closing = first + timedelta(days=70)
        return self._span(at, after, first, _month_end(closing.year, closing.month), assumed=year is None)

    def _is_participle(self, at: int) -> bool:
        """Whether it is the French "been" that is written as the summer is: "a été touchée"."""
        return self._language == "fr" and at > 0 and self._words[at - 1].text.lower() in _AUXILIARIES

    def weekend(self, at: int) -> tuple[TimeSpan, int] | None:
        begin = at + 1 if any(self._has(at, name) for name in ("previous", "this", "next", "rolling")) else at
        if not self._has(begin, "weekend"):
            return None
        after = begin + 1
        after += any(self._has(after, name) for name in ("previous", "next", "this", "rolling"))
        saturday = self._today - timedelta(days=(self._today.weekday() - 5) % 7)
        ahead = any(self._has(place, "next") for place in range(at, after)) or self._looks_ahead
        saturday += timedelta(days=7 if ahead else 0)
        return self._span(at, after, saturday, saturday + timedelta(days=1))

    def feast(self, at: int) -> tuple[TimeSpan, int] | None:
        """A time that the calendar here does not have."""
        return self._span(at, at + 1, None, None) if self._has(at, "feast") else None

    # What the rules are made of.

    def _counted(self, at: int) -> tuple[int, str, int] | None:
        """A count and its unit, and the word after: "two days", a dual, "week" for one."""
        if self._has(at, "two"):
            return 2, self._value(at, "two"), at + 1
        count = self._count(at)
        unit = at if count is None else at + 1
        if not self._has(unit, "unit"):
            return None
        return 1 if count is None else count, self._value(unit, "unit"), unit + 1

    def _any(self, at: int, after: int, name: str) -> bool:
        return any(self._has(place, name) for place in range(at, after))

    def _only_previous(self, at: int, after: int) -> bool:
        return self._any(at, after, "previous") and not self._any(at, after, "rolling")

    def _is_intended(self, at: int) -> bool:
        """Whether "to" and a verb stand shortly before a weekday: "talks to resume on Monday"."""
        if self._language != "en":
            return False
        before = self._text[: self._words[at].start]
        return bool(re.search(r"(?<!\bfrom)\s[Tt]o [a-z]+(?: [a-z]+){0,2} (?:on )?(?:the )?$", before))

    def _back(self, count: int, unit: str) -> tuple[date, date, datetime | None]:
        if unit in {"minute", "hour"}:
            moment = self._here - timedelta(hours=_HOURS[unit] * count)
            return moment.date(), moment.date(), moment
        if unit in {"day", "week", "fortnight"}:
            day = self._today - timedelta(hours=_HOURS[unit] * count)
            # "Three weeks ago" is no day.
            about = timedelta(days=0 if unit == "day" else 3)
            return day - about, day + about, None
        first, last = self._calendar(unit, -count)
        return first, last, None

    def _since_so_many(self, at: int, after: int, count: int, unit: str) -> tuple[TimeSpan, int]:
        if unit in _HOURS:
            moment = self._here - timedelta(hours=_HOURS[unit] * count)
        else:
            months = count * (12 if unit == "year" else 1)
            moment = self._here - timedelta(days=min(round(30.44 * months), _LONGEST))
        return self._span(at, after, moment.date(), self._today, moment=moment, relation="since")

    def _calendar(self, unit: str, steps: int) -> tuple[date, date]:
        """The day, week, month or year so many before or after this one; of this one what has been."""
        if unit == "day":
            day = self._today + timedelta(days=steps)
            return day, day
        if unit == "week":
            monday = self._today - timedelta(days=self._today.weekday()) + timedelta(days=7 * steps)
            if steps == 0:
                return self._today - timedelta(days=6), self._today
            return monday, monday + timedelta(days=6)
        if unit == "month":
            months = max(self._today.year * 12 + self._today.month - 1 + steps, 12)
            year, month = divmod(months, 12)
            first, last = date(year, month + 1, 1), _month_end(year, month + 1)
        else:
            year = max(self._today.year + steps, 1)
            first, last = date(year, 1, 1), date(year, 12, 31)
        return first, (self._today if steps == 0 else last)

    def _days(self, at: int) -> tuple[list[int], int]:
        """A day of a month in figures, or from one to another."""
        if not self._has(at, "digits") or not 1 <= int(self._value(at, "digits")) <= 31:
            return [], at
        days, place = [int(self._value(at, "digits"))], self._skipped(at + 1, _ORDINALS - {"-"})
        if self._joins(place) and self._has(place + 1, "digits"):
            last = int(self._value(place + 1, "digits"))
            if days[0] < last <= 31:
                days, place = [*days, last], self._skipped(place + 2, _ORDINALS)
        return days, self._skipped(place, _ORDINALS)

    def _year(self, at: int) -> tuple[int | None, int]:
        place = self._skipped(at, _OF)
        if not self._has(place, "digits"):
            return None, at
        written = self._words[place].text
        if len(written) != 4 or not 1900 <= int(self._value(place, "digits")) <= 2099:
            return None, at
        return int(self._value(place, "digits")), self._skipped(place + 1, _YEARS)

    def _skipped(self, at: int, texts: frozenset[str]) -> int:
        return at + 1 if self._words_are(at, texts) else at

    def _words_are(self, at: int, texts: frozenset[str]) -> bool:
        return at < len(self._words) and self._words[at].text.lower() in texts

    def _in_its_year(self, first: date, last: date, *, ahead: bool = False) -> tuple[date, date]:
        """Days of this year: of the one before where they have not come, of the next where they are to come."""
        years = -1 if first > self._today else 0
        if ahead or self._looks_ahead:
            years = 1 if last < self._today else 0
        try:
            return first.replace(year=first.year + years), last.replace(year=last.year + years)
        except ValueError:
            return first.replace(year=first.year + years), date(last.year + years, 2, 28)

    def _after(self, span: TimeSpan) -> int:
        return sum(word.start < span.end for word in self._words)

    def _numeric(self) -> list[TimeSpan]:
        found = []
        for match in _ISO.finditer(self._text):
            found.append(_stated(match, int(match[1]), int(match[2]), int(match[3])))
        for match in _NUMERIC.finditer(self._text):
            day, month = int(match[1]), int(match[2])
            day, month = (month, day) if month > 12 else (day, month)
            found.append(_stated(match, int(match[3]), month, day))
        return [span for span in found if span is not None]

    def _related(self, span: TimeSpan, at: int) -> TimeSpan:
        """With "since" or "until" before it, its days end today or begin nowhere."""
        place = self._relating(at)
        prefix = self._words[at].prefix
        ranged = any(self._joins(word) for word in range(at, self._after(span)))
        if not span.is_understood or span.relation != "in" or ranged:
            return span
        if self._has(place, "since") or prefix == "since":
            start = self._words[place].start if self._has(place, "since") else span.start
            last = max(self._today, span.last or self._today)
            return dataclasses.replace(span, start=start, last=last, relation="since")
        if self._has(place, "until"):
            return dataclasses.replace(span, start=self._words[place].start, first=None, relation="until")
        return span

    def _relating(self, at: int) -> int:
        """The place of the word that a time at `at` hangs on: the one before it, or "since" with an event between:
        "since the October coup", "depuis le coup d'État d'octobre"."""
        place = at - 1
        while self._has(place, "in") and not self._has(place, "since"):
            place -= 1
        reach = range(place, max(-1, place - _EVENT_WORDS), -1)
        since = next((near for near in reach if self._has(near, "since")), None)
        if since is None or any(self._words[near].classes for near in range(since + 1, place + 1)):
            return place
        return since


def _stated(match: re.Match[str], year: int, month: int, day: int) -> TimeSpan | None:
    try:
        stated = date(year, month, day)
    except ValueError:
        return None
    return TimeSpan(match.start(), match.end(), stated, stated)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
