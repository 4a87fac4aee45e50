"""The noun phrase before a verb: who or what is said to speak, told from the rest of the sentence."""

from __future__ import annotations

from index.answers import speech
from index.language.tokens import Token


def lower_at(parts: list[Token], place: int) -> str:
    """The word at a place in small letters, "" beyond the ends."""
    return parts[place].lower if 0 <= place < len(parts) else ""


def phrase_before(parts: list[Token], verb: int) -> tuple[int, int] | None:
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
        _before_apposition(parts, verb)
        or _after_a_comma(parts, last)
        or _after_a_quotation(parts, last)
        or _subject_of_relative(parts, last)
        or _whole_head(parts, last)
    )
    return whole or _tidied(parts, _leftmost(parts, last), last)


def _before_apposition(parts: list[Token], verb: int) -> tuple[int, int] | None:
    """ "Hossein Dalirian, a spokesman for the agency, said": the name before what explains it."""
    close = verb - 1
    while close > 0 and parts[close].lower in speech.TIMES | {"on", "has", "have", "had"}:
        close -= 1
    opened = next((place for place in range(close - 1, max(0, close - 14), -1) if parts[place].text == ","), 0)
    if parts[close].text != "," or not opened or not parts[opened - 1].is_name:
        return None
    explained = parts[opened + 1].lower in speech.DETERMINERS or parts[opened + 1].text.lower() in speech.ROLES
    if not explained or parts[opened + 1].is_name:
        return None
    return _tidied(parts, _leftmost(parts, opened - 1), opened - 1)


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
    for place in range(last, max(-1, last - 12), -1):
        if parts[place].text == ",":
            phrase = parts[place + 1 : last + 1]
            opens = bool(phrase) and (
                phrase[0].is_name or phrase[0].lower in speech.ROLES | speech.DETERMINERS | speech.OPENERS
            )
            if (
                opens
                and not has_verb(phrase)
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
            first = place + 2 if lower_at(parts, place + 1) == "," else place + 1
            phrase = parts[first : last + 1]
            if (
                phrase
                and not has_verb(phrase)
                and (phrase[0].is_name or phrase[0].lower in speech.ROLES | speech.DETERMINERS)
            ):
                return first, last
            return None
    return None


def _whole_head(parts: list[Token], last: int) -> tuple[int, int] | None:
    """Everything from the start of the sentence, where it is one noun phrase."""
    head = parts[: last + 1]
    # "A post on a channel close to the militia": what a phrase that opens the sentence goes on with is of it.
    opens = head[0].lower in speech.DETERMINERS or (head[0].is_name and len(head) > 1 and not head[1].is_name)
    ends = speech.ENDS - ({"by", "on"} if opens else {"by"})
    plain = all(token.is_word and token.lower not in ends | speech.TIMES | speech.PRONOUNS for token in head)
    plain = plain and not any(_opens_another(parts, place) for place in range(1, last + 1))
    if len(head) > 12 or not plain or has_verb(head) or head[0].lower in speech.LINKS:
        return None
    return (0, last) if any(token.is_name or token.lower in speech.ROLES for token in head) else None


def _opens_another(parts: list[Token], place: int) -> bool:
    """Whether another noun phrase begins here, with nothing that links it to the one before."""
    linked = speech.LINKS | {"by", "to", "near", "inside", "outside", "over", "between", "into"}
    explains = parts[place].lower in {"a", "an"} and parts[place - 1].is_name
    return parts[place].lower in {"the", "a", "an"} and parts[place - 1].lower not in linked and not explains


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
            if any(item.is_name or item.lower in speech.ROLES for item in head) and not has_verb(head):
                return 0, end
            return None
        if token.text == "," and place <= 8 and parts[last + 1 : last + 2] and _closed(parts, place, last):
            return (0, place - 1) if not has_verb(parts[:place]) and parts[0].lower not in speech.LINKS else None
    return None


def _closed(parts: list[Token], comma: int, last: int) -> bool:
    """Whether the insertion that the comma opens closes right before the verb."""
    return last + 1 < len(parts) and parts[last + 1].text == "," and last - comma < 14


def has_verb(head: list[Token]) -> bool:
    """Whether a run of words has a verb in it, as no noun phrase has."""
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
        return before.text.isupper()
    if not before.text[0].isalpha():
        return False
    kept = speech.ROLES | speech.OPENERS | speech.DETERMINERS
    return before.is_name or here.is_name or before.lower in kept or here.lower in kept
