"""What is left of a name when the ways of writing it are taken away: the key under which the table has it.

One rule for each alphabet, used when the table is made and when a text is read. A word of a text has several keys, for
its endings and for what is written together with it; a name of the table has one.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence

from index.language.remembering import remembered

LATIN, CYRILLIC, ARABIC, HEBREW = "latin", "cyrillic", "arabic", "hebrew"
SCRIPTS = {"en": LATIN, "es": LATIN, "fr": LATIN, "ar": ARABIC, "he": HEBREW, "ru": CYRILLIC, "uk": CYRILLIC}

_PART = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652\u0670\u0640\u05b0-\u05c7])*(?:['’ʼʻ‘`׳״][^\W\d_]+)*['׳]?"
)
_APOSTROPHES = re.compile("['’ʼʻ‘`´′׳״\"]")
_POSSESSIVE = re.compile(r"['’]s$")
_DOUBLED = re.compile(r"([a-z])\1+")
_POINTS = re.compile("[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_ARABIC_FOLDED = str.maketrans("إأآٱىئةؤیک", "اااايي" + "ه" + "ويك")
_LATIN_FOLDED = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
_CYRILLIC_FOLDED = str.maketrans({"ё": "е", "ґ": "г"})

# The Arabic article as it is heard before each letter.
ARTICLES = frozenset(["al", "el", "ar", "as", "ash", "ad", "an", "at", "az", "ach", "ed", "es", "er", "en", "ez", "ul"])

# How names end in the nominative, and how they end elsewhere; the longest first.
_NOMINATIVE = ("ый", "ий", "ій", "ая", "ое", "ее", "а", "я", "о", "е", "и", "ы", "і", "ї", "є", "ь", "й")
_OBLIQUE = (
    "ыми", "ими", "ами", "ями", "ого", "его", "ому", "ему", "ові", "еві", "єві", "ею", "єю", "ою", "ей", "ой", "ої",
    "ій", "ый", "ий", "ым", "им", "ом", "ем", "єм", "ая", "ую", "ое", "ее", "ые", "ие", "ах", "ях", "ам", "ям", "их",
    "ых", "ов", "ев",
    "а", "я", "о", "е", "и", "ы", "і", "ї", "є", "у", "ю", "ь", "й",
)  # fmt: skip
_CLOSED = re.compile("([іїо])([бвгджзйклмнпрстфхцчшщ]ь?)$")
_SOFTENED = {"ц": "к", "з": "г", "с": "х", "ж": "г", "ч": "к"}
_CONSONANTS = frozenset("бвгджзйклмнпрстфхцчшщ")
_FEWEST = 3
# The nominative endings of short names, by how another case begins: Гомі is of Гома, Сумах of Суми.
_SHORT_ENDINGS = {"а": "аиы", "я": "а", "е": "а", "и": "а", "ы": "а", "і": "а", "ї": "а", "у": "а", "ю": "а", "о": "а"}
_ARABIC_PREFIXES = "وفبلك"
_HEBREW_PREFIXES = "ושכבלמה"
_HEBREW_ARTICLE = "ה"
_HEBREW_SWALLOWING = frozenset("בלכ")


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """A word of a text between blanks and hyphens: `text == source[start:end]`."""

    text: str
    start: int
    end: int


def parts(text: str) -> list[Part]:
    """The words of a text, those joined by hyphens apart."""
    return [Part(match.group(), match.start(), match.end()) for match in _PART.finditer(text)]


def script_of(text: str) -> str:
    """The alphabet of the first letter that tells; "" for one that none of our languages has."""
    for letter in text:
        if letter.isascii() and letter.isalpha():
            return LATIN
        if letter.isalpha():
            name = unicodedata.name(letter, "").partition(" ")[0].casefold()
            return name if name in {LATIN, CYRILLIC, ARABIC, HEBREW} else ""
    return ""


@remembered(16_384)
def fold(word: str, script: str) -> str:
    """A word without case, accents, apostrophes and vowel signs."""
    if script == LATIN:
        bare = _APOSTROPHES.sub("", _POSSESSIVE.sub("", word)).casefold()
        if not bare.isascii():
            decomposed = unicodedata.normalize("NFKD", bare.translate(_LATIN_FOLDED))
            bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
        return _DOUBLED.sub(r"\1", bare)
    bare = _APOSTROPHES.sub("", _POINTS.sub("", word)).casefold()
    if script == CYRILLIC:
        return bare.translate(_CYRILLIC_FOLDED).replace("\u0301", "")
    return bare.translate(_ARABIC_FOLDED) if script == ARABIC else bare


def name_key(name: str) -> str:
    """The key of a name in the nominative; "" for a name in another alphabet."""
    script = script_of(name)
    folded = [fold(part.text, script) for part in parts(name)] if script else []
    if script == CYRILLIC:
        folded = [_stem(word) for word in folded]
    return joined(folded, script)


def joined(folded: Sequence[str], script: str) -> str:
    """The key of several folded words together, whichever way their Arabic article is heard."""
    if script == LATIN and len(folded) > 1:
        return "".join("al" if word in ARTICLES else word for word in folded)
    return "".join(folded)


def first_key(key: str) -> str:
    """What the first word of a name of several words is looked up by: an Arabic article however it is heard."""
    return "al" if key in ARTICLES else key


def word_keys(folded: str, script: str) -> Iterator[tuple[str, str]]:
    """The keys that a folded word of a text may stand for, each with what was cut off before it."""
    if script == CYRILLIC:
        for key in _declined(folded):
            yield key, ""
        return
    yield folded, ""
    if script == ARABIC:
        yield from _without_arabic_prefix(folded)
    elif script == HEBREW:
        for length in (1, 2, 3):
            # The more is cut off, the more must be left: much of Hebrew begins with these letters.
            if len(folded) - length < _FEWEST + length - 1 or folded[length - 1] not in _HEBREW_PREFIXES:
                break
            yield folded[length:], folded[:length]
        # The article is not written after some of its own letters: in the Negev.
        if folded[:1] in _HEBREW_SWALLOWING and len(folded) > _FEWEST:
            yield f"{_HEBREW_ARTICLE}{folded[1:]}", folded[:1]


def digest(key: str) -> int:
    """A key as the 64-bit number that the table is sorted by."""
    data = key.encode()
    return zlib.crc32(data) << 32 | zlib.crc32(data, 0x9E3779B9)


def _without_arabic_prefix(folded: str) -> Iterator[tuple[str, str]]:
    for length in (1, 2):
        if len(folded) - length < _FEWEST or folded[length - 1] not in _ARABIC_PREFIXES:
            return
        yield folded[length:], folded[:length]
        # The article loses its first letter after one of its own: to Khartoum.
        if folded[length - 1] == "ل" and folded[length] == "ل":
            yield f"ا{folded[length:]}", folded[:length]


def _stem(word: str) -> str:
    """A name without its ending; a short one keeps what tells Bari from Bar, and has one letter for its declension."""
    for ending in _NOMINATIVE:
        stem = word[: -len(ending)]
        if not word.endswith(ending) or len(stem) < _FEWEST - 1:
            continue
        if len(stem) > _FEWEST:
            return _opened(stem)
        return f"{stem}а" if ending in {"а", "я"} else word
    return _opened(word)


def _opened(stem: str) -> str:
    """A stem with the vowel that it has before an ending: Харків and Харкова agree."""
    return _CLOSED.sub(lambda match: ("є" if match[1] == "ї" else "о") + match[2], stem)


def _declined(folded: str) -> Iterator[str]:
    """The stems that a word may have, whichever of its endings is one."""
    yield folded
    yield _opened(folded)
    for ending in _OBLIQUE:
        if not folded.endswith(ending) or len(folded) - len(ending) < _FEWEST - 1:
            continue
        stem = folded[: -len(ending)]
        for other in (stem, *_alternating(stem, ending)):
            yield _opened(other)
            if len(other) <= _FEWEST:
                yield from (f"{other}{vowel}" for vowel in _SHORT_ENDINGS.get(ending[0], ""))


def _alternating(stem: str, ending: str) -> Iterator[str]:
    last, before = stem[-1:], stem[-2:-1]
    if ending == "і" and last in _SOFTENED:
        bare = stem.rstrip(last)
        yield bare + _SOFTENED[last] * (len(stem) - len(bare))
    # A vowel that only the nominative has: Египет, Египта; Орёл, Орла.
    if last in _CONSONANTS and before in _CONSONANTS:
        yield f"{stem[:-1]}е{last}"
        yield f"{stem[:-1]}о{last}"
