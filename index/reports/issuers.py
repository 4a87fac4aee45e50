"""Whose communique a report is: it opens with a name and says nothing yet. "Islamic State, province of Aleppo, news in
brief." "Statement of the defence ministry." All that follows is said by that body."""

from __future__ import annotations

from index.reports.actors import actors, entry_of
from index.reports.lines import Line, Span
from index.reports.phrases import is_finite
from index.reports.speaking import speaker_in

# A heading has so many words.
_LONGEST = 14
# What is written and sent out.
_WRITTEN = ("documents", "manner", "utterances", "tellings")


def issuer(line: Line) -> Span | None:
    """The body that a report's first sentence names, where it is a heading; None where it tells something."""
    headline = line.titled or any(line.word(at) == ":" for at in range(len(line) - 1))
    if len(line) > _LONGEST or line.quoted[0] or headline or any(_tells(line, at) for at in range(len(line))):
        return None
    first = _behind_document(line)
    last = next((at for at in range(first + 1, len(line)) if _ends_name(line, at, named=first > 0)), len(line)) - 1
    span = Span(first, last)
    joined = any(line.has(at, "links") and not line.has(at, "of") for at in range(first, last + 1))
    plain = line.lexicon.cased and not all(_may_name(line, at) for at in range(first, last + 1))
    if line.has(first, "indefinite") or joined or plain or speaker_in(line, span) != span:
        return None
    entry = entry_of(line.phrase(span), line.lexicon.language)
    # A town or a country at the head of a report is where it was written.
    armed = bool(entry) and actors()[entry].kind != "state"
    return span if armed or any(_is_body(line, at) for at in range(first, last + 1)) else None


def _ends_name(line: Line, at: int, *, named: bool) -> bool:
    """Whether a name ends before a mark, before whom it speaks to, or, behind "statement of", what it is about."""
    about = named and line.has(at, "links") and not line.has(at, "of")
    return not line.is_word(at) or line.has(at, "infinitive") or about


def _may_name(line: Line, at: int) -> bool:
    """Whether a word may be part of a body's name: written as a name, or the word of an office."""
    little = any(line.has(at, listed) for listed in ("links", "articles", "conjunctions"))
    return at == 0 or little or line.is_name(at) or line.office(at) is not None


def _is_body(line: Line, at: int) -> bool:
    office = line.office(at)
    return office is not None and office.kind == "body"


def _tells(line: Line, at: int) -> bool:
    """Whether a word is a verb: then something is said."""
    if line.is_name(at) and at > 0:
        return False
    verb = line.lexicon.verb(line.words[at]) is not None and not line.is_role(at) and not line.has(at, "nouns_too")
    return verb or line.has(at, "auxiliaries") or line.has(at, "finite") or (at > 0 and is_finite(line, at))


def _behind_document(line: Line) -> int:
    """The place behind "Statement of", "بيان": what is written is no name of who writes it."""
    if not any(line.has(0, listed) for listed in _WRITTEN):
        return 0
    return 2 if line.has(1, "links") or line.has(1, "by") else 1
