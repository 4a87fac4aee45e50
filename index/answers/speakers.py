"""Who speaks in one sentence: reporting verbs, "according to", "citing", and the names they go with."""

from __future__ import annotations

import dataclasses

from index.text.tokens import Token, tokens
from index.text.wordlists import words

_SAY = words(
    """
    said says say stated states added adds told tells announced announces confirmed confirms claimed claims
    reported reports denied denies accused accuses blamed blames condemned condemns warned warns argued argues
    insisted insists acknowledged acknowledges admitted admits asserted asserts noted notes declared declares
    explained explains estimated estimates believes believe alleged alleges revealed reveals affirmed affirms
    underlined underlines stressed stresses tweeted wrote writes concluded concludes vowed vows urged urges called
    calls demanded suggested suggests testified recalled recalls pledged quoted cited cites put puts rejected
    rejects dismissed described describes documented recorded counted quipped replied responded commented
    indicated indicates criticized criticised mentioned mentions remarked emphasized emphasised maintained
    reiterated agreed conceded disclosed informed predicted observed continued disputed backed backs counts read
    complained voiced shared updated finds found thinks feels
    """
)
# These need an object that is a statement or a party; without one they seldom report speech.
_WEAK = words(
    """
    put puts called calls backed backs found finds saw shared counted counts read thinks feels continued observed
    recorded described describes agreed maintained mentioned reports states notes claims estimates documented
    believe believes vows quoted cited cites recalled recalls
    """
)
_PASSIVE = words("is are was were be been being")
# Participles that stand inside a noun phrase: "rebel groups led by the front", "a group based abroad".
_INSIDE = words("led based backed affiliated linked so-called named called united armed allied embedded retired")
_UTTERANCES = words("claim claims allegation allegations accusation accusations assertion announcement")
_CLOSING = frozenset("\"”»’'")
_PRONOUNS = words("he she it they we i who")
_DETERMINERS = words("the a an two three four five several some many other another one his her their its our both")
_LINKS = words("of for in at from on and with to against")
_ENDS = words(
    """
    that while but as when after before because which who whom whose if where since than though although said
    saying adding citing told says according by killed wounded was were is are has have had on by during not
    """
)
_ROLES = words(
    """
    spokesman spokeswoman spokesperson spokesmen minister president chief head director commander governor leader
    general colonel captain lieutenant major ambassador envoy secretary chancellor premier king prince
    official officials activist activists source sources resident residents witness witnesses correspondent
    reporter journalist analyst monitor monitors observer observers watchdog group agency network channel station
    newspaper ministry army military police statement report organization organisation committee council coalition
    centre center member members figure doctor medic medics nurse paramedic paramedics rescuer rescuers lawyer
    attorney prosecutor prosecutors judge mayor sheikh officer officers authorities authority government
    command observatory defence defense media tv television radio press page website sites militia rebels
    opposition regime troops aide adviser advisor chairman expert experts diplomat diplomats
    survivor survivors relative relatives villagers father mother brother son
    """
)
# A role that may open a noun phrase with no article before it: "spokesman John Dorrian said".
_OPENERS = words(
    """
    spokesman spokeswoman spokesperson minister president chief head director commander governor leader member
    opposition state ambassador envoy secretary nurse doctor activist resident activists residents officials
    sources witnesses local medical military security police media senior leading news
    """
)
_TIMES = words(
    """
    monday tuesday wednesday thursday friday saturday sunday yesterday today earlier later also then now
    however meanwhile recently repeatedly previously mondays tuesdays
    """
)
_NUMBERS = words("two three four five six seven eight nine ten dozens scores hundreds thousands")
_AUDIENCES = words(
    "reporters journalists a an the parliament lawmakers investors him her them us me that his delegates viewers"
)


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
        return self.speaker.lower() in _PRONOUNS


def sayings(sentence: str) -> list[Saying]:
    """The acts of reporting in a sentence, in order of place."""
    parts = tokens(sentence)
    found = []
    for place, token in enumerate(parts):
        if token.lower == "according" and _lower(parts, place + 1) == "to":
            found.append(_forward(sentence, parts, place, place + 2))
        elif token.lower == "by" and _lower(parts, place - 1) in _UTTERANCES:
            found.append(_forward(sentence, parts, place - 1, place + 1))
        elif token.lower in {"citing", "quoting"}:
            found.append(_forward(sentence, parts, place, place + 1))
        elif token.lower in _SAY:
            found.append(_at_verb(sentence, parts, place))
    return [saying for saying in found if saying is not None]


