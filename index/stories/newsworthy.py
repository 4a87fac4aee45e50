"""Whether a report tells news of its day: pieces that explain, argue or look back do not. Pure."""

from __future__ import annotations

import functools

from index.language.lexicon import lexicon
from index.language.tokens import tokens
from index.reports.report import Report
from index.stories.statements import tells

# So many sentences say what a report is about.
_OPENING = 4
_LONGEST_MARK = 4


def tells_news(report: Report) -> bool:
    """Whether its headline is no question and no explanation, and its opening tells of a deed, a toll or something said
    that was not long past."""
    if explains(report.title, report.reading.language):
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


@functools.cache
def _marks(language: str) -> frozenset[tuple[str, ...]]:
    words = lexicon(language, "asking").get("explaining", {}).get("words", "")
    return frozenset(tuple(phrase.split("_")) for phrase in words.split())
