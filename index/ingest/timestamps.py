"""A moment as a feed or a page writes it, in whatever form, language and zone; what is not clear is not known. Pure."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

import pytz
from babel import Locale, localedata
from babel.core import get_global
from dateparser.timezones import timezone_info_list

from index.ingest.entries import from_iso

_LONG_FRACTION = re.compile(r"([.,]\d{6})\d+")
# The offset as numbers, alone or behind the name of world time; what follows in brackets only names it again.
_OFFSET = re.compile(
    r"(?<![\d:.-])(?:\b(?:GMT|UTC|UT|Z)\s*)?([+\u2212-])\s?(\d{1,2})(?::?([0-5]\d))?\s*(?:\([^)]*\))?\s*$",
    re.IGNORECASE,
)
_ZONE_NAME = re.compile(r"(?<=[\d\sMm])\(?([A-Za-z]{1,5}|[A-Z][a-z]+/[A-Za-z_/]+)\)?\s*$")
_TIME = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([AaPp])\.?\s?[Mm]\b\.?)?(?![\d:])")
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?![\d/.-])")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
_COMPACT = re.compile(r"(\d{8})T?(\d{4}(?:\d{2})?)(Z|[+-]\d{2}:?\d{2})?", re.IGNORECASE)
# The name of a day, which in another language may be that of a month.
_DAY_OF_WEEK = re.compile(r"^\s*[^\s\d,،]+[,،]")
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년.]\s*(\d{1,2})\s*[月월.]\s*(\d{1,2})\s*[日일.]")
_EAST_ASIAN_LETTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CLEARLY = 0.8
_ENGLISH_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
    *("november", "december"),
)
_ENGLISH_DAYS = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
_ENGLISH = {name[:3]: number for number, name in enumerate(_ENGLISH_MONTHS, 1)} | {"sept": 9}
_ENGLISH |= {name: number for number, name in enumerate(_ENGLISH_MONTHS, 1)}
_WORLD_TIME = frozenset({"GMT", "UTC", "UT", "Z"})
# One name, several countries, and the libraries know one of them each: what else a name is used for.
_ALSO = {"AST": ("Asia/Riyadh",), "IST": ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"), "BST": ("Asia/Dhaka",)}
_ALSO |= {"AMT": ("Asia/Yerevan", "America/Manaus"), "SST": ("Asia/Singapore", "Pacific/Pago_Pago")}
_ALSO |= {"CST": ("Asia/Shanghai",), "BDT": ("Asia/Dhaka",)}
# Names that stand for a place's clock in summer and winter, and places whose clock was moved since the library's list.
_CLOCK_OF = {"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles"}
_CLOCK_OF |= {"VET": "America/Caracas", "ALMT": "Asia/Almaty", "QYZT": "Asia/Qyzylorda", "NOVT": "Asia/Novosibirsk"}
# Parts of the day, as CLDR calls them, that lie before noon or behind it; noon itself begins a little earlier.
_NOON = 13
_HALVES = {"am": 0, "morning1": 0, "morning2": 0, "pm": 12, "afternoon1": _NOON, "afternoon2": 12, "evening1": 12}
# What only says that a time is one: Arabic and Hebrew put it in a word, German and Indian papers behind it.
_OF_THE_CLOCK = re.compile(r"^\s*(?:uhr|hrs?|hours|h|год|ч)\b\.?\s*", re.IGNORECASE)
_ALEFS = str.maketrans("أإآ", "ااا")


def moment(text: object, *, country: str | None = None, zone: tzinfo | None = None) -> datetime | None:
    """The moment that is written, as UTC; None where its day is not clear or its zone has a name that is not known.

    A name that several countries use for their own time is read by `country` (ISO code in upper case), if given. A
    time without any zone is `zone`'s, else UTC's; a day alone is its first minute.
    """
    if not isinstance(text, str):
        return None
    written = _EAST_ASIAN.sub(r"\1-\2-\3 ", " ".join(text.split())).strip()
    if _EPOCH.fullmatch(written):
        return _from_epoch(written)
    compact = _COMPACT.fullmatch(written)
    if compact:
        written = f"{compact[1]}T{compact[2]}{compact[3] or ''}"
    try:
        iso = datetime.fromisoformat(_LONG_FRACTION.sub(r"\1", written))
    except ValueError:
        pass
    else:
        is_bare = iso.tzinfo is None and zone is not None and ":" in written
        return from_iso((iso.replace(tzinfo=zone) if is_bare else iso).isoformat())
    return _spelled_out(written, country, zone)


def zone_written(text: object) -> tzinfo | None:
    """The offset from world time that a moment is written with, as numbers; None where it has none."""
    clock = _TIME.search(text.strip()) if isinstance(text, str) else None
    found = _OFFSET.search(clock.string[clock.end() :]) if clock else None
    return _offset(found) if found else None


def country_of(url: str, language: str | None) -> str | None:
    """The country that a source is likely of, by the end of its host's name or by its language, as an ISO code."""
    ending = (urlsplit(url).hostname or "").rpartition(".")[2].upper()
    likely = get_global("likely_subtags").get((language or "").partition("-")[0].lower(), "")
    tag = re.search(r"[-_]([A-Za-z]{2})$", language or "") or re.search(r"_([A-Z]{2})$", likely)
    candidates = ("GB" if ending == "UK" else ending, tag[1].upper() if tag else "")
    return next((code for code in candidates if code in pytz.country_timezones), None)


