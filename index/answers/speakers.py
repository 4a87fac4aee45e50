"""Who speaks in one sentence: reporting verbs, "according to", "citing", and the names they go with."""

from __future__ import annotations

import dataclasses
import re

from index.answers import speech
from index.answers.phrases import has_verb, lower_at, phrase_before
from index.language.tokens import Token, tokens

# An attack that "claimed the lives of 27" says nothing.
_KILLS = re.compile(r"claim(?:s|ed)\s(?!that\b)(?:[\w-]+\s){0,4}?li(?:fe|ves)\b", re.IGNORECASE)


@dataclasses.dataclass(frozen=True, slots=True)
class Saying:
    """One act of reporting in a sentence: `speaker` as written, the verb, and to whom it was told, if an outlet."""

    speaker: str
    verb: str
    start: int
    end: int
    audience: str = ""

    @property
    def is_pronoun(self) -> bool:
        return self.speaker.lower() in speech.PRONOUNS


def sayings(sentence: str) -> list[Saying]:
    """The acts of reporting in a sentence, in order of place."""
    parts = tokens(sentence)
    found = []
    for place, token in enumerate(parts):
        if token.lower == "according" and lower_at(parts, place + 1) == "to":
            found.append(_forward(sentence, parts, place, place + 2))
        elif token.lower == "by" and lower_at(parts, place - 1) in speech.UTTERANCES:
            found.append(_forward(sentence, parts, place - 1, place + 1))
        elif token.lower in {"citing", "quoting"}:
            found.append(_forward(sentence, parts, place, place + 1))
        elif token.lower in speech.SAY and not _of_a_name(parts, place) and not _KILLS.match(sentence, token.start):
            found.append(_at_verb(sentence, parts, place))
    return [saying for saying in found if saying is not None]


def _at_verb(sentence: str, parts: list[Token], place: int) -> Saying | None:
    verb = parts[place].lower
    before = lower_at(parts, place - 1)
    if verb == "quoted" and lower_at(parts, place + 1) in {"as", "by"}:
        return _quoted_as(sentence, parts, place)
    if before == "and" and verb not in speech.WEAK and parts[0].lower in {"he", "she", "it", "they"}:
        return Saying(parts[0].text, verb, parts[0].start, parts[place].end)
    if before in speech.PASSIVE or before in {
        "to",
        "the",
        "a",
        "an",
        "and",
        "of",
        "his",
        "its",
        "their",
        "reportedly",
        "by",
    }:
        return None
    inverted = _inverted(sentence, parts, place) if verb not in speech.WEAK else None
    if inverted:
        return inverted
    first = phrase_before(parts, place)
    if first is None or (verb in {"found", "finds"} and lower_at(parts, place + 1) != "that"):
        return None
    speaker = sentence[parts[first[0]].start : parts[first[1]].end]
    if verb in speech.WEAK and not _strong_speaker(parts[first[0] : first[1] + 1]):
        return None
    return Saying(speaker, verb, parts[first[0]].start, parts[place].end, _audience(sentence, parts, place))


def _of_a_name(parts: list[Token], place: int) -> bool:
    """Whether what looks like a verb is the end of a name: the States of "the United States"."""
    return parts[place].is_name and place > 0 and parts[place - 1].is_name


def _strong_speaker(phrase: list[Token]) -> bool:
    return any(token.is_name or token.lower in speech.ROLES for token in phrase) and len(phrase) <= 14


def _quoted_as(sentence: str, parts: list[Token], place: int) -> Saying | None:
    """ "Barazi was quoted as saying by Al Mayadeen TV": the speaker, told to an outlet."""
    first = phrase_before(parts, place - 1) if lower_at(parts, place - 1) in speech.PASSIVE else None
    if first is None:
        return None
    outlet = ""
    for ahead in range(place, min(len(parts), place + 5)):
        if parts[ahead].lower == "by":
            outlet = _phrase_text(sentence, parts, ahead + 1)
    speaker = sentence[parts[first[0]].start : parts[first[1]].end]
    return Saying(speaker, "said", parts[first[0]].start, parts[place].end, outlet)


