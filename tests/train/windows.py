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

# Of a hundred draws, so many from each; what is left is asked in one language about a paragraph in another.
SHARES = {
    "squad2.en": 14,
    "tydi.en": 11,
    "heq.he": 7,
    "arcd.ar": 4,
    "xquad.ar": 3,
    "piaf.fr": 6,
    "pquad.fa": 4,
    "squad2_es.es": 4,
    "squad1_es.es": 1,
    "squad_it.it": 1,
    "xquad.ru": 4,
    "xquad.en": 4,
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


@dataclasses.dataclass(frozen=True, slots=True)
class Window:
    """Sentences that stand together, and which of them say it."""

    sentences: tuple[str, ...]
    says: tuple[bool, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Group:
    """A question with windows; what says it and what does not are told apart within a group, too."""

    kind: str
    question: str
    windows: tuple[Window, ...]


class Drawing:
    """Groups out of paragraphs with questions."""

    def __init__(self, learnt: Mapping[str, Sequence[Pair]], across: Mapping[str, Sequence[Pair]]) -> None:
        self._shelves = {name: Shelf(pairs) for name, pairs in learnt.items() if pairs}
        self._across = [several for _, several in sorted(across.items())]
        self._in_many = [several for several in self._across if len(several) >= _MANY]

    def draw(self, rng: random.Random) -> Group:
        names = [name for name in SHARES if name in self._shelves]
        weights = [SHARES[name] for name in names]
        (name,) = rng.choices([*names, ""], [*weights, ACROSS])
        if name:
            return self.draw_from(name, rng)
        asked, told = rng.sample(rng.choice(self._in_many if rng.random() < 0.5 else self._across), 2)
        return self._group("across", asked.question, told, rng)

    def draw_from(self, name: str, rng: random.Random) -> Group:
        """One of a file's questions."""
        pair = rng.choice(self._shelves[name].pairs)
        return self._group(name, pair.question, pair, rng)

    def _group(self, kind: str, question: str, pair: Pair, rng: random.Random) -> Group:
        shelf = self._shelves[pair.source]
        windows = [_own(pair, shelf, rng)]
        others = [_near, _near, _same_document, _without_answer] if pair.gold else [_near, _same_document]
        other = rng.choice(others)(pair, shelf, rng)
        return Group(kind, question, tuple(window for window in (*windows, other) if window is not None))


class Shelf:
    """The paragraphs of one file, and which of them are like which question."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.pairs = list(pairs)
        self.paragraphs = sorted({pair.sentences for pair in pairs})
        self.of_title: dict[str, list[tuple[str, ...]]] = {}
        for title, sentences in sorted({(pair.title, pair.sentences) for pair in pairs}):
            self.of_title.setdefault(title, []).append(sentences)

    @functools.cached_property
    def _weights(self) -> tuple[sparse.csr_array, dict[str, int]]:
        return tfidf(self.paragraphs)

    def near(self, pair: Pair, count: int) -> list[tuple[str, ...]]:
        """The paragraphs most like the question that do not have its answer."""
        matrix, columns = self._weights
        asked = np.zeros(len(columns), np.float32)
        for term in terms(pair.question):
            if term in columns:
                asked[columns[term]] = 1.0
        order = np.argsort(-(matrix @ asked), kind="stable")
        found = []
        for at in order[: count * 4]:
            paragraph = self.paragraphs[at]
            if paragraph != pair.sentences and not has_answer(paragraph, pair):
                found.append(paragraph)
        return found[:count]


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


def around(sentences: Sequence[str], centre: int, says: frozenset[int], rng: random.Random) -> Window:
    """A sentence with what stands next to it, as an answer would see it; sometimes alone, sometimes with more."""
    before, after = rng.choice(((0, 0), (1, 1), (1, 1), (0, 1), (1, 0), (2, 2), (0, 4), (1, 4), (2, 3)))
    begin, end = max(0, centre - before), min(len(sentences), centre + after + 1)
    return Window(tuple(sentences[begin:end]), tuple(at in says for at in range(begin, end)))


def _own(pair: Pair, shelf: Shelf, rng: random.Random) -> Window:
    if not pair.gold:
        return around(pair.sentences, _most_like(pair, pair.sentences, rng), frozenset(), rng)
    centre = rng.choice(sorted(pair.gold))
    if rng.random() < 0.2:
        strangers = [rng.choice(rng.choice(shelf.paragraphs)) for _ in range(rng.choice((1, 2)))]
        strangers = [text for text in strangers if not has_answer([text], pair)]
        told = [(pair.sentences[centre], True), *((text, False) for text in strangers)]
        rng.shuffle(told)
        return Window(tuple(text for text, _ in told), tuple(says for _, says in told))
    return around(pair.sentences, centre, pair.gold, rng)


def _near(pair: Pair, shelf: Shelf, rng: random.Random) -> Window | None:
    near = shelf.near(pair, 4)
    if not near:
        return None
    paragraph = rng.choice(near)
    return around(paragraph, _most_like(pair, paragraph, rng), frozenset(), rng)


def _same_document(pair: Pair, shelf: Shelf, rng: random.Random) -> Window | None:
    others = [(text, at) for text in shelf.of_title[pair.title] for at in range(len(text)) if text != pair.sentences]
    others = [(text, at) for text, at in others if not has_answer(text, pair)]
    own = [(pair.sentences, at) for at in range(len(pair.sentences)) if at not in pair.gold]
    choice = own if own and (not others or rng.random() < 0.6) else others
    if not choice:
        return None
    text, centre = rng.choice(choice)
    says = pair.gold if text is pair.sentences else frozenset()
    return around(text, centre, says, rng)


def _without_answer(pair: Pair, shelf: Shelf, rng: random.Random) -> Window | None:
    del shelf
    left = [text for at, text in enumerate(pair.sentences) if at not in pair.gold]
    return around(left, _most_like(pair, left, rng), frozenset(), rng) if left else None


def _most_like(pair: Pair, sentences: Sequence[str], rng: random.Random) -> int:
    asked = set(terms(pair.question))
    like: Callable[[int], float] = lambda at: len(asked & set(terms(sentences[at]))) + rng.random() * 0.5  # noqa: E731
    return max(range(len(sentences)), key=like)
