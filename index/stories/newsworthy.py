"""Whether a report tells news of its day: pieces that explain, argue or look back do not. Pure."""

from __future__ import annotations

import functools

from index.language.lexicon import lexicon
from index.language.reporting import folded
from index.language.tokens import tokens
from index.places import find
from index.reports.offices import offices
from index.reports.report import Report
from index.stories.openings import argues, toll
from index.stories.statements import tells

# So many sentences say what a report is about.
_OPENING = 4
_LONGEST_MARK = 4
# Words of a person's name.
_NAMES = (2, 3)


def tells_news(report: Report) -> bool:
    """Whether its headline is no question and no explanation, it is no essay, and its opening tells of a deed, a toll
    or something said that was not long past."""
    if explains(report.title, report.reading.language) or argues(report) or _is_signed(report):
        return False
    opening = [testimony for testimony in report.testimonies if testimony.statement.sentence < _OPENING]
    headline = report.reading.headline
    tellings = (
        headline is not None and not headline.background and bool(headline.acts or headline.voices or headline.figures)
    )
    fresh = [testimony for testimony in opening if not testimony.statement.background]
    if opening and not fresh:
        return False
    return tellings or any(tells(testimony) for testimony in fresh)


def explains(title: str, language: str) -> bool:
    """Whether a headline asks a question or begins as that of an explanation, a comment or an interview."""
    if title.rstrip(" \"'”»").endswith(("?", "؟")):
        return True
    first = [token.lower for token in tokens(title) if token.is_word][:_LONGEST_MARK]
    return any(tuple(first[:count]) in _marks(language) for count in range(1, len(first) + 1))


def _is_signed(report: Report) -> bool:
    """Whether the name of a person stands before a bar in the headline, as columns are signed; a place, a body or the
    outlet there is none, nor is one word: "Breaking | …"."""
    before, bar, _ = report.title.partition("|")
    words = [token.text for token in tokens(before) if token.is_word]
    if not bar or len(words) not in _NAMES or toll(report) > 1:
        return False
    language, outlet = report.reading.language, report.publisher.casefold()
    listed = lexicon(language, "asking").get("words", {}).get("asking", "").split()
    return not any(
        word.casefold() in outlet
        or word.casefold() in listed
        or find(word, language)
        or offices(language).office(folded(word)) is not None
        for word in (*words, " ".join(words))
    )


@functools.cache
def _marks(language: str) -> frozenset[tuple[str, ...]]:
    words = lexicon(language, "asking").get("explaining", {}).get("words", "")
    return frozenset(tuple(phrase.split("_")) for phrase in words.split())
