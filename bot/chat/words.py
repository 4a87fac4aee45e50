"""The words of a message as they are compared with those of our languages. Pure."""

from __future__ import annotations

import dataclasses
import functools
import re
import unicodedata
from collections.abc import Sequence

from bot.chat import wish_words
from bot.chat.clock_words import SHORT_FOR, ClockWords

# What stands between two of a kind.
_AND = ("y", "e", "et", "and", "и", "та", "й", "і", "и", "و")
_MARKS = '!?؟.…"«»()“”[]:;¿¡*_'
# Joined to what follows: l'Ukraine, j'aimerais.
_ELIDED = re.compile(r"\b([ldjmtsnc]|qu)['’](?=\w)", re.IGNORECASE)
_SIGNS = frozenset("-–—/&+")


@dataclasses.dataclass(frozen=True, slots=True)
class Word:
    """A word as it was written, and as it is compared; `break_after`: a comma, a sentence's or a line's end follows.
    `first`: it begins a sentence, where a capital says nothing."""

    written: str
    bare: str
    break_after: bool
    first: bool = False


def fold(text: str) -> str:
    """Letters as they are compared: no case, accents or vowel signs, one shape of apostrophe and alef, plain digits."""
    text = text.casefold().replace("’", "'").replace("ʼ", "'").replace("׳", "'").replace("״", '"').replace("ё", "е")
    text = text.replace("ñ", "\ue000").replace("й", "\ue001").replace("ї", "\ue002")
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c) and c != "ـ")
    plain = plain.replace("\ue000", "ñ").replace("\ue001", "й").replace("\ue002", "ї")
    plain = plain.translate(str.maketrans("أإآٱىة", "ااااية".replace("ة", "ه")))
    return "".join(str(unicodedata.decimal(c, c)) for c in plain)


def _ends_sentence(piece: str, bare: str) -> bool:
    """Whether a piece is the last of a sentence; the stop of a.m. ends none."""
    return piece[-1] in "!?؟…)" or (piece[-1] == "." and "." not in bare)


AND = frozenset(fold(word) for word in _AND)


def words_of(text: str) -> list[Word]:
    """The words of a text; what holds neither letter nor digit is none, but a sign between two others."""
    made: list[Word] = []
    first = True
    for piece in re.findall(r"[^\s,،;؛]+|[,،;؛\n]", _ELIDED.sub(r"\1' ", text)):
        bare = fold(piece).strip(_MARKS)
        if not any(c.isalnum() for c in bare):
            if bare in _SIGNS and made:
                made.append(Word(piece, bare, break_after=False))
            elif made:
                made[-1] = dataclasses.replace(made[-1], break_after=True)
            continue
        written = piece.rstrip(":").rstrip("!?؟…").lstrip('¿¡(«"“')
        ends = written != piece.lstrip('¿¡(«"“') or _ends_sentence(piece, bare)
        parts = SHORT_FOR.get(bare, bare).split() or [bare]
        for place, part in enumerate(parts):
            made.append(Word(written, part, ends and place == len(parts) - 1, first))
            first = False
        first = piece[-1] in ".!?؟…" and len(bare) > 2
    return made


def among(bare: str, known: Sequence[ClockWords], kind: str) -> bool:
    """Whether a word is of a kind of the clock words, in one of these languages."""
    return any(bare in _of_kind(language, kind) for language in known)


def is_asked_word(bare: str, kind: str) -> bool:
    """Whether a word is of a kind of `wish_words`, in any language: speech, news, joints and the others there."""
    if kind == "speech" and (bare.startswith(_stems()) or bare.endswith(("-moi", "-nous"))):
        return True
    # In Arabic and Hebrew a small word is joined to what follows: with news of.
    joined = kind == "news" and len(bare) > 4 and bare[0] in "بولבהול"
    return bare in _asked(kind) or (joined and bare[1:] in _asked(kind))


@functools.cache
def _of_kind(language: ClockWords, kind: str) -> frozenset[str]:
    return frozenset(fold(word) for word in getattr(language, kind).split())


@functools.cache
def _asked(kind: str) -> frozenset[str]:
    return frozenset(fold(word) for word in getattr(wish_words, kind.upper()).split())


@functools.cache
def _stems() -> tuple[str, ...]:
    return tuple(fold(stem) for stem in wish_words.SPEECH_STEMS.split())
