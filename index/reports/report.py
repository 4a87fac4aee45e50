"""A stored report with what was read in it, and one statement of it as evidence."""

from __future__ import annotations

import dataclasses
import functools
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

import numpy as np
import numpy.typing as npt

from index.language.terms import terms
from index.language.tokens import without_marks
from index.reports import heads
from index.reports.cases import nominative
from index.reports.records import Figure, PlaceMention, Reading, Statement, Voice
from index.reports.romanised import heard

Vectors = npt.NDArray[np.float32]


@dataclasses.dataclass(frozen=True, slots=True)
class Span:
    """A passage's place in its report's text."""

    passage_id: str
    start: int
    end: int


@dataclasses.dataclass(frozen=True, eq=False)
class Report:
    """One stored revision of an article with its reading. `vectors` has a row a statement, normalised; none where the
    model that made them is another than today's."""

    article_id: str
    url: str
    title: str
    text: str
    publisher: str
    published_at: datetime | None
    first_seen_at: datetime
    reading: Reading
    spans: tuple[Span, ...]
    vectors: Vectors | None = None
    # The house that it comes from, "" where the operator imported it; who carries it, if not its own site; whom that
    # one names as the source.
    origin: str = ""
    carrier: str | None = None
    stated_source: str | None = None

    @property
    def dated_at(self) -> datetime:
        """When it was published, or first seen where that is unknown."""
        return self.published_at or self.first_seen_at

    @property
    def written(self) -> date | None:
        """The day it was written, where that is known."""
        return self.reading.written or (self.published_at.date() if self.published_at else None)

    @functools.cached_property
    def testimonies(self) -> tuple[Testimony, ...]:
        """All of its statements, in order."""
        return tuple(Testimony(self, number, statement) for number, statement in enumerate(self.reading.statements))

    @functools.cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each of its sentences begins and ends; one that says nothing (a lone mark) is empty."""
        bounds: dict[int, tuple[int, int]] = {}
        for statement in self.reading.statements:
            start, end = bounds.get(statement.sentence, (statement.start, statement.end))
            bounds[statement.sentence] = (min(start, statement.start), max(end, statement.end))
        spans: list[tuple[int, int]] = []
        for number in range(max(bounds, default=-1) + 1):
            end = spans[-1][1] if spans else 0
            spans.append(bounds.get(number, (end, end)))
        return tuple(spans)

    @functools.cached_property
    def opens_at(self) -> int:
        """Where it goes on after its day, its title, the place and the agency that it may begin with."""
        return heads.opens_at(self.title, self.text, self.reading.language, self.written)

    @functools.cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        """The stems of each sentence."""
        return tuple(frozenset(terms(self.text[start:end])) for start, end in self.sentences)

    @functools.cached_property
    def head(self) -> frozenset[str]:
        """The stems of its title and its first three sentences: what it is about."""
        return frozenset(terms(self.title)).union(*self.stems[:3])

    @functools.cached_property
    def whole(self) -> frozenset[str]:
        """All of its stems."""
        return self.head.union(*self.stems)

    @functools.cached_property
    def head_mentions(self) -> tuple[PlaceMention, ...]:
        """The places that its title and its first sentences name."""
        titled = self.reading.headline.places if self.reading.headline else ()
        opening = (statement for statement in self.reading.statements if statement.sentence < 3)
        return (*titled, *(mention for statement in opening for mention in statement.places))

    @functools.cached_property
    def head_places(self) -> frozenset[str]:
        """The narrowest of them."""
        return narrowest(self.head_mentions)

    @functools.cached_property
    def home(self) -> str:
        """The country that most of its places lie in, an ISO code; "" where it names none."""
        named = Counter(mention.country for statement in self.reading.statements for mention in statement.places)
        named.pop("", None)
        return max(named, key=lambda country: (named[country], country)) if named else ""

    @functools.cached_property
    def sounds(self) -> frozenset[str]:
        """How the words of its title and text sound that may be names, in any script."""
        words = f"{self.title} {self.text}".split()
        return frozenset(heard(without_marks(word)) for word in words if len(word) > 3) - {""}

    def prepare(self) -> None:
        """Work out now what questions ask of every statement: then it is known what the report costs."""
        for testimony in self.testimonies:
            _ = testimony.stems, testimony.places
        _ = self.whole, self.sounds

    def forget(self) -> None:
        """Let go of the statements, which point back at it: else both stay until Python looks for garbage, and to look
        took a fifth of a question's time. Whoever holds a statement still can use it."""
        self.__dict__.pop("testimonies", None)

    def passage_at(self, start: int) -> str:
        """The id of the passage that holds the character at `start`."""
        inside = [span.passage_id for span in self.spans if span.start <= start < span.end]
        return inside[0] if inside else self.spans[0].passage_id


