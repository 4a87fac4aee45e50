"""From a statement to the words of a claim: its whole sentence, with what it leaves open said in brackets."""

from __future__ import annotations

import dataclasses
import re

from index.language.lexicon import lexicon
from index.language.loaded import quoted
from index.language.tokens import tokens
from index.reports.faithful import faithful
from index.reports.records import Figure
from index.reports.report import Testimony

# A sentence longer than this is shown up to the end of a clause.
LONGEST = 330
# Where a clause ends.
_ENDS = ("; ", " — ", " – ", ", ", "، ", "؛ ")
# What a post ends with.
_TAG = re.compile(r"#\w+|https?://\S+")
_COMMAS = (",", "،")
_MARKS = '"“”«»„״'


@dataclasses.dataclass(frozen=True, slots=True)
class Wording:
    """How a claim is worded: `text` for the reader, `quote` at `start:end` of the article's text."""

    text: str
    quote: str
    start: int
    end: int


def worded(testimony: Testimony, figure: Figure | None, *, longest: int = LONGEST) -> Wording:
    """A statement as a claim: the sentence that makes it, never cut inside a clause. What is added stands in brackets;
    the rest is the sentence's own words. Of a sentence longer than `longest` the clauses up to the figure, or the
    first ones, are shown, and those alone are quoted."""
    start, end = testimony.sentence
    start = testimony.report.opens_at if start < testimony.report.opens_at < end else start
    if end - start > longest:
        end = _clause_end(start, end, testimony, figure, longest)
    quote = _without_tags(testimony.report.text[start:end])
    end = start + len(quote)
    text = quoted(with_speaker(quote, testimony))
    return Wording(text if faithful(text, quote) else quote, quote, start, end)


def _without_tags(quote: str) -> str:
    """A quote without the tags and links that stand at its end."""
    kept = quote.rstrip()
    while True:
        words = kept.rsplit(maxsplit=1)
        if len(words) < 2 or not _TAG.fullmatch(words[1]):
            return kept if len(kept) < len(quote.rstrip()) else quote
        kept = kept[: -len(words[1])].rstrip()


def _clause_end(start: int, end: int, testimony: Testimony, figure: Figure | None, longest: int) -> int:
    text = testimony.report.text
    needed = max(testimony.statement.content[0] or testimony.statement.start, figure.end if figure else 0)
    cuts = [at for mark in _ENDS for at in _found(text, mark, start + 60, end)]
    if longest < LONGEST:
        cuts = [at for at in cuts if _begins_clause(text[at:end], testimony.report.reading.language)]
    fitting = [at for at in cuts if needed + 20 < at <= start + longest and _closed(text[start:at])]
    if fitting:
        return max(fitting)
    later = [at for at in cuts if at > needed + 20 and _closed(text[start:at])]
    return min(later, default=end)


def _begins_clause(rest: str, language: str) -> bool:
    """Whether another clause begins behind a comma, and no further part of a list: a short line is cut nowhere else."""
    if not rest.startswith(_COMMAS):
        return True
    first = next((token.lower for token in tokens(rest) if token.is_word), "")
    words = lexicon(language, "reporting")
    return any(first in words.get(listing, "").split() for listing in ("conjunctions", "subordinators", "relatives"))


def _found(text: str, mark: str, start: int, end: int) -> list[int]:
    places = []
    at = text.find(mark, start, end)
    while at >= 0:
        places.append(at)
        at = text.find(mark, at + len(mark), end)
    return places


def _closed(piece: str) -> bool:
    """Whether no quotation or bracket is left open."""
    pairs = (("“", "”"), ("«", "»"), ("(", ")"))
    return piece.count('"') % 2 == 0 and all(piece.count(opening) == piece.count(closing) for opening, closing in pairs)


def with_speaker(text: str, testimony: Testimony) -> str:
    """The words with who is meant by a pronoun that opens them, or whose words they are where they do not say it."""
    speaker = testimony.speaker
    if speaker is None:
        return text
    last = speaker.name.split()[-1].casefold() if speaker.name.split() else ""
    if not last or last in text.casefold():
        return text
    first = next(iter(tokens(text)), None)
    pronouns = lexicon(testimony.report.reading.language, "reporting").get("person_pronouns", "").split()
    says_first = testimony.statement.content[0] > testimony.statement.start
    if says_first and first is not None and first.lower in pronouns:
        return f"{text[: first.end]} [{speaker.name}]{text[first.end :]}"
    if testimony.statement.kind == "quotation":
        return f"[{speaker.name}:] {text if text[:1] in _MARKS else f'“{text}”'}"
    return text
