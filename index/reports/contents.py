"""Where what is said stands: behind the act of reporting, or before it."""

from __future__ import annotations

from index.reports.lines import Line

# Fewer words are nothing that somebody could have said.
LEAST_CONTENT = 3
_NEAR = 7


def opens_content(line: Line, at: int) -> bool:
    """Whether what is said begins soon behind the act of reporting: with "that", a colon or a quotation."""
    for place in range(at, min(len(line), at + _NEAR)):
        if line.opens_quotation(place) or line.word(place) == ":" or line.has(place, "complementizers"):
            return True
        if line.is_word(place) and line.lexicon.verb(line.words[place]) is not None:
            return False
        if line.word(place) in {".", ";"}:
            return False
    return False


def trails(line: Line, first: int, last: int) -> bool:
    """Whether the act of reporting closes what it reports."""
    quoted = line.closes_quotation(first - 1) or (line.is_comma(first - 1) and line.closes_quotation(first - 2))
    aside = line.is_comma(first - 1) and line.is_comma(last + 1)
    if words_between(line, 0, first) < LEAST_CONTENT and not (quoted or aside):
        return False
    set_off = not line.is_word(first - 1)
    following = _behind_times(line, last + 1)
    if following >= len(line) or not line.is_word(following):
        return True
    loose = line.has(following, "links") or line.has(following, "subordinators") or line.has(following, "relatives")
    gerund = line.lexicon.verb(line.words[following])
    return set_off and (loose or line.has(following, "conjunctions") or (gerund is not None and gerund.gerund))


def _behind_times(line: Line, at: int) -> int:
    """The place behind "on Sunday", "later", "yesterday"."""
    while line.has(at, "times") or line.is_adverb(at) or (line.has(at, "links") and line.has(at + 1, "times")):
        at += 1
    return at


def words_between(line: Line, first: int, last: int) -> int:
    return sum(line.tokens[at].is_word for at in range(first, min(last, len(line))))


def follows_complementizer(line: Line, at: int) -> bool:
    return line.has(at - 1, "complementizers") or (line.is_comma(at - 1) and line.has(at - 2, "complementizers"))
