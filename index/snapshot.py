"""The corpus at one moment, as one question sees it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from datetime import datetime

import sqlalchemy as sa

from index.allowance import Allowance
from index.answers.answering import Stretch
from index.answers.asked import Asked
from index.answers.asked import asked as by_label
from index.answers.understanding import plainly_asked
from index.articles import Hit
from index.embedding.embedder import ContradictionJudge, Embedder, PairReading, SupportJudge, Vectors
from index.embedding.heads import Head
from index.reports.report import Report
from index.retrieval.reports import reports_of
from index.retrieval.scope import Scope
from index.retrieval.search import Searcher, Sought, Wanted


class Snapshot:
    """What is searched and read for one question: one transaction, and a vector a question. Used by one thread.

    The transaction begins with the first search: whoever waits for the embedder holds no connection.
    The question's time runs from the first search. When it is over nothing more is found, and what was is all there is:
    the first search and its first report are made in any case.
    """

    def __init__(
        self,
        connect: Callable[[], sa.Connection],
        searcher: Searcher,
        embedder: Callable[[], Embedder],
        head: Callable[[], Head | None],
        allowance: Allowance,
    ) -> None:
        self._connect = connect
        self._searcher = searcher
        self._embedder = embedder
        self._head = head
        self._allowance = allowance
        self._searched = False
        self._sought: tuple[str, Sought] | None = None
        self._reports: list[Report] = []

    @functools.cached_property
    def _connection(self) -> sa.Connection:
        return self._connect()

    def vector(self, question: str) -> Vectors:
        """The question's vector, of length 1."""
        return self._searcher.vector(question)

    def asked(self, question: str, vector: Vectors) -> Asked:
        """What is asked, by the trained head, or by the question's words where the model is not the head's."""
        head = self._head()
        return plainly_asked(question) if head is None else by_label(head.probabilities(vector))

    def search(
        self, question: str, vector: Vectors, *, since: datetime | None, until: datetime, most: int
    ) -> list[Hit]:
        """The `most` best passages of articles dated from `since` to `until`, best first."""
        return self.search_each(question, vector, [Stretch(since, until, most)])[0]

    def search_each(self, question: str, vector: Vectors, stretches: Sequence[Stretch]) -> list[list[Hit]]:
        """The same for each of some stretches, by as many statements as for one."""
        if not stretches or (self._allowance.used_up() and self._searched):
            return [[] for _ in stretches]
        self._searched = True
        wanted = [Wanted(Scope(one.since, one.until, language=one.language), one.most) for one in stretches]
        if self._sought is None or self._sought[0] != question:
            until = next((one.scope.until for one in wanted if one.scope.only_ends), None)
            self._sought = (question, self._searcher.sought(self._connection, question, vector, until))
        return self._sought[1].hits(wanted)

    def languages(self) -> list[str]:
        """The languages of the articles, that of most of them first."""
        return self._searcher.languages(self._connection, None if self._sought is None else self._sought[1].standing)

    def reports(self, article_ids: Sequence[str]) -> list[Report]:
        """The reports of these articles, as they were read at ingest."""
        fingerprint = self._embedder().fingerprint
        ready = []
        for report in reports_of(self._connection, article_ids, fingerprint, self._allowance):
            if self._reports and self._allowance.used_up():
                break
            with self._allowance.on(report.article_id):
                report.prepare()
            self._reports.append(report)
            ready.append(report)
        return ready

    def close(self) -> None:
        """Let go of the reports that were read."""
        while self._reports:
            self._reports.pop().forget()

    def support(self, question: str, windows: Sequence[tuple[str, ...]]) -> list[tuple[float, ...]] | None:
        """For each sentence of each window how far it says what is asked; None where the model has no judge, or
        no time is left."""
        if self._allowance.used_up():
            return None
        embedder = self._embedder()
        return embedder.support(question, windows) if isinstance(embedder, SupportJudge) else None

    def contradictions(self, question: str, pairs: Sequence[tuple[str, str]]) -> list[PairReading] | None:
        """For each pair of passages how far the two contradict each other on what is asked; None where nothing tells
        that, or no time is left."""
        if self._allowance.used_up():
            return None
        embedder = self._embedder()
        return embedder.contradictions(question, pairs) if isinstance(embedder, ContradictionJudge) else None
