"""Which side outlets take, as admins have written it into the publishers' profiles. Nothing here is guessed. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

# A publisher's leaning, by the publisher's name; who has none written down is not in it.
Leanings = Mapping[str, str]


def are_opposed(publishers: Iterable[str], leanings: Leanings) -> bool:
    """Whether outlets of two leanings are among them; those whose leaning nobody wrote down do not count."""
    return len({leanings[name].strip().casefold() for name in publishers if name in leanings}) > 1
