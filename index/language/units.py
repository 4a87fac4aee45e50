"""In what the numbers of a text are: shares of a whole, money."""

from __future__ import annotations

from index.language.numerals import MONEY, PERCENT
from index.language.vocabulary import Marked, marked

# Codes of currencies that stand before a sum.
_CODES = frozenset({"eur", "usd"})


def units_in(text: str, language: str) -> frozenset[str]:
    """The units ("percent", "money") that stand beside numbers in a text."""
    words = marked(text, language, "counting")
    # "500m" and "61bn" are one word.
    numbers = (place for place in range(len(words)) if words.key(place)[:1].isdecimal())
    return frozenset(unit for unit in (_unit_of(words, place) for place in numbers) if unit)


def _unit_of(words: Marked, place: int) -> str:
    """In what a number is: by the sign or the code before it, or by what follows it and its scale; "" for others."""
    if words.key(place - 1) in MONEY | _CODES:
        return "money"
    behind = place + 1
    while words.says("scales", behind) or words.says("of", behind) or words.key(behind) == ".":
        behind += 1
    if words.key(behind) in PERCENT:
        return "percent"
    unit = "money" if words.key(behind) in MONEY else words.says("measures", behind)
    return unit if unit in ("percent", "money") else ""
