"""What one reader wants to be told."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Interest:
    """`topics`: only stories on these and on the followed ones; none: everything. `followed`: they come first."""

    topics: tuple[str, ...] = ()
    followed: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """All topics, each once."""
        return tuple(dict.fromkeys((*self.topics, *self.followed)))


EVERYTHING = Interest()
