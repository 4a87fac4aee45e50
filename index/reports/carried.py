"""Bare numbers that go on counting what the sentences before them count: "The hospital says 16."."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from index.language.reporting import folded, reporting
from index.language.tokens import Token, tokens
from index.reports.records import Figure, Statement

# A bare number counts what one of so many statements before it counts, and is of its order.
_REACH, _TIMES = 3, 5.0
# The verb of reporting, or "toll", stands among so many words before the number.
_BEFORE = 4
# "One" stands for a person more often than for a toll.
_LEAST = 2
# Characters that so many words take at most.
_ROOM = 80
_OF_PEOPLE = frozenset({"killed", "wounded", "missing", "displaced", "arrested", "captured"})
# What is written down of people: "lists 22 names".
_WRITTEN = frozenset({"", "names"})


def carried(text: str, language: str, statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements, in order, each bare number in them that somebody gives with the outcome and the people of the
    last count before it."""
    last: Figure | None = None
    since = 0
    for statement in statements:
        figures = []
        for figure in statement.figures:
            if last is not None and since <= _REACH and _goes_on(text, language, statement, figure, last):
                figure = dataclasses.replace(figure, counted=last.counted, outcome=last.outcome)
            figures.append(figure)
            if figure.outcome in _OF_PEOPLE and not (figure.part or figure.total) and figure.value:
                last, since = figure, 0
        since += 1
        yield dataclasses.replace(statement, figures=tuple(figures))


def _goes_on(text: str, language: str, statement: Statement, figure: Figure, last: Figure) -> bool:
    """Whether a number that stands without a noun, of the order of the last count, is given as a count."""
    bare = not figure.outcome and figure.counted in _WRITTEN and not (figure.part or figure.total)
    if not bare or figure.value != int(figure.value) or figure.value < _LEAST:
        return False
    if not last.value / _TIMES <= figure.value <= last.value * _TIMES:
        return False
    before = text[max(statement.start, figure.start - _ROOM) : figure.start]
    after = text[figure.end : min(statement.end, figure.end + _ROOM)]
    closed = bool(figure.counted) or _is_closed(language, tokens(after))
    return closed and _is_given(language, tokens(before))


def _is_closed(language: str, after: Sequence[Token]) -> bool:
    """Whether no noun follows: the sentence ends, a mark stands there, or a word that opens what is new."""
    if not after or not after[0].is_word:
        return True
    lexicon, word = reporting(language), folded(after[0].text)
    if lexicon.has(word, "links") and len(after) > 1:
        # "A figure of 51 on Monday", not "sixteen on its side".
        return lexicon.has(folded(after[1].text), "times")
    return any(lexicon.has(word, listed) for listed in ("conjunctions", "by", "times", "relatives"))


def _is_given(language: str, before: Sequence[Token]) -> bool:
    """Whether a number is given as a count: right behind a verb of reporting, or behind "a toll of"; behind a comma it
    may be an age."""
    if not before or not before[-1].is_word:
        return False
    lexicon = reporting(language)
    words = [folded(token.text) for token in before[-_BEFORE:]]
    return any(lexicon.verb(word) is not None or lexicon.has(word, "counts") for word in words)
