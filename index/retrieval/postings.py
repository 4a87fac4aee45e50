"""Candidates by words: which passages hold most of a question's weight, without reading who holds a common word.

Terms are taken from the rarest on. Once the candidates found hold more than all terms that are left could give a
passage without them, no other passage can come among them, and what is left is looked for among the candidates only
(MaxScore). A common word that comes before that is looked for in the newest passages alone.
"""

from __future__ import annotations

import dataclasses
import itertools
import json
import threading
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import sqlalchemy as sa

from index.retrieval.lexical import Question, idf
from index.retrieval.projection import Standing, read_standing
from index.retrieval.scope import Extent, Numbers, Reach, Scope, among, keep_within, listed_numbers
from index.store.schema import passage

# A word in more passages than this is common.
_COMMON = 10_000
# How much a corpus may grow before its figures are counted again, and below which size they always are.
_GROWTH = 0.1
_SMALL = 5_000
_REMEMBERED = 50_000
# Candidates whose scope is asked for at once, and altogether.
_AT_ONCE = 1_000
# The same of one language, however old: few passages of another hold the question's words, and no more are looked at.
_OF_LANGUAGE = 400
_MOST_LOOKED_AT = 20_000
_MARGIN = 1.5
# How many more passages may hold a word in a stretch than are looked at in it, for it still to be read from the index.
_TIMES_AS_MANY = 4
# One in so many at each end of the passages of some days may have come long before or after the others.
_ONE_LATE = 16

Scores = npt.NDArray[np.float64]


