"""Words and marks of a text with their places, for the grammars that read sentences."""

from __future__ import annotations

import dataclasses
import re

from index.language.remembering import remembered

# Accents and vowel signs that stand as characters of their own belong to the letter before them.
_LETTERS = r"(?:[^\W_][\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670]*)+"
# A word keeps its inner hyphens, apostrophes and full stops (al-Assad, Syria's, U.S., 1,300, 7.15), and in Hebrew the
# quotation mark before the last letter of initials.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?!-?[^\W\d_]|\d)"
    rf"|{_LETTERS}(?:(?:[-'’‑/.]|(?<=[א-ת])[\"״׳](?=[א-ת])){_LETTERS})*|[^\w\s]"
)

# In capitals these are names, in small letters very common words.
_NAMES_NOT_WORDS = frozenset({"WHO", "US", "IT", "IS"})


@dataclasses.dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark: `text == source[start:end]`."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        return self.text if self.text in _NAMES_NOT_WORDS else self.text.lower()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_name(self) -> bool:
        """Written as a name is: a capital, or a particle such as al- before one."""
        first, _, rest = self.text.partition("-")
        return self.text[0].isupper() or (first in {"al", "el", "as", "ash", "ad", "an", "ar"} and rest[:1].isupper())


def without_marks(word: str) -> str:
    """A word as text is split at blanks, without the marks that stand around it."""
    return word.strip(".,:;!?\"'«»“”()")


def without_possessive(name: str) -> str:
    """A name without the "'s" that says what is its own."""
    return name.removesuffix("'s").removesuffix("’s")


def tokens(text: str) -> list[Token]:
    """The words and marks of `text`, in order."""
    return list(_tokens(text))


# Several readers look at one sentence, one after the other.
@remembered(32)
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(Token(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(text))
