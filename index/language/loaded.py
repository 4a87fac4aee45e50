"""Words that take a side: found so that they can be quoted instead of adopted.

Where the list is from: the labels and praise that Wikipedia's Manual of Style ("Words to watch") wants attributed; the
terms that Israeli and Palestinian journalists together called loaded in "Use with Care: A Reporter's Glossary of Loaded
Language in the Israeli-Palestinian Conflict" (International Press Institute, 2013); and what state media and armies on
both sides of the wars in Syria, Ukraine, Yemen, Sudan, Ethiopia, Myanmar and Nagorno-Karabakh call each other. A word
is here for how it is used of people who fight, not for what it means elsewhere: "militia" and "occupied" are plain
descriptions, most days, and are not here. It knows English alone.
"""

from __future__ import annotations

import dataclasses
import re

# Words by which each side of any war belittles the other: labels instead of names.
_LABELS = (
    r"terror(?:ists?|ism)|extremists?|fanatics?|thugs?|hordes?|gangs?|bandits?|vermin|cockroach(?:es)?|rats|hyenas?",
    r"mercenar(?:y|ies)|puppets?|stooges?|lackeys?|prox(?:y|ies)|foreign-(?:backed|sponsored)|agents of",
    r"rogue (?:state|regime|army)|strongman|dictator(?:s|'s|’s)?|junta(?:'s|’s)?|warlords?|traitors?|treacherous",
    r"so-called|self-styled|the enemy(?:'s|’s)?|invaders?|aggressors?|infidels?|crusaders?|apostates?",
    r"nazis?|neo-nazis?|fascists?",
)
# A government or an army under a name that its own people would not use.
_REGIMES = (
    # With whose it is: "the Assad regime", "Kiev's regime"; not with any word before it, as in "said regime".
    r"(?:(?-i:(?!(?:The|An?|This|That|Of|By|And|But|In|On|For|While|When|Meanwhile|Earlier|Later|Also)\s)[A-Z][\w-]+)"
    r"(?:'s|’s)?[ -]|(?:clerical|military|criminal|ruling|ousted|former|rebel|theocratic) )?"
    r"(?<!sanctions )(?<!visa )(?<!legal )(?<!trade )regime(?:'s|’s)?(?! change)|mullahs?",
    r"(?:(?:the|israeli|zionist|american|us|u\.s\.|russian|turkish|armenian|azerbaijani|saudi|iranian) )?"
    r"occupation(?:'s|’s)?"
    r"(?= (?:army|forces?|base|troops?|soldiers?|government|authorities|state|bullets|jets))",
    r"(?:us|american|israeli|russian|turkish|saudi|iranian) occupation|occupiers?",
    r"the occupation (?:murder|bomb|kill|leave|massacre)\w*",
)
# Names that belong to one war.
_OF_ONE_WAR = (
    # Israel, Lebanon, Iran and who is against them
    r"zionists?|the (?:zionist |hebrew )?entity|islamic resistance|resistance (?:fighters?|operations?)",
    r"axis of (?:evil|resistance)",
    r"(?:hamas|hezbollah|iran|houthi)-run|iran(?:ian)?-backed|iran-aligned militias?|judea and samaria|human shields?",
    # Syria, Iraq
    r"tak?firis?|shabiha|rafidah?|nusayris?|safavids?|wahhabi(?:s|st)?",
    # Russia and Ukraine
    r"orcs?|rashists?|ruscists?|moskals?|katsaps?|banderites?|ukronazis?|ukrops?|khokhols?|denazif\w+|demilitari[sz]ation",
    r"special military operation|anti-terrorist operation|collective west|kyiv junta|kiev regime|putinists?",
    # Yemen, Sudan, Ethiopia, Myanmar, Nagorno-Karabakh
    r"saudi-american aggression|aggression coalition|coalition of aggression|coup militias?|magus|janjaweed|falangay",
    r"rebel militia|woyane|daytime hyenas|law enforcement operation|bengali terrorists|armenian terrorists",
    r"turkish-azerbaijani tandem",
)
# What is done, judged while it is told.
_DEEDS = (
    r"aggression|atrocit(?:y|ies)|massacre(?:s|d)?|slaughter(?:s|ed)?|butcher(?:s|ed)?|carnage|bloodbath",
    r"genocid(?:e|al)(?! (?:convention|case))",
    r"murder(?:s|ed|ous)?(?! (?:charge|trial|case|suspect|inquir|investigation))|executed in cold blood"
    r"|(?<!war )crimes?(?= against(?! humanity)| of| by| in| that|,|\.)|liquidat(?:ed|ion)",
    r"neutrali[sz]ed|onslaught|rampage|infiltrat(?:ed|ors?)|(?<!ethnic )cleans(?:ed|ing)|mopp(?:ed|ing)[ -]up",
    r"surgical strikes?|collateral damage",
    r"liberat(?:ed|ion|ors?)|triumph(?:s|ed)?|humiliat\w+|glorious|victorious",
)
# Praise of one's own dead and living, and scorn for the others'.
_PRAISE = (
    r"martyr(?:s|ed|dom)?|hero(?:es|ic|ically|ism)?|valiant(?:ly)?|brave(?:ly)?|freedom fighters?|patriot(?:s|ic)?",
    r"cowardly|shadowy|barbar(?:ic|ity|ous|ians?)|savage(?:s|ly)?|brutal(?:ly|ity)?|heinous|monstrous|evil|vile",
    r"criminal(?! (?:court|tribunal|code|case|charge|complaint|investigat|inquir|law|justice|record|responsib))",
    r"flagrant|blatant|unprovoked|despicable|ruthless(?:ly)?",
)
_PATTERN = re.compile(
    r"(?<![\w-])(?:" + "|".join((*_OF_ONE_WAR, *_REGIMES, *_LABELS, *_DEEDS, *_PRAISE)) + r")(?![\w-])", re.IGNORECASE
)
# What is judged, as part of a name, is a name: Al-Aqsa Martyrs Hospital.
_JUDGED = re.compile("|".join((*_DEEDS, *_PRAISE)), re.IGNORECASE)
_NAME_BEFORE, _NAME_AFTER = re.compile(r"\b[A-Z][\w’'-]{0,40}\s$"), re.compile(r"[’']?\s[A-Z]")
# A quotation that does not end in the text runs to its end.
_MARKS = re.compile(r"[\"“«][^\"”»]*[\"”»]?")


@dataclasses.dataclass(frozen=True, slots=True)
class Loaded:
    """A word or phrase that takes a side, at `start:end` of a text."""

    text: str
    start: int
    end: int


def loaded_words(text: str) -> list[Loaded]:
    """The loaded words of a text, in order, none overlapping another. What stands in quotation marks is left out."""
    quoted = [match.span() for match in _MARKS.finditer(text)]
    return [
        Loaded(match.group(), *match.span())
        for match in _PATTERN.finditer(text)
        if not any(first <= match.start() < last for first, last in quoted)
    ]


def quoted(text: str) -> str:
    """The text with its loaded words in quotation marks: the source's, not ours."""
    for word in reversed(loaded_words(text)):
        if not _is_of_a_name(word, text):
            text = f"{text[: word.start]}“{word.text}”{text[word.end :]}"
    return text


def _is_of_a_name(word: Loaded, text: str) -> bool:
    beside = _NAME_BEFORE.search(text, 0, word.start) or _NAME_AFTER.match(text, word.end)
    return word.text[0].isupper() and bool(beside) and bool(_JUDGED.fullmatch(word.text))
