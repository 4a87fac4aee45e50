"""The hour of a day as people write it, in any of our languages, wherever it stands among other words. Pure."""

from __future__ import annotations

import dataclasses
import re

from bot.chat.clock_words import WORDS, ClockWords
from bot.chat.spoken_hours import hour_in, in_digits
from bot.chat.words import Word, among, is_asked_word, words_of

DIGITAL = re.compile(r"(\d{1,2})(?:[:.]|h|u)(\d{2})(?:h|hs)?(a\.?m|p\.?m)?|(\d{1,2})([0-5]\d)(a\.?m|p\.?m)")
# An hour by its number: о 6-й.
_NUMBERED = re.compile(r"^(\d{1,2})-?(?:й|ій|ої|го|ти|та|ма|ша|га)$")
# As it is typed without a colon: 19-30. What ends in another way is a range.
_DASHED = re.compile(r"([01]\d|2[0-3])-(00|30|45)")
_BARE = re.compile(r"(\d{1,2})(a\.?m|p\.?m|h|hs|ч|г)?")
_FOUR = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_PREFIXED = re.compile(r"(?:ב|ל|ال)-?(?=\d)")


@dataclasses.dataclass(frozen=True, slots=True)
class Clock:
    """An hour as it is written: `half` of the day beside the digits, `part` of the day in words; None: not said."""

    hour: int
    minute: int
    half: str | None
    part: tuple[int, int] | None

    def moment(self, part: tuple[int, int] | None = None) -> int | None:
        """The minute of the day; None where no clock shows it."""
        return _moment(self.hour, self.minute, self.half, self.part or part)


def minute_of(words: list[Word], known: list[ClockWords], used: set[int]) -> tuple[int | None, bool]:
    """The minute of the day, and whether there are several, or one that no clock shows."""
    clocks: list[Clock] = []
    wrong = False
    for place in range(len(words)):
        if place in used:
            continue
        read = _hour_at(words, place, known)
        if read is None:
            continue
        clock, taken = read
        used |= taken
        if clock is None:
            wrong = True
        else:
            clocks.append(clock)
    if not clocks and not wrong:
        minutes = [hour * 60 for hour in _parts_alone(words, known, used)]
    else:
        loose = _loose_part(words, known, used) if len({(clock.hour, clock.minute) for clock in clocks}) == 1 else None
        read_minutes = [clock.moment(loose) for clock in clocks]
        wrong = wrong or None in read_minutes
        minutes = [minute for minute in read_minutes if minute is not None]
    return (minutes[0] if len(set(minutes)) == 1 else None), wrong or len(set(minutes)) > 1


def _loose_part(words: list[Word], known: list[ClockWords], used: set[int]) -> tuple[int, int] | None:
    """The part of the day that is told away from the hour, where nothing is called so: every evening, please, at 8."""
    for place, word in enumerate(words):
        part = next((language.parts[word.bare] for language in known if word.bare in language.parts), None)
        if part is None or place in used or len(word.bare) < 3:
            continue
        following = words[place + 1] if place + 1 < len(words) else None
        # In English it may tell of what kind something is: night raids.
        free = following is None or word.break_after or place + 1 in used or word.bare not in WORDS["en"].parts
        if not free and following is not None:
            says_nothing = ("speech", "news", "joints", "topical")
            free = any(is_asked_word(following.bare, kind) for kind in says_nothing) or among(
                following.bare, known, "at"
            )
        if not free:
            continue
        used.add(place)
        while place > 0 and (words[place - 1].bare in _LINKS or among(words[place - 1].bare, known, "every")):
            place -= 1
            used.add(place)
        return part
    return None


def is_hour(text: str) -> bool:
    """Whether a text is an hour and nothing else, in digits: 7:30, at 8 pm, 8 вечора; or is written as one and no clock
    shows it: 25:99. A number alone may be any."""
    words, used, known = in_digits(words_of(text)), set[int](), list(WORDS.values())
    if not any(character.isdecimal() for character in text) or text.strip().isdecimal():
        return False
    minute, several = minute_of(words, known, used)
    return (minute is not None) != several and len(used) == len(words)


