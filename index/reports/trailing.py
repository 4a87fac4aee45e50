"""Who says it, named at the end of a headline or a post: "Nine killed in raid: officials", "погибли трое, — власти"."""

from __future__ import annotations

from index.reports.actors import entry_of
from index.reports.contents import words_between
from index.reports.lines import Line, Span
from index.reports.phrases import is_boundary
from index.reports.speaking import speaker_in

_COLON = ":"
_DASHES = frozenset({"-", "–", "—"})
# What is said has so many words, and who says it not more than so many.
_LEAST_SAID = 3
_LONGEST = 5


def trailing_speaker(line: Line) -> tuple[int, Span] | None:
    """The place of the colon or the dash, and the phrase behind it that says who speaks; None where none does.

    Behind a dash only a role or a body speaks: "the capital of the country - Kyiv" says what it is.
    """
    last = len(line) - 1
    while last > 0 and line.word(last) in {".", "…"}:
        last -= 1
    mark = next((at for at in range(last, max(0, last - _LONGEST - 1), -1) if _is_mark(line, at)), None)
    if mark is None or mark == last or words_between(line, 0, mark) < _LEAST_SAID:
        return None
    behind = Span(mark + 1, last)
    if not all(_may_stand(line, at) for at in range(behind.first, last + 1)):
        return None
    body = any(line.is_role(at) and not line.quoted[at] for at in range(behind.first, last + 1))
    # Inside of a text "three countries: Russia" begins a list.
    party = line.is_whole and line.word(mark) == _COLON and bool(entry_of(line.phrase(behind), line.lexicon.language))
    return (mark, behind) if (body or party) and speaker_in(line, behind) == behind else None


def _is_mark(line: Line, at: int) -> bool:
    """Whether a colon stands there, or a dash between spaces, outside of quotations."""
    if line.quoted[at] or line.named[at]:
        return False
    begin, end = line.tokens[at].start, line.tokens[at].end
    spaced = line.text[max(0, begin - 1) : begin].isspace() and line.text[end : end + 1].isspace()
    return line.word(at) == _COLON or (line.word(at) in _DASHES and spaced)


def _may_stand(line: Line, at: int) -> bool:
    """Whether a word can be part of who speaks."""
    if not line.is_word(at) or line.words[at][:1].isdigit():
        return False
    done = line.words[at].endswith((*line.lexicon.past, *line.lexicon.present)) if line.lexicon.past else False
    verb = (done or line.lexicon.verb(line.words[at]) is not None) and not (line.is_role(at) or line.is_name(at))
    return not verb and not is_boundary(line, at) and not line.has(at, "conjunctions")
