"""What a speaker's noun phrase says of who speaks: a person, a body, people or an outlet, and in which office."""

from __future__ import annotations

from index.reports.actors import actors, entry_of
from index.reports.lines import Line, Span
from index.reports.offices import Office
from index.reports.records import Voice, VoiceKind

_LONGEST_NAME = 160


def voice_of(line: Line, span: Span, *, attached: str = "") -> Voice:
    """The voice that a noun phrase names; `attached` is a preposition that is written on to its first word."""
    found = [office for at in range(span.first, span.last + 1) if (office := line.office(at)) is not None]
    person = _person(line, span)
    name = " ".join(_detached(line.phrase(span), attached).split())[:_LONGEST_NAME]
    entry = entry_of(name, line.lexicon.language)
    concepts = [concept for office in found for concept in office.concepts]
    if entry and actors()[entry].office:
        concepts.append(actors()[entry].office)
    return Voice(
        name,
        _kind(found, person),
        actor=actors()[entry].id if entry else "",
        office=tuple(dict.fromkeys(concepts)),
        person=person,
        count=_count(line, span),
    )


def _detached(name: str, preposition: str) -> str:
    """A name without the preposition before it; in Arabic two of the same letter hide an article."""
    if not preposition:
        return name
    bare = name.removeprefix(preposition)
    return f"ا{bare}" if preposition == "ل" and bare.startswith("ل") and not bare.startswith("لا") else bare


def _kind(found: list[Office], person: str) -> VoiceKind:
    kinds = [office.kind for office in found if office.kind != "domain"]
    if person:
        return "person"
    if not kinds:
        return "body"
    first = kinds[0]
    if first == "mouth":
        return "body" if "body" in kinds else "unnamed"
    if first == "outlet":
        return "outlet"
    return "people" if first == "people" else "person" if first == "person" else "body"


def _person(line: Line, span: Span) -> str:
    """The family name of a person: the last of two names or more with no body's word among them."""
    run: list[int] = []
    best: list[int] = []
    for at in range(span.first, span.last + 1):
        run = [*run, at] if _may_be_name(line, at, bool(run)) else []
        if len(run) >= 2 and len(run) > len(best):
            best = run
    return line.words[best[-1]] if best else ""


def _may_be_name(line: Line, at: int, follows: bool) -> bool:
    """Whether a word may be one of a person's names; without capitals it stands behind what has the article."""
    if not line.is_word(at) or line.named[at] or line.office(at) is not None or line.has(at, "links"):
        return False
    if line.lexicon.cased:
        return line.is_name(at) and not line.words[at].endswith("'s") and not line.tokens[at].text.isupper()
    article = line.lexicon.article
    definite = line.word(at - 1).startswith(article) or line.has(at - 1, "titles")
    return not line.words[at].startswith(article) and (follows or definite)


def _count(line: Line, span: Span) -> int:
    numbers = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
    return next((numbers[line.words[at]] for at in range(span.first, span.last + 1) if line.words[at] in numbers), 1)
