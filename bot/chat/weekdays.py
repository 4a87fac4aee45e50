"""The weekdays that people name, in any of our languages: ranges, lists, shortened, all days but some. Pure."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Sequence

from bot.chat.clock_words import ClockWords
from bot.chat.wish_words import SHORT_DAYS, SHORT_DAYS_IN_A_LIST
from bot.chat.words import AND, Word, among, fold, is_asked_word
from bot.localtime import ALL_DAYS

WEEKDAYS, WEEKENDS, MONDAY = 31, 96, 1
_DAY = re.compile(r"[-–—/+]")
_DASHES = frozenset("-–—")
_TO = frozenset(
    fold(word)
    for word in [
        "to",
        "-",
        "–",
        "—",
        "till",
        "til",
        "thru",
        "through",
        "a",
        "al",
        "au",
        "до",
        "الى",
        "إلى",
        "لغايه",
        "حتى",
        "עד",
        "по",
    ]
)
_BEFORE = frozenset(
    fold(word) for word in ["on", "en", "a", "по", "в", "у", "во", "ב", "في", "le", "los", "el", "les", "у", "щ"]
)
_BETWEEN = AND | {"-", "–", "—", "n", "&", "+", "/"}


@dataclasses.dataclass(frozen=True, slots=True)
class Days:
    """`mask` has a bit a weekday, Monday's the lowest; `weekly`: once a week; `unclear`: days left out of nothing."""

    mask: int
    weekly: bool
    unclear: bool


def split_days(words: Sequence[Word], known: Sequence[ClockWords]) -> list[Word]:
    """The words, with mon-fri and пн/ср written apart."""
    made: list[Word] = []
    for word in words:
        parts = [part for part in _DAY.split(word.bare) if part]
        named = [weekday(part, known) is not None or fold(part).rstrip(".'") in SHORT_DAYS_IN_A_LIST for part in parts]
        if len(parts) < 2 or not all(named):
            made.append(word)
            continue
        if parts[0] == "ו" and made and weekday_beside(made[-1].bare, known):
            # And, joined to the letter of a day.
            parts = parts[1:]
        sign = next(sign for sign in word.bare if _DAY.fullmatch(sign))
        for place, part in enumerate(parts):
            last = place == len(parts) - 1
            made.append(Word(part, part, last and word.break_after))
            made += [] if last else [Word(sign, "-" if sign in _DASHES else sign, break_after=False)]
    return made


def weekday_beside(bare: str, known: Sequence[ClockWords]) -> bool:
    return weekday(bare, known) is not None or bare in SHORT_DAYS_IN_A_LIST


def days_in(words: Sequence[Word], known: Sequence[ClockWords], used: set[int]) -> Days:
    """The weekdays that are named; the words that name them are added to `used`."""
    mask, left_out, weekly, unclear = 0, 0, False, False
    excepting = False
    named = {place: day for place in range(len(words)) if (day := _day_at(words, place, known)) is not None}
    for place, word in enumerate(words):
        bare = word.bare
        if place in used:
            continue
        if is_asked_word(bare, "except"):
            excepting = True
            continue
        bits = _bits(bare, known) | (1 << named[place] if place in named else 0)
        if among(bare, known, "weekly"):
            weekly = True
        elif not bits and not (among(bare, known, "daily") or among(bare, known, "every")):
            continue
        if excepting and bits:
            left_out |= bits
        else:
            mask |= bits
        used.add(place)
        while place and words[place - 1].bare in _BEFORE and place - 1 not in used and bits:
            place -= 1
            used.add(place)
    for first, last in _ranges(words, named):
        used.update(range(first, last))
        mask |= _between(named[first], named[last])
        if first and words[first - 1].bare in {"с", "со", "з", "зі", "із", "from", "de", "del", "du", "من", "מ"}:
            used.add(first - 1)
    if excepting:
        unclear = not left_out
        used.update(place for place, word in enumerate(words) if is_asked_word(word.bare, "except") and left_out)
        mask = (mask or ALL_DAYS) & ~left_out
    _join(words, named, used)
    return Days(mask or ALL_DAYS, weekly, unclear)


def _bits(bare: str, known: Sequence[ClockWords]) -> int:
    if among(bare, known, "weekdays"):
        return WEEKDAYS
    return WEEKENDS if among(bare, known, "weekends") else 0


def _between(first: int, last: int) -> int:
    """The days from one to the other, over the end of the week where need be."""
    count = (last - first) % 7
    return sum(1 << (first + step) % 7 for step in range(count + 1))


def _ranges(words: Sequence[Word], named: dict[int, int]) -> list[tuple[int, int]]:
    """Where two weekdays are the ends of a range: Monday to Friday, с понедельника по пятницу."""
    places = sorted(named)
    ends: list[tuple[int, int]] = []
    for first, last in itertools.pairwise(places):
        between = [word.bare for word in words[first + 1 : last]]
        attached = last == first + 1 and words[last].bare.startswith(("لل", "עד"))
        if (between and len(between) <= 2 and between[0] in _TO) or attached:
            ends.append((first, last))
    return ends


def _join(words: Sequence[Word], named: dict[int, int], used: set[int]) -> None:
    """What stands between two days of a list is of the list."""
    places = sorted(named)
    for first, last in itertools.pairwise(places):
        if last - first == 2 and words[first + 1].bare in _BETWEEN:
            used.add(first + 1)


def _day_at(words: Sequence[Word], place: int, known: Sequence[ClockWords]) -> int | None:
    bare = words[place].bare.rstrip(".'")
    day = weekday(bare, known)
    if day is not None or bare not in SHORT_DAYS_IN_A_LIST:
        return day
    beside = [*words[max(0, place - 2) : place], *words[place + 1 : place + 3]]
    listed = any(weekday(word.bare, known) is not None or word.bare in SHORT_DAYS_IN_A_LIST for word in beside)
    behind_day = place > 0 and words[place - 1].bare in _HEBREW_DAY
    return SHORT_DAYS_IN_A_LIST[bare] if listed or behind_day else None


_HEBREW_DAY = frozenset({"יום", "ימים", "ביום", "בימים", "ימי", "בימי"})
# How the names of weekdays end in case and number; "among" looks like a Wednesday without its ending.
_ENDING = re.compile(r"[аяуюыеіиь]|ок|ка|ки|ку|кам[и]?|ках|[ая]м|[ая]ми|[ая]х|о[йю]|ов|ом|ь[еяю]|ьям|ї|s")
_WHOLE = frozenset({"понедельник", "вторник", "четверг", "четвер"})
_AMONG = frozenset({"среди", "серед"})


def weekday(bare: str, known: Sequence[ClockWords]) -> int | None:
    """The weekday that a word names, Monday 0."""
    if bare in SHORT_DAYS:
        return SHORT_DAYS[bare]
    stem = bare.removeprefix("و").removeprefix("لل").removeprefix("ب").removeprefix("ال")
    stem = stem.removeprefix("ו").removeprefix("יום").removeprefix("ב").removeprefix("ל").removeprefix("מ")
    for language in known:
        for day, name in enumerate(language.days):
            name = fold(name)
            if name.isascii() and len(name) == 3:
                if re.fullmatch(rf"{name}(?:s|day|days|sday|nesday|rsday|urday)?s?", stem):
                    return day
            elif (stem == name and (not "а" <= name[0] <= "ї" or name in _WHOLE)) or (
                stem.startswith(name) and stem not in _AMONG and _ENDING.fullmatch(stem.removeprefix(name))
            ):
                return day
    return None
