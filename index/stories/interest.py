"""What one reader wants to be told, and what the reader thought of earlier stories."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float32]


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """A story that the reader found helpful (1) or not (-1), by what it is about: its embedding."""

    weight: int
    about: Vector


@dataclasses.dataclass(frozen=True, slots=True)
class Interest:
    """`topics`: only stories on these and on the followed ones; none: everything. `followed`: they come first.

    `muted`: ids of stories to leave out. `judged`: ids of stories with whether they were helpful (1) or not (-1).
    `language`: the reader's, "" where it does not matter.
    """

    topics: tuple[str, ...] = ()
    followed: tuple[str, ...] = ()
    muted: frozenset[str] = frozenset()
    judged: tuple[tuple[str, int], ...] = ()
    language: str = ""

    @property
    def named(self) -> tuple[str, ...]:
        """All topics, each once."""
        return tuple(dict.fromkeys((*self.topics, *self.followed)))


EVERYTHING = Interest()


def taste(about: Vector, verdicts: Sequence[Verdict], *, unrelated: float) -> float:
    """Whether stories like this one were helpful, from -1 to 1; 0 where none like it was judged. Pure.

    A verdict counts in full for the same story and fades to nothing at the cosine of `unrelated` ones; together they
    never count for more than one.
    """
    total = 0.0
    for verdict in verdicts:
        if about.size and verdict.about.size == about.size:
            total += verdict.weight * max(0.0, (float(about @ verdict.about) - unrelated) / (1 - unrelated))
    return max(-1.0, min(1.0, total))
