"""What stands at the head of a sentence and is not of it: datelines, agencies, stamps of the day of publication."""

from __future__ import annotations

import re

from index.reports.agencies import agency

_DATELINE = re.compile(
    r"^(?:(?P<place>[A-Z][A-Z.'’-]+|[A-Z][\w.'’-]+,?)(?:[ ,/]+(?:[A-Z][\w.'’-]*|of|the))*,?\s*(?:\d{1,2},?\s*)?)?"
    r"\((?P<agency>[A-Z][\w ./&-]{1,30})\)(?:\s*(?:--|[-–—:])\s*(?=\S)|\s+(?=[^a-z\s]))"
)
_PLACE_HEAD = re.compile(r"^[A-Z][A-Z.'’/ -]{2,30}(?:,\s[A-Z][\w. ]{2,20})?,?\s(?:--|[-–—])\s(?=[A-Z\"“])")
DATED_HEAD = re.compile(
    r"^(?:date of publication|published|(?:last )?updated(?: at)?|posted(?: on)?|reuters|afp|ap)?[:\s]*"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*,?\s+)?"
    r"(?:\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\s+\d{1,2}|\d{1,2}[.-]\d{1,2}[.-])[,\s]*(?:19|20)\d\d"
    r"(?:\s+at\s+\d{3,4})?[\s:.-]+(?=[A-Z\"“\d])",
    re.IGNORECASE,
)


def headless(text: str) -> str:
    """Without a dateline or a date of publication at its head."""
    found = _DATELINE.match(text)
    if found and (agency(found["agency"]) or found["agency"].isupper() or _is_dateline(found)):
        text = text[found.end() :]
    return DATED_HEAD.sub("", _PLACE_HEAD.sub("", text))


def _is_dateline(head: re.Match[str]) -> bool:
    """Whether a head with an agency that nobody knows is one all the same: a place in capitals, and a dash."""
    place = (head["place"] or "").strip(",")
    return len(place) > 3 and place.isupper() and head.group().rstrip().endswith(("-", "–", "—"))
