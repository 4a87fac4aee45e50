"""Numbers as texts write them: digits, words, ranges, and how they are hedged."""

from __future__ import annotations

import dataclasses
import re

from index.language.tokens import Token, tokens
from index.language.wordlists import words

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_SMALL = {word: float(value) for value, word in enumerate(_UNITS.split(" "))}
_TENS = {
    word: float(value)
    for value, word in zip(
        range(20, 100, 10),
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        strict=True,
    )
}
_SCALES = {"hundred": 100.0, "thousand": 1000.0, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
# Counts that name only an order of magnitude.
_VAGUE = {
    "dozens": (24.0, 99.0),
    "scores": (40.0, 199.0),
    "hundreds": (200.0, 1999.0),
    "thousands": (2000.0, 99999.0),
    "millions": (2e6, 1e9),
}
_HEDGES = (
    *("no fewer than", "no less than", "not less than", "as many as", "fewer than", "less than", "more than"),
    *("nore than", "well over", "just over", "an estimated", "a total of", "a further", "as few as", "close to"),
    *("at least", "at most", "approximately", "additional", "estimated", "roughly", "between", "another", "approx"),
    *("exactly", "nearly", "almost", "around", "about", "under", "up to", "over", "some", "only"),
)
_MONTHS = words(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
# A number right after one of these names a thing and counts nothing: Flight 253, Resolution 2118, No. 6.
_NAMED = words(
    "flight resolution no number route highway channel article section chapter page phase type mark model block room"
    " age aged since until year in of world war camp checkpoint brigade division battalion unit day mig su"
)
_AFTER_A_TIME = words("am pm a.m p.m gmt utc local o'clock hours' hrs")


@dataclasses.dataclass(frozen=True, slots=True)
class Numeral:
    """A number at `start:end` of a text, hedge included, from token `first` to token `last` without the hedge."""

    low: float
    high: float
    start: int
    end: int
    first: int
    last: int
    hedge: str


def numerals(text: str, parts: list[Token] | None = None) -> list[Numeral]:
    """The numbers of `text` that count something, in order. Dates, times, ages and designations are left out."""
    parts = tokens(text) if parts is None else parts
    found: list[Numeral] = []
    position = 0
    while position < len(parts):
        read = _read(parts, position)
        if read is None or _no_count(parts, position, read[2], read[0]):
            position = position + 1 if read is None else read[2] + 1
            continue
        low, high, last = read
        joined = _range(parts, last)
        if joined:
            high, last = joined
        hedge = _hedge(text[: parts[position].start])
        start = parts[position].start - len(hedge)
        found.append(Numeral(low, high, start, parts[last].end, position, last, hedge.strip().lower()))
        position = last + 1
    return found


def _read(parts: list[Token], position: int) -> tuple[float, float, int] | None:
    """The number that starts at a token: (low, high, its last token), or None."""
    token = parts[position]
    if token.lower in _VAGUE:
        low, high = _VAGUE[token.lower]
        return low, high, position
    value = _plain(token.text)
    last = position
    if value is None:
        spelled = _spelled(parts, position)
        if spelled is None:
            return None
        value, last = spelled
    while last + 1 < len(parts) and parts[last + 1].lower in _SCALES and value < 1000:
        value *= _SCALES[parts[last + 1].lower]
        last += 1
    return value, value, last


def _plain(word: str) -> float | None:
    if not re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", word):
        return None
    return float(word.replace(",", ""))


def _spelled(parts: list[Token], position: int) -> tuple[float, int] | None:
    """A number in words: "fifty-nine", "Fifty nine", "two hundred and six", "a dozen", "half a million"."""
    lower = parts[position].lower
    following = parts[position + 1].lower if position + 1 < len(parts) else ""
    if lower in {"a", "an"} and following in _SCALES:
        return _SCALES[following], position + 1
    if lower == "half" and following == "a" and position + 2 < len(parts) and parts[position + 2].lower == "million":
        return 500000.0, position + 2
    pieces = lower.split("-")
    if not all(piece in _SMALL or piece in _TENS for piece in pieces):
        return None
    value = sum(_SMALL.get(piece, 0.0) + _TENS.get(piece, 0.0) for piece in pieces)
    last = position
    if lower in _TENS and following in _SMALL and 0 < _SMALL[following] < 10:
        value, last = value + _SMALL[following], position + 1
    if last + 1 < len(parts) and parts[last + 1].lower == "hundred":
        value, last = value * 100, last + 1
        after = last + 2 if last + 1 < len(parts) and parts[last + 1].lower == "and" else last + 1
        rest = _spelled(parts, after) if after < len(parts) else None
        if rest and rest[0] < 100:
            value, last = value + rest[0], rest[1]
    return value, last


def _range(parts: list[Token], last: int) -> tuple[float, int] | None:
    """What closes a range after its first number: "500 to 1300", "between 500 and 1300", "10-15"."""
    if last + 2 >= len(parts):
        return None
    joint = parts[last + 1].lower
    opened = any(token.lower == "between" for token in parts[max(0, last - 2) : last])
    if joint in {"to", "-", "–"} or (joint == "and" and opened):
        closing = _read(parts, last + 2)
        if closing and closing[0] > 0 and not _no_count(parts, last + 2, closing[2], closing[0]):
            return closing[1], closing[2]
    return None


def _hedge(before: str) -> str:
    """The hedge that ends `before`, with the space after it, or nothing."""
    tail = before[-24:].lower()
    for hedge in _HEDGES:
        found = re.search(rf"(?:^|\W)({re.escape(hedge)}\s+(?:the\s+)?)$", tail)
        if found:
            longer = _hedge(before[: len(before) - len(found.group(1))]) if hedge != "at least" else ""
            return longer + before[len(before) - len(found.group(1)) :]
    return ""


def _no_count(parts: list[Token], first: int, last: int, value: float) -> bool:
    """Whether a number dates, times, ages, orders or names something instead of counting it."""
    before = [token.lower.rstrip(".") for token in parts[max(0, first - 2) : first]]
    after = [token.lower.rstrip(".") for token in parts[last + 1 : last + 3]]
    near, following = (before[-1] if before else ""), (after[0] if after else "")
    raw = parts[first].text
    if re.fullmatch(r"0\d+", raw) or near in _MONTHS or following in _MONTHS or following in _AFTER_A_TIME:
        return True
    if near in _NAMED and not (near in {"of", "in"} and not 1900 <= value <= 2100):
        return True
    if 1900 <= value <= 2100 and raw.isdigit() and (near in _NAMED | {""} or following in {"", ",", ")", "."}):
        return True
    if re.fullmatch(r"(?:19|20)\d\d", raw) and near not in {"least", "about", "some", "than", "nearly", "over"}:
        return following not in {"people", "civilians", "troops", "attacks"} and near != "killed"
    if raw.lower() == "one":
        return _one_is_no_count(near, following)
    return "aged" in before or (following in {"years", "year"} and "old" in after)


def _one_is_no_count(near: str, following: str) -> bool:
    """ "one of the", "no one", "the one that": a pronoun more often than a number."""
    return near in {"no", "any", "every", "the", "this", "that", "each"} or following in {"of", "s", "that", "another"}
