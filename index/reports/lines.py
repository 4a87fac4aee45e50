"""A sentence as what reads it needs it: its words with their places, and which of them are quoted."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Sequence

from index.language.remembering import remembered
from index.language.reporting import Reporting, folded, reporting
from index.language.tokens import Token, tokens
from index.reports.offices import Office, offices
from index.reports.quotations import Quotation

# More words are no sentence but a table or a list: what lies beyond them is not read.
_MOST_TOKENS = 220
# A name in quotation marks has few words: "the «South» command".
_NAME_WORDS = 4
_LONG_WORD = 4
_SHORT_WORD = 2
# Words that are no names for the capital with which they open a sentence.
_LITTLE = ("determiners", "links", "conjunctions", "subordinators", "adverbs")
_CLOSING = frozenset("\"”»’'״)]")
_COMMAS = frozenset(",،—–-")


@dataclasses.dataclass(frozen=True, slots=True)
class Span:
    """Tokens `first` to `last`, both included."""

    first: int
    last: int


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """A sentence at `start:end` of a text. `words` are its tokens folded; `quoted` tells which are said in quotation
    marks; quoted names are not, and are marked in `named`. `bare`: the text has lost its commas. `titled`: all but its
    little words have capitals, as in a headline: a capital tells no name there."""

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    quoted: tuple[bool, ...]
    named: tuple[bool, ...]
    lexicon: Reporting
    bare: bool = False
    titled: bool = False

    def __len__(self) -> int:
        return len(self.tokens)

    @property
    def is_whole(self) -> bool:
        """Whether it is all of its text, as a headline is."""
        return self.start == 0 and self.end == len(self.text)

    @property
    def ends_quoted(self) -> bool:
        """Whether its last words are said in quotation marks."""
        return bool(self.quoted) and self.quoted[-1]

    def word(self, at: int) -> str:
        """The folded word at a place, "" outside of the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def has(self, at: int, name: str) -> bool:
        """Whether the word at a place is in one of the language's word lists."""
        return 0 <= at < len(self.words) and self.lexicon.has(self.words[at], name)

    def is_word(self, at: int) -> bool:
        """Whether a word or a quoted name stands at a place."""
        return 0 <= at < len(self.tokens) and (self.tokens[at].is_word or self.named[at])

    def is_name(self, at: int) -> bool:
        """Whether it is written as a name (never, where the script has no capitals)."""
        if not 0 <= at < len(self.tokens):
            return False
        if self.named[at]:
            return True
        capital = self.lexicon.cased and self.tokens[at].is_word and self.tokens[at].is_name
        opens = capital and (at == 0 or not self.tokens[at - 1].is_word)
        return capital and not (opens and any(self.has(at, listed) for listed in _LITTLE))

    def office(self, at: int) -> Office | None:
        """The role or body that the word at a place names, also behind prefixes."""
        if not 0 <= at < len(self.words) or not self.tokens[at].is_word:
            return None
        return _office(self.lexicon.language, self.words[at])

    def names_office(self, at: int) -> bool:
        """Whether a word is one of a role or body as it stands, with nothing written on to it."""
        return offices(self.lexicon.language).office(self.word(at)) is not None

    def is_adverb(self, at: int) -> bool:
        """Whether an adverb stands at a place, by the list or by its ending."""
        if self.has(at, "adverbs"):
            return True
        word, endings = self.word(at), self.lexicon.adverb_endings
        ends = bool(endings) and len(word) > _LONG_WORD and word.endswith(endings)
        noun = self.has(at - 1, "determiners") or self.has(at - 1, "links")
        return ends and not noun and not self.is_name(at) and not self.has(at, "no_adverbs")

    def is_role(self, at: int) -> bool:
        """Whether the word at a place names somebody or a body that speaks."""
        office = self.office(at)
        return office is not None and office.kind != "domain"

    def is_number(self, at: int) -> bool:
        """Whether a number stands at a place, in digits or as one of the language's words."""
        word = self.word(at)
        return word[:1].isdigit() or self.has(at, "numbers") or self.lexicon.has(word.partition("-")[0], "numbers")

    def begins_cue(self, at: int) -> bool:
        """Whether "according to" or "citing" begins at a place."""
        return self.behind_cue(at) > at

    def behind_cue(self, at: int) -> int:
        """The place behind the "according to" or "citing" that begins at a place; the place itself where none does."""
        cues = self.lexicon.cues.get(self.word(at), ())
        return next((at + len(cue.words) for cue in cues if self.words[at : at + len(cue.words)] == cue.words), at)

    def counts_on(self, within: int) -> bool:
        """Whether one of its first words takes up a number told before: "eleven of them", "среди них"."""
        reach = range(min(within, len(self.words)))
        return any(self.words[at : at + len(part)] == part for part in self.lexicon.parts for at in reach)

    def is_comma(self, at: int) -> bool:
        """Whether a comma or a dash stands at a place."""
        return self.word(at) in _COMMAS and self.word(at) != ""

    def closes_quotation(self, at: int) -> bool:
        """Whether a quotation ends at this place."""
        return 0 <= at < len(self.tokens) and self.quoted[at] and self.word(at) in _CLOSING

    def opens_quotation(self, at: int) -> bool:
        """Whether a quotation begins at this place."""
        return 0 <= at < len(self.tokens) and self.quoted[at] and (at == 0 or not self.quoted[at - 1])

    def phrase(self, span: Span) -> str:
        """The text of some tokens."""
        return self.text[self.tokens[span.first].start : self.tokens[span.last].end]


