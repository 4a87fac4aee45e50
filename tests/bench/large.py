"""A large corpus made straight in SQL: reports on two thousand places over two years, with vectors that lie as a
model's do, some near each other and all to one side. Filled in steps, so that a stopped run goes on.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
import sqlalchemy as sa

from index.embedding.embedder import Vectors
from index.language.terms import terms
from index.store import schema
from index.store.database import Database

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
DAYS = 730
DIMENSION = 384
PASSAGES = 4
_SENTENCES = 5
_AT_ONCE = 500
_PLACES = 2000
_WHO = ("Rebels", "Soldiers", "Militants", "Government troops", "Peacekeepers", "Aid workers", "Gunmen")
_DOINGS = ("attacked", "shelled", "left", "entered", "besieged", "retook", "bombed", "evacuated")
_SAYS = ("the ministry said", "two officials told reporters", "a monitor reported", "state media said")


@dataclasses.dataclass(frozen=True)
class Piece:
    """Some words and their terms."""

    text: str
    terms: str


def _piece(text: str) -> Piece:
    return Piece(text, " ".join(terms(text)))


@dataclasses.dataclass(frozen=True)
class Language:
    """The words that reports are made of, some of them common and most of them rare."""

    places: tuple[Piece, ...]
    who: tuple[Piece, ...]
    doings: tuple[Piece, ...]
    says: tuple[Piece, ...]
    fillers: tuple[Piece, ...]
    killed: tuple[Piece, ...]


@functools.cache
def language() -> Language:
    rng = random.Random(11)

    def word(longest: int) -> str:
        return "".join(rng.choices("aeioubdfgklmnprst", k=rng.randint(4, longest)))

    vocabulary = [word(9) for _ in range(20_000)]
    shares = [1 / (rank + 3) for rank in range(len(vocabulary))]
    return Language(
        places=tuple(_piece(word(8).capitalize()) for _ in range(_PLACES)),
        who=tuple(map(_piece, _WHO)),
        doings=tuple(map(_piece, _DOINGS)),
        says=tuple(map(_piece, _SAYS)),
        fillers=tuple(_piece(" ".join(rng.choices(vocabulary, shares, k=12))) for _ in range(20_000)),
        killed=tuple(_piece(f"and {count} people were killed") for count in range(2, 90)),
    )


def questions(count: int) -> list[str]:
    """Questions on places, on those that are often in the news more often."""
    rng = random.Random(5)
    names = [language().places[_place(rng)].text for _ in range(count)]
    forms = (
        "How many people were killed in {}?",
        "Who attacked {}?",
        "What happened in {}?",
        "Who shelled {} in April?",
    )
    return [forms[at % len(forms)].format(name) for at, name in enumerate(names)]


def _place(rng: random.Random) -> int:
    """A place by its rank: the first is in the news a thousand times as often as the last."""
    return min(_PLACES - 1, int(_PLACES ** rng.random()))


class PlacedVectors:
    """An embedder that takes no time: texts on one place are near each other, as a model has it."""

    fingerprint = "bench-large"
    dimension = DIMENSION

    def __init__(self) -> None:
        rng = np.random.default_rng(3)
        # Most of what differs lies in few directions, and all of it to one side: as with multilingual-e5-small.
        self._spread = (np.arange(1, DIMENSION + 1) ** -0.7).astype(np.float32)
        side = rng.standard_normal(DIMENSION).astype(np.float32)
        self._side = side / np.linalg.norm(side)
        self._topics = rng.standard_normal((_PLACES, DIMENSION)).astype(np.float32) * self._spread
        self._rank = {piece.text.lower(): rank for rank, piece in enumerate(language().places)}

    def of_places(self, ranks: Sequence[int], rng: np.random.Generator) -> Vectors:
        noise = rng.standard_normal((len(ranks), DIMENSION)).astype(np.float32) * self._spread
        apart = self._topics[list(ranks)] + 0.8 * noise
        vectors = 0.6 * apart / np.linalg.norm(apart, axis=1, keepdims=True) + self._side
        unit: Vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
        return unit

    def passages(self, texts: Sequence[str]) -> Vectors:
        return np.concatenate([self._of(text) for text in texts]) if texts else np.empty((0, DIMENSION), np.float32)

    def queries(self, texts: Sequence[str]) -> Vectors:
        return self.passages(texts)

    def _of(self, text: str) -> Vectors:
        words = (word.strip("?.,:").lower() for word in text.split())
        rank = next((self._rank[word] for word in words if word in self._rank), 0)
        seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")
        return self.of_places([rank], np.random.default_rng(seed))


def fill(database: Database, passages: int, vectors: PlacedVectors) -> None:
    """Indexed articles whose passages Chroma does not hold yet, up to so many passages; those there are stay."""
    with database.read() as connection:
        done = connection.execute(sa.select(sa.func.count()).select_from(schema.article)).scalar_one()
    for begin in range(done, passages // PASSAGES, _AT_ONCE):
        numbers = range(begin, min(begin + _AT_ONCE, passages // PASSAGES))
        database.transact(lambda connection, numbers=numbers: _write(connection, numbers, vectors))  # type: ignore[misc]
    database.empty_log()


def _write(connection: sa.Connection, numbers: range, vectors: PlacedVectors) -> None:
    rng = random.Random(numbers.start)
    ranks = [_place(rng) for _ in numbers]
    embedded = vectors.of_places(np.repeat(ranks, PASSAGES).tolist(), np.random.default_rng(numbers.start))
    articles, revisions, passages = [], [], []
    for at, (number, rank) in enumerate(zip(numbers, ranks, strict=True)):
        own = _passages(number, rank, rng)
        for ordinal, row in enumerate(own):
            row["embedding"] = embedded[at * PASSAGES + ordinal].tobytes()
            row["fingerprint"] = vectors.fingerprint
        articles.append(_article(number, rng))
        revisions.append(_revision(number, rank, "\n\n".join(row.pop("text") for row in own)))
        passages += own
    connection.execute(sa.insert(schema.article), articles)
    connection.execute(sa.insert(schema.revision), revisions)
    connection.execute(sa.insert(schema.passage), passages)


def _article(number: int, rng: random.Random) -> dict[str, object]:
    url = f"https://bench.example/{number}"
    at = NOW - timedelta(minutes=rng.randint(0, DAYS * 24 * 60))
    dates = {"first_seen_at": at, "dated_at": at, "published_at": at}
    about = {"publisher": f"Outlet {number % 200}", "language": "en"}
    return {"id": f"a{number}", "url_key": url, "url": url} | about | dates


def _revision(number: int, rank: int, text: str) -> dict[str, object]:
    title = f"Fighting near {language().places[rank].text}"
    states = {"state": "indexed", "created_at": NOW, "indexed_at": NOW, "text_hash": str(number)}
    return {"id": number + 1, "article_id": f"a{number}", "number": 1, "title": title, "text": text} | states


def _passages(number: int, rank: int, rng: random.Random) -> list[dict[str, object]]:
    heading, start = " ".join(terms(f"Fighting near {language().places[rank].text}")), 0
    rows: list[dict[str, object]] = []
    for ordinal in range(PASSAGES):
        pieces = [piece for _ in range(_SENTENCES) for piece in _sentence(rank, rng)]
        text = " ".join(piece.text for piece in pieces)
        found = " ".join(piece.terms for piece in pieces if piece.terms)
        place = {"ordinal": ordinal, "start": start, "end_": start + len(text)}
        words = {"terms": f"{heading} | {found}", "term_count": found.count(" ") + 1}
        own = {"id": f"a{number}-1-{ordinal}", "revision_id": number + 1, "article_id": f"a{number}", "live": True}
        rows.append(own | place | words | {"text": text})
        start += len(text) + 2
    return rows


_STOP = Piece(".", "")


def _sentence(rank: int, rng: random.Random) -> tuple[Piece, ...]:
    words = language()
    return (
        rng.choice(words.who),
        rng.choice(words.doings),
        words.places[rank],
        rng.choice(words.killed),
        rng.choice(words.says),
        rng.choice(words.fillers),
        _STOP,
    )
