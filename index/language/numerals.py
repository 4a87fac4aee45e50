"""Numbers as texts write them, in digits and in words: their value or bounds, how they are hedged, and where."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from index.language.dates import date_spans
from index.language.spelling import Word
from index.language.wordtable import table

Modality = Literal["exact", "at_least", "about", "up_to"]

_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_DECIMAL = re.compile(r"\d{1,6}[.,]\d{1,2}")
_DASHES = {"-", "–", "—"}
# In these a space may part the thousands of a number.
_SPACED = {"fr", "ru", "uk", "es"}
_MOST_DIGITS = 12
# In Arabic a number with the article is an ordinal or takes up one told before.
_THE = ("ال", "وال")
_MOST_WORDS = 12
_LONGEST_HEDGE = 5
_MONEY = {"$", "€", "£", "₽", "₪", "₴", "us$"}
_MODALITIES: dict[str, Modality] = {"at_least": "at_least", "about": "about", "up_to": "up_to"}


@dataclasses.dataclass(frozen=True, slots=True)
class Numeral:
    """A number at the words `first:last + 1` of a sentence; its hedge, if any, begins at `begin`.

    `value` is the lower of two bounds. `low` and `high` are what is written: "at least 30" is 30 to 30, and `modality`
    says that it is open. `noun`: what is counted, where one word says the number and that (قتيلان, "two dead").
    """

    value: float
    low: float
    high: float
    modality: Modality
    begin: int
    first: int
    last: int
    noun: str = ""


def numerals(words: Sequence[Word], language: str, written: date | None = None) -> tuple[Numeral, ...]:
    """The numbers that may count something, in order: not those of dates, times, money, measures, ages and names."""
    taken = [False] * len(words)
    for span in date_spans(words, language, written):
        taken[span.begin : span.end] = [True] * (span.end - span.begin)
    found: list[Numeral] = []
    place = 0
    while place < len(words):
        read = None if taken[place] else _number_at(words, place, language)
        if read is None:
            place += 1
            continue
        last = read.last
        if not any(taken[read.first : last + 1]) and not _is_no_count(words, read, language):
            ranged = _range(words, read, language)
            found.append(_hedged(words, ranged, language))
            last = ranged.last
        place = last + 1
    return tuple(found)


def _number_at(words: Sequence[Word], place: int, language: str) -> Numeral | None:
    word = words[place]
    if word.kind == "number":
        return _in_digits(words, place, language)
    if word.kind != "word":
        return None
    dual, _ = table(language, "counting", "duals").at(words, place)
    if dual:
        return Numeral(2, 2, 2, "exact", place, place, place, dual)
    half = _half(words, place, language)
    return half or _vague(words, place, language) or _in_words(words, place, language)


def _half(words: Sequence[Word], place: int, language: str) -> Numeral | None:
    """ "Half a million"."""
    half, length = table(language, "counting", "halves").at(words, place)
    scale = _scale_at(words, place + length, language) if half else 0.0
    return Numeral(scale / 2, scale / 2, scale / 2, "exact", place, place, place + length) if scale else None


def _in_digits(words: Sequence[Word], place: int, language: str) -> Numeral | None:
    key, last = words[place].key, place
    while (
        key.isdigit()
        and len(key) <= (3 if last == place else _MOST_DIGITS)
        and last + 1 < len(words)
        and _continues(words, last, language)
    ):
        last += 1
        key += words[last].key
    value = _value_of(key)
    if value is None:
        return Numeral(-1, -1, -1, "exact", place, place, last)
    scale = _scale_at(words, last + 1, language)
    if scale and value < 10_000:
        value, last = value * scale, last + 1
        last += last + 1 < len(words) and words[last + 1].key == "." and len(words[last].key) <= 4
    elif not value.is_integer():
        value = -1
    return Numeral(value, value, value, "exact", place, place, last)


def _continues(words: Sequence[Word], last: int, language: str) -> bool:
    """Whether the next word is the next three digits of the same number: "12 000"."""
    following = words[last + 1]
    apart = following.start - words[last].end
    return apart == 1 and language in _SPACED and following.key.isdigit() and len(following.key) == 3


def _value_of(key: str) -> float | None:
    """The value of digits; None for what is none: 2.1.4, 10:30, 1/3, 007 and numbers nobody counts to."""
    if len(key) > _MOST_DIGITS or (key[0] == "0" and key[1:2].isdigit()):
        return None
    if key.isdigit():
        return float(key)
    if _GROUPED.fullmatch(key):
        return float(re.sub(r"[.,]", "", key))
    return float(key.replace(",", ".")) if _DECIMAL.fullmatch(key) else None


def _scale_at(words: Sequence[Word], place: int, language: str) -> float:
    scale = table(language, "counting", "scales").meaning(words[place].key) if place < len(words) else ""
    return float(scale) if scale else 0.0


def _vague(words: Sequence[Word], place: int, language: str) -> Numeral | None:
    """ "Dozens", "several hundred", "tens of thousands": only how many digits the number has is said."""
    several = table(language, "counting", "several").at(words, place)[1]
    vague, length = (
        table(language, "counting", "vague").at(words, place + several) if _within(words, place + several) else ("", 0)
    )
    last = place + several + length - 1
    if not vague:
        scale = _scale_at(words, place + several, language) if several else 0.0
        if scale < 100:
            return None
        return Numeral(2 * scale, 2 * scale, 10 * scale - 1, "about", place, place, place + several)
    low, high = (float(bound) for bound in vague.split("-"))
    of = last + 1 + (table(language, "counting", "of").meaning(_key(words, last + 1)) != "")
    scale = _scale_at(words, of, language)
    larger = table(language, "counting", "vague").meaning(_key(words, of)) if of > last else ""
    if larger and low < 1000:
        scale = float(larger.split("-")[0]) / 2
    if scale >= 1000:
        low, high, last = low * scale, high * scale, of
    return Numeral(low, low, high, "about", place, place, last)


def _in_words(words: Sequence[Word], place: int, language: str) -> Numeral | None:
    """A number in words: "two hundred and six", "vingt-trois", "خمسة وعشرون"."""
    total = current = 0.0
    last, position = place - 1, place
    while position < len(words) and position - place < _MOST_WORDS and words[position].kind == "word":
        piece, length, scales = _piece_at(words, position, language, started=last >= place)
        if piece is None:
            joined = table(language, "counting", "joints").meaning(words[position].key) == "and"
            if joined and last == position - 1 and last >= place and current:
                position += 1
                continue
            break
        if scales:
            if piece < 1000 and 0 <= current < 100:
                current = (current or 1) * piece
            elif piece >= 1000:
                total, current = total + (current or 1) * piece, 0.0
            else:
                break
        elif _adds(current, piece, joined=position - 1 != last or words[position].key[0] in "وו"):
            current += piece
        else:
            break
        last = position + length - 1
        position = last + 1
    if last < place:
        return None
    value = total + current
    return Numeral(value, value, value, "exact", place, place, last)


def _piece_at(words: Sequence[Word], place: int, language: str, *, started: bool) -> tuple[float | None, int, bool]:
    """A word's part in a number: its value, how many words it takes, whether it multiplies what stands before."""
    value, length = table(language, "counting", "values").at(words, place)
    values = table(language, "counting", "values")
    if value and length == 1 and words[place].key.startswith(_THE) and values.clings(words[place].key):
        return None, 0, False
    if value:
        return float(value), length, False
    scale = table(language, "counting", "scales").meaning(words[place].key)
    leading = table(language, "counting", "one_before_scales").meaning(words[place].key)
    if scale and (started or leading or language in {"es", "fr", "ar", "he", "ru", "uk"}):
        return float(scale), 1, True
    if leading and not started and _scale_at(words, place + 1, language):
        return 1.0, 1, False
    pieces = words[place].key.split("-")
    if len(pieces) > 1:
        return _hyphenated(pieces, language), 1, False
    return None, 0, False