def _lower(parts: list[Token], place: int) -> str:
    return parts[place].lower if 0 <= place < len(parts) else ""


def _at_verb(sentence: str, parts: list[Token], place: int) -> Saying | None:
    verb = parts[place].lower
    before = _lower(parts, place - 1)
    if verb == "quoted" and _lower(parts, place + 1) in {"as", "by"}:
        return _quoted_as(sentence, parts, place)
    if before in _PASSIVE or before in {"to", "the", "a", "an", "and", "of", "his", "its", "their", "reportedly", "by"}:
        return None
    inverted = _inverted(sentence, parts, place) if verb not in _WEAK else None
    if inverted:
        return inverted
    first = _phrase_before(parts, place)
    if first is None:
        return None
    speaker = sentence[parts[first[0]].start : parts[first[1]].end]
    if verb in _WEAK and not _strong_speaker(parts[first[0] : first[1] + 1]):
        return None
    return Saying(speaker, verb, parts[first[0]].start, parts[place].end, _audience(sentence, parts, place))


def _strong_speaker(phrase: list[Token]) -> bool:
    return any(token.is_name or token.lower in _ROLES for token in phrase) and len(phrase) <= 14


def _quoted_as(sentence: str, parts: list[Token], place: int) -> Saying | None:
    """ "Barazi was quoted as saying by Al Mayadeen TV": the speaker, told to an outlet."""
    first = _phrase_before(parts, place - 1) if _lower(parts, place - 1) in _PASSIVE else None
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
        if token.lower in _ENDS or (token.lower in _SAY and token.lower != "reports") or token.text[0].isdigit():
            break
        if place > first and (token.lower in _TIMES or token.lower in _NUMBERS):
            break
        if token.lower in {"in", "at", "from", "to", "with", "on"} and not _lower(parts, place + 1)[:1].isalpha():
            break
        last = place
    while last >= first and parts[last].lower in _LINKS:
        last -= 1
    return last


def _inverted(sentence: str, parts: list[Token], place: int) -> Saying | None:
    """ "…" said John Dorrian: the speaker stands after the verb and ends the clause."""
    if parts[place].lower in {"told", "accused", "blamed", "denied"} or place == 0:
        return None
    head = parts[place + 1 : place + 2]
    if not head or not (head[0].is_name or head[0].lower in _DETERMINERS or head[0].lower in _ROLES):
        return None
    before = parts[place - 1].text
    if before not in {'"', "”", ",", "'", "’", "»"} and (parts[place - 1].is_name or before.lower() in _ROLES):
        return None
    last = _phrase_after(parts, place + 1)
    following = _lower(parts, last + 1)
    ended = following in {"", ".", ",", ";", "in", "on", "during", "as", "who", "while"} | _TIMES
    ended = ended or (before in _CLOSING and following in _ENDS)
    phrase = parts[place + 1 : last + 1]
    if last <= place or not (ended and _strong_speaker(phrase)) or _has_verb(phrase):
        return None
    speaker = sentence[parts[place + 1].start : parts[last].end]
    return Saying(speaker, parts[place].lower, parts[place].start, parts[last].end)


def _audience(sentence: str, parts: list[Token], place: int) -> str:
    """The outlet that was told, where the text names one."""
    if parts[place].lower != "told" or _lower(parts, place + 1) in _AUDIENCES - {"the"}:
        return ""
    first = place + 1
    if first >= len(parts) or not (parts[first].is_name or parts[first].lower == "the"):
        return ""
    last = first
    while last + 1 < len(parts) and (parts[last + 1].is_name or parts[last + 1].lower in {"news", "agency", "tv"}):
        last += 1
        if parts[last].lower in _TIMES:
            last -= 1
            break
    named = any(token.is_name and token.lower != "the" for token in parts[first : last + 1])
    return sentence[parts[first].start : parts[last].end] if named else ""


