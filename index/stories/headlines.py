"""A story's headline, composed of one of its claims: its main clause, and who says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answers.speakers import sayings
from index.language.loaded import loaded_words
from index.language.wordlists import words
from index.reports.faithful import faithful
from index.stories.members import Member
from index.stories.named import after_place
from index.stories.statements import Statement, hangs, has_verb, points_back, told

LONGEST = 120
_NAMED_AT_END = re.compile(r"(?P<title>.{12,}\S)\s+(?P<bar>[|–—-])\s+(?P<name>[^|–—-]{3,40})")
_AROUND_TITLES = " .\u00a0\n\t"
_SHORTEST = 35
_ADDED = re.compile(r"\s*\[[^\]]*\]:?")
# When it happened stands in the claim, with its date.
_WHEN = re.compile(
    r",?\s+(?P<lead>(?:(?:on|late|early)\s+)*)(?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)"
    r"(?:\s+(?:morning|afternoon|evening|night))?\b(?!['’])"
    r"(?:,\s(?:[A-Z][a-z]{2,8}\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}),?)?",
    re.IGNORECASE,
)
_BOUNDS = words("since until by before after from to next last of every and for the through")
# Speech that takes no side on whether it is true. Who denies or claims something is not cut off.
_SAID = words("said says reported reports announced confirmed told stated added noted according")
_TO_WHOM = re.compile(r"^\s(?:in|on|to|at|late|early|\w+day)\b[^.;]{0,60}?\sthat\s(?=\S)|^,?\s(?:that\s)?(?=\S)")
_TOLD_WHOM = re.compile(r"^\s[^,.;]{1,40}?\sthat\s(?=\S)")
_NAME_AND = re.compile(r"(?:\s(?:the\s)?(?:[A-Z][\w.'’-]*(?:\s(?:of|for)(?:\sthe)?)?\s)+)and$")
_NOTES = re.compile(
    r"^(?:noting|adding|citing|saying|speaking|asked|earlier|later|more (?!than)|in (?:the same|this|that|another)"
    r"|the (?:general|minister|spokes\w+|commander|officer|sources?|ministry|agency))\b(?! of\b| for\b)",
    re.IGNORECASE,
)
_CUTS = re.compile(
    r"(?:,|;|:| --| –| —)\s+"
    r"|(?<!\bsuch)(?<!\bwell)(?<!\bfar)(?<!\bsoon)(?<!\bknown)(?<!\bjust)"
    r"(?<!days)(?<!hours)(?<!weeks)(?<!months)(?<!years)(?<!\bday)(?<!\bhour)(?<!\bweek)(?<!month)(?<!\byear)"
    r"\s+(?=(?:while|which|who|adding|saying|after|as|when|where|including|amid|following|because|according)\b)"
)
# What comes after one of these may turn around what stands before it.
_TURNS = re.compile(r"\b(?:but|although|though|unless|except|if|however|denied|false|not|never|no)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\s(?:while|which|who|as|when|where|because|after)\b")
_SPEAKS = re.compile(r"\b(?:said|told|says)\b")
_LOOSE_END = re.compile(r"(?:\s+(?:and|or|of|in|on|at|by|the|a|an|to|for|with|from|near|close|that|its|their))+$")


def headline(statement: Statement) -> str | None:
    """The headline that a claim gives, with who says so; None where it gives none that can stand alone."""
    if points_back(statement) or _NOTES.match(statement.text):
        return None
    text = _without_speech(_ADDED.sub("", told(statement)).strip())
    text = _shortened(_without_days(text).strip(" ,.;:"))
    if len(text) < _SHORTEST or not has_verb(text) or text.count('"') % 2 or text.count("“") != text.count("”"):
        return None
    if not faithful(text, statement.text):
        return None
    first = 1 if text[0] in '“"' else 0
    return f"{text[:first]}{text[first].upper()}{text[first + 1 :]} ({_who(statement)})"


def plainest(headlines: Sequence[str]) -> str:
    """The headline to tell a story under, of those that its claims give, the best claim first ("": it gives none)."""

    def order(pair: tuple[int, str]) -> float:
        place, text = pair
        whole_quotation = 2.0 * text.startswith(('"', "“"))
        return place + whole_quotation + 0.4 * text.count("“") + 0.6 * ("…" in text) + bool(_SPEAKS.search(text))

    return min(((place, one) for place, one in enumerate(headlines) if one), key=order, default=(0, ""))[1]


def _who(statement: Statement) -> str:
    """Who first said it, and the outlet that carries it where that is another."""
    chain = statement.attribution.chain
    return chain[0] if len(chain) == 1 else f"{chain[0]}, {chain[-1]}"


def _without_days(text: str) -> str:
    """Without the days on which it happened; "since Monday" stays."""

    def cut(found: re.Match[str]) -> str:
        bounded = not found["lead"] and _BOUNDS & set(text[: found.start()].lower().split()[-1:])
        return found.group() if bounded else ""

    return _WHEN.sub(cut, text)


def _without_speech(text: str) -> str:
    """Without "X said" at its start or its end: the headline says who at its own end."""
    for saying in sayings(text):
        if saying.verb not in _SAID:
            continue
        placed = after_place(saying.speaker)
        start = saying.start + (len(saying.speaker) - len(placed))
        before, rest = _NAME_AND.sub("", text[:start].rstrip(" ,")), text[saying.end :]
        whole = len(before) >= _SHORTEST and has_verb(before) and not _LOOSE_END.search(before)
        if whole and saying.verb != "according":
            return before
        if saying.start <= 2 and saying.verb != "according":
            heard = (_TOLD_WHOM if saying.verb == "told" else _TO_WHOM).match(rest)
            said = rest[heard.end() :] if heard else ""
            if len(said) >= _SHORTEST and has_verb(said) and not hangs(said):
                return said
    return text


def _shortened(text: str) -> str:
    """The longest run of clauses from the start that is short enough; … where it ends in the middle of one."""
    if len(text) <= LONGEST:
        return text
    cuts = [found.start() for found in _CUTS.finditer(text) if _SHORTEST < found.start() <= LONGEST]
    for place in reversed(range(len(cuts))):
        end, before = cuts[place], cuts[place - 1] if place else 0
        last = text[before:end]
        # A clause that lost its verb says nothing: "… while 500 people".
        whole = has_verb(text[:end]) and (has_verb(last) or not _CLAUSE.match(last))
        if end > LONGEST // 2 and whole and not _TURNS.search(text[end : end + 60]):
            return _LOOSE_END.sub("", text[:end].rstrip(" ,.;:")).rstrip(" ,")
    return _LOOSE_END.sub("", text[: text.rfind(" ", 0, LONGEST)].rstrip(" ,.;:")) + " …"


def quoted_headline(members: Sequence[Member]) -> str:
    """The headline in the plainest words, closest to the middle of the story, quoted with its outlet.

    One that did not survive its encoding is taken only where there is no other.
    """

    def order(member: Member) -> tuple[bool, int, float, str]:
        return "\ufffd" in member.title, len(loaded_words(member.title)), -member.similarity, member.url

    plainest = min(members, key=order)
    return f"“{_without_outlet(plainest)}” ({plainest.publisher})"


def _without_outlet(member: Member) -> str:
    """The headline without the outlet's own name at its end: "… - Daily Sabah"."""
    title = member.title.strip(_AROUND_TITLES)
    match = _NAMED_AT_END.fullmatch(title)
    if match is None:
        return title
    name = "".join(character for character in match["name"].casefold() if character.isalnum())
    known = "".join(character for character in member.publisher.casefold() if character.isalnum())
    return match["title"] if "|" in match["bar"] or name in known or known in name else title
