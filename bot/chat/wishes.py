"""What `/subscribe` was followed by, in people's own words: hour, days, zone, topics, or what to ask back. Pure.

The hour and the days are read wherever they stand; a city stands beside the hour, or is all that there is; what is left
are topics, where it can be nothing else.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Callable, Sequence

from bot.chat.clock_words import WORDS, ClockWords
from bot.chat.commands.topics import split_topics
from bot.chat.hours import AND, DIGITAL, Word, among, fold, minute_of, part_of_day, words_of
from bot.localtime import ALL_DAYS

WEEKDAYS, WEEKENDS, MONDAY = 31, 96, 1
# Seven h thirty, as it is typed in French.
_SPACED = re.compile(r"(\d{1,2})\s*h\s*(\d{2})\b", re.IGNORECASE)
# Several words that are one: the end of the week, the days of the week.
_ONE_WORD = (
    (re.compile(r"\bfin(?:es)? de (?:la )?semana\b", re.IGNORECASE), "finde"),
    (re.compile(r"\bentre semana\b", re.IGNORECASE), "entresemana"),
    (re.compile(r"\bfins? de semaine\b", re.IGNORECASE), "week-end"),
    (re.compile(r"\b(?:كل )?[أا]يام ال[أا]سبوع\b"), "يوميا"),
    (re.compile(r"סוף (?:ה)?שבוע"), "סופשבוע"),
    # Before and after noon.
    (re.compile(r"\b(?:ב)?אחרי?[- ]הצהריים\b"), 'אחה"צ'),
    (re.compile(r"\bלפני[- ]הצהריים\b"), "בבוקר"),
    (re.compile(r"\bبعد الظهر\b"), "عصرا"),
    (re.compile(r"\bقبل الظهر\b"), "صباحا"),
    (re.compile(r"\b(?:l['’])?apr[eè]s[- ]midi\b", re.IGNORECASE), "apres-midi"),
)
_ZONE_WORDS = 4
# What stands between minutes and an hour: ten to seven.
_OF_AN_HOUR = frozenset({"to", "past", "without", "без", "moins", "menos", "الا"})
# Some hour or other, in a single word.
_NEARLY = re.compile(
    r"\d{1,2}-?ish|пол-?(?:перв|втор|трет|четв|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат)\w{1,4}"
)
# As names are written, and no word at the beginning of a sentence that says something else.
_NAME_ARTICLES = frozenset({"La", "Las", "Los", "El", "Le", "Les", "Al"})
_NOT_DAILY = frozenset(
    [
        "tomorrow",
        "today",
        "twice",
        "hour",
        "hourly",
        "whenever",
        "щоразу",
        "коли",
        "когда",
        "كلما",
        "عندما",
        "cuando",
        "quand",
        "כאשר",
        "other",
        "not",
        "щогодини",
        "ежечасно",
        "завтра",
        "сегодня",
        "дважды",
        "сьогодні",
        "двічі",
        "غدا",
        "اليوم",
        "mañana",
        "demain",
        "מחר",
        "היום",
    ]
)


_HOURS = frozenset({"hour", "hora", "horas", "heure", "heures", "час", "годину", "ساعه", "שעה"})

Zone = Callable[[str], str | None]


@dataclasses.dataclass(frozen=True, slots=True)
class Wish:
    """None where it does not say. `days` has a bit a weekday, Monday's the lowest. `unclear`: it must be asked back."""

    minute: int | None = None
    zone: str | None = None
    topics: tuple[str, ...] = ()
    days: int = ALL_DAYS
    unclear: bool = False

    @property
    def is_empty(self) -> bool:
        return self.minute is None and self.zone is None and not self.topics and self.days == ALL_DAYS


