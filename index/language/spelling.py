"""The words and marks of a sentence as the readers compare them: one spelling for what is written in several ways."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from index.language.remembering import remembered

# Vowel signs of Arabic and Hebrew and the tatweel: written or left out at will.
_SIGNS = (*range(0x0591, 0x05BE), 0x05BF, *range(0x05C1, 0x05C8), *range(0x0610, 0x061B), 0x0640)
_SIGNS += (*range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE), 0x200E, 0x200F, 0x200C, 0x200D)
_SPELLED: dict[int, str | None] = dict.fromkeys(_SIGNS)
_SPELLED |= {ord(letter): "ا" for letter in "أإآٱ"}
_SPELLED |= {ord("ى"): "ي", ord("ی"): "ي", ord("ة"): "ه", ord("ک"): "ك", ord("ؤ"): "و", ord("ئ"): "ي"}
_SPELLED |= {ord(mark): "'" for mark in "’ʼ`‘"} | {ord(mark): "-" for mark in "‐‑־"} | {ord("ё"): "е"}
_SPELLED |= {0x0660 + digit: str(digit) for digit in range(10)} | {0x06F0 + digit: str(digit) for digit in range(10)}
_SPELLED |= {ord("٫"): ".", ord("٬"): ","}

_SIGN = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
_PIECE = rf"[^\W_](?:[^\W_]|[{_SIGN}])*"
_TOKEN = re.compile(
    r"(?P<link>(?:https?://|www\.|@|#)\S+|[\w-]{1,63}\.(?:com|org|net|me|info|io)\b(?:/\S*)?)"
    r"|(?P<number>(?>\d+(?:[.,:/٫٬]\d+)*)(?![^\W\d_]|[-'’‑][^\W\d_]))"
    rf"|(?P<word>(?:[^\W\d_]\.){{2,}}|{_PIECE}(?:[-'’ʼ‑־]{_PIECE}|[\"״](?=[א-ת]){_PIECE})*)"
    r"|(?P<mark>[^\w\s])"
)
# Letters that stand before a number and are words of their own: "כ-30", "لـ30", "و30".
_LEADING = re.compile(r"(?P<lead>[והבלכמש]{1,3}[-־]|[وفبلكا]{1,3}[ـ]*-?)(?P<number>\d+(?:[.,:٫٬]\d+)*)")
_ELIDED = re.compile(r"(?:l|d|n|s|c|j|m|t|qu|jusqu|lorsqu|puisqu|quelqu)['’]", re.IGNORECASE)
_OWNING = ("'s", "'")
# Nobody writes longer sentences; what is longer is no sentence, and only its beginning is read.
_MOST_CHARACTERS = 8000
_MOST_WORDS = 600


class Word(NamedTuple):
    """A word, a number, a mark or a link of a text at `start:end`; `key` is its one spelling, in small letters.

    `kind` is "word", "number", "mark" or "link". `capital`: written with a capital. `owns`: an English possessive,
    which its key is without.
    """

    key: str
    start: int
    end: int
    kind: str
    capital: bool
    owns: bool


@remembered(16_384)
def spelled(text: str) -> str:
    """The one spelling of a word: small letters, no vowel signs, one form of each letter that has several."""
    return text.casefold().translate(_SPELLED) if not text.isascii() else text.lower()


@remembered(512)
def words_of(sentence: str, language: str) -> tuple[Word, ...]:
    """The words of a sentence in order, with places in it."""
    found: list[Word] = []
    for match in itertools.islice(_TOKEN.finditer(sentence[:_MOST_CHARACTERS]), _MOST_WORDS):
        kind, text = str(match.lastgroup), match.group()
        start, end = match.span()
        leading = _LEADING.fullmatch(text) if kind == "word" and language in {"ar", "he"} else None
        elided = _ELIDED.match(text) if kind == "word" and language == "fr" else None
        if leading:
            cut = start + len(leading["lead"])
            found.append(Word(spelled(leading["lead"]).rstrip("-"), start, cut, "word", False, False))
            found.append(Word(spelled(leading["number"]), cut, end, "number", False, False))
        elif elided and elided.end() < len(text):
            cut = start + elided.end()
            found.append(Word(spelled(elided.group()), start, cut, "word", text[0].isupper(), False))
            rest = text[elided.end() :]
            found.append(Word(spelled(rest), cut, end, "word", rest[0].isupper(), False))
        else:
            found.append(_plain(text, start, end, kind, language))
    return tuple(word for word in found if word.key)


def _plain(text: str, start: int, end: int, kind: str, language: str) -> Word:
    key = spelled(text)
    owns = False
    if kind == "word" and language == "en":
        ending = next((owning for owning in _OWNING if key.endswith(owning) and len(key) > len(owning) + 1), "")
        owns, key = bool(ending), key.removesuffix(ending)
    return Word(key, start, end, kind, text[0].isupper(), owns)
