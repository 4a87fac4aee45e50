"""Whose report an article carries: the agency at its head or its end."""

from __future__ import annotations

_HEAD = 160
_TAIL = 120
_LONGEST = 5
_BY = ("by ", "source: ", "reporting by ", "source ", "с ссылкой на ", "par ", "por ")


def credit_of(text: str, publisher: str) -> str:
    """The agency that a report is credited to at its head ("(Reuters) -") or in its last line ("By Meridian Wire."),
    "" where there is none or it is the publisher itself."""
    name = _in_brackets(text[:_HEAD]) or _last_line(text)
    return "" if name.casefold() == publisher.strip().casefold() else name


def _in_brackets(head: str) -> str:
    """The name in brackets of a dateline: it stands before a dash, at the head of the text."""
    opened = head.find("(")
    closed = head.find(")", opened)
    if opened < 0 or closed < 0 or "\n" in head[:opened]:
        return ""
    name = head[opened + 1 : closed].strip()
    follows = head[closed + 1 :].lstrip()
    return name if _is_name(name) and follows[:1] in {"-", "–", "—"} and len(head[:opened].split()) <= _LONGEST else ""


def _last_line(text: str) -> str:
    """The name of a last line that says nothing but by whom it is."""
    line = text.rstrip().rpartition("\n")[2].strip().strip("()[]—–-").strip().rstrip(".")
    if not line or len(line) > _TAIL:
        last = text.rstrip().rpartition(". ")[2].strip().rstrip(".")
        line = last if len(last) <= _TAIL else ""
    lower = line.casefold()
    for by in _BY:
        if lower.startswith(by):
            name = line[len(by) :].strip()
            return name if _is_name(name) else ""
    return ""


def _is_name(name: str) -> bool:
    words = name.split()
    return bool(words) and len(words) <= _LONGEST and all(word[:1].isupper() or word in {"of", "the"} for word in words)