def _hour_at(words: list[Word], place: int, known: list[ClockWords]) -> tuple[Clock | None, set[int]] | None:
    """The hour that is written at this place, None where it is none of a day, and the words that say so."""
    bare, taken = _DASHED.sub(r"\1:\2", _PREFIXED.sub("", _NUMBERED.sub(r"\1", words[place].bare))), {place}
    digital, plain, four = DIGITAL.fullmatch(bare), _BARE.fullmatch(bare), _FOUR.fullmatch(bare)
    lead = place > 0 and among(words[place - 1].bare, known, "at")
    first = place
    while first > max(0, place - 2) and (
        words[first - 1].bare in _BEFORE_HOURS or among(words[first - 1].bare, known, "at")
    ):
        first -= 1
    if place and among(words[place - 1].bare, known, "every") and not digital:
        # Every two hours is no hour of the day.
        return (None, taken) if plain else None
    if digital:
        hour, minute = int(digital[1] or digital[4]), int(digital[2] or digital[5])
        half = digital[3] or digital[6]
    elif four and (place == 0 or lead or bare[0] == "0"):
        hour, minute, half = int(four[1]), int(four[2]), None
    elif plain and (plain[2] or _is_marked(words, place, known)):
        hour, minute, half = int(plain[1]), 0, plain[2] if plain[2] and plain[2][0] in "ap" else None
    else:
        spoken = _spoken(words, place, known)
        if spoken is None:
            return None
        hour, minute, half = spoken, 0, None
    after = place + 1
    while after < len(words) and (among(words[after].bare, known, "clock") or words[after].bare in _LINKS):
        if words[after].bare in _LINKS and not part_of_day(words, after + 1, known):
            break
        taken.add(after)
        after += 1
    part = part_of_day(words, after, known)
    if part is not None:
        while _leads_to_part(words[after], known):
            taken.add(after)
            after += 1
        taken.add(after)
        if after + 1 < len(words) and among(words[after + 1].bare, known, "clock"):
            taken.add(after + 1)
    else:
        part, before = _part_before(words, first, known)
        taken |= before
    taken.update(range(first, place))
    return Clock(hour, minute, half, part), taken


def _part_before(words: list[Word], first: int, known: list[ClockWords]) -> tuple[tuple[int, int] | None, set[int]]:
    """The part of the day that stands right before the hour, and its words: every evening at 8, утром в 7."""
    place = first - 1
    if place < 0 or len(words[place].bare) < 3 or (part := part_of_day(words, place, known)) is None:
        return None, set()
    taken = {place}
    while place > 0 and (words[place - 1].bare in _LINKS or among(words[place - 1].bare, known, "every")):
        place -= 1
        taken.add(place)
    return part, taken


# At eight: a las ocho.
_BEFORE_HOURS = frozenset({"a", "las", "la"})
# What stands between an hour and its part of the day: in the morning, de la tarde, du matin, في الصباح.
_LINKS = frozenset({"in", "the", "de", "la", "du", "par", "por", "at", "في", "من", "l'"})


def part_of_day(words: list[Word], place: int, known: list[ClockWords]) -> tuple[int, int] | None:
    """The part of the day that a word names, also behind another linking word."""
    while place < len(words) and _leads_to_part(words[place], known):
        place += 1
    if place >= len(words):
        return None
    return next((one.parts[words[place].bare] for one in known if words[place].bare in one.parts), None)


def _leads_to_part(word: Word, known: list[ClockWords]) -> bool:
    return word.bare in _LINKS or among(word.bare, known, "every")


# By the hour that a night stands for: from which hour on it is the late one of the day.
_NIGHT = {21: 5, 23: 6, 0: 8}


def _moment(hour: int, minute: int, half: str | None, part: tuple[int, int] | None) -> int | None:
    shift = {"a": 0, "p": 12}.get((half or " ")[0])
    if shift is None and part is not None:
        shift = part[1]
        # Four in the night is early, ten in the night is late, and twelve is midnight.
        if part[0] in _NIGHT:
            shift = 12 if _NIGHT[part[0]] <= hour < 12 else 0
    if shift is not None and 1 <= hour <= 12:
        hour = hour % 12 + shift
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def _is_marked(words: list[Word], place: int, known: list[ClockWords]) -> bool:
    """Whether a bare number is an hour: it begins, ends, or stands at "at", before "o'clock" or a part of the day."""
    before = words[place - 1] if place else None
    if before is None or among(before.bare, known, "at") or before.bare in {"las", "la"}:
        return True
    following = words[place + 1].bare if place + 1 < len(words) else ""
    named = among(following, known, "clock") or part_of_day(words, place + 1, known) is not None
    return named or place == len(words) - 1 or before.break_after


def _spoken(words: list[Word], place: int, known: list[ClockWords]) -> int | None:
    """An hour in words, where "at" or "o'clock" or a part of the day says that it is one."""
    bare = words[place].bare
    lead = place > 0 and (among(words[place - 1].bare, known, "at") or words[place - 1].bare in {"las", "la"})
    follows = place + 1 < len(words) and (
        among(words[place + 1].bare, known, "clock") or part_of_day(words, place + 1, known) is not None
    )
    attached = bare.removeprefix("ال").removeprefix("ب").removeprefix("ב") != bare and len(bare) > 3
    return hour_in(bare) if lead or follows or attached or len(words) == 1 else None


def _parts_alone(words: list[Word], known: list[ClockWords], used: set[int]) -> list[int]:
    """The hour that "every morning" or "in the evening" stands for."""
    for place, word in enumerate(words):
        part = next((one.parts[word.bare] for one in known if word.bare in one.parts and len(word.bare) > 2), None)
        if place not in used and part is not None:
            used.add(place)
            while place > 0 and (words[place - 1].bare in _LINKS or among(words[place - 1].bare, known, "every")):
                place -= 1
                used.add(place)
            return [part[0]]
    return []
