"""Whose words a question asks for, and which statements are theirs."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import UTC, datetime

from index.answers.candidates import Candidate
from index.answers.casing import UNDECLINED
from index.language.reporting import folded, reporting
from index.language.terms import terms
from index.language.tokens import Token, tokens, without_marks, without_possessive
from index.language.vocabulary import marked
from index.reports.actors import Naming, namings, side_of
from index.reports.offices import PLAIN_OFFICES
from index.reports.reading import read
from index.reports.records import Voice
from index.reports.report import Testimony
from index.reports.romanised import ways_heard
from index.reports.speakers import office_of, same_speaker

# Where who speaks stands before the verb, also in a question.
_SUBJECT_FIRST = frozenset({"en", "fr"})
_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)


def asked_speaker(text: str, language: str) -> Voice | None:
    """Who is asked to have said something ("what did the mayor say", "according to the UN"); None where nobody is.

    The question is read as a report is. A word that only asks, or a plain noun, is nobody.
    """
    asking, _, beside = text.rstrip(" ?؟!.").rpartition("?")
    if asking and beside:
        # What is only added to a question says why it is asked.
        return asked_speaker(asking, language)
    question = text.strip(" ¿?؟!.")
    telling = _telling(question, language) or _telling(_without_first_asking(question, language), language)
    return _without_asking(_without_topic(telling[-1], language), language) if telling else None


def _telling(text: str, language: str) -> list[Voice]:
    """Who speaks in the last sentence of a question, read as a report is."""
    statements = read("", f"{text}.", "", _ANY_DAY, language).statements if text else ()
    last = max((statement.sentence for statement in statements), default=0)
    voices = [statement.voices[0] for statement in statements if statement.voices and statement.sentence == last]
    return [voice for voice in voices if _is_somebody(voice, language) and not _is_aside(voice, text, language)]


def _without_first_asking(text: str, language: str) -> str:
    """A question without the word that it begins with, where that only asks: «qué dijo la Media Luna Roja», whose
    subject stands behind the verb."""
    first, _, asked = text.partition(" ")
    return asked if marked(first, language, "asking").says("words", 0) and language not in _SUBJECT_FIRST else ""


def _without_topic(voice: Voice, language: str) -> Voice:
    """A voice without what it is asked about, where a question goes on with that: «Ізраїль про поховання», «Хагари о
    здании». An office has its place there: "the mayor of Kharkiv"."""
    named = next(iter(namings(voice.name, language)), None)
    if named is not None and not named.start:
        following = voice.name[named.end :].split()
        goes_on = bool(following) and folded(following[0]) in reporting(language).leading
        return _as_state(voice, named) if goes_on else voice
    if office_of(voice) or not reporting(language).cased:
        return voice
    words = [part for part in tokens(voice.name) if part.is_word]
    head = _before_preposition(words, language)
    if len(head) == len(words) or not all(part.is_name for part in head):
        return voice
    return dataclasses.replace(voice, name=voice.name[: head[-1].end])


def _as_state(voice: Voice, named: Naming) -> Voice:
    """A voice as the state alone that its name names."""
    return dataclasses.replace(voice, name=named.name, kind="body", actor=named.actor, office=(), person="")


def _is_aside(voice: Voice, text: str, language: str) -> bool:
    """Whether somebody only speaks in a clause that says when: "the last village held before the SDF declared"."""
    begins = text.find(voice.name)
    before = [folded(part.text) for part in tokens(text[: max(0, begins)]) if part.is_word]
    lexicon, asking = reporting(language), marked(before[-1] if before else "", language, "asking")
    when = lexicon.sets["subordinators"] - lexicon.sets["complementizers"]
    return bool(before) and before[-1] in when and not asking.says("words", 0)


def _without_asking(voice: Voice, language: str) -> Voice:
    """A voice without the single word before a state's name that a question has there: "Has Russia", "Troops Kyiv"."""
    if language not in UNDECLINED:
        return voice
    named = [naming for naming in namings(voice.name, language) if naming.end == len(voice.name)]
    if len(named) != 1 or voice.name[: named[0].start].count(" ") != 1:
        return voice
    if marked(voice.name, language, "counting").says("determiners", 0):
        return voice
    return _as_state(voice, named[0])