@remembered(16_384)
def _office(language: str, written: str) -> Office | None:
    """The role or body that a folded word names in a language, also behind prefixes."""
    known, word = offices(language), written.removesuffix("'s")
    forms = (form for form in reporting(language).variants(word) if form == word or len(form) > _SHORT_WORD)
    return next((office for form in forms if (office := known.office(form)) is not None), None)


def line_of(
    text: str, span: tuple[int, int], quoting: Sequence[Quotation], lexicon: Reporting, *, bare: bool = False
) -> Line:
    """The sentence at `span`. `quoting` are the quotations that reach into it; `bare`: the text has no commas."""
    start, end = span
    parts = _parts(text, start, end, lexicon)
    quoted, named = [False] * len(parts), [False] * len(parts)
    for quotation in quoting:
        first, after = (bisect_left(parts, place, key=_begin) for place in (quotation.start, quotation.end))
        inside = range(first, after)
        marks = named if _is_name(parts, inside, quotation, heads=lexicon.head_first) else quoted
        for at in inside:
            marks[at] = True
    words = tuple(folded(token.text) if token.text not in ("US", "IT", "WHO", "IS") else token.text for token in parts)
    return Line(text, start, end, parts, words, tuple(quoted), tuple(named), lexicon, bare, _is_titled(parts))


def _is_titled(parts: Sequence[Token]) -> bool:
    long = [part.text[0] for part in parts if part.is_word and len(part.text) >= _LONG_WORD]
    return len(long) >= _LONG_WORD and all(letter.isupper() for letter in long)


def _parts(text: str, start: int, end: int, lexicon: Reporting) -> tuple[Token, ...]:
    """The tokens of a sentence; the full stop of "Mr." or "J." is part of the word."""
    parts: list[Token] = []
    for found in tokens(text[start:end])[:_MOST_TOKENS]:
        token = Token(found.text, found.start + start, found.end + start)
        last = parts[-1] if parts else None
        if last is not None and last.end == token.start and _belongs(last, token, text, end, lexicon):
            parts[-1] = Token(last.text + token.text, last.start, token.end)
        else:
            parts.append(token)
    return tuple(parts)


def _belongs(last: Token, mark: Token, text: str, end: int, lexicon: Reporting) -> bool:
    """Whether a mark is part of the word before it: the stop of an abbreviation, the apostrophe of "the drivers'"."""
    if mark.text == ".":
        return mark.end < end and (lexicon.has(folded(last.text), "titles") or _is_initial(last))
    at = mark.end
    follows = at + 1 < end and text[at] == " " and text[at + 1].isalpha()
    return mark.text in {"'", "’"} and last.text.endswith("s") and follows


def _begin(token: Token) -> int:
    return token.start


def _is_initial(token: Token) -> bool:
    return len(token.text) == 1 and token.text.isupper()


def _is_name(parts: Sequence[Token], inside: Sequence[int], quotation: Quotation, *, heads: bool) -> bool:
    """Whether what is quoted is a name: few words, no stop or comma before its closing mark. With `heads` it may head
    a sentence that goes on behind it: "«Хамас» обвинил"."""
    worded = [at for at in inside if parts[at].is_word]
    if not worded or len(worded) > _NAME_WORDS or len(worded) + 2 != len(inside):
        return False
    first, last = parts[worded[0]], parts[worded[-1]]
    following = inside[-1] + 1
    goes_on = inside[0] > 0 or (heads and following < len(parts) and parts[following].text[0].islower())
    whole = quotation.end == parts[inside[-1]].end and first.text[0].isupper()
    uncased = inside[0] > 0 and first.text[0].lower() == first.text[0].upper()
    return goes_on and (whole or uncased) and last.end + 1 == parts[inside[-1]].end
