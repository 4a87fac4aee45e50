"""Questions with the paragraph that answers them, out of ../shared/train, and what of it is held out of learning."""

from __future__ import annotations

import dataclasses
import functools
import gzip
import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from index.language.sentences import sentences

TRAIN = Path(__file__).resolve().parents[3] / "shared" / "train"

_XQUAD = ("en", "ar", "es", "ru", "de", "el", "ro", "tr", "zh")
# Whole files that are only tested on.
_TEST_FILES = {"arcd_test.ar", "heq_test.he", "pquad_test.fa", "tydi_dev.ar", "tydi_dev.en", "tydi_dev.ru"}


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    """A question, a paragraph's sentences, and which of them say the answer: none where it is not there."""

    question: str
    sentences: tuple[str, ...]
    gold: frozenset[int]
    answers: tuple[str, ...]
    title: str
    key: str
    source: str

    @property
    def language(self) -> str:
        return self.source.rsplit(".", 1)[1]


@functools.cache
def file(name: str) -> tuple[Pair, ...]:
    """The pairs of one file, by its name without `.jsonl.gz`; empty where it is absent."""
    path = TRAIN / f"{name}.jsonl.gz"
    if not path.exists():
        return ()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    pairs = (_pair(row, name) for row in rows)
    return tuple(pair for pair in pairs if pair is not None)


def learnt() -> dict[str, tuple[Pair, ...]]:
    """What is learnt from, by file: without the files, titles and questions that are tested on."""
    titles = held_titles()
    keys = {pair.key for pair in file("xquad.en") if pair.title in titles}
    names = sorted(path.name.removesuffix(".jsonl.gz") for path in TRAIN.glob("*.jsonl.gz"))
    found = {}
    for name in names:
        if name in _TEST_FILES:
            continue
        pairs = file(name)
        held = titles if name.startswith("xquad") else {pair.title for pair in pairs if pair.key in keys} | titles
        if name == "piaf.fr":
            held = piaf_held()
        found[name] = tuple(pair for pair in pairs if pair.title not in held)
    return found


def held_titles() -> set[str]:
    """Twelve of the 48 titles of XQuAD, the same in each language."""
    return set(sorted({pair.title for pair in file("xquad.en")})[::4])


def piaf_held() -> set[str]:
    """12 % of the titles of PIAF."""
    titles = sorted({pair.title for pair in file("piaf.fr")})
    random.Random(3).shuffle(titles)
    return set(titles[: int(len(titles) * 0.12)])


def across(pairs: Iterable[Iterable[Pair]]) -> dict[str, list[Pair]]:
    """By key the pairs that ask the same in several languages."""
    found: dict[str, list[Pair]] = {}
    for several in pairs:
        for pair in several:
            found.setdefault(pair.key, []).append(pair)
    return {key: several for key, several in found.items() if len({pair.language for pair in several}) > 1}


@functools.lru_cache(200_000)
def split(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(sentences(text)) or ((0, len(text)),)


def _pair(row: dict[str, Any], name: str) -> Pair | None:
    """None where the answer is in no sentence."""
    text = row["context"]
    spans = split(text)
    gold = set()
    for answer in row["answers"]:
        middle = answer["start"] + min(len(answer["text"]) // 2, 20)
        gold |= {at for at, (begin, end) in enumerate(spans) if begin <= middle < end}
    if row["answerable"] and not gold:
        return None
    return Pair(
        question=row["q"],
        sentences=tuple(text[begin:end] for begin, end in spans),
        gold=frozenset(gold if row["answerable"] else ()),
        answers=tuple({answer["text"] for answer in row["answers"]}),
        title=row["title"] or text[:40],
        key=row["id"],
        source=name,
    )
