"""What an answer is made of: the sentences of the articles that were found, each where it stands."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Sequence
from datetime import date

from index.answers.attribution import Attribution, attributions
from index.answers.dates import dateline
from index.answers.figures import Figure, figures
from index.answers.gazetteer import names_in, sound
from index.articles import StoredPassage
from index.language.sentences import sentences
from index.language.terms import terms
from index.language.tokens import tokens

# Articles that are remembered as read: many people ask about the same few, and what a sentence says takes long to find.
_REMEMBERED = 200


@dataclasses.dataclass(frozen=True)
class Sentence:
    """A sentence at `start:end` of its article's text, the `number`th there."""

    passage: StoredPassage
    number: int
    start: int
    end: int
    text: str

    @functools.cached_property
    def terms(self) -> tuple[str, ...]:
        return tuple(terms(self.text))

    @functools.cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(self.terms)

    @functools.cached_property
    def sounds(self) -> frozenset[str]:
        """How the names in it sound, for names that are spelled in several ways."""
        return frozenset(sound(token.text) for token in tokens(self.text) if token.is_name) - {""}

    @functools.cached_property
    def names(self) -> tuple[str, ...]:
        """The known names of places and parties in it, as written."""
        return tuple(names_in(self.text))

    @functools.cached_property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figures(self.text))


@dataclasses.dataclass(frozen=True)
class Report:
    """One article, read: its sentences in order, and the day it was written where that is known."""

    article_id: str
    title: str
    publisher: str
    written: date | None
    sentences: tuple[Sentence, ...]

    @functools.cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who says each sentence."""
        return tuple(attributions([sentence.text for sentence in self.sentences], self.publisher))

    @functools.cached_property
    def head(self) -> frozenset[str]:
        """The stems of the title and the lead: what the whole article is about."""
        lead = (stem for sentence in self.sentences[:3] for stem in sentence.stems)
        return frozenset(terms(self.title)) | frozenset(lead)

    @functools.cached_property
    def stems(self) -> frozenset[str]:
        return self.head | frozenset(stem for sentence in self.sentences for stem in sentence.stems)

    @functools.cached_property
    def sounds(self) -> frozenset[str]:
        named = (name for sentence in self.sentences for name in sentence.sounds)
        return frozenset(named) | frozenset(sound(token.text) for token in tokens(self.title)) - {""}


def report(passages: Sequence[StoredPassage]) -> Report:
    """Read an article from its passages. What was read lately is not read again."""
    return _read(tuple(passages))


@functools.lru_cache(maxsize=_REMEMBERED)
def _read(passages: tuple[StoredPassage, ...]) -> Report:
    found: list[Sentence] = []
    for passage in sorted(passages, key=lambda each: each.start):
        for start, end in sentences(passage.text):
            place = passage.start + start
            if found and place < found[-1].end:
                continue
            found.append(Sentence(passage, len(found), place, passage.start + end, passage.text[start:end]))
    first = passages[0]
    stated = dateline(found[0].text) if found else None
    known = first.published_at.date() if first.published_at else None
    return Report(first.article_id, first.title, first.publisher, stated or known, tuple(found))