def _forward(sentence: str, parts: list[Token], place: int, after: int) -> Saying | None:
    speaker = _phrase_text(sentence, parts, after)
    if not speaker or lower_at(parts, after) in {"our", "my", "what"}:
        return None
    return Saying(speaker, parts[place].lower, parts[place].start, parts[place].end)


def _phrase_text(sentence: str, parts: list[Token], first: int) -> str:
    last = _phrase_after(parts, first)
    return sentence[parts[first].start : parts[last].end] if last >= first else ""


def _phrase_after(parts: list[Token], first: int) -> int:
    """The last token of the noun phrase that starts at `first`, or one before it where there is none."""
    last = first - 1
    for place in range(first, min(len(parts), first + 14)):
        token = parts[place]
        if not token.is_word and not (token.text in {"'", "’", "&"} and place > first):
            break
        if token.lower == "by" and lower_at(parts, place - 1) in {"statement", "report"}:
            continue
        if (
            token.lower in speech.ENDS
            or (token.lower in speech.SAY and token.lower != "reports" and not _of_a_name(parts, place))
            or token.text[0].isdigit()
        ):
            break
        if place > first and (token.lower in speech.TIMES or token.lower in speech.NUMBERS):
            break
        if place > first and token.lower in {"the", "a", "an"} and lower_at(parts, place - 1) not in speech.LINKS:
            break
        if token.lower in {"in", "at", "from", "to", "with", "on"} and not lower_at(parts, place + 1)[:1].isalpha():
            break
        last = place
    while last >= first and parts[last].lower in speech.LINKS:
        last -= 1
    return last


def _inverted(sentence: str, parts: list[Token], place: int) -> Saying | None:
    """ "…" said John Dorrian: the speaker stands after the verb and ends the clause."""
    if parts[place].lower in {"told", "accused", "blamed", "denied"} or place == 0:
        return None
    head = parts[place + 1 : place + 2]
    if (
        not head
        or head[0].lower in speech.TIMES
        or not (head[0].is_name or head[0].lower in speech.DETERMINERS or head[0].lower in speech.ROLES)
    ):
        return None
    before = parts[place - 1].text
    last = _phrase_after(parts, place + 1)
    following = lower_at(parts, last + 1)
    if before not in {'"', "”", ",", "'", "’", "»"}:
        # With no mark before the verb, only what can be nothing but a speaker is one, and only at the end.
        named_before = parts[place - 1].is_name or before.lower() in speech.ROLES
        closes = following in {"", "."} and place > 5 and parts[place].lower in {"said", "says"}
        somebody = parts[last].is_name or parts[last].lower in speech.ROLES
        if not somebody or (named_before and not closes):
            return None
    ended = following in {"", ".", ",", ";", "in", "on", "during", "as", "who", "while", "a", "an"} | speech.TIMES
    named = parts[place + 1].is_name and parts[min(place + 2, len(parts) - 1)].is_name
    ended = ended or (following in speech.ENDS and (named or before in speech.CLOSING))
    phrase = parts[place + 1 : last + 1]
    if last <= place or not (ended and _strong_speaker(phrase)) or has_verb(phrase):
        return None
    speaker = sentence[parts[place + 1].start : parts[last].end]
    return Saying(speaker, parts[place].lower, parts[place].start, parts[last].end)


def _audience(sentence: str, parts: list[Token], place: int) -> str:
    """The outlet that was told, where the text names one."""
    if parts[place].lower != "told" or lower_at(parts, place + 1) in speech.AUDIENCES - {"the"}:
        return ""
    first = place + 1
    if first >= len(parts) or not (parts[first].is_name or parts[first].lower == "the"):
        return ""
    last = first
    while last + 1 < len(parts) and (parts[last + 1].is_name or parts[last + 1].lower in {"news", "agency", "tv"}):
        last += 1
        if parts[last].lower in speech.TIMES:
            last -= 1
            break
    named = any(token.is_name and token.lower != "the" for token in parts[first : last + 1])
    return sentence[parts[first].start : parts[last].end] if named else ""