def _hyphenated(pieces: list[str], language: str) -> float | None:
    value = 0.0
    values, scales = table(language, "counting", "values"), table(language, "counting", "scales")
    joints = table(language, "counting", "joints")
    for piece in pieces:
        part, scale = values.meaning(piece), scales.meaning(piece)
        if part:
            value += float(part)
        elif scale:
            value = (value or 1) * float(scale)
        elif joints.meaning(piece) != "and":
            return None
    return value


def _adds(current: float, piece: float, *, joined: bool) -> bool:
    """Whether a word's value can be added to what was read before it: 100 + 25, 20 + 3, in Arabic 5 and 20."""
    if not current:
        return True
    if current % 100 == 0:
        return piece < 100
    tens, units = current % 100, current % 10
    if tens >= 20 and units == 0 and piece < (20 if tens in {60, 80} else 10):
        return True
    return joined and 0 < tens < 10 and piece % 10 == 0 and 20 <= piece < 100


def _range(words: Sequence[Word], numeral: Numeral, language: str) -> Numeral:
    """The number with what closes a range: "between 500 and 1,300", "10-15", "500 to 1,300"."""
    joint = numeral.last + 1
    if not _within(words, joint + 1) and not _within(words, joint):
        return numeral
    joints = table(language, "counting", "joints")
    opened = any(joints.at(words, near)[0] == "between" for near in range(max(0, numeral.first - 4), numeral.first))
    led = any(joints.at(words, near)[0] == "from" for near in range(max(0, numeral.first - 2), numeral.first))
    key = words[joint].key if _within(words, joint) else ""
    meaning = joints.meaning(key)
    to = key in _DASHES or (meaning == "to" and not led) or meaning == "or"
    clings = opened and key[:1] in {"و", "ו"} and table(language, "counting", "values").meaning(key)
    if not (to or clings or (opened and meaning in {"and", "to"})):
        return numeral
    closing = (
        _number_at(words, joint if clings else joint + 1, language)
        if _within(words, joint + 1 - bool(clings))
        else None
    )
    if closing is None or closing.low <= numeral.low or closing.noun:
        return numeral
    return dataclasses.replace(numeral, high=closing.high, last=closing.last, modality="about")