def _is_somebody(voice: Voice, language: str) -> bool:
    if marked(voice.name, language, "asking").says("kinds", 0) == "figure":
        # "Cuántos ataques contra las tropas": what is counted.
        return False
    if voice.place and not voice.actor and not office_of(voice):
        # "Douma: how many were killed" names where, not who.
        return False
    if voice.actor or office_of(voice) - PLAIN_OFFICES:
        return True
    if not _is_headed_by_name(voice.name, language):
        return False
    asking = marked(voice.name, language, "asking")
    return any(voice.name[asking[at].start].isupper() and not asking.says("words", at) for at in range(len(asking)))


def _is_headed_by_name(name: str, language: str) -> bool:
    """Whether what stands before the first preposition ends with a name: "Mark Cohen", "Bank of England"; not "the
    article on Gaza", "Google's harms". Of scripts without capitals that is not known, and so it does."""
    head = _before_preposition([part for part in tokens(name) if part.is_word], language)
    return bool(head) and head[-1].text[:1] == head[-1].text[:1].upper()


def _before_preposition(words: Sequence[Token], language: str) -> Sequence[Token]:
    """The words before the first preposition that leads to a place or a topic; all where none does. The first word is
    always among them."""
    leading = reporting(language).leading
    return words[: next((at for at, part in enumerate(words) if at and folded(part.text) in leading), len(words))]


def of_speaker(voice: Voice | None, candidates: Sequence[Candidate], behind: float) -> list[Candidate]:
    """The candidates that are the words of whoever is asked about; where none is, those that name them and are at most
    so much less likely than the best: "Moscow has not commented"."""
    if voice is None:
        return list(candidates)
    said = [candidate for candidate in candidates if says(voice, candidate.testimony)]
    least = candidates[0].score - behind if candidates else 0.0
    # "Residents" speak in many reports.
    if said and (voice.actor or voice.person or _sounds(voice.name) or said[0].score >= least):
        return said
    return [candidate for candidate in candidates if candidate.score >= least and _names(voice, candidate.testimony)]


def says(voice: Voice, testimony: Testimony) -> bool:
    """Whether a statement is somebody's words, or those of somebody on the side that is asked about."""
    day = testimony.report.written
    side = side_of(voice.actor, day) if voice.actor and not office_of(voice) else ""
    for other in testimony.statement.voices:
        if same_speaker(voice, other) or (side and other.actor and side_of(other.actor, day) == side):
            return True
        if not side and _is_named_in(voice, other.name):
            return True
    outlet = _sounds(testimony.report.publisher)
    # "Reuters and AFP" are two outlets.
    return _is_heard_in(voice, outlet) or (bool(outlet) and outlet <= _sounds(voice.name))


def _names(voice: Voice, testimony: Testimony) -> bool:
    if voice.actor and voice.actor in {party.actor for party in testimony.statement.parties}:
        return True
    if _sounds(voice.name):
        return _is_named_in(voice, testimony.text)
    words = frozenset(terms(voice.name))
    return bool(words) and words <= testimony.stems


def _is_named_in(voice: Voice, text: str) -> bool:
    """Whether every name of a voice stands in a text, in any script."""
    return _is_heard_in(voice, _sounds(text))


def _is_heard_in(voice: Voice, sounds: frozenset[str]) -> bool:
    names = _named_words(voice.name)
    return bool(names) and all(ways_heard(name) & sounds for name in names)


def _sounds(text: str) -> frozenset[str]:
    """How the names of a text may sound."""
    return frozenset[str]().union(*map(ways_heard, _named_words(text)))


def _named_words(text: str) -> list[str]:
    """The words of a text that are written as names; of scripts without capitals all of them."""
    words = [without_possessive(without_marks(word)) for word in text.split()]
    named = [word for word in words if word[:1].isupper() or (not word.isascii() and word[:1] == word[:1].upper())]
    return [word for word in named if ways_heard(word)]
