"""Long lists, a page at a time: what is shown, and the buttons to what stands before and after it. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from bot.wording.message import Button
from bot.wording.texts import Texts
from bot.wording.typeset import Html

T = TypeVar("T")
# A list that was sent may be turned for a month.
TURN_MINUTES = 60 * 24 * 30


@dataclasses.dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Part of a list: `shown` are its items with their numbers in the whole list. Pages count from 0."""

    shown: tuple[tuple[int, T], ...]
    number: int
    total: int

    def heading(self, heading: str, texts: Texts) -> Html:
        """The heading of the list, with which page this is where there are several."""
        if self.total <= 1:
            return Html(heading)
        return Html(f"{heading}\n{texts('part', number=self.number + 1, total=self.total)}")

    def buttons(self, texts: Texts, turn: Callable[[int], str]) -> tuple[tuple[Button, ...], ...]:
        """A row to the pages before and after; `turn` makes the data of the button to a page."""
        others = (to for to in (self.number - 1, self.number + 1) if 0 <= to < self.total)
        row = tuple(Button(texts.plain("button-turn", number=to + 1), data=turn(to)) for to in others)
        return (row,) if row else ()


def page_of(items: Sequence[T], number: int, size: int) -> Page[T]:
    """That page of the list, or the last one where the list has become shorter."""
    total = max(1, -(-len(items) // size))
    number = max(0, min(number, total - 1))
    numbered = enumerate(items[number * size : (number + 1) * size], start=number * size + 1)
    return Page(tuple(numbered), number, total)


def page_in(payload: str) -> int:
    """The page that a button's payload names: all of it, or what follows the dot; the first where none is named."""
    named = payload.rpartition(".")[2] if "." in payload else payload
    return int(named) if named.isdecimal() else 0