def read_wish(text: str, zone_named: Zone, languages: Sequence[str] = tuple(WORDS)) -> Wish:
    """What a person asks for. ValueError where the topics are unusable."""
    known = [WORDS[language] for language in languages]
    text = _SPACED.sub(r"\1h\2", text)
    for several, single in _ONE_WORD:
        text = several.sub(single, text)
    words = words_of(text)
    used: set[int] = set()
    minute, unclear = minute_of(words, known, used)
    days, weekly = _days(words, known, used)
    zone = _zone(words, used, zone_named, known, timed=minute is not None)
    left = _left(words, used, known, said=bool(used))
    if weekly and days == ALL_DAYS:
        days = MONDAY
    # What is left of an hour that could not be read is no topic.
    said = {word.bare for word in left}
    unclear = unclear or (bool(left) and all(part_of_day([word], 0, known) is not None for word in left))
    odd = _is_hourly(words, known) or any(among(bare, known, "half") for bare in said) or bool(said & _NOT_DAILY)
    odd = odd or _is_vague(said, known) or _is_short_of_an_hour(words, known)
    if odd or any(_is_clock(bare, known) for bare in said) or _is_spoken(left, known):
        unclear = True
    topics = split_topics(_written(left)) if not unclear else ()
    return Wish(minute, zone, topics, days, unclear or (minute is None and _looks_like_time(left)))


def _days(words: list[Word], known: list[ClockWords], used: set[int]) -> tuple[int, bool]:
    """The weekdays that are named, and whether it is to come once a week."""
    mask, weekly = 0, False
    spans: list[tuple[int, int]] = []
    for place, word in enumerate(words):
        bare = word.bare
        if place in used:
            continue
        named = _weekday(bare, known)
        if among(bare, known, "weekdays"):
            mask |= WEEKDAYS
        elif among(bare, known, "weekends"):
            mask |= WEEKENDS
        elif among(bare, known, "weekly"):
            weekly = True
        elif named is not None:
            spans.append((place, named))
            mask |= 1 << named
        elif not (among(bare, known, "daily") or among(bare, known, "every")):
            continue
        used.add(place)
        if place and words[place - 1].bare in {
            "on",
            "en",
            "a",
            "по",
            "в",
            "у",
            "во",
            "ב",
            "في",
            "le",
            "los",
            "el",
            "les",
        }:
            used.add(place - 1)
    if len(spans) == 2 and spans[0][1] < spans[1][1] and _is_range(words, spans[0][0], spans[1][0]):
        used.update(range(spans[0][0], spans[1][0]))
        mask |= sum(1 << day for day in range(spans[0][1], spans[1][1] + 1))
    return mask or ALL_DAYS, weekly


_TO = frozenset({"to", "-", "–", "till", "through", "a", "al", "au", "до", "الى", "עד"})


def _is_range(words: list[Word], first: int, last: int) -> bool:
    """Whether two weekdays are the ends of a range: Monday to Friday, с понедельника по пятницу."""
    between = {word.bare for word in words[first + 1 : last]}
    since = first > 0 and words[first - 1].bare in {"с", "со"}
    return bool(between & _TO) or (since and "по" in between)


def _weekday(bare: str, known: list[ClockWords]) -> int | None:
    stem = bare.removeprefix("وال").removeprefix("ال").removeprefix("ו").removeprefix("יום").removeprefix("ב")
    for one in known:
        for day, name in enumerate(one.days):
            latin = name.isascii()
            whole = stem in (name, f"{name}s", f"{name}day", f"{name}days") if latin and len(name) == 3 else False
            longer = latin and len(name) == 3 and re.fullmatch(rf"{name}(?:s|day|sday|nesday|rsday|urday)s?", stem)
            if whole or longer or (len(name) > 3 and stem.startswith(name)) or (not latin and stem == name):
                return day
    return None


