"""Minutes in words brought into digits: half past seven, пів на восьму, ocho y media, שבע וחצי, الا ربع. Pure."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Mapping, Sequence

from bot.chat.clock_words import WORDS
from bot.chat.wish_words import HOURS, LATE_HOURS, MINUTES
from bot.chat.words import AND, Word, fold

_DIGITS = re.compile(r"(\d{1,2})(?:h|ч|г)?(?:[:.]00)?")
_MINUTE_WORDS = frozenset(
    fold(word)
    for word in [
        "minutes",
        "minute",
        "mins",
        "min",
        "хвилин",
        "хвилини",
        "хв",
        "минут",
        "минуты",
        "мин",
        "دقائق",
        "دقيقه",
        "minutos",
        "min",
        "דקות",
    ]
)
_CLOCK = frozenset(fold(word) for language in WORDS.values() for word in language.clock.split())
_PAST = frozenset({"past", "after", "по", "و"})
_TO = frozenset({"to", "till", "til", "до", "para", "ל"})
_OF_THE_NEXT = frozenset({"на"})
_LESS = frozenset(fold(word) for word in ("moins", "menos", "إلا", "الا", "minus", "פחות"))
_WITHOUT = frozenset({"без", "за"})
_ARTICLES = frozenset({"le", "la", "las", "un", "une"})
# Half of the hour that comes, in one word.
_GLUED_HALF = re.compile(r"пол-?(\w{4,}|час\w*)")
_LEAST_MINUTES = 10
_ZERO = frozenset({"нуль", "ноль", "oh", "zero", "cero", "zéro", "صفر", "אפס"})


@dataclasses.dataclass(frozen=True, slots=True)
class _Said:
    """An hour and minutes beside it, and how many words they took."""

    hour: int
    minutes: int
    count: int

    @property
    def digits(self) -> str:
        # A quarter to one is told of twelve o'clock.
        hour = self.hour + 12 if self.hour == 1 and self.minutes < 0 else self.hour
        whole = hour * 60 + self.minutes
        return f"{whole // 60}:{whole % 60:02d}"


def in_digits(words: Sequence[Word]) -> list[Word]:
    """The words, with hours whose minutes are told in words written as clocks show them."""
    made: list[Word] = []
    place = 0
    while place < len(words):
        late = _late(words, place)
        if late is not None:
            made.append(Word(f"{words[place].written} {words[place + 1].written}", late, words[place + 1].break_after))
            place += 2
            continue
        said = _minutes_first(words, place) or _hour_first(words, place)
        if said is None:
            made.append(words[place])
            place += 1
            continue
        taken = words[place : place + said.count]
        made.append(Word(" ".join(word.written for word in taken), said.digits, taken[-1].break_after))
        place += said.count
    return made


def _late(words: Sequence[Word], place: int) -> str | None:
    """An hour in two words: двадцать один час, двадцять другій, الحادية عشرة, שתים עשרה."""
    if place + 1 >= len(words):
        return None
    first, second = words[place].bare.removeprefix("ال").removeprefix("ב"), words[place + 1].bare
    if first in _TWENTY:
        unit = hour_in(second)
        return f"{20 + unit}:00" if unit is not None and unit < 4 else None
    return _TEENS[first] if second in _TEN and first in _TEENS else None


_TWENTY = frozenset({"двадцать", "двадцять", "двадцята", "vingt", "veinte", "עשרים"})
_TEN = frozenset({"عشره", "عشر", "עשרה"})
_TEENS = dict.fromkeys(("حاديه", "احدي", "אחת"), "11:00") | dict.fromkeys(
    ("ثانيه", "اثنتا", "اثنتي", "اثنا", "اثني", "שתים", "שתיים"), "12:00"
)


def _minutes_first(words: Sequence[Word], place: int) -> _Said | None:
    """Quarter to nine, без четверти девять, за чверть восьма, половина восьмого, cuarto para las ocho."""
    glued = _GLUED_HALF.fullmatch(words[place].bare)
    if glued and (hour := hour_in(glued[1])):
        return _Said(hour, -30, 1)
    at = place
    less = words[at].bare in _WITHOUT
    at += less
    minutes, count = _minutes(words, at)
    if minutes is None and words[at : at + 2] and words[at].bare.isdecimal() and _is_past(words, at + 1):
        minutes, count = int(words[at].bare), 1
    if minutes is None or minutes >= 60:
        return None
    at += count
    at += at < len(words) and words[at].bare in _MINUTE_WORDS
    link = words[at].bare if at < len(words) else ""
    linked = link in _PAST | _TO | _OF_THE_NEXT
    at += linked
    at += at < len(words) and words[at].bare in _ARTICLES
    attached = at < len(words) and words[at].bare.startswith("ל")
    hour = _hour(words, at)
    if hour is None or (not linked and not less and not attached and not _is_of_the_next(words[at].bare, minutes)):
        return None
    count = at + 1 - place
    if less or (minutes < 30 and (link in _TO or attached)):
        return _Said(hour, -minutes, count)
    if link in _PAST:
        return _Said(hour, minutes, count)
    # Half to nine is no hour in English, nor is half eight everywhere the same.
    return _Said(hour - 1 or 12, minutes, count) if link not in {"to", "till", "til", "para"} and not attached else None


def _is_past(words: Sequence[Word], place: int) -> bool:
    """Whether "past" stands there, perhaps behind "minutes"."""
    place += place < len(words) and words[place].bare in _MINUTE_WORDS
    return place < len(words) and words[place].bare == "past"


def _is_of_the_next(bare: str, minutes: int) -> bool:
    """Whether an hour is in the case that means the one that runs: половина восьмого, четверть восьмого."""
    return bare in _RUNNING or (minutes == 30 and bare.endswith(("ої", "ої")))


_RUNNING = frozenset(form for form in HOURS if form.endswith(("ого", "его")))


def _hour_first(words: Sequence[Word], place: int) -> _Said | None:
    """Ocho y media, sept heures trente, الثامنة والنصف, שבע וחצי, nueve menos diez."""
    hour = _hour(words, place)
    if hour is None:
        return None
    in_words = not words[place].bare[0].isdecimal()
    at = place + 1
    clock = at < len(words) and words[at].bare in _CLOCK
    at += clock
    clock = clock or words[place].bare.endswith("h")
    if at >= len(words) or words[at - 1].break_after:
        return None
    link = words[at].bare
    less, joined = link in _LESS, link in AND
    at += less or joined
    at += at < len(words) and words[at].bare in _ARTICLES
    glued = not joined and at < len(words) and words[at].bare[:1] in {"و", "ו"} and len(words[at].bare) > 2
    minutes, count = _minutes(words, at, glued=glued)
    if minutes is None:
        return None
    if not (less or joined or glued) and minutes < _LEAST_MINUTES and count < 2:
        return None
    if (joined or glued) and hour_in(words[at].bare) and not clock and minutes < _LEAST_MINUTES and not in_words:
        # Seven and five: two hours.
        return None
    at += count
    at += at < len(words) and words[at].bare in _MINUTE_WORDS
    return _Said(hour, -minutes if less else minutes, at - place)


def _minutes(words: Sequence[Word], place: int, *, glued: bool = False) -> tuple[int | None, int]:
    """The minutes that are told in words at a place, and how many words tell them: twenty five."""
    if place >= len(words):
        return None, 0
    bare = words[place].bare
    stem = bare.removeprefix("و").removeprefix("ו").removeprefix("ال") if glued else bare
    minutes = _minute_words().get(stem)
    if minutes is None and stem in _ZERO and place + 1 < len(words):
        unit = hour_in(words[place + 1].bare)
        return (unit, 2) if unit is not None and unit < 10 else (None, 0)
    if minutes is None:
        return None, 0
    if minutes in (20, 30, 40, 50) and place + 1 < len(words):
        unit = _minute_words().get(words[place + 1].bare)
        if unit == 5:
            return minutes + 5, 2
    return minutes, 1


def _hour(words: Sequence[Word], place: int) -> int | None:
    if place >= len(words):
        return None
    digits = _DIGITS.fullmatch(words[place].bare)
    if digits:
        return int(digits[1]) if int(digits[1]) < 24 else None
    return hour_in(words[place].bare)


def hour_in(bare: str) -> int | None:
    """The hour that a word names, from one to twelve, in any case and behind an article."""
    exact = _hour_words()
    for stem in (bare, bare.removeprefix("ال"), bare.removeprefix("ب"), bare.removeprefix("ב"), bare.removeprefix("ל")):
        if stem in exact:
            return exact[stem]
    for stem, hour in _stems().items():
        if len(stem) > 3 and bare.startswith(stem) and len(bare) - len(stem) <= 3:
            return hour
    return None


@functools.cache
def _minute_words() -> Mapping[str, int]:
    return {fold(word): minutes for word, minutes in MINUTES.items()}


@functools.cache
def _hour_words() -> Mapping[str, int]:
    named = {fold(word): hour for word, hour in HOURS.items()}
    for language, words in WORDS.items():
        if language != "uk":
            named |= {fold(word): hour for hour, word in enumerate(words.hours, start=1) if " " not in word}
    return named


@functools.cache
def _stems() -> Mapping[str, int]:
    """Ukrainian names of hours end in many ways."""
    return {fold(word): hour for hour, word in enumerate((*WORDS["uk"].hours, *LATE_HOURS), start=1)}
