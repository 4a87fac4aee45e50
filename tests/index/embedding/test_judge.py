"""The judge of support: what it is given, what it costs at most, and what it says of sentences that it never saw."""

from __future__ import annotations

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from index.embedding import judge
from index.embedding.apart import ModelProcess
from index.embedding.embedder import SupportJudge
from index.embedding.model import LocalModel
from tests.conftest import missing
from tests.fakes import FakeEmbedder
from tests.index.embedding.troubled import HANGS, Judging


@pytest.fixture(scope="module")
def judging(model: LocalModel) -> LocalModel:
    if not model.has_judge:
        missing("the judge's weights are not there")
    return model


def test_a_window_holds_question_and_sentences_as_far_as_there_is_room() -> None:
    pieces, spans = judge.pack([7] * 60, [[8] * 30, [9] * 200, [10] * 50])

    assert len(pieces) <= judge.WINDOW_PIECES
    assert pieces[: spans[0][0]] == [0, *[7] * judge.QUESTION_PIECES, 2, 2]
    assert [pieces[begin:end] for begin, end in spans] == [[8] * 30, [9] * 53]


def test_an_embedder_in_another_process_judges_where_it_can() -> None:
    embedder = ModelProcess(Judging, batch_size=4, deadline_s=5.0)

    assert isinstance(embedder, SupportJudge)
    assert embedder.support("who?", [("one", "three"), ("four",)]) == [(3.0, 5.0), (4.0,)]
    embedder.close()


def test_a_judge_that_hangs_costs_its_word_and_no_answer() -> None:
    embedder = ModelProcess(Judging, batch_size=4, deadline_s=0.5)

    assert embedder.support(HANGS, [("one",)]) is None
    assert embedder.support("who?", [("one",)]) == [(3.0,)]
    assert len(embedder.queries(["who?"])) == 1
    embedder.close()


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_the_judge_says_the_same_in_both_precisions(
    judging: LocalModel, monkeypatch: pytest.MonkeyPatch, precision: str
) -> None:
    torch = pytest.importorskip("torch")
    window = ("The bridge at Kherson fell at dawn.", "The governor said that nobody was on it.")
    expected = judging.support("When did the bridge fall?", [window])
    monkeypatch.setattr(judge, "fastest_precision", lambda: getattr(torch, precision))

    scores = judge.Judge(*judging._read_on()).scores("When did the bridge fall?", [window])

    assert expected is not None
    assert scores[0] == pytest.approx(expected[0], abs=0.2)


def test_without_a_judge_one_line_says_so() -> None:
    with capture_logs() as lines:
        embedder = ModelProcess(FakeEmbedder, batch_size=4, deadline_s=5.0)

        assert embedder.support("who?", [("one",)]) is None

    assert [line["event"] for line in lines] == ["judge_missing"]
    assert not isinstance(FakeEmbedder(), SupportJudge)


def test_a_file_that_is_not_the_one_we_know_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "judge.safetensors").write_bytes(b"something else")

    assert not judge.is_ours(tmp_path / "judge.safetensors")
    assert not judge.is_ours(tmp_path / "absent.safetensors")
    assert not judge.reads_on(tmp_path)


def test_no_more_is_judged_than_a_question_may_cost(judging: LocalModel) -> None:
    sentence = "Rescuers pulled a woman and her son out of the ruins of the bakery. "

    scores = judging.support("Who was rescued?", [(sentence,)] * 20)
    long = judging.support("Who was rescued?", [(sentence * 4, sentence * 4)] * judge.MOST_WINDOWS)

    assert scores is not None
    assert [len(row) for row in scores] == [1] * judge.MOST_WINDOWS + [0] * 4
    assert long is not None
    assert long[0]
    assert not long[-1]
    assert judging.support("Who was rescued?", [()]) == [()]


@pytest.mark.parametrize(
    ("question", "says", "does_not"),
    [
        (
            "How many miners were trapped in Soledar?",
            "Rescue workers said nineteen miners were trapped underground in Soledar.",
            "Rescue workers in Soledar would not say how many miners were underground.",
        ),
        (
            "Why was the reservoir in Sirte drained?",
            "The reservoir in Sirte was drained because its wall had cracked.",
            "The reservoir in Sirte supplies forty villages with water.",
        ),
        (
            "Хто командував загоном у Бахмуті?",
            "Загоном у Бахмуті командував полковник Савчук.",
            "Загін у Бахмуті отримав нові рації.",
        ),
        (
            "כמה אוטובוסים הגיעו לתחנה באידליב?",
            "לתחנה באידליב הגיעו ארבעה אוטובוסים עם פצועים.",
            "התחנה באידליב סגורה כבר שבוע.",
        ),
        (
            "Quand le barrage de Taiz a-t-il cédé ?",
            "Le barrage de Taiz a cédé dans la nuit de samedi à dimanche.",
            "Le barrage de Taiz alimente la ville en électricité.",
        ),
    ],
)
def test_the_sentence_that_says_it_is_above_the_one_about_the_same(
    judging: LocalModel, question: str, says: str, does_not: str
) -> None:
    scores = judging.support(question, [(does_not, says)])

    assert scores is not None
    assert scores[0][1] > scores[0][0]