def _hedged(words: Sequence[Word], numeral: Numeral, language: str) -> Numeral:
    """The number with the hedge before it or right after it."""
    hedges = table(language, "counting", "hedges")
    begin, modality = numeral.first, numeral.modality
    while True:
        for place in range(max(0, begin - _LONGEST_HEDGE), begin):
            meaning, length = hedges.at(words, place)
            if meaning and place + length == begin and not _is_destination(words, place, language):
                begin = place
                modality = _MODALITIES.get(meaning, modality)
                break
        else:
            break
    after = table(language, "counting", "hedges_after")
    for place in range(numeral.last + 1, min(len(words), numeral.last + 5)):
        meaning, _ = after.at(words, place)
        if meaning:
            modality = _MODALITIES.get(meaning, modality)
        if meaning or words[place].kind == "number":
            break
    return dataclasses.replace(numeral, begin=begin, modality=modality)


def _is_destination(words: Sequence[Word], place: int, language: str) -> bool:
    """Whether a word that can mean "up to" says where a number rose to: "с 12 до 16", "зросла до п'яти"."""
    if table(language, "counting", "joints").at(words, place)[0] != "to":
        return False
    rises = table(language, "counting", "rises")
    linked = any(rises.at(words, near)[0] for near in range(max(0, place - 5), place))
    return linked or any(word.kind == "number" for word in words[max(0, place - 3) : place])


def _is_no_count(words: Sequence[Word], numeral: Numeral, language: str) -> bool:
    """Whether a number measures, names, dates or orders something instead of counting it."""
    if numeral.value < 0:
        return True
    before, after = _key(words, numeral.first - 1), _key(words, numeral.last + 1)
    if before in _MONEY or after in _MONEY | {"%", "٪", "°", "º"} or before in {"№", "+", "/"}:
        return True
    if (
        table(language, "counting", "measures").at(words, numeral.last + 1)[0]
        if _within(words, numeral.last + 1)
        else False
    ):
        return True
    if _is_name(words, numeral, language):
        return True
    opens_list = numeral.first == 0 and after in {")", "."} and words[0].kind == "number"
    run = [word.kind == "number" for word in words[max(0, numeral.first - 1) : numeral.last + 2]]
    crowded = run.count(True) > 1 + numeral.last - numeral.first and words[numeral.first].kind == "number"
    return opens_list or (crowded and _adjacent_numbers(words, numeral)) or _is_pronoun(words, numeral, language)


def _is_name(words: Sequence[Word], numeral: Numeral, language: str) -> bool:
    """Whether the word before a number makes a name with it: "flight 12", "Resolution 2118"."""
    naming = table(language, "counting", "naming")
    named = any(
        naming.at(words, place) == (naming.at(words, place)[0] or "-", numeral.first - place)
        for place in range(max(0, numeral.first - 3), numeral.first)
    )
    if not named:
        return False
    outcomes, verbs = table(language, "counting", "outcomes"), table(language, "counting", "counting_verbs")
    if verbs.meaning(words[numeral.first - 1].key):
        return not any(outcomes.at(words, place)[0] for place in range(max(0, numeral.first - 10), numeral.first))
    after = numeral.last + 1
    return not (_within(words, after) and table(language, "counting", "concepts").at(words, after)[0])


def _adjacent_numbers(words: Sequence[Word], numeral: Numeral) -> bool:
    """Whether it is one of several numbers with nothing between them, as in a telephone number."""
    before = numeral.first > 1 and words[numeral.first - 1].kind == words[numeral.first - 2].kind == "number"
    after = (
        _within(words, numeral.last + 2) and words[numeral.last + 1].kind == words[numeral.last + 2].kind == "number"
    )
    between = numeral.first > 0 and _within(words, numeral.last + 1)
    return before or after or (between and words[numeral.first - 1].kind == words[numeral.last + 1].kind == "number")


def _is_pronoun(words: Sequence[Word], numeral: Numeral, language: str) -> bool:
    """ "One of the", "no one", "one another": a pronoun more often than a number."""
    if numeral.value != 1 or words[numeral.first].kind == "number":
        return False
    pronouns = table(language, "counting", "no_number_one")
    before = pronouns.meaning(_key(words, numeral.first - 1)) in {"before", "around"}
    return before or pronouns.meaning(_key(words, numeral.last + 1)) in {"after", "around"}


def _within(words: Sequence[Word], place: int) -> bool:
    return 0 <= place < len(words)


def _key(words: Sequence[Word], place: int) -> str:
    return words[place].key if 0 <= place < len(words) else ""
