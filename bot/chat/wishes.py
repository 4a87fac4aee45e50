"""What `/subscribe` was followed by, in people's own words: hour, days, zone, topics, or what to ask back. Pure.

The hour and the days are read wherever they stand; a city stands beside the hour, or is all that there is; what is left
are topics, where it can be nothing else.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Callable, Sequence

from bot.chat.clock_words import SHORT_FOR, WORDS, ClockWords
from bot.chat.commands.topics import split_topics
from bot.localtime import ALL_DAYS

WEEKDAYS, WEEKENDS, MONDAY = 31, 96, 1
_DIGITAL = re.compile(r"(\d{1,2})(?:[:.]|h|u)(\d{2})(?:h|hs)?(am|pm)?")
_BARE = re.compile(r"(\d{1,2})(am|pm|h|hs|ч|г)?")
_FOUR = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_PREFIXED = re.compile(r"(?:ב|ל)-?(?=\d)")
# Seven h thirty, as it is typed in French.
_SPACED = re.compile(r"(\d{1,2})\s*h\s*(\d{2})\b", re.IGNORECASE)
_ZONE_WORDS = 3
# What stands between an hour and its half, and what says that it is no hour of every day.
_AND = frozenset({"y", "et", "and"})
_NOT_DAILY = frozenset(
    [
        "tomorrow",
        "today",
        "twice",
        "hourly",
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


@dataclasses.dataclass(frozen=True, slots=True)
class _Word:
    """A word as it was written, and as it is compared; `break_after`: a comma or line end follows."""

    written: str
    bare: str
    break_after: bool


def read_wish(text: str, zone_named: Zone, languages: Sequence[str] = tuple(WORDS)) -> Wish:
    """What a person asks for. ValueError where the topics are unusable."""
    known = [WORDS[language] for language in languages]
    words = _words(_SPACED.sub(r"\1h\2", text))
    used: set[int] = set()
    minute, unclear = _minute(words, known, used)
    days, weekly = _days(words, known, used)
    zone = _zone(words, used, zone_named, known, timed=minute is not None)
    left = _left(words, used, known, said=bool(used))
    if weekly and days == ALL_DAYS:
        days = MONDAY
    # What is left of an hour that could not be read is no topic.
    said = {word.bare for word in left}
    odd = any(_in(bare, known, "half") for bare in said) or bool(said & _NOT_DAILY)
    if odd or any(_is_clock(bare, known) for bare in said) or _is_spoken(left, known):
        unclear = True
    topics = split_topics(_written(left)) if not unclear else ()
    return Wish(minute, zone, topics, days, unclear or (minute is None and _looks_like_time(left)))


def fold(text: str) -> str:
    """Letters as they are compared: no case, accents or vowel signs, one shape of apostrophe and alef, plain digits."""
    text = text.casefold().replace("’", "'").replace("ʼ", "'").replace("׳", "'").replace("״", '"').replace("ё", "е")
    text = text.replace("ñ", "\ue000").replace("й", "\ue001").replace("ї", "\ue002")
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c) and c != "ـ")
    plain = plain.replace("\ue000", "ñ").replace("\ue001", "й").replace("\ue002", "ї")
    plain = plain.translate(str.maketrans("أإآٱىة", "ااااية".replace("ة", "ه")))
    return "".join(str(unicodedata.decimal(c, c)) for c in plain)


def _words(text: str) -> list[_Word]:
    made: list[_Word] = []
    for piece in re.findall(r"[^\s,،;؛]+|[,،;؛\n]", text):
        if piece in ",،;؛\n":
            if made:
                made[-1] = dataclasses.replace(made[-1], break_after=True)
            continue
        bare = fold(piece).strip('!?.…"«»()“”')
        for part in SHORT_FOR.get(bare, bare).split() or [bare]:
            made.append(_Word(piece, part, False))
    return made


def _minute(words: list[_Word], known: list[ClockWords], used: set[int]) -> tuple[int | None, bool]:
    """The minute of the day, and whether there are several, or one that no clock shows."""
    found: list[int] = []
    wrong = False
    for place in range(len(words)):
        if place in used:
            continue
        read = _hour_at(words, place, known)
        if read is None:
            continue
        minute, taken = read
        used |= taken
        if minute is None:
            wrong = True
        else:
            found.append(minute)
    if not found and not wrong:
        found += [part * 60 for part in _parts_alone(words, known, used)]
    return (found[0] if len(set(found)) == 1 else None), wrong or len(set(found)) > 1


def _hour_at(words: list[_Word], place: int, known: list[ClockWords]) -> tuple[int | None, set[int]] | None:
    """The minute that is written at this place, None where no clock shows it, and the words that say so."""
    bare, taken = _PREFIXED.sub("", words[place].bare), {place}
    digital, plain, four = _DIGITAL.fullmatch(bare), _BARE.fullmatch(bare), _FOUR.fullmatch(bare)
    lead = place > 0 and _in(words[place - 1].bare, known, "at")
    if place and _in(words[place - 1].bare, known, "every") and not digital:
        # Every two hours is no hour of the day.
        return (None, taken) if plain else None
    if digital:
        hour, minute, half = int(digital[1]), int(digital[2]), digital[3]
    elif four and (place == 0 or lead):
        hour, minute, half = int(four[1]), int(four[2]), None
    elif plain and (plain[2] or _is_marked(words, place, known)):
        hour, minute, half = int(plain[1]), 0, plain[2] if plain[2] in ("am", "pm") else None
    else:
        spoken = _spoken(words, place, known)
        if spoken is None:
            return None
        hour, minute, half = spoken, 0, None
    after = place + 1
    while after < len(words) and (_in(words[after].bare, known, "clock") or words[after].bare in _LINKS):
        if words[after].bare in _LINKS and not _part(words, after + 1, known):
            break
        taken.add(after)
        after += 1
    linked = after + (after + 1 < len(words) and words[after].bare in _AND)
    if linked < len(words) and _is_half(words[linked].bare, known) and minute == 0:
        taken |= {after, linked}
        minute, after = 30, linked + 1
    part = _part(words, after, known)
    if part is not None:
        while words[after].bare in _LINKS:
            taken.add(after)
            after += 1
        taken.add(after)
    if lead:
        taken.add(place - 1)
        if place > 1 and words[place - 2].bare in {"a"}:
            taken.add(place - 2)
    return _moment(hour, minute, half, part), taken


# What stands between an hour and its part of the day: in the morning, de la tarde, du matin, في الصباح.
_LINKS = frozenset({"in", "the", "de", "la", "du", "par", "por", "at", "في", "من", "l'"})


def _part(words: list[_Word], place: int, known: list[ClockWords]) -> tuple[int, int] | None:
    """The part of the day that a word names, also behind another linking word."""
    while place < len(words) and words[place].bare in _LINKS:
        place += 1
    if place >= len(words):
        return None
    return next((one.parts[words[place].bare] for one in known if words[place].bare in one.parts), None)


def _is_half(bare: str, known: list[ClockWords]) -> bool:
    """Whether that is half an hour, and not a quarter."""
    quarters = ("quarter", "ربع", "cuarto", "quart", "רבע", "четвер", "чверт")
    return _in(bare, known, "half") and not any(quarter in bare for quarter in quarters)


def _moment(hour: int, minute: int, half: str | None, part: tuple[int, int] | None) -> int | None:
    shift = {"am": 0, "pm": 12}.get(half or "")
    if shift is None and part is not None:
        shift = part[1]
        # Four in the night is early, ten in the night is late.
        if part == (21, 12) and hour < 5:
            shift = 0
        if part == (0, 0) and 8 <= hour <= 11:
            shift = 12
    if shift is not None and 1 <= hour <= 12:
        hour = hour % 12 + shift
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def _is_marked(words: list[_Word], place: int, known: list[ClockWords]) -> bool:
    """Whether a bare number is an hour: it begins, ends, or stands at "at", before "o'clock" or a part of the day."""
    before = words[place - 1] if place else None
    if before is None or _in(before.bare, known, "at") or before.bare in {"las", "la"}:
        return True
    following = words[place + 1].bare if place + 1 < len(words) else ""
    named = _in(following, known, "clock") or _part(words, place + 1, known) is not None
    return named or place == len(words) - 1 or before.break_after


def _spoken(words: list[_Word], place: int, known: list[ClockWords]) -> int | None:
    """An hour in words, where "at" or "o'clock" or a part of the day says that it is one."""
    bare = words[place].bare
    lead = place > 0 and (_in(words[place - 1].bare, known, "at") or words[place - 1].bare in {"las", "la"})
    follows = place + 1 < len(words) and (
        _in(words[place + 1].bare, known, "clock") or _part(words, place + 1, known) is not None
    )
    stem = bare.removeprefix("ال").removeprefix("ב")
    attached = stem != bare
    if not (lead or follows or attached):
        return None
    for one in known:
        for hour, name in enumerate(one.hours, start=1):
            whole = one is not WORDS["uk"]
            if " " not in name and (stem == name if whole else len(name) > 3 and stem.startswith(name)):
                return hour
    return None


def _parts_alone(words: list[_Word], known: list[ClockWords], used: set[int]) -> list[int]:
    """The hour that "every morning" or "in the evening" stands for."""
    for place, word in enumerate(words):
        part = next((one.parts[word.bare] for one in known if word.bare in one.parts and len(word.bare) > 2), None)
        if place not in used and part is not None:
            used.add(place)
            while place > 0 and (words[place - 1].bare in _LINKS or _in(words[place - 1].bare, known, "every")):
                place -= 1
                used.add(place)
            return [part[0]]
    return []


def _days(words: list[_Word], known: list[ClockWords], used: set[int]) -> tuple[int, bool]:
    """The weekdays that are named, and whether it is to come once a week."""
    mask, weekly = 0, False
    spans: list[tuple[int, int]] = []
    for place, word in enumerate(words):
        bare = word.bare
        if place in used:
            continue
        named = _weekday(bare, known)
        if _in(bare, known, "weekdays"):
            mask |= WEEKDAYS
        elif _in(bare, known, "weekends"):
            mask |= WEEKENDS
        elif _in(bare, known, "weekly"):
            weekly = True
        elif named is not None:
            spans.append((place, named))
            mask |= 1 << named
        elif not (_in(bare, known, "daily") or _in(bare, known, "every")):
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
        mask |= sum(1 << day for day in range(spans[0][1], spans[1][1] + 1))
    return mask or ALL_DAYS, weekly


_TO = frozenset({"to", "-", "–", "till", "through", "a", "al", "au", "до", "الى", "עד"})


def _is_range(words: list[_Word], first: int, last: int) -> bool:
    """Whether two weekdays are the ends of a range: Monday to Friday, с понедельника по пятницу."""
    between = {word.bare for word in words[first + 1 : last]}
    since = first > 0 and words[first - 1].bare in {"с", "со"}
    return bool(between & _TO) or (since and "по" in between)


def _weekday(bare: str, known: list[ClockWords]) -> int | None:
    stem = bare.removeprefix("ال").removeprefix("יום").removeprefix("ב")
    for one in known:
        for day, name in enumerate(one.days):
            latin = name.isascii()
            whole = stem in (name, f"{name}s", f"{name}day", f"{name}days") if latin and len(name) == 3 else False
            longer = latin and len(name) == 3 and re.fullmatch(rf"{name}(?:s|day|sday|nesday|rsday|urday)s?", stem)
            if whole or longer or (len(name) > 3 and stem.startswith(name)) or (not latin and stem == name):
                return day
    return None


def _zone(words: list[_Word], used: set[int], zone_named: Zone, known: list[ClockWords], *, timed: bool) -> str | None:
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
        start = 0
        while start < len(run) - 1 and _in(words[run[start]].bare, known, "fillers"):
            start += 1
        for count in range(min(_ZONE_WORDS, len(run) - start), 0, -1):
            taken = run[start : start + count]
            if words[taken[-1]].break_after and count == len(run) - start and not beside:
                continue
            written = " ".join(words[place].written for place in taken).strip(".!?")
            zone = zone_named(written)
            if zone is not None and ("/" in zone or zone.isupper()) and not _in(fold(written), known, "fillers"):
                used.update(run[:start], taken)
                return zone
    return None


def _left(words: list[_Word], used: set[int], known: list[ClockWords], *, said: bool) -> list[_Word]:
    """What is neither hour nor day nor city; words that say nothing are dropped at its ends."""
    left = [word for place, word in enumerate(words) if place not in used]
    while left and (_in(left[0].bare, known, "fillers") or _in(left[0].bare, known, "at") or not left[0].bare):
        if left[0].break_after or len(left) == 1 or said or len(left) > 1:
            left = left[1:]
    while left and said and (_in(left[-1].bare, known, "fillers") or _in(left[-1].bare, known, "at")):
        left = left[:-1]
    return left


def _is_clock(bare: str, known: list[ClockWords]) -> bool:
    return _in(bare, known, "clock") and len(bare) > 2


def _is_spoken(left: list[_Word], known: list[ClockWords]) -> bool:
    """Whether an hour in words is among what is left, with a word beside it that says that it is one."""
    said = [word.bare for word in left]
    marked = any((_in(bare, known, "at") and len(bare) > 1) or _in(bare, known, "half") for bare in said)
    return marked and any(bare in one.hours for bare in said for one in known)


def _looks_like_time(left: list[_Word]) -> bool:
    return any(_DIGITAL.fullmatch(word.bare) or re.fullmatch(r"\d{1,2}\W*", word.bare) for word in left[:2])


def _written(left: list[_Word]) -> str:
    return " ".join(f"{word.written}," if word.break_after else word.written for word in left).rstrip(",")


def _in(bare: str, known: list[ClockWords], kind: str) -> bool:
    return any(bare in getattr(one, kind).split() for one in known)