class Lexicon:
    """What is usual in a corpus: how many passages there are, how long they are, how many hold a term. Counted now and
    then. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counted_at = -1
        self._usual = (0, 1.0, 1.0)
        self._frequencies: dict[str, int] = {}

    def question(
        self, connection: sa.Connection, terms: Sequence[str], standing: Standing | None = None
    ) -> tuple[Question, dict[str, int]]:
        """The question weighed, and how many passages hold each of its terms."""
        newest = (read_standing(connection) if standing is None else standing).newest
        total, mean_length, mean_passages = self._usual_of(connection, newest)
        frequencies = self._frequencies_of(connection, list(dict.fromkeys(terms)))
        weights = {term: idf(min(count, total), total) for term, count in frequencies.items()}
        pairs = tuple(dict.fromkeys(pair for pair in itertools.pairwise(terms) if pair[0] != pair[1]))
        return Question(weights, pairs, mean_length, mean_passages), frequencies

    def _usual_of(self, connection: sa.Connection, newest: int) -> tuple[int, float, float]:
        with self._lock:
            if newest > _SMALL and self._counted_at <= newest < self._counted_at * (1 + _GROWTH):
                return self._usual
        opening = sa.func.sum(sa.case((passage.c.ordinal == 0, 1), else_=0))
        counted = sa.select(sa.func.count(), sa.func.avg(passage.c.term_count), opening).where(passage.c.live)
        total, mean, articles = connection.execute(counted).one()
        usual = (total, float(mean or 1.0), total / (articles or 1) or 1.0)
        with self._lock:
            self._counted_at, self._usual = newest, usual
            self._frequencies.clear()
        return usual

    def _frequencies_of(self, connection: sa.Connection, terms: Sequence[str]) -> dict[str, int]:
        with self._lock:
            frequencies = {term: self._frequencies[term] for term in terms if term in self._frequencies}
        unknown = [term for term in terms if term not in frequencies]
        counts = dict(zip(unknown, _counts(connection, unknown), strict=True))
        with self._lock:
            if len(self._frequencies) + len(counts) > _REMEMBERED:
                self._frequencies.clear()
            self._frequencies |= counts
        # In the order of the question.
        return {term: frequencies[term] if term in frequencies else counts[term] for term in terms}


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """Some of the passages that hold a term: those that hold a term of `beside`, too, or with a number from `least` to
    `newest`, and those of `strays`."""

    term: str
    beside: tuple[str, ...] = ()
    least: int = 0
    newest: int = 2**31 - 1
    strays: tuple[int, ...] = ()


class Postings:
    """Which passages hold which terms, in one snapshot: the database is asked once for each, however many searches a
    question makes. Used by one thread."""

    def __init__(self, connection: sa.Connection, standing: Standing) -> None:
        self._connection = connection
        self._standing = standing
        self._holding: dict[Part, Numbers] = {}

    def read(self, parts: Sequence[Part]) -> None:
        """Ask for all that is not known yet, at once."""
        unknown = [part for part in dict.fromkeys(parts) if part not in self._holding]
        if unknown:
            self._holding |= dict(zip(unknown, _holding(self._connection, unknown), strict=True))

    def holding(self, part: Part) -> Numbers:
        """The numbers of the live passages, in no order."""
        self.read([part])
        return self._holding[part]

    def among(self, frequencies: Mapping[str, int], allowed: Numbers) -> dict[str, Numbers]:
        """Those of `allowed`, ascending, that hold each of some terms, which so many passages hold; others, maybe."""
        if not frequencies or not allowed.size:
            return dict.fromkeys(frequencies, np.empty(0, np.int64))
        # What is dated alike mostly came together, and who holds a word in a stretch is read faster than the passages.
        edge = allowed.size // _ONE_LATE
        least, newest = int(allowed[edge]), int(allowed[-1 - edge])
        share = (newest - least + 1) / (self._standing.newest - self._standing.first + 1)
        if share * max(frequencies.values()) > _TIMES_AS_MANY * allowed.size:
            return self._looked_up(list(frequencies), allowed)
        strays = (*allowed[:edge].tolist(), *allowed[allowed.size - edge :].tolist())
        parts = {term: Part(term, least=least, newest=newest, strays=strays) for term in frequencies}
        self.read(list(parts.values()))
        return {term: self._holding[part] for term, part in parts.items()}

    def _looked_up(self, terms: Sequence[str], allowed: Numbers) -> dict[str, Numbers]:
        """The same, looked up in the passages themselves."""
        padded = sa.literal(" ").concat(passage.c.terms).concat(" ")
        find = sa.func.instr if self._connection.dialect.name == "sqlite" else sa.func.strpos
        number = sa.cast(passage.c.number, sa.Text)
        # A row for each of thousands of passages would take longer than to look into them.
        listed = [
            sa.func.aggregate_strings(sa.case((find(padded, f" {term} ") > 0, number), else_=None), ",")
            for term in terms
        ]
        row = self._connection.execute(
            sa.select(*listed).where(among(self._connection, passage.c.number, allowed.tolist()))
        ).one()
        return {term: listed_numbers(text) for term, text in zip(terms, row, strict=True)}

    def stretch(self, frequency: int, common: int) -> int:
        """The least number of the newest passages among which about `common` hold a term of such a frequency."""
        least, newest = self._standing.first, self._standing.newest
        return newest - int((newest - least + 1) * common / frequency)


def candidates(
    connection: sa.Connection,
    question: Question,
    frequencies: Mapping[str, int],
    *,
    scope: Scope,
    extent: Extent,
    limit: int,
    common: int = _COMMON,
) -> list[int]:
    """The `limit` passages in scope that hold most of the question's weight, best first."""
    reach = Reach(scope, extent, limit)
    found = ranked(Postings(connection, read_standing(connection)), question, frequencies, [reach], common=common)[0]
    if not needs_scope(extent):
        return [int(number) for number in found[:limit]]
    return in_scope(connection, found, scope, limit, inside=set(), looked_at=0)


def needs_scope(extent: Extent) -> bool:
    """Whether what `ranked` finds may be out of scope."""
    return extent.numbers is None and extent.later != 0


