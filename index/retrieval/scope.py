"""Which passages a question is asked of, as SQL and as Chroma say it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import numpy.typing as npt
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from index.store.schema import article, passage

Numbers = npt.NDArray[np.int64]

# Articles of a language that are counted; those of more are alike. From each language to the next in the index: to
# read the language of every article would take longer than to answer.
_COUNTED = 10_000
_LANGUAGES = sa.text(
    """
    WITH RECURSIVE spoken(language) AS (
        SELECT min(language) FROM article
        UNION ALL
        SELECT (SELECT min(language) FROM article WHERE language > spoken.language) FROM spoken
        WHERE spoken.language IS NOT NULL
    )
    SELECT language FROM spoken WHERE language IS NOT NULL
    ORDER BY (
        SELECT count(*) FROM (SELECT 1 FROM article WHERE article.language = spoken.language LIMIT :most) AS counted
    ) DESC, language
    """
)

_EPOCH = date(1970, 1, 1)
# So many passages later than the end of a scope are asked for on top and dropped.
_MOST_LATER = 500
# A scope with up to so many passages is compared exactly: Chroma's filter took 60 to 330 ms of 100,000 passages.
_NARROW = 10_000
# The same of a language without a window: Chroma is asked for what lies on that language's side, and needs no filter.
_NARROW_LANGUAGE = 2_000
_OF_ARTICLES = passage.join(article, passage.c.article_id == article.c.id)


@dataclasses.dataclass(frozen=True, slots=True)
class Scope:
    """Which articles are searched: dated within [since, until], of one publisher, in one language. None: any."""

    since: datetime | None = None
    until: datetime | None = None
    publisher: str | None = None
    language: str | None = None

    @property
    def is_all(self) -> bool:
        return self == Scope()

    @property
    def is_language(self) -> bool:
        """Whether it is of one language, however old."""
        return self.language is not None and self.since is None and self.publisher is None

    @property
    def only_ends(self) -> bool:
        """Whether it leaves out nothing but what is later than a moment, which is nothing where that moment is now."""
        return self.until is not None and self == Scope(until=self.until)


@dataclasses.dataclass(frozen=True, slots=True)
class Label:
    """What Chroma keeps beside a vector, to filter by. `publisher` in small letters; `language` empty where unknown."""

    day: int
    publisher: str
    language: str

    def as_metadata(self) -> dict[str, str | int]:
        return {"day": self.day, "publisher": self.publisher, "language": self.language}


def label(dated_at: datetime, publisher: str, language: str | None) -> Label:
    """The label of an article's passages."""
    return Label(_day(dated_at), publisher.lower(), language or "")


def filter_of(scope: Scope) -> dict[str, Any]:
    """The scope as Chroma filters, by whole days: SQL has the last word on moments."""
    conditions: list[dict[str, Any]] = []
    if scope.since is not None:
        conditions.append({"day": {"$gte": _day(scope.since)}})
    if scope.until is not None:
        conditions.append({"day": {"$lte": _day(scope.until)}})
    if scope.publisher is not None:
        conditions.append({"publisher": scope.publisher.lower()})
    if scope.language is not None:
        conditions.append({"language": scope.language})
    return conditions[0] if len(conditions) == 1 else {"$and": conditions}


@dataclasses.dataclass(frozen=True, slots=True)
class Extent:
    """How a scope is searched. `numbers`: exactly these passages, for they are few. Else `later` passages, no more,
    are outside; None: any number."""

    numbers: Numbers | None
    later: int | None


EVERYTHING = Extent(None, 0)


@dataclasses.dataclass(frozen=True, slots=True)
class Reach:
    """A scope, how it is searched, and how many candidates are wanted of it."""

    scope: Scope
    extent: Extent
    depth: int


def extent(connection: sa.Connection, scope: Scope) -> Extent:
    """How a scope is searched: what it holds is counted no further than it matters."""
    return extents(connection, [scope])[0]


def extents(connection: sa.Connection, scopes: Sequence[Scope], later: Later | None = None) -> list[Extent]:
    """How each of some scopes is searched; those that do not only end are counted by one statement. `later`, where it
    was counted already, is not counted again."""
    ways = {scope: _open_ended(connection, scope, later) for scope in scopes}
    counted = [scope for scope, way in ways.items() if way is None]
    most = [_NARROW_LANGUAGE if scope.is_language else _NARROW for scope in counted]
    for scope, numbers in zip(counted, _numbers_within_each(connection, counted, most), strict=True):
        ways[scope] = Extent(numbers, None)
    return [way for scope in scopes if (way := ways[scope]) is not None]


def _open_ended(connection: sa.Connection, scope: Scope, later: Later | None) -> Extent | None:
    """How a scope that only ends is searched; None where it is another, or much is later."""
    if scope.is_all:
        return EVERYTHING
    if not scope.only_ends or scope.until is None:
        return None
    if later is None or later.moment != scope.until:
        later = later_of(scope.until, connection.execute(counting_later(scope.until)).scalar_one())
    return None if later.count is None else Extent(None, later.count)


def _numbers_within_each(
    connection: sa.Connection, scopes: Sequence[Scope], mosts: Sequence[int]
) -> list[Numbers | None]:
    if not scopes:
        return []
    parts = []
    for at, (scope, most) in enumerate(zip(scopes, mosts, strict=True)):
        inside = sa.select(passage.c.number).select_from(_OF_ARTICLES).where(*within(scope)).limit(most + 1).subquery()
        listed = sa.func.aggregate_strings(sa.cast(inside.c.number, sa.Text), ",")
        few = sa.case((sa.func.count() <= most, listed), else_=None)
        parts.append(
            sa.select(sa.literal(at).label("at"), sa.func.count().label("counted"), few.label("numbers")).select_from(
                inside
            )
        )
    rows = {row.at: row for row in connection.execute(sa.union_all(*parts))}
    return [
        None if rows[at].counted > most else np.sort(listed_numbers(rows[at].numbers)) for at, most in enumerate(mosts)
    ]


