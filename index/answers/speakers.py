"""Who speaks in one sentence: reporting verbs, "according to", "citing", and the names they go with."""

from __future__ import annotations

import dataclasses

from index.answers import speech
from index.text.tokens import Token, tokens


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
        if token.lower == "according" and _lower(parts, place + 1) == "to":
            found.append(_forward(sentence, parts, place, place + 2))
        elif token.lower == "by" and _lower(parts, place - 1) in speech.UTTERANCES:
            found.append(_forward(sentence, parts, place - 1, place + 1))
        elif token.lower in {"citing", "quoting"}:
            found.append(_forward(sentence, parts, place, place + 1))
        elif token.lower in speech.SAY:
            found.append(_at_verb(sentence, parts, place))
    return [saying for saying in found if saying is not None]


def _lower(parts: list[Token], place: int) -> str:
    return parts[place].lower if 0 <= place < len(parts) else ""


def _at_verb(sentence: str, parts: list[Token], place: int) -> Saying | None:
    verb = parts[place].lower
    before = _lower(parts, place - 1)
    if verb == "quoted" and _lower(parts, place + 1) in {"as", "by"}:
        return _quoted_as(sentence, parts, place)
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
    first = _phrase_before(parts, place)
    if first is None:
        return None
    speaker = sentence[parts[first[0]].start : parts[first[1]].end]
    if verb in speech.WEAK and not _strong_speaker(parts[first[0] : first[1] + 1]):
        return None
    return Saying(speaker, verb, parts[first[0]].start, parts[place].end, _audience(sentence, parts, place))


def _strong_speaker(phrase: list[Token]) -> bool:
    return any(token.is_name or token.lower in speech.ROLES for token in phrase) and len(phrase) <= 14


def _quoted_as(sentence: str, parts: list[Token], place: int) -> Saying | None:
    """ "Barazi was quoted as saying by Al Mayadeen TV": the speaker, told to an outlet."""
    first = _phrase_before(parts, place - 1) if _lower(parts, place - 1) in speech.PASSIVE else None
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
    if not speaker or _lower(parts, after) in {"our", "my", "what"}:
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
        if token.lower == "by" and _lower(parts, place - 1) in {"statement", "report"}:
            continue
        if (
            token.lower in speech.ENDS
            or (token.lower in speech.SAY and token.lower != "reports")
            or token.text[0].isdigit()
        ):
            break
        if place > first and (token.lower in speech.TIMES or token.lower in speech.NUMBERS):
            break
        if token.lower in {"in", "at", "from", "to", "with", "on"} and not _lower(parts, place + 1)[:1].isalpha():
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
    if not head or not (head[0].is_name or head[0].lower in speech.DETERMINERS or head[0].lower in speech.ROLES):
        return None
    before = parts[place - 1].text
    if before not in {'"', "”", ",", "'", "’", "»"} and (parts[place - 1].is_name or before.lower() in speech.ROLES):
        return None
    last = _phrase_after(parts, place + 1)
    following = _lower(parts, last + 1)
    ended = following in {"", ".", ",", ";", "in", "on", "during", "as", "who", "while"} | speech.TIMES
    named = parts[place + 1].is_name and parts[min(place + 2, len(parts) - 1)].is_name
    ended = ended or (following in speech.ENDS and (named or before in speech.CLOSING))
    phrase = parts[place + 1 : last + 1]
    if last <= place or not (ended and _strong_speaker(phrase)) or _has_verb(phrase):
        return None
    speaker = sentence[parts[place + 1].start : parts[last].end]
    return Saying(speaker, parts[place].lower, parts[place].start, parts[last].end)


def _audience(sentence: str, parts: list[Token], place: int) -> str:
    """The outlet that was told, where the text names one."""
    if parts[place].lower != "told" or _lower(parts, place + 1) in speech.AUDIENCES - {"the"}:
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


def _phrase_before(parts: list[Token], verb: int) -> tuple[int, int] | None:
    """The noun phrase that ends before the verb: (first token, last token)."""
    last = verb - 1
    skipped = speech.TIMES | {"on", "has", "have", "had", ","}
    while last >= 0 and parts[last].lower in skipped:
        if parts[last].text == "," and not _relative_before(parts, last):
            break
        last -= 1
    if last < 0 or not parts[last].is_word:
        return None
    if parts[last].lower in {"which", "who", "that"} and last > 0:
        last -= 2 if parts[last - 1].text == "," else 1
        return _tidied(parts, _leftmost(parts, last), last) if last >= 0 else None
    if parts[last].lower in speech.PRONOUNS:
        return last, last
    whole = (
        _after_a_comma(parts, last)
        or _after_a_quotation(parts, last)
        or _subject_of_relative(parts, last)
        or _whole_head(parts, last)
    )
    return whole or _tidied(parts, _leftmost(parts, last), last)


def _leftmost(parts: list[Token], last: int) -> int:
    first = last
    while first > 0 and last - first < 13 and _continues(parts, first, last):
        first -= 1
    return first