def looked_at_once(reach: Reach) -> int:
    """How many of what `ranked` finds are looked at for being in scope at once."""
    if reach.extent.later is not None:
        return reach.depth + reach.extent.later
    return _OF_LANGUAGE if reach.scope.is_language else _AT_ONCE


def ranked(
    postings: Postings,
    question: Question,
    frequencies: Mapping[str, int],
    reaches: Sequence[Reach],
    *,
    common: int = _COMMON,
) -> list[Numbers]:
    """For each reach the passages that hold most of the question's weight, best first; where they may be out of scope,
    more than are wanted."""
    terms = sorted((term for term, count in frequencies.items() if count), key=lambda term: frequencies[term])
    rare = [term for term in terms if frequencies[term] <= common]
    often = [term for term in terms if frequencies[term] > common]
    postings.read([Part(term) for term in rare])
    few = [reach.extent.numbers for reach in reaches if reach.extent.numbers is not None]
    looked_up = (
        postings.among({term: frequencies[term] for term in often}, np.unique(np.concatenate(few))) if few else {}
    )
    found: list[Numbers] = []
    for reach in reaches:
        if reach.extent.numbers is not None:
            tally = Tally(reach.depth)
            for term in terms:
                holding = looked_up[term] if term in looked_up else postings.holding(Part(term))
                tally.add(np.intersect1d(holding, reach.extent.numbers), question.weights[term])
        else:
            tally = _tally(postings, question, frequencies, (rare, often), looked_at_once(reach), common)
        found.append(tally.ranked())
    return found


def _tally(
    postings: Postings,
    question: Question,
    frequencies: Mapping[str, int],
    terms: tuple[list[str], list[str]],
    most: int,
    common: int,
) -> Tally:
    """The passages that hold most of the question's weight, taking its rare terms and then its common ones."""
    rare, often = terms
    tally = Tally(most)
    left = sum(question.weights[term] for term in (*rare, *often))
    whole: list[str] = []
    for place, term in enumerate(rare):
        left = sum(question.weights[other] for other in (*rare[place:], *often))
        if tally.is_closed(left):
            tally.raise_known(postings.holding(Part(term)), question.weights[term], below=None)
        else:
            tally.add(postings.holding(Part(term)), question.weights[term])
            whole.append(term)
    if not often:
        return tally
    closed = tally.is_closed(sum(question.weights[term] for term in often))
    least = None if closed else postings.stretch(frequencies[often[0]], common)
    newest = {term: Part(term, least=least) for term in often} if least is not None else {}
    beside = {term: Part(term, beside=tuple(whole)) for term in often} if whole else {}
    postings.read([*newest.values(), *beside.values()])
    for term in often:
        if term in newest:
            tally.add(postings.holding(newest[term]), question.weights[term])
        if term in beside:
            tally.raise_known(postings.holding(beside[term]), question.weights[term], below=least)
    return tally


