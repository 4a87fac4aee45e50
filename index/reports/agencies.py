"""News agencies, and the credits at the head or the end of a text that say whose report it carries. Pure."""

from __future__ import annotations

import re

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
# Where a credit can stand: before the dash of a dateline, or as the last words.
_HEAD_CHARACTERS = 200
_TAIL_CHARACTERS = 80
_HEAD = re.compile(r"\(([^()]{2,40})\) ?[-–—\s]")
_OPENS = re.compile(r"[-–—/(\[.\"”:]|\b(?:sources?|with|by)\b", re.IGNORECASE)
_SHARED = re.compile(r"\s?(?:/|,|&|\band\b)\s?\w+\Z")


def agency(name: str) -> str:
    """The agency that a name means, or ""."""
    return _AGENCIES.get(name.strip().casefold(), "")


def agency_credit(text: str, publisher: str = "") -> str:
    """The agency that an article is credited to at its head or its end, or "" (also where it is the publisher)."""
    heads = (agency(match[1]) for match in _HEAD.finditer(text[:_HEAD_CHARACTERS]))
    name = next(filter(None, heads), "") or _at_the_end(text)
    return "" if name.casefold() in {publisher.casefold(), agency(publisher).casefold()} else name


def _at_the_end(text: str) -> str:
    last = text[-_TAIL_CHARACTERS:].rstrip(" \n\t.)]")
    for ended in (last, _SHARED.sub("", last)):
        opened = [match.end() for match in _OPENS.finditer(ended)]
        if name := next(filter(None, (agency(ended[place:]) for place in reversed(opened))), ""):
            return name
    return ""
