"""Numbers as texts write them, in digits and in words: their value or bounds, how they are hedged, and where."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Literal

from index.language.dates import DateSpan
from index.language.vocabulary import Marked

Modality = Literal["exact", "at_least", "about", "up_to"]

_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_WRITTEN = re.compile(r"\d[\d.,]*\d")
_DECIMAL = re.compile(r"\d{1,6}[.,]\d{1,2}")
_DASHES = {"-", "–", "—"}
# In these a space may part the thousands of a number.
_SPACED = {"fr", "ru", "uk", "es"}
# In these a scale may stand without a number: "mille", "тысяча", "ألف".
_BARE_SCALES = {"es", "fr", "ar", "he", "ru", "uk"}
# In Arabic a number with the article is an ordinal or takes up one told before.
_THE = ("ال", "وال")
_MOST_DIGITS = 12
_MOST_WORDS = 12
_LONGEST_HEDGE = 5
MONEY = {"$", "€", "£", "₽", "₪", "₴", "us$"}
PERCENT = {"%", "٪"}
_NOT_BEFORE = {"№", "+", "/"}
_NOT_AFTER = MONEY | PERCENT | {"°", "º"}
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


def exactly(value: float, first: int, last: int, noun: str = "") -> Numeral:
    """A number without bounds and without a hedge."""
    return Numeral(value, value, value, "exact", first, first, last, noun)


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of two digits or more that are written in digits in a text, without what groups these."""
    return frozenset("".join(filter(str.isdigit, found[0])) for found in _WRITTEN.finditer(text))


def numerals(words: Marked, dates: Sequence[DateSpan]) -> tuple[Numeral, ...]:
    """The numbers that may count something, in order: not those of dates, times, money, measures, ages and names.

    `words` are marked for counting, `dates` are those of the same sentence.
    """
    dated = {place for span in dates for place in range(span.begin, span.end)}
    found: list[Numeral] = []
    place = 0
    while place < len(words):
        read = None if place in dated else _number_at(words, place)
        if read is None:
            place += 1
            continue
        last = read.last
        if words.says("measures", last + 1):
            place = last + 1 + words.length("measures", last + 1)
            continue
        if found and read.noun and found[-1].noun and found[-1].last == place - 1:
            # In Arabic the adjective of two is in the dual, too.
            place += 1
            continue
        if dated.isdisjoint(range(read.first, last + 1)) and not _is_no_count(words, read):
            ranged = _range(words, read)
            found.append(_hedged(words, ranged))
            last = ranged.last
        place = last + 1
    return tuple(found)


def _number_at(words: Marked, place: int) -> Numeral | None:
    if place >= len(words):
        return None
    word = words[place]
    if word.kind == "number":
        return _in_digits(words, place)
    if word.kind != "word" or (words.is_plain(place) and "-" not in word.key):
        return None
    dual = words.says("duals", place)
    if dual:
        return exactly(2, place, place, dual)
    return _half(words, place) or _vague(words, place) or _in_words(words, place)


def _half(words: Marked, place: int) -> Numeral | None:
    """ "Half a million"."""
    length = words.length("halves", place)
    scale = _scale_at(words, place + length) if length else 0.0
    return exactly(scale / 2, place, place + length) if scale else None


def _in_digits(words: Marked, place: int) -> Numeral:
    """A number in digits, a scale after it included; of value -1 where it is no whole number."""
    key, last = words[place].key, place
    while key.isdecimal() and len(key) < _MOST_DIGITS and _continues(words, last, len(key)):
        last += 1
        key += words[last].key
    value = _value_of(key)
    if value is None:
        return exactly(-1, place, last)
    scale = _scale_at(words, last + 1)
    if scale and value < 10_000:
        value, last = value * scale, last + 1
        last += words.key(last + 1) == "." and len(words[last].key) <= 4
    return exactly(value if value.is_integer() else -1, place, last)