def _phrase_before(parts: list[Token], verb: int) -> tuple[int, int] | None:
    """The noun phrase that ends before the verb: (first token, last token)."""
    last = verb - 1
    skipped = _TIMES | {"on", "has", "have", "had", ","}
    while last >= 0 and parts[last].lower in skipped:
        if parts[last].text == "," and not _relative_before(parts, last):
            break
        last -= 1
    if last < 0 or not parts[last].is_word:
        return None
    if parts[last].lower in {"which", "who", "that"} and last > 0:
        last -= 2 if parts[last - 1].text == "," else 1
        return _tidied(parts, _leftmost(parts, last), last) if last >= 0 else None
    if parts[last].lower in _PRONOUNS:
        return last, last
    whole = _after_a_quotation(parts, last) or _subject_of_relative(parts, last) or _whole_head(parts, last)
    return whole or _tidied(parts, _leftmost(parts, last), last)


def _leftmost(parts: list[Token], last: int) -> int:
    first = last
    while first > 0 and last - first < 13 and _continues(parts, first, last):
        first -= 1
    return first


def _tidied(parts: list[Token], first: int, last: int) -> tuple[int, int] | None:
    """The phrase without what clings to its left end; None where no name and no role is left in it."""
    kept = _ROLES | _OPENERS | _DETERMINERS
    while first < last and not parts[first].is_name and parts[first].lower not in kept:
        first += 1
    for place in range(first + 1, last):
        stray = parts[place].text.islower() and parts[place].lower not in kept | _LINKS
        if stray and parts[place + 1].lower in _OPENERS:
            first = place + 1
    valid = any(token.is_name or token.lower in _ROLES for token in parts[first : last + 1])
    return (first, last) if valid else None


def _after_a_quotation(parts: list[Token], last: int) -> tuple[int, int] | None:
    """All that stands between a closing quotation mark and the verb."""
    for place in range(last, max(-1, last - 17), -1):
        if parts[place].text in _CLOSING:
            first = place + 2 if _lower(parts, place + 1) == "," else place + 1
            phrase = parts[first : last + 1]
            if phrase and not _has_verb(phrase) and (phrase[0].is_name or phrase[0].lower in _ROLES | _DETERMINERS):
                return first, last
            return None
    return None


def _whole_head(parts: list[Token], last: int) -> tuple[int, int] | None:
    """Everything from the start of the sentence, where it is one noun phrase."""
    head = parts[: last + 1]
    ends = _ENDS - {"by"}
    plain = all(token.is_word and token.lower not in ends | _TIMES | _PRONOUNS for token in head)
    if len(head) > 12 or not plain or _has_verb(head) or head[0].lower in _LINKS:
        return None
    return (0, last) if any(token.is_name or token.lower in _ROLES for token in head) else None


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
            if any(item.is_name or item.lower in _ROLES for item in head) and not _has_verb(head):
                return 0, end
            return None
        if token.text == "," and place <= 8 and parts[last + 1 : last + 2] and _closed(parts, place, last):
            return (0, place - 1) if not _has_verb(parts[:place]) and parts[0].lower not in _LINKS else None
    return None


def _closed(parts: list[Token], comma: int, last: int) -> bool:
    """Whether the insertion that the comma opens closes right before the verb."""
    return last + 1 < len(parts) and parts[last + 1].text == "," and last - comma < 14


def _has_verb(head: list[Token]) -> bool:
    return any(
        token.lower in (_SAY - {"reports"}) | _PASSIVE | {"hit", "has", "have", "had", "will", "would"}
        or (
            token.text.islower() and token.lower.endswith("ed") and token.lower not in _INSIDE and "-" not in token.text
        )
        for token in head
    )


def _continues(parts: list[Token], first: int, last: int) -> bool:
    """Whether the word before `first` still belongs to the noun phrase."""
    here, before = parts[first], parts[first - 1]
    if not before.is_word or before.lower in _ENDS | _SAY | _PRONOUNS or before.lower in {"and", "to", "with"}:
        return before.text in {"'", "’", "&"} and first > 1
    if before.lower in _TIMES:
        return False
    if here.lower in _DETERMINERS:
        return before.lower in {"of", "for", "from", "at", "in"} and first > 1
    if before.lower in _LINKS:
        return before.lower in {"of", "for"} or (before.lower in {"in", "at", "from"} and not here.is_name)
    if here.lower in _OPENERS and before.is_name and parts[first + 1].lower in {"of", "for"}:
        return False
    if not before.text[0].isalpha():
        return False
    kept = _ROLES | _OPENERS | _DETERMINERS
    return before.is_name or here.is_name or before.lower in kept or here.lower in kept
