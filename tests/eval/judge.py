"""How well the support judge finds the sentence that says it, the article given: `python -m tests.eval.judge`.

CNN stories with questions of others, the writers of tests/train/answered that are not learnt from, and the held-out
questions of ../shared/train in several languages and across them. AUC: the article's best sentence against the best of
the article that is nearest by meaning; gap: against its own best sentence that does not say it. `both` adds cosine and
judge, each evened out over the sentences of the article. It adds how much a question of sixteen windows costs. Skips
what is absent; exits 1 below a floor.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import random
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.embedding.embedder import Vectors
from index.embedding.model import LocalModel
from tests.eval.embedding import default_model
from tests.train import answered, pairs
from tests.train.pairs import Pair, split

NEWS = Path(__file__).resolve().parents[3] / "shared" / "eval" / "newsqa_conflict"
SENTENCES = Path(__file__).with_name("sentences.jsonl")
# Of the judge on CNN stories and, over all, of cosine and judge together in other languages: MRR, found@1.
FLOORS = {"CNN stories": (0.69, 0.57), "Ukrainian": (0.90, 0.80)}
# As many windows as the product may judge for a question, and what they may cost.
_WINDOWS, _SECONDS = 16, 0.6
_OTHERS = 4

Scores = npt.NDArray[np.float64]
Document = tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Asked:
    """A question, the document that answers it, and which of its sentences do."""

    question: str
    document: str
    gold: frozenset[int]


@dataclasses.dataclass(frozen=True, slots=True)
class Set:
    """Questions on documents."""

    name: str
    documents: Mapping[str, Document]
    asked: tuple[Asked, ...]


def news(most: int) -> Set:
    """Every second question on CNN stories, at most so many."""
    documents, spans, asked = {}, {}, []
    for line in (NEWS / "corpus.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        spans[row["id"]] = split(row["text"])
        documents[row["id"]] = tuple(row["text"][begin:end] for begin, end in spans[row["id"]])
    for line in (NEWS / "queries.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        at = row["answer_start"]
        gold = [place for place, (begin, end) in enumerate(spans[row["relevant_ids"][0]]) if begin <= at < end]
        if gold:
            asked.append(Asked(row["query"], row["relevant_ids"][0], frozenset(gold[:1])))
    return Set("CNN stories", documents, tuple(asked[::2][:most]))


def held_out(name: str, rows: Sequence[Pair], most: int, questions: Mapping[str, str] | None = None) -> Set:
    """Questions on titles, a document a title of six paragraphs; in another language where `questions` has them."""
    paragraphs: dict[str, list[Document]] = {}
    for pair in rows:
        of_title = paragraphs.setdefault(pair.title, [])
        if pair.sentences not in of_title and len(of_title) < 6:
            of_title.append(pair.sentences)
    documents = {title: tuple(text for paragraph in texts for text in paragraph) for title, texts in paragraphs.items()}
    shuffled = [pair for pair in rows if pair.gold]
    random.Random(5).shuffle(shuffled)
    asked = []
    for pair in shuffled:
        question = pair.question if questions is None else questions.get(pair.key, "")
        if not question or pair.sentences not in paragraphs[pair.title] or len(documents[pair.title]) < 4:
            continue
        before = paragraphs[pair.title][: paragraphs[pair.title].index(pair.sentences)]
        offset = sum(map(len, before))
        asked.append(Asked(question, pair.title, frozenset(offset + at for at in pair.gold)))
    return Set(name, documents, tuple(asked[:most]))


def ukrainian(language: str) -> Set:
    """Ukrainian questions on forty sentences of news in a language, eight to a document."""
    rows = [json.loads(line)[language] for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    documents = {str(at): tuple(rows[at * 8 : at * 8 + 8]) for at in range(5)}
    lines = (pairs.TRAIN / "uk_questions.tsv").read_text(encoding="utf-8").splitlines()
    asked = []
    for line in lines:
        number, question = line.split("\t")
        asked.append(Asked(question, str(int(number) // 8), frozenset({int(number) % 8})))
    return Set("Ukrainian" if language == "uk" else f"uk>{language}", documents, tuple(asked))


def written(writer: str) -> Set:
    """A writer's questions on four reports of war each, whose text is one document."""
    documents, asked = {}, []
    for case in answered.cases():
        if case.writer != writer:
            continue
        places = [(report, at) for report in sorted(case.reports) for at in range(len(case.sentences(report)))]
        documents[case.key] = tuple(case.sentences(report)[at] for report, at in places)
        asked += [
            Asked(question.text, case.key, frozenset(places.index(place) for place in question.answers))
            for question in case.questions
            if question.answers
        ]
    return Set(f"reports by {writer}", documents, tuple(asked))


