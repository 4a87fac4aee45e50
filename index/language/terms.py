"""The terms a text is found by: normalised, stemmed words. The same for an article and for a question."""

from __future__ import annotations

import re
import threading
import unicodedata

import Stemmer

from index.language.remembering import remembered
from index.language.wordlists import words

# Words of every script; dotted initials (U.S.) and numbers with separators (1,500 or 7.62) are one word each.
_LETTER = r"(?:[^\W_]|[\u0900-\u0963\u0966-\u0eff])"
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|\d+(?:[.,]\d+)+|{_LETTER}+(?:['’]{_LETTER}+)*")
# Vowel signs of Hebrew and Arabic and the tatweel: written or left out at will.
_POINTS = re.compile(r"[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_MOST_CHARACTERS = 40

# A stem depends on the word's script alone: guessing a language of a short question would not agree with the
# guess made for a long article, and then nothing would be found.
_STEMMERS = (
    ("LATIN", "english"),
    ("CYRILLIC", "russian"),
    ("ARABIC", "arabic"),
    ("GREEK", "greek"),
    ("ARMENIAN", "armenian"),
    ("DEVANAGARI", "hindi"),
    ("TAMIL", "tamil"),
    ("HEBREW", "hebrew"),
)
# Scripts written without spaces between words: found by pairs of characters.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
# Scripts whose combining marks are not part of a word's identity.
_MARKED = ("LATIN", "CYRILLIC", "ARABIC", "GREEK", "HEBREW")
_FOLDED = str.maketrans({"ی": "ي", "ى": "ي", "ک": "ك", "ة": "ه", "ـ": None, "ł": "l", "ø": "o", "đ": "d", "ı": "i"})

_STOPWORDS = words(
    """
    a an and are as at be been but by did do does for from had has have he her hers him his i if in into is it
    its of on or our s she so such t than that the their them then there these they this those to was we were
    will with would you your
    и в на не что он она с как по это но из у за о от к же бы для
    و في من على عن إلى أن إن التي الذي هذا هذه
    """
)
# What in capitals is a name and in small letters is a common word.
_CAPITALS = {"US": "usa", "USA": "usa", "UN": "unitednations", "UK": "ukingdom", "EU": "eunion", "IS": "isis"}

_local = threading.local()


def terms(text: str) -> list[str]:
    """The terms of `text` in order, stop words left out. A term has no white space and is never empty."""
    found: list[str] = []
    shouted = text.isupper()
    for match in _WORD.finditer(_POINTS.sub("", unicodedata.normalize("NFKC", text))):
        found.extend(_terms_of(match.group(), shouted))
    return found


@remembered(200_000)
def _terms_of(word: str, shouted: bool) -> tuple[str, ...]:
    if word[0].isdigit():
        return (word.replace(",", "") if _GROUPED.fullmatch(word) else word.replace(",", "."),)
    initials = word.replace(".", "")
    if not shouted and initials in _CAPITALS:
        return (_CAPITALS[initials],)
    folded = _fold(re.sub(r"['’]s?$|['’]s\b", "", initials).replace("’", "'"))
    script = _script(folded)
    if script in _UNSPACED:
        return tuple(folded[at : at + 2] for at in range(max(1, len(folded) - 1)))
    kept = [part for part in folded.split("'") if part and part not in _STOPWORDS]
    return tuple(_stem(part, script)[:_MOST_CHARACTERS] for part in kept)


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    folded = word.casefold().translate(_FOLDED)
    if _script(folded) not in _MARKED:
        return folded
    decomposed = unicodedata.normalize("NFKD", folded)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _script(word: str) -> str:
    name = unicodedata.name(word[0], "") if word else ""
    return name.partition(" ")[0]


def _stem(word: str, script: str) -> str:
    language = dict(_STEMMERS).get(script)
    if language is None or language not in Stemmer.algorithms():
        return word
    stemmers: dict[str, Stemmer.Stemmer] = _local.__dict__
    if language not in stemmers:
        stemmers[language] = Stemmer.Stemmer(language, 0)
    stem: str = stemmers[language].stemWord(word)
    return stem or word
