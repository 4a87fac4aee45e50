"""Whether a report speaks of a name, however it spells it."""

from __future__ import annotations

from index.answers.concepts import kin
from index.answers.evidence import Report
from index.answers.gazetteer import is_country, other_names, sound
from index.text.terms import terms


def has_name(name: str, report: Report) -> bool:
    """Whether a report has a name, in any of its spellings."""
    stems = report.stems | set(terms(report.publisher))
    sounds = frozenset() if is_country(name) else report.sounds
    for written in other_names(name):
        parts = [(stem, sound(word)) for word in written.split() for stem in terms(word)]
        if parts and all(stem in stems or kin(stem) & stems or heard in sounds for stem, heard in parts):
            return True
    return False