def sets(most: int) -> list[Set]:
    """All that is there."""
    found = [news(most)] if NEWS.exists() else []
    found += [written(writer) for writer in sorted(answered.HELD_OUT)]
    if not pairs.TRAIN.exists():
        return found
    held = pairs.held_titles()
    xquad = {name: [pair for pair in pairs.file(f"xquad.{name}") if pair.title in held] for name in ("en", "ru", "ar")}
    questions = {name: {pair.key: pair.question for pair in rows} for name, rows in xquad.items()}
    found += [ukrainian("uk"), ukrainian("ru"), ukrainian("en")]
    found += [
        held_out("ru>en", xquad["en"], 25, questions["ru"]),
        held_out("en>ru", xquad["ru"], 25, questions["en"]),
        held_out("ar>en", xquad["en"], 25, questions["ar"]),
        held_out("Hebrew HeQ", pairs.file("heq_test.he"), 50),
        held_out("Arabic ARCD", pairs.file("arcd_test.ar"), 40),
        held_out("Persian", pairs.file("pquad_test.fa"), 40),
        held_out("Russian TyDi", pairs.file("tydi_dev.ru"), 50),
        held_out("French PIAF", [pair for pair in pairs.file("piaf.fr") if pair.title in pairs.piaf_held()], 30),
    ]
    return found


def judged(model: LocalModel, question: str, sentences: Document) -> Scores:
    """A score a sentence, from windows that overlap by one."""
    sums, counts = np.zeros(len(sentences)), np.zeros(len(sentences))
    lengths = [len(sentence) for sentence in sentences]
    windows: list[tuple[int, int]] = []
    begin = 0
    while begin < len(sentences):
        end, letters = begin + 1, lengths[begin]
        while end < len(sentences) and end - begin < 4 and letters + lengths[end] <= 360:
            letters += lengths[end]
            end += 1
        windows.append((begin, end))
        if end >= len(sentences):
            break
        begin = max(begin + 1, end - 1)
    for at in range(0, len(windows), 8):
        batch = windows[at : at + 8]
        scores = model.support(question, [tuple(sentences[begin:end]) for begin, end in batch])
        assert scores is not None
        for (begin, _), row in zip(batch, scores, strict=True):
            sums[begin : begin + len(row)] += row
            counts[begin : begin + len(row)] += 1
    return np.where(counts > 0, sums / np.maximum(counts, 1), -9.0)


@dataclasses.dataclass(slots=True)
class Measure:
    """Ranks and best scores of one method over a set."""

    ranks: list[int] = dataclasses.field(default_factory=list)
    own: list[float] = dataclasses.field(default_factory=list)
    other: list[float] = dataclasses.field(default_factory=list)
    rest: list[float] = dataclasses.field(default_factory=list)

    def add(self, scores: Scores, gold: frozenset[int], other: Scores | None = None) -> None:
        order = list(np.argsort(-scores, kind="stable"))
        self.ranks.append(1 + min(order.index(at) for at in gold))
        self.own.append(float(scores.max()))
        self.rest.append(max((float(score) for at, score in enumerate(scores) if at not in gold), default=-9.0))
        if other is not None:
            self.other.append(float(other.max()))

    @property
    def mrr(self) -> float:
        return float(np.mean([1 / rank for rank in self.ranks]))

    def found(self, most: int) -> float:
        return float(np.mean([rank <= most for rank in self.ranks]))

    def __str__(self) -> str:
        told = f"{self.mrr:.3f} / {self.found(1):.2f} / {self.found(3):.2f}"
        # What is evened out over one article's sentences can not be held against another's.
        return f"{told} / {auc(self.own, self.other):.3f} / {auc(self.own, self.rest):.3f}" if self.other else told


