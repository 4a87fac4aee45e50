"""A large corpus made straight in SQL: reports in four languages on fifteen hundred towns over two years, with vectors
that lie as a model's do, some near each other, those of one language nearer, and all to one side. What is read in them
is the real reader's, sentence by sentence. Filled in steps, so that a stopped run goes on.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import json
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import sqlalchemy as sa

from index.embedding.embedder import Vectors
from index.language.terms import terms
from index.places import table
from index.reports.encoding import encode
from index.reports.reading import READER_VERSION, read
from index.reports.vectors import pack
from index.store import schema
from index.store.database import Database

NOW = datetime(2024, 4, 25, 12, tzinfo=UTC)
DAYS = 730
DIMENSION = 384
PASSAGES = 4
_SENTENCES = 5
_AT_ONCE = 500
_PLACES = 1500
_ONE_LATE = 20
# The languages of the reports, and how many in a hundred are in each.
SHARES = {"en": 70, "ar": 14, "ru": 10, "uk": 6}
# How far the vectors of one language lie apart from the others: a quarter, as with multilingual-e5-small.
_OWN_SIDE = 0.25
# Of so many sentences of each language reports are made, about one place each.
_POOL = 120
_WHO = {
    "en": ("Rebels", "Soldiers", "Militants", "Government troops", "Peacekeepers", "Aid workers", "Gunmen"),
    "ar": ("مسلحون", "جنود", "متمردون", "قوات حكومية", "عمال إغاثة"),
    "ru": ("Боевики", "Солдаты", "Повстанцы", "Правительственные войска", "Спасатели"),
    "uk": ("Бойовики", "Солдати", "Повстанці", "Урядові війська", "Рятувальники"),
}
_DOINGS = {
    "en": ("attacked the market", "shelled the port", "left the base", "entered the camp", "bombed the bridge"),
    "ar": ("هاجموا السوق", "قصفوا الميناء", "غادروا القاعدة", "دخلوا المخيم"),
    "ru": ("атаковали рынок", "обстреляли порт", "покинули базу", "вошли в лагерь"),
    "uk": ("атакували ринок", "обстріляли порт", "покинули базу", "увійшли в табір"),
}
_KILLED = {
    "en": "and {} people were killed",
    "ar": "وقتل {} شخصا",
    "ru": "и {} человек погибли",
    "uk": "і {} людей загинули",
}
_SAYS = {
    "en": ("the ministry said", "two officials told reporters", "a monitor reported", "state media said"),
    "ar": ("قالت الوزارة", "قال مسؤولان للصحفيين", "أعلن المرصد"),
    "ru": ("сообщило министерство", "заявили два чиновника", "сообщил губернатор"),
    "uk": ("повідомило міністерство", "заявили два посадовці", "повідомив губернатор"),
}
_IN = {"en": "in", "ar": "في", "ru": "в городе", "uk": "у місті"}
_LETTERS = {
    "en": "aeioubdfgklmnprst",
    "ar": "ابتجدرسعفقكلمنوي",
    "ru": "аеиоубдгклмнпрст",
    "uk": "аеиіоубдгклмнпрст",
}


@dataclasses.dataclass(frozen=True)
class Piece:
    """Some words and their terms."""

    text: str
    terms: str


def _piece(text: str) -> Piece:
    return Piece(text, " ".join(terms(text)))


@dataclasses.dataclass(frozen=True)
class Language:
    """The words that reports are made of, some of them common and most of them rare. A sentence ends with a place."""

    code: str
    places: tuple[Piece, ...]
    sentences: tuple[Piece, ...]
    fillers: tuple[Piece, ...]


@functools.cache
def towns() -> tuple[Any, ...]:
    """The largest towns that have a name of one word in all our languages."""
    gazetteer = table()
    largest = map(gazetteer.at, np.argsort(-gazetteer._columns["population"].astype(np.int64), kind="stable").tolist())
    named = (place for place in largest if place.kind == "town" and all(map(functools.partial(_name, place), SHARES)))
    return tuple(place for place, _ in zip(named, range(_PLACES), strict=False))


def _name(place: Any, code: str) -> str:
    """What a town is called, "" where that is no single word."""
    names = table().names(place, code)
    return names[0] if names and names[0].isalpha() else ""


@functools.cache
def language(code: str = "en") -> Language:
    rng = random.Random(11)

    def word(longest: int) -> str:
        return "".join(rng.choices(_LETTERS[code], k=rng.randint(4, longest)))

    vocabulary = [word(9) for _ in range(20_000)]
    shares = [1 / (rank + 3) for rank in range(len(vocabulary))]
    return Language(
        code=code,
        places=tuple(_piece(_name(place, code)) for place in towns()),
        sentences=tuple(_piece(_opening(code, rng)) for _ in range(_POOL)),
        fillers=tuple(_piece(" ".join(rng.choices(vocabulary, shares, k=12)).capitalize()) for _ in range(10_000)),
    )


def _opening(code: str, rng: random.Random) -> str:
    """A sentence up to its place."""
    killed = _KILLED[code].format(rng.randint(2, 90))
    return f"{rng.choice(_WHO[code])} {rng.choice(_DOINGS[code])} {killed}, {rng.choice(_SAYS[code])} {_IN[code]}"


@functools.cache
def _read(code: str, number: int, length: int) -> str:
    """What is read in a sentence whose place has so many letters, as it is stored."""
    text = f"{language(code).sentences[number].text} {'X' + 'x' * (length - 1)}."
    return encode(read("", text, "Outlet", NOW, code))


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
        tongues = rng.standard_normal((len(SHARES), DIMENSION)).astype(np.float32)
        self._tongues = dict(zip(SHARES, tongues / np.linalg.norm(tongues, axis=1, keepdims=True), strict=True))
        self._rank = {piece.text.lower(): rank for rank, piece in enumerate(language().places)}

    def of_places(self, ranks: Sequence[int], code: str, rng: np.random.Generator) -> Vectors:
        """Vectors of texts in one language, each on a place."""
        noise = rng.standard_normal((len(ranks), DIMENSION)).astype(np.float32) * self._spread
        apart = self._topics[list(ranks)] + 0.8 * noise
        vectors = 0.6 * apart / np.linalg.norm(apart, axis=1, keepdims=True) + self._side
        vectors += _OWN_SIDE * self._tongues[code]
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
        return self.of_places([rank], "en", np.random.default_rng(seed))


def fill(database: Database, passages: int, vectors: PlacedVectors) -> None:
    """Indexed articles whose passages Chroma does not hold yet, up to so many passages; those there are stay."""
    with database.read() as connection:
        done = connection.execute(sa.select(sa.func.count()).select_from(schema.article)).scalar_one()
    count = passages // PASSAGES
    for begin in range(done, count, _AT_ONCE):
        numbers = range(begin, min(begin + _AT_ONCE, count))
        database.transact(
            lambda connection, numbers=numbers: _write(connection, numbers, count, vectors)  # type: ignore[misc]
        )
    database.empty_log()


def _write(connection: sa.Connection, numbers: range, count: int, vectors: PlacedVectors) -> None:
    rng, noise = random.Random(numbers.start), np.random.default_rng(numbers.start)
    articles, revisions, passages, readings = [], [], [], []
    for number in numbers:
        code = rng.choices(list(SHARES), list(SHARES.values()))[0]
        rank = _place(rng)
        report = _Written(number, rank, language(code), rng)
        embedded = vectors.of_places([rank] * (PASSAGES + len(report.statements)), code, noise)
        for row, vector in zip(report.passages, embedded, strict=False):
            row |= {"embedding": vector.tobytes(), "fingerprint": vectors.fingerprint}
        about = _article(number, _age(number, count, rng), code)
        articles.append(about)
        revisions.append(_revision(number, report.title, "".join(report.text)))
        passages += report.passages
        readings.append(
            {
                "revision_id": number + 1,
                "article_id": f"a{number}",
                "version": READER_VERSION,
                "language": code,
                "body": report.body(about["dated_at"]),
                "fingerprint": vectors.fingerprint,
                "vectors": pack(embedded[PASSAGES:]),
            }
        )
    connection.execute(sa.insert(schema.article), articles)
    connection.execute(sa.insert(schema.revision), revisions)
    connection.execute(sa.insert(schema.passage), passages)
    connection.execute(sa.insert(schema.reading), readings)


def _age(number: int, count: int, rng: random.Random) -> timedelta:
    """How old an article is: they come as they are written, but one in so many comes whenever its source is added."""
    late = rng.randrange(_ONE_LATE) == 0
    return timedelta(days=DAYS) * (rng.random() if late else 1 - (number + rng.random()) / count)


def _article(number: int, age: timedelta, code: str) -> dict[str, Any]:
    url = f"https://bench.example/{number}"
    at = NOW - age
    dates = {"first_seen_at": at, "dated_at": at, "published_at": at}
    about = {"publisher": f"Outlet {number % 200}", "language": code}
    return {"id": f"a{number}", "url_key": url, "url": url} | about | dates


def _revision(number: int, title: str, text: str) -> dict[str, object]:
    states = {"state": "indexed", "created_at": NOW, "indexed_at": NOW, "text_hash": str(number)}
    return {"id": number + 1, "article_id": f"a{number}", "number": 1, "title": title, "text": text} | states


class _Written:
    """A report on one place: its text, passage by passage, and what is read in it."""

    def __init__(self, number: int, rank: int, words: Language, rng: random.Random) -> None:
        self._place, self._words = words.places[rank], words
        self._town = towns()[rank]
        self.title = f"{_WHO[words.code][0]} {self._place.text}"
        self._heading = " ".join(terms(self.title))
        self.text: list[str] = []
        self._at = 0
        self.statements: list[Any] = []
        self.passages = [self._passage(number, ordinal, rng) for ordinal in range(PASSAGES)]

    def _passage(self, number: int, ordinal: int, rng: random.Random) -> dict[str, Any]:
        start = self._at
        found = [self._sentence(rng) for _ in range(_SENTENCES)]
        self._write("\n\n")
        own = " ".join(words for words in found if words)
        return {
            "id": f"a{number}-1-{ordinal}",
            "revision_id": number + 1,
            "article_id": f"a{number}",
            "live": True,
            "ordinal": ordinal,
            "start": start,
            "end_": self._at - 2,
            "terms": f"{self._heading} | {own}",
            "term_count": own.count(" ") + 1,
        }

    def _sentence(self, rng: random.Random) -> str:
        """Write a sentence and one that says nothing; their terms."""
        number, filler = rng.randrange(_POOL), rng.choice(self._words.fillers)
        opening, name = self._words.sentences[number], self._place.text
        for row in json.loads(_read(self._words.code, number, len(name)))[4]:
            self.statements.append(_moved(row, self._at, len(self.statements)))
        begin = self._at + len(opening.text) + 1
        self.statements[-1][8] = [[name, self._town.id, self._town.country, begin, begin + len(name)]]
        self._write(f"{opening.text} {name}. ")
        start, end = self._at, self._at + len(filler.text) + 1
        self.statements.append(
            [start, end, len(self.statements), "own", [], [start, end], [], [], [], [], [], False, False]
        )
        self._write(f"{filler.text}. ")
        return f"{opening.terms} {self._place.terms} {filler.terms}"

    def _write(self, text: str) -> None:
        self.text.append(text)
        self._at += len(text)

    def body(self, written_at: datetime) -> str:
        """What is read in it, as `index.reports.encoding` writes it."""
        row = [
            READER_VERSION,
            self._words.code,
            written_at.date().isoformat(),
            None,
            self.statements,
            [self._town.id],
            "",
            "",
        ]
        return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _moved(row: list[Any], by: int, sentence: int) -> list[Any]:
    """A statement as it is stored, so many characters further on."""
    row[0], row[1], row[2] = row[0] + by, row[1] + by, sentence
    row[5] = [row[5][0] + by, row[5][1] + by]
    for figure in row[6]:
        figure[6], figure[7] = figure[6] + by, figure[7] + by
    return row
