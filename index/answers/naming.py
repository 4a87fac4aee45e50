"""Whether a text speaks of a name, however it spells it."""

from __future__ import annotations

import functools

from index.answers.concepts import kin
from index.answers.evidence import Report
from index.answers.gazetteer import is_country, other_names, sound
from index.language.terms import terms


def has_name(name: str, report: Report) -> bool:
    """Whether a report has a name, in any of its spellings."""
    return is_named(name, report.stems | set(terms(report.publisher)), report.sounds)


def is_named(name: str, stems: frozenset[str], sounds: frozenset[str] = frozenset()) -> bool:
    """Whether a text of these stems, whose names sound like this, has a name in any of its spellings."""
    heard = frozenset() if is_country(name) else sounds
    for parts in _spellings(name):
        if all(stem in stems or kin(stem) & stems or like in heard for stem, like in parts):
            return True
    return False


@functools.lru_cache(maxsize=1024)
def _spellings(name: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Each way a name is written, as the stem and the sound of each of its words."""
    written = (
        tuple((stem, sound(word)) for word in spelled.split() for stem in terms(word)) for spelled in other_names(name)
    )
    return tuple(parts for parts in written if parts)
