"""Who is named as a speaker and can be one. Pages run headings and captions into their sentences."""

from __future__ import annotations

import re

from index.answers.attribution import Attribution
from index.answers.gazetteer import country, is_place

# What is no speaker: dates, captions, parts of the world, areas and crowds.
_NO_NAME = re.compile(
    r"\d{3,}|\b(?:published|continues?|updated)\b|\b(?:REUTERS|AFP|Getty|EPA)\b.+|.+\b(?:REUTERS|AFP|Getty|EPA)\b"
    r"|^(?:the )?(?:west|world|international (?:community|leaders)|many|some|others?|groups?|media|reports?|it)$"
    r"|\b(?:province|town|city|village|district|countryside|governorate)$"
    r"|^last$|\s(?:early|late)$|\b(?:air ?strikes?|raids?|strikes?|attacks?|bombings?|blasts?|shelling|clashes)$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"^another\s(?:[\w-]+\s){0,4}the\s(?=[A-Z])", re.IGNORECASE)
_MORE = re.compile(r"\smore$")
_PEOPLE = re.compile(r"\b[a-z]+(?:ists|ents|sources|officials|witnesses|medics|rescuers|workers)$")
_AFTER_PLACE = re.compile(
    r"^(?:.*\s)?(?P<place>[A-Z][\w-]+)\s(?:(?:An?|The)\s)?"
    r"(?P<who>(?:local|opposition|security|medical|military|rebel|activist|official|police)\s[a-z]+)$"
)
_LONGEST_NAME = 70
_NAME_WORDS = 3


def credible(who: Attribution, publisher: str, title: str) -> Attribution:
    """The attribution without names that are none: a page's date or headline that ran into the sentence."""
    named = (after_place(_MORE.sub("", _ANOTHER.sub("", name))) for name in who.chain)
    chain = tuple(name for name in named if _is_name(name, title))
    if len(chain) > 2 and _is_country(chain[0]) and _PEOPLE.search(chain[1]):
        chain = chain[1:]
    if chain == who.chain:
        return who
    return Attribution(chain or (publisher,), who.kind if len(chain) > 1 else "own")


def _is_name(name: str, title: str) -> bool:
    """Whether it can be a name: neither a thing nor the headline, which ran into the sentence."""
    headline = len(name.split()) > _NAME_WORDS and name.casefold() in title.casefold()
    return len(name) <= _LONGEST_NAME and not headline and not _NO_NAME.search(name)


def _is_country(name: str) -> bool:
    return is_place(name) and country(name).casefold() == name.casefold()


def after_place(speaker: str) -> str:
    """A speaker without the place that the words before ended with: "… border with Turkey local sources said"."""
    found = _AFTER_PLACE.match(speaker)
    return found["who"] if found and is_place(found["place"]) else speaker