def listed_numbers(text: str | None) -> Numbers:
    """Numbers as the database lists them, with commas between: a row for each of thousands took most of a search."""
    return np.fromstring(text, dtype=np.int64, sep=",") if text else np.empty(0, np.int64)


@dataclasses.dataclass(frozen=True, slots=True)
class Inside:
    """Which passages, by number, are in each of some scopes, and the numbers of those that were asked for by id."""

    number_of: dict[str, int]
    numbers: list[set[int]]

    def at(self, place: int) -> Inside:
        """The same of one of the scopes."""
        return Inside(self.number_of, [self.numbers[place]])

    def found(self, ids: Sequence[str]) -> list[int]:
        """The numbers of those of `ids` that are in the first of the scopes, in their order."""
        numbers = (self.number_of.get(id_) for id_ in ids)
        return [number for number in numbers if number in self.numbers[0]]

    def joined(self, further: Inside) -> Inside:
        """With what was asked later about the same scopes."""
        numbers = [first | second for first, second in zip(self.numbers, further.numbers, strict=True)]
        return Inside(self.number_of | further.number_of, numbers)


def inside_each(
    connection: sa.Connection, scopes: Sequence[Scope], *, ids: Sequence[str] = (), numbers: Sequence[int] = ()
) -> Inside:
    """Which live ones of some passages are in which of the scopes, by one statement."""
    if not ids and not numbers:
        return Inside({}, [set() for _ in scopes])
    marks = [sa.and_(*within(scope)).label(f"inside{at}") for at, scope in enumerate(scopes)]
    wanted = [among(connection, passage.c.id, list(ids))] if ids else []
    wanted += [among(connection, passage.c.number, list(numbers))] if numbers else []
    chosen = sa.select(passage.c.number, passage.c.id, *marks).select_from(_OF_ARTICLES)
    rows = connection.execute(chosen.where(sa.or_(*wanted), passage.c.live)).all()
    inside = [{row[0] for row in rows if row[2 + at]} for at in range(len(scopes))]
    return Inside({row[1]: row[0] for row in rows}, inside)


def within(scope: Scope) -> list[sa.ColumnElement[bool]]:
    """The conditions on a live passage joined with its article."""
    conditions: list[sa.ColumnElement[bool]] = [passage.c.live, article.c.state == "live"]
    if scope.since is not None:
        conditions.append(article.c.dated_at >= scope.since)
    if scope.until is not None:
        conditions.append(article.c.dated_at <= scope.until)
    if scope.publisher is not None:
        # SQLite knows the small letters of ASCII only.
        same = sa.func.lower(article.c.publisher) == scope.publisher.lower()
        conditions.append(sa.or_(same, article.c.publisher == scope.publisher))
    if scope.language is not None:
        conditions.append(article.c.language == scope.language)
    return conditions


def numbers_within(connection: sa.Connection, scope: Scope, most: int) -> Numbers | None:
    """The numbers of the passages in scope, ascending; None where there are more than `most`."""
    chosen = sa.select(passage.c.number).select_from(_OF_ARTICLES).where(*within(scope)).limit(most + 1)
    numbers = np.fromiter(connection.execute(chosen).scalars(), np.int64)
    return None if numbers.size > most else np.sort(numbers)


@dataclasses.dataclass(frozen=True, slots=True)
class Later:
    """How many live passages are of articles dated later than `moment`; None where there are too many to be dropped
    from what is found."""

    moment: datetime
    count: int | None


def counting_later(moment: datetime) -> sa.Select[int]:
    """Counts them no further than it matters: see `later_of`."""
    later = sa.select(passage.c.number).select_from(_OF_ARTICLES).where(article.c.dated_at > moment, passage.c.live)
    return sa.select(sa.func.count()).select_from(later.limit(_MOST_LATER + 1).subquery())


def later_of(moment: datetime, counted: int) -> Later:
    """What was counted by `counting_later`."""
    return Later(moment, None if counted > _MOST_LATER else counted)


def keep_within(connection: sa.Connection, scope: Scope, numbers: Sequence[int]) -> set[int]:
    """Those of `numbers` that are in scope."""
    chosen = sa.select(passage.c.number).select_from(_OF_ARTICLES).where(*within(scope))
    return set(connection.execute(chosen.where(among(connection, passage.c.number, numbers))).scalars())


def among(connection: sa.Connection, column: sa.ColumnElement[Any], values: Sequence[Any]) -> sa.ColumnElement[bool]:
    """Whether `column` is one of `values`, however many, as one parameter: a statement with a thousand of them takes
    longer to write than to run."""
    if connection.dialect.name == "sqlite":
        listed = sa.func.json_each(json.dumps(list(values))).table_valued("value")
        return column.in_(sa.select(listed.c.value))
    return column == sa.func.any(sa.cast(list(values), ARRAY(column.type)))


def _day(moment: datetime) -> int:
    return (moment.astimezone(UTC).date() - _EPOCH).days


def languages(connection: sa.Connection) -> list[str]:
    """The languages of the articles, that of most of them first."""
    return list(connection.execute(_LANGUAGES, {"most": _COUNTED}).scalars())
