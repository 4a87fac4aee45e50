"""Where sentences begin and end, in code points, for Latin, Cyrillic, Arabic and Hebrew script.

Rules, not a model: the same text always gives the same offsets, whatever is installed.
"""

from __future__ import annotations

import re

from index.language.wordlists import words

# A run of terminators with the quotation marks and brackets that close on it. Those that mean nothing else (CJK,
# Devanagari, Urdu, Burmese, Ethiopic, Khmer, Armenian, Tibetan and their likes) come with no following space, too; the
# others need one (or a dash, as in "he said.--AFP").
_ALONE = "。！？｡．।॥۔။።፧፨។៕։།༎᠃᱾꯫܀߹෴"
_STOP = re.compile(rf"(?P<mark>[.!?…؟{_ALONE}]+)(?P<close>[\"'”’»›)\]」』）》〉】］]*)(?P<space>\s*)")
_WIDE = frozenset(_ALONE)
_OPENING = frozenset("“„«‘「『（《〈【")

# Written with a full stop inside a sentence, and followed by a name or a number.
_TITLES = words(
    """
    mr mrs ms dr prof st gen col maj lt sgt capt cmdr cpl pvt adm brig gov sen rep rev hon pres supt det insp
    no nos vol pp fig art sec ft mt op vs v cf approx ca al eg ie e.g i.e viz г гг ул им стр см д проф т.е
    """
)
# May end a sentence or stand inside it: the next word decides.
_EITHER = words(
    """
    inc ltd co corp bros jr sr etc a.m p.m am pm jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thur thurs fri sat sun est dept univ ave blvd rd km kg u.s u.n u.k e.u u.a.e d.c ph.d
    тыс млн млрд руб др
    """
)
# Words that seldom follow an abbreviation inside a sentence when they are capitalised.
_STARTERS = words(
    """
    the a an in on at it its he she they we i his her their our this that these those there but and or if
    when while after before since as for from by with to under during although however meanwhile what who
    how why where some many most all no not one two both several earlier later last now then also according
    officials в на он она они мы это но и по как
    """
)
_APART = frozenset('"“”„«‘’()[]—–/')
# No abbreviation is longer.
_MOST_BEFORE = 64
_WORD_AFTER = re.compile(r"[\"“„«‘'(\[\s]*([^\W\d_]+)")
_BLANK = re.compile(r"\s+")


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of `text` as (start, end), in order, without the white space around them.

    They do not overlap, none is blank, and nothing but white space lies between them. A newline ends one.
    """
    found: list[tuple[int, int]] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        found.extend((offset + start, offset + end) for start, end in _in_line(line))
        offset += len(line)
    return found


def _in_line(line: str) -> list[tuple[int, int]]:
    spans = []
    start = 0
    last = len(line.rstrip())
    for stop in _STOP.finditer(line):
        if stop.end() >= last or _ends(line, start, stop):
            spans.append((start, stop.end("close")))
            start = stop.end()
    spans.append((start, len(line)))
    return [span for span in (_stripped(line, *span) for span in spans) if span[0] < span[1]]


def _stripped(line: str, start: int, end: int) -> tuple[int, int]:
    piece = line[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _ends(line: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a stop, behind which more is written, ends the sentence that begins at `start`."""
    mark, behind = stop["mark"], stop.end()
    if mark[-1] in _WIDE:
        # Behind a closing mark, without a space, comes who said it.
        return not stop["close"] or bool(stop["space"]) or line[behind] in _OPENING
    if not stop["space"] and not line.startswith(("--", "—", "- "), behind):
        return False
    if not _opens_a_sentence(line, behind):
        return False
    if mark != ".":
        return True
    before = _word_before(line, start, stop.start("mark"))
    return not before or bool(stop["close"]) or _full_stop(before, line, behind)


def _opens_a_sentence(line: str, behind: int) -> bool:
    """Whether what follows can begin a sentence: upper case, a digit, or a script without case."""
    for at in range(behind, len(line)):
        char = line[at]
        if char.isspace() or char in "\"'“”„«»‘’([-—–•*":
            continue
        return char.isdigit() or not char.islower()
    return False


def _word_before(line: str, start: int, end: int) -> str:
    """The word that ends at a stop, of a very long one its end."""
    first = end
    while first > max(start, end - _MOST_BEFORE) and not (line[first - 1].isspace() or line[first - 1] in _APART):
        first -= 1
    return line[first:end]


def _full_stop(word: str, line: str, behind: int) -> bool:
    """Whether one full stop after `word`, before what is at `behind`, ends the sentence, not only shortens the word."""
    bare = word.lower().strip(",;:")
    after = _WORD_AFTER.match(line, behind)
    follower = after.group(1).lower() if after else ""
    if bare in _TITLES:
        return False
    if bare in _EITHER or ("." in bare and len(bare.replace(".", "")) <= 3 and not bare[0].isdigit()):
        return follower in _STARTERS or line[behind : behind + 1] in {'"', "“", "«"}
    initial = len(bare) == 1 and bare.isalpha() and word.isupper()
    return not initial or follower in _STARTERS