@dataclasses.dataclass(frozen=True, eq=False)
class Testimony:
    """One statement in its report: what a speaker says there."""

    report: Report
    number: int
    statement: Statement

    @property
    def key(self) -> tuple[str, int]:
        return (self.report.article_id, self.number)

    @property
    def text(self) -> str:
        return self.report.text[self.statement.start : self.statement.end]

    @property
    def content(self) -> str:
        """What is said, without the words that say who says it."""
        start, end = self.statement.content
        return self.report.text[start:end] if end > start else self.text

    @property
    def sentence(self) -> tuple[int, int]:
        """Where the sentence that it is part of begins and ends."""
        return self.report.sentences[self.statement.sentence]

    @property
    def sentence_text(self) -> str:
        start, end = self.sentence
        return self.report.text[start:end]

    @property
    def neighbours(self) -> tuple[str, str]:
        """The sentences right before and after its own, "" where there is none."""
        spans, number = self.report.sentences, self.statement.sentence
        before, after = spans[number - 1 : number] if number else (), spans[number + 1 : number + 2]
        return self._of(before), self._of(after)

    def _of(self, spans: Sequence[tuple[int, int]]) -> str:
        return "".join(self.report.text[start:end] for start, end in spans)

    @functools.cached_property
    def terms(self) -> tuple[str, ...]:
        return tuple(terms(self.text))

    @functools.cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(self.terms)

    @functools.cached_property
    def content_terms(self) -> tuple[str, ...]:
        return tuple(terms(self.content))

    @property
    def speaker(self) -> Voice | None:
        return self.statement.speaker

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.statement.figures

    @property
    def as_of(self) -> datetime:
        return self.report.dated_at

    @property
    def attribution(self) -> tuple[str, ...]:
        """Who says so, innermost first, the outlet last."""
        stated = [self.report.stated_source] if self.report.stated_source else []
        return (*map(self.name_of, self.statement.voices), *stated, self.report.publisher)

    def name_of(self, voice: Voice) -> str:
        """What a speaker is called where he is named as who says it; a person's names stay as they are written."""
        at = self.sentence_text.find(voice.name)
        if at <= 0 or voice.person:
            return voice.name
        return nominative(voice.name, self.sentence_text[:at], self.report.reading.language)

    @property
    def vector(self) -> npt.NDArray[np.float32] | None:
        return None if self.report.vectors is None else self.report.vectors[self.number]

    @functools.cached_property
    def places(self) -> frozenset[str]:
        """Where it is said to be: the places it names, else those of the sentence before in its paragraph, else those
        that its report opens with."""
        own = narrowest(self.statement.places)
        if any(not mention.is_country for mention in self.statement.places):
            return own
        earlier = [other for other in self.report.testimonies[: self.number] if other.statement.places]
        if earlier and "\n" not in self.report.text[earlier[-1].statement.end : self.statement.start]:
            return narrowest(earlier[-1].statement.places)
        return self.report.head_places or own


def narrowest(mentions: Sequence[PlaceMention]) -> frozenset[str]:
    """The ids of places that are no countries; of the countries where there are no others."""
    inner = frozenset(mention.place_id for mention in mentions if not mention.is_country)
    return inner or frozenset(mention.place_id for mention in mentions)
