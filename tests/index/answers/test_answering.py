"""What is searched for a question, and what is answered without a search."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np
import pytest

from index.answers.answer import Answer, Claim
from index.answers.answering import Stretch, ask, find
from index.answers.asked import Asked, asked
from index.answers.followups import Turn
from index.answers.policy import DEFAULT
from index.articles import Hit, StoredPassage
from index.embedding.embedder import PairReading, Vectors
from index.reports.report import Report
from tests.index.answers.building import NOW, inquiry, report


def hit(found: Report) -> Hit:
    span = found.spans[0]
    passage = StoredPassage(
        passage_id=span.passage_id,
        article_id=found.article_id,
        url=found.url,
        title=found.title,
        publisher=found.publisher,
        published_at=found.published_at,
        first_seen_at=found.first_seen_at,
        ordinal=0,
        start=span.start,
        end=span.end,
        text=found.text,
    )
    return Hit(1, 1.0, passage)


class FakeRetriever:
    """Finds `first` whenever, then everything that is dated within the days that are asked for, and what is in the
    language that is asked for."""

    def __init__(self, first: Sequence[Report], stored: Sequence[Report]) -> None:
        self.searches: list[tuple[datetime | None, datetime]] = []
        self.foreign: list[tuple[str, datetime | None, datetime]] = []
        self._first, self._stored = first, stored

    def vector(self, question: str) -> Vectors:
        return np.zeros(4, np.float32)

    def asked(self, question: str, vector: Vectors) -> Asked:
        return asked({"figure": 1.0})

    def languages(self) -> list[str]:
        return sorted({found.reading.language for found in self._stored})

    def search(
        self, question: str, vector: Vectors, *, since: datetime | None, until: datetime, most: int
    ) -> list[Hit]:
        self.searches.append((since, until))
        if len(self.searches) == 1:
            return [hit(found) for found in self._first]
        return [
            hit(found)
            for found in self._stored
            if (since is None or since <= found.dated_at) and found.dated_at <= until
        ]

    def search_each(self, question: str, vector: Vectors, stretches: Sequence[Stretch]) -> list[list[Hit]]:
        return [self._along(question, vector, stretch) for stretch in stretches]

    def _along(self, question: str, vector: Vectors, stretch: Stretch) -> list[Hit]:
        if stretch.language is None:
            return self.search(question, vector, since=stretch.since, until=stretch.until, most=stretch.most)
        self.foreign.append((stretch.language, stretch.since, stretch.until))
        return [hit(found) for found in self._stored if found.reading.language == stretch.language]

    def reports(self, article_ids: Sequence[str]) -> list[Report]:
        return [found for found in self._stored if found.article_id in article_ids]

    def support(self, question: str, windows: Sequence[tuple[str, ...]]) -> list[tuple[float, ...]] | None:
        return None

    def contradictions(self, question: str, pairs: Sequence[tuple[str, str]]) -> list[PairReading] | None:
        return None


FIRST = report("A shell killed nine people in Kupiansk.", day=4)
BESIDE = report("The mayor of Kupiansk said fourteen people were killed.", day=6, outlet="Delta Post")
LONG_AFTER = report("The mayor of Kupiansk said the road was open.", day=18, outlet="Vale Radio")


@pytest.mark.parametrize("kind", ["figure", "blame", "who", "yesno", "event", "comparison"])
def test_where_speakers_may_differ_the_days_of_the_incident_are_searched_too(kind: str) -> None:
    retriever = FakeRetriever([FIRST], [FIRST, BESIDE, LONG_AFTER])

    evidence = find(retriever, inquiry("How many were killed in Kupiansk?", kind), None, NOW, DEFAULT)

    (_, (since, until)) = retriever.searches
    assert since is not None
    assert (since.day, until.day) == (2, 14)
    assert evidence.reports == [FIRST, BESIDE]
    assert [found.passage.article_id for found in evidence.hits] == [FIRST.article_id, BESIDE.article_id]


def test_a_second_search_reaches_neither_before_what_is_wanted_nor_beyond_now() -> None:
    retriever = FakeRetriever([FIRST], [FIRST, BESIDE])
    since, now = NOW.replace(day=3), NOW.replace(day=5)

    find(retriever, inquiry("How many were killed in Kupiansk?"), since, now, DEFAULT)

    assert retriever.searches[1] == (since, now)


@pytest.mark.parametrize("kind", ["where", "when", "why", "news", "said", "what", "background", "change"])
def test_other_questions_are_searched_once(kind: str) -> None:
    retriever = FakeRetriever([FIRST], [FIRST, BESIDE])

    evidence = find(retriever, inquiry("How many were killed in Kupiansk?", kind), None, NOW, DEFAULT)

    assert len(retriever.searches) == 1
    assert evidence.reports == [FIRST]


@pytest.mark.parametrize("kind", ["where", "when", "said", "figure"])
def test_the_days_that_a_question_names_are_searched_whatever_it_asks(kind: str) -> None:
    retriever = FakeRetriever([LONG_AFTER], [BESIDE, LONG_AFTER])

    evidence = find(retriever, inquiry("What was hit in Kupiansk on 6 March 2026?", kind), None, NOW, DEFAULT)

    (_, (since, until)) = retriever.searches
    assert since is not None
    assert (since.day, until.day) == (4, 16)
    assert BESIDE in evidence.reports


def test_every_other_language_of_the_corpus_is_searched_in_the_days_that_are_asked_about() -> None:
    foreign = report("Удар по рынку в Купянске: погибли девять человек.", outlet="Вести", language="ru")
    retriever = FakeRetriever([FIRST], [FIRST, foreign])

    evidence = find(retriever, inquiry("Where was the strike on 4 March 2026?", "where"), None, NOW, DEFAULT)

    ((language, since, until),) = retriever.foreign
    assert language == "ru"
    assert since is not None
    assert (since.day, until.day) == (2, 14)
    assert foreign in evidence.reports


def test_where_nothing_was_found_there_is_no_incident_to_search_for() -> None:
    retriever = FakeRetriever([], [FIRST])

    find(retriever, inquiry("How many were killed in Kupiansk?"), None, NOW, DEFAULT)

    assert len(retriever.searches) == 1


def test_who_said_that_is_told_from_the_last_answer_without_a_search() -> None:
    retriever = FakeRetriever([FIRST], [FIRST])
    claim = Claim("Nine people were killed.", "", ("the mayor", "Delta Post"), (1,))
    last = Answer("How many were killed?", "answer", NOW, "Nine people were killed.", claims=(claim,))

    answer = ask(retriever, "who said that?", now=NOW, turns=[Turn("How many were killed?", last)])

    assert answer.text == "the mayor → Delta Post: Nine people were killed."
    assert retriever.searches == []


def test_what_points_back_to_nothing_is_not_searched_for() -> None:
    retriever = FakeRetriever([FIRST], [FIRST])

    answer = ask(retriever, "who said that?", now=NOW)

    assert answer.searched is not None
    assert answer.searched.points_back
    assert retriever.searches == []
