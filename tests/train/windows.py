"""Windows to learn the support judge from: drawn anew each time, so that hardly any is seen twice.

A draw is a question with windows of its own paragraph and of others. What makes the judge say more than "these share
words": sentences of the same document, paragraphs with the same words, the answer's sentence taken out, neighbours that
have nothing to do with it, and question and paragraph in two languages.
"""

from __future__ import annotations

import dataclasses
import functools
import random
import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import scipy.sparse as sparse

from tests.train.pairs import Pair

_WORD = re.compile(r"\w+")

# How often each is drawn, beside questions that are asked in one language about a paragraph in another.
SHARES = {
    "squad2.en": 26,
    "tydi.en": 22,
    "heq.he": 7,
    "arcd.ar": 4,
    "xquad.ar": 3,
    "piaf.fr": 6,
    "pquad.fa": 4,
    "squad2_es.es": 4,
    "squad1_es.es": 1,
    "squad_it.it": 1,
    "xquad.ru": 4,
    "xquad.en": 7,
    "xquad.es": 1,
    "xquad.de": 2,
    "xquad.tr": 1,
    "xquad.ro": 1,
    "xquad.el": 1,
    "xquad.zh": 1,
}
ACROSS = 26
# Questions asked in so many languages and more are drawn as often as all others together.
_MANY = 8
# Of these so many are about a paragraph in English, as most reports are.
_ABOUT_ENGLISH = 0.4
# Of a file's questions so many are ones whose paragraph does not answer; where there were more the judge would learn to
# believe nobody.
_UNANSWERED = 0.2
# How often the windows that the teacher has read are drawn, where there are any.
_TAUGHT = 0.8