def _zone(words: list[Word], used: set[int], zone_named: Zone, known: list[ClockWords], *, timed: bool) -> str | None:
    """The city or zone: behind the hour, before it, or all that is left."""
    free = [place for place in range(len(words)) if place not in used]
    runs: list[list[int]] = []
    for place in free:
        if runs and runs[-1][-1] == place - 1 and not words[place - 1].break_after:
            runs[-1].append(place)
        else:
            runs.append([place])
    for run in runs:
        if run[0] > 0 and run[0] - 1 not in used:
            # Another item of a list of topics.
            continue
        # What stands alone between commas among several is one topic of a list, unless the hour stands beside it.
        beside = not words[run[-1]].break_after or run[-1] + 1 in used
        fillers = _fillers_before(words, run, known)
        for start in range(fillers + 1):
            for count in range(min(_ZONE_WORDS, len(run) - start), fillers - start, -1):
                taken = run[start : start + count]
                if words[taken[-1]].break_after and count == len(run) - start and not beside:
                    continue
                if taken[-1] + 1 in free and words[taken[-1] + 1].bare in AND:
                    # The first of a list.
                    continue
                written = " ".join(words[place].written for place in taken).strip(".!?")
                zone = zone_named(written)
                if zone is not None and ("/" in zone or zone.isupper()) and not among(fold(written), known, "fillers"):
                    used.update(run[:start], taken)
                    return zone
    return None


def _fillers_before(words: list[Word], run: list[int], known: list[ClockWords]) -> int:
    """How many words before a name may say nothing: in, en, the. A name may begin with one: La Paz. Behind what says
    what it is about stands a topic."""
    count = 0
    while count < len(run) - 1 and among(words[run[count]].bare, known, "fillers"):
        if among(words[run[count]].bare, known, "topical"):
            return -1
        count += 1
    return count


def _says_nothing(word: Word, known: list[ClockWords]) -> bool:
    """Whether a word that is left over is none of a topic. Written large inside a sentence it is a name's: the UN."""
    if len(word.written) > 1 and word.written.isupper() and word.written.isalpha():
        return False
    return any(among(word.bare, known, kind) for kind in ("fillers", "at", "topical"))


def _left(words: list[Word], used: set[int], known: list[ClockWords], *, said: bool) -> list[Word]:
    """What is neither hour nor day nor city; words that say nothing are dropped at its ends."""
    left = [word for place, word in enumerate(words) if place not in used]
    while left and (not left[0].bare or _says_nothing(left[0], known)) and not _begins_name(left):
        left = left[1:]
    while left and said and _says_nothing(left[-1], known):
        left = left[:-1]
    return left


def _begins_name(left: list[Word]) -> bool:
    """Whether the first two words are written as one name: Los Angeles, Al Jazeera."""
    article = left[0].written in _NAME_ARTICLES and not left[0].break_after
    return article and len(left) > 1 and left[1].written[:1].isupper()


def _is_hourly(words: list[Word], known: list[ClockWords]) -> bool:
    """Whether it is to come every hour."""
    return any(
        among(word.bare, known, "every") and following.bare in _HOURS for word, following in itertools.pairwise(words)
    )


def _is_clock(bare: str, known: list[ClockWords]) -> bool:
    return among(bare, known, "clock") and len(bare) > 2


def _is_spoken(left: list[Word], known: list[ClockWords]) -> bool:
    """Whether an hour in words is among what is left, with a word beside it that says that it is one."""
    said = [word.bare for word in left]
    marked = any((among(bare, known, "at") and len(bare) > 1) or among(bare, known, "half") for bare in said)
    return marked and any(bare in one.hours for bare in said for one in known)


def _is_vague(said: set[str], known: list[ClockWords]) -> bool:
    """Whether little but some hour or other is left: after lunch, 8ish, полседьмого."""
    vague = any(among(bare, known, "vague") for bare in said)
    whole = all(any(among(bare, known, kind) for kind in ("vague", "fillers", "at")) for bare in said)
    return (vague and whole) or any(_NEARLY.fullmatch(bare) for bare in said)


def _is_short_of_an_hour(words: list[Word], known: list[ClockWords]) -> bool:
    """Whether minutes before or past an hour are told in words."""
    return any(
        word.bare in _OF_AN_HOUR and any(following.bare in one.hours for one in known)
        for word, following in itertools.pairwise(words)
    )


def _looks_like_time(left: list[Word]) -> bool:
    return any(DIGITAL.fullmatch(word.bare) or re.fullmatch(r"\d{1,2}\W*", word.bare) for word in left[:2])


def _written(left: list[Word]) -> str:
    return " ".join(f"{word.written}," if word.break_after else word.written for word in left).rstrip(",")
