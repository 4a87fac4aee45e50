"""Slips of the finger in the words of hours and days: evry, mornign, vendredí. Pure."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Sequence

from bot.chat import wish_words
from bot.chat.clock_words import WORDS, ClockWords
from bot.chat.spoken_hours import hour_in
from bot.chat.weekdays import weekday
from bot.chat.words import Word, fold
from bot.towns import is_subject

# The languages whose weekdays are known by their whole names.
_WHOLE_DAYS = frozenset({"ar", "es", "fr", "he"})
# Shorter words are too like one another.
_LEAST = 5
_KINDS = ("every", "daily", "weekdays", "weekends", "weekly")
_DAYS = """
monday tuesday wednesday thursday friday saturday sunday
понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье
понеділок вівторок середа середу четвер п'ятниця п'ятницю субота суботу неділя неділю
"""


def without_slips(words: Sequence[Word], known: Sequence[ClockWords]) -> list[Word]:
    """The words, with those of hours and days written rightly where a single letter was slipped."""
    return [_mended(word, known) for word in words]


def _mended(word: Word, known: Sequence[ClockWords]) -> Word:
    if len(word.bare) < _LEAST - 1 or word.bare in _known() or not word.bare.isalpha():
        return word
    if word.written[:1].isupper() and not word.first:
        return word
    if weekday(word.bare, known) is not None or hour_in(word.bare) is not None:
        return word
    meant = {name for name in _meant() if len(name) >= _LEAST and name[0] == word.bare[0] and _is_slip(word.bare, name)}
    if len(meant) != 1 or is_subject(word.written):
        return word
    return dataclasses.replace(word, bare=meant.pop())


def _is_slip(typed: str, name: str) -> bool:
    """Whether one letter is missing, doubled, another, or two are exchanged."""
    if abs(len(typed) - len(name)) > 1:
        return False
    start = next(
        (at for at, (left, right) in enumerate(zip(typed, name, strict=False)) if left != right),
        min(len(typed), len(name)),
    )
    left, right = typed[start:], name[start:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]


@functools.cache
def _meant() -> frozenset[str]:
    """The words of hours and days."""
    kinds = [getattr(language, kind).split() for language in WORDS.values() for kind in _KINDS]
    parts = [[*language.parts] for language in WORDS.values()]
    days = [list(language.days) for name, language in WORDS.items() if name in _WHOLE_DAYS]
    return frozenset(fold(word) for words in [*kinds, *parts, *days, _DAYS.split()] for word in words)


@functools.cache
def _known() -> frozenset[str]:
    """Words that are no slips: all that are asked with, and those of hours."""
    asked = " ".join(
        (wish_words.SPEECH, wish_words.NEWS, wish_words.TOPICAL, wish_words.JOINTS, wish_words.EXCEPT, wish_words.NOT,
         wish_words.TIMES, wish_words.ZONE, wish_words.ODD_DAYS)
    ).split()  # fmt: skip
    clocks = [word for language in WORDS.values() for kind in ("at", "clock", "half", "vague", *_KINDS)
              for word in getattr(language, kind).split()]  # fmt: skip
    return frozenset(fold(word) for word in [*asked, *clocks, *_meant()])