def _tidied(parts: list[Token], first: int, last: int) -> tuple[int, int] | None:
    """The phrase without what clings to its left end; None where no name and no role is left in it."""
    kept = speech.ROLES | speech.OPENERS | speech.DETERMINERS
    while first < last and not parts[first].is_name and parts[first].lower not in kept:
        first += 1
    for place in range(first + 1, last):
        stray = parts[place].text.islower() and parts[place].lower not in kept | speech.LINKS
        if stray and parts[place + 1].lower in speech.OPENERS:
            first = place + 1
    valid = any(token.is_name or token.lower in speech.ROLES for token in parts[first : last + 1])
    return (first, last) if valid else None


def _after_a_comma(parts: list[Token], last: int) -> tuple[int, int] | None:
    """ "…, two port workers said": all that stands between the comma and the verb, where it is one short phrase."""
    for place in range(last, max(-1, last - 8), -1):
        if parts[place].text == ",":
            phrase = parts[place + 1 : last + 1]
            opens = bool(phrase) and (
                phrase[0].is_name or phrase[0].lower in speech.ROLES | speech.DETERMINERS | speech.OPENERS
            )
            if (
                opens
                and not _has_verb(phrase)
                and not {token.lower for token in phrase} & (speech.ENDS | speech.PRONOUNS)
            ):
                return place + 1, last
            return None
        if not parts[place].is_word:
            return None
    return None


def _after_a_quotation(parts: list[Token], last: int) -> tuple[int, int] | None:
    """All that stands between a closing quotation mark and the verb."""
    for place in range(last, max(-1, last - 17), -1):
        if parts[place].text in speech.CLOSING:
            first = place + 2 if _lower(parts, place + 1) == "," else place + 1
            phrase = parts[first : last + 1]
            if (
                phrase
                and not _has_verb(phrase)
                and (phrase[0].is_name or phrase[0].lower in speech.ROLES | speech.DETERMINERS)
            ):
                return first, last
            return None
    return None


def _whole_head(parts: list[Token], last: int) -> tuple[int, int] | None:
    """Everything from the start of the sentence, where it is one noun phrase."""
    head = parts[: last + 1]
    ends = speech.ENDS - {"by"}
    plain = all(token.is_word and token.lower not in ends | speech.TIMES | speech.PRONOUNS for token in head)
    if len(head) > 12 or not plain or _has_verb(head) or head[0].lower in speech.LINKS:
        return None
    return (0, last) if any(token.is_name or token.lower in speech.ROLES for token in head) else None


def _relative_before(parts: list[Token], comma: int) -> bool:
    """Whether a comma before the verb closes an insertion after a name: "Singh, a deputy spokesperson, said"."""
    return any(token.text == "," for token in parts[max(0, comma - 14) : comma])


def _subject_of_relative(parts: list[Token], last: int) -> tuple[int, int] | None:
    """ "The society, which supports hospitals, said": the phrase at the head of the sentence."""
    for place in range(1, min(last, 12)):
        token = parts[place]
        if token.lower in {"which", "who", "whose"}:
            end = place - 1 if parts[place - 1].is_word else place - 2
            head = parts[: end + 1]
            if any(item.is_name or item.lower in speech.ROLES for item in head) and not _has_verb(head):
                return 0, end
            return None
        if token.text == "," and place <= 8 and parts[last + 1 : last + 2] and _closed(parts, place, last):
            return (0, place - 1) if not _has_verb(parts[:place]) and parts[0].lower not in speech.LINKS else None
    return None


def _closed(parts: list[Token], comma: int, last: int) -> bool:
    """Whether the insertion that the comma opens closes right before the verb."""
    return last + 1 < len(parts) and parts[last + 1].text == "," and last - comma < 14


def _has_verb(head: list[Token]) -> bool:
    return any(
        token.lower in (speech.SAY - {"reports"}) | speech.PASSIVE | {"hit", "has", "have", "had", "will", "would"}
        or (
            token.text.islower()
            and token.lower.endswith("ed")
            and token.lower not in speech.INSIDE
            and "-" not in token.text
        )
        for token in head
    )


def _continues(parts: list[Token], first: int, last: int) -> bool:
    """Whether the word before `first` still belongs to the noun phrase."""
    here, before = parts[first], parts[first - 1]
    if (
        not before.is_word
        or before.lower in speech.ENDS | speech.SAY | speech.PRONOUNS
        or before.lower in {"and", "to", "with"}
    ):
        return before.text in {"'", "’", "&"} and first > 1
    if before.lower in speech.TIMES:
        return False
    if here.lower in speech.DETERMINERS:
        return before.lower in {"of", "for", "from", "at", "in"} and first > 1
    if before.lower in speech.LINKS:
        return before.lower in {"of", "for"} or (before.lower in {"in", "at", "from"} and not here.is_name)
    if here.lower in speech.OPENERS and before.is_name and parts[first + 1].lower in {"of", "for"}:
        return False
    if not before.text[0].isalpha():
        return False
    kept = speech.ROLES | speech.OPENERS | speech.DETERMINERS
    return before.is_name or here.is_name or before.lower in kept or here.lower in kept
