"""Names of publishers: what may stand in one, and when two are one to the eye. Pure."""

from __future__ import annotations

import re
import unicodedata

from confusable_homoglyphs import confusables

from index.language.remembering import remembered

MOST_NAME = 200
# They have a meaning of ours where a name is shown: who passed something on, which citation, where a quotation ends.
_OURS = re.compile(
    r"[\[\](){}|\u2190-\u21ff\u27f0-\u27ff\u2900-\u297f\u2b00-\u2bff\u00ab\u00bb\u201c-\u201f\u2039\u203a\"]"
)
_BLANKS = re.compile(r"\s+")
# Digits that stand for letters, and letters that are told apart by nobody.
_ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "\u0131": "l", "|": "l", "5": "s"})
# What stands behind a name and is no part of it: registered, a trade mark.
_MARKS = re.compile(r"[\u00a9\u00ae\u2117\u2120\u2122]")


def fair_name(text: str, otherwise: str = "") -> str:
    """A publisher's name without what nobody sees and what we mean something by; `otherwise` where nothing is left."""
    seen = "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cn", "Cs"))
    return _BLANKS.sub(" ", _OURS.sub(" ", seen)).strip()[:MOST_NAME].strip() or otherwise


def is_fair(text: str) -> bool:
    """Whether a name that somebody typed can be taken as it is."""
    return bool(text.strip()) and fair_name(text) == _BLANKS.sub(" ", text).strip()


@remembered(20_000)
def looks(name: str) -> str:
    """The same for two names that a reader can not tell apart."""
    letters = "".join(_plain(character) for character in unicodedata.normalize("NFKD", _MARKS.sub("", name)))
    lower = "".join(_plain(character) for character in letters.casefold()).translate(_ALIKE)
    return "".join(character for character in lower if character.isalnum()) or name


@remembered(5_000)
def _plain(character: str) -> str:
    """The Latin letter that a character looks like, else itself; nothing for what has no width of its own."""
    if character.isascii():
        return character
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return ""
    alike = confusables.is_confusable(character, preferred_aliases=[])
    glyphs = (glyph["c"] for found in alike or () for glyph in found["homoglyphs"])
    return next((glyph for glyph in glyphs if glyph.isascii() and glyph.isalnum()), character)
