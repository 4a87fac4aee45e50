"""What is asked, told by the head from the real model's vectors, of sentences that it was not trained on."""

from __future__ import annotations

import dataclasses
import json
import random
from pathlib import Path

import numpy as np
import pytest

from index.answers.asked import KINDS, Asked, asked
from index.embedding import heads
from index.embedding.embedder import Vectors
from index.embedding.model import LocalModel
from tests.fakes import FakeEmbedder
from tests.train.questions import slipped


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """What somebody writes, and what it is."""

    text: str
    kind: str
    language: str

    @property
    def is_question(self) -> bool:
        return self.kind in KINDS


LINES = [
    Line(**json.loads(row)) for row in Path(__file__).with_name("asked.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def head(model: LocalModel) -> heads.Head:
    head = heads.asked_head(model)
    assert head is not None
    return head


def told(head: heads.Head, model: LocalModel, texts: list[str]) -> list[Asked]:
    return [asked(head.probabilities(vector)) for vector in model.queries(texts)]


def share(right: list[bool]) -> float:
    return sum(right) / len(right)


@pytest.mark.parametrize("written", ["as it is", "in small letters", "with a slip"])
def test_talk_and_questions_are_told_apart_in_seven_languages(
    head: heads.Head, model: LocalModel, written: str
) -> None:
    rng = random.Random(7)
    texts = [line.text for line in LINES]
    if written == "in small letters":
        texts = [text.lower().rstrip("?؟") for text in texts]
    if written == "with a slip":
        texts = [slipped(text, rng) for text in texts]

    answers = told(head, model, texts)

    assert (
        share([(answer.talk is None) == line.is_question for answer, line in zip(answers, LINES, strict=True)]) >= 0.95
    )
    questions = [(answer, line) for answer, line in zip(answers, LINES, strict=True) if line.is_question]
    assert share([answer.kind == line.kind for answer, line in questions]) >= (
        0.85 if written == "with a slip" else 0.9
    )


def test_what_is_said_beside_questions_is_told(head: heads.Head, model: LocalModel) -> None:
    lines = [line for line in LINES if not line.is_question]

    answers = told(head, model, [line.text for line in lines])

    assert share([answer.talk == line.kind for answer, line in zip(answers, lines, strict=True)]) >= 0.85


def test_a_head_says_nothing_of_another_model() -> None:
    assert heads.asked_head(FakeEmbedder()) is None


def test_a_head_that_is_not_the_one_we_know_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "asked.npz").write_bytes(heads.ASKED.read_bytes() + b"x")

    assert heads.read(tmp_path / "asked.npz", heads.ASKED_SHA256) is None
    assert heads.read(tmp_path / "no.npz", heads.ASKED_SHA256) is None


def test_probabilities_are_ordered_by_what_they_are_of() -> None:
    answer = asked({"figure": 0.5, "who": 0.2, "thanks": 0.2, "help": 0.1})

    assert (answer.kind, answer.talk) == ("figure", None)
    assert answer.certainty == pytest.approx(0.5 / 0.7)
    assert asked({"help": 0.6, "figure": 0.4}).talk == "help"


def test_a_head_computes_one_hidden_layer() -> None:
    identity: Vectors = np.eye(2, dtype=np.float32)
    zeros = identity[0] * 0
    head = heads.Head(
        ("yes", "no"),
        {"inner": identity, "inner_bias": zeros, "outer": identity, "outer_bias": zeros},
        ("?",),
        identity[:1],
    )

    assert head.probabilities(identity[1])["no"] > 0.7
    assert head.fits(identity[:1])
    assert not head.fits(identity[1:])