class Tally:
    """The weight of a question that passages were seen to hold."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._numbers: Numbers = np.empty(0, np.int64)
        self._scores: Scores = np.empty(0, np.float64)

    def is_closed(self, left: float) -> bool:
        """Whether no passage unseen so far can come among the best, where it can get no more than `left`."""
        if self._scores.size < self._limit:
            return False
        return bool(np.partition(self._scores, -self._limit)[-self._limit] > left)

    def add(self, numbers: Numbers, weight: float) -> None:
        """These passages hold a term of such a weight."""
        together = np.concatenate([self._numbers, numbers])
        scores = np.concatenate([self._scores, np.full(numbers.size, weight)])
        self._numbers, places = np.unique(together, return_inverse=True)
        self._scores = np.bincount(places, scores, minlength=self._numbers.size).astype(np.float64)

    def raise_known(self, numbers: Numbers, weight: float, *, below: int | None) -> None:
        """The same, but only of passages seen before, and only of numbers `below`: the others are counted already."""
        counted = numbers if below is None else numbers[numbers < below]
        self._scores[np.isin(self._numbers, counted)] += weight

    def ranked(self) -> Numbers:
        """All passages seen, best first."""
        ranked: Numbers = self._numbers[np.argsort(-self._scores, kind="stable")]
        return ranked


def in_scope(
    connection: sa.Connection, found: Numbers, scope: Scope, limit: int, *, inside: set[int], looked_at: int
) -> list[int]:
    """The `limit` best of what was found that are in scope: of the first `looked_at` that is known, `inside` are."""
    kept = [number for number in found[:looked_at].tolist() if number in inside]
    begin = looked_at
    while begin < min(found.size, _MOST_LOOKED_AT) and len(kept) < limit:
        end = min(begin + _next(len(kept), begin, limit), _MOST_LOOKED_AT)
        batch = found[begin:end].tolist()
        within_scope = keep_within(connection, scope, batch)
        kept += [number for number in batch if number in within_scope]
        begin = end
    return kept[:limit]


def _next(kept: int, looked_at: int, limit: int) -> int:
    """How many more to look at, going by how many of those looked at were in scope."""
    expected = _MARGIN * (limit - kept) * looked_at / kept if kept else 0
    return max(_AT_ONCE, int(expected))


def _counts(connection: sa.Connection, terms: Sequence[str]) -> list[int]:
    """How many live passages hold each of some terms."""
    if not terms:
        return []
    if connection.dialect.name == "sqlite":
        statement = "SELECT {at}, count(*) FROM passage_terms WHERE passage_terms MATCH :term{at}"
        given = {f"term{at}": _quoted(term) for at, term in enumerate(terms)}
    else:
        statement = (
            "SELECT {at}, count(*) FROM passage WHERE live AND string_to_array(terms, ' ') @> ARRAY[:term{at}]::text[]"
        )
        given = {f"term{at}": term for at, term in enumerate(terms)}
    whole = " UNION ALL ".join(statement.format(at=at) for at in range(len(terms)))
    counted = {row[0]: row[1] for row in connection.execute(sa.text(whole), given)}
    return [counted[at] for at in range(len(terms))]


def _holding(connection: sa.Connection, parts: Sequence[Part]) -> list[Numbers]:
    """The numbers of the live passages of each part, by one statement."""
    statements, given = [], list[object]()
    for at, part in enumerate(parts):
        if connection.dialect.name == "sqlite":
            quoted = _quoted(part.term)
            match = f"({' OR '.join(map(_quoted, part.beside))}) AND {quoted}" if part.beside else quoted
            where, values = "passage_terms MATCH ? AND rowid BETWEEN ? AND ?", [match, part.least, part.newest]
            statements.append(f"SELECT {at}, group_concat(rowid) FROM passage_terms WHERE {where}")
            if part.strays:
                where = "number IN (SELECT value FROM json_each(?)) AND live AND instr(' ' || terms || ' ', ?)"
                values += [json.dumps(part.strays), f" {part.term} "]
                statements.append(f"SELECT {at}, group_concat(number) FROM passage WHERE {where}")
        else:
            where = "live AND string_to_array(terms, ' ') @> %s::text[]"
            if part.beside:
                where, values = (
                    f"{where} AND string_to_array(terms, ' ') && %s::text[]",
                    [[part.term], list(part.beside)],
                )
            else:
                where = f"{where} AND (number BETWEEN %s AND %s OR number = ANY(%s))"
                values = [[part.term], part.least, part.newest, list(part.strays)]
            statements.append(f"SELECT {at}, string_agg(number::text, ',') FROM passage WHERE {where}")
        given += values
    rows = connection.exec_driver_sql(" UNION ALL ".join(statements), tuple(given))
    held: dict[int, list[Numbers]] = {}
    for at, numbers in rows:
        held.setdefault(at, []).append(listed_numbers(numbers))
    return [np.concatenate(held[at]) for at in range(len(parts))]


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'
