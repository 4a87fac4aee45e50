"""Names that stand where a place's do, by their sound: what two languages share of a town that no table has. Pure."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from index.language.lexicon import lexicon
from index.language.reporting import reporting
from index.language.tokens import Token, tokens
from index.places.words import BEFORE, ELIDED, KINDS
from index.reports.romanised import skeleton

# Fewer consonants are shared by too many names.
_CONSONANTS, _LETTERS = 3, 6
_MOST_NAMES = 12
_ARTICLES = ("al-", "el-", "as-", "ash-", "an-", "ar-", "ad-", "ال")


def names_in(texts: Sequence[str], language: str) -> tuple[str, ...]:
    """How the names sound that stand behind a word of place in these texts of a report, with and without the article; a
    long one that has few consonants as it is written."""
    sounds: dict[str, None] = {}
    for text in texts:
        for name in _behind_words_of_place(text, language):
            sounds.update(dict.fromkeys(_sounds(name)))
    return tuple(sounds)[:_MOST_NAMES]


def _sounds(name: str) -> Iterator[str]:
    for form in {name, _without_article(name)}:
        sound = skeleton(form)
        if len(sound) >= _CONSONANTS:
            yield sound
        elif len(form) >= _LETTERS:
            yield form


def _behind_words_of_place(text: str, language: str) -> Iterator[str]:
    words = [token for token in tokens(text) if token.is_word]
    # "In a statement", "on Telegram".
    manner = lexicon(language, "reporting").get("manner", "").split()
    before = BEFORE.get(language, frozenset()) | KINDS.get(language, frozenset())
    for word, following in itertools.pairwise(words):
        opens = word.lower in before or word.lower.rpartition("'")[2] in before
        if opens and _may_be_name(following, language) and following.lower not in {*before, *manner}:
            yield _bare(following.text, language)


def _may_be_name(token: Token, language: str) -> bool:
    return token.is_name if reporting(language).cased else not token.text[0].isdigit()


def _bare(name: str, language: str) -> str:
    """A name in small letters, without what is elided before it."""
    lower = name.casefold()
    first, _, rest = lower.partition("'")
    return rest if rest and first in ELIDED and language == "fr" else lower


def _without_article(name: str) -> str:
    return next((name.removeprefix(article) for article in _ARTICLES if name.startswith(article)), name)
