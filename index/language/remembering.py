"""What was made of a word or a sentence is remembered: within a number of entries, and within bytes, too."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_REMEMBERING: list[Callable[[], None]] = []


def remembered(entries: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """`functools.lru_cache` of so many entries, which `forget` empties: their number bounds no bytes, for a stranger
    may write words a thousand letters long."""

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        remembering = functools.lru_cache(maxsize=entries)(function)
        _REMEMBERING.append(remembering.cache_clear)
        return remembering  # type: ignore[return-value]

    return decorate


def forget() -> None:
    """Empty all that is remembered so."""
    for empty in _REMEMBERING:
        empty()
