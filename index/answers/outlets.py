"""News agencies and outlets as texts name them, and the credits that say whose report an article carries."""

from __future__ import annotations

import re

from index.language.wordlists import words

# Agencies whose reports others carry, by the ways they are written.
_AGENCIES = {
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "the associated press": "Associated Press",
    "dpa": "dpa",
    "efe": "EFE",
    "ansa": "ANSA",
    "tass": "TASS",
    "itar-tass": "TASS",
    "interfax": "Interfax",
    "ria novosti": "RIA Novosti",
    "sputnik": "Sputnik",
    "xinhua": "Xinhua",
    "anadolu": "Anadolu Agency",
    "anadolu agency": "Anadolu Agency",
    "sana": "SANA",
    "irna": "IRNA",
    "wafa": "WAFA",
    "kuna": "KUNA",
    "ukrinform": "Ukrinform",
    "interfax-ukraine": "Interfax-Ukraine",
    "yonhap": "Yonhap",
    "kyodo": "Kyodo",
    "upi": "UPI",
    "bloomberg": "Bloomberg",
}
_NAMES = "|".join(re.escape(name) for name in sorted(_AGENCIES, key=len, reverse=True))
_HEAD = re.compile(rf"\(\s*(?P<agency>{_NAMES})\s*\)\s*(?:[-–—]|\s)", re.IGNORECASE)
_TAIL = re.compile(
    rf"(?:[-–—/(\[]\s*|\b(?:source|with|by)s?:?\s+|[.\"”]\s*)(?P<agency>{_NAMES})"
    rf"(?:\s*(?:/|and|,|&)\s*\w+)?\s*[.)\]]*\s*$",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    rf"\((?:additional\s+)?reporting by|\b(?P<agency>{_NAMES})\s+(?:contributed to this report|reports?\b)",
    re.IGNORECASE,
)
_SUFFIXES = words(
    """
    news tv television agency press channel radio times post guardian journal herald tribune mail today newspaper
    daily weekly network broadcaster media arab monde spiegel bbc cnn nbc abc cbs npr pbs msnbc jazeera mayadeen
    arabiya manar alam reuters afp ap sputnik tass interfax ria sana rt dw euronews france24
    """
)


def agency(name: str) -> str:
    """The agency that a name means, or ""."""
    return _AGENCIES.get(name.strip().casefold(), "")


def agency_credit(text: str, publisher: str = "") -> str:
    """The agency that an article is credited to at its head or its end, or "" (also where it is the publisher)."""
    found = _HEAD.search(text[:200]) or _TAIL.search(text[-80:].rstrip())
    name = agency(found["agency"]) if found else ""
    return "" if name.casefold() in {publisher.casefold(), agency(publisher).casefold()} else name


def is_outlet(name: str) -> bool:
    """Whether a name is that of a news outlet."""
    lower = name.lower().replace("al-", "").split()
    return bool(agency(name)) or bool(_SUFFIXES & set(lower))