def _continues(words: Marked, last: int, length: int) -> bool:
    """Whether the next word is the next three digits of the same number: "12 000"."""
    following = words.key(last + 1)
    if len(following) != 3 or not following.isdecimal() or words.language not in _SPACED or length > 3 * last + 3:
        return False
    return words[last + 1].start - words[last].end == 1 and (len(words[last].key) == 3 or length <= 3)


def _value_of(key: str) -> float | None:
    """The value of digits; None for what is none: 2.1.4, 10:30, 1/3, 007 and numbers nobody counts to."""
    if len(key) > _MOST_DIGITS or (key[0] == "0" and key[1:2].isdecimal()):
        return None
    if key.isdecimal():
        return float(key)
    if _GROUPED.fullmatch(key):
        return float(re.sub(r"[.,]", "", key))
    return float(key.replace(",", ".")) if _DECIMAL.fullmatch(key) else None


def _scale_at(words: Marked, place: int) -> float:
    return float(words.says("scales", place) or 0)


def _vague(words: Marked, place: int) -> Numeral | None:
    """ "Dozens", "several hundred", "tens of thousands": only how many digits the number has is said."""
    several = words.length("several", place)
    vague, length, _ = words.sense("vague", place + several)
    if not vague:
        scale = _scale_at(words, place + several) if several else 0.0
        many = Numeral(2 * scale, 2 * scale, 10 * scale - 1, "about", place, place, place + several)
        return many if scale >= 100 else None
    last = place + several + length - 1
    low, high = (float(bound) for bound in vague.split("-"))
    of = last + 1 + (words.says("of", last + 1) != "")
    scale = _scale_at(words, of)
    larger = words.says("vague", of) if of > last + 1 else ""
    if larger and low < 1000:
        scale = float(larger.split("-")[0]) / 2
    if scale >= 1000:
        low, high, last = low * scale, high * scale, of
    return Numeral(low, low, high, "about", place, place, last)


def _in_words(words: Marked, place: int) -> Numeral | None:
    """A number in words: "two hundred and six", "vingt-trois", "خمسة وعشرون"."""
    total = current = 0.0
    last, position = place - 1, place
    while position < len(words) and position - place < _MOST_WORDS and words[position].kind == "word":
        piece, length, scales = _piece_at(words, position, started=last >= place)
        if piece is None:
            if words.says("joints", position) == "and" and last == position - 1 >= place and current:
                position += 1
                continue
            break
        if scales and piece < 1000 and current < 100:
            current = (current or 1) * piece
        elif scales and piece >= 1000:
            total, current = total + (current or 1) * piece, 0.0
        elif not scales and _adds(current, piece, joined=position - 1 != last or words[position].key[0] in "وו"):
            current += piece
        else:
            break
        last = position + length - 1
        position = last + 1
    return exactly(total + current, place, last) if last >= place else None


def _piece_at(words: Marked, place: int, *, started: bool) -> tuple[float | None, int, bool]:
    """A word's part in a number: its value, how many words it takes, whether it multiplies what stands before."""
    key = words[place].key
    value, length, clings = words.sense("values", place)
    if value:
        definite = clings and key.startswith(_THE)
        return (None, 0, False) if definite else (float(value), length, False)
    leading = words.says("one_before_scales", place)
    scale = _scale_at(words, place)
    if scale and (started or leading or words.language in _BARE_SCALES):
        return scale, 1, True
    if leading and not started and _scale_at(words, place + 1):
        return 1.0, 1, False
    return (_hyphenated(words, key.split("-")), 1, False) if "-" in key else (None, 0, False)


def _hyphenated(words: Marked, pieces: Sequence[str]) -> float | None:
    value = 0.0
    for piece in pieces:
        part, scale = words.meaning("values", piece), words.meaning("scales", piece)
        if part:
            value += float(part)
        elif scale:
            value = (value or 1) * float(scale)
        elif words.meaning("joints", piece) != "and":
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


