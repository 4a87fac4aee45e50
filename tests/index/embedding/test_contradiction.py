"""Who tells whether two passages contradict each other: what is read, what it costs at most, and what is said of
passages that were never seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.embedding import contradiction
from index.embedding.apart import ModelProcess
from index.embedding.embedder import ContradictionJudge
from index.embedding.model import LocalModel
from tests.conftest import missing
from tests.fakes import FakeEmbedder
from tests.index.embedding.troubled import HANGS, Judging


@pytest.fixture(scope="module")
def reading(model: LocalModel) -> LocalModel:
    if not model.has_contradiction:
        missing("the weights that tell contradictions are not there")
    return model


def test_question_and_passages_are_cut_to_their_room() -> None:
    pieces, (first, second) = contradiction.pack([7] * 60, [8] * 30, [9] * 200)

    assert pieces[: first[0]] == [0, *[7] * contradiction.QUESTION_PIECES, 2, 2]
    assert pieces[slice(*first)] == [8] * 30
    assert pieces[slice(*second)] == [9] * contradiction.PASSAGE_PIECES
    assert pieces[-1] == 2


def test_an_embedder_in_another_process_tells_where_it_can_and_costs_no_answer_where_it_hangs() -> None:
    embedder = ModelProcess(Judging, batch_size=4, deadline_s=0.5)

    assert isinstance(embedder, ContradictionJudge)
    assert embedder.contradictions(HANGS, [("three", "one")]) is None
    assert embedder.contradictions("who?", [("three", "one")]) == [(2.0, 0.0, 0.0)]
    embedder.close()


def test_without_the_weights_nothing_is_told() -> None:
    assert ModelProcess(FakeEmbedder, batch_size=4, deadline_s=5.0).contradictions("who?", [("one", "two")]) is None


def test_a_file_that_is_not_the_one_we_know_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "contradiction.safetensors").write_bytes(b"something else")

    assert not contradiction.is_ours(tmp_path / "contradiction.safetensors")
    assert not contradiction.is_ours(tmp_path / "absent.safetensors")


def test_no_more_pairs_are_read_than_a_question_may_cost(reading: LocalModel) -> None:
    scores = reading.contradictions("Who fired?", [("The army fired.", "The rebels fired.")] * 40)

    assert scores is not None
    assert len(scores) == contradiction.MOST_PAIRS


@pytest.mark.parametrize(
    ("question", "passage", "opposed", "agreeing"),
    [
        (
            "Who blew up the weir at Karsin?",
            "The northern army said that southern sappers blew up the weir at Karsin.",
            "Southern command said that no soldier of its own had been near the weir; the north had mined it.",
            "A shepherd saw southern soldiers lay wires along the weir the evening before.",
        ),
        (
            "Кто обстрелял рынок в Каршине?",
            "По данным армии севера, рынок обстреляли южане.",
            "Командование юга заявило, что его орудия в тот день молчали, а снаряды прилетели со стороны северян.",
            "По словам торговца, снаряды прилетели с юга, из-за реки.",
        ),
    ],
)
def test_who_contradicts_another_is_told_from_who_agrees(
    reading: LocalModel, question: str, passage: str, opposed: str, agreeing: str
) -> None:
    scores = reading.contradictions(question, [(passage, opposed), (passage, agreeing)])

    assert scores is not None
    assert scores[0][0] > 0.0 > scores[1][0]