def auc(higher: Sequence[float], lower: Sequence[float]) -> float:
    above = np.array(higher)[:, None] - np.array(lower)[None, :]
    return float((above > 0).mean() + 0.5 * (above == 0).mean())


def measured(asked_set: Set, model: LocalModel) -> dict[str, Measure]:
    used = sorted({asked.document for asked in asked_set.asked})
    vectors: dict[str, Vectors] = {name: model.passages(asked_set.documents[name]) for name in used}
    methods = {"cosine": Measure(), "judge": Measure(), "both": Measure()}
    for asked in asked_set.asked:
        [query] = model.queries([asked.question])
        cosine = {name: np.asarray(vectors[name] @ query, np.float64) for name in used}
        own = cosine[asked.document]
        nearest = max(
            (name for name in used if name != asked.document), key=lambda name: float(np.sort(cosine[name])[-2:].mean())
        )
        best = np.argsort(-cosine[nearest])[:_OTHERS]
        sentences = asked_set.documents[asked.document]
        says = judged(model, asked.question, sentences)
        away = _alone(model, asked.question, asked_set.documents[nearest], best)
        methods["cosine"].add(own, asked.gold, cosine[nearest])
        methods["judge"].add(says, asked.gold, away)
        methods["both"].add(_even(own) + _even(says), asked.gold)
    return methods


def _even(scores: Scores) -> Scores:
    return np.asarray((scores - scores.mean()) / (scores.std() + 1e-6))


def _alone(model: LocalModel, question: str, sentences: Document, best: npt.NDArray[np.intp]) -> Scores:
    """The scores of some sentences between their neighbours."""
    windows = [tuple(sentences[max(0, at - 1) : at + 2]) for at in best]
    scores = model.support(question, windows)
    assert scores is not None
    places = [min(1, at) for at in best]
    return np.array([row[place] if place < len(row) else -9.0 for row, place in zip(scores, places, strict=True)])


def seconds_a_question(model: LocalModel) -> float:
    """Processor seconds for as many windows as may be judged, of three sentences of news each."""
    sentence = "A drone hit a bakery in the Saltivka district of Kharkiv on Tuesday, killing two workers."
    windows = [(sentence, sentence, sentence)] * _WINDOWS
    model.support("How many people were killed in Kharkiv?", windows)
    begun = time.process_time()
    for _ in range(3):
        model.support("How many people were killed in Kharkiv?", windows)
    return (time.process_time() - begun) / 3


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=231, help="questions on CNN stories")
    parser.add_argument("--only", default="", help="sets whose names have one of these, with commas between")
    asked = parser.parse_args()
    model = LocalModel.open(default_model(), Path("data"))
    if not model.has_judge:
        print("no judge is installed: nothing to measure")
        return 0
    low = []
    cost = seconds_a_question(model)
    print(f"a question of {_WINDOWS} windows: {cost:.2f} processor seconds (at most {_SECONDS})")
    print("| MRR / found@1 / found@3 / AUC / gap | n | cosine | judge | both |", flush=True)
    for each in sets(asked.most):
        if not any(part in each.name for part in asked.only.split(",")):
            continue
        methods = measured(each, model)
        row = " | ".join(str(methods[name]) for name in ("cosine", "judge", "both"))
        print(f"| {each.name} | {len(each.asked)} | {row} |", flush=True)
        floor = FLOORS.get(each.name)
        measure = methods["judge" if each.name == "CNN stories" else "both"]
        if floor and (measure.mrr, measure.found(1)) < floor:
            low.append(each.name)
    if low or cost > _SECONDS:
        print(f"below the floor: {', '.join(low) or 'speed'}")
    return int(bool(low) or cost > _SECONDS)


if __name__ == "__main__":
    sys.exit(main())