def _range(words: Marked, numeral: Numeral) -> Numeral:
    """The number with what closes a range: "between 500 and 1,300", "10-15", "500 to 1,300"."""
    joint = numeral.last + 1
    opens = range(max(0, numeral.first - 4), numeral.first)
    opened = any(words.says("joints", near) == "between" for near in opens)
    led = any(words.says("joints", near) == "from" for near in opens[-2:])
    key, meaning = words.key(joint), words.says("joints", joint)
    clings = opened and key[:1] in {"و", "ו"} and words.says("values", joint) != ""
    to = key in _DASHES or (meaning == "to" and not led) or meaning == "or" or (opened and meaning in {"and", "to"})
    if not (to or clings):
        return numeral
    closing = _number_at(words, joint if clings else joint + 1)
    if closing is None or closing.low <= numeral.low or closing.noun:
        return numeral
    return dataclasses.replace(numeral, high=closing.high, last=closing.last, modality="about")


def _hedged(words: Marked, numeral: Numeral) -> Numeral:
    """The number with the hedges before it, or the one right after it."""
    begin, modality = numeral.first, numeral.modality
    while True:
        hedge = _hedge_before(words, begin)
        if hedge is None:
            break
        begin, modality = hedge, _MODALITIES.get(words.says("hedges", hedge), modality)
    for place in range(numeral.last + 1, min(len(words), numeral.last + 5)):
        meaning = words.says("hedges_after", place)
        if meaning:
            modality = _MODALITIES.get(meaning, modality)
        if meaning or words[place].kind == "number":
            break
    return dataclasses.replace(numeral, begin=begin, modality=modality)


def _hedge_before(words: Marked, begin: int) -> int | None:
    """Where the hedge begins that ends right before a place."""
    for place in range(max(0, begin - _LONGEST_HEDGE), begin):
        if words.length("hedges", place) == begin - place and not _is_destination(words, place):
            return place
    return None


def _is_destination(words: Marked, place: int) -> bool:
    """Whether a word that can mean "up to" says where a number rose to: "с 12 до 16", "зросла до п'яти"."""
    if words.says("joints", place) != "to":
        return False
    before = range(max(0, place - 5), place)
    return any(words.says("rises", near) for near in before) or any(
        words[near].kind == "number" for near in before[-3:]
    )


def _is_no_count(words: Marked, numeral: Numeral) -> bool:
    """Whether a number measures, names, dates or orders something instead of counting it."""
    if numeral.value < 0:
        return True
    before, after = words.key(numeral.first - 1), words.key(numeral.last + 1)
    if before in MONEY | _NOT_BEFORE or after in _NOT_AFTER:
        return True
    opens_list = numeral.first == 0 and after in {")", "."} and words[0].kind == "number"
    return opens_list or _is_name(words, numeral) or _is_crowded(words, numeral) or _is_pronoun(words, numeral)


def _is_name(words: Marked, numeral: Numeral) -> bool:
    """Whether the word before a number makes a name with it: "flight 12", "Resolution 2118"."""
    opens = range(max(0, numeral.first - 3), numeral.first)
    if not any(words.length("naming", place) == numeral.first - place for place in opens):
        return False
    if words.says("counting_verbs", numeral.first - 1):
        return not any(words.says("outcomes", place) for place in range(max(0, numeral.first - 10), numeral.first))
    return not words.says("concepts", numeral.last + 1)


def _is_crowded(words: Marked, numeral: Numeral) -> bool:
    """Whether it is one of several numbers with nothing between them, as in a telephone number."""
    if words[numeral.first].kind != "number":
        return False
    around = [*range(numeral.first - 2, numeral.first), *range(numeral.last + 1, numeral.last + 3)]
    digits = [0 <= place < len(words) and words[place].kind == "number" for place in around]
    return (digits[0] and digits[1]) or (digits[1] and digits[2]) or (digits[2] and digits[3])


def _is_pronoun(words: Marked, numeral: Numeral) -> bool:
    """ "One of the", "no one", "one another": a pronoun more often than a number."""
    if numeral.value != 1 or words[numeral.first].kind == "number":
        return False
    before, after = words.says("no_number_one", numeral.first - 1), words.says("no_number_one", numeral.last + 1)
    return before in {"before", "around"} or after in {"after", "around"}
