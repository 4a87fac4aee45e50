"""Who says it where no verb of reporting does: "in the army's telling", "by the tally of the ministry"; or where any
verb stands behind what is quoted: « …», усміхнувся речник»."""

from __future__ import annotations

from index.reports.lines import Line, Span
from index.reports.phrases import after
from index.reports.voices import person_in

# Who tells it has a name of so many words.
_OWNER = 8
# A telling has so many words before it: "the latest", "a first".
_DESCRIBED = 3
# Marks between what is quoted and its verb, and those that end a question or a cry.
_MARKS = frozenset({",", "،", "-", "–", "—"})
_CRIES = frozenset({"?", "!", "…", "؟"})
# What a verb behind a quotation is not.
_NO_VERB = (
    *("links", "conjunctions", "relatives", "complementizers", "subordinators", "determiners", "adverbs", "times"),
    *("negations", "by", "audiences", "in_subject", "first_person", "numbers"),
)


def telling(line: Line, at: int) -> Span | None:
    """Who tells it where a preposition at a place begins "in the army's telling" or "by the tally of the ministry";
    the span ends before the telling or behind who tells."""
    if not line.has(at, "telling_links"):
        return None
    owner = next((place for place in range(at + 1, min(len(line), at + _OWNER)) if _is_owner(line, place)), None)
    phrase = after(line, at + 1)
    if owner is not None and phrase is not None and phrase.last >= owner:
        return Span(phrase.first, owner)
    return maker(line, at + 1)


def _is_owner(line: Line, at: int) -> bool:
    """Whether somebody's telling stands at a place: "the army's telling", "the ministry's own count"."""
    return line.words[at].endswith("'s") and (line.has(at + 1, "tellings") or line.has(at + 2, "tellings"))


def maker(line: Line, at: int) -> Span | None:
    """Who made the tally, the list or the statement that a phrase at a place names: "a new list by the relief workers";
    None where it names nobody."""
    noun = next((place for place in range(at, at + _DESCRIBED + 1) if line.has(place, "tellings")), None)
    if noun is None or any(not line.is_word(place) or line.has(place, "links") for place in range(at, noun)):
        return None
    if not (line.has(noun + 1, "of") or line.has(noun + 1, "by") or line.has(noun + 1, "from")):
        return None
    speaker = after(line, noun + 2)
    return speaker if speaker is not None and _is_named(line, speaker) else None


def behind_quotation(line: Line, at: int) -> Span | None:
    """Who speaks where any verb stands at a place right behind what is quoted, and somebody behind the verb."""
    if not _closes(line, at - 1):
        return None
    verb = at + 1 if line.has(at, "auxiliaries") else at
    if not _may_be_verb(line, verb):
        return None
    speaker = after(line, verb + 1)
    if speaker is None or not _is_named(line, speaker):
        return None
    first = speaker.first
    while line.lexicon.adjectives and not (line.is_role(first) or line.is_name(first)):
        # "Развел руками начальник порта".
        first += 1
    return Span(first, speaker.last)


def quoted(line: Line, at: int) -> Span | None:
    """Who is quoted by somebody: "the agency quoted a military source as saying"; None where none is."""
    speaker = after(line, at + 1) if line.has(at, "quoted") and not line.has(at - 1, "be") else None
    quotes = speaker is not None and line.word(speaker.last + 1) == "as" and line.is_word(speaker.last + 2)
    return speaker if quotes else None


def _closes(line: Line, at: int) -> bool:
    """Whether a quotation ends at a place or a few marks before it, with a comma or a dash inside of it or behind."""
    marks = 0
    while at > 0 and line.word(at) in _MARKS:
        marks, at = marks + 1, at - 1
    return line.closes_quotation(at) and (marks > 0 or line.word(at - 1) in _MARKS | _CRIES)


def _may_be_verb(line: Line, at: int) -> bool:
    if not line.is_word(at) or line.is_name(at) or line.is_role(at) or line.named[at]:
        return False
    return not any(line.has(at, listed) for listed in _NO_VERB)


def _is_named(line: Line, speaker: Span) -> bool:
    """Whether somebody is named by office or by a full name."""
    roles = any(line.is_role(at) for at in range(speaker.first, speaker.last + 1))
    return roles or person_in(line, speaker) is not None