@dataclasses.dataclass(frozen=True, slots=True)
class Window:
    """Sentences that stand together, which of them say it, and the teacher's scores where it was asked."""

    sentences: tuple[str, ...]
    says: tuple[bool, ...]
    taught: tuple[float, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Lesson:
    """A question's paragraph and windows of others, with the teacher's scores of their sentences."""

    own: tuple[float, ...]
    others: tuple[Window, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Group:
    """A question with windows; what says it and what does not are told apart within a group, too."""

    kind: str
    question: str
    windows: tuple[Window, ...]


class Drawing:
    """Groups out of paragraphs with questions."""

    def __init__(
        self,
        learnt: Mapping[str, Sequence[Pair]],
        across: Mapping[str, Sequence[Pair]],
        lessons: Mapping[str, Lesson] | None = None,
    ) -> None:
        self._lessons = lessons or {}
        self._shelves = {name: Shelf(pairs) for name, pairs in learnt.items() if pairs}
        self._across = [several for _, several in sorted(across.items())]
        self._in_many = [several for several in self._across if len(several) >= _MANY]

    def draw(self, rng: random.Random) -> Group:
        names = [name for name in SHARES if name in self._shelves]
        weights = [SHARES[name] for name in names]
        (name,) = rng.choices([*names, ""], [*weights, ACROSS])
        if name:
            return self.draw_from(name, rng)
        several = rng.choice(self._in_many if rng.random() < 0.5 else self._across)
        asked, told = rng.sample(several, 2)
        english = [pair for pair in several if pair.language == "en" and asked.language != "en"]
        if english and rng.random() < _ABOUT_ENGLISH:
            told = rng.choice(english)
        return self._group("across", asked.question, told, rng)

    def draw_from(self, name: str, rng: random.Random) -> Group:
        """One of a file's questions."""
        shelf = self._shelves[name]
        pair = rng.choice(shelf.unanswered if shelf.unanswered and rng.random() < _UNANSWERED else shelf.answered)
        return self._group(name, pair.question, pair, rng)

    def _group(self, kind: str, question: str, pair: Pair, rng: random.Random) -> Group:
        shelf = self._shelves[pair.source]
        lesson = self._lessons.get(pair.key)
        # What is said of a paragraph holds for its translation, where that has the same sentences.
        taught = lesson.own if lesson is not None and len(lesson.own) == len(pair.sentences) else ()
        windows: list[Window | None] = [_own(pair, shelf, rng, taught)]
        if lesson is not None and lesson.others and pair.language == "en" and rng.random() < _TAUGHT:
            windows += rng.sample(lesson.others, min(len(lesson.others), rng.choice((1, 2))))
            if rng.random() < 0.4:
                windows.append(_beside(pair, rng, taught))
        else:
            others = [_near, _near, _same_document, _without_answer] if pair.gold else [_near, _same_document]
            windows.append(rng.choice(others)(pair, shelf, rng, taught))
        return Group(kind, question, tuple(window for window in windows if window is not None))


class Shelf:
    """The paragraphs of one file, and which of them are like which question."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.answered = [pair for pair in pairs if pair.gold]
        self.unanswered = [pair for pair in pairs if not pair.gold]
        self.paragraphs = sorted({pair.sentences for pair in pairs})
        self.of_title: dict[str, list[tuple[str, ...]]] = {}
        for title, sentences in sorted({(pair.title, pair.sentences) for pair in pairs}):
            self.of_title.setdefault(title, []).append(sentences)

    @functools.cached_property
    def _weights(self) -> tuple[sparse.csr_array, dict[str, int]]:
        return tfidf(self.paragraphs)

    def beside(self, pair: Pair, count: int) -> list[tuple[str, ...]]:
        """The paragraphs of the same document most like the question that do not have its answer."""
        others = [text for text in self.of_title[pair.title] if text != pair.sentences and not has_answer(text, pair)]
        return sorted(others, key=lambda text: -self.likeness(pair, text))[:count]

    def near(self, pair: Pair, count: int) -> list[tuple[str, ...]]:
        """The paragraphs most like the question that do not have its answer."""
        order = np.argsort(-self._likeness(pair.question), kind="stable")
        found = []
        for at in order[: count * 4]:
            paragraph = self.paragraphs[at]
            if paragraph != pair.sentences and not has_answer(paragraph, pair):
                found.append(paragraph)
        return found[:count]

    def likeness(self, pair: Pair, paragraph: tuple[str, ...]) -> float:
        """How many rare words of the question a paragraph has, for its length."""
        return float(self._likeness(pair.question)[self._places[paragraph]])

    @functools.cached_property
    def _places(self) -> dict[tuple[str, ...], int]:
        return {paragraph: at for at, paragraph in enumerate(self.paragraphs)}

    def _likeness(self, question: str) -> np.ndarray:
        matrix, columns = self._weights
        asked = np.zeros(len(columns), np.float32)
        for term in terms(question):
            if term in columns:
                asked[columns[term]] = 1.0
        return np.asarray(matrix @ asked)


def tfidf(paragraphs: Sequence[Sequence[str]]) -> tuple[sparse.csr_array, dict[str, int]]:
    """A row of length 1 a paragraph, a column a term; terms count by how few paragraphs have them, squared."""
    columns: dict[str, int] = {}
    rows, places = [], []
    for at, paragraph in enumerate(paragraphs):
        for term in set(terms(" ".join(paragraph))):
            rows.append(at)
            places.append(columns.setdefault(term, len(columns)))
    rarity = np.log(len(paragraphs) / np.bincount(places)) + 1
    values = (rarity[places] ** 2).astype(np.float32)
    matrix = sparse.csr_array((values, (rows, places)), shape=(len(paragraphs), len(columns)))
    lengths = np.sqrt(np.maximum((matrix.multiply(matrix) / rarity[None, :] ** 2).sum(axis=1), 1e-6))
    return sparse.csr_array(matrix.multiply(1 / lengths[:, None])), columns


def terms(text: str) -> list[str]:
    return [word[:5] for word in _WORD.findall(text.lower())]


def has_answer(paragraph: Sequence[str], pair: Pair) -> bool:
    text = " ".join(paragraph).lower()
    return any(len(answer) > 2 and answer.lower() in text for answer in pair.answers)


def around(
    sentences: Sequence[str],
    centre: int,
    says: frozenset[int],
    rng: random.Random,
    *,
    taught: Sequence[float] = (),
) -> Window:
    """A sentence with what stands next to it, as an answer would see it; sometimes alone, sometimes with more."""
    before, after = rng.choice(((0, 0), (1, 1), (1, 1), (1, 1), (0, 1), (1, 0), (2, 2), (1, 3), (2, 1)))
    begin, end = max(0, centre - before), min(len(sentences), centre + after + 1)
    right = tuple(at in says for at in range(begin, end))
    return Window(tuple(sentences[begin:end]), right, tuple(taught[begin:end]))


def _own(pair: Pair, shelf: Shelf, rng: random.Random, taught: Sequence[float]) -> Window:
    if not pair.gold:
        return around(pair.sentences, most_like(pair, pair.sentences, rng), frozenset(), rng, taught=taught)
    centre = rng.choice(sorted(pair.gold))
    if rng.random() < 0.2:
        strangers = [rng.choice(rng.choice(shelf.paragraphs)) for _ in range(rng.choice((1, 2)))]
        strangers = [text for text in strangers if not has_answer([text], pair)]
        told = [(pair.sentences[centre], True), *((text, False) for text in strangers)]
        rng.shuffle(told)
        return Window(tuple(text for text, _ in told), tuple(says for _, says in told))
    return around(pair.sentences, centre, pair.gold, rng, taught=taught)


def _beside(pair: Pair, rng: random.Random, taught: Sequence[float]) -> Window | None:
    """Another sentence of the same paragraph."""
    own = [at for at in range(len(pair.sentences)) if at not in pair.gold]
    return around(pair.sentences, rng.choice(own), pair.gold, rng, taught=taught) if own else None


def _near(pair: Pair, shelf: Shelf, rng: random.Random, taught: Sequence[float]) -> Window | None:
    del taught
    near = shelf.near(pair, 4)
    if not near:
        return None
    paragraph = rng.choice(near)
    return around(paragraph, most_like(pair, paragraph, rng), frozenset(), rng)


def _same_document(pair: Pair, shelf: Shelf, rng: random.Random, taught: Sequence[float]) -> Window | None:
    others = [(text, at) for text in shelf.of_title[pair.title] for at in range(len(text)) if text != pair.sentences]
    others = [(text, at) for text, at in others if not has_answer(text, pair)]
    if not others or rng.random() < 0.6:
        own = _beside(pair, rng, taught)
        if own is not None or not others:
            return own
    text, centre = rng.choice(others)
    return around(text, centre, frozenset(), rng)


def _without_answer(pair: Pair, shelf: Shelf, rng: random.Random, taught: Sequence[float]) -> Window | None:
    del shelf, taught
    left = [text for at, text in enumerate(pair.sentences) if at not in pair.gold]
    return around(left, most_like(pair, left, rng), frozenset(), rng) if left else None


def most_like(pair: Pair, sentences: Sequence[str], rng: random.Random) -> int:
    asked = set(terms(pair.question))
    like: Callable[[int], float] = lambda at: len(asked & set(terms(sentences[at]))) + rng.random() * 0.5  # noqa: E731
    return max(range(len(sentences)), key=like)
