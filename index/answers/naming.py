"""Whether a text speaks of a name, however it spells it."""

from __future__ import annotations

from index.answers.concepts import kin
from index.answers.evidence import Report
from index.answers.gazetteer import is_country, other_names, sound
from index.text.terms import terms


def has_name(name: str, report: Report) -> bool:
    """Whether a report has a name, in any of its spellings."""
    return is_named(name, report.stems | set(terms(report.publisher)), report.sounds)


def is_named(name: str, stems: frozenset[str], sounds: frozenset[str] = frozenset()) -> bool:
    """Whether a text of these stems, whose names sound like this, has a name in any of its spellings."""
    heard = frozenset() if is_country(name) else sounds
    for written in other_names(name):
        parts = [(stem, sound(word)) for word in written.split() for stem in terms(word)]
        if parts and all(stem in stems or kin(stem) & stems or like in heard for stem, like in parts):
            return True
    return False
