"""What a speaker's noun phrase says of who speaks: a person, a body, people or an outlet, and in which office."""

from __future__ import annotations

from index.language.tokens import without_possessive
from index.reports.actors import actors, entry_of, namings
from index.reports.lines import Line, Span
from index.reports.offices import Office
from index.reports.records import Voice, VoiceKind

_LONGEST_NAME = 160
# Where the verb stands first, two sides may stand right behind each other.
_SIDES_MEET = frozenset({"ar"})
_KINDS: dict[str, VoiceKind] = {"outlet": "outlet", "people": "people", "person": "person", "body": "body"}


def voice_of(line: Line, span: Span, *, attached: str = "") -> Voice:
    """The voice that a noun phrase names; `attached` is a preposition that is written on to its first word."""
    span = _before_another(line, span)
    found = _offices(line, Span(span.first, _before_comma(line, span))) or _offices(line, span)
    person = _person(line, span)
    name = " ".join(_detached(line.phrase(span), attached).split())[:_LONGEST_NAME]
    name = without_possessive(name)
    entry = entry_of(name, line.lexicon.language)
    concepts = [concept for office in found for concept in office.concepts]
    if entry and actors()[entry].office:
        concepts.append(actors()[entry].office)
    return Voice(
        name,
        _kind(line, span, person),
        actor=actors()[entry].id if entry else "",
        office=tuple(dict.fromkeys(concepts)),
        person=person,
        count=_count(line, span),
    )


def _before_another(line: Line, span: Span) -> Span:
    """The phrase up to the name of another side right behind it: in Arabic who is accused stands behind who accuses,
    "اتهم الجيش السوداني قوات الدعم السريع". A name of two words, or one without the article, does not describe what
    has it."""
    article = line.lexicon.article
    if line.lexicon.cased or not article or line.lexicon.language not in _SIDES_MEET:
        return span
    text, before = line.phrase(span), None
    for naming in namings(text, line.lexicon.language):
        words, led = naming.name.split(), text[: naming.start].split()
        definite = bool(led) and led[-1].startswith(article)
        meets = before is not None and before.actor != naming.actor and not text[before.end : naming.start].strip()
        if meets or (definite and (len(words) > 1 or not words[0].startswith(article))):
            last = span.last
            while last > span.first and len(line.phrase(Span(span.first, last))) > naming.start:
                last -= 1
            return Span(span.first, last)
        before = naming
    return span


def _offices(line: Line, span: Span) -> list[Office]:
    return [office for at in range(span.first, span.last + 1) if (office := line.office(at)) is not None]


def _before_comma(line: Line, span: Span) -> int:
    """Where a name ends before what explains it."""
    return next((at - 1 for at in range(span.first, span.last + 1) if line.is_comma(at)), span.last)


def _detached(name: str, preposition: str) -> str:
    """A name without the preposition before it; in Arabic two of the same letter hide an article."""
    if not preposition:
        return name
    bare = name.removeprefix(preposition)
    return f"ا{bare}" if preposition == "ل" and bare.startswith("ل") and not bare.startswith("لا") else bare


def _kind(line: Line, span: Span, person: str) -> VoiceKind:
    """What the head of the phrase is: its first word of a role, or where roles stand last ("Doctors Network") its last
    one before a preposition."""
    if person:
        return "person"
    kinds: list[str] = []
    for at in range(span.first, span.last + 1):
        if kinds and (line.has(at, "links") or not line.is_word(at)):
            break
        office = line.office(at)
        if office is not None and office.kind != "domain":
            kinds.append(office.kind)
    if not kinds:
        return "body"
    head = kinds[0] if line.lexicon.head_first else kinds[-1]
    if head == "mouth":
        return "body" if "body" in kinds else "unnamed"
    return _KINDS[head]


def _person(line: Line, span: Span) -> str:
    """The family name of a person."""
    names = person_in(line, span)
    return line.words[names.last] if names is not None else ""


def person_in(line: Line, span: Span) -> Span | None:
    """The names of a person in a phrase: two or more with no body's word among them."""
    run: list[int] = []
    best: list[int] = []
    for at in range(span.first, span.last + 1):
        run = [*run, at] if _may_be_name(line, at, bool(run)) else []
        if len(run) >= 2 and len(run) > len(best) and not _names_a_body(line, run):
            best = run
    return Span(best[0], best[-1]) if best else None


def _names_a_body(line: Line, run: list[int]) -> bool:
    """Whether the names are a body's: an article stands before them, or its word behind ("the Plain Movement")."""
    behind = line.office(run[-1] + 1)
    body = behind is not None and behind.kind in ("body", "outlet") and line.is_name(run[-1] + 1)
    return body or line.has(run[0] - 1, "determiners")


def _may_be_name(line: Line, at: int, follows: bool) -> bool:
    """Whether a word may be one of a person's names; without capitals it stands behind what has the article."""
    if not line.is_word(at) or line.named[at] or line.office(at) is not None or line.has(at, "links"):
        return False
    if line.has(at, "determiners"):
        return False
    if line.lexicon.cased:
        return line.is_name(at) and not line.words[at].endswith("'s") and not line.tokens[at].text.isupper()
    article = line.lexicon.article
    definite = line.word(at - 1).startswith(article) or line.has(at - 1, "titles")
    return not line.words[at].startswith(article) and (follows or definite)


def _count(line: Line, span: Span) -> int:
    numbers = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
    return next((numbers[line.words[at]] for at in range(span.first, span.last + 1) if line.words[at] in numbers), 1)