def _from_epoch(written: str) -> datetime | None:
    seconds = float(written)
    try:
        return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _spelled_out(written: str, country: str | None, zone: tzinfo | None) -> datetime | None:
    clock = _TIME.search(written)
    if clock is None:
        date, rest, hours = written, "", (0, 0, 0)
    else:
        date, rest = written[: clock.start()], _OF_THE_CLOCK.sub(" ", written[clock.end() :])
        date, before = _without_half(date, at_end=True)
        rest, behind = _without_half(rest, at_end=False)
        read = _clock(clock, behind if before is None else before)
        if read is None:
            return None
        hours = read
    # "Tue Nov 24 10:00:00 EET 2026" has its year behind the time.
    year_behind = re.search(r"\s(\d{4})\s*$", rest)
    if year_behind and not _OFFSET.search(rest):
        date, rest = f"{date} {year_behind[1]}", rest[: year_behind.start()]
    day = _day(date)
    if day is None:
        return None
    local = datetime(*day, *hours, tzinfo=UTC)
    if rest.strip():
        zone = _zone(rest, local, country)
        if zone is None:
            return None
    try:
        return local.replace(tzinfo=(zone if clock else None) or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _clock(clock: re.Match[str], half: int | None) -> tuple[int, int, int] | None:
    hour, minute, second = int(clock[1]), int(clock[2]), min(int(clock[3] or 0), 59)
    if clock[4]:
        half = 12 if clock[4] in "pP" else 0
    if half is not None and hour <= 12 and not (half == _NOON and hour >= 10):
        hour = hour % 12 + min(half, 12)
    return (hour, minute, second) if hour < 24 and minute < 60 else None


def _without_half(written: str, *, at_end: bool) -> tuple[str, int | None]:
    """What stands beside a time without the word that says which half of the day it is in, and the hours to add."""
    bare = written.strip(" ,،.") if at_end else written.strip(" ,،")
    for name, hours in _halves():
        beside = bare.endswith(name) if at_end else bare.startswith(name)
        edge = bare[: -len(name)][-1:] if at_end else bare[len(name) :][:1]
        # Chinese, Japanese and Korean put it to the date and the time without a space.
        if beside and (not edge.isalpha() or _EAST_ASIAN_LETTER.match(name)):
            return (bare[: -len(name)] if at_end else bare[len(name) :]), hours
    return written, None


@functools.cache
def _halves() -> tuple[tuple[str, int], ...]:
    """The words of all languages for the halves of the day, the longest first; those that mean one half everywhere."""
    meanings: dict[str, set[int]] = {}
    for language in localedata.locale_identifiers():
        if "_" in language:
            continue
        for widths in Locale.parse(language).day_periods.values():
            for names in widths.values():
                for period, name in names.items():
                    if period in _HALVES and not name.isascii():
                        meanings.setdefault(name.casefold(), set()).add(_HALVES[period])
    clear = {name: min(halves) for name, halves in meanings.items() if 0 not in halves or len(halves) == 1}
    # Vowel signs are left out as often as they are written.
    clear |= {re.sub("[\u064b-\u0652]", "", name): hours for name, hours in clear.items()}
    return tuple(sorted(clear.items(), key=lambda item: -len(item[0])))


def _day(written: str) -> tuple[int, int, int] | None:
    """Year, month and day; None where they could be read in two ways, or are none."""
    numbers = _NUMBERS.search(written)
    if numbers:
        return _valid(*_in_numbers(int(numbers[1]), int(numbers[3]), int(numbers[4]), numbers[1], numbers[4]))
    written = _DAY_OF_WEEK.sub("", written)
    figures = re.findall(r"\d+", written)
    words = _words(written)
    # In one language or another some names of days are those of months: then the month is not clear.
    months = {_ENGLISH[word] for word in words if word in _ENGLISH}
    if not months or any(word not in _ENGLISH and word[:3] not in _ENGLISH_DAYS for word in words if " " not in word):
        months |= {_months()[word] for word in words if word in _months()}
    # A two-word name of a month holds other words that are none.
    if len(months) != 1 or len(figures) != 2:
        return None
    first, second = figures
    if len(second) == 4 or len(first) <= 2 >= len(second):
        day, year = int(first), int(second)
    else:
        day, year = int(second), int(first)
    return _valid(year + 2000 if year < 70 else year + 1900 if year < 100 else year, months.pop(), day)


def _in_numbers(first: int, second: int, third: int, head: str, tail: str) -> tuple[int, int, int]:
    """The year is what has four figures; of day and month, the day is what can be no month."""
    if len(head) == 4:
        return first, second, third
    if len(tail) != 4 or (first <= 12 and second <= 12 and first != second):
        return 0, 0, 0
    return (third, second, first) if first > 12 or first == second else (third, first, second)


def _valid(year: int, month: int, day: int) -> tuple[int, int, int] | None:
    try:
        datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None
    return year, month, day


def _words(written: str) -> list[str]:
    """The words of a date, and each two neighbours as one: some languages name a month in two."""
    words = [_month_word(word) for word in re.findall(r"[^\s\d,،.()/:-]+", written)]
    return words + [f"{first} {second}" for first, second in itertools.pairwise(words)]


def _month_word(word: str) -> str:
    """A word as names of months are looked up: Arabic leaves out its hamzas, Hebrew puts "in" before it."""
    bare = word.casefold().strip(".,،").translate(_ALEFS)
    return bare[1:] if bare.startswith("ב") and bare[1:] in _months() else bare


@functools.cache
def _months() -> dict[str, int]:
    """The names of months in all languages, as far as they mean one month everywhere."""
    meanings: dict[str, Counter[int]] = {}
    for language in localedata.locale_identifiers():
        if "_" in language and not language.startswith("ar_"):
            continue
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in Locale.parse(language).months[context][width].items():
                    word = name.casefold().strip(".").translate(_ALEFS)
                    if not re.search(r"\d", word) and (len(word) > 2 or not word.isascii()):
                        meanings.setdefault(word, Counter())[number] += 1
    # A small language may use the word of many for something else.
    clear = {word: means.most_common(1)[0] for word, means in meanings.items()}
    return {word: number for word, (number, times) in clear.items() if times >= _CLEARLY * meanings[word].total()}


def _zone(written: str, local: datetime, country: str | None) -> tzinfo | None:
    offset = _OFFSET.search(written)
    if offset:
        return _offset(offset)
    named = _ZONE_NAME.search(f" {written}")
    # Anything else beside the zone's name is not understood, and might change what was meant.
    if named is None or f" {written}"[: named.start(1)].strip(" (,.-"):
        return None
    name = named[1]
    if name.upper() in _WORLD_TIME:
        return UTC
    if "/" in name:
        return ZoneInfo(name) if name in available_timezones() else None
    return _by_name(name.upper(), local, country)


def _offset(match: re.Match[str]) -> tzinfo | None:
    figures, minutes = match[2], match[3]
    offset = timedelta(hours=int(figures), minutes=int(minutes or 0))
    return None if offset > timedelta(hours=14) else timezone(-offset if match[1] != "+" else offset)


def _by_name(name: str, local: datetime, country: str | None) -> tzinfo | None:
    """The zone that a name stands for on that day: the country's own, or the one that all who use it mean."""
    if country:
        own = {_offset_on(zone, local) for zone in pytz.country_timezones.get(country, ()) if _named(zone, name, local)}
        if len(own) == 1:
            return timezone(own.pop())
    if name in _CLOCK_OF:
        return timezone(_offset_on(_CLOCK_OF[name], local))
    offsets = {_offset_on(zone, local) for zone in _ALSO.get(name, ())}
    stated = _stated_offsets().get(name)
    # Where the list of other uses is whole, the library's one adds nothing: it may be that of another season.
    if stated is not None and name != "IST":
        offsets.add(stated)
    return timezone(offsets.pop()) if len(offsets) == 1 else None


def _named(zone: str, name: str, local: datetime) -> bool:
    """Whether a country's zone goes by that name, now or in the other half of the year, here or in other lists."""
    own = ZoneInfo(zone)
    if zone in _ALSO.get(name, ()):
        return True
    return any(local.replace(tzinfo=own, month=month, day=1).tzname() == name for month in (1, 7))


def _offset_on(zone: str, local: datetime) -> timedelta:
    return local.replace(tzinfo=ZoneInfo(zone)).utcoffset() or timedelta()


@functools.cache
def _stated_offsets() -> dict[str, timedelta]:
    return {
        name: timedelta(seconds=seconds)
        for group in timezone_info_list
        for name, seconds in group["timezones"]
        if name.isalpha() and len(name) > 1
    }
