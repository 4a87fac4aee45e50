"""The last gate: a claim says no number, name or quotation that its quote does not have."""

from __future__ import annotations

import re

from index.language.tokens import tokens

_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_QUOTED = re.compile(r"\"([^\"]+)\"|“([^“”]+)”")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def faithful(text: str, quote: str) -> bool:
    """Whether all that `text` states outside brackets stands in `quote`, as numbers, names and quotations go."""
    stated = _BRACKETS.sub(" ", text)
    return (
        set(_NUMBER.findall(stated)) <= set(_NUMBER.findall(quote))
        and _names(stated) <= _words(quote)
        and all(_plain(one or other) in _plain(quote) for one, other in _QUOTED.findall(stated))
    )


def _names(text: str) -> set[str]:
    return {token.text for token in tokens(text) if token.is_word and token.is_name}


def _words(text: str) -> set[str]:
    return {token.text for token in tokens(text)}


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\"“”…]", " ", text).split()).strip(" .,")
