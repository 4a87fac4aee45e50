"""What `/subscribe` was followed by, in people's own words: hour, days, zone, topics, or what to ask back. Pure.

The hour and the days are read wherever they stand; a city stands beside the hour, or is all that there is. Of what is
left that is a topic which something shows to be one: a word before it, a place or a name in it, or that nothing else
was said. Whatever else is left is asked back: nobody gets briefings on what was not meant.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Sequence

from bot.chat.clock_words import WORDS, ClockWords
from bot.chat.commands.topics import MOST_TOPICS, split_topics
from bot.chat.hours import DIGITAL, minute_of, part_of_day
from bot.chat.slips import without_slips
from bot.chat.spoken_hours import hour_in, in_digits
from bot.chat.subjects import Segment, segments_of
from bot.chat.weekdays import MONDAY, WEEKDAYS, WEEKENDS, days_in, split_days
from bot.chat.whose_clock import Zone, says_nothing, zone_told
from bot.chat.wish_words import GREETINGS
from bot.chat.words import Word, among, fold, is_asked_word, words_of
from bot.localtime import ALL_DAYS

__all__ = ["MONDAY", "WEEKDAYS", "WEEKENDS", "Wish", "read_wish"]

# Seven h thirty, as it is typed in French.
_SPACED = re.compile(r"(\d{1,2})\s*h\s*(\d{2})\b", re.IGNORECASE)
# Several words that are one: the end of the week, the days of the week.
_ONE_WORD = (
    (re.compile(r"\bfin(?:es)? de (?:la )?semana\b", re.IGNORECASE), "finde"),
    (re.compile(r"\blo de(?:l)?\b", re.IGNORECASE), "sobre"),
    (re.compile(r"\bentre semana\b", re.IGNORECASE), "entresemana"),
    (re.compile(r"\bfins? de semaine\b", re.IGNORECASE), "week-end"),
    (re.compile(r"\b(?:كل )?[أا]يام ال[أا]سبوع\b"), "يوميا"),
    (re.compile(r"\bنهاي[ةه] (?:كل )?ال?[أا]سبوع\b"), "العطلة"),
    (re.compile(r"(?:ב)?סו(?:ף|פי) (?:ה)?שבוע"), "סופשבוע"),
    # Before and after noon.
    (re.compile(r"\b(?:ב)?אחרי?[- ]הצהריים\b"), 'אחה"צ'),
    (re.compile(r"\bלפני[- ]הצהריים\b"), "בבוקר"),
    (re.compile(r"\bبعد (?:الظهر|الضهر)\b"), "عصرا"),
    (re.compile(r"\bقبل (?:الظهر|الضهر)\b"), "صباحا"),
    (re.compile(r"\b(?:l['’])?apr[eè]s[- ]midi\b", re.IGNORECASE), "apres-midi"),
    (re.compile(r"\b(?:en|de(?: la)?) semaine\b", re.IGNORECASE), "ouvres"),
    (re.compile(r"\bمنتصف الليل\b"), "00:00"),
    (re.compile(r"\bمنتصف النهار\b"), "12:00"),
    # Where somebody is: by these clocks.
    (re.compile(r"\b(?:i['’]?m|i am|estoy|je suis|j['’]habite) (?:in|at|en|a|à|au|aux)\b", re.IGNORECASE), "based"),
    (re.compile(r"(?:\bя (?:зараз |сейчас )?(?:в|у|во)\b|\bانا في\b|\bأنا في\b|\bאני ב)", re.IGNORECASE), "based "),
    # Sharp, as it is said on the wireless.
    (re.compile(r"\b(?:нуль|ноль)[- ](?:нуль|ноль)\b", re.IGNORECASE), ""),
    (re.compile(r"\bo clock\b", re.IGNORECASE), "o'clock"),
    (re.compile(r"\b(at|by) (night|noon|midnight)\b", re.IGNORECASE), r"\2"),
)
# Some hour or other, in a single word.
_NEARLY = re.compile(r"\d{1,2}-?ish")


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
    words = _prepared(text, known)
    used: set[int] = set()
    minute, unclear = minute_of(words, known, used)
    clock = frozenset(used)
    days = days_in(words, known, used)
    zone, unplaced = zone_told(words, used, clock, zone_named)
    odd = _is_odd(words, used, known) or days.unclear or unplaced
    segments = segments_of(words, used, known, timed=bool(used))
    odd = odd or any(_is_of_time(segment, known) for segment in segments)
    if len(segments) > MOST_TOPICS:
        split_topics(", ".join(segment.written for segment in segments))
    topics = _topics(segments, words, used, known)
    unclear = unclear or odd or topics is None
    mask = MONDAY if days.weekly and days.mask == ALL_DAYS else days.mask
    return Wish(minute, zone, split_topics(", ".join(topics or ())) if not unclear and topics else (), mask, unclear)


def _prepared(text: str, known: list[ClockWords]) -> list[Word]:
    """The words of a text, without greetings, with hours in digits and days apart."""
    text = _SPACED.sub(r"\1h\2", text)
    for several, single in _ONE_WORD:
        text = several.sub(single, text)
    words = split_days(_ungreeted(words_of(text)), known)
    return in_digits(without_slips(words, known))


def _ungreeted(words: list[Word]) -> list[Word]:
    """Without what is said before anything is asked for: good morning is no hour."""
    kept: list[Word] = []
    place = 0
    while place < len(words):
        said = next((phrase for phrase in _GREETINGS if _follows(words, place, phrase)), None)
        if said is None:
            kept.append(words[place])
            place += 1
            continue
        place += len(said)
        if kept:
            kept[-1] = dataclasses.replace(kept[-1], break_after=True)
    return kept


_GREETINGS = tuple(
    sorted((tuple(fold(phrase).split()) for phrase in GREETINGS.replace("\n", "").split("|")), key=len, reverse=True)
)


def _follows(words: list[Word], place: int, phrase: tuple[str, ...]) -> bool:
    return tuple(word.bare for word in words[place : place + len(phrase)]) == phrase


def _is_odd(words: list[Word], used: set[int], known: list[ClockWords]) -> bool:
    """Whether it is wished for by another count than days, or some hour or other is told: every hour, after lunch."""
    for place, word in enumerate(words):
        bare = word.bare
        if is_asked_word(bare, "times") and not (place and words[place - 1].bare in _ONCE):
            return True
        if part_of_day([word], 0, known) is not None and _is_of_one_day(words, place):
            return True
        if place in used:
            continue
        if is_asked_word(bare, "odd_days") or is_asked_word(bare, "not") or _NEARLY.fullmatch(bare):
            return True
        if among(bare, known, "half") and (place + 1 in used or place - 1 in used):
            return True
        if is_asked_word(bare, "except"):
            return True
    return _is_vague(words, used, known) or _is_hourly(words, known)


# This evening is one evening, and mañana without an article is tomorrow.
_THIS = frozenset(
    fold(word)
    for word in ["this", "ce", "cet", "cette", "esta", "este", "هذا", "هذه", "этим", "цього", "сегодня", "сьогодні"]
)
_ARTICLES = frozenset({"la", "las", "cada", "toda", "todas"})


def _is_of_one_day(words: list[Word], place: int) -> bool:
    before = words[place - 1].bare if place else ""
    return before in _THIS or (words[place].bare == "mañana" and before not in _ARTICLES)


_ONCE = frozenset({"una", "une", "one", "1", "раз"})


def _is_vague(words: list[Word], used: set[int], known: list[ClockWords]) -> bool:
    """Whether it is told before or after what it is to come, or at what happens in a day: after lunch, before 8."""
    vague = [place for place, word in enumerate(words) if place not in used and among(word.bare, known, "vague")]
    left = [
        place
        for place, word in enumerate(words)
        if place not in used and not says_nothing(word) and not among(word.bare, known, "at")
    ]
    return bool(vague) and (set(left) <= set(vague) or any(place + 1 in used for place in vague) or len(vague) > 1)


_HOURS = frozenset(
    {"hour", "hours", "hora", "horas", "heure", "heures", "час", "часа", "годину", "години", "ساعه", "ساعات", "שעה"}
)


def _is_hourly(words: list[Word], known: list[ClockWords]) -> bool:
    """Whether it is to come every hour, or every so many hours or days."""
    for place, (word, following) in enumerate(itertools.pairwise(words)):
        if not among(word.bare, known, "every"):
            continue
        later = words[place + 2].bare if place + 2 < len(words) else ""
        counted = following.bare.isdecimal() or hour_in(following.bare) is not None
        if following.bare in _HOURS or (counted and (later in _HOURS or among(later, known, "daily"))):
            return True
    return False


def _is_of_time(segment: Segment, known: list[ClockWords]) -> bool:
    """Whether an hour is among what is left and was not understood."""
    words = list(segment.words)
    for place, word in enumerate(words):
        if DIGITAL.fullmatch(word.bare) or word.bare.isdecimal():
            return True
        if (among(word.bare, known, "clock") and len(word.bare) > 2) or among(word.bare, known, "half"):
            return True
        if len(words) == 1 and (part_of_day(words, place, known) is not None or hour_in(word.bare) is not None):
            return True
    lead = any(among(word.bare, known, "at") and len(word.bare) > 1 for word in words)
    return lead and any(hour_in(word.bare) is not None for word in words)


def _topics(segments: list[Segment], words: list[Word], used: set[int], known: list[ClockWords]) -> list[str] | None:
    """What is wished to be told of; None where something is left that may be a topic or may be none."""
    if not segments:
        return []
    shown = [segment.is_shown for segment in segments]
    if not all(shown) and not _is_terse(segments, words, used, known, shown=any(shown)):
        return None
    return [segment.written for segment in segments]


def _is_terse(
    segments: list[Segment], words: list[Word], used: set[int], known: list[ClockWords], *, shown: bool
) -> bool:
    """Whether there is nothing but an hour, perhaps, and behind it what can only be topics: 7:00 grain exports."""
    if any(is_asked_word(word.bare, "speech") for word in words) or _is_at_something(words, used, known):
        return False
    others = [
        word
        for segment in segments
        if not segment.is_shown
        for place, word in enumerate(segment.words)
        # Night raids are no hour.
        if word.bare not in WORDS["en"].parts or place == len(segment.words) - 1
    ]
    if any(_is_small_or_of_time(word, known) for word in others):
        return False
    in_digits_only = all(_is_digits_or_name(words[place], known) for place in used)
    return not used or shown or (in_digits_only and _begins_with_hour(words, used))


def _begins_with_hour(words: list[Word], used: set[int]) -> bool:
    """Whether a message is as the help shows it: the hour in digits, or a city and the hour, then the rest."""
    digits = next((place for place in sorted(used) if any(c.isdecimal() for c in words[place].bare)), None)
    return digits is not None and all(
        place in used and not is_asked_word(words[place].bare, "joints") for place in range(digits)
    )


def _is_at_something(words: list[Word], used: set[int], known: list[ClockWords]) -> bool:
    """Whether "at" stands before what is no hour: at sunrise."""
    first = not used and (is_asked_word(words[0].bare, "joints") or among(words[0].bare, known, "at"))
    named = words[0].written[:1].isupper() and len(words[0].bare) > 1
    later = any(len(w.bare) > 2 and p not in used and among(w.bare, known, "at") for p, w in enumerate(words))
    return (first and not named) or later


def _is_small_or_of_time(word: Word, known: list[ClockWords]) -> bool:
    """Whether a word is too short to tell what it is, or has to do with the hours of a day."""
    if is_asked_word(word.bare, "joints"):
        return False
    of_time = (
        part_of_day([word], 0, known) is not None
        or hour_in(word.bare) is not None
        or any(among(word.bare, known, kind) for kind in _OF_TIME)
    )
    # Hebrew and Arabic words are short.
    least = 4 if word.bare.upper() != word.bare else 2
    short = len(word.bare) < least and not word.written.isupper() and word.bare.isalpha()
    return short or of_time


_OF_TIME = ("vague", "at", "clock", "half")


def _is_digits_or_name(word: Word, known: list[ClockWords]) -> bool:
    kinds = ("every", "daily", "weekdays", "weekends", "weekly")
    if hour_in(word.bare) is not None:
        return False
    return part_of_day([word], 0, known) is None and not any(among(word.bare, known, kind) for kind in kinds)
